/** A row of the Chinese notices: who, on which list, by whose notice of which day. */
import { PropertyBag } from '../../model/index.js';
import { type ExtractTable, extractListing, splitValues } from '../extract.js';
import type { Suspensions } from './suspensions.js';

/** The source id of the extract. */
export const CN_SANCTIONS = 'cn-sanctions';

const NEEDED = ['Type', 'Name', 'Chinese name', 'Body', 'List', 'Date'] as const;
const OTHERS = [
  ...['QID', 'Alias', 'Country', 'Topics', 'Summary', 'Chinese summary', 'End date', 'Source URL'],
  'Address',
];
const SCHEMATA: ReadonlySet<string> = new Set([
  'Person',
  'Company',
  'Organization',
  'LegalEntity',
  'PublicBody',
]);

/** The one file of the extract. */
export function noticesTable(suspensions: Suspensions): ExtractTable {
  return {
    headings: { needed: NEEDED, known: [...NEEDED, ...OTHERS] },
    read: (row) => {
      const printed = row.cell('Type');
      const schema = SCHEMATA.has(printed) ? printed : 'LegalEntity';
      if (schema !== printed)
        row.report('unknown-schema', 'Type', 'not a kind of the extract (kept as LegalEntity)');
      const bag = new PropertyBag();
      const name = row.cell('Name') || row.cell('Chinese name');
      bag.add('name', row.cell('Name'), row.cell('Chinese name'));
      bag.add('alias', ...splitValues(row.cell('Alias')));
      bag.add('wikidataId', row.cell('QID'));
      row.addCountry(bag, 'country', 'Country');
      bag.add('topics', ...splitValues(row.cell('Topics')));
      bag.add('notes', row.cell('Summary'), row.cell('Chinese summary'));
      bag.add('address', row.cell('Address'));
      if (row.cell('Body') !== '') bag.add('notes', `named by ${row.cell('Body')}`);
      // Quotes would stand in the table of measures, which is read faster without any.
      const list = row.cell('List').replaceAll('"', '') || row.cell('Body') || null;
      const start = row.date('Date');
      const listing = extractListing([list, start, name].filter(Boolean).join(' '), {
        programme: list,
        annex: suspensions(list, start),
        start,
        end: row.date('End date'),
        url: row.cell('Source URL') || null,
      });
      return { key: name, schema, bag, listings: [listing], noticed: start };
    },
  };
}
