/**
 * The one writer of a state folder. Snapshots and index are written beside what is live; then the manifest is replaced,
 * and only that is the switch. Whatever fails before it leaves the former world untouched, whatever fails after it
 * leaves the new one; what lies about unfinished is swept by the next writer, never by a reader.
 */
import { CordonError, type Day, type ErrorCode, sha256 } from '../../base/index.js';
import { decide, type Offer } from './decide.js';
import type { EncodedSnapshot } from './encoder.js';
import {
  currentOf,
  currentSnapshots,
  formatManifest,
  type IndexEntry,
  indexKey,
  MANIFEST,
  type Manifest,
  NO_LISTS,
  stateOf,
  type Turn,
  withState,
} from './manifest.js';
import { openPieces, type Pieces, packPath, type Tree } from './nodes.js';
import { formatSnapshot, type SnapshotMeta } from './snapshot.js';
import { readPieces, type Storage } from './storage.js';
import { findDamage, indexPath, type ListStore, loadManifest, storeOf } from './store.js';
import { damaged, hashOf, openStreams, snapshotPath } from './streams.js';
import { STAGING, sweep } from './sweep.js';
import { findGaps } from './tree-reader.js';
import { newestIntact } from './verify.js';

/** What became of a source in an update. `code` says why it was refused or failed, else null. */
export type UpdateRow = {
  readonly source: string;
  readonly result: 'updated' | 'unchanged' | 'history' | 'refused' | 'failed';
  readonly hash: string | null;
  readonly entities: number | null;
  readonly issues: number | null;
  readonly message: string;
  readonly code: ErrorCode | null;
  /** False for an extract, null where nothing could be read. */
  readonly official: boolean | null;
};

/** What came of a restoring: the snapshot that is current now, and the one that was; the same where that was whole. */
export type RestoreRow = {
  readonly source: string;
  readonly current: SnapshotMeta;
  readonly before: SnapshotMeta;
};

/** Who makes the index: `builder` names format and rules, so that another engine's index is never taken for this one's. */
export type IndexMaker = {
  readonly builder: string;
  /** @param store holds the snapshots to index as `current()`, before they are live */
  build(store: ListStore): Uint8Array | Promise<Uint8Array>;
};

/** The right to write. Give it back with `close`, whatever happened. */
export type StoreWriter = {
  /** Judges a list and, where it is to be kept, writes its snapshot; nobody sees it before `commit`. */
  take(offer: Offer): UpdateRow;
  /** Remembers, for `lists status`, that the list could not even be read. */
  refuse(source: string, error: CordonError, on: Day): UpdateRow;
  /**
   * Makes the newest snapshot that is whole its source's current one, where the current one is damaged. Those that were
   * newer go; loading their files again brings them back.
   *
   * @throws CordonError `snapshot-missing` when the source is not held, `snapshot-damaged` when none is whole
   */
  restore(source: string): RestoreRow;
  /** Builds the index of the new world where none is held, then switches. @returns the new world */
  commit(index: IndexMaker): Promise<ListStore>;
  /** Keeps an index built by a reader, for a past date say, beside the current one's; the oldest of four goes. */
  keepIndex(snapshots: readonly SnapshotMeta[], builder: string, bytes: Uint8Array): void;
  /** Drops what was not committed and gives the right to write back. Never throws. */
  close(): void;
};

/** The current index, the one before for readers under way, two for past dates. */
const KEPT_INDEXES = 4;

/**
 * Becomes the one writer and sweeps what a killed one left.
 *
 * @throws CordonError `state-locked`, `state-unreadable`, `state-unwritable`
 */
export function openWriter(storage: Storage): StoreWriter {
  const release = storage.lock();
  try {
    return writerOf(storage, openManifest(storage), release);
  } catch (cause) {
    release();
    throw cause;
  }
}

