/**
 * Numbers of XLSX cells as text. A date is a count of days whose cell only looks like one: its number format decides
 * (ECMA-376 part 1, 18.8.30), and the workbook says whether days are counted from 1900 or 1904.
 */

/** What a number format makes of a number; a number is the width that its zeros ask for. */
export type NumberLook = 'plain' | 'date' | 'time' | number;

/** Built-in formats: 14 to 17, 22 and East Asian ones are dates, 18 to 21 and 45 to 47 times. */
const BUILT_IN: Readonly<Record<number, NumberLook>> = Object.fromEntries([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [
    id,
    'date',
  ]),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id) => [id, 'time']),
]);
/** 9999-12-31, the last day that Excel knows, counted from 1900. */
const LAST_DAY = 2_958_465;
const DAY = 86_400_000;

/** What a format code shows: `dd/mm/yyyy;@` a date, `h:mm` a time, `0000000` seven digits. */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return BUILT_IN[id] ?? 'plain';
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .trim();
  if (/^general$/i.test(bare)) return 'plain';
  if (/[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return /^0{2,30}$/.test(bare) ? bare.length : 'plain';
}

/** A cell's number as text; what is no number comes back as it is. */
export function numberText(value: string, look: NumberLook, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (look === 'date' || look === 'time') return dateText(number, look, from1904) ?? plain(number, value);
  const text = plain(number, value);
  return look === 'plain' || !/^\d+$/.test(text) ? text : text.padStart(look, '0');
}

/** `7.73420286E9` as `7734202860`; digits that a double does not hold are gone already. */
function plain(number: number, value: string): string {
  if (/^-?\d+$/.test(value)) return value;
  return Number.isInteger(number) && Math.abs(number) >= 1e21 ? BigInt(number).toString() : String(number);
}

function dateText(serial: number, look: 'date' | 'time', from1904: boolean): string | null {
  if (serial < 0 || serial > LAST_DAY) return null;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days += 1;
    seconds = 0;
  }
  const time = new Date(seconds * 1_000).toISOString().slice(11, 19);
  if (look === 'time' || (days === 0 && seconds > 0)) return days === 0 ? time : null;
  // Day 60 is 29 February 1900, which never was; before it days are counted from one day later.
  if (!from1904 && (days === 60 || days === 0)) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * DAY).toISOString().slice(0, 10);
  return seconds === 0 ? day : `${day}T${time}`;
}
