/** A customer file as rows: CSV, TSV or JSON lines, read as it streams by, with the lines they stand on. */
import { CordonError, type DataTables, LONGEST_RECORD, streamRecords } from '../base/index.js';
import { type ColumnMap, mapColumns, type SubjectFields } from '../wire/index.js';
import { inputHead, inputName, inputSize, streamText } from './open-input.js';
import type { InputRow } from './screen-rows.js';
import { textLines } from './text-lines.js';

/** A row with the cells it came in, for writing it out again; JSON lines have one cell, the line. */
export type SourceRow = InputRow & { readonly cells: readonly string[] };

/** A customer file being read. `headings` and `map` are null for JSON lines. `bytes` is null for standard input. */
export type RowFile = {
  readonly kind: 'csv' | 'jsonl';
  readonly headings: readonly string[] | null;
  readonly map: ColumnMap | null;
  readonly bytes: number | null;
  readonly rows: AsyncIterable<SourceRow>;
  readonly warnings: readonly string[];
  /** Bytes read so far. */
  readonly read: () => number;
};

/**
 * Opens a customer file. What it is: by its extension, else by its first sign.
 *
 * @param given `--map`: field → heading
 * @throws CordonError `input-missing`, `input-unreadable`, `input-empty`, `usage`; while rows are read,
 *   `input-unreadable` naming the line of a quote that never closes
 */
export async function openRows(
  path: string,
  tables: DataTables,
  given: Readonly<Record<string, string>>,
): Promise<RowFile> {
  const bytes = inputSize(path);
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (['xlsx', 'xls', 'ods', 'parquet', 'pdf', 'zip', 'gz'].includes(extension)) {
    throw new CordonError(
      'input-unreadable',
      `${path}: .${extension} files are not read yet; save it as CSV or JSON lines`,
    );
  }
  let read = 0;
  const { chunks, warnings } = streamText(path, (count) => {
    read = count;
  });
  // A pipe gives its bytes once, whether it is standard input or has a name.
  const { head, all } = bytes === null ? await peek(chunks) : { head: inputHead(path), all: chunks };
  if (head.includes('\0'))
    throw new CordonError(
      'input-unreadable',
      `${inputName(path)}: holds binary data, not a table of text: save it as CSV in UTF-8`,
    );
  const isJson =
    ['jsonl', 'ndjson', 'json', 'ijson'].includes(extension) ||
    (extension !== 'csv' && extension !== 'tsv' && /^\uFEFF?\s*\{/.test(head));
  const common = { bytes, warnings, read: () => read };
  if (isJson) return { ...common, kind: 'jsonl', headings: null, map: null, rows: jsonRows(path, all) };
  const delimiter = extension === 'tsv' ? '\t' : guessDelimiter(head);
  const records = streamRecords(all, delimiter)[Symbol.asyncIterator]();
  const first = await nextRecord(records, path, 0);
  if (first === null) throw new CordonError('input-empty', `${inputName(path)}: holds blank lines only`);
  const headings = first.cells.map((cell) => cell.trim());
  const map = mapColumns(headings, tables, given, inputName(path));
  const rows = csvRows(path, records, { map, width: headings.length }, warnings);
  return { ...common, kind: 'csv', headings, map, rows };
}

type Records = AsyncIterator<{ readonly line: number; readonly cells: readonly string[] }>;

async function nextRecord(
  records: Records,
  path: string,
  before: number,
): Promise<{ line: number; cells: readonly string[] } | null> {
  try {
    const { value, done } = await records.next();
    return done === true ? null : value;
  } catch (cause) {
    throw recordTrouble(path, cause, before);
  }
}

/** Rows in order. A cell beyond the headings belongs to no column, as after a comma that nobody quoted: that is said. */
async function* csvRows(
  path: string,
  records: Records,
  { map, width }: { map: ColumnMap; width: number },
  warnings: string[],
): AsyncGenerator<SourceRow> {
  let before = 1;
  let longer = 0;
  let firstLonger = 0;
  for (let row = 1; ; row++) {
    const record = await nextRecord(records, path, before);
    if (record === null) break;
    before = record.line;
    if (record.cells.length > width && record.cells.slice(width).some((cell) => cell.trim() !== '')) {
      longer += 1;
      if (longer === 1) firstLonger = record.line;
    }
    yield { row, line: record.line, cells: record.cells, fields: fieldsOf(record.cells, map) };
  }
  if (longer === 0) return;
  const rows = longer === 1 ? 'a row holds' : `${longer} rows hold`;
  warnings.push(
    `${inputName(path)}:${firstLonger}: ${rows} more cells than there are headings; what is beyond them was not read`,
  );
}

function fieldsOf(cells: readonly string[], { columns }: ColumnMap): SubjectFields {
  return Object.fromEntries(
    Object.entries(columns).map(([field, places]) => [field, places.map((at) => cells[at] ?? '')]),
  );
}

/** One JSON value a line; a file that is one array, or one object over many lines, is told how to become lines. */
async function* jsonRows(path: string, chunks: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let line = 0;
  let row = 0;
  for await (const text of textLines(chunks, path)) {
    line += 1;
    const json = text.replace(/^\uFEFF/, '').trim();
    if (json === '') continue;
    if (row === 0 && (json.startsWith('[') || json === '{')) {
      const [what, remedy] = json === '{' ? ['an object over several lines', '.'] : ['an array', '.[]'];
      const message = `${inputName(path)}:${line}: a JSON file with ${what}: write one object a line (jq -c '${remedy}')`;
      throw new CordonError('input-unreadable', message);
    }
    row += 1;
    yield { row, line, json, cells: [json] };
  }
}

/** @param before the line of the last record that could be read */
function recordTrouble(path: string, cause: unknown, before: number): unknown {
  const { code } = cause as { code?: string };
  const place = `${inputName(path)}:${before + 1}`;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = `${place}: a quote opens in this line or after it and never closes: close it and run again`;
    return new CordonError('input-unreadable', message, { cause });
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const message = `${place}: a record of over ${LONGEST_RECORD} characters begins in this line or after it: look for a quote that never closes`;
    return new CordonError('input-unreadable', message, { cause });
  }
  return cause;
}

/** The sign that the first line has most of, quoted stretches aside. */
function guessDelimiter(head: string): string {
  const [line = ''] = head.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/);
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function peek(chunks: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done === true ? '' : first.value;
  async function* all(): AsyncGenerator<string> {
    if (first.done !== true) yield first.value;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  return { head, all: all() };
}
