/** Lists of the Department of State about Cuba: restricted entities, and accommodations that are off limits. */
import { PropertyBag } from '../../model/index.js';
import { type ExtractRow, type ExtractTable, extractListing, splitValues } from '../extract.js';

const RESTRICTED = ['Id', 'Company', 'Acronym', 'EffectiveDate'] as const;
const ACCOMMODATIONS = ['Id', 'Name', 'City', 'Address'] as const;

/** The Cuba Restricted List. */
export const CUBA_RESTRICTED: ExtractTable = {
  headings: {
    needed: RESTRICTED,
    known: [...RESTRICTED, 'Alias', 'Sector', 'Category', 'Parent', 'SourceURL'],
  },
  read: (row) => {
    const bag = bagOf(row, row.cell('Company'));
    bag.add('alias', row.cell('Acronym'));
    bag.add('sector', row.cell('Sector'));
    bag.add('notes', row.cell('Category'));
    if (row.cell('Parent') !== '') bag.add('notes', `part of ${row.cell('Parent')}`);
    const start = row.date('EffectiveDate');
    const listing = extractListing(row.cell('Id'), {
      programme: 'Cuba Restricted List',
      start,
      url: row.cell('SourceURL') || null,
    });
    return {
      key: `restricted ${row.cell('Id')}`,
      schema: 'Company',
      bag,
      listings: [listing],
      noticed: start,
    };
  },
};

/** The Cuba Prohibited Accommodations List. */
export const CUBA_ACCOMMODATIONS: ExtractTable = {
  headings: { needed: ACCOMMODATIONS, known: [...ACCOMMODATIONS, 'Alias', 'SourceURL'] },
  read: (row) => {
    const bag = bagOf(row, row.cell('Name'));
    const parts = [row.cell('Address'), row.cell('City')].filter((part) => part !== '');
    bag.add('address', parts.join(', '));
    const listing = extractListing(row.cell('Id'), {
      programme: 'Cuba Prohibited Accommodations List',
      url: row.cell('SourceURL') || null,
    });
    const key = `accommodation ${row.cell('Id')}`;
    return { key, schema: 'Company', bag, listings: [listing], noticed: null };
  },
};

function bagOf(row: ExtractRow, name: string): PropertyBag {
  const bag = new PropertyBag();
  bag.add('name', name);
  bag.add('alias', ...splitValues(row.cell('Alias')));
  bag.add('country', 'cu');
  bag.add('topics', 'sanction');
  return bag;
}
