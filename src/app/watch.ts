/**
 * Lists kept current by a process that stays: a round, a pause, the next round, for ever. Rounds never overlap; one that
 * fails is tried again sooner, then ever later, and never ends the watch.
 */
import { CordonError } from '../base/index.js';
import type { Clock } from '../lists/fetch/index.js';
import type { UpdateReport } from './update.js';

/** One round: its report, or (`report` null) the error that ended it; `wait` is the pause before the next, milliseconds. */
export type Round = {
  readonly report: UpdateReport | null;
  readonly error: CordonError | null;
  readonly wait: number;
};

/** The pause after a first failure; it doubles with every further one, up to the usual pause. */
const FIRST_RETRY = 300_000;

/**
 * Updates again and again.
 *
 * @param every the usual pause, in milliseconds
 * @param round does one update
 * @param onRound told after each, before the pause
 * @throws whatever `round` throws that is no `CordonError`: a defect is not to be repeated for ever
 */
export async function watchLists(
  every: number,
  clock: Clock,
  round: () => Promise<UpdateReport>,
  onRound: (round: Round) => void,
): Promise<never> {
  for (let failures = 0; ; ) {
    const { report, error } = await attempt(round);
    const failed = error !== null || report.rows.some(({ result }) => result === 'failed');
    failures = failed ? failures + 1 : 0;
    const wait = failed ? Math.min(every, FIRST_RETRY * 2 ** Math.min(failures - 1, 20)) : every;
    onRound({ report, error, wait });
    await clock.sleep(wait);
  }
}

async function attempt(
  round: () => Promise<UpdateReport>,
): Promise<{ report: UpdateReport; error: null } | { report: null; error: CordonError }> {
  try {
    return { report: await round(), error: null };
  } catch (error) {
    if (error instanceof CordonError) return { report: null, error };
    throw error;
  }
}
