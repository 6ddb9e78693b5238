/** Delimited text read as it streams by, so that memory does not grow with the file. */
import { Parser } from 'csv-parse';
import { openLineCount, type RawRow, RECORD_OPTIONS } from './table.js';

/** Characters in which the first line must end to be looked at. */
const LONGEST_START = 1 << 16;
/** Titles stand in the first lines or nowhere. */
const MOST_TITLES = 3;

/**
 * Reads chunks of delimited text (RFC 4180) as raw records, in order, each with the line where it begins.
 *
 * @param chunks decoded text, cut anywhere
 * @throws csv-parse's error, with `code` `CSV_QUOTE_NOT_CLOSED` or `CSV_MAX_RECORD_SIZE` and `lines`, where a quote
 *   never closes; every record before it was yielded
 */
export async function* streamRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<RawRow> {
  for await (const rows of streamRecordBatches(chunks, delimiter)) yield* rows;
}

/** The same, the records of each chunk at once: a step of an asynchronous loop costs as much as parsing a short record. */
export async function* streamRecordBatches(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly RawRow[]> {
  let parser = openParser(delimiter, 0);
  const step = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<Error | null>((resolve) => {
      work((error) => resolve(error ?? null));
    });
  let start: string | null = '';
  for await (const chunk of chunks) {
    let text = chunk;
    if (start !== null) {
      start += chunk;
      if (!start.includes('\n') && start.length < LONGEST_START) continue;
      const { titles, rest } = titleLines(start, delimiter);
      parser = openParser(delimiter, titles.length);
      const rows = titles.map((title, at) => ({ line: at + 1, cells: [title] }));
      yield rows.filter(({ cells: [title] }) => title !== '');
      text = rest;
      start = null;
    }
    const broken = await step((done) => parser.write(text, done));
    yield parser.taken();
    if (broken !== null) throw broken;
  }
  const unread = start ? await step((done) => parser.write(start, done)) : null;
  const broken = unread ?? (await step((done) => parser.end(done)));
  yield parser.taken();
  if (broken !== null) throw broken;
}

/**
 * Lines of one cell above a table. The parser measures every record by the first and makes an error of each that
 * differs, thrown or not: under a title it would be a third slower.
 */
function titleLines(text: string, delimiter: string): { titles: string[]; rest: string } {
  const titles: string[] = [];
  let at = 0;
  while (titles.length < MOST_TITLES) {
    const end = text.indexOf('\n', at);
    if (end === -1) break;
    const line = text.slice(at, end).replace(/\r$/, '');
    if (line.includes(delimiter) || /["\r\uFEFF]/.test(line)) break;
    titles.push(line);
    at = end + 1;
  }
  return { titles, rest: text.slice(at) };
}

/** @param peeled lines that were taken off before; behind them a byte order mark is text */
function openParser(delimiter: string, peeled: number): RecordParser {
  const parser = new RecordParser({ ...RECORD_OPTIONS, bom: peeled === 0, info: false, delimiter });
  parser.peeled = peeled;
  // Told by the callbacks of `write` and `end`; an error that nobody listens to would end the process.
  parser.on('error', () => undefined);
  return parser;
}

/**
 * Takes records as they are pushed, with the line that the parser has reached. Its own stream drops what it still holds
 * when a record is bad, and its `info` option costs as much as the parsing.
 */
class RecordParser extends Parser {
  /** Lines that were taken off before the parser saw them. */
  peeled = 0;
  #rows: RawRow[] = [];
  readonly #lineOf = openLineCount();

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#rows.push({ line: this.peeled + this.#lineOf(record, this.info.lines), cells: record });
    return true;
  }

  /** The records since the last call. */
  taken(): readonly RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
