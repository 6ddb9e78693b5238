/**
 * Rows of the Consolidated Screening List as one entity: those of one number of OFAC's, or of one name on one of the
 * other lists. The list a row came from is the programme; OFAC's entries keep the id that OFAC's own lists give them.
 */
import { type IssueCode, isDay, issue, readDate } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListSink } from '../reader.js';
import type { RowGroup } from '../reading/row-groups.js';
import { readBracketedName } from '../wording/bracketed-names.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { otherSpellings } from '../wording/spelt-alike.js';
import { denialListings, noticeId, noticeKey } from '../wording/us-notice-ids.js';
import { readPersonName } from '../wording/us-person-name.js';
import type { RemarkRules } from '../wording/us-remarks.js';
import { addId, directiveIn } from './ids.js';
import type { CslRecord, TextField } from './record.js';

/** The source id of the list. */
export const US_CSL = 'us-csl';

/** What the mapping needs besides the rows. */
export type CslTables = {
  readonly countries: Countries;
  readonly organisation: OrganisationSchema;
  readonly remarks: RemarkRules;
};

/** What OFAC's rows call their party → schema. */
const SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    individual: 'Person',
    entity: 'Organization',
    vessel: 'Vessel',
    aircraft: 'Airplane',
  }),
);
/** Parties meant along with the one named, behind its name. */
const ALONG = /[;,]?\s+(?:and|or)\s+any\s+(?:successor|sub-?unit|subsidiar)[^;]*;?$/i;
const VESSEL_FIELDS: readonly (readonly [TextField, string])[] = [
  ['call_sign', 'callSign'],
  ['vessel_type', 'type'],
  ['gross_tonnage', 'tonnage'],
  ['gross_registered_tonnage', 'grossRegisteredTonnage'],
];

/** `Entity List (EL) - Bureau of Industry and Security` → `EL`; the whole text where it has no code. */
function codeOfSource(source: string): string {
  return /\(([^()]+)\)/.exec(source)?.[1]?.trim() ?? source;
}

/** The name by which a row without a number is known. */
function keyName(text: CslRecord['text']): string {
  return singleSpaced(text('name')).replace(ALONG, '');
}

/** What a row's party is known by. Rows of one key are one entity. @param text the row's fields of one value */
export function partyKey(text: CslRecord['text']): string {
  const number = text('entity_number');
  if (number !== '') return number;
  return noticeKey(codeOfSource(text('source')), keyName(text), text('federal_register_notice'));
}

/** Opens a mapping of one file's rows; issues go to `sink`. */
export function openCslMapping(
  file: string,
  tables: CslTables,
  sink: Pick<ListSink, 'issue'>,
): (rows: RowGroup<CslRecord>) => Entity {
  return (rows) => new Mapping(rows, file, tables, sink).entity();
}

class Mapping {
  readonly #bag = new PropertyBag();
  readonly #rows: RowGroup<CslRecord>;
  readonly #file: string;
  readonly #tables: CslTables;
  readonly #sink: Pick<ListSink, 'issue'>;
  readonly #kind: string;

