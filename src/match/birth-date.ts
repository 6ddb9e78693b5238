/**
 * Birth dates of every precision: to the day, the month, the year, about, or a range; and the slips with which they are
 * written down: day and month exchanged, digits of the year, another calendar.
 */
import { addDays, type DateSpan, formatDate } from '../base/index.js';
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

type Level =
  | 'same-day'
  | 'same-month'
  | 'same-year'
  | 'about'
  | 'swapped'
  | 'old-style'
  | 'other-calendar'
  | 'year-slip'
  | 'other-day'
  | 'year-off-by-one'
  | 'years-turned'
  | 'two-years'
  | 'few-years'
  | 'many-years'
  | 'far';

const VALUES: Readonly<Record<Level, number>> = {
  'same-day': 1,
  'same-month': 0.9,
  'same-year': 0.8,
  about: 0.7,
  swapped: 0.7,
  'old-style': 0.7,
  'other-calendar': 0.7,
  'year-slip': 0.6,
  'other-day': 0.4,
  'year-off-by-one': 0.4,
  'years-turned': 0.3,
  'two-years': 0.3,
  'few-years': 0.2,
  'many-years': 0.1,
  far: 0,
};
const WORDS: Readonly<Record<Level, string>> = {
  'same-day': 'the same day',
  'same-month': 'the same month',
  'same-year': 'the same year',
  about: 'about the same time',
  swapped: 'day and month exchanged',
  'old-style': 'the same day in the Julian calendar',
  'other-calendar': 'about the same year in another calendar',
  'year-slip': 'the same day, a digit of the year otherwise',
  'other-day': 'the same year, another day',
  'year-off-by-one': 'one year apart',
  'years-turned': 'the last digits of the year exchanged',
  'two-years': 'two years apart',
  'few-years': 'three or four years apart',
  'many-years': 'five to nine years apart',
  far: 'ten years apart or more',
};
/** Those that count fully only where every date is exact. */
const OVER_TWO_YEARS: ReadonlySet<Level> = new Set(['few-years', 'many-years', 'far']);

/**
 * Birth dates agree as closely as both are known, and contradict the more, the further apart they lie. Of several dates
 * on a side the best pair counts, since lists hold alternatives. A contradiction counts fully only where every date is
 * exact and more than two years off: beside one that is about or a range, the others are guesses too.
 */
export function birthDate(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const slack = weights.get('birth-date', 'slack-of-circa');
  let best: Feature | null = null;
  let bestLevel: Level | null = null;
  let exact = true;
  for (const one of left.births) {
    for (const other of right.births) {
      exact &&= isExact(one.span) && isExact(other.span);
      const level = levelOf(one.span, other.span, slack);
      if (best !== null && weights.get('birth-date', level) <= best.contribution) continue;
      const detail = `${formatDate(one.text)} and ${formatDate(other.text)}: ${WORDS[level]}`;
      best = featureOf(weights, 'birth-date', level, VALUES[level], detail);
      bestLevel = level;
    }
  }
  if (best === null || exact || !OVER_TWO_YEARS.has(bestLevel!)) return best;
  const contribution = best.contribution * weights.get('birth-date', 'share-of-inexact');
  return { ...best, contribution, detail: `${best.detail}; not every date is exact` };
}

/** Whether two parties share a birth date that both give to the day. */
export function sameBirthDay(left: PreparedParty, right: PreparedParty): boolean {
  return left.births.some((one) =>
    right.births.some((other) => isDay(one.span) && isDay(other.span) && one.span.from === other.span.from),
  );
}

function levelOf(one: DateSpan, other: DateSpan, slack: number): Level {
  const overlap = one.from <= other.to && other.from <= one.to;
  if (overlap) {
    if (!isExact(one) || !isExact(other)) return 'about';
    if (isDay(one) && isDay(other)) return 'same-day';
    return one.precision === 'year' || other.precision === 'year' ? 'same-year' : 'same-month';
  }
  const days = isDay(one) && isDay(other) ? levelOfDays(one.from, other.from) : null;
  if (days !== null) return days;
  const apart = yearsApart(one, other, slack);
  if (apart === 0) return one.circa || other.circa ? 'about' : 'other-day';
  if (apart < 0) return 'other-calendar';
  if (apart === 1) return 'year-off-by-one';
  if (isExact(one) && isExact(other) && areTurned(one.from, other.from)) return 'years-turned';
  if (apart === 2) return 'two-years';
  if (apart < 5) return 'few-years';
  return apart < 10 ? 'many-years' : 'far';
}

/** How two unlike days may be one that was written down wrongly; null where they are no known slip. */
function levelOfDays(one: string, other: string): Level | null {
  if (one.slice(0, 4) === other.slice(0, 4)) {
    if (one.slice(5, 7) === other.slice(8) && one.slice(8) === other.slice(5, 7)) return 'swapped';
    // 1 January stands for a year of which nobody knew the day.
    if (one.endsWith('-01-01') || other.endsWith('-01-01')) return 'about';
  }
  const [earlier, later] = one < other ? [one, other] : [other, one];
  if (addDays(earlier, later < '1900-03-13' ? 12 : 13) === later) return 'old-style';
  const sameDay = one.slice(5) === other.slice(5) && !one.endsWith('-01-01');
  return sameDay && (digitsUnlike(one, other) === 1 || areTurned(one, other)) ? 'year-slip' : null;
}

/** How many of the four digits of the years differ. */
function digitsUnlike(one: string, other: string): number {
  let unlike = 0;
  for (let at = 0; at < 4; at += 1) if (one[at] !== other[at]) unlike += 1;
  return unlike;
}

/** 1963 and 1936. */
function areTurned(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) && one[2] === other[3] && one[3] === other[2];
}

/** Whole calendar years between two spans, less the slack of "about"; −1 where another calendar brings them together. */
function yearsApart(one: DateSpan, other: DateSpan, slack: number): number {
  const allowance = one.circa || other.circa ? slack : 0;
  const years = Math.max(yearsBetween(one, other), yearsBetween(other, one));
  if (years > OTHER_CALENDAR && isOtherCalendar(one, other)) return -1;
  return Math.max(0, years - allowance);
}

/** Years so far apart that nobody compares them by mistake: they are counted from another day. */
const OTHER_CALENDAR = 300;

/**
 * Whether an early year is the other's in the Solar Hijri calendar (1345 = 1966/67) or the lunar one (1385 = 1965/66), or
 * a late one in the Buddhist era (2509 = 1966); a year to either side, since years begin at other days.
 */
function isOtherCalendar(one: DateSpan, other: DateSpan): boolean {
  const [early, late] = one.from < other.from ? [yearOf(one), yearOf(other)] : [yearOf(other), yearOf(one)];
  const solar = early + 621;
  const lunar = Math.floor(early * 0.970224 + 621.5774);
  const buddhist = late - 543;
  return near(solar, late) || near(lunar, late) || near(buddhist, early);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1;
}

/** Calendar years from the end of one span to the start of a later one. */
function yearsBetween(one: DateSpan, other: DateSpan): number {
  return Number(other.from.slice(0, 4)) - Number(one.to.slice(0, 4));
}

function yearOf(span: DateSpan): number {
  return Number(span.from.slice(0, 4));
}

function isDay(span: DateSpan): boolean {
  return span.precision === 'day' && !span.circa;
}

function isExact(span: DateSpan): boolean {
  return !span.circa && span.precision !== 'range';
}
