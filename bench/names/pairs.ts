/** The labelled pairs: accuracy at 0.7, over all and by group, alone and next to the scores of logic-v2. */
import { type Accuracy, accuracy } from './figures.js';
import { type LabelledPair, THRESHOLD } from './labelled.js';
import type { Setting } from './setting.js';
import { cut, figure, printTable } from './table.js';

const SHOWN = 10;

type Slice = { readonly label: string; readonly pairs: readonly LabelledPair[] };
type Row = { readonly label: string; readonly cordon: Accuracy; readonly logicV2: Accuracy | null };

/** Prints both tables, counts the wrong strong pairs, and shows wrong pairs of the part in use when asked. */
export async function run({ labelled, options }: Setting): Promise<unknown> {
  const all = slices(labelled).map(
    ({ label, pairs }): Row => ({
      label,
      cordon: accuracy(pairs, THRESHOLD),
      logicV2: null,
    }),
  );
  const shared = slices(labelled.filter(({ rival }) => rival !== null)).map(
    ({ label, pairs }): Row => ({
      label,
      cordon: accuracy(pairs, THRESHOLD),
      logicV2: accuracy(asRival(pairs), THRESHOLD),
    }),
  );
  console.log(`All ${labelled.length} labelled pairs at ${THRESHOLD}`);
  printTable(
    ['', 'pairs', 'same', 'F1', 'precision', 'recall', 'Brier'],
    all.map(({ label, cordon }) => [label, String(cordon.pairs), String(cordon.same), ...cells(cordon)]),
  );
  console.log(`The ${shared[0]!.cordon.pairs} with a score of logic-v2: Cordon | logic-v2 (stored)`);
  printTable(
    ['', 'pairs', 'same', 'F1', 'prec', 'recall', 'Brier', '|', 'F1', 'prec', 'recall', 'Brier'],
    shared.map(({ label, cordon, logicV2 }) => [
      label,
      String(cordon.pairs),
      String(cordon.same),
      ...cells(cordon),
      '|',
      ...cells(logicV2!),
    ]),
  );
  const strong = labelled.filter((pair) => pair.quality === 'STRONG' && isWrong(pair));
  console.log(
    `wrong strong pairs: ${strong.length}, ${strong.filter((pair) => pair.heldBack).length} of them held back`,
  );
  if (options.wrong) showWrong(labelled.filter((pair) => !pair.heldBack && isWrong(pair)));
  else console.log('(--wrong shows wrong pairs of the part in use)');
  console.log('');
  return { all, withPeer: shared, wrongStrong: strong.length };
}

/** The same pairs with the stored scores of logic-v2; those without one are left out. */
export function asRival(pairs: readonly LabelledPair[]): LabelledPair[] {
  return pairs.flatMap((pair) => (pair.rival === null ? [] : [{ ...pair, score: pair.rival }]));
}

function slices(pairs: readonly LabelledPair[]): Slice[] {
  const by = (word: string, key: (pair: LabelledPair) => string): Slice[] =>
    [...new Set(pairs.map(key))].sort().map((value) => ({
      label: `${word}${value.toLowerCase()}`,
      pairs: pairs.filter((pair) => key(pair) === value),
    }));
  return [
    { label: 'total', pairs },
    ...by('', ({ heldBack }) => (heldBack ? 'held back' : 'in use while working')).reverse(),
    ...by('quality ', ({ quality }) => quality),
    ...by('group ', ({ group }) => group),
    ...by('schema ', ({ schema }) => schema),
  ];
}

/** F1, precision, recall and Brier score as cells of a table. */
export function cells({ f1, precision, recall, brier, same }: Accuracy): string[] {
  // Where no pair is the same there is nothing to find, and these say nothing.
  const known = same > 0;
  return [known ? f1 : Number.NaN, known ? precision : Number.NaN, known ? recall : Number.NaN, brier].map(
    (value) => figure(value),
  );
}

function isWrong({ score, same }: LabelledPair): boolean {
  return score >= THRESHOLD !== same;
}

/** The wrong strong ones, and of all those that are furthest from right. */
function showWrong(wrong: readonly LabelledPair[]): void {
  const worst = wrong.toSorted((a, b) => Math.abs(b.score - THRESHOLD) - Math.abs(a.score - THRESHOLD));
  for (const [title, some] of [
    ['wrong strong pairs in use', wrong.filter(({ quality }) => quality === 'STRONG')],
    [`the ${SHOWN} furthest off of ${wrong.length} wrong pairs in use`, worst.slice(0, SHOWN)],
  ] as const) {
    console.log(`${title}:`);
    for (const { left, right, same, score } of some)
      console.log(
        `  ${same ? 'same' : 'not '} ${figure(score, 2)}  ${cut(left, 41).padEnd(41)} | ${cut(right, 41)}`,
      );
  }
}
