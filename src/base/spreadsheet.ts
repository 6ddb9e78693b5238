/**
 * Spreadsheets as rows of text: XLSX (ECMA-376) and ODS (OpenDocument 1.3), told apart by what is in the archive. A
 * row is handed over as it is unpacked, so a sheet is never held whole. What cells show is read, not how: a date is an
 * ISO day, a formula the value it last gave. Non-goals: old `.xls`, encrypted files, charts, comments.
 */
import { readOds } from './ods.js';
import type { SheetRow } from './sheet-row.js';
import { CordonError } from './trouble.js';
import { readXlsx } from './xlsx.js';
import { isZip, type ZipEntry, zipEntries } from './zip.js';

export type { SheetRow } from './sheet-row.js';

/** Unpacked bytes of all that is read of one file: no real table comes near, a zip bomb does. */
const LARGEST = 2 ** 30;

/** Whether a file begins as an archive with the parts of a spreadsheet; `head` may be its first kilobytes only. */
export function isSpreadsheet(head: Uint8Array): boolean {
  if (!isZip(head)) return false;
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  return (
    text.includes('[Content_Types].xml') || /opendocument\.spreadsheet|META-INF\/manifest\.xml/.test(text)
  );
}

/**
 * Reads every sheet in the workbook's order, hidden ones too, as rows of text.
 *
 * A row's `line` is the number that the program shows beside it, its cells begin at column A, empty ones behind the
 * last are left out, and rows without any are passed over. Merged cells hold their value in the first of them. Dates
 * are `YYYY-MM-DD`, with `THH:MM:SS` where they have a time; numbers are written in full, never `7.7E9`.
 *
 * @param file as messages name it
 * @throws CordonError `input-unreadable` (no spreadsheet, cut, damaged, encrypted), `input-too-large`, `xml-refused`
 */
export async function* readSheets(bytes: Uint8Array, file: string): AsyncGenerator<SheetRow> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw unreadable(file, 'encrypted, or in the old .xls format: save it as .xlsx without a password');
  if (!isZip(bytes)) throw unreadable(file, 'not a spreadsheet (.xlsx or .ods)');
  const entries = new Map<string, ZipEntry>();
  let size = 0;
  for (const entry of zipEntries(bytes, file)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    size += entry.size;
    entries.set(entry.name, entry);
  }
  if (size > LARGEST)
    throw new CordonError('input-too-large', `${file}: over 1 GiB when unpacked: is this the right file?`);
  const archive = { bytes, entries, file };
  if (entries.has('content.xml')) yield* readOds(archive);
  else if (entries.has('[Content_Types].xml')) yield* readXlsx(archive);
  else throw unreadable(file, 'an archive, but no spreadsheet (.xlsx or .ods)');
}

function unreadable(file: string, why: string): CordonError {
  return new CordonError('input-unreadable', `${file}: ${why}`);
}
