/**
 * Days and dates that keep their precision. A `Day` is a whole calendar day. A `VagueDate` is what lists really say
 * about a birth: a year, a month, "circa 1951", "1951 to 1953"; written in EDTF (ISO 8601-2:2019, level 1), so that
 * `1965`, `1965-03`, `1965-03-07`, `1951~` and `1951/1953` stay apart.
 */

/** `YYYY-MM-DD`, a real day of the Gregorian calendar. Strings compare in time order. */
export type Day = string;

/** An EDTF string of level 1: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `~` behind it when circa, or `A/B`. */
export type VagueDate = string;

/** What a vague date covers: first and last day, both included; `circa` widens nothing, it only says "about". */
export type DateSpan = {
  readonly from: Day;
  readonly to: Day;
  readonly precision: 'day' | 'month' | 'year' | 'range';
  readonly circa: boolean;
};

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
};

/** Whether `text` is a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Reads what people and lists write for a date: `21 Aug 1975`, `Aug 1975`, `1975`, `circa 1951`, `1951 to 1953`,
 * `25.2.2022`, `9 August 2022`, `1975-03`, `00/09/1962`, `1963 or 1964`, ISO times (the time is dropped).
 *
 * @param order how an all-digit date with `/` or `.` is read: `dmy` (default) or `mdy`
 * @returns EDTF, or null where nothing can be read; never throws
 */
export function readDate(text: string, order: 'dmy' | 'mdy' = 'dmy'): VagueDate | null {
  const clean = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:on|in)\s+/i, '');
  if (clean === '') return null;
  const circa = /^(?:circa|c\.|ca\.?|approximately|approx\.?|about|around)\s*(.+)$/i.exec(clean);
  if (circa !== null) {
    const inner = readDate(circa[1]!, order);
    return inner === null
      ? null
      : inner
          .split('/')
          .map((end) => `${end.replace(/~$/, '')}~`)
          .join('/');
  }
  const range =
    /^(?:between\s+)?(.+?)\s*(?:\bto\b|\band\b|\bor\b|–|—)\s*(.+)$/i.exec(clean) ??
    /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(clean);
  if (range !== null) {
    const from = readOne(range[1]!, order) ?? edtfPoint(range[1]!);
    const to = readOne(range[2]!, order) ?? edtfPoint(range[2]!);
    if (from === null || to === null) return null;
    return from.replace('~', '') <= to.replace('~', '') ? `${from}/${to}` : `${to}/${from}`;
  }
  const edtf = /^([^/]+)\/([^/]+)$/.exec(clean);
  if (edtf !== null && edtfPoint(edtf[1]!) !== null && edtfPoint(edtf[2]!) !== null) return clean;
  return edtfPoint(clean) ?? readOne(clean, order);
}

/** What an EDTF string covers, or null if it is none. */
export function dateSpan(date: VagueDate): DateSpan | null {
  const [first, last, more] = date.split('/');
  if (first === undefined || more !== undefined) return null;
  const from = pointSpan(first);
  if (from === null || last === undefined) return from;
  const to = pointSpan(last);
  if (to === null || to.to < from.from) return null;
  return { from: from.from, to: to.to, precision: 'range', circa: from.circa || to.circa };
}

/** A date for people: `1951~` is "circa 1951", `1951/1953` is "1951 to 1953". */
export function formatDate(date: VagueDate): string {
  const parts = date.split('/').map((part) => (part.endsWith('~') ? `circa ${part.slice(0, -1)}` : part));
  return parts.join(' to ');
}

function edtfPoint(text: string): VagueDate | null {
  return pointSpan(text) === null ? null : text;
}

function pointSpan(text: string): DateSpan | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, mark] = match;
  const circa = mark === '~';
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year', circa };
  const length = daysIn(Number(year), Number(month));
  if (length === 0) return null;
  if (day === undefined)
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${length}`, precision: 'month', circa };
  if (Number(day) < 1 || Number(day) > length) return null;
  return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}`, precision: 'day', circa };
}

function readOne(text: string, order: 'dmy' | 'mdy'): VagueDate | null {
  const clean = text.trim().replace(/,/g, ' ').replace(/\s+/g, ' ').replace(/\.$/, '');
  const iso = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:/.exec(clean);
  if (iso !== null) return edtfPoint(iso[1]!);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([A-Za-z]+)\.?[ -]+(\d{4})$/.exec(clean);
  if (named !== null) return build(named[3]!, monthOf(named[2]!), named[1]);
  const american = /^([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(clean);
  if (american !== null) return build(american[3]!, monthOf(american[1]!), american[2]);
  const digits = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(clean);
  if (digits !== null) {
    const [day, month] = order === 'dmy' ? [digits[1]!, digits[2]!] : [digits[2]!, digits[1]!];
    return build(digits[3]!, Number(month), day);
  }
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(clean);
  if (monthYear !== null) return build(monthYear[2]!, Number(monthYear[1]), undefined);
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(clean);
  if (yearFirst !== null) return build(yearFirst[1]!, Number(yearFirst[2]), yearFirst[3]);
  return edtfPoint(clean);
}

/** Zeros stand for "not known" in several lists, so `00/09/1962` is September 1962. */
function build(year: string, month: number | null, day: string | undefined): VagueDate | null {
  if (month === null) return null;
  if (month === 0) return edtfPoint(year);
  const mm = String(month).padStart(2, '0');
  if (day === undefined || Number(day) === 0) return edtfPoint(`${year}-${mm}`);
  return edtfPoint(`${year}-${mm}-${day.padStart(2, '0')}`);
}

function monthOf(word: string): number | null {
  return MONTHS[word.toLowerCase()] ?? null;
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
