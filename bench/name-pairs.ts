/**
 * Claim: on nomenklatura's labelled pairs of names (name_bench) Cordon's score separates same from different better than
 * its logic-v2 does, at the same threshold of 0.7. A third of the pairs, chosen by the hash of the pair, was held back
 * while the tables were written; both parts are reported, and a wrong strong pair counts as a defect whatever the F1.
 * The share of invented clean names that hit a listed person is measured beside it, and the time of one pair.
 */
import { existsSync, readFileSync } from 'node:fs';
import { measure } from 'mitata';
import { readTable, sha256 } from '../src/base/index.js';
import { MATCH_TABLES, openMatcher } from '../src/match/index.js';
import { NAMES_TABLES, nameKindOf, openNames, type ParsedName } from '../src/names/index.js';
import { TEXT_TABLES } from '../src/text/index.js';

const THRESHOLD = 0.7;
const root = new URL('../', import.meta.url);
const shared = new URL('../shared/data/', root);

type Pair = {
  schema: string;
  name1: string;
  name2: string;
  same: boolean;
  quality: string;
  rival: number | null;
  score: number;
  heldBack: boolean;
};

/** Prints accuracy on the pairs, false alarms on clean names, and the time of one pair. */
export async function run(): Promise<void> {
  const pairsFile = new URL('benchmarks/name-pairs.csv', shared);
  if (!existsSync(pairsFile)) {
    console.log('name-pairs: the labelled pairs are not here; nothing was measured');
    return;
  }
  const tables = new Map(
    [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
      path,
      readFileSync(new URL(`data/${path}`, root), 'utf8'),
    ]),
  );
  const names = openNames(tables);
  const matcher = openMatcher(tables, names);
  const parse = (text: string, schema: string) => names.parse(text, nameKindOf(schema));
  const pairs = readPairs(readFileSync(pairsFile, 'utf8'), (schema, left, right) =>
    matcher.scoreNames(parse(left, schema), parse(right, schema)),
  );
  const scored = pairs.filter((pair) => pair.rival !== null);
  console.log(`${pairs.length} labelled pairs, threshold ${THRESHOLD}`);
  report('all', pairs);
  report(
    'used while the tables were written',
    pairs.filter((pair) => !pair.heldBack),
  );
  report(
    'held back',
    pairs.filter((pair) => pair.heldBack),
  );
  for (const schema of ['Person', 'Company', 'Organization', 'Vessel'])
    report(
      schema,
      pairs.filter((pair) => pair.schema === schema),
    );
  for (const quality of ['STRONG', 'MEDIUM', 'WEAK'])
    report(
      quality.toLowerCase(),
      pairs.filter((pair) => pair.quality === quality),
    );
  report('with a logic-v2 score: cordon', scored);
  report(
    'with a logic-v2 score: logic-v2',
    scored.map((pair) => ({ ...pair, score: pair.rival ?? 0 })),
  );
  report(
    '  held back: logic-v2',
    scored.filter((pair) => pair.heldBack).map((pair) => ({ ...pair, score: pair.rival ?? 0 })),
  );
  for (const pair of pairs.filter((one) => one.quality === 'STRONG' && one.score >= THRESHOLD !== one.same))
    console.log(`wrong strong pair: ${pair.name1} / ${pair.name2}: ${pair.score.toFixed(4)}`);
  falseAlarms(
    (left, right) => matcher.scoreNames(left, right),
    (text) => names.parse(text, 'person'),
  );
  const [left, right] = [
    parse('Mikhail Vladimirovich Mishustin', 'Person'),
    parse('Mikhail Vladimirovich Mishustyn', 'Person'),
  ];
  const other = parse('Mikhail Viktorovich Murashko', 'Person');
  for (const [label, one] of [
    ['equal', left],
    ['one letter off', right],
    ['another person', other],
  ] as const) {
    const { avg } = await measure(() => matcher.scoreNames(left, one));
    console.log(`${label.padEnd(40)} ${(avg / 1000).toFixed(2)} µs a pair of three parts`);
  }
}

function readPairs(text: string, score: (schema: string, left: string, right: string) => number): Pair[] {
  return readTable(text, 'name-pairs.csv').rows.map(({ cells }) => {
    const { schema = '', name1 = '', name2 = '', quality = '' } = cells;
    return {
      schema,
      name1,
      name2,
      quality,
      same: cells.is_match === 'true',
      rival: cells.logic_v2_score ? Number(cells.logic_v2_score) : null,
      score: score(schema, name1, name2),
      heldBack: Number.parseInt(sha256([name1, name2].sort().join('\n')).slice(0, 8), 16) % 3 === 0,
    };
  });
}

function report(label: string, pairs: readonly Pair[]): void {
  const hits = pairs.filter((pair) => pair.score >= THRESHOLD);
  const found = hits.filter((pair) => pair.same).length;
  const same = pairs.filter((pair) => pair.same).length;
  const precision = hits.length === 0 ? 1 : found / hits.length;
  const recall = same === 0 ? 1 : found / same;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const brier =
    pairs.reduce((sum, pair) => sum + (pair.score - (pair.same ? 1 : 0)) ** 2, 0) / Math.max(1, pairs.length);
  const figures = `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  Brier ${brier.toFixed(3)}`;
  console.log(`${label.padEnd(40)} ${String(pairs.length).padStart(4)}  ${figures}`);
}

/** Every 25th invented clean name against every fourth listed person: 2,000 × about 1,800 names. */
function falseAlarms(
  score: (left: ParsedName, right: ParsedName) => number,
  parse: (text: string) => ParsedName,
): void {
  const clean = new URL('benchmarks/negatives_us.csv', shared);
  const listed = new URL('lists/us-ofac-sdn-2026/names-2026-08.json', shared);
  if (!existsSync(clean) || !existsSync(listed)) return;
  const queries = readTable(readFileSync(clean, 'utf8'), 'negatives_us.csv')
    .rows.filter((_, at) => at % 25 === 0)
    .map(({ cells }) => parse(cells.full_name ?? ''));
  const people = listedPeople(JSON.parse(readFileSync(listed, 'utf8')))
    .filter((_, at) => at % 4 === 0)
    .map(parse);
  let alarms = 0;
  for (const query of queries) if (people.some((person) => score(query, person) >= THRESHOLD)) alarms += 1;
  const share = ((100 * alarms) / queries.length).toFixed(2);
  console.log(
    `clean names with a hit: ${alarms} of ${queries.length} (${share} %) against ${people.length} listed people`,
  );
}

function listedPeople(file: { entries: readonly { name: string; type: string }[] }): string[] {
  return file.entries.filter((entry) => entry.type === 'individual').map((entry) => entry.name);
}
