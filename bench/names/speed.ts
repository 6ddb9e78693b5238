/**
 * Pairs a second on one core, against logic-v2 on the same machine, in the same run, on the same pairs. Rounds alternate
 * after both are warm; processor time is counted and not the clock's, since others may use the machine.
 */
import type { PreparedParty } from '../../src/match/index.js';
import { nameKindOf, type ParsedName } from '../../src/names/index.js';
import { median } from '../support/command.js';
import { accuracy } from './figures.js';
import { type LabelledPair, THRESHOLD } from './labelled.js';
import { type LogicV2, type Mode, openLogicV2 } from './logic-v2.js';
import { showOnePair } from './one-pair.js';
import { asRival } from './pairs.js';
import type { Setting } from './setting.js';
import { figure, printTable, whole } from './table.js';

const ROUNDS = 7;
/** Processor seconds that a round of Cordon should take at least. */
const LONG_ENOUGH = 0.25;
/** Scores nearer than this are the same score, stored with fewer decimals. */
const EQUAL = 0.005;

type Work = { readonly label: string; readonly rival: Mode; readonly once: () => void };
type Row = { readonly label: string; readonly cordon: number; readonly logicV2: number | null };

/** Prints both speeds, their ratio, and how accurate logic-v2 is as installed. */
export async function run(setting: Setting): Promise<unknown> {
  const { labelled } = setting;
  let rival: LogicV2 | null = null;
  let reason = '';
  try {
    rival = await openLogicV2(labelled.map(({ schema, left, right }) => [schema, left, right]));
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  try {
    const rows: Row[] = [];
    for (const work of works(setting)) rows.push(await race(work, labelled.length, rival));
    console.log(
      `Pairs a second on one core, ${labelled.length} pairs, median of ${ROUNDS} alternating rounds`,
    );
    printTable(
      ['', 'Cordon', 'logic-v2', 'ratio'],
      rows.map(({ label, cordon, logicV2 }) => [
        label,
        whole(cordon),
        logicV2 === null ? 'not measured' : whole(logicV2),
        logicV2 === null ? '–' : `${(cordon / logicV2).toFixed(0)} ×`,
      ]),
    );
    const onePair = await showOnePair(setting.knowledge);
    if (rival === null) {
      console.log(`logic-v2 was not measured: ${reason}\n`);
      return { rows, onePair, reason };
    }
    if (!rival.allRemembered) console.log('logic-v2 forgot parsed names: its first two figures parse again');
    return { rows, onePair, version: rival.version, accuracy: await showAccuracy(rival, labelled) };
  } finally {
    rival?.close();
  }
}

/** What is timed, names parsed beforehand first. */
function works({ labelled, knowledge: { names, matcher } }: Setting): Work[] {
  const parsed = labelled.map(({ schema, left, right }): [ParsedName, ParsedName] => [
    names.parse(left, nameKindOf(schema)),
    names.parse(right, nameKindOf(schema)),
  ]);
  const party = (schema: string, name: string) => matcher.prepare({ schema, properties: { name: [name] } });
  const parties = labelled.map(({ schema, left, right }): [PreparedParty, PreparedParty] => [
    party(schema, left),
    party(schema, right),
  ]);
  return [
    {
      label: 'names parsed before: the score',
      rival: 'prepared',
      once: () => {
        for (const [left, right] of parsed) matcher.scoreNames(left, right);
      },
    },
    {
      label: 'parties prepared before: score and explanation',
      rival: 'prepared',
      once: () => {
        for (const [left, right] of parties) matcher.compare(left, right);
      },
    },
    {
      label: 'names as text: parsing and the score',
      rival: 'parsing',
      once: () => {
        for (const { schema, left, right } of labelled) {
          const kind = nameKindOf(schema);
          matcher.scoreNames(names.parse(left, kind), names.parse(right, kind));
        }
      },
    },
    {
      label: 'parties as given: preparing, score, explanation',
      rival: 'parsing',
      once: () => {
        for (const { schema, left, right } of labelled)
          matcher.compare(party(schema, left), party(schema, right));
      },
    },
  ];
}

/** Pairs a second of both; one round of each goes before and does not count. */
async function race({ label, rival: mode, once }: Work, pairs: number, rival: LogicV2 | null): Promise<Row> {
  let times = 1;
  while (secondsOf(once, times) < LONG_ENOUGH) times *= 2;
  await rival?.round(mode, 1);
  const cordon: number[] = [];
  const logicV2: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    cordon.push((pairs * times) / secondsOf(once, times));
    if (rival !== null) logicV2.push(pairs / (await rival.round(mode, 1)).seconds);
  }
  return { label, cordon: median(cordon), logicV2: rival === null ? null : median(logicV2) };
}

function secondsOf(once: () => void, times: number): number {
  const started = process.cpuUsage();
  for (let time = 0; time < times; time++) once();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

/** What logic-v2 scores now, beside what is stored with the pairs. */
async function showAccuracy(rival: LogicV2, labelled: readonly LabelledPair[]): Promise<unknown> {
  const { scores } = await rival.round('prepared', 1);
  const now = labelled.map((pair, at) => ({ ...pair, score: scores[at]! }));
  const shared = now.filter((pair) => pair.rival !== null);
  const moved = shared.filter((pair) => Math.abs(pair.score - pair.rival!) > EQUAL).length;
  const rows = [
    { label: `logic-v2 ${rival.version}, now, all pairs`, figures: accuracy(now, THRESHOLD) },
    {
      label: `logic-v2 ${rival.version}, now, pairs with a stored score`,
      figures: accuracy(shared, THRESHOLD),
    },
    { label: 'logic-v2 as stored, the same pairs', figures: accuracy(asRival(shared), THRESHOLD) },
  ];
  console.log(`The accuracy of logic-v2; ${moved} of ${shared.length} stored scores are others now`);
  printTable(
    ['', 'pairs', 'F1', 'precision', 'recall', 'Brier'],
    rows.map(({ label, figures: { pairs, f1, precision, recall, brier } }) => [
      label,
      String(pairs),
      ...[f1, precision, recall, brier].map((value) => figure(value)),
    ]),
  );
  return { rows, moved };
}
