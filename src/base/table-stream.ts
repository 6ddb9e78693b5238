/** Delimited text read as it streams by, so that memory does not grow with the file. */
import { Parser } from 'csv-parse';
import { PlainRecords } from './plain-records.js';
import { openLineCount, type RawRow, RECORD_OPTIONS } from './table.js';

/**
 * Reads chunks of delimited text (RFC 4180) as raw records, in order, each with the line where it begins.
 *
 * @param chunks decoded text, cut anywhere
 * @throws csv-parse's error, with `code` `CSV_QUOTE_NOT_CLOSED` or `CSV_MAX_RECORD_SIZE`, where a quote never closes;
 *   every record before it was yielded
 */
export async function* streamRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<RawRow> {
  for await (const rows of streamRecordBatches(chunks, delimiter)) for (const row of rows) yield row;
}

/** The same, the records of each chunk at once: a step of an asynchronous loop costs as much as parsing a short record. */
export async function* streamRecordBatches(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly RawRow[]> {
  const plain = new PlainRecords(delimiter);
  let parser: OpenParser | null = null;
  for await (const chunk of chunks) {
    if (parser !== null) {
      yield* parser.take(chunk);
      continue;
    }
    const rows = plain.take(chunk);
    if (rows.length > 0) yield rows;
    if (!plain.done) continue;
    parser = openParser(delimiter, plain);
    yield* parser.take(plain.rest);
    plain.rest = '';
  }
  if (parser === null) {
    if (plain.rest === '') return;
    parser = openParser(delimiter, plain);
    yield* parser.take(plain.rest);
  }
  yield* parser.end();
}

type OpenParser = {
  take(text: string): AsyncGenerator<readonly RawRow[]>;
  end(): AsyncGenerator<readonly RawRow[]>;
};

/** The parser, for the text from the first record on that is not plain. */
function openParser(delimiter: string, { line }: PlainRecords): OpenParser {
  const parser = new RecordParser({ ...RECORD_OPTIONS, bom: false, info: false, delimiter });
  // Told by the callbacks below; an error that nobody listens to would end the process.
  parser.on('error', () => undefined);
  parser.before = line - 1;
  async function* step(work: (done: (error?: Error | null) => void) => void) {
    const broken = await new Promise<Error | null>((resolve) => {
      work((error) => resolve(error ?? null));
    });
    const rows = parser.taken();
    if (rows.length > 0) yield rows;
    if (broken !== null) throw broken;
  }
  return {
    take: (text) => step((done) => parser.write(text, done)),
    end: () => step((done) => parser.end(done)),
  };
}

/**
 * Takes records as they are pushed, with the line that the parser has reached. Its own stream drops what it still holds
 * when a record is bad, and its `info` option costs as much as the parsing.
 */
class RecordParser extends Parser {
  /** Lines that were read before the parser saw any. */
  before = 0;
  #rows: RawRow[] = [];
  readonly #lineOf = openLineCount();

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#rows.push({ line: this.before + this.#lineOf(record, this.info.lines), cells: record });
    return true;
  }

  /** The records since the last call. */
  taken(): readonly RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
