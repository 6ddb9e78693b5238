/**
 * Every byte of the state folder read again: the manifest, the packs, every snapshot, the indexes. What does not fit is
 * named by file, with the snapshots and entries it touches and what to run. Nothing is changed.
 */
import { CordonError, type Day } from '../../base/index.js';
import { currentOf, MANIFEST, type Manifest, NO_LISTS, stateOf } from './manifest.js';
import { openPieces, type Piece, type Pieces, packName, packPath } from './nodes.js';
import { DAMAGE_REMEDY, type SnapshotMeta, snapshotDay } from './snapshot.js';
import type { Storage } from './storage.js';
import { findDamage, indexPath, loadManifest } from './store.js';
import { type Damage, hashOf, snapshotPath } from './streams.js';

/**
 * What of a snapshot cannot be read: `count` entries (issues, former entries), the first of them `from`, all before
 * `until`. Where nothing is known but that the whole is in doubt, `from` and `until` are null. `current` when it is its
 * source's current one.
 */
export type Touched = {
  readonly source: string;
  readonly snapshot: string;
  readonly day: Day;
  readonly current: boolean;
  readonly stream: Damage['gaps'][number]['stream'];
  readonly count: number;
  readonly from: string | null;
  readonly until: string | null;
};

/** A damaged file. `file` is its path in the state folder; `remedy` what to do, and what serves until then. */
export type DamagedFile = {
  readonly file: string;
  readonly message: string;
  readonly touches: readonly Touched[];
  readonly remedy: string;
};

/** What was read, and what of it is damaged, sorted by file. */
export type VerifyReport = {
  readonly files: number;
  readonly snapshots: number;
  readonly damage: readonly DamagedFile[];
};

type Found = { readonly file: string; readonly message: string; readonly touches: readonly Touched[] };

const MANIFEST_REMEDY =
  'restore the state folder from a backup, or delete the folder and run cordon lists update';
const INDEX_REMEDY = 'nothing is lost: the next command that needs an index builds it again';

/**
 * Reads everything that is held.
 *
 * @param onProgress told after every file, with its path
 * @throws CordonError `state-unreadable` when the folder itself cannot be read
 */
export function verifyState(
  storage: Storage,
  onProgress: (done: number, total: number, file: string) => void = () => {},
): VerifyReport {
  let manifest: Manifest;
  try {
    manifest = loadManifest(storage) ?? NO_LISTS;
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'state-unreadable') throw cause;
    const remedy = MANIFEST_REMEDY;
    return {
      files: 1,
      snapshots: 0,
      damage: [
        {
          file: MANIFEST,
          message: cause.message.replace(`${storage.place}/${MANIFEST}: `, ''),
          touches: [],
          remedy,
        },
      ],
    };
  }
  const snapshots = Object.keys(manifest.sources).flatMap((source) => stateOf(manifest, source).snapshots);
  const total = manifest.packs.length + snapshots.length + manifest.indexes.length;
  let done = 0;
  const tell = (file: string) => onProgress(++done, total, file);

  const wrongPacks = manifest.packs.filter((pack) => {
    const wrong = !isWhole(storage, packPath(pack), pack);
    tell(packPath(pack));
    return wrong;
  });
  const found: Found[] = [];
  const pieces = readOnce(openPieces(storage, manifest.moved));
  for (const snapshot of snapshots) {
    found.push(...findIn(storage, manifest, snapshot, pieces));
    tell(snapshotPath(snapshot));
  }
  for (const index of manifest.indexes) {
    const file = indexPath(index);
    // A missing index is no damage: it may be deleted at any time.
    const there = storage.list('index').includes(file.slice('index/'.length));
    if (there && hashOf(storage, file) !== index.sha256)
      found.push({ file, message: 'does not match its hash', touches: [] });
    tell(file);
  }
  const touched = new Set(found.map(({ file }) => file));
  const mended = new Set(manifest.moved.map(({ from }) => from));
  for (const pack of wrongPacks) {
    if (touched.has(packPath(pack)) || mended.has(pack)) continue;
    const message = 'does not match its name, though all that is kept in it can be read';
    found.push({ file: packPath(pack), message, touches: [] });
  }
  const files = 1 + total;
  return {
    files,
    snapshots: snapshots.length,
    damage: byFile(found, storage.place).map((one) => withRemedy(one, storage, manifest)),
  };
}

