/**
 * Claim: the index of the real OFAC SDN list (names and aliases of sdn.csv and alt.csv of 2021) is built in a second,
 * opens in well under 10 ms, and answers a customer's name in well under 300 µs: the first 2,000 rows of
 * negatives_us.csv, first time (each name new) and again; and loses next to nothing: 120 listed names, changed by a seed,
 * are held against every listed name by the matcher, and whoever scores 0.7 should be among the candidates; so should
 * every pair of name-pairs.csv that scores 0.7, both ways.
 */
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type DataTables, readRecords, readTable } from '../src/base/index.js';
import { MATCH_TABLES, type Matcher, openMatcher } from '../src/match/index.js';
import { NAMES_TABLES, type Names, nameKindOf, openNames, type ParsedName } from '../src/names/index.js';
import { IndexBuilder, openIndex, type SearchIndex } from '../src/search/index.js';
import { TEXT_TABLES } from '../src/text/index.js';

const ROOT = new URL('../', import.meta.url);
const SHARED = new URL('../shared/data/', ROOT);
const ASKED = 2000;
const CHANGED = 120;
const MATCH = 0.7;

type Listed = { schema: string; names: ParsedName[] };
type Asked = { times: Float64Array; entities: number; names: number; without: number };

export async function run(): Promise<void> {
  if (!existsSync(new URL('lists/us-ofac-sdn/sdn.csv', SHARED))) {
    console.log('index: the OFAC list is not beside this checkout; nothing measured');
    return;
  }
  const data = tables();
  const names = openNames(data);
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
  console.table({
    'entities, names': `${listed.length}, ${count}`,
    'parse (names)': `${readMs.toFixed(0)} ms`,
    'build and freeze': `${buildMs.toFixed(0)} ms`,
    bytes: `${(file.length / 1e6).toFixed(2)} MB, ${(file.length / count).toFixed(0)} a name`,
    open: `${Math.min(...opens).toFixed(2)} ms, first ${opens[0]?.toFixed(2)} ms`,
    'verify (whole hash)': `${verifyMs.toFixed(1)} ms`,
    'customers, first time': row(cold),
    'customers, again': row(warm),
    'changed names, by brute force': recall(index, listed, openMatcher(data, names), names),
    'labelled pairs': pairs(openMatcher(data, names), names),
  });
}

function tables(): DataTables {
  return new Map(
    [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
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

/** Entities that score `MATCH` for a changed name of the list, by brute force, and how many of them the index finds. */
function recall(index: SearchIndex, listed: readonly Listed[], matcher: Matcher, names: Names): string {
  const next = random(1);
  let matches = 0;
  let lost = 0;
  for (let round = 0; round < CHANGED; round++) {
    const entity = listed[next(listed.length)]!;
    const name = entity.names[next(entity.names.length)]!;
    const query = names.parse(changed(name.text, next), nameKindOf(entity.schema));
    const found = new Set(index.candidates({ names: [query], identifiers: [] }).map((it) => it.entity));
    listed.forEach((other, at) => {
      if (!other.names.some((own) => matcher.scoreNames(query, own) >= MATCH)) return;
      matches++;
      if (!found.has(at)) lost++;
    });
  }
  return `${matches - lost} of ${matches} entities that score ${MATCH} for ${CHANGED} names are candidates`;
}

/** Pairs that score `MATCH`, each name asked of an index that holds the other. */
function pairs(matcher: Matcher, names: Names): string {
  const text = readFileSync(new URL('benchmarks/name-pairs.csv', SHARED), 'utf8');
  let matches = 0;
  let lost = 0;
  for (const { cells } of readTable(text, 'name-pairs.csv').rows) {
    const schema = cells.schema ?? '';
    const both = [cells.name1 ?? '', cells.name2 ?? ''].map((name) => names.parse(name, nameKindOf(schema)));
    for (const [asked, listed] of [both, both.toReversed()] as [ParsedName, ParsedName][]) {
      if (matcher.scoreNames(asked, listed) < MATCH) continue;
      matches++;
      const index = openIndex(build([{ schema, names: [listed] }]).buffer as ArrayBuffer, names.equivalents);
      if (index.candidates({ names: [asked], identifiers: [] }).length === 0) lost++;
    }
  }
  return `${matches - lost} of ${matches} that score ${MATCH} are candidates`;
}

/** A name with a letter dropped, swapped, doubled or replaced, a word dropped or cut to an initial, two words joined, or turned round. */
function changed(text: string, next: (below: number) => number): string {
  const words = text.replaceAll(',', '').split(/\s+/);
  const at = next(words.length);
  const word = words[at]!;
  const place = next(word.length);
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  const change = next(8);
  if (change === 0) words[at] = before + after;
  if (change === 1) words[at] = before + after.charAt(0) + letter + after.slice(1);
  if (change === 2) words[at] = before + letter + letter + after;
  if (change === 3) words[at] = `${before}${'aeio'.charAt(next(4))}${after}`;
  if (change === 4 && words.length > 2) words.splice(at, 1);
  if (change === 5 && words.length > 2) words[at] = `${word.charAt(0)}.`;
  if (change === 6 && at + 1 < words.length) words.splice(at, 2, word + words[at + 1]!);
  if (change === 7) words.reverse();
  return words.join(' ');
}

/** Whole numbers by a linear congruence: the same on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}
