/**
 * The extract of the EU Official Journal: one CSV per act, consolidated acts and amendments → rows with lines. Columns
 * are found by their headings; every act is read, also one that lists nobody.
 */
import { CordonError, issue, type RawRow } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { readRecordsOf, tellSwallowed } from '../reading/rows.js';

/** A row: cells by heading, trimmed; `celex` is the act that is listed in, `amendment` the act that amended it. */
export type JournalRow = {
  readonly file: string;
  readonly line: number;
  readonly celex: string;
  readonly amendment: string | null;
  readonly cells: Readonly<Record<string, string>>;
};

/** Headings that a row cannot do without. */
const NEEDED = ['programKey', 'annex', 'measure', 'schema', 'name'] as const;

/** Whether a file is of this extract, by its heading line. */
export function isJournal(file: ListFile): boolean {
  const headings = headingsOf(file);
  const act = headings.includes('celex') || headings.includes('amendedCelex');
  return act && headings.includes('programKey') && headings.includes('recordId');
}

/** The files in the order they count in: consolidated acts, then amendments, each by name, which is a CELEX number. */
export function inOrder(files: readonly ListFile[]): {
  acts: readonly ListFile[];
  amendments: readonly ListFile[];
} {
  const sorted = [...files].sort((a, b) => (lastName(a) < lastName(b) ? -1 : 1));
  const amends = (file: ListFile) => {
    const headings = headingsOf(file);
    return headings.includes('amendedCelex') && headings.includes('amendmentCelex');
  };
  return { acts: sorted.filter((file) => !amends(file)), amendments: sorted.filter(amends) };
}

/**
 * The rows of one file, as they stream by.
 *
 * @throws CordonError `list-truncated` where the file ends inside a record, `list-unreadable` without a needed heading
 */
export async function* readAct(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<JournalRow> {
  const { name } = file;
  let headings: readonly string[] | null = null;
  let held: RawRow | null = null;
  const width = () => headings?.length ?? 0;
  for await (const records of readRecordsOf(file, sink))
    for (const record of records) {
      if (headings === null) {
        headings = record.cells.map((cell) => cell.trim());
        for (const heading of NEEDED) {
          if (!headings.includes(heading))
            throw new CordonError('list-unreadable', `${name}:1: column "${heading}" is missing`);
        }
        continue;
      }
      // Only the last record may be cut, and only the end says which is the last.
      if (held !== null && isWhole(held, width(), name, sink)) yield rowOf(held, name, headings);
      tellSwallowed(record, width(), name, sink);
      held = record;
    }
  if (headings === null || held === null) return;
  if (held.cells.length < width()) throw cut(name, held.line, widths(held, width()));
  if (isWhole(held, width(), name, sink)) yield rowOf(held, name, headings);
}

function isWhole(record: RawRow, width: number, file: string, sink: Pick<ListSink, 'issue'>): boolean {
  if (record.cells.length === width) return true;
  const at = { file, line: record.line, value: record.cells.join(',') };
  sink.issue(issue('bad-record', at, `${widths(record, width)} (row skipped)`));
  return false;
}

function rowOf({ line, cells }: RawRow, file: string, headings: readonly string[]): JournalRow {
  const named: Record<string, string> = {};
  for (let at = 0; at < headings.length; at += 1) named[headings[at]!] = cells[at]!.trim();
  const celex = named.amendedCelex ?? named.celex ?? '';
  return { file, line, celex, amendment: named.amendmentCelex ?? null, cells: named };
}

function headingsOf(file: ListFile): readonly string[] {
  const line = headText(file, 4096).split(/\r?\n/, 1)[0] ?? '';
  return line.split(',').map((heading) => heading.replace(/^"|"$/g, '').trim());
}

function lastName(file: ListFile): string {
  return file.name.split('/').at(-1) ?? file.name;
}

function widths(record: RawRow, width: number): string {
  return `expected ${width} columns, got ${record.cells.length}`;
}

function cut(file: string, line: number, why: string): CordonError {
  return new CordonError('list-truncated', `${file}:${line}: ${why}: the file is cut; take it again`);
}
