/**
 * When a failed download is tried again: after what may pass (a broken connection, a server in trouble, a server that
 * asks to wait), never after what stays (a refusal, a page that is not there, a bad certificate, a full disk).
 */
import { CordonError } from '../../base/index.js';

/** The clock, handed in: milliseconds since 1970, and a pause. */
export type Clock = { now(): number; sleep(milliseconds: number): Promise<void> };

/** A failure that may pass. `wait`: the milliseconds that the server asked for, null where it asked for none. */
export class Passing extends Error {
  readonly wait: number | null;

  constructor(message: string, wait: number | null = null) {
    super(message);
    this.wait = wait;
  }
}

const MOST_ATTEMPTS = 4;
const FIRST_WAIT = 1_000;
/** A server that asks for more is left alone until the next run. */
const LONGEST_WAIT = 300_000;

/**
 * Works until it succeeds, four times at most, one, two and four seconds apart or as the server asks.
 *
 * @param what begins the message of a failure: the URL
 * @throws CordonError `download-failed` when it stays broken; what `work` throws unless it is `Passing`
 */
export async function withRetries<Result>(
  what: string,
  clock: Clock,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (error.wait !== null && error.wait > LONGEST_WAIT) {
        const later = `${error.message}, and asks to be left alone for ${Math.ceil(error.wait / 1000)} s`;
        throw new CordonError('download-failed', `${what}: ${later}: run the command again then`);
      }
      if (attempt === MOST_ATTEMPTS)
        throw new CordonError('download-failed', `${what}: ${error.message} (tried ${attempt} times)`);
      await clock.sleep(Math.max(FIRST_WAIT * 2 ** (attempt - 1), error.wait ?? 0));
    }
  }
}

/**
 * How long a `Retry-After` header asks to wait (RFC 9110): seconds or a date.
 *
 * @returns milliseconds; null where there is none or it cannot be read
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