function writerOf(storage: Storage, opened: Manifest, release: () => void): StoreWriter {
  let live = opened;
  let next = opened;
  const refused = new Set<string>();

  const save = (manifest: Manifest): void => {
    const text = formatManifest(manifest);
    if (text !== formatManifest(live)) storage.write(MANIFEST, [Buffer.from(text)]);
    const dropped = live.indexes.filter(({ key }) => !manifest.indexes.some((kept) => kept.key === key));
    live = manifest;
    next = manifest;
    for (const index of dropped) quietly(() => storage.remove(indexPath(index)));
  };

  const refuse: StoreWriter['refuse'] = (source, error, on) => {
    const { code, message } = error;
    next = withState(next, source, { ...stateOf(next, source), refused: { code, message, on } });
    refused.add(source);
    const result = isRefusal(code) ? 'refused' : 'failed';
    const official = currentOf(stateOf(next, source))?.official ?? null;
    return { source, result, hash: null, entities: null, issues: null, message, code, official };
  };

  return {
    take: (offer) => {
      const { source } = offer.encoded;
      const namesake = namesakeOf(next, source);
      if (namesake !== null) return refuse(source, sharesFolder(source, namesake), offer.retrieved);
      const state = stateOf(next, source);
      const decision = decide(state, offer);
      if (decision.result === 'refused') {
        next = withState(next, source, decision.state);
        refused.add(source);
        return rowOf(offer, decision);
      }
      // Looked at before the new turn, whose former entries are not written yet.
      const repaired = !decision.write && findDamage(storage, next, decision.snapshot) !== null;
      next = withState(next, source, decision.state);
      if (decision.write || repaired || decision.result !== 'unchanged')
        next = keepPack(storage, next, offer.encoded);
      if (decision.write) writeSnapshot(storage, decision.snapshot, offer.encoded);
      if (repaired) next = repair(storage, next, decision.snapshot, offer.encoded);
      const message = repaired
        ? `${decision.message}; its damaged files were written anew`
        : decision.message;
      return { ...rowOf(offer, { ...decision, code: null, message }), hash: decision.snapshot.hash };
    },
    refuse,
    restore: (source) => {
      const restored = restoreNewest(storage, next, source);
      next = restored.manifest;
      return restored.row;
    },
    commit: async (maker) => {
      next = withoutGhosts(next, refused);
      const snapshots = currentSnapshots(next);
      if (snapshots.length > 0) {
        const key = indexKey(snapshots, maker.builder);
        const held = next.indexes.find((index) => index.key === key);
        const intact = held !== undefined && isIntact(storage, held);
        const entry = intact
          ? held
          : writeIndex(storage, key, maker.builder, await maker.build(storeOf(storage, next)));
        next = withIndex(next, entry, 0);
      }
      save(next);
      return storeOf(storage, live);
    },
    keepIndex: (snapshots, builder, bytes) => {
      const entry = writeIndex(storage, indexKey(snapshots, builder), builder, bytes);
      // The current world's stands first: indexes of past dates must not push it out.
      const current = indexKey(currentSnapshots(live), builder) === entry.key;
      save(withIndex(live, entry, current ? 0 : 1));
    },
    close: () => {
      // Asked of the disk: a manifest whose writing "failed" may be live all the same.
      if (next !== live) quietly(() => sweep(storage, loadManifest(storage)));
      else quietly(() => storage.remove(STAGING));
      quietly(release);
    },
  };
}

/** The manifest, made where there is none: from then on snapshots without one are known to be a loss. */
function openManifest(storage: Storage): Manifest {
  const manifest = loadManifest(storage);
  if (manifest === null) storage.write(MANIFEST, [Buffer.from(formatManifest(NO_LISTS))]);
  sweep(storage, manifest ?? NO_LISTS);
  return manifest ?? NO_LISTS;
}

/** A held source whose name differs by case only: many file systems would give both the same folder. */
function namesakeOf(manifest: Manifest, source: string): string | null {
  const isSame = (held: string) => held !== source && held.toLowerCase() === source.toLowerCase();
  const held = Object.keys(manifest.sources).filter((id) => stateOf(manifest, id).snapshots.length > 0);
  return held.find(isSame) ?? null;
}

function sharesFolder(source: string, held: string): CordonError {
  const message = `${source}: differs by case only from ${held}, which is held, and would share its folder: name it with --as ID`;
  return new CordonError('list-unreadable', message);
}

/** A list that is what it was before has no new entities, but others may be gone. */
function keepPack(storage: Storage, manifest: Manifest, { pack, moved }: EncodedSnapshot): Manifest {
  if (pack !== null) storage.write(packPath(pack.name), readPieces(storage, pack.path));
  const packs = pack === null ? manifest.packs : [...new Set([...manifest.packs, pack.name])].sort();
  const anew = new Set(moved.map(({ hash }) => hash));
  return { ...manifest, packs, moved: [...manifest.moved.filter(({ hash }) => !anew.has(hash)), ...moved] };
}

/** The snapshot's own file comes last: what it names is there. Who was gone is its turn's. */
function writeSnapshot(storage: Storage, snapshot: SnapshotMeta, { trees }: EncodedSnapshot): void {
  const text = formatSnapshot(snapshot, { ...trees, former: null });
  storage.write(snapshotPath(snapshot), [Buffer.from(text)]);
}

/**
 * The same entities again; issues may be told better by a newer engine, so their count may change. Who was gone stays as
 * its turns say, but where that is what was damaged.
 */
