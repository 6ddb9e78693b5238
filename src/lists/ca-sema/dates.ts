/** Days of the Canadian list: ISO, two joined by `or`, a month of a year of two digits, Excel's day numbers. */
import { addDays, readDate, type VagueDate } from '../../base/index.js';

/** Excel counts days from the last of 1899, as it takes 1900 for a leap year. */
const EXCEL_START = '1899-12-30';
/** Day numbers of 1909 to 2049: no other number of five digits is a date. */
const EXCEL_DAYS = { from: 3_300, to: 55_000 };

/** The dates of a field, empty where it cannot be read: each of `1963 or 1964` is one. */
export function readDays(text: string): VagueDate[] {
  const dates = text.split(/\s+or\s+/i).map(readDay);
  return dates.includes(null) ? [] : dates.filter((date) => date !== null);
}

function readDay(text: string): VagueDate | null {
  const number = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  if (text.length === 5 && number >= EXCEL_DAYS.from && number <= EXCEL_DAYS.to)
    return addDays(EXCEL_START, number);
  // `Sep-62`: nobody on the list was born in 2062, and a year that may be either is not read.
  const short = /^(\p{L}{3,9})[-\s](\d{2})$/u.exec(text.trim());
  if (short !== null) return Number(short[2]) < 30 ? null : readDate(`${short[1]} 19${short[2]}`);
  return readDate(text);
}
