/** A stream read by its tree: a range of bytes from somewhere inside, or everything in order. */
import { CordonError } from '../../base/index.js';
import type { Piece, Pieces, Tree } from './nodes.js';

/** A part with its place in the stream, in bytes. */
export type PlacedPart = { readonly offset: number; readonly part: Piece };

/**
 * Bytes of the stream: a line, as a rule, which lies in one part.
 *
 * @throws CordonError `snapshot-damaged`; also for a range outside the stream
 */
export function readStream(tree: Tree, pieces: Pieces, offset: number, length: number): Uint8Array {
  if (tree === null || offset < 0 || offset + length > tree.root.length) throw outside(offset);
  let piece = tree.root;
  let start = 0;
  for (let height = tree.height; height > 0; height -= 1) {
    for (const row of pieces.rows(piece)) {
      if (offset < start + row.length) {
        piece = row;
        break;
      }
      start += row.length;
    }
  }
  const part = pieces.recentPart(piece);
  if (offset + length > start + part.length) throw outside(offset);
  return part.subarray(offset - start, offset - start + length);
}

/** The parts in order, without their bytes. @throws CordonError `snapshot-damaged` */
export function* partsOf(tree: Tree, pieces: Pieces): Generator<PlacedPart> {
  if (tree === null) return;
  let offset = 0;
  for (const part of under(tree.root, tree.height)) {
    yield { offset, part };
    offset += part.length;
  }

  function* under(piece: Piece, height: number): Generator<Piece> {
    if (height === 0) yield piece;
    else for (const row of pieces.rows(piece)) yield* under(row, height - 1);
  }
}

/** What cannot be read of a stream: the piece that is damaged and where it would lie. Goes on behind each. */
export type Gap = {
  readonly piece: Piece;
  /** The key of the first line behind the gap, null at the end. */
  readonly until: string | null;
  readonly message: string;
};

/** Reads every piece. @returns what is damaged; empty for a whole stream. `onPart` is given the bytes in order */
export function findGaps(tree: Tree, pieces: Pieces, onPart: (bytes: Uint8Array) => void): readonly Gap[] {
  const gaps: Gap[] = [];
  if (tree === null) return gaps;
  walk(tree.root, tree.height, null);
  return gaps;

  function walk(piece: Piece, height: number, until: string | null): void {
    let rows: readonly Piece[];
    try {
      if (height === 0) {
        onPart(pieces.part(piece));
        return;
      }
      rows = pieces.rows(piece);
    } catch (cause) {
      if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
      gaps.push({ piece, until, message: cause.message });
      return;
    }
    rows.forEach((row, at) => {
      walk(row, height - 1, rows[at + 1]?.first ?? until);
    });
  }
}

function outside(offset: number): CordonError {
  return new CordonError('snapshot-damaged', `byte ${offset}: no line of this snapshot lies there`);
}
