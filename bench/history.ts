/**
 * Claim: a year of daily lists costs little more than its changes. Store size (packs, snapshots, manifest; indexes aside)
 * of two neighbouring UN lists, of two days of the OFAC list that differ in 20 entries, of the same list with a new date
 * alone, and of 365 days with 10 changes each: 6 entries changed, 3 new, 1 removed, by a seeded draw. Beside them what
 * whole files would take, and the time of a day's writing and of opening a year.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  diskStorage,
  neighbourOf,
  openEncoder,
  openStore,
  openWriter,
  STAGING,
  verifyState,
} from '../src/lists/store/index.js';
import type { Entity } from '../src/model/index.js';
import { LISTS, median, runCordon } from './support/command.js';

const DAYS = 365;
const NO_INDEX = { builder: 'none', build: () => new Uint8Array(0) };
const WORDS = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Iris', 'Juniper'];

export async function run(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  try {
    await neighbours(join(home, 'un'));
    const entities = load(join(home, 'ofac'));
    await twoDays(join(home, 'two'), entities);
    await year(join(home, 'year'), entities);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function neighbours(home: string): Promise<void> {
  const load = (folder: string) =>
    runCordon(['lists', 'update', '--from', join(LISTS, folder), '--as', 'un-sc', '--home', home, '--quiet']);
  load('un-sc-2025-04');
  const one = sizeOf(home);
  load('un-sc');
  const two = sizeOf(home);
  const raw = openStore(diskStorage(home))
    .snapshots('un-sc')
    .map(({ bytes }) => bytes);
  tell('UN, April 2025', one, raw[0]!);
  tell('UN, April 2025 and February 2026', two, raw[0]! + raw[1]!);
  console.log(`  the second adds ${percent(two - one, one)} of the first`);
}

/** The real list's entities, as the command reads them. */
function load(home: string): Entity[] {
  const from = join(LISTS, 'us-ofac-sdn');
  runCordon(['lists', 'update', '--from', from, '--as', 'us-ofac-sdn', '--home', home, '--quiet']);
  const store = openStore(diskStorage(home));
  return [...store.entities(store.current()[0]!.hash)].map(({ entity }) => entity);
}

async function twoDays(home: string, entities: readonly Entity[]): Promise<void> {
  const draw = openDraw(7);
  await keep(home, entities, '2026-01-01');
  const one = sizeOf(home);
  const raw = rawOf(home);
  tell('OFAC, one day', one, raw);
  await keep(home, change(entities, 20, draw), '2026-01-02');
  const two = sizeOf(home);
  tell('OFAC, two days, 20 entries changed', two, 2 * raw);
  console.log(
    `  the second adds ${percent(two - one, one)} of the first, ${bytes((two - one) / 20)} an entry`,
  );
  await keep(home, change(entities, 20, openDraw(7)), '2026-01-03');
  console.log(`  the same entries with a new date add ${sizeOf(home) - two} bytes`);
}

async function year(home: string, first: readonly Entity[]): Promise<void> {
  const draw = openDraw(11);
  let entities = first;
  await keep(home, entities, dayOf(0));
  const one = sizeOf(home);
  const times: number[] = [];
  for (let day = 1; day < DAYS; day += 1) {
    entities = change(entities, 6, draw);
    const added = Array.from({ length: 3 }, (_, at) => newEntity(entities, day * 3 + at, draw));
    const gone = draw(entities.length);
    entities = [...entities.filter((_, at) => at !== gone), ...added];
    const started = performance.now();
    await keep(home, entities, dayOf(day));
    times.push(performance.now() - started);
  }
  const all = sizeOf(home);
  tell(`OFAC, ${DAYS} days, 10 changes each`, all, rawOf(home) * DAYS);
  console.log(`  ${(all / one).toFixed(2)} times one day; ${bytes((all - one) / (DAYS - 1))} a day`);
  console.log(`  ${percent(all, rawOf(home))} of one day as whole files`);
  console.log(`  manifest ${bytes(statSync(join(home, 'manifest.json')).size)}`);
  console.log(
    `  a day's encoding and writing: ${median(times).toFixed(0)} ms, the last ${times.at(-1)!.toFixed(0)} ms`,
  );
  const started = performance.now();
  const store = openStore(diskStorage(home));
  const [chosen] = store.choose(dayOf(DAYS >> 1));
  store.entities(chosen!.snapshot.hash).next();
  console.log(`  opening a day in the middle: ${(performance.now() - started).toFixed(1)} ms`);
  const checked = performance.now();
  const { damage, files } = verifyState(diskStorage(home));
  const seconds = (performance.now() - checked) / 1000;
  console.log(`  verify: ${files} files in ${seconds.toFixed(1)} s, ${damage.length} damaged`);
}

async function keep(home: string, entities: readonly Entity[], published: string): Promise<void> {
  const storage = diskStorage(home);
  const writer = openWriter(storage);
  const encoder = openEncoder(storage, `${STAGING}/1`);
  for (const entity of entities) encoder.entity(entity);
  const encoded = encoder.finish('us-ofac-sdn', published, neighbourOf(storage, 'us-ofac-sdn', published));
  const facts = { title: 'bench', publisher: null, regime: null, official: false } as const;
  const files = ['SDN.CSV', 'ADD.CSV', 'ALT.CSV', 'SDN_COMMENTS.CSV'];
  writer.take({ encoded, facts, format: 'CSV', files, retrieved: published, engine: 'bench', accept: null });
  await writer.commit(NO_INDEX);
  writer.close();
}

/** Another alias for so many entities. */
function change(entities: readonly Entity[], count: number, draw: (below: number) => number): Entity[] {
  const changed = [...entities];
  for (let done = 0; done < count; done += 1) {
    const at = draw(changed.length);
    const { properties } = changed[at]!;
    const alias = [...(properties.alias ?? []), `${WORDS[draw(10)]} ${WORDS[draw(10)]} ${draw(1000)}`];
    changed[at] = { ...changed[at]!, properties: { ...properties, alias } };
  }
  return changed;
}

/** OFAC numbers rise: new entries stand at the end. */
function newEntity(entities: readonly Entity[], at: number, draw: (below: number) => number): Entity {
  const like = entities[draw(entities.length)]!;
  return { ...like, id: `us-ofac-sdn-${90_000 + at}`, caption: `${WORDS[draw(10)]} ${at}` };
}

function openDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
}

function rawOf(home: string): number {
  return openStore(diskStorage(home)).current()[0]!.bytes;
}

/** Bytes of all files but the indexes. */
function sizeOf(home: string): number {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return paths
    .filter((path) => !path.includes('/index/'))
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

function tell(what: string, stored: number, raw: number): void {
  console.log(`${what}: ${bytes(stored)}, as whole files ${bytes(raw)}`);
}

function bytes(count: number): string {
  return count >= 1e6 ? `${(count / 1e6).toFixed(2)} MB` : `${(count / 1e3).toFixed(1)} kB`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`;
}
