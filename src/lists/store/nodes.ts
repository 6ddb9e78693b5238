/**
 * The pieces that snapshots are made of. A stream of lines is cut into parts; rows that describe parts are cut into
 * nodes in the same way, up to one root. Every piece is named by the hash of what it says, not of where it lies, so
 * neighbours share all but the way from a change to the root. Pieces lie packed in pack files; each one that is read is
 * checked against its name, so nothing is ever judged by a damaged entry.
 *
 *     root ── node ── part: lines 1 … 8        packs/9c…: pieces of Monday   packs/f1…: what Tuesday changed
 *          └─ node ── part: lines 9 … 15
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CordonError, openRecent, sha256 } from '../../base/index.js';
import type { Storage } from './storage.js';

/** Where a piece lies; in a piece's own rows `pack` is '' for the pack that it lies in itself. */
export type Place = { readonly pack: string; readonly offset: number; readonly stored: number };

/**
 * A piece. `hash` is the SHA-256 of a part's bytes, or of what a node's rows say; `length` the bytes of the stream below
 * it, `count` their lines, `first` the key of the first.
 */
export type Piece = Place & {
  readonly hash: string;
  readonly length: number;
  readonly count: number;
  readonly first: string;
};

/** A stream by its root: a part where `height` is 0; null without a line. */
export type Tree = { readonly height: number; readonly root: Piece } | null;

/** Pieces that were found damaged and are held a second time: `from` is the pack of the damaged copy. */
export type Moved = Place & { readonly hash: string; readonly from: string };

/** Reads pieces. `part` and `rows` throw CordonError `snapshot-damaged` naming the pack and the byte. */
export type Pieces = {
  part(piece: Piece): Uint8Array;
  /** As `part`, kept at hand for the next entry that lies in it; whoever reads a whole stream asks `part`. */
  recentPart(piece: Piece): Uint8Array;
  rows(piece: Piece): readonly Piece[];
  /** The pack that the piece is read from. */
  packOf(piece: Piece): string;
};

/** What every pack begins with. */
export const PACK_HEAD: Uint8Array = Buffer.from('cordon pack 1\n');

/** Inner nodes that stay at hand: about a kilobyte each. */
const KEPT_NODES = 8192;
/** Parts that stay at hand: some kilobytes each. Entries that are asked for together often lie in one. */
const KEPT_PARTS = 256;

/** The pack's file; its name is the start of the SHA-256 of its bytes. */
export function packPath(pack: string): string {
  return `packs/${pack}.pack`;
}

/** The name of a pack of this hash. */
export function packName(hash: string): string {
  return hash.slice(0, 32);
}

/** A piece's bytes as they are stored. */
export function packBytes(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes);
}

/** A node's hash: of its rows without their places. */
export function nodeHash(rows: readonly Piece[]): string {
  return sha256(
    rows
      .map(({ hash, length, count, first }) => `${JSON.stringify([hash, length, count, first])}\n`)
      .join(''),
  );
}

/** A node's bytes: its rows, and a last line that vouches for their places too, which its hash leaves out. */
export function formatNode(rows: readonly Piece[]): Uint8Array {
  const lines = rows.map(
    ({ hash, pack, offset, stored, length, count, first }) =>
      `${JSON.stringify([hash, pack, offset, stored, length, count, first])}\n`,
  );
  const text = lines.join('');
  return Buffer.from(`${text}${sha256(text)}\n`);
}

/** Reads pieces out of the packs of a storage. */
export function openPieces(storage: Storage, moved: readonly Moved[]): Pieces {
  const places = new Map<string, Place>(moved.map((one) => [one.hash, one]));
  const nodes = openRecent<string, readonly Piece[]>(KEPT_NODES);
  const parts = openRecent<string, Uint8Array>(KEPT_PARTS);
  const read = (piece: Piece, hashOf: (bytes: Uint8Array, pack: string) => string): void => {
    const { pack, offset, stored } = places.get(piece.hash) ?? piece;
    const trouble = (cause?: unknown) => damagedPiece(storage, pack, offset, cause);
    let bytes: Uint8Array;
    try {
      bytes = inflateRawSync(storage.readRange(packPath(pack), offset, stored));
    } catch (cause) {
      throw trouble(cause);
    }
    let hash: string;
    try {
      hash = hashOf(bytes, pack);
    } catch (cause) {
      throw trouble(cause);
    }
    if (hash !== piece.hash) throw trouble();
  };
  const readPart = (piece: Piece): Uint8Array => {
    let part: Uint8Array = NOTHING;
    read(piece, (bytes) => {
      part = bytes;
      return sha256(bytes);
    });
    return part;
  };
  return {
    packOf: (piece) => (places.get(piece.hash) ?? piece).pack,
    part: readPart,
    recentPart(piece) {
      const kept = parts.get(piece.hash);
      if (kept !== undefined) return kept;
      const part = readPart(piece);
      parts.set(piece.hash, part);
      return part;
    },
    rows(piece) {
      const kept = nodes.get(piece.hash);
      if (kept !== undefined) return kept;
      let rows: readonly Piece[] = [];
      read(piece, (bytes, pack) => {
        rows = parseNode(bytes, pack);
        return nodeHash(rows);
      });
      nodes.set(piece.hash, rows);
      return rows;
    },
  };
}

const NOTHING = new Uint8Array(0);

function parseNode(bytes: Uint8Array, own: string): readonly Piece[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n');
  const rows = lines.slice(0, -2);
  if (sha256(rows.map((row) => `${row}\n`).join('')) !== lines.at(-2)) throw new Error('checksum');
  return rows.map((line) => {
    const [hash, pack, offset, stored, length, count, first] = JSON.parse(line) as [
      string,
      string,
      number,
      number,
      number,
      number,
      string,
    ];
    return { hash, pack: pack === '' ? own : pack, offset, stored, length, count, first };
  });
}

function damagedPiece(storage: Storage, pack: string, offset: number, cause: unknown): CordonError {
  const lost = cause instanceof CordonError && cause.code === 'state-unreadable';
  const what = lost ? cause.message : `${storage.place}/${packPath(pack)}: byte ${offset}: damaged`;
  return new CordonError('snapshot-damaged', what, { cause });
}
