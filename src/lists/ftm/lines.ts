/**
 * Lines of a large file as text, as it streams by. Lines are cut from the bytes and each is decoded alone; a line that is
 * no UTF-8 costs that line only.
 */

/** A line: its number from 1; `text` is null where it is not valid UTF-8 or over the longest line that is read. */
export type Line = { readonly line: number; readonly text: string | null; readonly ended: boolean };

/** The longest line read, in bytes; the longest entities seen (large banks, all languages) are under one megabyte. */
const LONGEST_LINE = 32 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Every line that is not blank, in order, as many at a time as a chunk ends. A byte order mark and Windows line ends are
 * dropped; `ended` is false for a last line without a line end.
 */
export async function* streamLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const cutter = openLineCutter();
  for await (const chunk of chunks) yield cutter.take(chunk);
  yield cutter.end();
}

/** The lines of bytes that are there at once, such as a head. */
export function linesOf(bytes: Uint8Array): Line[] {
  const cutter = openLineCutter();
  return [...cutter.take(bytes), ...cutter.end()];
}

function openLineCutter(): { take(chunk: Uint8Array): Line[]; end(): Line[] } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: Uint8Array[] = [];
  let held = 0;
  let line = 0;
  const hold = (piece: Uint8Array): void => {
    held += piece.length;
    // A chunk may be written over once it is given back; of a line that is too long nothing is kept.
    if (held > LONGEST_LINE) pieces = [];
    else if (piece.length > 0) pieces.push(piece.slice());
  };
  const close = (last: Uint8Array, ended: boolean, into: Line[]): void => {
    line += 1;
    const long = held + last.length > LONGEST_LINE;
    const bytes = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
    pieces = [];
    held = 0;
    const text = long ? null : decode(decoder, bytes);
    if (text === null || text.trim() !== '') into.push({ line, text, ended });
  };
  return {
    take(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        close(chunk.subarray(start, end), true, lines);
        start = end + 1;
      }
      hold(chunk.subarray(start));
      return lines;
    },
    end() {
      const lines: Line[] = [];
      if (held > 0) close(new Uint8Array(0), false, lines);
      return lines;
    },
  };
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
