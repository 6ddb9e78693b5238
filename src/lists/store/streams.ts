/**
 * The streams of a held snapshot, in either form: cut into pieces (its own file names them), or whole files in a folder,
 * as format 1 of the state folder had them. Every piece is checked as it is read; whole files by `findDamage` alone.
 */
import { createHash } from 'node:crypto';
import { CordonError, stableJson } from '../../base/index.js';
import type { Pieces, Tree } from './nodes.js';
import {
  DAMAGE_REMEDY,
  parseSnapshot,
  type SnapshotMeta,
  type SnapshotTrees,
  STREAMS,
  snapshotHash,
} from './snapshot.js';
import { readPieces, type Storage } from './storage.js';
import { findGaps, type Gap, partsOf, readStream } from './tree-reader.js';

/** A part of the entities, from byte `offset` of the stream on. Equal hashes are equal entities. */
export type ListPart = { readonly hash: string; readonly offset: number; read(): Uint8Array };

/** What is wrong with a snapshot, for people, in which file, and which of its lines cannot be read. */
export type Damage = {
  readonly file: string;
  readonly message: string;
  readonly gaps: readonly (Gap & { readonly stream: (typeof STREAMS)[number] })[];
};

/** A held snapshot's streams. Everything throws CordonError `snapshot-damaged`. */
export type Streams = {
  /** Bytes of the stream of entities, and behind its end of the stream of former ones. */
  read(offset: number, length: number): Uint8Array;
  parts(): Iterable<ListPart>;
  /** The parts of the stream of former entities, from the end of the other stream on. */
  former(): Iterable<ListPart>;
  /** The stream of issues, a piece of whole lines at a time. */
  issues(): Iterable<Uint8Array>;
  /** Reads every byte again. Null for a whole snapshot. */
  findDamage(): Damage | null;
  /** As `findDamage`, but the stream is not compared with the snapshot's hash as a whole, only piece by piece. */
  findGaps(): Damage | null;
  /** Null in the former form. */
  readonly trees: SnapshotTrees | null;
};

/** The file of a snapshot. */
export function snapshotPath({ source, hash }: Pick<SnapshotMeta, 'source' | 'hash'>): string {
  return `snapshots/${source}/${hash}.json`;
}

/**
 * Opens a snapshot's streams.
 *
 * @param former what a turn says is gone, where it does; else what the snapshot's own file says
 * @throws CordonError `snapshot-damaged` when its own file is none
 */
export function openStreams(
  storage: Storage,
  snapshot: SnapshotMeta,
  pieces: Pieces,
  former?: Tree,
): Streams {
  const path = snapshotPath(snapshot);
  const bytes = storage.read(path);
  if (bytes !== null) {
    const own = parseSnapshot(Buffer.from(bytes).toString('utf8'));
    if (own !== null && stableJson(own.snapshot) === stableJson(snapshot))
      return piecedStreams(snapshot, own, pieces, former === undefined ? own.former : former);
    throw damaged(snapshot, `${storage.place}/${path}: was changed`);
  }
  const folder = `snapshots/${snapshot.source}/${snapshot.hash}`;
  if (storage.list(folder).length > 0)
    return withFormer(wholeFiles(storage, folder, snapshot), snapshot, pieces, former ?? null);
  throw damaged(snapshot, `${storage.place}/${path}: missing`);
}

/** An error that names the snapshot and says what to do. */
export function damaged(snapshot: Pick<SnapshotMeta, 'source' | 'hash'>, what: string): CordonError {
  const message = `${snapshot.source} ${snapshot.hash.slice(0, 12)}: ${what}: ${DAMAGE_REMEDY}`;
  return new CordonError('snapshot-damaged', message);
}

function piecedStreams(snapshot: SnapshotMeta, own: SnapshotTrees, pieces: Pieces, former: Tree): Streams {
  const trees = { ...own, former };
  const end = snapshot.bytes;
  const named = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
      throw damaged(snapshot, cause.message);
    }
  };
  function* namedEach<Value>(values: Iterable<Value>): Generator<Value> {
    const walk = values[Symbol.iterator]();
    for (let next = named(() => walk.next()); next.done !== true; next = named(() => walk.next()))
      yield next.value;
  }
  function* parts(tree: Tree, start: number): Generator<ListPart> {
    for (const { offset, part } of partsOf(tree, pieces))
      yield { hash: part.hash, offset: start + offset, read: () => named(() => pieces.part(part)) };
  }
  function* issues(): Generator<Uint8Array> {
    for (const { part } of partsOf(trees.issues, pieces)) yield pieces.part(part);
  }
  return {
    trees,
    read: (offset, length) =>
      named(() =>
        offset < end
          ? readStream(trees.entities, pieces, offset, length)
          : readStream(trees.former, pieces, offset - end, length),
      ),
    parts: () => namedEach(parts(trees.entities, 0)),
    former: () => namedEach(parts(trees.former, end)),
    issues: () => namedEach(issues()),
    findDamage: () => {
      const content = createHash('sha256');
      const gaps = findPieceGaps(snapshot, trees, pieces, (bytes) => void content.update(bytes));
      if (gaps !== null) return gaps;
      const hash = content.digest('hex');
      const whole =
        hash === snapshot.content &&
        snapshotHash(snapshot.source, snapshot.published, hash) === snapshot.hash &&
        (trees.entities?.root.count ?? 0) === snapshot.entities &&
        (trees.issues?.root.count ?? 0) === snapshot.issues &&
        (own.former?.root.hash ?? null) === (snapshot.former ?? null);
      const file = snapshotPath(snapshot);
      return whole ? null : { file, message: 'what it holds does not match its hash', gaps: [] };
    },
    findGaps: () => findPieceGaps(snapshot, trees, pieces, () => {}),
  };
}

