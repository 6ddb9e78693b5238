/** Dates of the advanced format → words as the CSV writes them: `05 Jun 1950`, `Apr 1961`, `1951 to 1953`, `circa 1951`. */
import type { Day } from '../../../base/index.js';
import { childOf, childText, type XmlElement } from '../../reading/xml.js';

type Point = { readonly year: number; readonly month: number; readonly day: number };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A `Date` or `From`: `Year`, `Month`, `Day` → ISO; null where a part is missing or no number. */
export function dayOf(element: XmlElement | undefined): Day | null {
  const point = element === undefined ? null : pointOf(element);
  if (point === null) return null;
  const { year, month, day } = point;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The last day that a `DatePeriod` covers; null where it says none. */
export function lastDayOf(period: XmlElement | undefined): Day | null {
  const end = period === undefined ? undefined : childOf(period, 'End');
  return end === undefined ? null : (dayOf(childOf(end, 'To')) ?? dayOf(childOf(end, 'From')));
}

/**
 * A `DatePeriod` in words; '' where it has no days. A whole year is 1 January to 31 December, a whole month its first to
 * its last day; a vague beginning or end counts from its first to its last possible day.
 *
 * @param calendar the calendar's name where it is not the Gregorian one: it is added, so that no date is made of it
 */
export function wordsOf(period: XmlElement, calendar: string | null): string {
  const start = childOf(period, 'Start');
  const end = childOf(period, 'End');
  const from = pointIn(start, 'From') ?? pointIn(start, 'To') ?? pointIn(end, 'From');
  const to = pointIn(end, 'To') ?? pointIn(end, 'From') ?? pointIn(start, 'To') ?? from;
  if (from === null || to === null) return '';
  const circa = start?.attributes.Approximate === 'true' || end?.attributes.Approximate === 'true';
  return `${circa ? 'circa ' : ''}${spanWords(from, to)}${calendar === null ? '' : ` (${calendar})`}`;
}

function spanWords(from: Point, to: Point): string {
  if (from.year === to.year && from.month === to.month && from.day === to.day) return dayWords(from);
  if (from.day !== 1 || to.day !== daysIn(to)) return `${dayWords(from)} to ${dayWords(to)}`;
  const years = from.month === 1 && to.month === 12;
  const [first, last] = years ? [String(from.year), String(to.year)] : [monthWords(from), monthWords(to)];
  return first === last ? first : `${first} to ${last}`;
}

function dayWords(point: Point): string {
  return `${pad(point.day, 2)} ${monthWords(point)}`;
}

function monthWords({ year, month }: Point): string {
  return `${MONTHS[month - 1] ?? `month ${month}`} ${year}`;
}

function pointIn(end: XmlElement | undefined, name: string): Point | null {
  const element = end === undefined ? undefined : childOf(end, name);
  return element === undefined ? null : pointOf(element);
}

function pointOf(element: XmlElement): Point | null {
  const [year, month, day] = [
    numberIn(element, 'Year'),
    numberIn(element, 'Month'),
    numberIn(element, 'Day'),
  ];
  return year > 0 && month > 0 && day > 0 ? { year, month, day } : null;
}

function numberIn(element: XmlElement, name: string): number {
  const text = childText(element, name);
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

function daysIn({ year, month }: Point): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
