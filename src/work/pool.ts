/**
 * Threads that do one kind of job, and a stream of jobs through them: answers come in the order of the jobs, and no more
 * jobs are taken than threads can hold, so memory does not grow with the file.
 */
import { type TransferListItem, Worker } from 'node:worker_threads';
import { CordonError } from '../base/index.js';

/** A failure as it crosses from a thread: class instances do not survive the journey. */
export type Trouble = { readonly code: string; readonly message: string };

/** What a thread posts back: a result, or why there is none. */
export type Reply<Result> =
  | { readonly ticket: number; readonly result: Result }
  | { readonly ticket: number; readonly trouble: Trouble };

/** What a thread is sent. */
export type Order<Job> = { readonly ticket: number; readonly job: Job };

/** Threads at work. `run` gives a job to the thread with the fewest; `close` ends them all. */
export type Pool<Job, Result> = {
  readonly size: number;
  run(job: Job, transfer?: readonly TransferListItem[]): Promise<Result>;
  close(): Promise<void>;
};

type Waiting<Result> = { resolve(result: Result): void; reject(error: unknown): void };

/**
 * Starts threads.
 *
 * @param script the module each thread runs; it must answer every `Order` with a `Reply`
 * @param data handed to each thread as `workerData`
 */
export function openPool<Job, Result>(script: URL, size: number, data: unknown): Pool<Job, Result> {
  const threads = Array.from({ length: size }, () => startThread<Job, Result>(script, data));
  return {
    size,
    run(job, transfer = []) {
      const sizes = threads.map((thread) => thread.waiting.size);
      const least = sizes.indexOf(Math.min(...sizes));
      // A thread that died took its own jobs with it, not those to come.
      if (threads[least]!.isDead()) threads[least] = startThread<Job, Result>(script, data);
      return threads[least]!.run(job, transfer);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.worker.terminate()));
    },
  };
}

/**
 * Runs jobs and yields their results in the jobs' order, at most `width` under way at once.
 *
 * @throws what `run` or `jobs` throws, at that job's place; results before it were yielded
 */
export async function* inOrder<Job, Result>(
  jobs: AsyncIterable<Job>,
  run: (job: Job) => Promise<Result>,
  width: number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const next of untilBroken(jobs)) {
    if ('cause' in next) {
      for (const result of underWay) yield await result;
      throw next.cause;
    }
    const result = run(next.job);
    // Whoever takes the result sees the failure; until then it must not count as unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= width) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}

/** Jobs as they come; where their source breaks off, its error as the last value, so that jobs under way are awaited first. */
async function* untilBroken<Job>(
  jobs: AsyncIterable<Job>,
): AsyncGenerator<{ job: Job } | { cause: unknown }> {
  try {
    for await (const job of jobs) yield { job };
  } catch (cause) {
    yield { cause };
  }
}

function startThread<Job, Result>(script: URL, data: unknown) {
  // Without the caller's own flags: `node --input-type=module -` would not start a file.
  const worker = new Worker(script, { workerData: data, execArgv: [] });
  const waiting = new Map<number, Waiting<Result>>();
  let tickets = 0;
  let broken: unknown = null;
  const fail = (error: unknown) => {
    broken = error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: Reply<Result>) => {
    const one = waiting.get(reply.ticket);
    waiting.delete(reply.ticket);
    if ('trouble' in reply)
      one?.reject(new CordonError(reply.trouble.code as CordonError['code'], reply.trouble.message));
    else one?.resolve(reply.result);
  });
  worker.on('error', (error) => fail(asTrouble(error)));
  worker.on('exit', (code) => fail(new CordonError('internal', `a worker thread ended (code ${code})`)));
  return {
    worker,
    waiting,
    isDead: () => broken !== null,
    run(job: Job, transfer: readonly TransferListItem[]): Promise<Result> {
      if (broken !== null) return Promise.reject(broken);
      const ticket = tickets++;
      return new Promise<Result>((resolve, reject) => {
        waiting.set(ticket, { resolve, reject });
        worker.postMessage({ ticket, job } satisfies Order<Job>, transfer);
      });
    },
  };
}

/** A thread without memory is no defect: what it was given was too large. */
function asTrouble(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const remedy = 'give a smaller file, or Node more memory (NODE_OPTIONS=--max-old-space-size=MEGABYTES)';
  return new CordonError('input-too-large', `does not fit in memory: ${remedy}`, { cause: error });
}
