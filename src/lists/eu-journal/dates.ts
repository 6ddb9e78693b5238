/**
 * Dates as the Journal prints them, several in a cell and with words between: `Approximately 1963; 1956`, `Circa 1946
 * or 1949`, `24.4.1991 as ‘…’`. The plain forms are base's `readDate`; this finds them among the words.
 */
import { readDate, type VagueDate } from '../../base/index.js';

/** Dates found; `told` where words stand beside them that are worth a note. */
export type PrintedDates = { readonly dates: readonly VagueDate[]; readonly told: boolean };

const FRAGMENT =
  /\d{1,2}[./]\s?\d{1,2}[./ ]\s?\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{Ll}+\.?\s?\d{4}|\p{Lu}\p{Ll}+\s+\d{4}|\b\d{1,2}\.\d{4}\b|\b(?:18|19|20)\d{2}\b/gu;
const CIRCA = /circa|approx\p{L}*|probably|about|around/giu;
const FILLER = /[\s,;:./()–-]|\b(?:or|and|in|on|i+|[a-z])\b/gi;

/** The dates of one value of a cell; none where nothing can be read. Never throws. */
export function readPrintedDates(text: string): PrintedDates {
  const whole = readDate(text.replace(/\.$/, ''));
  if (whole !== null) return { dates: [whole], told: false };
  const circa = CIRCA.test(text);
  CIRCA.lastIndex = 0;
  const dates: VagueDate[] = [];
  for (const [fragment] of text.matchAll(FRAGMENT)) {
    const plain = fragment
      .replace(/(?<=[./])\s/g, '')
      .replace(/^(\d+\.\d+) /, '$1.')
      .replace(/\.(?=\d{4})(?<=\p{L}\.)/u, '. ');
    const date = readDate(plain) ?? readDate(/\d{4}$/.exec(plain)?.[0] ?? '');
    if (date !== null) dates.push(circa && !date.endsWith('~') ? `${date}~` : date);
  }
  const rest = text.replace(FRAGMENT, ' ').replace(CIRCA, ' ').replace(FILLER, '');
  return { dates: [...new Set(dates)], told: rest !== '' };
}