  constructor(rows: RowGroup<CslRecord>, file: string, tables: CslTables, sink: Pick<ListSink, 'issue'>) {
    this.#rows = rows;
    this.#file = file;
    this.#tables = tables;
    this.#sink = sink;
    const types = rows.map((row) => row.text('type').toLowerCase()).filter((type) => type !== '');
    this.#kind = SCHEMAS.get(types[0] ?? '') ?? 'LegalEntity';
    if (types[0] !== undefined && !SCHEMAS.has(types[0]))
      this.#say(
        'bad-value',
        rows[0],
        'type',
        types[0],
        'a type that is not known; kept as a party of unknown kind',
      );
  }

  entity(): Entity {
    const listings = new Map<string, Listing>();
    this.#spellings();
    for (const row of this.#rows) {
      this.#names(row);
      this.#person(row);
      this.#vessel(row);
      for (const { text, country } of row.addresses) this.#address(text, country);
      for (const id of row.ids) this.#id(row, id);
      for (const remark of [row.text('remarks'), ...row.list('programs').map((tag) => `Programme: ${tag}`)])
        this.#bag.add('notes', remark);
      const several = this.#listings(row);
      // Only rows that come together can say the same twice.
      for (const one of several)
        listings.set(this.#rows.length === 1 ? `${listings.size}` : JSON.stringify(one), one);
    }
    this.#bag.add('topics', 'sanction');
    const [first] = this.#rows;
    if (!this.#bag.has('name')) this.#say('missing-name', first, 'name', '', 'a row without a name');
    const properties = this.#bag.freeze();
    const number = first.text('entity_number');
    const id = number === '' ? noticeId(partyKey(first.text)) : `ofac-${number}`;
    return {
      id,
      caption: properties.name?.[0] ?? id,
      schema: this.#schema(properties),
      properties,
      datasets: [US_CSL],
      listings: [...listings.values()],
    };
  }

  /** Rows without a number are one party by the letters and digits of their names. */
  #spellings(): void {
    const [first] = this.#rows;
    if (first.text('entity_number') !== '' || this.#rows.length === 1) return;
    for (const name of otherSpellings(this.#rows.map((row) => keyName(row.text))))
      this.#say(
        'duplicate-entry',
        first,
        'name',
        first.text('name'),
        `held for "${name}" too; kept as one party`,
      );
  }

  /** OFAC says what a party is; the other lists hold people and firms without a word, and a legal form tells. */
  #schema(properties: Entity['properties']): string {
    if (this.#kind === 'Organization') return this.#tables.organisation(properties);
    if (this.#kind !== 'LegalEntity') return this.#kind;
    return this.#tables.organisation(properties) === 'Company' ? 'Company' : 'LegalEntity';
  }

  #names(row: CslRecord): void {
    const text = singleSpaced(row.text('name'));
    const along = ALONG.exec(text);
    if (along !== null)
      this.#bag.add('notes', `Listed with it: ${along[0].replace(/^[;,\s]+|[;\s]+$/g, '')}`);
    const name = along === null ? text : text.slice(0, along.index);
    if (this.#kind === 'Person') {
      const { full, given, family, suffix } = readPersonName(name);
      this.#bag.add('name', full);
      this.#bag.add('firstName', given);
      this.#bag.add('lastName', family);
      this.#bag.add('nameSuffix', suffix);
      this.#bag.add('alias', ...row.list('alt_names').map((alias) => readPersonName(alias).full));
      return;
    }
    const read = readBracketedName(name);
    this.#bag.add('name', read.name);
    for (const alias of row.list('alt_names').map((one) => readBracketedName(one.replace(/\.$/, '')))) {
      this.#bag.add('alias', alias.name, ...alias.aliases);
      this.#bag.add('previousName', ...alias.former);
      this.#bag.add('weakAlias', ...alias.acronyms);
    }
    this.#bag.add('alias', ...read.aliases);
    this.#bag.add('previousName', ...read.former);
    this.#bag.add('weakAlias', ...read.acronyms);
  }

  #person(row: CslRecord): void {
    this.#bag.add(this.#kind === 'Person' ? 'position' : 'notes', row.text('title'));
    for (const text of row.list('dates_of_birth')) {
      const date = readDate(text);
      if (date !== null && this.#kind === 'Person') this.#bag.add('birthDate', date);
      else {
        this.#bag.add('notes', `Date of birth: ${text}`);
        this.#say(
          'bad-date',
          row,
          'dates_of_birth',
          text,
          'no date of a birth that can be read; kept in the notes',
        );
      }
    }
    const isPerson = this.#kind === 'Person';
    this.#bag.add(isPerson ? 'birthPlace' : 'notes', ...row.list('places_of_birth'));
    for (const field of ['nationalities', 'citizenships'] as const)
      for (const text of row.list(field))
        this.#country(
          isPerson ? (field === 'nationalities' ? 'nationality' : 'citizenship') : 'country',
          text,
          row,
          field,
        );
  }

  #vessel(row: CslRecord): void {
    const isVessel = this.#kind === 'Vessel';
    for (const [field, property] of VESSEL_FIELDS) {
      const text = row.text(field);
      if (text !== '')
        this.#bag.add(
          isVessel ? property : 'notes',
          isVessel ? text : `${field.replaceAll('_', ' ')}: ${text}`,
        );
    }
    const flag = row.text('vessel_flag');
    if (flag !== '') this.#country(isVessel ? 'flag' : 'country', flag, row, 'vessel_flag');
    const owner = row.text('vessel_owner');
    if (owner !== '') this.#bag.add('notes', `Vessel owner: ${owner}`);
  }

  #address(text: string, country: string): void {
    this.#bag.add('address', text);
    const code = country === '' ? this.#tables.countries.ofAddress(text) : country.toLowerCase();
    if (code !== null) this.#bag.add('country', code);
  }

  #id(row: CslRecord, parts: readonly string[]): void {
    const placed = addId(this.#bag, parts, this.#kind, this.#tables.remarks, this.#tables.countries);
    const text = parts.join(', ');
    if (placed === 'failed')
      this.#say('bad-checksum', row, 'ids', text, 'a number that fails its check digit (kept)');
    if (placed === 'unplaced')
      this.#say('unplaced-text', row, 'ids', text, 'no type of number that is known (kept as a note)');
  }

  #listings(row: CslRecord): readonly Listing[] {
    const code = codeOfSource(row.text('source'));
    const notice = row.text('federal_register_notice');
    const number = row.text('entity_number');
    const requirement = row.text('license_requirement');
    const policy = row.text('license_policy');
    const reasons = [
      row.list('programs').join(', '),
      requirement && `Licence requirement: ${requirement}`,
      policy && `Licence policy: ${policy}`,
    ];
    const base = {
      source: US_CSL,
      entry: number || notice || row.text('name'),
      programme: code || null,
      annex: null,
      act: notice || null,
      start: this.#day(row, 'start_date'),
      end: this.#day(row, 'end_date'),
      reason: reasons.filter(Boolean).join('; ') || null,
      url: row.text('source_information_url') || row.text('source_list_url') || null,
    };
    if (code === 'DPL') return denialListings(base);
    const directives = [
      ...new Set(row.ids.map(directiveIn).filter((directive) => directive !== null)),
    ].sort();
    if (directives.length === 0) return [{ ...base, measure: null }];
    return directives.map((annex) => ({ ...base, annex, measure: null }));
  }

  #day(row: CslRecord, field: 'start_date' | 'end_date'): string | null {
    const text = row.text(field);
    if (text === '') return null;
    const day = readDate(text, 'mdy');
    if (day !== null && isDay(day)) return day;
    this.#say('bad-date', row, field, text, 'a day was expected; kept in the notes');
    this.#bag.add('notes', `${field.replace('_', ' ')}: ${text}`);
    return null;
  }

  #country(property: string, text: string, row: CslRecord, field: string): void {
    const code = /^[A-Z]{2}$/.test(text) ? text.toLowerCase() : this.#tables.countries.codeOf(text);
    if (code) this.#bag.add(property, code);
    else this.#bag.add('notes', `${field}: ${text}`);
    if (code === null)
      this.#say('bad-value', row, field, text, 'no country that is known; kept in the notes');
  }

  #say(code: IssueCode, row: CslRecord, field: string, value: string, message: string): void {
    this.#sink.issue(issue(code, { file: this.#file, line: row.line, field, value }, message));
  }
}
