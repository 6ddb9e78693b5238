/**
 * Special measures of FinCEN (31 USC 5318A): institutions and jurisdictions of primary money laundering concern. Owners,
 * subsidiaries and others that a notice only speaks of are kept without a listing: the measure does not name them.
 */
import { PropertyBag } from '../../model/index.js';
import { type ExtractTable, extractListing, splitValues } from '../extract.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';

const NEEDED = ['Measure', 'Relationship', 'Name', 'Topics'] as const;
const OTHERS = ['Type', 'Alias', 'Country', 'Address', 'Registration number', 'Notes', 'Source URL'];
/** What a row calls a party that the measure itself names. */
const NAMED: ReadonlySet<string> = new Set(['self', 'target']);

/** The one file of the extract. */
export function specialMeasures(organisation: OrganisationSchema): ExtractTable {
  return {
    headings: { needed: NEEDED, known: [...NEEDED, ...OTHERS] },
    read: (row) => {
      const measure = row.cell('Measure');
      const relationship = row.cell('Relationship');
      const name = row.cell('Name');
      const bag = new PropertyBag();
      bag.add('name', name);
      bag.add('alias', ...splitValues(row.cell('Alias')));
      bag.add('registrationNumber', ...splitValues(row.cell('Registration number')));
      bag.add('address', row.cell('Address'));
      row.addCountry(bag, 'country', 'Country');
      bag.add('topics', ...splitValues(row.cell('Topics')));
      bag.add('notes', row.cell('Notes'));
      const isNamed = NAMED.has(relationship);
      if (!isNamed) bag.add('notes', `${relationship || 'connected'}: ${measure}`);
      if (isNamed) bag.add('topics', 'sanction');
      else if (row.cell('Topics') === '') bag.add('topics', 'sanction.linked');
      const schema = row.cell('Type') || organisation(bag.freeze());
      const url = row.cell('Source URL') || null;
      if (!isNamed) bag.add('sourceUrl', url);
      const given = { programme: 'Section 311', measure: relationship, act: measure || null, url };
      const listings = isNamed ? [extractListing([measure, name].join(' '), given)] : [];
      return { key: name, schema, bag, listings, noticed: null };
    },
  };
}