/** A snapshot of format 1, which came again: what was gone by then is kept in pieces. */
function withFormer(streams: Streams, { bytes }: SnapshotMeta, pieces: Pieces, former: Tree): Streams {
  return {
    ...streams,
    read: (offset, length) =>
      offset < bytes ? streams.read(offset, length) : readStream(former, pieces, offset - bytes, length),
    *former() {
      for (const { offset, part } of partsOf(former, pieces))
        yield { hash: part.hash, offset: bytes + offset, read: () => pieces.part(part) };
    },
  };
}

function findPieceGaps(
  snapshot: SnapshotMeta,
  trees: SnapshotTrees,
  pieces: Pieces,
  onEntities: (bytes: Uint8Array) => void,
): Damage | null {
  const gaps = STREAMS.flatMap((stream) => {
    const onPart = stream === 'entities' ? onEntities : () => {};
    return findGaps(trees[stream], pieces, onPart).map((gap) => ({ ...gap, stream }));
  });
  const [first] = gaps;
  return first === undefined ? null : { file: snapshotPath(snapshot), message: first.message, gaps };
}

/** Format 1: `entities.jsonl`, `issues.jsonl` and `meta.json` in the snapshot's folder. */
function wholeFiles(storage: Storage, folder: string, snapshot: SnapshotMeta): Streams {
  const readFile = (file: string): Uint8Array => {
    const bytes = storage.read(`${folder}/${file}`);
    if (bytes === null) throw damaged(snapshot, `${file} is missing`);
    return bytes;
  };
  const { content, bytes } = snapshot;
  const readEntities = (): Uint8Array => {
    const all = readFile('entities.jsonl');
    if (all.length === bytes) return all;
    throw damaged(snapshot, `entities.jsonl has ${all.length} bytes, not ${bytes}`);
  };
  return {
    trees: null,
    read: (offset, length) => storage.readRange(`${folder}/entities.jsonl`, offset, length),
    parts: () => [{ hash: content, offset: 0, read: readEntities }],
    former: () => [],
    issues: () => [readFile('issues.jsonl')],
    findDamage: () => findFileDamage(storage, folder, snapshot),
    findGaps: () => findFileDamage(storage, folder, snapshot),
  };
}

function findFileDamage(storage: Storage, folder: string, snapshot: SnapshotMeta): Damage | null {
  const trouble = (file: string, what: string): Damage => ({
    file: `${folder}/${file}`,
    message: `${storage.place}/${folder}/${file}: ${what}`,
    gaps: [],
  });
  const names = storage.list(folder);
  const missing = ['entities.jsonl', 'issues.jsonl', 'meta.json'].find((name) => !names.includes(name));
  if (missing !== undefined) return trouble(missing, 'missing');
  const content = hashOf(storage, `${folder}/entities.jsonl`);
  const own = snapshotHash(snapshot.source, snapshot.published, content);
  if (content !== snapshot.content || own !== snapshot.hash)
    return trouble('entities.jsonl', 'does not match its hash');
  let issues = 0;
  for (const piece of readPieces(storage, `${folder}/issues.jsonl`))
    for (const byte of piece) if (byte === 10) issues += 1;
  if (issues !== snapshot.issues)
    return trouble('issues.jsonl', `has ${issues} lines, not ${snapshot.issues}`);
  const meta = Buffer.from(storage.read(`${folder}/meta.json`) ?? []).toString('utf8');
  return meta === `${stableJson(snapshot, 1)}\n` ? null : trouble('meta.json', 'does not match the manifest');
}

/** SHA-256 of a file's bytes. */
export function hashOf(storage: Storage, path: string): string {
  const hash = createHash('sha256');
  for (const piece of readPieces(storage, path)) hash.update(piece);
  return hash.digest('hex');
}
