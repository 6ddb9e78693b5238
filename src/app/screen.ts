/** A customer file through all checks: rows in, answers in the same order, on as many threads as there are cores. */
import { availableParallelism } from 'node:os';
import { inOrder, openPool } from '../work/index.js';
import { openTables } from './knowledge.js';
import type { OpenWorlds } from './open-since.js';
import type { OpenWorld } from './open-world.js';
import { openRows, type RowFile, type SourceRow } from './rows.js';
import { type JudgedRow, judgeIn, judgeRows, judgeSince, type RowJudge } from './screen-rows.js';
import type { ThreadData, ThreadJob } from './thread.js';

/** How a file is screened. `threads` 1 judges in this thread; `map` is field → heading. */
export type ScreenOptions = {
  readonly map?: Readonly<Record<string, string>>;
  readonly threads?: number;
  readonly json?: boolean;
  readonly judgement?: boolean;
};

/** A row of the file with its answer. */
export type ScreenedRow = { readonly source: SourceRow; readonly judged: JudgedRow };

/** A file being screened: what it is, and its rows with their answers, in order. Take all rows, or the threads stay. */
export type Screening = { readonly file: RowFile; readonly rows: AsyncGenerator<ScreenedRow> };

/** Rows a thread gets at once: enough that sending them costs little, few enough that order costs no memory. */
const BATCH = 128;
/** Files smaller than this are judged here: starting threads takes longer. */
const SMALL = 64 * 1024;

/**
 * Screens a customer file in a world; between two worlds, only rows that a change touches have `touched`.
 *
 * @param path a CSV, TSV or JSON lines file, or `-`
 * @throws CordonError as `openRows`, when opening or while rows are taken
 */
export async function screenFile(
  world: OpenWorld | OpenWorlds,
  path: string,
  options: ScreenOptions = {},
): Promise<Screening> {
  const file = await openRows(path, openTables().tables, options.map ?? {});
  const wants = { json: options.json ?? true, judgement: options.judgement ?? false };
  const small = file.bytes !== null && file.bytes < SMALL;
  const threads = options.threads ?? (small ? 1 : availableParallelism());
  const two = 'changed' in world;
  if (threads <= 1) return { file, rows: here(file, two ? judgeSince(world) : judgeIn(world), wants) };
  const data: ThreadData = two ? { kind: 'since', seed: world.seed } : { kind: 'world', seed: world.seed };
  return { file, rows: threaded(file, data, wants, threads) };
}

type Wants = { readonly json: boolean; readonly judgement: boolean };

async function* here(file: RowFile, judge: RowJudge, wants: Wants): AsyncGenerator<ScreenedRow> {
  for await (const source of file.rows) {
    const [judged] = judgeRows({ rows: [toOrder(source)], wants }, judge);
    yield { source, judged: judged! };
  }
}

async function* threaded(
  file: RowFile,
  data: ThreadData,
  wants: Wants,
  threads: number,
): AsyncGenerator<ScreenedRow> {
  const pool = openPool<ThreadJob, readonly JudgedRow[]>(
    new URL('./thread.js', import.meta.url),
    threads,
    data,
  );
  const run = async (rows: readonly SourceRow[]) => {
    const judged = await pool.run({ kind: 'screen', order: { rows: rows.map(toOrder), wants } });
    return rows.map((source, at) => ({ source, judged: judged[at]! }));
  };
  try {
    for await (const done of inOrder(batches(file.rows), run, threads * 3)) yield* done;
  } finally {
    await pool.close();
  }
}

async function* batches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  try {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (cause) {
    // What could be read before the file broke off is judged all the same.
    if (batch.length > 0) yield batch;
    throw cause;
  }
  if (batch.length > 0) yield batch;
}

/** The cells stay here: a thread needs only what is judged. */
function toOrder(source: SourceRow) {
  const { row, line } = source;
  return 'json' in source ? { row, line, json: source.json } : { row, line, fields: source.fields };
}
