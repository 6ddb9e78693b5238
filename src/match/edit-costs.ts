/**
 * What it costs to turn one letter into another (data/match/edit-costs.csv), laid out for the inner loop: a matrix of
 * letter pairs, a cost per dropped letter, and spellings of more letters that stand for one sound. Costs are whole
 * hundredths of an edit, so that sums are exact and the same from either side.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import { type GraphemePair, type Graphemes, layOutGraphemes } from './graphemes.js';
import { DIGIT_A, FOREIGN, LETTERS, letterOf } from './letters.js';

/** Where the costs stand under `data/`. */
export const EDIT_COSTS_TABLE = 'match/edit-costs.csv';

const VOWELS = 'aeiouy';
/** A spelling of letters that stand together for one sound, perhaps only at an end of the word. */
const SPELLING = /^\^?[a-z0-9]{1,10}\$?$/;

/** How sure the letters of two words are, which decides what they cost: the number of the costs in `EditCosts.letters`. */
export const USUAL = 0;
/** One side's script writes no vowels: they were guessed. */
export const GUESSED = 1;
/** Both words have an ending of a language whose romanisations agree on vowels: Kolyagin is not Kulagin. */
export const STEADY = 2;
/** Both are one syllable, where unlike letters are other names (Shen, Chen): only `pair` rows count as one sound. */
export const SYLLABLE = 3;
/** One of the above. */
export type Certainty = typeof USUAL | typeof GUESSED | typeof STEADY | typeof SYLLABLE;

/** Costs in hundredths: `substitute[a * LETTERS + b]` of one letter for another, `drop[a]` of one left out. */
export type LetterCosts = { readonly substitute: Uint8Array; readonly drop: Uint8Array };

/** All costs in hundredths; `graphemes` what spellings of several letters cost for each other. */
export type EditCosts = {
  readonly letters: readonly [LetterCosts, LetterCosts, LetterCosts, LetterCosts];
  readonly graphemes: Graphemes;
  readonly double: number;
  readonly swap: number;
  readonly firstFactor: number;
};

/** Rows that change one kind of costs only. */
const OWN_COSTS: ReadonlyMap<string, Certainty> = new Map([
  ['abjad', GUESSED],
  ['abjad-vowel', GUESSED],
  ['steady', STEADY],
  ['steady-vowel', STEADY],
]);

/** Kinds of rows about one letter for another. */
const LETTER_KINDS: ReadonlySet<string> = new Set(['substitute', 'slip', 'abjad', 'steady']);
/** A slip of the finger is not looked for in words of one syllable: Hu is not Gu. */
const NOT_SYLLABLE = [USUAL, GUESSED, STEADY] as const;

/** Reads the table of edit costs. */
export function readEditCosts(tables: DataTables): EditCosts {
  const rows = readDataTable(dataTable(tables, EDIT_COSTS_TABLE), EDIT_COSTS_TABLE, [
    'kind',
    'from',
    'to',
    'cost',
    'case',
    'source',
  ]);
  const letterCosts = (): LetterCosts => ({
    substitute: new Uint8Array(LETTERS * LETTERS),
    drop: new Uint8Array(LETTERS),
  });
  const letters = [letterCosts(), letterCosts(), letterCosts(), letterCosts()] as const;
  const costs = { letters, double: 0, swap: 0, firstFactor: 1 };
  const pairs: GraphemePair[] = [];
  const endings: string[] = [];
  const shared: string[] = [];
  for (const { line, cells } of rows) {
    const cost = Math.round(Number(cells.cost) * 100);
    if (!(cost > 0 && cost < 256)) throw bad(line, `cost: expected 0.01 to 2.55, got "${cells.cost}"`);
    const own = OWN_COSTS.get(cells.kind === 'drop' ? cells.from : cells.kind);
    const all = cells.kind === 'slip' ? NOT_SYLLABLE.map((sure) => letters[sure]) : letters;
    const changed = own === undefined ? all : [letters[own]];
    if (LETTER_KINDS.has(cells.kind)) {
      for (const a of lettersOf(cells.from, line)) {
        for (const b of lettersOf(cells.to, line)) {
          if (a === b) continue;
          for (const { substitute } of changed) {
            substitute[a * LETTERS + b] = cost;
            substitute[b * LETTERS + a] = cost;
          }
        }
      }
    } else if (cells.kind === 'drop' && cells.from === 'double') {
      costs.double = cost;
    } else if (cells.kind === 'drop') {
      const set = own === undefined ? cells.from : 'vowel';
      for (const letter of lettersOf(set, line)) for (const { drop } of changed) drop[letter] = cost;
    } else if (cells.kind === 'ending') {
      endings.push(...cells.from.split(' ').map((one) => spelling(one, line)));
    } else if (cells.kind === 'shared-ending') {
      shared.push(...cells.from.split(' ').map((one) => spelling(one, line)));
    } else if (cells.kind === 'pair') {
      pairs.push({ from: spelling(cells.from, line), to: spelling(cells.to, line), cost, syllable: true });
    } else if (cells.kind === 'sound') {
      const spellings = cells.from.split(' ').map((one) => spelling(one, line));
      for (const [at, from] of spellings.entries())
        for (const to of spellings.slice(at + 1)) pairs.push({ from, to, cost, syllable: false });
    } else if (cells.kind === 'swap') {
      costs.swap = cost;
    } else if (cells.kind === 'factor' && cells.from === 'first') {
      costs.firstFactor = cost / 100;
    } else throw bad(line, `kind: "${cells.kind}" with "${cells.from}" is not known`);
  }
  return { ...costs, graphemes: layOutGraphemes(pairs, endings, shared) };
}

function spelling(text: string, line: number): string {
  if (!SPELLING.test(text)) throw bad(line, `from, to: expected letters that are one sound, got "${text}"`);
  return text;
}

function lettersOf(set: string, line: number): number[] {
  const all = Array.from({ length: LETTERS }, (_, letter) => letter);
  const isVowel = (letter: number) => letter < DIGIT_A && VOWELS.includes(String.fromCharCode(97 + letter));
  if (set === 'any') return all;
  if (set === 'vowel') return all.filter(isVowel);
  if (set === 'consonant') return all.filter((letter) => letter < DIGIT_A && !isVowel(letter));
  if (set === 'letter') return all.filter((letter) => letter < DIGIT_A);
  if (set === 'digit') return all.filter((letter) => letter >= DIGIT_A && letter < FOREIGN);
  if (set.length !== 1) throw bad(line, `from, to: expected one letter or the name of a set, got "${set}"`);
  return [letterOf(set.charCodeAt(0))];
}

function bad(line: number, what: string): CordonError {
  return new CordonError('table-invalid', `${EDIT_COSTS_TABLE}:${line}: ${what}`);
}
