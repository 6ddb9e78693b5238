/**
 * The field: packages for the likeness of strings, on the pairs that carry a score of logic-v2. They get both names as
 * our `normalise` makes them (small letters, no accents). A threshold chosen afterwards on the same pairs flatters.
 */
import { distance } from 'fastest-levenshtein';
import * as fuzzball from 'fuzzball';
import jaroWinkler from 'jaro-winkler';
import stringSimilarity from 'string-similarity';
import { normalise } from '../../src/text/index.js';
import { accuracy, bestThreshold, type Scored } from './figures.js';
import { THRESHOLD } from './labelled.js';
import { asRival } from './pairs.js';
import type { Setting } from './setting.js';
import { figure, printTable } from './table.js';

const PEERS: Readonly<Record<string, (left: string, right: string) => number>> = {
  'jaro-winkler': (left, right) => jaroWinkler(left, right),
  'fastest-levenshtein, by length': (left, right) =>
    1 - distance(left, right) / Math.max(left.length, right.length, 1),
  'string-similarity (Dice)': (left, right) => stringSimilarity.compareTwoStrings(left, right),
  'fuzzball token_sort_ratio': (left, right) => fuzzball.token_sort_ratio(left, right, AS_IS) / 100,
  'fuzzball token_set_ratio': (left, right) => fuzzball.token_set_ratio(left, right, AS_IS) / 100,
};
/** Else what is not ASCII would be thrown away. */
const AS_IS = { full_process: false };

/** Prints F1 at 0.7 and at the best threshold of each. */
export async function run({ labelled }: Setting): Promise<unknown> {
  const pairs = labelled.filter(({ rival }) => rival !== null);
  const entrants: [string, readonly Scored[]][] = [
    ['Cordon', pairs],
    ['logic-v2 (stored)', asRival(pairs)],
    ...Object.entries(PEERS).map(([name, score]): [string, Scored[]] => [
      name,
      pairs.map(({ left, right, same }) => ({ same, score: score(normalise(left), normalise(right)) })),
    ]),
  ];
  const rows = entrants.map(([name, scored]) => ({
    name,
    atThreshold: accuracy(scored, THRESHOLD),
    best: bestThreshold(scored),
  }));
  console.log(`Others on the ${pairs.length} pairs with a score of logic-v2`);
  printTable(
    ['', `F1 at ${THRESHOLD}`, 'precision', 'recall', 'Brier', 'best F1', 'at'],
    rows.map(({ name, atThreshold: { f1, precision, recall, brier }, best }) => [
      name,
      ...[f1, precision, recall, brier, best.f1, best.threshold].map((value) => figure(value)),
    ]),
  );
  return rows;
}
