/** Dates keep what the list said: a year stays a year, "circa" stays circa. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateSpan, formatDate, isDay, readDate } from '../../src/base/index.js';

describe('what lists write for a date', () => {
  it.each([
    ['21 Aug 1975', '1975-08-21'],
    ['Aug 1975', '1975-08'],
    ['1975', '1975'],
    ['circa 1951', '1951~'],
    ['1951 to 1953', '1951/1953'],
    ['circa 1951 to 1953', '1951~/1953~'],
    ['25.2.2022', '2022-02-25'],
    ['9 August 2022', '2022-08-09'],
    ['August 9, 2022', '2022-08-09'],
    ['1963 or 1964', '1963/1964'],
    ['Between 1956 and 1957', '1956/1957'],
    ['1956-1957', '1956/1957'],
    ['00/09/1962', '1962-09'],
    ['00/00/1936', '1936'],
    ['05/11/1970', '1970-11-05'],
    ['2012-12-31T00:00:00', '2012-12-31'],
    ['Approximately 1963', '1963~'],
    ['1975-03', '1975-03'],
  ])('%s is %s', (text, edtf) => expect(readDate(text)).toBe(edtf));

  it('reads American order when told so', () => expect(readDate('03/28/2025', 'mdy')).toBe('2025-03-28'));

  it.each(['born in the early 1970s', '31 Feb 2020', 'unknown', '', '1975-13', '45000'])(
    'says it cannot read "%s"',
    (text) => expect(readDate(text)).toBeNull(),
  );
});

describe('what a date covers', () => {
  it('a year covers all of its days', () =>
    expect(dateSpan('1965')).toEqual({
      from: '1965-01-01',
      to: '1965-12-31',
      precision: 'year',
      circa: false,
    }));
  it('February of a leap year ends on the 29th', () => expect(dateSpan('1964-02')?.to).toBe('1964-02-29'));
  it('a range runs from the first to the last day', () =>
    expect(dateSpan('1951/1953')).toMatchObject({
      from: '1951-01-01',
      to: '1953-12-31',
      precision: 'range',
    }));
  it('is read by people as words', () => expect(formatDate('1951~/1953~')).toBe('circa 1951 to circa 1953'));
  it('every day that is read back is a day', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(isDay(day)).toBe(true);
          expect(readDate(day)).toBe(day);
          expect(addDays(addDays(day, 400), -400)).toBe(day);
        },
      ),
    ));
  it('never throws, whatever it is given', () =>
    fc.assert(fc.property(fc.string(), (text) => void readDate(text))));
});
