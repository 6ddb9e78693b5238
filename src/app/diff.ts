/** `lists diff`: two sides, each a snapshot held, what was held on a day, or a folder of files → what changed, by source. */
import { CordonError, type Day, isDay } from '../base/index.js';
import { diffEntities } from '../lists/index.js';
import {
  diskStorage,
  type ListStore,
  memoryStorage,
  openStore,
  openWriter,
  planReading,
  type SnapshotMeta,
  STAGING,
  snapshotDay,
} from '../lists/store/index.js';
import type { DiffSide, Entity, ListDiff } from '../model/index.js';
import { openKnowledge, openListReaders, openTables, type Tables } from './knowledge.js';
import { isFolder } from './open-input.js';
import { stateFolder } from './paths.js';
import { readList } from './read-list.js';
import { today } from './today.js';

/** Two sides of a comparison. `as` names the source of folders that are one source's own. */
export type DiffOptions = {
  readonly home?: string | null;
  readonly from: string;
  readonly to: string;
  readonly as?: string | null;
};

/** What changed, and what was passed over on the way (sentences for people). */
export type DiffReport = { readonly lists: readonly ListDiff[]; readonly warnings: readonly string[] };

/** Snapshots of one side, by source, with the store that holds them. `whole` when it says all that was held. */
type Side = {
  readonly store: ListStore;
  readonly snapshots: ReadonlyMap<string, SnapshotMeta>;
  readonly whole: boolean;
  readonly warnings: readonly string[];
};

/**
 * Compares the lists of two sides. A side is a folder of files (`--as` for one source's own), a day (what was held then)
 * or the hash of a snapshot, at least its first eight digits. Days bring every source that either holds; a snapshot or
 * a folder brings its own sources only.
 *
 * @returns one row per source, sorted; a source that one side lacks has null there and all its entities came or went
 * @throws CordonError `usage` when a side is none of the three or the sides share no source; `snapshot-missing`; what
 *   reading a folder throws
 */
export async function diffLists(options: DiffOptions): Promise<DiffReport> {
  const tables = openTables();
  const held = openStore(diskStorage(stateFolder(options.home ?? null)));
  const before = await openSide(options.from, held, tables, options.as ?? null);
  const after = await openSide(options.to, held, tables, options.as ?? null);
  const sources = [...new Set([...before.snapshots.keys(), ...after.snapshots.keys()])].sort();
  const wanted = sources.filter(
    (source) =>
      (options.as == null || source === options.as) &&
      (before.whole || before.snapshots.has(source)) &&
      (after.whole || after.snapshots.has(source)),
  );
  if (wanted.length === 0) {
    const names = (side: Side) => [...side.snapshots.keys()].join(', ') || 'nothing';
    const message = `${options.from} holds ${names(before)}, ${options.to} holds ${names(after)}: no source to compare: name the source of a folder with --as ID`;
    throw new CordonError('usage', message);
  }
  const lists = wanted.map((source) => diffSource(source, before, after));
  return { lists, warnings: [...before.warnings, ...after.warnings] };
}

function diffSource(source: string, before: Side, after: Side): ListDiff {
  const from = before.snapshots.get(source);
  const to = after.snapshots.get(source);
  const same = from !== undefined && to !== undefined && from.content === to.content;
  const changes = same
    ? { added: [], removed: [], changed: [] }
    : diffEntities(entitiesOf(before, from, after, to), entitiesOf(after, to, before, from));
  return {
    source,
    official: (to ?? from)?.official ?? true,
    from: sideOf(from),
    to: sideOf(to),
    ...changes,
  };
}

/** All entities of a side or, where one store holds both, those that the other may hold otherwise. */
function* entitiesOf(
  { store }: Side,
  snapshot: SnapshotMeta | undefined,
  other: Side,
  otherSnapshot: SnapshotMeta | undefined,
): Generator<Entity> {
  if (snapshot === undefined) return;
  const beside = store === other.store ? otherSnapshot?.hash : undefined;
  for (const { entity } of store.entities(snapshot.hash, beside)) yield entity;
}

function sideOf(snapshot: SnapshotMeta | undefined): DiffSide | null {
  if (snapshot === undefined) return null;
  return { hash: snapshot.hash, day: snapshotDay(snapshot), entities: snapshot.entities };
}

async function openSide(name: string, held: ListStore, tables: Tables, as: string | null): Promise<Side> {
  if (isFolder(name)) return readFolder(name, tables, as);
  if (isDay(name)) return { store: held, snapshots: heldOn(held, name), whole: true, warnings: [] };
  if (/^[0-9a-f]{8,64}$/.test(name)) {
    const snapshot = held.snapshot(name);
    return { store: held, snapshots: new Map([[snapshot.source, snapshot]]), whole: false, warnings: [] };
  }
  const message = `${name}: neither a folder, nor a day as YYYY-MM-DD, nor a snapshot's hash: cordon lists status shows the hashes`;
  throw new CordonError('usage', message);
}

/** What was held on a day; a source whose oldest snapshot is younger was not held then. */
function heldOn(store: ListStore, day: Day): ReadonlyMap<string, SnapshotMeta> {
  const known = store.choose(day).filter(({ later }) => !later);
  return new Map(known.map(({ snapshot }) => [snapshot.source, snapshot]));
}

/** Reads a folder's files into a store in memory, as an update would; nothing is kept. */
async function readFolder(folder: string, tables: Tables, as: string | null): Promise<Side> {
  const readers = openListReaders(tables);
  const { sources, measures } = openKnowledge(tables);
  const plan = planReading(folder, readers, as);
  const [trouble] = plan.troubles;
  if (trouble !== undefined) throw trouble.error;
  const storage = memoryStorage();
  const writer = openWriter(storage);
  for (const job of plan.jobs) {
    const order = { job, published: null, today: today(), staging: `${STAGING}/${job.source}` };
    const { encoded, facts } = await readList(order, { readers, sources, measures, storage });
    writer.take({
      encoded,
      facts,
      format: job.reader.format,
      files: job.files.map((file) => file.name),
      retrieved: today(),
      engine: tables.engine,
      accept: { by: '', reason: 'compared, not kept' },
    });
  }
  const store = await writer.commit({ builder: '', build: () => new Uint8Array(0) });
  writer.close();
  const snapshots = new Map(store.current().map((snapshot) => [snapshot.source, snapshot]));
  return { store, snapshots, whole: false, warnings: plan.warnings };
}
