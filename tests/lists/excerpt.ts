/** A whole, shorter list made of a long one, so that it can be read thousands of times: rows from its top, XML pruned. */
import { SaxesParser } from 'saxes';

/** A file in memory. */
export type Bytes = { readonly name: string; readonly bytes: Uint8Array };

/** Bytes over which a file is made shorter. */
const LONG = 1 << 15;
/** Elements of one name that are kept in one parent, down to this depth. */
const KEPT = 40;
const DEEP = 3;

/** The file, or its beginning as a whole file. What is packed stays as it is. */
export function excerpt({ name, bytes }: Bytes): Bytes {
  if (bytes.length <= LONG || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return { name, bytes };
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart();
  return { name, bytes: start.startsWith('<') ? pruned(bytes) : topOf(bytes) };
}

/** Whole records: up to a line end with no quote open. */
function topOf(bytes: Uint8Array): Uint8Array {
  let quotes = 0;
  let whole = 0;
  for (let at = 0; at < LONG; at += 1) {
    if (bytes[at] === 0x22) quotes += 1;
    if (bytes[at] === 0x0a && quotes % 2 === 0) whole = at + 1;
  }
  return bytes.subarray(0, whole);
}

function pruned(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const parser = new SaxesParser();
  const counts: Map<string, number>[] = [];
  const gaps: [from: number, to: number][] = [];
  let depth = 0;
  let gapDepth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    counts[depth] = new Map();
    if (gapDepth > 0 || depth < 2 || depth > DEEP) return;
    const above = counts[depth - 1]!;
    const count = (above.get(tag.name) ?? 0) + 1;
    above.set(tag.name, count);
    if (count <= KEPT) return;
    gapDepth = depth;
    gaps.push([text.lastIndexOf('<', parser.position - 1), 0]);
  });
  parser.on('closetag', () => {
    if (gapDepth === depth) {
      gapDepth = 0;
      gaps.at(-1)![1] = parser.position;
    }
    depth -= 1;
  });
  parser.write(text).close();
  let kept = '';
  let from = 0;
  for (const [start, end] of gaps) {
    kept += text.slice(from, start);
    from = end;
  }
  return new TextEncoder().encode(kept + text.slice(from));
}
