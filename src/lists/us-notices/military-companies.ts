/** Chinese military companies of Section 1260H: one row per company and yearly notice. */
import { PropertyBag } from '../../model/index.js';
import { type ExtractTable, extractListing, splitValues } from '../extract.js';

const NEEDED = ['Name', 'Clean Name', 'Parent Name', 'Start date', 'End date'] as const;

/** The one file of the extract. */
export const MILITARY_COMPANIES: ExtractTable = {
  headings: { needed: NEEDED, known: [...NEEDED, 'Alias', 'Previous Name', 'Note', 'Source Url'] },
  yearly: true,
  read: (row) => {
    const printed = row.cell('Name');
    const name = row.cell('Clean Name') || printed;
    const bag = new PropertyBag();
    bag.add('name', name);
    bag.add('alias', ...splitValues(row.cell('Alias')));
    bag.add('previousName', ...splitValues(row.cell('Previous Name')));
    if (printed !== name) bag.add('notes', `printed as: ${printed}`);
    const parent = row.cell('Parent Name');
    if (parent !== '') bag.add('notes', `subsidiary of ${parent}`);
    bag.add('notes', row.cell('Note'));
    const start = row.date('Start date');
    const listing = extractListing([start, name].filter(Boolean).join(' '), {
      programme: 'Section 1260H',
      start,
      end: row.date('End date'),
      url: row.cell('Source Url') || null,
    });
    return { key: name, schema: 'Company', bag, listings: [listing], noticed: start };
  },
};
