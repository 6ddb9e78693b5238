/**
 * The extract of the EU Official Journal: one CSV per act, consolidated acts and amendments → rows with lines. Columns
 * are found by their headings; every act is read, also one that lists nobody.
 */
import { CordonError, decodeText, type Issue, issue, readRecords } from '../../base/index.js';
import type { ListFile } from '../reader.js';

/** A row: cells by heading, trimmed; `celex` is the act that is listed in, `amendment` the act that amended it. */
export type JournalRow = {
  readonly file: string;
  readonly line: number;
  readonly celex: string;
  readonly amendment: string | null;
  readonly cells: Readonly<Record<string, string>>;
};

/** An act's file in memory. */
export type JournalFile = { readonly name: string; readonly bytes: Uint8Array };

/** Headings that a row cannot do without. */
const NEEDED = ['programKey', 'annex', 'measure', 'schema', 'name'] as const;

/** Whether a file is of this extract, by its heading line. */
export function isJournal(file: ListFile): boolean {
  const head = new TextDecoder().decode(file.head.subarray(0, 600));
  const line = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const headings = line.split(',').map((heading) => heading.replace(/^"|"$/g, '').trim());
  const act = headings.includes('celex') || headings.includes('amendedCelex');
  return act && headings.includes('programKey') && headings.includes('recordId');
}

/**
 * Reads consolidated acts first, then amendments, each in the order of their file names, which are CELEX numbers.
 *
 * @throws CordonError `list-truncated` where a file ends inside a record, `list-unreadable` without a needed heading,
 *   `list-empty` where no file lists anybody
 */
export function readJournal(files: readonly JournalFile[]): { rows: JournalRow[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const parts = files.map((file) => readFile(file, issues));
  const order = (part: FilePart) => `${part.amends ? 1 : 0} ${part.file.split('/').at(-1)}`;
  parts.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const rows = parts.flatMap((part) => part.rows);
  if (rows.length === 0) {
    const name = parts[0]?.file ?? 'the folder';
    throw new CordonError('list-empty', `${name}: none of the ${parts.length} files lists anybody`);
  }
  return { rows, issues };
}

type FilePart = { readonly file: string; readonly amends: boolean; readonly rows: readonly JournalRow[] };

function readFile({ name: file, bytes }: JournalFile, issues: Issue[]): FilePart {
  const { text, issues: decoding } = decodeText(bytes, file);
  issues.push(...decoding);
  const { rows: records, issues: broken } = readRecords(text, file);
  const [unclosed] = broken;
  if (unclosed !== undefined) throw cut(file, unclosed.line ?? 0, 'a quote never closes');
  const headings = (records[0]?.cells ?? []).map((cell) => cell.trim());
  for (const heading of NEEDED) {
    if (!headings.includes(heading))
      throw new CordonError('list-unreadable', `${file}:1: column "${heading}" is missing`);
  }
  const rows: JournalRow[] = [];
  for (const [at, { line, cells }] of records.entries()) {
    if (at === 0) continue;
    if (cells.length !== headings.length) {
      const message = `expected ${headings.length} columns, got ${cells.length}`;
      if (cells.length < headings.length && at === records.length - 1) throw cut(file, line, message);
      issues.push(issue('bad-record', { file, line, value: cells.join(',') }, `${message} (row skipped)`));
      continue;
    }
    const named = Object.fromEntries(headings.map((heading, index) => [heading, cells[index]!.trim()]));
    const celex = named.amendedCelex ?? named.celex ?? '';
    rows.push({ file, line, celex, amendment: named.amendmentCelex ?? null, cells: named });
  }
  return { file, amends: headings.includes('amendedCelex'), rows };
}

function cut(file: string, line: number, why: string): CordonError {
  return new CordonError('list-truncated', `${file}:${line}: ${why}: the file is cut; take it again`);
}
