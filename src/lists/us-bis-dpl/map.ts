/**
 * Rows of the Denied Persons List as one entity: a name under one order, with all its addresses. The list has no ids; a
 * name and the oldest notice of its order stay when a prisoner is moved or an order is renewed.
 */
import { isDay, issue, readDate } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import type { RowGroup } from '../reading/row-groups.js';
import type { HeadedRow } from '../reading/rows.js';
import { readBracketedName } from '../wording/bracketed-names.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { otherSpellings } from '../wording/spelt-alike.js';
import { denialListings, noticeId, noticeKey } from '../wording/us-notice-ids.js';

/** The source id of the list. */
export const US_BIS_DPL = 'us-bis-dpl';

/** What a row's party is known by. Rows of one key are one entity. */
export function deniedKey(row: HeadedRow): string {
  return noticeKey('DPL', row.cell('Name'), row.cell('FR_Citation'));
}

/** Opens a mapping of one file's rows; issues go to `sink`. */
export function openDenialMapping(
  file: string,
  countries: Countries,
  organisation: OrganisationSchema,
  sink: Pick<ListSink, 'issue'>,
): (rows: RowGroup<HeadedRow>) => Entity {
  const say = (
    code: 'bad-date' | 'bad-value' | 'duplicate-entry' | 'missing-name',
    row: HeadedRow,
    field: string,
    message: string,
  ) => sink.issue(issue(code, { file, line: row.line, field, value: row.cell(field) }, message));
  const dayOf = (row: HeadedRow, field: string): string | null => {
    const text = row.cell(field);
    if (text === '') return null;
    const day = readDate(text, 'mdy');
    if (day !== null && isDay(day)) return day;
    say('bad-date', row, field, 'a day was expected; the order is kept without it');
    return null;
  };
  return (rows) => {
    const bag = new PropertyBag();
    const listings = new Map<string, Listing>();
    for (const name of otherSpellings(rows.map((row) => row.cell('Name'))))
      say('duplicate-entry', rows[0], 'Name', `held for "${name}" too; kept as one party`);
    for (const row of rows) {
      const { name, aliases, former, acronyms } = readBracketedName(row.cell('Name'));
      bag.add('name', name);
      bag.add('alias', ...aliases);
      bag.add('previousName', ...former);
      bag.add('weakAlias', ...acronyms);
      addAddress(bag, row, countries, say);
      bag.add('modifiedAt', row.cell('Last_Update'));
      bag.add('notes', row.cell('Action'));
      const notice = row.cell('FR_Citation').replace(/\s+/g, ' ');
      const start = dayOf(row, 'Effective_Date');
      const end = dayOf(row, 'Expiration_Date');
      const reason = row.cell('Standard_Order').toUpperCase() === 'Y' ? 'Standard order' : null;
      // One order's rows differ in their notices by what was added to one of them alone.
      listings.set(`${start} ${end}`, {
        source: US_BIS_DPL,
        entry: notice || row.cell('Name'),
        programme: 'DPL',
        annex: null,
        measure: null,
        act: notice || null,
        start,
        end,
        reason,
        url: null,
      });
    }
    const [first] = rows;
    if (!bag.has('name')) say('missing-name', first, 'Name', 'a row without a name');
    bag.add('topics', 'sanction');
    const properties = bag.freeze();
    const id = noticeId(deniedKey(first));
    return {
      id,
      caption: properties.name?.[0] ?? id,
      // People and firms stand side by side without a word; a legal form tells a firm.
      schema: organisation(properties) === 'Company' ? 'Company' : 'LegalEntity',
      properties,
      datasets: [US_BIS_DPL],
      listings: [...listings.values()].flatMap(denialListings),
    };
  };
}

function addAddress(
  bag: PropertyBag,
  row: HeadedRow,
  countries: Countries,
  say: (code: 'bad-value', row: HeadedRow, field: string, message: string) => void,
): void {
  const parts = ['Street_Address', 'City', 'State', 'Postal_Code', 'Country'].map((field) => row.cell(field));
  const country = row.cell('Country');
  bag.add('address', parts.filter(Boolean).join(', '));
  // US addresses often stand without a country, but never without a state.
  const stated = country === '' && /^[A-Z]{2}$/.test(row.cell('State')) ? 'US' : country;
  const code = /^[A-Z]{2}$/.test(stated) ? stated.toLowerCase() : countries.codeOf(stated);
  if (code) bag.add('country', code);
  else if (stated !== '') {
    bag.add('notes', `Country: ${country}`);
    if (code === null) say('bad-value', row, 'Country', 'no country that is known; kept in the notes');
  }
}
