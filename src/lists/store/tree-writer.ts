/**
 * Cuts a stream of lines into parts, parts into nodes, and writes of them only what a neighbour does not hold. Borders
 * depend on keys alone (and, far out, on size), so a changed line changes one part, and a new line moves no border but
 * its own.
 */
import { CordonError, sha256 } from '../../base/index.js';
import { formatNode, nodeHash, type Piece, type Pieces, packBytes, type Tree } from './nodes.js';

/** Collects the bytes of a pack that is being written. */
export type PackWriter = {
  /** Packs bytes. @returns their place; its pack is '' until it has its name */
  put(bytes: Uint8Array): { readonly pack: string; readonly offset: number; readonly stored: number };
  /** What was put since the last call. */
  drain(): readonly Uint8Array[];
};

/** Finds pieces that are held already. */
export type Neighbour = {
  /**
   * An intact held piece, or null. Asked in the order of the stream.
   *
   * @param bytes the part's, null for a node
   */
  find(level: number, hash: string, first: string, bytes: Uint8Array | null): Piece | null;
  /** Whether a piece of this hash was met and could not be read. */
  isDamaged(hash: string): boolean;
  /** The pack of that damaged piece. */
  damagedIn(hash: string): string;
};

/** Takes a stream, gives its tree. */
export type TreeWriter = {
  add(key: string, line: Uint8Array): void;
  finish(): Tree;
};

/** Lines of a part and rows of a node, on average: smaller ones cost more hashes, larger ones more copies (measured). */
const USUAL = 8;
/** What a run of unlucky keys, or of long lines, may come to. */
const MOST = 32;
const MOST_BYTES = 1 << 16;

/** Starts packing, behind `head` bytes that are there already. */
export function openPack(head: number): PackWriter {
  let offset = head;
  let pending: Uint8Array[] = [];
  return {
    put(bytes) {
      const packed = packBytes(bytes);
      const place = { pack: '', offset, stored: packed.length };
      offset += packed.length;
      pending.push(packed);
      return place;
    },
    drain() {
      const drained = pending;
      pending = [];
      return drained;
    },
  };
}

/**
 * Starts a tree.
 *
 * @param onMoved told of every piece that is written although it should have been held
 * @param onPart told of every part, in order, before the line that begins the next one is taken
 */
export function openTree(
  pack: PackWriter,
  neighbour: Neighbour,
  onMoved: (piece: Piece, from: string) => void,
  onPart: (first: string, shared: boolean) => void = () => {},
): TreeWriter {
  let lines: Uint8Array[] = [];
  let bytes = 0;
  let first = '';
  /** Rows that wait for their node, by level; how many pieces each level has, and its last one. */
  const waiting: Piece[][] = [];
  const made: number[] = [];
  const last: Piece[] = [];

  const keep = (level: number, piece: Omit<Piece, 'pack' | 'offset' | 'stored'>, part: Uint8Array | null) => {
    const held = neighbour.find(level, piece.hash, piece.first, part);
    const own = held ?? { ...piece, ...pack.put(part ?? formatNode(waiting[level]!)) };
    if (held === null && neighbour.isDamaged(piece.hash)) onMoved(own, neighbour.damagedIn(piece.hash));
    if (level === 0) onPart(piece.first, held !== null);
    made[level] = (made[level] ?? 0) + 1;
    last[level] = own;
    addRow(level + 1, own);
  };
  const closePart = () => {
    const part = Buffer.concat(lines);
    const count = lines.length;
    lines = [];
    bytes = 0;
    keep(0, { hash: sha256(part), length: part.length, count, first }, part);
  };
  const closeNode = (level: number) => {
    const rows = waiting[level]!;
    const length = rows.reduce((sum, row) => sum + row.length, 0);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    keep(level, { hash: nodeHash(rows), length, count, first: rows[0]!.first }, null);
    waiting[level] = [];
  };
  const addRow = (level: number, row: Piece) => {
    waiting[level] ??= [];
    const rows = waiting[level];
    // Two rows at the least, so that every level is smaller than the one below.
    if (rows.length >= 2 && (isBorder(row.first, level) || rows.length >= MOST)) closeNode(level);
    waiting[level]!.push(row);
  };

  return {
    add(key, line) {
      const full = lines.length >= MOST || bytes >= MOST_BYTES;
      if (lines.length > 0 && (full || isBorder(key, 0))) closePart();
      if (lines.length === 0) first = key;
      lines.push(line);
      bytes += line.length;
    },
    finish() {
      if (lines.length > 0) closePart();
      for (let height = 0; made[height] !== undefined; height += 1) {
        if (height > 0 && waiting[height]!.length > 0) closeNode(height);
        if (made[height] === 1) return { height, root: last[height]! };
        if (waiting[height + 1]!.length > 0 && made[height + 1] === undefined) made[height + 1] = 0;
      }
      return null;
    },
  };
}