function repair(
  storage: Storage,
  manifest: Manifest,
  snapshot: SnapshotMeta,
  encoded: EncodedSnapshot,
): Manifest {
  const { former, ...rest } = snapshot;
  const mended: SnapshotMeta = { ...rest, issues: encoded.issues.count };
  const state = stateOf(manifest, snapshot.source);
  const pieces = openPieces(storage, manifest.moved);
  const own = former == null ? null : ownFormer(storage, snapshot, pieces);
  const mend = (turn: Turn): Turn => {
    if (turn.hash !== snapshot.hash) return turn;
    const gone = turn.former === undefined ? own : turn.former;
    const isWhole = gone !== undefined && findGaps(gone, pieces, () => {}).length === 0;
    return { ...turn, former: isWhole ? gone : encoded.trees.former };
  };
  const snapshots = state.snapshots.map((one) => (one.hash === mended.hash ? mended : one));
  const replaced = state.replaced === undefined ? {} : { replaced: state.replaced.map(mend) };
  const timeline = state.timeline.map(mend);
  writeSnapshot(storage, mended, encoded);
  return withState(manifest, snapshot.source, { ...state, snapshots, timeline, ...replaced });
}

/** Who was gone as a snapshot of an older version says itself; undefined where that cannot be read. */
function ownFormer(storage: Storage, snapshot: SnapshotMeta, pieces: Pieces): Tree | undefined {
  try {
    return openStreams(storage, snapshot, pieces).trees?.former;
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
    return undefined;
  }
}

function restoreNewest(
  storage: Storage,
  manifest: Manifest,
  source: string,
): { readonly manifest: Manifest; readonly row: RestoreRow } {
  const state = stateOf(manifest, source);
  const before = currentOf(state);
  if (before === null)
    throw new CordonError('snapshot-missing', `${source}: not held; cordon lists status shows what is`);
  const damage = findDamage(storage, manifest, before);
  if (damage === null) return { manifest, row: { source, current: before, before } };
  const current = newestIntact(storage, manifest, source);
  if (current === null) throw damaged(before, `${damage.message}; no older version of the list is whole`);
  const at = state.timeline.findLastIndex(({ hash }) => hash === current.hash);
  const timeline = state.timeline.slice(0, at + 1);
  const kept = new Set(timeline.map(({ hash }) => hash));
  const gone = new Set(state.timeline.map(({ hash }) => hash).filter((hash) => !kept.has(hash)));
  const snapshots = state.snapshots.filter(({ hash }) => !gone.has(hash));
  const isKept = ({ hash }: Turn) => snapshots.some((one) => one.hash === hash);
  const replaced = state.replaced === undefined ? {} : { replaced: state.replaced.filter(isKept) };
  const next = withState(manifest, source, { ...state, snapshots, timeline, ...replaced });
  return { manifest: next, row: { source, current, before } };
}

function writeIndex(storage: Storage, key: string, builder: string, bytes: Uint8Array): IndexEntry {
  storage.write(indexPath({ key }), [bytes]);
  return { key, builder, bytes: bytes.length, sha256: sha256(bytes) };
}

function isIntact(storage: Storage, index: IndexEntry): boolean {
  const there = storage.list('index').includes(`${index.key}.idx`);
  return there && hashOf(storage, indexPath(index)) === index.sha256;
}

function withIndex(manifest: Manifest, entry: IndexEntry, at: 0 | 1): Manifest {
  const others = manifest.indexes.filter(({ key }) => key !== entry.key);
  return { ...manifest, indexes: others.toSpliced(at, 0, entry).slice(0, KEPT_INDEXES) };
}

/** Without the sources that were refused in an earlier update and never held: a dataset may get its name only by being read. */
function withoutGhosts(manifest: Manifest, refused: ReadonlySet<string>): Manifest {
  const sources = Object.entries(manifest.sources);
  const kept = sources.filter(([source, state]) => state.snapshots.length > 0 || refused.has(source));
  return { ...manifest, sources: Object.fromEntries(kept) };
}

function rowOf(
  { encoded, facts: { official } }: Offer,
  { result, message, code }: Pick<UpdateRow, 'result' | 'message' | 'code'>,
): UpdateRow {
  const { source, hash, entities, issues } = encoded;
  const counts = { entities: entities.count, issues: issues.count };
  return { source, result, hash, ...counts, message, code, official };
}

/** A refusal is about the list; everything else is a failure of the machine around it. */
function isRefusal(code: ErrorCode): boolean {
  return code.startsWith('list-') || ['xml-refused', 'input-empty', 'input-too-large'].includes(code);
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What stays behind is unreferenced, and the next writer sweeps it.
  }
}
