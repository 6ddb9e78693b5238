/**
 * What it costs to turn one letter into another (data/match/edit-costs.csv), laid out for the inner loop: a matrix of
 * letter pairs, a cost per dropped letter, and pairs of letters that sound as one. Costs are whole hundredths of an
 * edit, so that sums are exact and the same from either side.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';

/** Where the costs stand under `data/`. */
export const EDIT_COSTS_TABLE = 'match/edit-costs.csv';

/** Letters as small numbers: a-z 0 to 25, digits 26 to 35, what has no Latin spelling 36 to 63. */
export const LETTERS = 64;
const DIGIT_A = 26;
const FOREIGN = 36;
const VOWELS = 'aeiouy';

/**
 * Costs in hundredths. `substitute[a * LETTERS + b]`; `drop[a]`; `abjadSubstitute`, `abjadDrop` where one side's script
 * writes no vowels; `pairs[a * LETTERS + b]` the number of a pair of letters, 0 for none; `pairTo[number * LETTERS + c]` what
 * that pair costs for one letter `c`, 0 where it is not to be had.
 */
export type EditCosts = {
  readonly substitute: Uint8Array;
  readonly abjadSubstitute: Uint8Array;
  readonly drop: Uint8Array;
  readonly abjadDrop: Uint8Array;
  readonly pairs: Uint8Array;
  readonly pairTo: Uint8Array;
  readonly double: number;
  readonly swap: number;
  readonly firstFactor: number;
};

/** The number of a letter by its UTF-16 code. */
export function letterOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 48 + DIGIT_A;
  return FOREIGN + (code % (LETTERS - FOREIGN));
}

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
  const costs = {
    substitute: new Uint8Array(LETTERS * LETTERS),
    abjadSubstitute: new Uint8Array(LETTERS * LETTERS),
    drop: new Uint8Array(LETTERS),
    abjadDrop: new Uint8Array(LETTERS),
    pairs: new Uint8Array(LETTERS * LETTERS),
    pairTo: new Uint8Array(256 * LETTERS),
    double: 0,
    swap: 0,
    firstFactor: 1,
  };
  let pairCount = 0;
  for (const { line, cells } of rows) {
    const cost = Math.round(Number(cells.cost) * 100);
    if (!(cost > 0 && cost < 256)) throw bad(line, `cost: expected 0.01 to 2.55, got "${cells.cost}"`);
    if (cells.kind === 'substitute' || cells.kind === 'abjad') {
      for (const a of lettersOf(cells.from, line)) {
        for (const b of lettersOf(cells.to, line)) {
          if (a === b) continue;
          for (const at of [a * LETTERS + b, b * LETTERS + a]) {
            if (cells.kind === 'substitute') costs.substitute[at] = cost;
            costs.abjadSubstitute[at] = cost;
          }
        }
      }
    } else if (cells.kind === 'drop' && cells.from === 'double') {
      costs.double = cost;
    } else if (cells.kind === 'drop' && cells.from === 'abjad-vowel') {
      for (const letter of lettersOf('vowel', line)) costs.abjadDrop[letter] = cost;
    } else if (cells.kind === 'drop') {
      for (const letter of lettersOf(cells.from, line)) {
        costs.drop[letter] = cost;
        costs.abjadDrop[letter] = cost;
      }
    } else if (cells.kind === 'pair') {
      const at = letterOf(cells.from.charCodeAt(0)) * LETTERS + letterOf(cells.from.charCodeAt(1));
      if (costs.pairs[at] === 0) costs.pairs[at] = ++pairCount;
      costs.pairTo[costs.pairs[at]! * LETTERS + letterOf(cells.to.charCodeAt(0))] = cost;
    } else if (cells.kind === 'swap') {
      costs.swap = cost;
    } else if (cells.kind === 'factor' && cells.from === 'first') {
      costs.firstFactor = cost / 100;
    } else throw bad(line, `kind: "${cells.kind}" with "${cells.from}" is not known`);
  }
  return costs;
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
