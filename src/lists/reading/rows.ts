/**
 * Delimited lists as they stream by: raw records, or rows by heading; spreadsheets by heading too. Columns are found by
 * their headings; one that the reader does not know is an issue, one that it needs and misses stops it, a last record
 * that is short means a cut file.
 */
import { CordonError, issue, type RawRow, readSheets, streamRecordBatches } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { readText, wholeBytes } from './file.js';

/** A row: the line where it begins, and its cells by heading, trimmed; a column that is not there is ''. */
export type HeadedRow = { readonly line: number; cell(heading: string): string };

/**
 * A table's headings: `known` columns are read, `needed` among them must be there, `passed` are known and not used.
 * `alike` makes spellings of a heading one, where publishers change them; all headings are then given in that form.
 */
export type Headings = {
  readonly alike?: (heading: string) => string;
  readonly known: readonly string[];
  readonly needed: readonly string[];
  readonly passed?: readonly string[];
};

/** Lines of title or date that may stand above the headings. */
const TITLES = 3;

/**
 * Raw records of a file, those of a chunk at once. One without a line end after its last record is an issue.
 *
 * @param onEnd told, before there are no more records, whether a line end or a closing quote stands behind it
 * @throws CordonError `list-truncated` where a quote never closes, `list-empty`
 */
export async function* readRecordsOf(
  file: ListFile,
  sink: Pick<ListSink, 'issue'>,
  delimiter = ',',
  onEnd?: (ended: boolean) => void,
): AsyncGenerator<readonly RawRow[]> {
  let line = 0;
  let last = '';
  async function* text(): AsyncGenerator<string> {
    for await (const piece of readText(file, sink)) {
      last = piece.at(-1) ?? last;
      yield piece;
    }
    onEnd?.(isEnd(last));
  }
  try {
    for await (const rows of streamRecordBatches(text(), delimiter)) {
      line = rows.at(-1)?.line ?? line;
      yield rows;
    }
    if (!isEnd(last))
      sink.issue(
        issue(
          'perhaps-cut',
          { file: file.name, line },
          'no line end after the last record: if the file was cut here, take it again',
        ),
      );
  } catch (cause) {
    if (cause instanceof CordonError || !isUnclosed(cause)) throw cause;
    throw cut(file.name, line + 1, 'a quote opens in or after this line and never closes');
  }
}

/**
 * Rows by heading, from the first record that holds every needed heading (a line of title or date may stand above it).
 *
 * @param titles takes the records above the headings
 * @throws CordonError `list-truncated`, `list-empty`, `list-unreadable` naming the heading that is missing
 */
export async function* readHeadedRows(
  file: ListFile,
  sink: Pick<ListSink, 'issue'>,
  headings: Headings,
  options: { readonly delimiter?: string; readonly titles?: (record: RawRow) => void } = {},
): AsyncGenerator<HeadedRow> {
  const table = openTable(file, sink, headings);
  let held: RawRow | null = null;
  for await (const records of readRecordsOf(file, sink, options.delimiter)) {
    for (const record of records) {
      if (!table.found()) {
        if (!table.find(record)) options.titles?.(record);
        continue;
      }
      // One record is held back: only the last may be cut, and only then is that known.
      if (held !== null) yield table.row(held);
      held = record;
      tellSwallowed(record, table.width(), file.name, sink, options.delimiter);
      if (record.cells.length !== table.width()) table.oddWidth(record);
    }
  }
  table.mustBeFound();
  if (held !== null && held.cells.length < table.width())
    throw cut(file.name, held.line, `the last record has ${held.cells.length} of ${table.width()} columns`);
  if (held !== null) yield table.row(held);
}

/**
 * Tells of rows that a quote which should not be there has drawn into one cell: lines inside a cell with as many
 * delimiters as a row has. A quote costs the rows up to the next one, and nothing else in the file shows it.
 */
export function tellSwallowed(
  record: RawRow,
  width: number,
  file: string,
  sink: Pick<ListSink, 'issue'>,
  delimiter = ',',
): void {
  for (const cell of record.cells) {
    if (!cell.includes('\n')) continue;
    const rows = cell.split('\n').filter((line) => isRow(line.split(delimiter), width)).length;
    if (rows === 0) continue;
    const at = { file, line: record.line, value: cell };
    const what = `a cell holds at least ${rows} rows: a quote before them is one too many; they were not read, take the file again`;
    sink.issue(issue('bad-record', at, what));
  }
}