/** Whether a run ends before this key. FNV-1a, stirred (its low bits alone follow the last letters); a level's own seed. */
function isBorder(key: string, level: number): boolean {
  let hash = (0x811c9dc5 ^ Math.imul(level + 1, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % USUAL === 0;
}

/** No neighbour: everything is new. */
export const ALONE: Neighbour = { find: () => null, isDamaged: () => false, damagedIn: () => '' };

/**
 * The pieces of a tree whose keys ascend; walked beside the new stream, so memory does not grow with the list.
 *
 * @param onPassed told of every part that can be read and is not shared; `end` passes those behind the new stream
 */
export function sortedNeighbour(
  tree: Tree,
  pieces: Pieces,
  onPassed: (part: Piece) => void = () => {},
): Neighbour & { end(): void } {
  const damaged = new Map<string, string>();
  const walks: { readonly pieces: Iterator<Piece>; at: IteratorResult<Piece> }[] = [];
  const walkOf = (level: number) => {
    walks[level] ??= start(piecesAt(tree, level, pieces));
    return walks[level];
  };
  const pass = (level: number, until: string | null) => {
    const walk = walkOf(level);
    for (; walk.at.done !== true; walk.at = walk.pieces.next()) {
      if (until !== null && walk.at.value.first >= until) return;
      if (level === 0) tellReadable(walk.at.value);
    }
  };
  const tellReadable = (part: Piece) => {
    try {
      onPassed(part);
    } catch (cause) {
      if (!isDamage(cause)) throw cause;
    }
  };
  return {
    find(level, hash, first, bytes) {
      pass(level, first);
      const walk = walkOf(level);
      if (walk.at.done === true || walk.at.value.hash !== hash) return null;
      const piece = walk.at.value;
      walk.at = walk.pieces.next();
      if (isIntact(piece, pieces, bytes)) return piece;
      damaged.set(hash, piece.pack);
      return null;
    },
    end: () => pass(0, null),
    isDamaged: (hash) => damaged.has(hash),
    damagedIn: (hash) => damaged.get(hash)!,
  };
}

function start(pieces: Iterator<Piece>): { readonly pieces: Iterator<Piece>; at: IteratorResult<Piece> } {
  return { pieces, at: pieces.next() };
}

/** The pieces of a small tree whose keys are in no order. */
export function smallNeighbour(tree: Tree, pieces: Pieces): Neighbour {
  const held = new Map<string, Piece>();
  const damaged = new Map<string, string>();
  for (let level = 0; level <= (tree?.height ?? -1); level += 1)
    for (const piece of piecesAt(tree, level, pieces)) held.set(`${level} ${piece.hash}`, piece);
  return {
    find(level, hash, _first, bytes) {
      const piece = held.get(`${level} ${hash}`);
      if (piece === undefined) return null;
      if (isIntact(piece, pieces, bytes)) return piece;
      damaged.set(hash, piece.pack);
      return null;
    },
    isDamaged: (hash) => damaged.has(hash),
    damagedIn: (hash) => damaged.get(hash)!,
  };
}

/** What is about to be shared is read first: a new snapshot never rests on a damaged piece. */
function isIntact(piece: Piece, pieces: Pieces, bytes: Uint8Array | null): boolean {
  try {
    if (bytes === null) pieces.rows(piece);
    else return Buffer.compare(pieces.part(piece), bytes) === 0;
    return true;
  } catch (cause) {
    if (isDamage(cause)) return false;
    throw cause;
  }
}

function isDamage(cause: unknown): boolean {
  return cause instanceof CordonError && cause.code === 'snapshot-damaged';
}

/** The pieces of one level in order; what lies under a damaged node is passed over. */
function* piecesAt(tree: Tree, level: number, pieces: Pieces): Generator<Piece> {
  if (tree === null || tree.height < level) return;
  yield* below(tree.root, tree.height);

  function* below(piece: Piece, height: number): Generator<Piece> {
    if (height === level) {
      yield piece;
      return;
    }
    if (!isIntact(piece, pieces, null)) return;
    for (const row of pieces.rows(piece)) yield* below(row, height - 1);
  }
}
