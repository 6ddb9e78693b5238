/**
 * Claim: the index of the real OFAC SDN list (names and aliases of sdn.csv and alt.csv of 2021) is built in a second or
 * two, opens in well under 10 ms, and answers a customer's name in well under 300 µs, without losing a listed name: the
 * 2,000 first rows of negatives_us.csv, cold (each name new) and warm (asked again), and every listed name asked for
 * itself. Prints the average number of candidates, since each is scored afterwards.
 */
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type DataTables, readRecords, readTable } from '../src/base/index.js';
import { NAMES_TABLES, type Names, nameKindOf, openNames, type ParsedName } from '../src/names/index.js';
import { IndexBuilder, openIndex, type SearchIndex } from '../src/search/index.js';
import { TEXT_TABLES } from '../src/text/index.js';

const ROOT = new URL('../', import.meta.url);
const SHARED = new URL('../shared/data/', ROOT);
const ASKED = 2000;

type Listed = { schema: string; names: ParsedName[] };

export async function run(): Promise<void> {
  if (!existsSync(new URL('lists/us-ofac-sdn/sdn.csv', SHARED))) {
    console.log('index: the OFAC list is not beside this checkout; nothing measured');
    return;
  }
  const names = openNames(tables());
  const [readMs, listed] = timed(() => readOfac(names));
  const count = listed.reduce((sum, { names: own }) => sum + own.length, 0);
  const [buildMs, file] = timed(() => build(listed));
  const shared = new SharedArrayBuffer(file.length);
  new Uint8Array(shared).set(file);
  const opens = Array.from({ length: 20 }, () => timed(() => openIndex(shared, names.equivalents))[0]);
  const index = openIndex(shared, names.equivalents);
  const [verifyMs] = timed(() => index.verify());
  const asked = readTable(
    readFileSync(new URL('benchmarks/negatives_us.csv', SHARED), 'utf8'),
    'negatives_us.csv',
  )
    .rows.slice(0, ASKED)
    .map(({ cells }) => names.parse(cells.full_name ?? '', 'person'));
  const cold = ask(index, asked);
  const warm = ask(index, asked);
  const self = ask(
    index,
    listed.flatMap((entity) => entity.names),
  );
  console.table({
    'entities, names': `${listed.length}, ${count}`,
    'parse (names)': `${readMs.toFixed(0)} ms`,
    'build and freeze': `${buildMs.toFixed(0)} ms`,
    bytes: `${(file.length / 1e6).toFixed(2)} MB, ${(file.length / count).toFixed(0)} a name`,
    open: `${Math.min(...opens).toFixed(2)} ms, first ${opens[0]?.toFixed(2)} ms`,
    'verify (whole hash)': `${verifyMs.toFixed(1)} ms`,
    'customers, cold': row(cold),
    'customers, warm': row(warm),
    'listed names, each for itself': row(self),
  });
}

function tables(): DataTables {
  return new Map(
    [...TEXT_TABLES, ...NAMES_TABLES].map((path) => [
      path,
      readFileSync(new URL(`data/${path}`, ROOT), 'utf8'),
    ]),
  );
}

/** Names and types only, read naively: this measures the index, not the list reader. */
function readOfac(names: Names): Listed[] {
  const rows = (file: string) =>
    readRecords(readFileSync(new URL(`lists/us-ofac-sdn/${file}`, SHARED), 'latin1'), file).rows;
  const entities = new Map<string, Listed>();
  for (const { cells } of rows('sdn.csv')) {
    const [id = '', name = '', type = ''] = cells;
    if (name === '') continue;
    const schema = /individual/.test(type) ? 'Person' : /vessel/.test(type) ? 'Vessel' : 'Organization';
    entities.set(id, { schema, names: [names.parse(name, nameKindOf(schema))] });
  }
  for (const { cells } of rows('alt.csv')) {
    const entity = entities.get(cells[0] ?? '');
    entity?.names.push(names.parse(cells[3] ?? '', nameKindOf(entity.schema)));
  }
  return [...entities.values()];
}

function build(listed: readonly Listed[]): Uint8Array {
  const builder = new IndexBuilder();
  listed.forEach(({ schema, names }, at) => {
    const own = names.map((parsed) => ({ property: 'name' as const, parsed }));
    builder.add({ list: 0, offset: at * 1000, length: 1000, schema, names: own, identifiers: [] });
  });
  return builder.freeze({ source: 'us-ofac-sdn' });
}

type Asked = { times: Float64Array; entities: number; names: number; without: number };

function ask(index: SearchIndex, asked: readonly ParsedName[]): Asked {
  const times = new Float64Array(asked.length);
  const found = { entities: 0, names: 0, without: 0 };
  asked.forEach((name, at) => {
    const start = performance.now();
    const candidates = index.candidates({ names: [name], identifiers: [] });
    times[at] = (performance.now() - start) * 1000;
    found.entities += candidates.length;
    found.names += candidates.reduce((sum, candidate) => sum + candidate.names.length, 0);
    if (candidates.length === 0) found.without++;
  });
  return { times: times.sort(), ...found };
}

function row({ times, entities, names, without }: Asked): string {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  const each = (count: number) => (count / times.length).toFixed(1);
  return `mean ${mean.toFixed(0)} µs, median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}; candidates ${each(entities)} (names ${each(names)}), none for ${without}`;
}

function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}
