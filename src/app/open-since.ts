/**
 * Opening two worlds for delta screening: the one asked for, and the base it is held against (a version of a list, a
 * day, or the file of an earlier run), with an index of the entries that differ. The base run must have been made as
 * this one is: where engine, rules or settings differ, so may every answer, and only a full run tells.
 */
import { CordonError, type Day, isDay, stableJson } from '../base/index.js';
import { diskStorage, openStore, type Version } from '../lists/store/index.js';
import type { PartyDecision, WorldList, WorldStatement } from '../model/index.js';
import type { Worlds } from '../screening/index.js';
import { type BaseRun, readBaseRun } from './base-run.js';
import { type EntryCounts, indexChangedEntries } from './changed-entries.js';
import { openKnowledge, openTables } from './knowledge.js';
import {
  assemble,
  type OpenWorld,
  openLists,
  openWorld,
  type WorldOptions,
  type WorldSeed,
} from './open-world.js';

/** Two worlds as they travel to threads; `lists` is what the numbers in the index of changed entries stand for. */
export type SinceSeed = {
  readonly before: WorldSeed;
  readonly now: WorldSeed;
  readonly changed: { readonly index: SharedArrayBuffer; readonly lists: readonly WorldList[] };
};

/** Open worlds, with the seed for threads. `run` is the base run's file, null where a version or a day was named. */
export type OpenWorlds = Worlds & {
  readonly seed: SinceSeed;
  readonly counts: readonly EntryCounts[];
  readonly run: BaseRun | null;
};

/**
 * Opens the base beside a world.
 *
 * @param now the world as asked for; `options` are those it was opened with
 * @param since a version's hash (at least eight digits), a day, or the file of an earlier run: its record, or its
 *   answers as JSON lines
 * @throws CordonError `usage` for something else, and for a base that is younger than the world; `base-differs` naming
 *   what differs; `snapshot-missing` when a version of the base is no longer held
 */
export async function openSince(now: OpenWorld, options: WorldOptions, since: string): Promise<OpenWorlds> {
  const { statement } = now;
  const run = /^[0-9a-f]{8,64}$/.test(since) || isDay(since) ? null : await readBaseRun(since);
  if (run !== null) refuseOther(run.world, statement, since);
  const base = run === null ? namedBase(now, since) : baseOf(run.world);
  if (base.date > statement.date) {
    const message = `--since ${since}: the base is of ${base.date}, later than ${statement.date}: give the later world with --date`;
    throw new CordonError('usage', message);
  }
  const worlds = await openBeside(now, options, base);
  if (run !== null) refuseOtherFormer(run.world, worlds.before.statement, since);
  return { ...worlds, run };
}

/** A base: its day, the very versions of its lists, and people's decisions on parties where they are not those of now. */
export type Base = {
  readonly date: Day;
  readonly versions: readonly Version[];
  readonly decisions?: readonly PartyDecision[];
};

/** The base that an earlier run's world is. */
export function baseOf({ date, lists, settings }: WorldStatement): Base {
  // A run of a version that knew no decisions made none.
  return { date, versions: lists, decisions: settings.decisions ?? [] };
}

/**
 * Opens the very versions of a base beside a world, as a record names them.
 *
 * @throws CordonError `snapshot-missing`
 */
export async function openBeside(
  now: OpenWorld,
  options: WorldOptions,
  { date, versions, decisions }: Base,
): Promise<OpenWorlds> {
  const before = await openWorld({
    ...options,
    date,
    snapshots: versions,
    ...(decisions === undefined ? {} : { decisions }),
  });
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  const store = await openLists(now.seed, tables, knowledge);
  const { index, lists, counts } = indexChangedEntries({ before, now }, store);
  const seed = { before: before.seed, now: now.seed, changed: { index, lists } };
  const changed = assemble(knowledge, store, { statement: now.statement, index }, lists);
  return { before, now, changed, seed, counts, run: null };
}

/** Opens, in a worker thread, the worlds of a seed. */
export async function openSinceSeed(seed: SinceSeed): Promise<Worlds> {
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  const store = await openLists(seed.now, tables, knowledge);
  const { index, lists } = seed.changed;
  return {
    before: assemble(knowledge, store, seed.before),
    now: assemble(knowledge, store, seed.now),
    changed: assemble(knowledge, store, { statement: seed.now.statement, index }, lists),
  };
}

/** A version of one list stands in for that list alone; a day for all of them. */
function namedBase(now: OpenWorld, since: string): Base {
  const { date, lists, sample } = now.statement;
  if (sample) throw new CordonError('usage', '--since: the bundled sample has no history; load lists');
  const store = openStore(diskStorage(now.seed.home));
  if (isDay(since)) {
    const known = store.choose(since).filter(({ later }) => !later);
    if (known.length > 0) return { date: since, versions: known.map(({ snapshot }) => snapshot) };
    throw new CordonError('snapshot-missing', `--since ${since}: no list was held on that day`);
  }
  const snapshot = store.snapshot(since);
  const versions = lists.map((list) => (list.source === snapshot.source ? snapshot : list));
  return { date, versions: versions.includes(snapshot) ? versions : [...versions, snapshot] };
}

/**
 * Lists and day may differ, and decisions on parties, since what these touch is known; whatever else differs may change
 * every answer.
 */
function refuseOther(base: WorldStatement, now: WorldStatement, since: string): void {
  const facts = ({ engine, rules, sample, settings: { decisions: _, ...settings } }: WorldStatement) => ({
    engine,
    rules,
    sample,
    ...settings,
  });
  const was = facts(base) as Readonly<Record<string, unknown>>;
  const differing = Object.entries(facts(now))
    .filter(([name, value]) => stableJson(was[name]) !== stableJson(value))
    .map(([name, value]) => `${name} (${stableJson(was[name])}, now ${stableJson(value)})`);
  if (differing.length === 0) return;
  const message = `--since ${since}: the base run was made with other ${differing.join(', ')}: screen the whole file once, and take that run as the base`;
  throw new CordonError('base-differs', message);
}

/** A run against other former entries than the base run met would pass over whoever is among them. */
function refuseOtherFormer(base: WorldStatement, held: WorldStatement, since: string): void {
  // A run of a version that did not name them says nothing of them.
  const other = base.lists.find(
    ({ former }, at) => former !== undefined && former !== held.lists[at]?.former,
  );
  if (other === undefined) return;
  const message = `--since ${since}: the base run knew other former entries of ${other.source} than this state folder holds: screen the whole file once, and take that run as the base`;
  throw new CordonError('base-differs', message);
}
