/**
 * Why a party is on the Australian list. `Committees` names the UN committee or the autonomous regime, sometimes two;
 * `Listing Information` is a sentence: the day of listing, the instrument, or both.
 */
import { type Day, isDay, readDate } from '../../base/index.js';

/** Programmes of a cell, dashes and blanks made alike: `1970 (Libya) 1973 (Libya)` is two. */
export function programmesOf(committees: string): string[] {
  return committees
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=\))\s+(?=\d{3,4} \()|\s*;\s*/)
    .filter((programme) => programme !== '');
}

const DAY = String.raw`(\d{1,2}(?:st|nd|rd|th)? ?[A-Z][a-z]{2,8}\.? ?\d{4}|\d{1,2}\/\d{1,2}\/\d{4})`;
/** A day right at the start, or behind the word for listing; what is amended or relisted comes behind that. */
const LISTED = new RegExp(
  `^(?:First )?${DAY}|\\b(?:[Ll]isted|[Dd]esignated|[Dd]eclared)(?:(?!amended|[Rr]e-?listed)[^.;]){0,80}?(?:\\b|(?<=d))(?:on|from)?:? ?${DAY}`,
);
/** Characters in which the sentence of a listing is looked through. */
const LONGEST = 4_000;
/** An instrument or law with its year. */
const INSTRUMENT =
  /(?:Autonomous Sanctions|Charter of the United Nations)[^;[\]]*?\b(?:Instrument|List|Listing|Regulations?|Declaration|Act)\b[^;[\]]{0,20}?\b(?:19|20)\d\d(?: \(No\.? ?\d+\))?/;

/** The first day that a listing's words give. Null where there is none. */
export function listedOn(listing: string): Day | null {
  const text = listing.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  if (isDay(text)) return text;
  const [, first, behind] = LISTED.exec(text) ?? [];
  const date = readDate((first ?? behind ?? '').replace(/(?<=\d)(?=[A-Z])|(?<=\.)(?=\d)/g, ' '));
  return date !== null && isDay(date) ? date : null;
}

/** The instrument of first designation that a listing's words name, else the law; null where they name none. */
export function instrumentOf(listing: string): string | null {
  const text = listing.slice(0, LONGEST).replace(/\s+/g, ' ');
  const first = text.search(/Instrument of first/i);
  return INSTRUMENT.exec(text.slice(Math.max(0, first)))?.[0] ?? INSTRUMENT.exec(text)?.[0] ?? null;
}
