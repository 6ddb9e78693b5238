/**
 * An entry of the Australian list as an entity: its row of the primary name and those of its aliases, which repeat most
 * cells. Names are in reading order and may hold a remark in brackets, as on the UN list, from which many are taken.
 */
import { type IssueCode, isDay, issue, readDate } from '../../base/index.js';
import {
  type Entity,
  isImo,
  isImoCompany,
  type Listing,
  type NameProperty,
  PropertyBag,
} from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListSink } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { splitNames } from '../wording/un-names.js';
import { readBirthDates } from './dates.js';
import { instrumentOf, listedOn, programmesOf } from './listings.js';
import type { AuField, AuRow } from './read.js';
import { numbersIn } from './remarks.js';

/** The source id of the list. */
export const AU_DFAT = 'au-dfat';

/** What the mapping needs besides the rows. */
export type AuTables = { readonly countries: Countries; readonly organisation: OrganisationSchema };

const TYPES: ReadonlyMap<string, NameProperty> = new Map(
  Object.entries<NameProperty>({
    'primary name': 'name',
    // Several entries may bear one name in another script: it is no name of their own.
    'original script': 'alias',
    aka: 'alias',
    'a.k.a.': 'alias',
    alias: 'alias',
    'formerly known as': 'previousName',
    fka: 'previousName',
    'previously listed as': 'previousName',
  }),
);
const SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    individual: 'Person',
    entity: 'Organization',
    vessel: 'Vessel',
    ship: 'Vessel',
  }),
);

/** Characters of the longest cell of places that is taken apart: a hundred addresses fit. */
const LONGEST_CELL = 8_000;

/** Maps the rows of one entry. @param id the entry's number, or what stands for it */
export function mapEntry(
  id: string,
  rows: readonly AuRow[],
  file: string,
  tables: AuTables,
  sink: Pick<ListSink, 'issue'>,
): Entity {
  return new Mapping(id, rows, file, tables, sink).entity();
}

class Mapping {
  readonly #bag = new PropertyBag();
  readonly #id: string;
  readonly #rows: readonly AuRow[];
  readonly #file: string;
  readonly #tables: AuTables;
  readonly #sink: Pick<ListSink, 'issue'>;
  readonly #schema: string;

