/** Birth dates of every precision: to the day, the month, the year, about, or a range. */
import type { DateSpan } from '../base/index.js';
import { formatDate } from '../base/index.js';
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

type Level =
  | 'same-day'
  | 'same-month'
  | 'same-year'
  | 'about'
  | 'swapped'
  | 'other-day'
  | 'year-off-by-one'
  | 'few-years'
  | 'many-years'
  | 'far';

const VALUES: Readonly<Record<Level, number>> = {
  'same-day': 1,
  'same-month': 0.9,
  'same-year': 0.8,
  about: 0.7,
  swapped: 0.7,
  'other-day': 0.4,
  'year-off-by-one': 0.4,
  'few-years': 0.2,
  'many-years': 0.1,
  far: 0,
};

/**
 * Birth dates agree as closely as both are known, and contradict the more, the further apart they lie. Of several dates
 * on a side the best pair counts, since lists hold alternatives.
 */
export function birthDate(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const slack = weights.get('birth-date', 'slack-of-circa');
  let best: Feature | null = null;
  for (const one of left.births) {
    for (const other of right.births) {
      const level = levelOf(one.span, other.span, slack);
      const detail = `${formatDate(one.text)} and ${formatDate(other.text)}: ${WORDS[level]}`;
      const feature = featureOf(weights, 'birth-date', level, VALUES[level], detail);
      if (best === null || feature.contribution > best.contribution) best = feature;
    }
  }
  return best;
}

/** Whether two parties share a birth date that both give to the day. */
export function sameBirthDay(left: PreparedParty, right: PreparedParty): boolean {
  return left.births.some((one) =>
    right.births.some((other) => isDay(one.span) && isDay(other.span) && one.span.from === other.span.from),
  );
}

const WORDS: Readonly<Record<Level, string>> = {
  'same-day': 'the same day',
  'same-month': 'the same month',
  'same-year': 'the same year',
  about: 'about the same time',
  swapped: 'day and month exchanged',
  'other-day': 'the same year, another day',
  'year-off-by-one': 'one year apart',
  'few-years': 'two to four years apart',
  'many-years': 'five to nine years apart',
  far: 'ten years apart or more',
};

function levelOf(one: DateSpan, other: DateSpan, slack: number): Level {
  const overlap = one.from <= other.to && other.from <= one.to;
  if (overlap) {
    if (one.circa || other.circa || one.precision === 'range' || other.precision === 'range') return 'about';
    if (isDay(one) && isDay(other)) return 'same-day';
    return one.precision === 'year' || other.precision === 'year' ? 'same-year' : 'same-month';
  }
  const allowance = one.circa || other.circa ? slack : 0;
  const years = Math.max(yearsBetween(one, other), yearsBetween(other, one));
  if (years <= allowance) return allowance > 0 ? 'about' : sameYear(one, other);
  const apart = years - allowance;
  if (apart === 1) return 'year-off-by-one';
  if (apart < 5) return 'few-years';
  return apart < 10 ? 'many-years' : 'far';
}

function sameYear(one: DateSpan, other: DateSpan): Level {
  const swapped = other.from.slice(0, 5) + other.from.slice(8, 10) + other.from.slice(4, 7);
  return isDay(one) && isDay(other) && one.from === swapped ? 'swapped' : 'other-day';
}

/** Calendar years from the end of one span to the start of a later one. */
function yearsBetween(one: DateSpan, other: DateSpan): number {
  return Number(other.from.slice(0, 4)) - Number(one.to.slice(0, 4));
}

function isDay(span: DateSpan): boolean {
  return span.precision === 'day' && !span.circa;
}
