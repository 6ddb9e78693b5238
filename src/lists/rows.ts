/**
 * Delimited lists as they stream by: raw records, or rows by heading. Columns are found by their headings; one that the
 * reader does not know is an issue, one that it needs and misses stops it, a last record that is short means a cut file.
 */
import { CordonError, issue, type RawRow, streamRecords } from '../base/index.js';
import { readText } from './file.js';
import type { ListFile, ListSink } from './reader.js';

/** A row: the line where it begins, and its cells by heading, trimmed; a column that is not there is ''. */
export type HeadedRow = { readonly line: number; cell(heading: string): string };

/** A table's headings: `known` columns are read, `needed` among them must be there, `passed` are known and not used. */
export type Headings = {
  readonly known: readonly string[];
  readonly needed: readonly string[];
  readonly passed?: readonly string[];
};

/** Lines of title or date that may stand above the headings. */
const TITLES = 3;

/**
 * Raw records of a file. One without a line end after its last record is an issue.
 *
 * @param onEnd told, before the last record comes, whether a line end or a closing quote stands behind it
 * @throws CordonError `list-truncated` where a quote never closes, `list-empty`
 */
export async function* readRecordsOf(
  file: ListFile,
  sink: Pick<ListSink, 'issue'>,
  delimiter = ',',
  onEnd?: (ended: boolean) => void,
): AsyncGenerator<RawRow> {
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
    for await (const row of streamRecords(text(), delimiter)) {
      line = row.line;
      yield row;
    }
    if (!isEnd(last))
      sink.issue(
        issue(
          'missing-field',
          { file: file.name, line, field: 'line end' },
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
  let columns: ReadonlyMap<string, number> | null = null;
  let width = 0;
  let above = 0;
  let absent = headings.needed[0];
  let held: RawRow | null = null;
  const toRow = ({ line, cells }: RawRow): HeadedRow => ({
    line,
    cell: (heading) => cells[columns?.get(heading) ?? -1]?.trim() ?? '',
  });
  for await (const record of readRecordsOf(file, sink, options.delimiter)) {
    if (columns === null) {
      const names = record.cells.map((cell) => cell.trim());
      const missing = headings.needed.find((name) => !names.includes(name));
      if (missing === undefined) {
        columns = new Map(names.map((name, at) => [name, at]));
        width = names.length;
        unknownColumns(names, headings, file, record.line, sink);
      } else if (++above > TITLES) throw noColumn(file, missing);
      else {
        if (headings.needed.some((name) => names.includes(name))) absent = missing;
        options.titles?.(record);
      }
      continue;
    }
    // One record is held back: only the last may be cut, and only then is that known.
    if (held !== null) yield toRow(held);
    held = null;
    tellSwallowed(record, width, file.name, sink, options.delimiter);
    if (record.cells.length === width) held = record;
    else held = short(record, width, file, sink);
  }
  if (columns === null) throw noColumn(file, absent);
  if (held !== null && held.cells.length < width)
    throw cut(file.name, held.line, `the last record has ${held.cells.length} of ${width} columns`);
  if (held !== null) yield toRow(held);
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

/** A record of another width is kept, with an issue; whether a short last one means a cut file is known at the end. */
function short(record: RawRow, width: number, file: ListFile, sink: Pick<ListSink, 'issue'>): RawRow | null {
  const at = { file: file.name, line: record.line, value: record.cells.join(',') };
  sink.issue(
    issue(
      'bad-record',
      at,
      `expected ${width} columns, got ${record.cells.length} (missing cells are empty, further ones are not read)`,
    ),
  );
  return record;
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
