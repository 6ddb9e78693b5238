/**
 * The UK sanctions list as rows: the CSV, and spreadsheets with its columns or with the eight of the short form. The
 * publisher's file keeps the rows of one designation together; where one does not, the scattered ones are found by a
 * look through the file first, so that the others need not be held.
 */
import type { Day } from '../../base/index.js';
import {
  type FieldHeadings,
  FULL_HEADINGS,
  headingOf,
  rowOf,
  SHORT_HEADINGS,
  UK_FIELDS,
  type UkRow,
} from '../gb-designation/fields.js';
import { dayOf } from '../gb-designation/groups.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { type Headings, readHeadedRows, readSheetRows } from '../reading/rows.js';

const FULL: FieldHeadings = new Map(
  UK_FIELDS.filter((field) => field !== 'shortName').map((field) => [field, headingOf(field)]),
);
const SHORT_FIELDS = [
  'id',
  'group',
  'shortName',
  'regime',
  'kind',
  'origin',
  'designated',
  'sanctions',
] as const;
const SHORT: FieldHeadings = new Map(
  SHORT_FIELDS.map((field) => [field, SHORT_HEADINGS[field] ?? headingOf(field)]),
);

/** Whether a file begins as the CSV: its headings, with the date of the report above them or not. */
export function isUkCsv(file: ListFile): boolean {
  const text = headText(file);
  return (
    FULL_HEADINGS.needed.every((heading) => text.includes(heading)) && /(?:^|,)"?Unique ID"?,/m.test(text)
  );
}

/** The day in the line above the headings, `Report Date: 08-Oct-2026`; null where there is none. */
export function reportDay(file: ListFile): Day | null {
  return reportDayIn(headText(file, 200));
}

/** Rows of the CSV. @throws CordonError as `readHeadedRows` */
export async function* readUkCsv(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<UkRow> {
  for await (const row of readHeadedRows(file, sink, FULL_HEADINGS)) yield rowOf(row, FULL);
}

/** Rows of a spreadsheet in either form. @throws CordonError as `readSheetRows` */
export async function* readUkSheet(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<UkRow> {
  const headings: Headings = {
    known: [...new Set([...FULL.values(), ...SHORT.values()])],
    needed: (['id', 'regime', 'sanctions'] as const).map(headingOf),
  };
  for await (const row of readSheetRows(file, sink, headings))
    yield rowOf(row, row.cell(headingOf('kind')) === '' && row.cell('Type') !== '' ? SHORT : FULL);
}

/**
 * Ids whose rows do not stand together: an id is looked for behind the first comma of a line, where the publisher's file
 * has it. A file with other columns shows none.
 */
export async function scatteredIds(file: ListFile): Promise<ReadonlySet<string>> {
  const scattered = new Set<string>();
  const seen = new Set<string>();
  const decoder = new TextDecoder('latin1');
  let last = '';
  let rest = '';
  for await (const chunk of file.chunks()) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n');
    for (const match of text.slice(0, end + 1).matchAll(/^"?[\d/]{0,10}"?,"?([A-Z]{3}\d{1,6})"?,/gm)) {
      const id = match[1]!;
      if (id === last) continue;
      if (seen.has(id)) scattered.add(id);
      seen.add(id);
      last = id;
    }
    rest = text.slice(end + 1);
    // A line longer than any is no line of this file.
    if (rest.length > 1_000_000) rest = '';
  }
  return scattered;
}

function reportDayIn(text: string): Day | null {
  const [, date] = /^\W*(?:Report Date|Last Updated)\W+([\w/ -]{8,20})/i.exec(text) ?? [];
  return date === undefined ? null : dayOf(date.trim());
}
