/** The clock: the only place where Cordon learns the date. Everything below is handed it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Day } from '../base/index.js';
import type { Clock } from '../lists/fetch/index.js';

/** Today, UTC. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

/** This moment, UTC, ISO 8601 to the second. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** The clock for what waits: downloads that are tried again, lists that are watched. */
export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => pause(milliseconds),
};
