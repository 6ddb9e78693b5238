/** The clock: the only place where Cordon learns the date. Everything below is handed it. */
import type { Day } from '../base/index.js';

/** Today, UTC. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

/** This moment, UTC, ISO 8601 to the second. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
