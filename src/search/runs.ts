/**
 * What a name looks like when its words are written otherwise: neighbours joined ("al alami" and "alalami", "ming
 * liang" and "mingliang", "tse tung" and "zedong"), and an organisation's initials ("Northern Pipe Works" and "NPW"). The index holds these
 * spellings of its names by hash; a query looks up its words among them, and its own spellings among the words.
 */
import {
  isOneSyllable,
  joinedReading,
  latinInitial,
  type NamePart,
  type ParsedName,
  type PartType,
  readingOf,
} from '../names/index.js';
import { normalise } from '../text/index.js';
import { FNV_PRIME, FNV_START, mixed } from './hash.js';

/** A spelling of the parts `from` … `to − 1`: their letters joined, what two of them are read as, or the initials of all. */
export type Run = {
  readonly kind: 'form' | 'reading' | 'initials';
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** What letters are looked up by: their skeleton, or themselves where that is short; and initials. */
export type Spelling = { readonly kind: 'skeleton' | Run['kind']; readonly text: string };

/** Joined forms are at most this long, in UTF-16 units. */
export const LONGEST_RUN = 40;
/** Consonants, or sounds, that a skeleton has at least: shorter ones are shared by too many words. */
const MANY = 6;
/** Triples are joined only where one of their parts is this short: an article, a syllable. */
const SHORT_PART = 3;
/** Words that a name called by its initials has, at least and at most. */
export const FEWEST_INITIALS = 3;
export const MOST_INITIALS = 8;
/** Letters of an acronym that stands for the first words of a longer name, at most. */
const LONGEST_FIRST = 6;

/** Sounds of a to z. */
const SOUNDS = '.pkt.fk-.jklmn.pkrst.ffk.s';
const VOWEL = '.';
const SILENT = '-';

const SALT: Readonly<Record<Spelling['kind'], number>> = { form: 1, skeleton: 2, initials: 3, reading: 4 };

/** How small a word is: any other, "and", any other small one; MOIS leaves out "and", and not "of". */
type Smallness = 0 | 1 | 2;

/** Which words initials leave out: legal forms; small words up to a smallness. */
const INITIALS: readonly (readonly [boolean, Smallness])[] = [
  [false, 0],
  [true, 0],
  [true, 1],
  [false, 2],
  [true, 2],
];

/** Parts that stand beside a name rather than in it, and are not joined to it. */
const BESIDE: ReadonlySet<PartType> = new Set(['honorific', 'generation', 'legal-form', 'prefix']);

/** Every spelling of a name that joins parts, as written, or shortens it to initials, in a fixed order. */
export function runsOf(name: ParsedName): Run[] {
  const { parts } = name;
  const letters = parts.map(writtenOf);
  const inside: number[] = [];
  const all: number[] = [];
  const runs: Run[] = [];
  for (let at = 0; at < parts.length; at++) {
    all.push(at);
    if (!BESIDE.has(parts[at]!.type)) inside.push(at);
  }
  const count = inside.length;
  for (let at = 0; at + 1 < count; at++) {
    join(letters, inside, at, at + 2, runs);
    joinReadings(parts, inside[at]!, inside[at + 1]!, runs);
    if (at + 2 < count && count > 3 && hasShortPart(letters, inside, at))
      join(letters, inside, at, at + 3, runs);
  }
  if (count >= 3) join(letters, inside, 0, count, runs);
  if (count < parts.length && parts.length >= 2) join(letters, all, 0, parts.length, runs);
  if (name.kind !== 'person' && name.kind !== 'vessel') addInitials(parts, runs);
  return runs;
}

/**
 * What letters (`a-z0-9`) are looked up by: sounds in coarse classes, doubled ones once, h silent. Consonants alone where
 * there are enough ("naqshbandi army", "naqshabandiarmy"), else with vowels all one ("khuri attiyah", "khouriatiya"),
 * else the letters. Coarser than the phonetic key, which tells single words apart and takes ten times as long; what it
 * finds is scored.
 */
export function spellingOf(letters: string): Spelling {
  let consonants = '';
  let sounds = '';
  let last = '';
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at) - 0x61;
    let sound = code >= 0 && code < SOUNDS.length ? SOUNDS.charAt(code) : letters.charAt(at);
    if (sound === SILENT) continue;
    if (sound === 'p' && letters.charAt(at + 1) === 'h') sound = 'f';
    if (sound !== last) sounds += sound;
    if (sound !== VOWEL && sound !== consonants.charAt(consonants.length - 1)) consonants += sound;
    last = sound;
  }
  if (consonants.length >= MANY) return { kind: 'skeleton', text: consonants };
  if (last === VOWEL) sounds = sounds.slice(0, -1);
  return sounds.length >= MANY ? { kind: 'skeleton', text: sounds } : { kind: 'form', text: letters };
}

