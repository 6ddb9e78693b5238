/**
 * Lines of a large file as text, one at a time. A dataset may be over a gigabyte, more than one string can hold, so
 * lines are cut from the bytes and each is decoded alone; a line that is no UTF-8 costs that line only.
 */

/** A line: its number from 1; `text` is null where it is not valid UTF-8 or over the longest line that is read. */
export type Line = { readonly line: number; readonly text: string | null; readonly ended: boolean };

/** The longest line read, in bytes; the longest entities seen (large banks, all languages) are under one megabyte. */
const LONGEST_LINE = 32 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Every line that is not blank, in order. A byte order mark and Windows line ends are dropped; `ended` is false for a
 * last line without a line end.
 */
export function* readLines(bytes: Uint8Array): Generator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (part: Uint8Array): string | null => {
    try {
      return part.length > LONGEST_LINE ? null : decoder.decode(part);
    } catch {
      return null;
    }
  };
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    line += 1;
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    const text = decode(bytes.subarray(start, end));
    if (text === null || text.trim() !== '') yield { line, text, ended: found !== -1 };
    start = end + 1;
  }
}
