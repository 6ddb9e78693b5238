/**
 * When a target of the Swiss list is in force. De-listed targets stay in the file, so the modifications decide, in the
 * order of the days they take effect.
 */
import { addDays, type Day, isDay } from '../../base/index.js';
import { childrenOf, type XmlElement } from '../reading/xml.js';

/**
 * Days in force, both included; null where open or not said. `odd` are modifications that were passed over: types that
 * are not known, and de-listings of no day.
 */
export type InForce = {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly odd: readonly string[];
};

const TYPES: readonly string[] = ['listed', 'amended', 're-listed'];

/**
 * Reads a target's modifications. The newest by effective day says whether it is listed; a de-listing takes effect on
 * its day, so the day before is the last in force. `start` is the first listing since the last de-listing, null where
 * only amendments are told.
 */
export function inForce(target: XmlElement): InForce {
  const changes = childrenOf(target, 'modification').map(({ attributes }, at) => ({
    type: attributes['modification-type'] ?? '',
    day: dayOf(attributes),
    // The file has the newest first, so of one day's changes the earlier in the file is the later.
    order: -at,
  }));
  changes.sort((a, b) => compare(a.day ?? '', b.day ?? '') || a.order - b.order);
  const odd: string[] = [];
  let start: Day | null = null;
  let end: Day | null = null;
  for (const { type, day } of changes) {
    if (type === 'de-listed') {
      // Without a day nobody knows whether it was before or after the listings, and a missed target is worse.
      if (day === null) odd.push('de-listed without a day');
      else end = addDays(day, -1);
      continue;
    }
    if (!TYPES.includes(type)) odd.push(type);
    if (end !== null) {
      start = null;
      end = null;
    }
    if (type.endsWith('listed')) start ??= day;
  }
  return { start, end, odd };
}

/** The day a change takes effect; where the list does not say, the day it was published or enacted. */
function dayOf(attributes: Readonly<Record<string, string>>): Day | null {
  for (const name of ['effective-date', 'publication-date', 'enactment-date']) {
    const day = attributes[name] ?? '';
    if (isDay(day)) return day;
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
