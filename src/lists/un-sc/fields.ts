/**
 * Fields of an entry of the UN list: which there are, and how the small ones are written (dates of birth, addresses,
 * lettered lists).
 */
import { isDay, readDate, type VagueDate } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import { childOf, type XmlElement } from '../reading/xml.js';

/** Text of a field's part by name, blanks made single, '' where absent. */
export type Said = (name: string) => string;

/** A date of birth: `date` null where `text`, as given, cannot be read; `text` '' where no date is given. */
export type BirthDate = { readonly date: VagueDate | null; readonly text: string; readonly note: string };

/** Elements of an entry (`INDIVIDUAL_`, `ENTITY_` dropped) → what each may hold. Unlisted ones become issues. */
export const KNOWN: Readonly<Record<string, readonly string[]>> = {
  DATAID: [],
  VERSIONNUM: [],
  FIRST_NAME: [],
  SECOND_NAME: [],
  THIRD_NAME: [],
  FOURTH_NAME: [],
  UN_LIST_TYPE: [],
  REFERENCE_NUMBER: [],
  LISTED_ON: [],
  DELISTED_ON: [],
  GENDER: [],
  NAME_ORIGINAL_SCRIPT: [],
  COMMENTS1: [],
  SORT_KEY: [],
  SORT_KEY_LAST_MOD: [],
  TITLE: ['VALUE'],
  DESIGNATION: ['VALUE'],
  NATIONALITY: ['VALUE'],
  LIST_TYPE: ['VALUE'],
  LAST_DAY_UPDATED: ['VALUE'],
  ALIAS: ['QUALITY', 'ALIAS_NAME', 'DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH', 'NOTE'],
  ADDRESS: ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE'],
  DATE_OF_BIRTH: ['TYPE_OF_DATE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'],
  PLACE_OF_BIRTH: ['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY', 'NOTE'],
  DOCUMENT: [
    'TYPE_OF_DOCUMENT',
    'TYPE_OF_DOCUMENT2',
    'NUMBER',
    'ISSUING_COUNTRY',
    'COUNTRY_OF_ISSUE',
    'CITY_OF_ISSUE',
    'DATE_OF_ISSUE',
    'NOTE',
  ],
};

/**
 * A date of birth in EDTF. `EXACT` has a day or a year only, or a month in the note (`YEAR` 1958, `NOTE` Sep.); about is
 * said by `APPROXIMATELY` as type or as note; some stand in the note alone (`Nov. 1973`).
 */
export function birthDateOf(said: Said): BirthDate {
  const isAbout = /^approximately$/i;
  const about = isAbout.test(said('TYPE_OF_DATE')) || isAbout.test(said('NOTE')) ? '~' : '';
  const note = isAbout.test(said('NOTE')) ? '' : said('NOTE');
  const [from, to, year] = [said('FROM_YEAR'), said('TO_YEAR'), said('YEAR')];
  if (from !== '' && to !== '') {
    const ends = from === to ? [from] : [from, to];
    return { date: ends.map((end) => `${end}${about}`).join('/'), text: `${from} to ${to}`, note };
  }
  const given = said('DATE') || year || from || to;
  if (given !== '') {
    const month = year === '' || note === '' ? null : readDate(`${note} ${year}`);
    const exact = month ?? readDate(given);
    return { date: exact === null ? null : exact + about, text: given, note };
  }
  // A year of another calendar must not be read as one of ours; 24/06/1402 is a day of 1982.
  return { date: /hijri|lunar/i.test(note) ? null : readDate(note), text: note, note: '' };
}

/** The parts of a field, by name. */
export function fieldsOf(element: XmlElement): Said {
  return (name) => singleSpaced(childOf(element, name)?.text ?? '');
}

/** An address or birthplace in one line. */
export function lineOf(said: Said): string {
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map(said).filter(Boolean);
  return parts.length < 2 ? (parts[0] ?? '') : [...new Set(parts)].join(', ');
}

/** `a) Minister of Planning b) Minister of Higher Education` as two values. */
export function lettered(text: string): string[] {
  return text.split(/(?:^|\s)[a-z]\) /).filter((part) => part.trim() !== '');
}

/** A field's name without its `INDIVIDUAL_` or `ENTITY_`. */
export function bare(name: string): string {
  if (name.startsWith('INDIVIDUAL_')) return name.slice(11);
  return name.startsWith('ENTITY_') ? name.slice(7) : name;
}

/** All text in an element, its children's included. */
export function textOf(element: XmlElement): string {
  return singleSpaced([element.text, ...element.children.map(textOf)].join(' '));
}

/** The day a date or time begins with, null where it is none. */
export function day(text: string): string | null {
  const first = text.slice(0, 10);
  return isDay(first) ? first : null;
}
