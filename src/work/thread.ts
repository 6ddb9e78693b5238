/** The other end of a pool: a thread that answers every order. */
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { CordonError } from '../base/index.js';
import type { Order, Reply } from './pool.js';

/** A job's result, and what of it may be handed over without copying. */
export type Done<Result> = { readonly result: Result; readonly transfer?: readonly TransferListItem[] };

/** Answers orders with `handle`; failures travel back with their code. Call it once, in the thread's module. */
export function serveOrders<Job, Result>(handle: (job: Job) => Done<Result> | Promise<Done<Result>>): void {
  const port = parentPort;
  if (port === null) throw new CordonError('internal', 'not in a worker thread');
  port.on('message', async ({ ticket, job }: Order<Job>) => {
    try {
      const { result, transfer = [] } = await handle(job);
      port.postMessage({ ticket, result } satisfies Reply<Result>, transfer);
    } catch (cause) {
      const code = cause instanceof CordonError ? cause.code : 'internal';
      port.postMessage({
        ticket,
        trouble: { code, message: (cause as Error).message },
      } satisfies Reply<Result>);
    }
  });
}