/** A sentence may have as many commas as a row, but blanks behind them. */
function isRow(pieces: readonly string[], width: number): boolean {
  return pieces.length === width && pieces.filter((piece) => piece.startsWith(' ')).length < width / 2;
}

/**
 * Rows by heading of a spreadsheet: of the first sheet that has the headings. Further sheets with rows are named in an
 * issue each.
 *
 * @throws CordonError `list-unreadable` (no spreadsheet, or a heading is missing), `input-too-large`, `xml-refused`
 */
export async function* readSheetRows(
  file: ListFile,
  sink: Pick<ListSink, 'issue'>,
  headings: Headings,
): AsyncGenerator<HeadedRow> {
  const bytes = await wholeBytes(file);
  let table = openTable(file, sink, headings);
  let read: string | null = null;
  let sheet: string | null = null;
  try {
    for await (const row of readSheets(bytes, file.name)) {
      const isNew = row.sheet !== sheet;
      sheet = row.sheet;
      if (read === null) {
        if (isNew) table = openTable(file, sink, headings, Number.POSITIVE_INFINITY);
        if (table.find(row)) read = sheet;
      } else if (row.sheet === read) {
        if (row.cells.length > table.width()) table.oddWidth(row);
        yield table.row(row);
      } else if (isNew) {
        const at = { file: file.name, line: row.line, field: row.sheet };
        sink.issue(issue('unknown-element', at, 'a further sheet; not read'));
      }
    }
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'input-unreadable') throw cause;
    throw new CordonError('list-unreadable', cause.message, { cause });
  }
  table.mustBeFound();
}

/** A table whose headings are still to be found, then its rows. */
function openTable(file: ListFile, sink: Pick<ListSink, 'issue'>, headings: Headings, mostTitles = TITLES) {
  let columns: ReadonlyMap<string, number> | null = null;
  let width = 0;
  let above = 0;
  /** The heading to name when none of the rows holds all: that of the row that comes nearest. */
  let lacking = headings.needed[0];
  return {
    found: () => columns !== null,
    width: () => width,
    mustBeFound() {
      if (columns === null) throw noColumn(file, lacking);
    },
    /** Whether this record holds the headings. */
    find(record: RawRow): boolean {
      const names = record.cells.map((cell) => headings.alike?.(cell.trim()) ?? cell.trim());
      const absent = headings.needed.find((name) => !names.includes(name));
      if (absent === undefined) {
        columns = new Map(names.map((name, at) => [name, at]));
        width = names.length;
        unknownColumns(names, headings, file, record.line, sink);
        return true;
      }
      above += 1;
      if (above > mostTitles) throw noColumn(file, absent);
      if (headings.needed.some((name) => names.includes(name))) lacking = absent;
      return false;
    },
    row: ({ line, cells }: RawRow): HeadedRow => ({
      line,
      cell: (heading) => cells[columns?.get(heading) ?? -1]?.trim() ?? '',
    }),
    /** A record of another width is kept, with an issue; whether a short last one means a cut file is known at the end. */
    oddWidth(record: RawRow): void {
      const at = { file: file.name, line: record.line, value: record.cells.join(',') };
      const what = `expected ${width} columns, got ${record.cells.length}`;
      const note = 'missing cells are empty, further ones are not read';
      sink.issue(issue('bad-record', at, `${what} (${note})`));
    },
  };
}

function unknownColumns(
  names: readonly string[],
  { known, passed }: Headings,
  file: ListFile,
  line: number,
  sink: Pick<ListSink, 'issue'>,
): void {
  for (const name of names) {
    if (name === '' || known.includes(name) || passed?.includes(name)) continue;
    sink.issue(issue('unknown-column', { file: file.name, line, field: name }, 'not known; not read'));
  }
}

function noColumn(file: ListFile, name: string | undefined): CordonError {
  return new CordonError('list-unreadable', `${file.name}:1: column "${name}" is missing`);
}

function isEnd(letter: string): boolean {
  return letter === '\n' || letter === '\r' || letter === '"';
}

function isUnclosed(cause: unknown): boolean {
  const { code } = cause as { code?: string };
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
}

function cut(file: string, line: number, why: string): CordonError {
  return new CordonError('list-truncated', `${file}:${line}: ${why}: the file is cut; take it again`);
}