  constructor(
    id: string,
    rows: readonly AuRow[],
    file: string,
    tables: AuTables,
    sink: Pick<ListSink, 'issue'>,
  ) {
    this.#id = id;
    this.#rows = rows;
    this.#file = file;
    this.#tables = tables;
    this.#sink = sink;
    const kind = rows.find((row) => row.get('kind') !== '')?.get('kind') ?? '';
    this.#schema = SCHEMAS.get(kind.toLowerCase()) ?? 'LegalEntity';
    if (this.#schema === 'LegalEntity')
      this.#report(rows[0]!, 'bad-value', 'kind', kind, 'neither individual, entity nor vessel');
  }

  entity(): Entity {
    const bag = this.#bag;
    const caption = this.#names();
    this.#each('citizenship', (text, row) => this.#countriesIn('nationality', text, row));
    this.#each('birthPlace', (text, row) => this.#places('birthPlace', 'birthCountry', text, row));
    this.#each('address', (text, row) => this.#places('address', 'country', text, row));
    this.#each('birthDate', (text, row) => this.#birthDates(text, row));
    this.#each('imo', (text, row) => this.#imo(text, row));
    this.#each('changed', (text, row) => this.#changed(text, row));
    this.#each('remarks', (text) => this.#remarks(text));
    this.#each('listing', (text) => bag.add('notes', `Listing: ${singleSpaced(text)}`));
    bag.add('topics', 'sanction');
    const properties = bag.freeze();
    return {
      id: `au-${this.#id}`,
      caption: caption || this.#id,
      schema: this.#schema === 'Organization' ? this.#tables.organisation(properties) : this.#schema,
      properties,
      datasets: [AU_DFAT],
      listings: this.#listings(),
    };
  }

  /** @returns the primary name, else the first there is */
  #names(): string {
    const acronyms: string[] = [];
    let caption = '';
    for (const row of this.#rows) {
      const { names, acronyms: short, remarks } = splitNames(row.get('name'));
      const type = row.get('nameType').toLowerCase();
      let property = TYPES.get(type);
      if (property === undefined) {
        this.#report(
          row,
          'bad-value',
          'nameType',
          type,
          'a kind of name that is not known; kept as an alias',
        );
        property = 'alias';
      }
      if (property === 'alias' && /^weak\b|^low\b/i.test(row.get('strength'))) property = 'weakAlias';
      this.#bag.add(property, ...names);
      acronyms.push(...short);
      if (type === 'primary name' && caption === '') caption = names[0] ?? '';
      this.#bag.add('notes', ...remarks.map((remark) => `${names[0] ?? row.get('name')}: ${remark}`));
    }
    const { name = [], alias = [], previousName = [], weakAlias = [] } = this.#bag.freeze();
    const held = new Set([...name, ...alias, ...previousName]);
    // The list gives such an acronym no row: as a name it would meet every firm so called.
    this.#bag.add('weakAlias', ...acronyms.filter((acronym) => !held.has(acronym)));
    const first = [...name, ...alias, ...previousName, ...weakAlias][0] ?? '';
    if (first === '') this.#report(this.#rows[0]!, 'missing-name', 'name', null, 'an entry without a name');
    else if (caption === '')
      this.#report(this.#rows[0]!, 'missing-field', 'nameType', null, 'no primary name; called by its first');
    return caption || first;
  }

  #listings(): Listing[] {
    const listings = new Map<string, Listing>();
    for (const row of this.#rows) {
      const programmes = programmesOf(row.get('committees'));
      const information = row.get('listing');
      for (const programme of programmes.length === 0 ? [null] : programmes) {
        for (const measure of row.measures?.length ? row.measures : [null]) {
          const key = `${programme}\u0000${measure}`;
          if (listings.has(key)) continue;
          listings.set(key, {
            source: AU_DFAT,
            entry: this.#id,
            programme,
            annex: null,
            measure,
            act: row.get('instrument') || instrumentOf(information),
            start: listedOn(information),
            end: null,
            reason: null,
            url: null,
          });
        }
      }
    }
    if (listings.has('null\u0000null') && listings.size === 1)
      this.#report(this.#rows[0]!, 'missing-field', 'committees', null, 'an entry without a committee');
    return [...listings.values()];
  }

  #birthDates(text: string, row: AuRow): void {
    for (const { date, text: said } of readBirthDates(text)) {
      if (date !== null) this.#bag.add(this.#schema === 'Person' ? 'birthDate' : 'incorporationDate', date);
      else {
        this.#bag.add('notes', `Date of birth: ${said}`);
        if (!/hijri/i.test(said))
          this.#report(row, 'bad-date', 'birthDate', said, 'no date that can be read; kept in the notes');
      }
    }
  }

  #changed(text: string, row: AuRow): void {
    const date = readDate(text);
    if (date !== null && isDay(date)) this.#bag.add('modifiedAt', date);
    else this.#report(row, 'bad-date', 'changed', text, 'no day that can be read');
  }

  #countriesIn(property: string, text: string, row: AuRow): void {
    const { codes, rest } = this.#tables.countries.readAll(text);
    this.#bag.add(property, ...codes);
    if (rest !== '' || codes.length === 0) this.#bag.add('notes', `${property}: ${singleSpaced(text)}`);
    if (codes.length === 0)
      this.#report(row, 'bad-value', 'citizenship', text, 'no country that is known; kept in the notes');
  }

  #places(property: 'birthPlace' | 'address', countryProperty: string, text: string, row: AuRow): void {
    if (text.length > LONGEST_CELL) {
      this.#bag.add('notes', `${property}: ${singleSpaced(text)}`);
      this.#report(row, 'unplaced-text', property, text, 'longer than any such cell; kept in the notes');
      return;
    }
    for (const place of lettered(text)) {
      const bare = this.#tables.countries.codeOf(place);
      const code = bare ?? this.#countryAtEnd(place.replace(/\s*\(.*?\)/g, ''));
      if (code) this.#bag.add(countryProperty, code);
      // A country alone is no address: the country property says it.
      if (bare === null || bare === '') this.#bag.add(property, place);
    }
  }

  /** `…, London WC2A 1QU United Kingdom`: a country need not stand behind a comma. */
  #countryAtEnd(place: string): string | null {
    const { countries } = this.#tables;
    const words = place.replace(/[.\s]+$/, '').split(' ');
    const tails = [4, 3, 2, 1]
      .filter((count) => count < words.length)
      .map((count) => words.slice(-count).join(' '));
    return countries.ofAddress(place) ?? tails.map(countries.codeOf).find((code) => code) ?? null;
  }

  #imo(text: string, row: AuRow): void {
    const [digits] = /\b\d{7}\b/.exec(text) ?? [];
    if (digits === undefined || this.#schema === 'Person') {
      this.#bag.add('notes', `IMO number: ${text}`);
      this.#report(row, 'bad-value', 'imo', text, 'no IMO number of seven digits; kept in the notes');
      return;
    }
    this.#bag.add('imoNumber', digits);
    if (!(this.#schema === 'Vessel' ? isImo(digits) : isImoCompany(digits)))
      this.#report(row, 'bad-checksum', 'imo', text, 'an IMO number that fails its check digit (kept)');
  }

  #remarks(text: string): void {
    const held = this.#bag.freeze();
    const codes = [...(held.nationality ?? []), ...(held.country ?? [])];
    for (const [property, value] of numbersIn(singleSpaced(text), this.#schema, codes))
      this.#bag.add(property, value);
    this.#bag.add('notes', singleSpaced(text));
  }

  /** What the rows say in a column, each text once; the list writes `na` for nothing. */
  #each(field: AuField, read: (text: string, row: AuRow) => void): void {
    const seen = new Set<string>();
    for (const row of this.#rows) {
      const text = row.get(field);
      if (text === '' || /^n\/?a\.?$/i.test(text) || seen.has(text)) continue;
      seen.add(text);
      read(text, row);
    }
  }

  #report(row: AuRow, code: IssueCode, field: AuField, value: string | null, message: string): void {
    this.#sink.issue(issue(code, { file: this.#file, line: row.line, field, value }, message));
  }
}

/** `a) Dammam, Saudi Arabia b) Khartoum, Sudan`, or places joined by `;`. */
function lettered(text: string): string[] {
  return singleSpaced(text)
    .split(/(?:^|(?<![\s;,])[\s;,]+)\(?[a-z]\)\s*|;/)
    .map((part) => part.replace(/(?<![\s,;])[\s,;]+$/, '').trim())
    .filter((part) => part !== '' && !/^n\/?a\.?$/i.test(part));
}
