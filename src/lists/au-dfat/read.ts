/**
 * The Australian list as a spreadsheet: the layout until November 2025, checked in a file of 2024, and the one since,
 * from memory. Headings are told by their words, whatever their case and signs; letters behind a reference mark aliases.
 */
import type { ListFile, ListSink } from '../reader.js';
import { type HeadedRow, type Headings, readSheetRows } from '../reading/rows.js';

/** Field → its headings in either layout. */
const FIELDS = {
  reference: ['reference'],
  name: ['name of individual or entity', 'name'],
  kind: ['type'],
  nameType: ['name type'],
  strength: ['alias strength'],
  birthDate: ['date of birth'],
  birthPlace: ['place of birth'],
  citizenship: ['citizenship'],
  address: ['address'],
  remarks: ['additional information'],
  listing: ['listing information'],
  instrument: ['instrument of designation', 'instrument'],
  imo: ['imo number', 'imo'],
  committees: ['committees'],
  changed: ['control date'],
} as const;

/** The sanctions that the new layout has a column of yes and no for. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  'Targeted financial sanction': ['targeted financial sanction', 'targeted financial sanctions'],
  'Travel ban': ['travel ban', 'travel bans'],
  'Arms embargo': ['arms embargo'],
  'Maritime restriction': ['maritime restriction', 'maritime restrictions'],
};

/** A field of the list. */
export type AuField = keyof typeof FIELDS;

/** A row: `key` is the entry's number without the letters of its aliases, null where it has none. */
export type AuRow = {
  readonly line: number;
  readonly key: string | null;
  /** The sanctions whose columns say yes; null where the layout has no such columns, or none of them says anything. */
  readonly measures: readonly string[] | null;
  get(field: AuField): string;
};

const HEADINGS: Headings = {
  alike: (heading) =>
    heading
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .trim(),
  known: [...Object.values(FIELDS), ...Object.values(FLAGS)].flat(),
  needed: ['reference', 'type', 'name type', 'committees'],
};

/** Rows of a file that hold anything. @throws CordonError as `readSheetRows` */
export async function* readAuList(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<AuRow> {
  for await (const row of readSheetRows(file, sink, HEADINGS)) {
    const get = (field: AuField): string => firstOf(row, FIELDS[field]);
    const [, key] = /^(\d+)(?:\.0+)?[a-z0-9]*$/i.exec(get('reference').replace(/\s+/g, '')) ?? [];
    yield { line: row.line, key: key ?? null, measures: measuresOf(row), get };
  }
}

function measuresOf(row: HeadedRow): readonly string[] | null {
  const said = Object.entries(FLAGS).map(([measure, headings]) => ({
    measure,
    text: firstOf(row, headings),
  }));
  if (said.every(({ text }) => text === '')) return null;
  return said.filter(({ text }) => /^(?:y|yes|true|1|x)$/i.test(text)).map(({ measure }) => measure);
}

function firstOf(row: HeadedRow, headings: readonly string[]): string {
  for (const heading of headings) {
    const cell = row.cell(heading);
    if (cell !== '') return cell;
  }
  return '';
}
