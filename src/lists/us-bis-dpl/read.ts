/** The Denied Persons List as the Bureau of Industry and Security publishes it: tab-separated, one row per address. */

import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { type HeadedRow, readHeadedRows } from '../reading/rows.js';

const HEADINGS = {
  known: [
    'Name',
    'Street_Address',
    'City',
    'State',
    'Country',
    'Postal_Code',
    'Effective_Date',
    'Expiration_Date',
    'Standard_Order',
    'Last_Update',
    'Action',
    'FR_Citation',
  ],
  needed: ['Name', 'Effective_Date', 'FR_Citation'],
};

/** Whether a file begins with the list's headings. */
export function isDeniedPersons(file: ListFile): boolean {
  const line =
    headText(file)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const headings = line.split('\t').map((heading) => heading.replace(/^"|"$/g, '').trim());
  return HEADINGS.needed.every((heading) => headings.includes(heading));
}

/** The rows of a file. @throws CordonError as `readHeadedRows` */
export function readDeniedPersons(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<HeadedRow> {
  return readHeadedRows(file, sink, HEADINGS, { delimiter: '\t' });
}
