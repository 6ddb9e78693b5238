/**
 * The held lists as they stood when the store was opened: descriptions, entities, issues, the index. A store never
 * changes and never sees a half-done update; open another to see a newer world.
 */
import { createHash } from 'node:crypto';
import { CordonError, type Day, type Issue, sha256, stableJson } from '../../base/index.js';
import type { Entity, Regime } from '../../model/index.js';
import {
  type Chosen,
  chooseSnapshots,
  currentOf,
  currentSnapshots,
  type IndexEntry,
  indexKey,
  MANIFEST,
  type Manifest,
  parseManifest,
  stateOf,
} from './manifest.js';
import { DAMAGE_REMEDY, parseLine, type SnapshotMeta, snapshotDay, snapshotHash } from './snapshot.js';
import { readPieces, type Storage } from './storage.js';

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
  /** @throws CordonError `snapshot-missing` */
  snapshot(hash: string): SnapshotMeta;
  /** `entities.jsonl`, whole. @throws CordonError `snapshot-missing`, `snapshot-damaged` */
  entitiesBytes(hash: string, allocate?: (bytes: number) => Uint8Array): Uint8Array;
  /** One line of `entities.jsonl`. @throws CordonError `snapshot-missing`, `snapshot-damaged` */
  entityAt(hash: string, offset: number, length: number): Entity;
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
  return storeOf(storage, loadManifest(storage) ?? { sources: {}, indexes: [] });
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
  const snapshot = (hash: string): SnapshotMeta => held.get(hash) ?? findByStart(held, hash);
  const readFile = (
    one: SnapshotMeta,
    file: string,
    allocate?: (bytes: number) => Uint8Array,
  ): Uint8Array => {
    const bytes = storage.read(`${snapshotFolder(one)}/${file}`, allocate);
    if (bytes === null) throw damaged(one, `${file} is missing`);
    return bytes;
  };
  return {
    status: (isStale) =>
      Object.keys(manifest.sources)
        .sort()
        .map((id) => statusOf(storage, manifest, id, isStale)),
    current: () => currentSnapshots(manifest),
    choose: (day) => chooseSnapshots(manifest, day),
    snapshots: (source) => stateOf(manifest, source).snapshots.toSorted(byDay),
    snapshot,
    entitiesBytes: (hash, allocate) => {
      const one = snapshot(hash);
      const bytes = readFile(one, 'entities.jsonl', allocate);
      if (bytes.length !== one.bytes)
        throw damaged(one, `entities.jsonl has ${bytes.length} bytes, not ${one.bytes}`);
      return bytes;
    },
    entityAt: (hash, offset, length) => {
      const one = snapshot(hash);
      const line = storage.readRange(`${snapshotFolder(one)}/entities.jsonl`, offset, length);
      return parseLine<Entity>(
        line,
        `${one.source} ${one.hash.slice(0, 12)}: entities.jsonl, byte ${offset}`,
      );
    },
    issues: (hash) => {
      const one = snapshot(hash);
      const lines = Buffer.from(readFile(one, 'issues.jsonl')).toString('utf8').split('\n').slice(0, -1);
      const place = `${one.source} ${one.hash.slice(0, 12)}: issues.jsonl`;
      return lines.map((line, at) => parseLine<Issue>(Buffer.from(line), `${place}:${at + 1}`));
    },
    verify: (hash) => {
      const one = snapshot(hash);
      const damage = findDamage(storage, one);
      if (damage !== null) throw damaged(one, damage);
    },
    index: (snapshots, builder, allocate) => {
      const entry = manifest.indexes.find(({ key }) => key === indexKey(snapshots, builder));
      const bytes = entry === undefined ? null : storage.read(indexPath(entry), allocate);
      // A damaged index could lose a candidate without a word; whoever asks builds it again.
      return bytes === null || sha256(bytes) !== entry?.sha256 ? null : bytes;
    },
  };
}

/** What does not fit in a snapshot's files, or null. Reads every byte. */
export function findDamage(storage: Storage, snapshot: SnapshotMeta): string | null {
  const folder = snapshotFolder(snapshot);
  const names = storage.list(folder);
  const missing = ['entities.jsonl', 'issues.jsonl', 'meta.json'].find((name) => !names.includes(name));
  if (missing !== undefined) return `${missing} is missing`;
  const content = hashOf(storage, `${folder}/entities.jsonl`);
  if (content !== snapshot.content) return 'entities.jsonl does not match its hash';
  if (snapshotHash(snapshot.source, snapshot.published, content) !== snapshot.hash)
    return 'its hash is not its own';
  let issues = 0;
  for (const piece of readPieces(storage, `${folder}/issues.jsonl`))
    for (const byte of piece) if (byte === 10) issues += 1;
  if (issues !== snapshot.issues) return `issues.jsonl has ${issues} lines, not ${snapshot.issues}`;
  const meta = Buffer.from(storage.read(`${folder}/meta.json`) ?? []).toString('utf8');
  return meta === formatMeta(snapshot) ? null : 'meta.json does not match the manifest';
}

/** SHA-256 of a file's bytes. */
export function hashOf(storage: Storage, path: string): string {
  const hash = createHash('sha256');
  for (const piece of readPieces(storage, path)) hash.update(piece);
  return hash.digest('hex');
}

/** The folder of a snapshot. */
export function snapshotFolder(snapshot: { readonly source: string; readonly hash: string }): string {
  return `snapshots/${snapshot.source}/${snapshot.hash}`;
}

/** The file of an index. */
export function indexPath(index: Pick<IndexEntry, 'key'>): string {
  return `index/${index.key}.idx`;
}

/** A description as it is stored beside the snapshot, so that a copied folder explains itself. */
export function formatMeta(snapshot: SnapshotMeta): string {
  return `${stableJson(snapshot, 1)}\n`;
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

function damaged(snapshot: SnapshotMeta, what: string): CordonError {
  const message = `${snapshot.source} ${snapshot.hash.slice(0, 12)}: ${what}: ${DAMAGE_REMEDY}`;
  return new CordonError('snapshot-damaged', message);
}

function statusOf(
  storage: Storage,
  manifest: Manifest,
  source: string,
  isStale: (snapshot: SnapshotMeta) => boolean,
): StatusRow {
  const state = stateOf(manifest, source);
  const current = currentOf(state);
  const damage = current === null ? null : findDamage(storage, current);
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
    message: damage !== null ? `${damage}: ${DAMAGE_REMEDY}` : (state.refused?.message ?? null),
  };
}
