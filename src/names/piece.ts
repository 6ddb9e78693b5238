/**
 * Words of a name before their types are known: each with its comparable forms, its key and its rarity. What a word is
 * made of never depends on the name it stands in, so the work is done once per word and kept.
 */
import { normalise, type Romaniser, type Script, type TextToken } from '../text/index.js';
import { type Frequencies } from './frequency.js';
import { phoneticKey } from './key.js';
import { type Lexicon, lookupOf } from './lexicon.js';
import type { PartType } from './types.js';

/** A part in the making. `lookup` is what phrases are compared with; `capitals` that it is written in capitals only. */
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
};

/** How many words are kept; a table of customers repeats its words, a hostile text must not fill the memory. */
const KEPT = 50_000;

/** Makes pieces of tokens, remembering words it has seen. */
export type PieceMaker = (token: TextToken, name: string) => Piece[];

/** A maker with its own memory. */
export function openPieceMaker(romaniser: Romaniser, frequencies: Frequencies, lexicon: Lexicon): PieceMaker {
  const seen = new Map<string, readonly Atom[]>();
  return (token, name) => {
    let atoms = seen.get(token.text);
    if (atoms === undefined) {
      atoms = atomsOf(token, romaniser, frequencies, lexicon);
      if (seen.size >= KEPT) seen.clear();
      seen.set(token.text, atoms);
    }
    const pieces: Piece[] = [];
    // A token with unseen characters inside is longer than what it reads as: its parts cannot be told apart in it.
    const exact = token.text.length === token.end - token.start;
    for (const atom of atoms) {
      const start = exact ? token.start + atom.from : token.start;
      const end = exact ? token.start + atom.to : token.end;
      const text = name.slice(start, end);
      pieces.push({
        text,
        form: atom.form,
        key: atom.key,
        native: atom.native,
        type: token.kind === 'number' ? 'number' : 'word',
        rarity: atom.rarity,
        script: token.script,
        start,
        end,
        lookup: atom.lookup,
        number: token.kind === 'number',
        capitals: isCapitals(text),
      });
    }
    return pieces;
  };
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function atomsOf(token: TextToken, romaniser: Romaniser, frequencies: Frequencies, lexicon: Lexicon): Atom[] {
  const { text, script, kind } = token;
  const atom = (from: number, to: number, form: string, own: string): Atom => ({
    from,
    to,
    form,
    key: phoneticKey(form),
    native: script === 'Latin' || script === 'Common' ? '' : own,
    lookup: script === 'Latin' ? lookupOf(own) : own,
    rarity: frequencies.rarity(form),
  });
  if (kind === 'number') {
    const digits = normalise(text).replace(/^0+(?=.)/, '');
    return [atom(0, text.length, digits, digits)];
  }
  const own = lookupOf(text);
  if (script === 'Han' || script === 'Hangul') {
    const letters = [...text];
    const forms = romaniser.romanise(text, script).split(' ');
    if (forms.length === letters.length && letters.length > 1) {
      let at = 0;
      return letters.map((letter, index) => {
        const from = at;
        at += letter.length;
        return atom(from, at, forms[index] as string, normalise(letter));
      });
    }
    return [atom(0, text.length, forms.join(''), own)];
  }
  if (script === 'Arabic' && own.length >= 5 && own.startsWith('ال') && !own.startsWith('الله')) {
    const rest = text.slice(2);
    return [
      atom(0, 2, 'al', 'ال'),
      atom(2, text.length, romaniser.romanise(rest, script), lookupOf(rest)),
    ];
  }
  // Putin's, Lloyd's.
  const possessive = script === 'Latin' && text.length > 4 ? /['’]s$/i.test(text) : false;
  const word = possessive ? text.slice(0, -2) : text;
  const form = romaniser.romanise(word, script);
  if (form === '') return [];
  const split = script === 'Latin' ? splitCompound(word, form, lexicon) : 0;
  if (split > 0) {
    const left = word.slice(0, split);
    const right = word.slice(split);
    return [
      atom(0, split, romaniser.romanise(left, script), left),
      atom(split, word.length, romaniser.romanise(right, script), right),
    ];
  }
  return [atom(0, word.length, form, script === 'Latin' ? word : lookupOf(word))];
}

/** Where a word falls into two: Abdulaziz (Abdul Aziz), SiemensAG. 0 when it does not. */
function splitCompound(word: string, form: string, lexicon: Lexicon): number {
  if (word.length === form.length) {
    const servant = /^abd(?:[aeou]l|[aeou]r(?=r)|[aeou]s(?=s)|oul|ool|our(?=r))(?!l?ah|lah)(?=[a-z]{3})/.exec(form);
    if (servant !== null) return servant[0].length;
  }
  const glued = /^.*\p{Ll}(?=\p{Lu}[\p{L}]{1,5}$)/u.exec(word);
  if (glued !== null && glued[0].length >= 3) {
    const rest = word.slice(glued[0].length);
    const phrases = lexicon.phrases.get(lookupOf(rest));
    if (phrases?.some((phrase) => phrase.words.length === 1 && phrase.type === 'legal-form')) return glued[0].length;
  }
  return 0;
}
