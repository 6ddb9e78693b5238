/**
 * OFSI's consolidated list as CSV: its columns under the names that British designations are mapped by. The file was
 * closed on 28 January 2026, so only old copies come; rows of one group may stand apart.
 */
import type { Day } from '../../base/index.js';
import { rowOf, type UkField, type UkRow } from '../gb-designation/fields.js';
import { dayOf } from '../gb-designation/groups.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { type Headings, readHeadedRows } from '../reading/rows.js';

/** Field → headings, the ones of 2020 first, later ones behind. */
const HEADINGS: readonly (readonly [UkField, string])[] = [
  ['name6', 'Name 6'],
  ['name1', 'Name 1'],
  ['name2', 'Name 2'],
  ['name3', 'Name 3'],
  ['name4', 'Name 4'],
  ['name5', 'Name 5'],
  ['title', 'Title'],
  ['script', 'Name Non-Latin Script'],
  ['scriptType', 'Non-Latin Script Type'],
  ['scriptLanguage', 'Non-Latin Script Language'],
  ['birthDate', 'DOB'],
  ['birthTown', 'Town of Birth'],
  ['birthCountry', 'Country of Birth'],
  ['nationality', 'Nationality'],
  ['passport', 'Passport Number'],
  ['passportInfo', 'Passport Details'],
  ['idNumber', 'National Identification Number'],
  ['idInfo', 'NI Details'],
  ['idInfo', 'National Identification Details'],
  ['position', 'Position'],
  ['address1', 'Address 1'],
  ['address2', 'Address 2'],
  ['address3', 'Address 3'],
  ['address4', 'Address 4'],
  ['address5', 'Address 5'],
  ['address6', 'Address 6'],
  ['postcode', 'Post/Zip Code'],
  ['country', 'Country'],
  ['other', 'Other Information'],
  ['kind', 'Group Type'],
  ['nameType', 'Alias Type'],
  ['strength', 'Alias Quality'],
  ['regime', 'Regime'],
  ['designated', 'Listed On'],
  ['updated', 'Last Updated'],
  ['id', 'Group ID'],
];
/** The day of the UK list's own designation repeats `Listed On` or differs by the law's change of 2020. */
const PASSED = ['UK Sanctions List Date Designated', 'Grp Status'];

const CONLIST: Headings = {
  known: HEADINGS.map(([, heading]) => heading),
  needed: ['Name 6', 'Group Type', 'Regime', 'Group ID'],
  passed: PASSED,
};

/** Whether a file begins with the list's headings, the date above them or not. */
export function isConList(file: ListFile): boolean {
  const text = headText(file);
  return CONLIST.needed.every((heading) => text.includes(heading));
}

/** The day in the first line, `Last Updated,27/04/2020`; null where there is none. */
export function updatedDay(file: ListFile): Day | null {
  const [, date] = /^\W*Last Updated\W+(\d{2}\/\d{2}\/\d{4})/.exec(headText(file, 200)) ?? [];
  return date === undefined ? null : dayOf(date);
}

/** Rows of the file. @throws CordonError as `readHeadedRows` */
export async function* readConList(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<UkRow> {
  const later = new Map(HEADINGS);
  const first = new Map(HEADINGS.filter(([, heading]) => heading !== later.get('idInfo')));
  for await (const row of readHeadedRows(file, sink, CONLIST)) {
    const [old, young] = [rowOf(row, first), rowOf(row, later)];
    yield { line: row.line, filled: null, get: (field) => old.get(field) || young.get(field) };
  }
}
