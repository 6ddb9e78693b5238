/**
 * The two halves of an advanced file. What a party is joined with stands behind the parties (relations, entries), so
 * the second half is read first; every byte is parsed once and nothing but the joined parts is held. Where the border
 * cannot be found by its bytes (another encoding, a prefix), both halves are the whole file.
 */
import type { ListFile } from '../../reader.js';

/** `head` ends with the parties; `tail` begins behind them. `split` is false where both are the whole file. */
export type Sections = { readonly head: ListFile; readonly tail: ListFile; readonly split: boolean };

const BORDER = Buffer.from('</DistinctParties>');
const OPEN = new TextEncoder().encode('<Sanctions>');
const CLOSE = new TextEncoder().encode('</Sanctions>');
const LINE_FEED = 10;
const PIECE = 1 << 16;

/** Finds the border; reads the file up to it. */
export async function sectionsOf(file: ListFile): Promise<Sections> {
  const border = await findBorder(file);
  if (border === null) return { head: file, tail: file, split: false };
  return {
    split: true,
    head: { ...file, chunks: () => headChunks(file, border.offset) },
    tail: { ...file, chunks: () => tailChunks(file, border.offset, border.lines) },
  };
}

async function findBorder(file: ListFile): Promise<{ offset: number; lines: number } | null> {
  let offset = 0;
  let lines = 0;
  let held = Buffer.alloc(0);
  for await (const chunk of file.chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // The border may lie across two chunks: the end of the one before is looked at again.
    const seam = Buffer.concat([held, bytes.subarray(0, BORDER.length)]);
    const early = held.length === 0 ? -1 : seam.indexOf(BORDER);
    const at = early === -1 ? bytes.indexOf(BORDER) : early - held.length;
    if (at !== -1 || early !== -1) {
      const end = at + BORDER.length;
      return { offset: offset + end, lines: lines + linesIn(bytes, end) };
    }
    lines += linesIn(bytes, bytes.length);
    offset += bytes.length;
    held = Buffer.concat([held, bytes.subarray(-BORDER.length)]).subarray(-(BORDER.length - 1));
  }
  return null;
}

function linesIn(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < end; at = bytes.indexOf(LINE_FEED, at + 1))
    lines += 1;
  return lines;
}

async function* headChunks(file: ListFile, end: number): AsyncGenerator<Uint8Array> {
  let left = end;
  for await (const chunk of file.chunks()) {
    yield chunk.length <= left ? chunk : chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) break;
  }
  yield CLOSE;
}

/** Empty lines stand for the first half, so that issues name the file's own lines. */
async function* tailChunks(file: ListFile, start: number, lines: number): AsyncGenerator<Uint8Array> {
  yield OPEN;
  for (let left = lines; left > 0; left -= PIECE) yield new Uint8Array(Math.min(left, PIECE)).fill(LINE_FEED);
  let skip = start;
  for await (const chunk of file.chunks()) {
    if (skip < chunk.length) yield skip <= 0 ? chunk : chunk.subarray(skip);
    skip -= chunk.length;
  }
}
