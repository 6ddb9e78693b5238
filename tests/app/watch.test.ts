/** Lists kept current by a process that stays: how long it pauses, and what it survives. */
import { expect, it } from 'vitest';
import { type Round, watchLists } from '../../src/app/watch.js';
import { CordonError } from '../../src/base/index.js';

type Report = NonNullable<Round['report']>;
const report = (result: Report['rows'][number]['result']): Report => ({
  rows: [
    {
      source: 'un-sc',
      result,
      hash: null,
      entities: null,
      issues: null,
      message: '',
      code: null,
      official: null,
    },
  ],
  warnings: [],
});

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Runs rounds with these outcomes; the pauses after them in minutes, and what was told of each. */
async function watch(outcomes: readonly (Report | Error)[]) {
  const pauses: number[] = [];
  const told: Round[] = [];
  let running = 0;
  let at = 0;
  const round = async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    const outcome = outcomes[at++]!;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const sleep = async (wait: number) => {
    pauses.push(wait / MINUTE);
    if (at === outcomes.length) throw new Error('the end of the test');
  };
  const ended = await watchLists(6 * HOUR, { now: () => 0, sleep }, round, (one) => told.push(one)).catch(
    (error: unknown) => error as Error,
  );
  return { pauses, told, ended: ended.message };
}

it('pauses as asked between rounds that go well', async () => {
  const { pauses } = await watch([report('updated'), report('unchanged'), report('history')]);
  expect(pauses).toEqual([360, 360, 360]);
});

it('tries again soon after a failure, then ever later, up to the usual pause; a good round starts anew', async () => {
  const bad = report('failed');
  const { pauses } = await watch([bad, bad, bad, bad, bad, bad, bad, bad, report('updated'), bad]);
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360, 5]);
});

it('a refused list is no reason to hurry: it will be the same in five minutes', async () => {
  expect((await watch([report('refused')])).pauses).toEqual([360]);
});

it('survives a locked state folder, and says so', async () => {
  const locked = new CordonError('state-locked', 'process 7 is writing');
  const { pauses, told } = await watch([locked, report('updated')]);
  expect(pauses).toEqual([5, 360]);
  expect(told.map(({ error }) => error?.message ?? null)).toEqual(['process 7 is writing', null]);
});

it('a defect ends it: it is not to be repeated for ever', async () => {
  const { told, ended } = await watch([new TypeError('a defect')]);
  expect(told).toEqual([]);
  expect(ended).toBe('a defect');
});
