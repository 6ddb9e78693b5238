/** Dates of birth of the EU list: a day, a month, a year, a range of years, each circa or not; other calendars apart. */
import { dateSpan, readDate, type VagueDate } from '../../base/index.js';
import type { Fields } from './record.js';

/** No date is longer. */
const LONGEST = 100;

/** A date of birth. `date` is null where none can be read; `said` is what was written, '' where nothing was. */
export type BirthDate = { readonly date: VagueDate | null; readonly said: string };

/** Reads the date of a `birthdate`; one of another calendar than the Gregorian gives no date. */
export function readBirthDate(fields: Fields): BirthDate {
  const calendar = (fields.calendarType ?? '').trim();
  const written = pointOf(fields) || rangeOf(fields);
  if (written === '') return { date: null, said: '' };
  if (written.length > LONGEST) return { date: null, said: written };
  if (calendar !== '' && calendar.toUpperCase() !== 'GREGORIAN')
    return { date: null, said: `${written} (${calendar.toLowerCase()} calendar)` };
  const circa = fields.circa === 'true';
  const date = readDate(circa ? `circa ${written}` : written);
  const said = circa ? `circa ${written}` : written;
  return { date: date !== null && dateSpan(date) !== null ? date : null, said };
}

function pointOf(fields: Fields): string {
  const whole = (fields.birthdate ?? '').trim();
  if (whole !== '') return whole;
  const year = (fields.year ?? '').trim();
  if (year === '' || year === '0') return '';
  const [month, day] = [fields.monthOfYear, fields.dayOfMonth].map((part) =>
    (part ?? '').trim().padStart(2, '0'),
  );
  if (month === undefined || month === '00') return year;
  return day === undefined || day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function rangeOf(fields: Fields): string {
  const [from, to] = [fields.yearRangeFrom, fields.yearRangeTo].map((part) => (part ?? '').trim());
  if (!from || !to || from === to) return from || to || '';
  return `${from} to ${to}`;
}
