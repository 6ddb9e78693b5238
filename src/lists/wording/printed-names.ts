/**
 * Names as the Official Journal prints them, and what is made of it: other scripts and spellings in brackets, `a.k.a.`
 * inside, alternatives behind a slash, `FAMILY, Given`. Taken apart so that each name can be compared by itself.
 */
import { singleSpaced } from '../../text/index.js';
import {
  type Collected,
  isAscii,
  isLatin,
  takeBrackets,
  takeClosingBrackets,
  withLast,
} from './printed-brackets.js';
import { variantsOf } from './printed-commas.js';

/** The names in one printed name; the first is the one that stands for it. `notes` are remarks that were no name. */
export type PrintedNames = {
  readonly names: readonly string[];
  readonly former: readonly string[];
  readonly notes: readonly string[];
};

/** What is named: of a person a bracket is another spelling, of an organisation often part of the name. */
export type NamedKind = 'person' | 'organisation' | 'thing';

/** Where facts begin that were printed behind a name. */
const FACTS = /[.,;]?\s*\b(?:(?:date|place|time) of (?:birth|issue|expiration)|born (?:on )?\d)\b.*$/i;
/** A position printed behind a person's name: `…, Maulavi, SG of Afghan Red Crescent Society`. */
const OFFICE = /,\s+[^,()]*\b(?:of|for)\b[^,()]*(?:\([^()]*\))?$/;

