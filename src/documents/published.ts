/** The day a page was published, as it writes it: ISO times, figures, month names in the languages of months.csv. */
import { type DataTables, type Day, dataTable, isDay, readDataTable } from '../base/index.js';

/** The table's path under `data/`. */
export const MONTHS_TABLE = 'documents/months.csv';

/** Month names, lower case → 1 to 12. */
export type Months = ReadonlyMap<string, number>;

/** A date is looked for in this many characters of a line or a meta element. */
const LONGEST_DATE = 300;

/** Reads the table of month names: a row a language, twelve cells parted by "|", each with its spellings. */
export function openMonths(tables: DataTables): Months {
  const rows = readDataTable(dataTable(tables, MONTHS_TABLE), MONTHS_TABLE, ['language', 'months', 'source']);
  const months = new Map<string, number>();
  for (const { cells } of rows) {
    for (const [at, names] of cells.months.split('|').entries()) {
      for (const name of names.split(' ')) months.set(name, at + 1);
    }
  }
  return months;
}

/**
 * The first day that a text names, null when it names none. The day is the publisher's own: `2023-10-18T23:30-05:00` is
 * 18 October. All-figure dates are read day first, except where only month first makes a day.
 */
export function dayIn(text: string, months: Months): Day | null {
  const near = text.slice(0, LONGEST_DATE);
  const candidates = [isoDay(near), writtenDay(near, months), figuresDay(near), eastAsianDay(near)];
  const [first] = candidates.flatMap((found) => found ?? []).sort((a, b) => a.at - b.at);
  return first?.day ?? null;
}

/** The day in an address such as `/2023/10/18/name.html`. */
export function dayInAddress(address: string): Day | null {
  const match = /[/.-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/._-]|$)/.exec(address);
  return match === null ? null : day(match[1]!, match[2]!, match[3]!);
}

type Found = { at: number; day: Day } | null;

function isoDay(text: string): Found {
  const match = /(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  return match === null ? null : found(match.index, day(match[1]!, match[2]!, match[3]!));
}

function writtenDay(text: string, months: Months): Found {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+|of\s+)?(\p{L}+)\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d{2})(?!\d)/gu;
  for (const match of text.matchAll(dayFirst)) {
    const month = months.get(match[2]!.toLowerCase());
    if (month !== undefined) return found(match.index, day(match[3]!, month, match[1]!));
  }
  const monthFirst = /(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/gu;
  for (const match of text.matchAll(monthFirst)) {
    const month = months.get(match[1]!.toLowerCase());
    if (month !== undefined) return found(match.index, day(match[3]!, month, match[2]!));
  }
  return null;
}

function figuresDay(text: string): Found {
  const match = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/.exec(text);
  if (match === null) return null;
  const [, a, , b, year] = match;
  return found(match.index, day(year!, b!, a!) ?? day(year!, a!, b!));
}

function eastAsianDay(text: string): Found {
  const match = /((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  return match === null ? null : found(match.index, day(match[1]!, match[2]!, match[3]!));
}

function found(at: number, day: Day | null): Found {
  return day === null ? null : { at, day };
}

function day(year: string, month: string | number, date: string): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
