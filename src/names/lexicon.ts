/** The tables of names, read once: phrases by their first word (legal forms, titles, places, …) and given-name groups. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import { normalise, tokenise } from '../text/index.js';
import { letterRuns } from './letters.js';
import type { PartType } from './types.js';

/** Tables of this room, paths under `data/`. */
export const NAMES_TABLES: readonly string[] = [
  'names/words.csv',
  'names/legal-forms.csv',
  'names/equivalents.csv',
  'names/frequencies.tsv',
];

/** What a phrase is: the types of parts, and words that only announce, or only join, others. */
export type PhraseType = PartType | 'name-particle' | 'number-sign';

/** Words that stand for one thing. `words` are lookup spellings (see `lookupOf`); `where` an end of the name. */
export type Phrase = {
  readonly words: readonly string[];
  readonly type: PhraseType;
  readonly form: string;
  readonly where: 'both' | 'head' | 'tail';
};

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** The tables as `openNames` uses them. `families` tells the family of a legal form (gmbh → llc). */
export type Lexicon = {
  readonly phrases: Phrases;
  readonly families: ReadonlyMap<string, string>;
  /** Han words for segmenting a run, longest first lookup by text. */
  readonly han: ReadonlyMap<string, Phrase>;
};

/** Reads the tables. @throws CordonError `table-invalid` */
export function openLexicon(tables: DataTables): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const han = new Map<string, Phrase>();
  const families = new Map<string, string>();
  const add = (text: string, type: PhraseType, form: string, where: Phrase['where']): void => {
    const words = lookupWords(text);
    const first = words[0];
    if (first === undefined) return;
    const phrase: Phrase = { words, type, form, where };
    if (words.length === 1 && /^\p{Script=Han}+$/u.test(first)) {
      if (!han.has(first)) han.set(first, phrase);
      return;
    }
    const list = phrases.get(first);
    if (list === undefined) phrases.set(first, [phrase]);
    else list.push(phrase);
  };
  const [wordsFile, formsFile] = NAMES_TABLES as [string, string];
  for (const { cells } of readDataTable(dataTable(tables, formsFile), formsFile, [
    'id',
    'family',
    'country',
    'where',
    'forms',
    'source',
  ])) {
    families.set(cells.id, cells.family);
    for (const form of cells.forms.split(';')) add(form, 'legal-form', cells.id, cells.where as Phrase['where']);
  }
  for (const { cells } of readDataTable(dataTable(tables, wordsFile), wordsFile, [
    'type',
    'form',
    'words',
    'source',
  ])) {
    for (const word of cells.words.split(';')) add(word, cells.type as PhraseType, cells.form, 'both');
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { phrases, families, han };
}

/** The words of a phrase as the parser looks them up: single letters that stand together are one word. */
export function lookupWords(text: string): string[] {
  const tokens = tokenise(text);
  const words = tokens.map((token) => lookupOf(token.text));
  for (const { from, to } of letterRuns(text, tokens).reverse()) {
    words.splice(from, to - from, words.slice(from, to).join(''));
  }
  return words;
}

/** A word as phrases are looked up by: normalised, without apostrophes and quotes, in its own script. */
export function lookupOf(word: string): string {
  return normalise(word).replace(/['"]/g, '');
}
