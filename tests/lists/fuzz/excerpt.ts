/** A whole, shorter list made of a long one, so that it can be read thousands of times: rows from its top, XML pruned. */
import { SaxesParser } from 'saxes';
import { readSheets } from '../../../src/base/index.js';
import { odsTable, xlsxTable } from '../../base/sheet-of.js';

/** A file in memory. */
export type Bytes = { readonly name: string; readonly bytes: Uint8Array };

/** Bytes over which a file is made shorter. */
const LONG = 1 << 15;
/** Elements of one name that are kept in one parent, down to this depth. */
const KEPT = 40;
const DEEP = 3;

/** Rows of a workbook that are kept. */
const ROWS = 60;

/** Whether bytes begin as a zip archive, which is what workbooks are. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The file, or its beginning as a whole file. Of a workbook the first rows, written anew in its own format. */
export async function excerpt({ name, bytes }: Bytes): Promise<Bytes> {
  if (isPacked(bytes)) return { name, bytes: await workbookTop(name, bytes) };
  if (bytes.length <= LONG) return { name, bytes };
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart();
  return { name, bytes: start.startsWith('<') ? pruned(bytes) : (documentTop(bytes) ?? topOf(bytes)) };
}

async function workbookTop(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readSheets(bytes, name)) {
    rows.push(cells);
    if (rows.length === ROWS) break;
  }
  const isOds = Buffer.from(bytes.subarray(0, 200)).includes('opendocument');
  return new Uint8Array(isOds ? odsTable(rows) : xlsxTable(rows));
}

/** A JSON document with the first of its longest array, and their count where it says how many it holds; null for lines of JSON and what is no JSON. */
function documentTop(bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{\s*\n/.test(text)) return null;
  const document = JSON.parse(text) as Record<string, unknown>;
  const sizeOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);
  const [key] = Object.keys(document).sort((a, b) => sizeOf(document[b]) - sizeOf(document[a]));
  const first = (document[key!] as unknown[]).slice(0, KEPT);
  const count = typeof document.count === 'number' ? { count: first.length } : {};
  return new TextEncoder().encode(JSON.stringify({ ...document, [key!]: first, ...count }, null, 1));
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