/** Without one of these nothing is printed behind a person's name, or an organisation's. Asked first: few have one. */
const TAIL_SIGN = /,| of |born|née/i;
const OTHERS_SIGN = /subsidiar|branch|affiliate|successor|\((?:including|and) /i;
/** Who else is meant, printed behind an organisation's name: `… (including all branches) and subsidiaries`. */
const OTHERS =
  /[,;]?\s*(?:\((?:including|and) (?:all|its|any)\b[^()]*\)|\b(?:and|including)(?: (?:all|any|its|other|their|the|following|or))* (?:subsidiar(?:y|ies)|branch(?:es)?|affiliates?|successors?)(?:(?:,| and| or|\/)\s*(?:subsidiar(?:y|ies)|branch(?:es)?|affiliates?|successors?))*:?)\s*$/i;

/**
 * Takes a printed name apart.
 *
 * @param text one value of a name cell
 * @param isPlace whether a bracket's content is a country, which belongs to an organisation's name
 */
export function readPrintedName(
  text: string,
  kind: NamedKind,
  isPlace: (content: string) => boolean = () => false,
): PrintedNames {
  const found: Collected = { aliases: [], former: [], notes: [] };
  const plain = singleSpaced(text);
  const bare = takeTail(/^\([^()]*\)$/.test(plain) ? plain.slice(1, -1) : plain, kind, found);
  const parts =
    kind === 'organisation'
      ? bare.split(' / ').map((part) => takeClosingBrackets(part.trim(), found, isPlace))
      : [takeBrackets(bare, kind === 'thing', found)];
  const names = parts
    .flatMap(splitAka)
    .flatMap((name) => alternatives(name, kind))
    .flatMap((name) => byScript(name));
  const hasLetters = (name: string) => /\p{L}/u.test(name);
  const all = [...names, ...found.aliases].map(tidy).filter(hasLetters);
  const listed =
    kind === 'person'
      ? all.flatMap(inSequence).flatMap(variantsOf)
      : kind === 'organisation'
        ? all.flatMap(inTurn)
        : all;
  return {
    names: [...new Set(listed.filter(hasLetters))],
    former: found.former.map(tidy),
    notes: found.notes,
  };
}

/** Takes off what is printed behind a name: facts and positions become notes, `née X` a former name. */
function takeTail(text: string, kind: NamedKind, found: Collected): string {
  if (kind === 'organisation') return OTHERS_SIGN.test(text) ? takeOthers(text, found) : text;
  if (kind === 'thing' || !TAIL_SIGN.test(text)) return text;
  for (const tail of [FACTS, OFFICE]) {
    const match = tail.exec(text);
    if (match === null || match.index === 0 || text.slice(0, match.index).includes('(')) continue;
    found.notes.push(text);
    return text.slice(0, match.index);
  }
  const nee = /,?\s+née\s+(\p{Lu}.*)$/u.exec(text);
  if (nee === null) return text;
  const name = text.slice(0, nee.index);
  found.former.push(withLast(name, nee[1]!));
  return name;
}

function takeOthers(text: string, found: Collected): string {
  let rest = text;
  for (let tail = OTHERS.exec(rest); tail !== null && tail.index > 0; tail = OTHERS.exec(rest))
    rest = rest.slice(0, tail.index);
  if (rest !== text) found.notes.push(text);
  return rest;
}

/** `Bank Melli, Bank Melli Iran`: one name and a longer one that begins with it, or the other way round. */
function inTurn(name: string): string[] {
  const [first = '', second = '', ...more] = name.split(', ').map((part) => part.trim());
  const repeats = more.length === 0 && first.includes(' ') && second.includes(' ');
  return repeats && (second.startsWith(`${first} `) || first.startsWith(`${second} `))
    ? [first, second]
    : [name];
}

function splitAka(text: string): string[] {
  return text.split(/\s+(?:a\.k\.a\.|aka|alias)\s+|\s+known as\s+/i).filter((part) => part.trim() !== '');
}

/** `A / B` are two names; `Hussam/Hossam Ahmed` and `ФЕДОРОВ/ФЁДОРОВ` two spellings of one word. */
function alternatives(text: string, kind: NamedKind): string[] {
  if (!text.includes('/')) return [text];
  const sides = text
    .split('/')
    .map((side) => side.trim())
    .filter((side) => side !== '');
  const lengths = sides.map((side) => side.split(' ').length);
  const whole = / \/ /.test(text) || (lengths[0]! > 1 && lengths.every((length) => length === lengths[0]));
  if (sides.length < 2) return sides;
  if (whole && sides.every((side) => /\p{L}{2}/u.test(side)))
    return sides.map((side) => (kind === 'person' && !side.includes(' ') ? withLast(sides[0]!, side) : side));
  if (kind !== 'person') return sides.every((side) => /\p{L}{3}/u.test(side)) ? [text, ...sides] : [text];
  const choices = text
    .replace(/\/\s+/g, '/')
    .split(' ')
    .map((word) => word.split('/').filter((part) => part !== ''));
  const first = choices.map((words) => words[0] ?? '');
  const swapped = choices.flatMap((words, index) => words.slice(1).map((word) => first.with(index, word)));
  return [first, ...swapped].map((words) => words.join(' '));
}

/** `Raji FALHOUT راجي فلحوط` is a name in two scripts; a word or two of another script inside a name is not. */
function byScript(text: string): string[] {
  if (isAscii(text)) return [text.replace(/\b(?:Russian|English)\s*:\s*/g, '')];
  const words = text
    .replace(/\b(?:Russian|English)\s*:\s*/g, '')
    .replace(/^(?:укр|рус|бел)\.\s*/, '')
    .split(' ');
  const scripts = words.map((word) => (/\p{L}/u.test(word) ? isLatin(word) : null));
  const turn = scripts.indexOf(false);
  const latin = words.slice(0, turn).join(' ');
  const mixed = scripts.slice(Math.max(0, turn)).includes(true) || scripts.slice(0, turn).includes(false);
  // "ООО “…”" begins with letters that look Latin, and a quotation may hold both scripts.
  if (turn < 1 || mixed || latin.length < 4 || /[“«"]|‘\S* \S/.test(latin)) return [words.join(' ')];
  return [
    latin,
    ...words
      .slice(turn)
      .join(' ')
      .split(/[,،]\s*/),
  ];
}

/** `Yuriy Mikhailovich GOTSANYUK Yuriy Mikhailovich GOTSANIUK`: each family name in capitals ends a name. */
function inSequence(text: string): string[] {
  if (/,| [–-] /.test(text)) return [text];
  const groups: string[][] = [[]];
  for (const word of text.split(' ')) {
    const group = groups.at(-1)!;
    if (group.length > 0 && isFamily(group.at(-1)!) && !isFamily(word)) groups.push([word]);
    else group.push(word);
  }
  const whole =
    groups.length > 1 &&
    groups.every((group) => group.length > 1 && !isFamily(group[0]!) && isFamily(group.at(-1)!));
  return whole ? groups.map((group) => group.join(' ')) : [text];
}

function isFamily(word: string): boolean {
  return /\p{Lu}{3}/u.test(word) && !/\p{Ll}{2}/u.test(word);
}

function tidy(name: string): string {
  return singleSpaced(name)
    .replace(/^[\s–,;:-]+|[\s–,;:-]+$/g, '')
    .trim();
}
