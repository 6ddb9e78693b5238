/**
 * The held lists as they stood when the store was opened: descriptions, entities, issues, the index. A store never
 * changes and never sees a half-done update; open another to see a newer world.
 */
import { CordonError, type Day, type Issue, sha256 } from '../../base/index.js';
import type { Entity, Regime } from '../../model/index.js';
import type { HeldTrees } from './encoder.js';
import {
  atTurn,
  type Chosen,
  chooseSnapshots,
  currentOf,
  currentSnapshots,
  heldAs,
  type IndexEntry,
  indexKey,
  MANIFEST,
  type Manifest,
  NO_LISTS,
  parseManifest,
  stateOf,
  type Turn,
  turnsOf,
  type Version,
} from './manifest.js';
import { openPieces, type Pieces } from './nodes.js';
import {
  DAMAGE_REMEDY,
  type PlacedEntity,
  parseLine,
  readLines,
  type SnapshotMeta,
  snapshotDay,
} from './snapshot.js';
import type { Storage } from './storage.js';
import { type Damage, damaged, type ListPart, openStreams, type Streams, snapshotPath } from './streams.js';
import { findGaps } from './tree-reader.js';

/** A source as `lists status` shows it. Everything but `source` and `state` is null where nothing is held. */
export type StatusRow = {
  readonly source: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly regime: Regime | null;
  readonly official: boolean | null;
  readonly published: Day | null;
  readonly retrieved: Day | null;
  readonly hash: string | null;
  readonly entities: number | null;
  readonly issues: number | null;
  readonly state: 'current' | 'stale' | 'refused' | 'damaged';
  /** The last day on which files of this source were taken, changed or not. */
  readonly checked: Day | null;
  /** Why the state is `refused` or `damaged`, else null. */
  readonly message: string | null;
  /** Who took it although it was refused, and why; null for a list that passed every gate. */
  readonly accepted: SnapshotMeta['accepted'];
};

/** The held lists. Hashes may be cut to their first 8 digits or more. */
export type ListStore = {
  /**
   * Every source that was ever offered, sorted, each checked against its hash.
   *
   * @param isStale whether a current snapshot is too old to be relied on
   */
  status(isStale: (snapshot: SnapshotMeta) => boolean): readonly StatusRow[];
  /** The newest snapshot of each source, sorted by source: the order of lists in a world and in its index. */
  current(): readonly SnapshotMeta[];
  /** What was known on a day, in the same order. */
  choose(day: Day): readonly Chosen[];
  /** Every snapshot held of a source, oldest first. */
  snapshots(source: string): readonly SnapshotMeta[];
  /**
   * A snapshot, `former` being that of the version named, or of its newest turn where that is not held: compare it.
   *
   * @throws CordonError `snapshot-missing`
   */
  snapshot(version: Version): SnapshotMeta;
  /**
   * The entities in the order of their ids, one at a time.
   *
   * @param beside another snapshot: entities in parts that it has too are passed over unread; of what differs, all come
   * @throws CordonError `snapshot-missing`, `snapshot-damaged`
   */
  entities(hash: string, beside?: string): Generator<PlacedEntity>;
  /**
   * Entities that an older snapshot held and this one does not, in the order of their ids, each with the day since when;
   * their places lie behind those of the entities.
   *
   * @throws CordonError `snapshot-missing`, `snapshot-damaged`
   */
  former(version: Version): Generator<PlacedEntity>;
  /** The entity at a place that `entities` or `former` gave. @throws CordonError `snapshot-missing`, `snapshot-damaged` */
  entityAt(version: Version, offset: number, length: number): Entity;
  /** @throws CordonError `snapshot-missing`, `snapshot-damaged` */
  issues(hash: string): readonly Issue[];
  /** Reads every byte again. @throws CordonError `snapshot-missing`, `snapshot-damaged` saying what does not fit */
  verify(hash: string): void;
  /** The index of these snapshots, in this order, as `builder` made it; null where none is held whole. */
  index(
    snapshots: readonly SnapshotMeta[],
    builder: string,
    allocate?: (bytes: number) => Uint8Array,
  ): Uint8Array | null;
};

/**
 * Opens what a storage holds; an empty one holds no list.
 *
 * @throws CordonError `state-unreadable`
 */
export function openStore(storage: Storage): ListStore {
  return storeOf(storage, loadManifest(storage) ?? NO_LISTS);
}

