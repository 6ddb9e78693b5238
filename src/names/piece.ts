/**
 * Words of a name before their types are known: each with its comparable forms, its key and its rarity. What a word is
 * made of never depends on the name it stands in, so the work is done once per word and kept.
 */
import type { Romaniser, Script, TextToken } from '../text/index.js';
import type { Compounds } from './compound.js';
import type { Frequencies } from './frequency.js';
import type { Lexicon } from './lexicon.js';
import { lookupOf } from './lookup.js';
import type { PartType } from './types.js';

/**
 * A part in the making. `lookup` is what phrases are compared with; `spelled` its own letters in Latin, which stay when
 * `form` becomes that of a phrase; `capitals` that it is written in capitals only.
 */
export type Piece = {
  text: string;
  form: string;
  key: string;
  native: string;
  type: PartType;
  rarity: number;
  script: Script;
  start: number;
  end: number;
  lookup: string;
  spelled: string;
  number: boolean;
  capitals: boolean;
};

/** A word's share of a token: offsets within the token, and what does not depend on the name. */
type Atom = {
  readonly from: number;
  readonly to: number;
  readonly form: string;
  readonly key: string;
  readonly native: string;
  readonly lookup: string;
  readonly rarity: number;
  readonly capitals: boolean;
};

/** What a number is worth at most, in nats: it tells sisters apart, it does not make them one. */
export const COMMON_NUMBER = 6;

/** How many words are kept; a table of customers repeats its words, a hostile text must not fill the memory. */
const KEPT = 50_000;

/** Makes pieces of a token of a name and adds them to a list. */
export type PieceMaker = (token: TextToken, name: string, pieces: Piece[]) => void;

/** A maker with its own memory. */
export function openPieceMaker(
  romaniser: Romaniser,
  frequencies: Frequencies,
  lexicon: Lexicon,
  compounds: Compounds,
): PieceMaker {
  const seen = new Map<string, readonly Atom[]>();
  let lastName = '';
  let lastScript: Script = 'Common';
  let lastLanguage = '';
  return (token, name, pieces) => {
    let word = token.text;
    if (token.script === 'Cyrillic' || token.script === 'Arabic') {
      if (lastName !== name || lastScript !== token.script) {
        lastName = name;
        lastScript = token.script;
        lastLanguage = romaniser.languageOf(name, token.script);
      }
      // The same word reads otherwise in another language.
      if (lastLanguage !== '') word = `${lastLanguage}:${word}`;
    }
    const foreign = token.script === 'Han' && besideDot(token, name);
    if (foreign) word = `·${word}`;
    let atoms = seen.get(word);
    if (atoms === undefined) {
      const language = foreign || word === token.text ? '' : lastLanguage;
      const all = atomsOf(token, language, foreign, romaniser, frequencies, lexicon, compounds);
      // A lone tatweel is a letter to Unicode and nothing to a reader.
      atoms = all.filter(({ form }) => form !== '');
      if (seen.size >= KEPT) seen.clear();
      seen.set(word, atoms);
    }
    // A token with unseen characters inside is longer than what it reads as: its parts cannot be told apart in it.
    const exact = token.text.length === token.end - token.start;
    const number = token.kind === 'number';
    for (const { from, to, form, key, native, rarity, lookup, capitals } of atoms) {
      const start = exact ? token.start + from : token.start;
      const end = exact ? token.start + to : token.end;
      const text = name.slice(start, end);
      pieces.push({
        text,
        form,
        key,
        native,
        type: number ? 'number' : 'word',
        rarity: number ? Math.min(rarity, COMMON_NUMBER) : rarity,
        script: token.script,
        start,
        end,
        lookup,
        spelled: form,
        number,
        capitals,
      });
    }
  };
}

/** 贝拉克·奥巴马: a dot between Han words separates the words of a foreign name, whose syllables are one word. */
function besideDot(token: TextToken, name: string): boolean {
  return MIDDLE_DOT.test(name[token.end] ?? '') || MIDDLE_DOT.test(name[token.start - 1] ?? '');
}

