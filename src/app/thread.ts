/** What a worker thread runs: reads lists for an update, or judges rows of a batch. One module, so one file to start. */
import { workerData } from 'node:worker_threads';
import { diskStorage } from '../lists/store/index.js';
import { serveOrders } from '../work/index.js';
import { openKnowledge, openListReaders, openTables } from './knowledge.js';
import { openSinceSeed, type SinceSeed } from './open-since.js';
import { openSeed, type WorldSeed } from './open-world.js';
import { type ListOrder, type ReadList, readList } from './read-list.js';
import { type JudgedRow, judgeIn, judgeRows, judgeSince, type RowsOrder } from './screen-rows.js';

/** A job for a thread. */
export type ThreadJob =
  | { readonly kind: 'read-list'; readonly order: ListOrder; readonly home: string }
  | { readonly kind: 'screen'; readonly order: RowsOrder };

/** What a thread is started with: for lists nothing but the tables, for rows a world, or two to compare. */
export type ThreadData =
  | { readonly kind: 'lists' }
  | { readonly kind: 'world'; readonly seed: WorldSeed }
  | { readonly kind: 'since'; readonly seed: SinceSeed };

const data = workerData as ThreadData;

if (data.kind === 'lists') {
  const tables = openTables();
  const { sources, measures } = openKnowledge(tables);
  const readers = openListReaders(tables);
  serveOrders<Extract<ThreadJob, { kind: 'read-list' }>, ReadList>(async ({ order, home }) => ({
    result: await readList(order, { readers, sources, measures, storage: diskStorage(home) }),
  }));
} else {
  const judge =
    data.kind === 'world' ? openSeed(data.seed).then(judgeIn) : openSinceSeed(data.seed).then(judgeSince);
  serveOrders<Extract<ThreadJob, { kind: 'screen' }>, readonly JudgedRow[]>(async ({ order }) => ({
    result: judgeRows(order, await judge),
  }));
}