/**
 * The manifest, or null in a fresh folder. Snapshots without a manifest are a loss that a person should know of, not a
 * clean start: the next writer would sweep them.
 */
export function loadManifest(storage: Storage): Manifest | null {
  const read = () => storage.read(MANIFEST);
  // A first writer may put the manifest there between the two looks, never snapshots before the manifest.
  const bytes = read() ?? (storage.list('snapshots').length > 0 ? (read() ?? 'lost') : null);
  if (bytes === null) return null;
  const place = `${storage.place}/${MANIFEST}`;
  if (bytes !== 'lost') return parseManifest(new TextDecoder().decode(bytes), place);
  const message = `${place}: missing, though snapshots are there: restore it from a backup, or delete the folder and run cordon lists update`;
  throw new CordonError('state-unreadable', message);
}

/** A store over a manifest that may not be live yet. */
export function storeOf(storage: Storage, manifest: Manifest): ListStore {
  const held = new Map(
    Object.values(manifest.sources).flatMap((state) =>
      state.snapshots.map((one) => [one.hash, one] as const),
    ),
  );
  const find = (version: Version): { one: SnapshotMeta; turn: Pick<Turn, 'former'>; isHeld: boolean } => {
    const { hash, former = undefined } = typeof version === 'string' ? { hash: version } : version;
    const one = held.get(hash) ?? findByStart(held, hash);
    const turns = turnsOf(stateOf(manifest, one.source), one.hash);
    const same = (turn: Turn) => (atTurn(one, turn).former ?? null) === former;
    const newest = turns.at(-1) ?? {};
    const turn = former === undefined ? newest : turns.findLast(same);
    // A snapshot that never was its source's newest has no turn.
    const isHeld = turn !== undefined || (turns.length === 0 && (one.former ?? null) === former);
    return { one, turn: turn ?? newest, isHeld };
  };
  const pieces = openPieces(storage, manifest.moved);
  const opened = new Map<string, { readonly one: SnapshotMeta; readonly streams: Streams }>();
  const open = (version: Version): { readonly one: SnapshotMeta; readonly streams: Streams } => {
    const key = typeof version === 'string' ? version : `${version.hash} ${version.former}`;
    const known = opened.get(key);
    if (known !== undefined) return known;
    const { one, turn, isHeld } = find(version);
    if (!isHeld) {
      const message = `${one.source} ${one.hash.slice(0, 12)}: held, but not with these former entries`;
      throw new CordonError('snapshot-missing', message);
    }
    const fresh = { one, streams: openStreams(storage, one, pieces, turn.former) };
    opened.set(key, fresh);
    return fresh;
  };
  const nameOf = (one: SnapshotMeta, stream: string) => `${one.source} ${one.hash.slice(0, 12)}: ${stream}`;
  function* entitiesOf(one: SnapshotMeta, part: ListPart): Generator<PlacedEntity> {
    const lines = readLines<Entity>(part.read(), part.offset, nameOf(one, 'entities'));
    for (const { value: entity, offset, length } of lines) yield { entity, offset, length };
  }
  return {
    status: (isStale) =>
      Object.keys(manifest.sources)
        .sort()
        .map((id) => statusOf(storage, manifest, id, isStale)),
    current: () => currentSnapshots(manifest),
    choose: (day) => chooseSnapshots(manifest, day),
    snapshots: (source) => stateOf(manifest, source).snapshots.toSorted(byDay),
    snapshot: (version) => {
      const { one, turn } = find(version);
      return atTurn(one, turn);
    },
    entities: function* (hash, beside) {
      const { one, streams } = open(hash);
      const shared = new Set<string>();
      if (beside !== undefined) for (const part of open(beside).streams.parts()) shared.add(part.hash);
      for (const part of streams.parts()) if (!shared.has(part.hash)) yield* entitiesOf(one, part);
    },
    former: function* (version) {
      const { one, streams } = open(version);
      for (const part of streams.former()) yield* entitiesOf(one, part);
    },
    entityAt: (version, offset, length) => {
      const { one, streams } = open(version);
      return parseLine<Entity>(streams.read(offset, length), nameOf(one, `entities, byte ${offset}`));
    },
    issues: (hash) => {
      const { one, streams } = open(hash);
      const lines = [...streams.issues()].flatMap((bytes) => [
        ...readLines<Issue>(bytes, 0, nameOf(one, 'issues')),
      ]);
      return lines.map(({ value }) => value);
    },
    verify: (hash) => {
      const { one } = find(hash);
      const damage = findDamage(storage, manifest, one);
      if (damage !== null) throw damaged(one, damage.message);
    },
    index: (snapshots, builder, allocate) => {
      const entry = manifest.indexes.find(({ key }) => key === indexKey(snapshots, builder));
      const bytes = entry === undefined ? null : storage.read(indexPath(entry), allocate);
      // A damaged index could lose a candidate without a word; whoever asks builds it again.
      return bytes === null || sha256(bytes) !== entry?.sha256 ? null : bytes;
    },
  };
}

