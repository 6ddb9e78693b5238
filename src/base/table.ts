/**
 * Tables of text: the rule and language tables under `data/`, and delimited files of lists and customers, read as rows
 * with line numbers. Cells stay text; who declares a table reads its cells.
 */
import { type Options, parse } from 'csv-parse/sync';
import { CordonError, type Issue, issue } from './trouble.js';

/** A row: cells by heading, and the line of the file where the record begins (from 1). */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** A table as read: headings in order, rows in order, what could not be read. */
export type Table = {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
};

/** Cordon's own tables as handed to a room: path under `data/` → text of the file. */
export type DataTables = ReadonlyMap<string, string>;

/** The longest record that is read, in characters: a quote that never closes must not swallow a file. */
export const LONGEST_RECORD = 1_000_000;

/** How csv-parse is told to read, here and in `table-stream.ts`: line ends may differ within one file. */
export const RECORD_OPTIONS = {
  bom: true,
  info: true,
  max_record_size: LONGEST_RECORD,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** What csv-parse gives with `info`: the cells, and the count of lines read when the record ended. */
export type ParsedRecord = { readonly record: string[]; readonly info: { readonly lines: number } };

/**
 * Counts lines beside the parser, which counts a CR LF inside quotes twice.
 *
 * @returns the line where a record begins, from its cells and the count of the parser at its end; for each record of a
 *   file, in order
 */
export function openLineCount(): (cells: readonly string[], counted: number) => number {
  let twice = 0;
  return (cells, counted) => {
    let breaks = 0;
    for (const cell of cells) {
      // Wide tables are mostly empty cells, and a search costs more than looking at the length.
      if (cell.length === 0 || !(cell.includes('\n') || cell.includes('\r'))) continue;
      for (const [found] of cell.matchAll(/\r\n|\n|\r/g)) {
        breaks += 1;
        if (found === '\r\n') twice += 1;
      }
    }
    return counted - twice - breaks;
  };
}

/** A record without headings: cells by position. */
export type RawRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads delimited text (RFC 4180; quotes may be missing, cells may hold line breaks) as raw records.
 *
 * @returns records in order; a quote that never closes ends reading with a `bad-record` issue naming its line, with all
 *   records before it kept. Blank lines are skipped. Never throws on content.
 */
export function readRecords(
  text: string,
  file: string,
  delimiter = ',',
): { rows: RawRow[]; issues: Issue[] } {
  const rows: RawRow[] = [];
  const lineOf = openLineCount();
  const onRecord = ({ record, info }: ParsedRecord): null => {
    rows.push({ line: lineOf(record, info.lines), cells: record });
    return null;
  };
  try {
    // The callback's type in csv-parse knows only the plain record, not the one `info` makes of it.
    parse(text, { ...RECORD_OPTIONS, delimiter, on_record: onRecord } as unknown as Options);
  } catch (cause) {
    const { code, message, lines } = cause as { code?: string; message: string; lines?: number };
    const line = (rows.at(-1)?.line ?? 0) + 1;
    const unclosed = `a quote opens in or after this line and never closes; the ${rows.length} records before it were read`;
    const text = code === 'CSV_QUOTE_NOT_CLOSED' ? unclosed : message;
    return {
      rows,
      issues: [
        issue('bad-record', { file, line: code === 'CSV_QUOTE_NOT_CLOSED' ? line : (lines ?? line) }, text),
      ],
    };
  }
  return { rows, issues: [] };
}

/** Reads delimited text whose first record holds the headings; cells are trimmed, missing cells are ''. */
export function readTable(text: string, file: string, delimiter = ','): Table {
  const { rows, issues } = readRecords(text, file, delimiter);
  const [head, ...body] = rows;
  if (head === undefined) return { headings: [], rows: [], issues };
  const headings = head.cells.map((cell) => cell.trim());
  const records = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(headings.map((heading, at) => [heading, (cells[at] ?? '').trim()])),
  }));
  return { headings, rows: records, issues };
}

/**
 * Reads a table of Cordon's own under `data/`: every column named must be there, no other may be.
 *
 * @throws CordonError `table-invalid` with file and column: a bad table is a defect, never bad input
 */
export function readDataTable<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): readonly { readonly line: number; readonly cells: Readonly<Record<Column, string>> }[] {
  const table = text.includes('"') ? readTable(text, file) : readUnquoted(text);
  if (table.issues[0] !== undefined)
    throw new CordonError('table-invalid', `${file}: ${table.issues[0].message}`);
  const missing = columns.find((column) => !table.headings.includes(column));
  if (missing !== undefined)
    throw new CordonError('table-invalid', `${file}: column "${missing}" is missing`);
  const extra = table.headings.find((heading) => !(columns as readonly string[]).includes(heading));
  if (extra !== undefined) throw new CordonError('table-invalid', `${file}: column "${extra}" is not known`);
  return table.rows as readonly { line: number; cells: Record<Column, string> }[];
}

/** A table without a quote is its lines and commas: read at every start, where a parser costs ten times as much. */
function readUnquoted(text: string): Table {
  const [head, ...body] = text.split(/\r?\n/);
  const headings = (head ?? '').split(',').map((heading) => heading.trim());
  const rows: Row[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const line = body[at] as string;
    if (line === '') continue;
    const values = line.split(',');
    const cells: Record<string, string> = {};
    for (let column = 0; column < headings.length; column += 1)
      cells[headings[column] as string] = (values[column] ?? '').trim();
    rows.push({ line: at + 2, cells });
  }
  return { headings, rows, issues: [] };
}

/**
 * The text of one of Cordon's own tables.
 *
 * @throws CordonError `table-invalid` when it was not handed in
 */
export function dataTable(tables: DataTables, path: string): string {
  const text = tables.get(path);
  if (text === undefined) throw new CordonError('table-invalid', `data/${path}: not there`);
  return text;
}

/** A cell as RFC 4180 writes it: quoted where it holds a comma, a quote or a line break. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