const MIDDLE_DOT = /^[\u00b7\u2022\u2027\u30fb\uff65]$/;

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function atomsOf(
  token: TextToken,
  language: string,
  foreign: boolean,
  romaniser: Romaniser,
  frequencies: Frequencies,
  lexicon: Lexicon,
  compounds: Compounds,
): Atom[] {
  const { text, script, kind } = token;
  const atom = (from: number, to: number, form: string, own: string): Atom => {
    const { key, rarity } = frequencies(form);
    const native = script === 'Latin' || script === 'Common' ? '' : own;
    return { from, to, form, key, native, lookup: own, rarity, capitals: isCapitals(text.slice(from, to)) };
  };
  if (kind === 'number') {
    const digits = romaniser.romanise(text, 'Common').replace(/^0+(?=.)/, '');
    return [atom(0, text.length, digits, digits)];
  }
  if (foreign)
    return [atom(0, text.length, romaniser.romanise(text, script).replace(/ /g, ''), lookupOf(text))];
  if (script === 'Han' || script === 'Hangul') return syllables(text, romaniser.romanise(text, script), atom);
  if (script === 'Arabic') {
    const whole = lookupOf(text);
    const pair = text.length === whole.length ? firstOfPair(whole) : 0;
    if (pair > 0) {
      const halves = [text.slice(0, pair), text.slice(pair)] as const;
      const [first, second] = halves.map((half) =>
        compounds.word(romaniser.romanise(half, script, language)),
      );
      return [
        atom(0, pair, first as string, whole.slice(0, pair)),
        atom(pair, text.length, second as string, whole.slice(pair)),
      ];
    }
    const article = articleOf(text, whole);
    const rest = text.slice(article);
    const own = lookupOf(rest);
    const romanise = (word: string) => romaniser.romanise(word, script, language);
    const word = atom(
      article,
      text.length,
      compounds.word(joinedWriting(own, romanise) || romanise(rest)),
      own,
    );
    return article === 0 ? [word] : [atom(0, article, 'al', 'ال'), word];
  }
  // Putin's, Lloyd's.
  const word = script === 'Latin' && text.length > 4 && /['’]s$/i.test(text) ? text.slice(0, -2) : text;
  const form = romaniser.romanise(word, script, language);
  const split = script === 'Latin' ? splitCompound(word, lexicon) : 0;
  if (split === 0) return [atom(0, word.length, compounds.word(form), lookupOf(word))];
  const left = word.slice(0, split);
  const right = word.slice(split);
  return [
    atom(0, split, romaniser.romanise(left, script), lookupOf(left)),
    atom(split, word.length, romaniser.romanise(right, script), lookupOf(right)),
  ];
}

/** One atom per syllable where the Latin spelling has as many parts as the word has characters. */
function syllables(
  text: string,
  latin: string,
  atom: (from: number, to: number, form: string, own: string) => Atom,
): Atom[] {
  const letters = [...text];
  const forms = latin.split(' ');
  if (forms.length !== letters.length) return [atom(0, text.length, forms.join(''), lookupOf(text))];
  let at = 0;
  return letters.map((letter, index) => {
    const from = at;
    at += letter.length;
    return atom(from, at, forms[index] as string, lookupOf(letter));
  });
}

/** Length of the Arabic article at the head of a word, with "and" or "for" before it: ال, وال, لل. */
function articleOf(text: string, own: string): number {
  if (text.length !== own.length || own.length < 5 || own.startsWith('الله')) return 0;
  if (own.startsWith('ال')) return 2;
  return own.length >= 6 && own.startsWith('وال') ? 3 : own.startsWith('لل') && own.length >= 6 ? 2 : 0;
}

/** Abd, Abu, al-Din and Allah written together with the rest in Arabic letters: the rest is a word to be looked up. */
function joinedWriting(own: string, romanise: (word: string) => string): string {
  if (own.length < 6) return '';
  if (own.startsWith('عبدال') && own.length > 7) return `abd${romanise(own.slice(5))}`;
  if (own.startsWith('ابو') && own.length > 5 && own[3] !== 'ا') return `abu${romanise(own.slice(3))}`;
  if (own.startsWith('ابوال') && own.length > 7) return `abu${romanise(own.slice(5))}`;
  if (own.endsWith('الدين') && own.length > 6) return `${romanise(own.slice(0, -5))}aldin`;
  if (own.endsWith('الله') && !own.startsWith('عبد')) return `${romanise(own.slice(0, -4))}allah`;
  return '';
}

/** Letters of the first of two given names that Persian and Urdu write as one word (محمدجواد), 0 for a single one. */
function firstOfPair(own: string): number {
  const first = /^(?:محمد|غلام)(?=.{3})/.exec(own)?.[0];
  return first === undefined || /^.{4}(?:زاد|پور|يان)/.test(own) ? 0 : first.length;
}

/** Where a word falls into two: SiemensAG. 0 when it does not. */
function splitCompound(word: string, lexicon: Lexicon): number {
  const glued = /^.*\p{Ll}(?=\p{Lu}[\p{L}]{1,5}$)/u.exec(word);
  if (glued !== null && glued[0].length >= 3) {
    const rest = word.slice(glued[0].length);
    const phrases = lexicon.phrases(lookupOf(rest));
    if (phrases.some((phrase) => phrase.words.length === 1 && phrase.type === 'legal-form'))
      return glued[0].length;
  }
  return 0;
}
