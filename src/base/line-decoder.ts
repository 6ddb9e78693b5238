/**
 * UTF-8 as it streams by, decided line by line: customer files are pasted together from several programs, and one bad
 * byte must not garble the names around it. A line that is not valid UTF-8 is read as Windows-1252, alone.
 */

/** Takes bytes cut anywhere, gives text. `odd` counts the lines that were no UTF-8 and names the first, from 1. */
export type LineDecoder = {
  take(bytes: Uint8Array): string;
  end(): string;
  odd(): { readonly count: number; readonly first: number };
};

const [LF, CR] = [10, 13];
/** A line that is longer is decoded as far as it goes, so that a file without line ends does not fill memory. */
const LONGEST_LINE = 1 << 22;
const NOTHING = new Uint8Array(0);

/** Opens a decoder at the start of a text; its byte order mark is left out. */
export function openLineDecoder(): LineDecoder {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const windows = new TextDecoder('windows-1252');
  let carried: Uint8Array = NOTHING;
  let line = 1;
  let count = 0;
  let first = 0;

  const decode = (bytes: Uint8Array): string => {
    try {
      const text = utf8.decode(bytes);
      line += countEnds(text);
      return text;
    } catch {
      return decodeLines(bytes);
    }
  };
  const decodeLines = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const end = lineEnd(bytes, at);
      text += decodeLine(bytes.subarray(at, end));
      at = end;
    }
    return text;
  };
  const decodeLine = (bytes: Uint8Array): string => {
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      text = windows.decode(bytes);
      count += 1;
      if (count === 1) first = line;
    }
    line += countEnds(text);
    return text;
  };

  return {
    take(bytes) {
      const all = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
      const last = Math.max(all.lastIndexOf(LF), all.lastIndexOf(CR)) + 1;
      const whole = last > 0 || all.length < LONGEST_LINE ? last : all.length;
      carried = all.subarray(whole);
      return whole === 0 ? '' : decode(all.subarray(0, whole));
    },
    end() {
      const rest = carried;
      carried = NOTHING;
      return rest.length === 0 ? '' : decode(rest);
    },
    odd: () => ({ count, first }),
  };
}

/** Behind the line end at or after `from`. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at += 1;
  return Math.min(at + 1, bytes.length);
}

function countEnds(text: string): number {
  let ends = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends += 1;
  return ends;
}
