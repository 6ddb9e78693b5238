/** Threads at work: answers in the order of the jobs, failures where they belong, and no more under way than agreed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder, openPool } from '../../src/work/index.js';

async function* feed<Item>(items: readonly Item[], broken?: Error): AsyncGenerator<Item> {
  yield* items;
  if (broken !== undefined) throw broken;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<{ items: Item[]; error: unknown }> {
  const taken: Item[] = [];
  try {
    for await (const item of items) taken.push(item);
  } catch (error) {
    return { items: taken, error };
  }
  return { items: taken, error: null };
}

/** Ends after a number of turns of the event loop, so that jobs overtake each other. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await new Promise((resolve) => setImmediate(resolve));
}

describe('inOrder', () => {
  it('gives results in the order of the jobs, whoever is done first, never more under way than the width', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 4 }), async (jobs, width) => {
        let underWay = 0;
        let most = 0;
        const run = async (job: number) => {
          underWay += 1;
          most = Math.max(most, underWay);
          await turns(job);
          underWay -= 1;
          return job * 2;
        };
        const { items, error } = await collect(inOrder(feed(jobs), run, width));
        expect({ items, error }).toEqual({ items: jobs.map((job) => job * 2), error: null });
        expect(most).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    ));

  it.each([1, 2, 5])('a job that fails: every result before it, none after it (width %i)', async (width) => {
    const run = async (job: number) => {
      await turns(3 - job);
      if (job === 2) throw new Error('job 2');
      return job;
    };
    expect(await collect(inOrder(feed([0, 1, 2, 3, 4]), run, width))).toEqual({
      items: [0, 1],
      error: new Error('job 2'),
    });
  });

  it('a source that breaks off: what was asked before is answered, then its error', async () => {
    const run = async (job: number) => {
      await turns(2);
      return job;
    };
    expect(await collect(inOrder(feed([0, 1, 2], new Error('line 4')), run, 8))).toEqual({
      items: [0, 1, 2],
      error: new Error('line 4'),
    });
  });

  it('closes the source when nobody wants more', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (let at = 0; ; at++) yield at;
      } finally {
        closed = true;
      }
    }
    for await (const one of inOrder(endless(), async (job) => job, 3)) if (one === 4) break;
    expect(closed).toBe(true);
  });
});

describe('a pool of threads', () => {
  const at = mkdtempSync(join(tmpdir(), 'cordon-pool-'));
  const script = pathToFileURL(join(at, 'thread.mjs'));
  beforeAll(() => {
    const door = new URL('../../dist/work/index.js', import.meta.url).href;
    writeFileSync(
      script,
      `import { workerData, threadId } from 'node:worker_threads';
import { serveOrders } from ${JSON.stringify(door)};
serveOrders(async (job) => {
  if (job === 'die') process.exit(7);
  if (job === 'fail') throw Object.assign(new Error('no such thing'), { name: 'CordonError' });
  return { result: { job, plus: workerData, thread: threadId } };
});`,
    );
  });
  afterAll(() => rmSync(at, { recursive: true, force: true }));

  type Answer = { job: string; plus: number; thread: number };

  it('hands out jobs, shares its data, uses every thread', async () => {
    const pool = openPool<string, Answer>(script, 3, 5);
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((job) => pool.run(job)));
    await pool.close();
    expect(answers.map(({ job, plus }) => `${job}${plus}`)).toEqual(['a5', 'b5', 'c5', 'd5', 'e5', 'f5']);
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(3);
  });

  it('brings a failure home and goes on', async () => {
    const pool = openPool<string, Answer>(script, 1, 0);
    await expect(pool.run('fail')).rejects.toMatchObject({ code: 'internal', message: 'no such thing' });
    expect(await pool.run('a')).toMatchObject({ job: 'a' });
    await pool.close();
  });

  it('a thread that dies takes its own jobs with it, not those to come', async () => {
    const pool = openPool<string, Answer>(script, 1, 0);
    await expect(pool.run('die')).rejects.toMatchObject({ message: 'a worker thread ended (code 7)' });
    expect(await pool.run('a')).toMatchObject({ job: 'a' });
    await pool.close();
  });
});
