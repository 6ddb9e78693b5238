/** A row of the Swiss freezes: one person, the days on which the freeze began and ended. */
import { PropertyBag } from '../../model/index.js';
import { type ExtractTable, extractListing, splitValues } from '../extract.js';

/** The source id of the extract. */
export const CH_FIAA = 'ch-fiaa';

/** Column → property, for those whose values are joined by `;` and stay as they are. */
const VALUES: readonly (readonly [heading: string, property: string])[] = [
  ['Name', 'name'],
  ['Alias', 'alias'],
  ['Previous name', 'previousName'],
  ['Birth place', 'birthPlace'],
  ['Passport numbers', 'passportNumber'],
];
const NEEDED = ['Name', 'Program', 'Listed', 'Delisted'] as const;

/** The one file of the extract. */
export const FREEZES: ExtractTable = {
  headings: {
    needed: NEEDED,
    known: [
      ...NEEDED,
      ...VALUES.map(([heading]) => heading),
      ...['Birth date', 'Nationality', 'Notes', 'Country', 'Source URL'],
    ],
  },
  read: (row) => {
    const bag = new PropertyBag();
    for (const [heading, property] of VALUES) bag.add(property, ...splitValues(row.cell(heading)));
    bag.add('birthDate', row.date('Birth date'));
    row.addCountry(bag, 'nationality', 'Nationality');
    row.addCountry(bag, 'country', 'Country');
    bag.add('notes', row.cell('Notes'));
    bag.add('topics', 'sanction');
    const programme = row.cell('Program') || null;
    const start = row.date('Listed');
    const listing = extractListing([programme, row.cell('Name')].filter(Boolean).join(' '), {
      programme,
      start,
      end: row.date('Delisted'),
      url: row.cell('Source URL') || null,
    });
    return { key: row.cell('Name'), schema: 'Person', bag, listings: [listing], noticed: start };
  },
};
