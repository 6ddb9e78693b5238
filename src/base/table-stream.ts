/** Delimited text read as it streams by, so that memory does not grow with the file. */
import { parse } from 'csv-parse';
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
  const parser = parse({ ...RECORD_OPTIONS, delimiter });
  const feeding = feed(parser, chunks);
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    yield { line: firstLine(record, info.lines), cells: record };
  }
  await feeding;
}

type Sink = {
  write(chunk: string): boolean;
  end(): void;
  destroy(error: Error): void;
  on(name: 'drain' | 'close', then: () => void): void;
};

/** Writes chunks as fast as the parser takes them; a parser that gave up wakes the writer too. */
async function feed(parser: Sink, chunks: AsyncIterable<string>): Promise<void> {
  let wake = () => {};
  let closed = false;
  parser.on('drain', () => wake());
  parser.on('close', () => {
    closed = true;
    wake();
  });
  try {
    for await (const chunk of chunks) {
      if (closed) return;
      if (parser.write(chunk)) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (closed) resolve();
      });
    }
    parser.end();
  } catch (cause) {
    parser.destroy(cause as Error);
  }
}
