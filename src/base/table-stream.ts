/** Delimited text read as it streams by, so that memory does not grow with the file. */
import { Parser } from 'csv-parse';
import { openLineCount, type RawRow, RECORD_OPTIONS } from './table.js';

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
  const parser = new RecordParser({ ...RECORD_OPTIONS, info: false, delimiter });
  // Told by the callbacks below; an error that nobody listens to would end the process.
  parser.on('error', () => undefined);
  const step = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<Error | null>((resolve) => {
      work((error) => resolve(error ?? null));
    });
  for await (const chunk of chunks) {
    const broken = await step((done) => parser.write(chunk, done));
    yield* parser.taken();
    if (broken !== null) throw broken;
  }
  const broken = await step((done) => parser.end(done));
  yield* parser.taken();
  if (broken !== null) throw broken;
}

/**
 * Takes records as they are pushed, with the line that the parser has reached. Its own stream drops what it still holds
 * when a record is bad, and its `info` option costs as much as the parsing.
 */
class RecordParser extends Parser {
  #rows: RawRow[] = [];
  readonly #lineOf = openLineCount();

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#rows.push({ line: this.#lineOf(record, this.info.lines), cells: record });
    return true;
  }

  /** The records since the last call. */
  taken(): readonly RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