/** Neighbours share most pieces: each is read once. A damaged one is read, and fails, for every snapshot. */
function readOnce(pieces: Pieces): Pieces {
  const whole = new Set<string>();
  const nothing = new Uint8Array(0);
  return {
    ...pieces,
    part(piece: Piece) {
      // Two copies of a part may lie in two places.
      const place = `${piece.hash} ${piece.pack} ${piece.offset}`;
      if (whole.has(place)) return nothing;
      const bytes = pieces.part(piece);
      whole.add(place);
      return bytes;
    },
  };
}

/** The current snapshots are compared with their hash from end to end, the others piece by piece. */
function findIn(
  storage: Storage,
  manifest: Manifest,
  snapshot: SnapshotMeta,
  pieces: Pieces,
): readonly Found[] {
  const isCurrent = currentOf(stateOf(manifest, snapshot.source))?.hash === snapshot.hash;
  const about = {
    source: snapshot.source,
    snapshot: snapshot.hash,
    day: snapshotDay(snapshot),
    current: isCurrent,
  };
  const all: Touched = { ...about, stream: 'entities', count: snapshot.entities, from: null, until: null };
  const damage = findDamage(storage, manifest, snapshot, isCurrent ? undefined : pieces);
  if (damage === null) return [];
  const { file, message } = damage;
  if (damage.gaps.length === 0) return [{ file, message, touches: [all] }];
  return damage.gaps.map((gap) => ({
    file: packPath(pieces.packOf(gap.piece)),
    message: gap.message,
    touches: [
      {
        ...about,
        stream: gap.stream,
        count: gap.piece.count,
        from: gap.stream === 'issues' ? null : gap.piece.first,
        until: gap.stream === 'issues' ? null : gap.until,
      },
    ],
  }));
}

function byFile(found: readonly Found[], place: string): readonly Found[] {
  const files = new Map<string, Found>();
  for (const each of found) {
    const path = `${place}/${each.file}: `;
    const message = each.message.startsWith(path) ? each.message.slice(path.length) : each.message;
    const one = { ...each, message };
    const held = files.get(one.file);
    files.set(one.file, held === undefined ? one : { ...held, touches: [...held.touches, ...one.touches] });
  }
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isWhole(storage: Storage, path: string, pack: string): boolean {
  try {
    return packName(hashOf(storage, path)) === pack;
  } catch (cause) {
    if (cause instanceof CordonError && cause.code === 'state-unreadable') return false;
    throw cause;
  }
}

/** The same files mend it; where a current list is touched, the newest one before it that is whole serves until then. */
function withRemedy({ file, message, touches }: Found, storage: Storage, manifest: Manifest): DamagedFile {
  if (file.startsWith('index/')) return { file, message, touches, remedy: INDEX_REMEDY };
  if (touches.length === 0)
    return { file, message, touches, remedy: 'no entry is touched; restore the file from a backup' };
  const sources = new Set(touches.filter(({ current }) => current).map(({ source }) => source));
  const until = [...sources].flatMap((source) => {
    const former = newestIntact(storage, manifest, source);
    if (former === null) return [];
    return [`until then cordon lists restore ${source} brings back the list of ${snapshotDay(former)}`];
  });
  return { file, message, touches, remedy: [DAMAGE_REMEDY, ...until].join('; ') };
}

/** The newest snapshot on a source's timeline that can be read whole, the current one aside; null where none can. */
export function newestIntact(storage: Storage, manifest: Manifest, source: string): SnapshotMeta | null {
  const state = stateOf(manifest, source);
  const current = currentOf(state);
  const former = state.timeline
    .toReversed()
    .map(({ hash }) => state.snapshots.find((one) => one.hash === hash)!);
  return (
    former.find((one) => one.hash !== current?.hash && findDamage(storage, manifest, one) === null) ?? null
  );
}
