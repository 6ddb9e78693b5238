/** Delimited text read as it streams by, so that memory does not grow with the file. */
import { type Options, parse } from 'csv-parse';
import { firstLine, type ParsedRecord, type RawRow, RECORD_OPTIONS } from './table.js';

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
  let rows: RawRow[] = [];
  // Taken here and not from the parser's own stream: that one drops what it still holds when a record is bad.
  const onRecord = ({ record, info }: ParsedRecord): null => {
    rows.push({ line: firstLine(record, info.lines), cells: record });
    return null;
  };
  // The callback's type in csv-parse knows only the plain record, not the one `info` makes of it.
  const parser = parse({ ...RECORD_OPTIONS, delimiter, on_record: onRecord } as unknown as Options);
  // Told by the callbacks below; an error that nobody listens to would end the process.
  parser.on('error', () => undefined);
  const step = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<Error | null>((resolve) => {
      work((error) => resolve(error ?? null));
    });
  function* taken(): Generator<RawRow> {
    const ready = rows;
    rows = [];
    yield* ready;
  }
  for await (const chunk of chunks) {
    const broken = await step((done) => parser.write(chunk, done));
    yield* taken();
    if (broken !== null) throw broken;
  }
  const broken = await step((done) => parser.end(done));
  yield* taken();
  if (broken !== null) throw broken;
}