/** What a run is looked up by. */
export function spellingOfRun(run: Run): Spelling {
  return run.kind === 'form' ? spellingOf(run.text) : run;
}

/** Hash of a spelling; the kinds do not meet. */
export function hashSpelling({ kind, text }: Spelling): number {
  let hash = Math.imul(FNV_START ^ SALT[kind], FNV_PRIME);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mixed(hash);
}

/**
 * What is written, in `a-z0-9`; the form where the script is not Latin. The two differ where `names` gives one form to
 * words of all languages: Marine, Morskaya (maritime), or Sarraf (exchange), who may be a person.
 */
export function writtenOf(part: NamePart): string {
  if (part.script !== 'Latin' || part.text.toLowerCase() === part.form) return part.form;
  return normalise(part.text).replace(/[^a-z0-9]/g, '') || part.form;
}

function join(
  letters: readonly string[],
  places: readonly number[],
  first: number,
  end: number,
  runs: Run[],
): void {
  let text = '';
  for (let at = first; at < end; at++) {
    text += letters[places[at]!]!;
    if (text.length > LONGEST_RUN) return;
  }
  if (text === '') return;
  runs.push({ kind: 'form', text, from: places[first]!, to: places[end - 1]! + 1 });
}

/** Neighbours that are one syllable each, by what they are read as together. */
function joinReadings(parts: readonly NamePart[], from: number, last: number, runs: Run[]): void {
  if (last !== from + 1) return;
  const texts = new Set<string>();
  for (const first of parts[from]!.readings) {
    if (!isOneSyllable(first)) continue;
    for (const second of parts[last]!.readings) {
      const joined = joinedReading(first, second);
      if (joined !== 0) texts.add(String(readingOf(joined)));
    }
  }
  for (const text of texts) runs.push({ kind: 'reading', text, from, to: last + 1 });
}

function hasShortPart(letters: readonly string[], inside: readonly number[], first: number): boolean {
  for (let at = first; at < first + 3; at++) if (letters[inside[at]!]!.length <= SHORT_PART) return true;
  return false;
}

/**
 * With and without legal form, with and without small words: IRISL leaves out "of", NIOC counts "Company". Also of the
 * first words alone, since the rest may stand beside the acronym: NPW Dubai. An acronym of the name itself is none of its
 * words.
 */
function addInitials(parts: readonly NamePart[], runs: Run[]): void {
  const initials: [letter: string, legal: boolean, small: Smallness][] = [];
  for (const part of parts) {
    if (part.type === 'acronym') continue;
    const legal = part.type === 'legal-form';
    const words = part.script === 'Han' || part.script === 'Hangul' ? [part.form] : wordsOf(part);
    for (const word of words) {
      const letter = String.fromCharCode(latinInitial(word.charCodeAt(0)) || part.form.charCodeAt(0));
      const small = part.type === 'particle' || word.length <= 2;
      initials.push([letter, legal, part.form === 'and' ? 1 : small ? 2 : 0]);
    }
  }
  const texts = new Set<string>();
  for (const [withoutLegal, smallest] of INITIALS) {
    let text = '';
    for (const [letter, legal, small] of initials) {
      const leftOut = small === 1 ? smallest >= 1 : small === 2 && smallest === 2;
      if (!(withoutLegal && legal) && !leftOut) text += letter;
    }
    if (text.length >= FEWEST_INITIALS && text.length <= MOST_INITIALS) texts.add(text);
    if (!withoutLegal || smallest !== 2) continue;
    for (let length = FEWEST_INITIALS; length <= LONGEST_FIRST && length < text.length; length++)
      texts.add(text.slice(0, length));
  }
  for (const text of texts) runs.push({ kind: 'initials', text, from: 0, to: parts.length });
}

/** The words of a part, in small letters; its form where it has none (signs alone). */
function wordsOf(part: NamePart): string[] {
  const text = part.script === 'Latin' ? normalise(part.text) : part.text.toLowerCase();
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [part.form];
}
