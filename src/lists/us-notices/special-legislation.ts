/** Parties that US laws make an authority report: nonproliferation (INKSNA), Section 1286, Section 353. */
import { PropertyBag } from '../../model/index.js';
import { type ExtractTable, extractListing, splitValues } from '../extract.js';

const NEEDED = ['schema', 'name', 'program', 'authority', 'report-date', 'start-date', 'end-date'] as const;
const OTHERS = ['aliases', 'topics', 'reason', 'country', 'notes', 'source_url'];
const SCHEMATA: ReadonlySet<string> = new Set([
  'Person',
  'Company',
  'Organization',
  'LegalEntity',
  'PublicBody',
]);

/** Every file of the extract. A row without a start begins with its report. */
export const SPECIAL_LEGISLATION: ExtractTable = {
  headings: { needed: NEEDED, known: [...NEEDED, ...OTHERS] },
  yearly: true,
  read: (row) => {
    const printed = row.cell('schema');
    const schema = SCHEMATA.has(printed) ? printed : 'LegalEntity';
    if (schema !== printed)
      row.report('unknown-schema', 'schema', 'not a kind of the extract (kept as LegalEntity)');
    const name = row.cell('name');
    const bag = new PropertyBag();
    bag.add('name', name);
    bag.add('alias', ...splitValues(row.cell('aliases')));
    row.addCountry(bag, 'country', 'country');
    bag.add('topics', ...splitValues(row.cell('topics')));
    bag.add('notes', row.cell('notes'));
    const reported = row.date('report-date');
    bag.add('notes', `reported by ${row.cell('authority')}: ${row.cell('report-date')}`);
    const start = row.date('start-date') ?? reported;
    const programme = row.cell('program') || null;
    const listing = extractListing([start, name].filter(Boolean).join(' '), {
      programme,
      start,
      end: row.date('end-date'),
      reason: row.cell('reason') || null,
      url: row.cell('source_url') || null,
    });
    return { key: name, schema, bag, listings: [listing], noticed: reported };
  },
};