/**
 * What does not fit in a snapshot and in what was gone in its turns, or null.
 *
 * @param pieces where they are not to be read anew; then the snapshot is not compared with its hash as a whole
 */
export function findDamage(
  storage: Storage,
  manifest: Manifest,
  snapshot: SnapshotMeta,
  pieces?: Pieces,
): Damage | null {
  const file = snapshotPath(snapshot);
  const from = pieces ?? openPieces(storage, manifest.moved);
  try {
    const streams = openStreams(storage, snapshot, from);
    const own = pieces === undefined || streams.trees === null ? streams.findDamage() : streams.findGaps();
    if (own !== null && own.gaps.length === 0) return own;
    const formers = turnsOf(stateOf(manifest, snapshot.source), snapshot.hash).map(({ former }) => former);
    const trees = new Map(formers.map((tree) => [tree?.root.hash, tree ?? null]));
    const gone = [...trees.values()].flatMap((tree) => findGaps(tree, from, () => {}));
    const gaps = [...(own?.gaps ?? []), ...gone.map((gap) => ({ ...gap, stream: 'former' as const }))];
    return gaps.length === 0 ? null : { file, message: gaps[0]!.message, gaps };
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
    return { file, message: cause.message, gaps: [] };
  }
}

/**
 * The held snapshot that a new one of this source and day shares most with: the newest older one, else the oldest. Null
 * where none is held in pieces, or it cannot be opened.
 */
export function neighbourOf(storage: Storage, source: string, day: Day): HeldTrees | null {
  const manifest = loadManifest(storage) ?? NO_LISTS;
  const state = stateOf(manifest, source);
  const before = state.timeline.findLast((one) => one.day <= day);
  const turn = before ?? state.timeline[0];
  const snapshot = turn === undefined ? undefined : heldAs(state, turn.hash);
  if (snapshot === undefined) return null;
  const pieces = openPieces(storage, manifest.moved);
  try {
    const { trees } = openStreams(storage, snapshot, pieces, turn?.former);
    return trees === null ? null : { trees, pieces, older: before !== undefined, day };
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
    return null;
  }
}

/** The file of an index. */
export function indexPath(index: Pick<IndexEntry, 'key'>): string {
  return `index/${index.key}.idx`;
}

function byDay(a: SnapshotMeta, b: SnapshotMeta): number {
  const [left, right] = [snapshotDay(a), snapshotDay(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function findByStart(held: ReadonlyMap<string, SnapshotMeta>, start: string): SnapshotMeta {
  const found = start.length < 8 ? [] : [...held.values()].filter(({ hash }) => hash.startsWith(start));
  if (found.length === 1) return found[0]!;
  const message = `${start}: ${found.length === 0 ? 'no such snapshot is held' : 'several snapshots begin so: give more digits'}`;
  throw new CordonError('snapshot-missing', `${message}; cordon lists status shows the current ones`);
}

function statusOf(
  storage: Storage,
  manifest: Manifest,
  source: string,
  isStale: (snapshot: SnapshotMeta) => boolean,
): StatusRow {
  const state = stateOf(manifest, source);
  const current = currentOf(state);
  const damage = current === null ? null : findDamage(storage, manifest, current);
  const stale = current !== null && isStale(current);
  return {
    source,
    title: current?.title ?? null,
    publisher: current?.publisher ?? null,
    regime: current?.regime ?? null,
    official: current?.official ?? null,
    published: current?.published ?? null,
    retrieved: current?.retrieved ?? null,
    hash: current?.hash ?? null,
    entities: current?.entities ?? null,
    issues: current?.issues ?? null,
    state: damage !== null ? 'damaged' : state.refused !== null ? 'refused' : stale ? 'stale' : 'current',
    checked: state.checked,
    message: damage !== null ? `${damage.message}: ${DAMAGE_REMEDY}` : (state.refused?.message ?? null),
    accepted: current?.accepted ?? null,
  };
}
