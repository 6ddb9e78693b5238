/**
 * The streams of a held snapshot, in either form: cut into pieces (its own file names them), or whole files in a folder,
 * as format 1 of the state folder had them. Every piece is checked as it is read; whole files by `findDamage` alone.
 */
import { createHash } from 'node:crypto';
import { CordonError, stableJson } from '../../base/index.js';
import type { Piece, Pieces } from './nodes.js';
import {
  DAMAGE_REMEDY,
  parseSnapshot,
  type SnapshotMeta,
  type SnapshotTrees,
  snapshotHash,
} from './snapshot.js';
import { readPieces, type Storage } from './storage.js';
import { findGaps, type Gap, partsOf, readStream } from './tree-reader.js';

/**
 * A part of a snapshot's entities: equal hashes are equal entities, so whoever compares two snapshots passes over parts
 * that both have. `first` is the first id in it, `offset` and `length` its bytes in the stream.
 */
export type ListPart = {
  readonly hash: string;
  readonly first: string;
  readonly offset: number;
  readonly length: number;
  readonly entities: number;
};

/** What is wrong with a snapshot, for people, and which of its lines cannot be read. */
export type Damage = {
  readonly message: string;
  readonly gaps: readonly (Gap & { readonly stream: 'entities' | 'issues' })[];
};

/** A held snapshot's streams. Everything throws CordonError `snapshot-damaged`. */
export type Streams = {
  /** Bytes of the stream of entities. */
  read(offset: number, length: number): Uint8Array;
  parts(): Iterable<ListPart>;
  part(part: ListPart): Uint8Array;
  /** The stream of issues, a piece of whole lines at a time. */
  issues(): Iterable<Uint8Array>;
  /** Reads every byte again. Null for a whole snapshot. */
  findDamage(): Damage | null;
  /** Null in the former form. */
  readonly trees: SnapshotTrees | null;
};

/** The file of a snapshot. */
export function snapshotPath({ source, hash }: Pick<SnapshotMeta, 'source' | 'hash'>): string {
  return `snapshots/${source}/${hash}.json`;
}

/** Opens a snapshot's streams. @throws CordonError `snapshot-damaged` when its own file is none */
export function openStreams(storage: Storage, snapshot: SnapshotMeta, pieces: Pieces): Streams {
  const path = snapshotPath(snapshot);
  const bytes = storage.read(path);
  if (bytes !== null) {
    const own = parseSnapshot(Buffer.from(bytes).toString('utf8'));
    if (own !== null && stableJson(own.snapshot) === stableJson(snapshot))
      return piecedStreams(snapshot, { entities: own.entities, issues: own.issues }, pieces);
    throw damaged(snapshot, `${storage.place}/${path}: was changed`);
  }
  const folder = `snapshots/${snapshot.source}/${snapshot.hash}`;
  if (storage.list(folder).length > 0) return wholeFiles(storage, folder, snapshot);
  throw damaged(snapshot, `${storage.place}/${path}: missing`);
}

/** An error that names the snapshot and says what to do. */
export function damaged(snapshot: Pick<SnapshotMeta, 'source' | 'hash'>, what: string): CordonError {
  const message = `${snapshot.source} ${snapshot.hash.slice(0, 12)}: ${what}: ${DAMAGE_REMEDY}`;
  return new CordonError('snapshot-damaged', message);
}

function piecedStreams(snapshot: SnapshotMeta, trees: SnapshotTrees, pieces: Pieces): Streams {
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
  function* parts(): Generator<ListPart & { readonly piece: Piece }> {
    for (const { offset, part: piece } of partsOf(trees.entities, pieces)) {
      const { hash, first, length, count } = piece;
      yield { hash, first, offset, length, entities: count, piece };
    }
  }
  function* issues(): Generator<Uint8Array> {
    for (const { part } of partsOf(trees.issues, pieces)) yield pieces.part(part);
  }
  return {
    trees,
    read: (offset, length) => named(() => readStream(trees.entities, pieces, offset, length)),
    parts: () => namedEach(parts()),
    part: (part) =>
      named(() =>
        'piece' in part
          ? pieces.part(part.piece as Piece)
          : readStream(trees.entities, pieces, part.offset, part.length),
      ),
    issues: () => namedEach(issues()),
    findDamage: () => findPieceDamage(snapshot, trees, pieces),
  };
}

function findPieceDamage(snapshot: SnapshotMeta, trees: SnapshotTrees, pieces: Pieces): Damage | null {
  const content = createHash('sha256');
  const gaps = (['entities', 'issues'] as const).flatMap((stream) => {
    const onPart = stream === 'entities' ? (bytes: Uint8Array) => void content.update(bytes) : () => {};
    return findGaps(trees[stream], pieces, onPart).map((gap) => ({ ...gap, stream }));
  });
  if (gaps.length > 0) return { message: gaps[0]!.message, gaps };
  const hash = content.digest('hex');
  const whole =
    hash === snapshot.content &&
    snapshotHash(snapshot.source, snapshot.published, hash) === snapshot.hash &&
    (trees.entities?.root.count ?? 0) === snapshot.entities &&
    (trees.issues?.root.count ?? 0) === snapshot.issues;
  return whole ? null : { message: 'what it holds does not match its hash', gaps: [] };
}

/** Format 1: `entities.jsonl`, `issues.jsonl` and `meta.json` in the snapshot's folder. */
function wholeFiles(storage: Storage, folder: string, snapshot: SnapshotMeta): Streams {
  const readFile = (file: string): Uint8Array => {
    const bytes = storage.read(`${folder}/${file}`);
    if (bytes === null) throw damaged(snapshot, `${file} is missing`);
    return bytes;
  };
  const { content, bytes, entities } = snapshot;
  const whole: ListPart = { hash: content, first: '', offset: 0, length: bytes, entities };
  return {
    trees: null,
    read: (offset, length) => storage.readRange(`${folder}/entities.jsonl`, offset, length),
    parts: () => (entities === 0 ? [] : [whole]),
    part: () => {
      const all = readFile('entities.jsonl');
      if (all.length === bytes) return all;
      throw damaged(snapshot, `entities.jsonl has ${all.length} bytes, not ${bytes}`);
    },
    issues: () => [readFile('issues.jsonl')],
    findDamage: () => {
      const message = findFileDamage(storage, folder, snapshot);
      return message === null ? null : { message, gaps: [] };
    },
  };
}

function findFileDamage(storage: Storage, folder: string, snapshot: SnapshotMeta): string | null {
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
  return meta === `${stableJson(snapshot, 1)}\n` ? null : 'meta.json does not match the manifest';
}

/** SHA-256 of a file's bytes. */
export function hashOf(storage: Storage, path: string): string {
  const hash = createHash('sha256');
  for (const piece of readPieces(storage, path)) hash.update(piece);
  return hash.digest('hex');
}
