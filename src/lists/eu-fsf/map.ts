/**
 * One entry of the EU list as an entity. The first name that is not weak is the name; what no property holds goes to the
 * notes. The languages of names and of acts, and the ids of single facts, say nothing of the party and are not kept.
 */
import { type Issue, type IssueCode, issue } from '../../base/index.js';
import { type Entity, ftmModel, isImo, isImoCompany, PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { Countries } from '../wording/countries.js';
import type { CountryCodes } from '../wording/country-codes.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { readPrintedName } from '../wording/printed-names.js';
import { readBirthDate } from './births.js';
import { type DocumentKinds, numbersInRemark, readDocument } from './documents.js';
import { clean, placeOf, saysAnything, wholeName } from './fields.js';
import { listingsOf, type Report } from './listings.js';
import type { Fields, FsfBlock, FsfRecord } from './record.js';

/** The source id of the list. */
export const EU_FSF = 'eu-fsf';

/** What the mapping needs besides the entry. */
export type FsfTables = {
  readonly countries: Countries;
  readonly codes: CountryCodes;
  readonly documents: DocumentKinds;
  readonly organisation: OrganisationSchema;
};

/** What the list calls a way to reach a party → the property. */
const CONTACTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PHONE: 'phone',
    MOBILE: 'phone',
    EMAIL: 'email',
    WEB: 'website',
    WEBSITE: 'website',
  }),
);
const GENDERS: ReadonlyMap<string, string> = new Map(Object.entries({ M: 'male', F: 'female' }));
/** Longer names are not taken apart. */
const LONGEST_NAME = 300;
/** An acronym in brackets behind a name: the list gives it no quality, and as a name it would meet every firm so called. */
const ACRONYM = /^[\p{Lu}\d.&-]{2,6}$/u;

/** Maps an entry. @param file for issues */
export function mapRecord(
  record: FsfRecord,
  file: string,
  tables: FsfTables,
): { readonly entity: Entity; readonly issues: readonly Issue[] } {
  const mapping = new Mapping(record, file, tables);
  return { entity: mapping.entity(), issues: mapping.issues };
}

class Mapping {
  readonly issues: Issue[] = [];
  readonly #bag = new PropertyBag();
  readonly #record: FsfRecord;
  readonly #file: string;
  readonly #tables: FsfTables;
  readonly #isPerson: boolean;
  readonly #held = new Set<string>();

  constructor(record: FsfRecord, file: string, tables: FsfTables) {
    this.#record = record;
    this.#file = file;
    this.#tables = tables;
    this.#isPerson = /^p/i.test(record.subject);
  }

  entity(): Entity {
    const { blocks, fields, logicalId, remarks, unknown } = this.#record;
    this.#names(blocks.nameAlias);
    for (const block of blocks.birthdate) this.#birth(block);
    for (const block of blocks.citizenship) this.#citizenship(block);
    for (const block of blocks.identification) this.#document(block);
    for (const block of blocks.address) this.#address(block);
    // The reference by which the Security Council's list names the same party.
    this.#bag.add('unscId', singleSpaced(fields.unitedNationId ?? ''));
    this.#remarks(remarks);
    this.#note(singleSpaced(fields.designationDetails ?? ''), ...unknown);
    this.#bag.add('topics', 'sanction');
    const reference = singleSpaced(fields.euReferenceNumber ?? '');
    const id = `${EU_FSF}-${logicalId || reference || 'none'}`;
    if (logicalId === '')
      this.#issue('missing-field', this.#record.line, 'logicalId', id, 'an entry without a number');
    const schema = this.#schema();
    if (schema === 'Vessel') this.#keepToModel(schema);
    const properties = this.#bag.freeze();
    const caption = properties.name?.[0] ?? id;
    const report: Report = (...given) => this.#issue(...given);
    const listings = listingsOf(this.#record, EU_FSF, reference || logicalId || id, report);
    return { id, caption, schema, properties, datasets: [EU_FSF], listings };
  }

  #schema(): string {
    if (this.#isPerson) return 'Person';
    if (!/^e/i.test(this.#record.subject)) {
      this.#issue(
        'unknown-schema',
        this.#record.line,
        'subjectType',
        this.#record.subject,
        'kept as LegalEntity',
      );
      return 'LegalEntity';
    }
    const properties = this.#bag.freeze();
    const schema = this.#tables.organisation(properties);
    const numbers = properties.imoNumber ?? [];
    // Ships stand among the enterprises; a firm's number carries another check digit, and a firm has a legal form.
    const isShip = numbers.some((number) => isImo(number) && !isImoCompany(number));
    return isShip && schema === 'Organization' ? 'Vessel' : schema;
  }

  /** A ship has no phone and no tax number in the model: they become notes. */
  #keepToModel(schema: string): void {
    for (const [property, values] of Object.entries(this.#bag.freeze())) {
      if (ftmModel().propertyType(schema, property) !== null) continue;
      this.#bag.remove(property);
      this.#note(...values.map((value) => `${property}: ${value}`));
    }
  }

  #names(blocks: readonly FsfBlock[]): void {
    const isWeak = ({ fields }: FsfBlock) => fields.strong === 'false';
    const main = blocks.find((block) => !isWeak(block) && wholeName(block.fields) !== '') ?? blocks[0];
    // Weak ones last, so that a weak copy never hides a strong name.
    const strong = blocks.filter((block) => block !== main && !isWeak(block));
    const weak = blocks.filter((block) => block !== main && isWeak(block));
    for (const block of [...(main === undefined ? [] : [main]), ...strong, ...weak]) {
      const property = block === main ? 'name' : isWeak(block) ? 'weakAlias' : 'alias';
      const whole = wholeName(block.fields);
      if (whole !== '') this.#name(whole, property, block.fields);
      else if (saysAnything(block))
        this.#issue('missing-name', block.line, 'nameAlias', null, 'a name without a name');
      this.#person(block.fields, block === main);
      this.#remarks(block.remarks);
    }
    if (!this.#bag.has('name'))
      this.#issue('missing-name', this.#record.line, 'nameAlias', null, 'an entry without a name');
  }

  #name(whole: string, property: string, fields: Fields): void {
    const parted = this.#isPerson && Boolean(fields.lastName) && !/[()/]/.test(whole);
    if (parted || whole.length > LONGEST_NAME) {
      this.#addName(property, whole);
      return;
    }
    const isPlace = (text: string) => Boolean(this.#tables.countries.codeOf(text));
    const read = readPrintedName(whole, this.#isPerson ? 'person' : 'organisation', isPlace);
    const [first = whole, ...others] = read.names;
    this.#addName(property, first);
    const other = property === 'name' ? 'alias' : property;
    for (const name of others) this.#addName(ACRONYM.test(name) ? 'weakAlias' : other, name);
    for (const name of read.former) this.#addName('previousName', name);
    this.#note(...read.notes.filter((note) => note !== first));
  }

  /** The same name comes once per language: it is kept where it stood first. */
  #addName(property: string, name: string): void {
    if (this.#held.has(name)) return;
    this.#held.add(name);
    this.#bag.add(property, name);
  }

  #person(fields: Fields, isMain: boolean): void {
    const text = (field: string) => singleSpaced(fields[field] ?? '');
    if (!this.#isPerson) {
      this.#note(...['title', 'function'].map((field) => text(field) && `${field}: ${text(field)}`));
      return;
    }
    this.#bag.add('title', text('title'));
    this.#bag.add('position', text('function'));
    const gender = text('gender');
    if (gender !== '' && GENDERS.get(gender) === undefined) this.#note(`gender: ${gender}`);
    this.#bag.add('gender', GENDERS.get(gender));
    if (isMain) for (const part of ['firstName', 'middleName', 'lastName']) this.#bag.add(part, text(part));
  }

  #birth({ fields, line, remarks }: FsfBlock): void {
    const { date, said: text } = readBirthDate(fields);
    const place = placeOf(fields, ['city', 'zipCode', 'place', 'region']);
    const country = this.#country(fields, line);
    if (this.#isPerson) {
      this.#bag.add('birthDate', date);
      this.#bag.add('birthPlace', place);
      this.#bag.add('birthCountry', country);
    } else this.#note(['founded', date, place].filter(Boolean).join(' '));
    if (date === null && text !== '') {
      this.#issue('bad-date', line, 'birthdate', text, 'no date that can be read; kept in the notes');
      this.#note(`Date of birth: ${text}`);
    }
    this.#note(...remarks.map((remark) => `Birth: ${singleSpaced(remark)}`));
  }

  #citizenship({ fields, line, remarks }: FsfBlock): void {
    this.#bag.add(this.#isPerson ? 'citizenship' : 'country', this.#country(fields, line));
    const region = clean(fields.region);
    if (region !== '') this.#note(`Citizenship: ${region}`);
    this.#note(...remarks.map((remark) => `Citizenship: ${singleSpaced(remark)}`));
  }

  #document(block: FsfBlock): void {
    const country = this.#country(block.fields, block.line);
    const { property, numbers, note, trouble } = readDocument(
      block,
      this.#isPerson,
      country,
      this.#tables.documents,
    );
    this.#note(note);
    if (property !== null) {
      this.#bag.add(property, ...numbers);
      if (!this.#isPerson) this.#bag.add('country', country);
    }
    if (trouble !== null)
      this.#issue(trouble.code, block.line, 'identification', trouble.value, trouble.message);
  }

  #address({ fields, line, remarks, contacts }: FsfBlock): void {
    const country = this.#country(fields, line);
    const box = clean(fields.poBox);
    const parts = [clean(fields.street), box && `P.O. Box ${box}`];
    const town = placeOf(fields, ['place', 'zipCode', 'city', 'region']);
    const address = [...parts, town].filter((part) => part !== '').join(', ');
    const land = country === '' ? '' : clean(fields.countryDescription);
    this.#bag.add('country', country);
    // A country alone is no address.
    if (address !== '') this.#bag.add('address', land === '' ? address : `${address}, ${land}`);
    if (fields.asAtListingTime === 'true') this.#note(`Address when listed: ${address || land}`);
    for (const [key, value] of contacts) {
      const property = CONTACTS.get(key.toUpperCase());
      if (property === undefined) this.#note(`${key}: ${singleSpaced(value)}`);
      else this.#bag.add(property, singleSpaced(value));
    }
    this.#remarks(remarks);
  }

  /** Remarks stay as they are; numbers that they name are found by their own properties too. */
  #remarks(remarks: readonly string[]): void {
    for (const remark of remarks) {
      this.#note(singleSpaced(remark));
      for (const [property, number] of numbersInRemark(remark, this.#isPerson, this.#tables.documents))
        this.#bag.add(property, number);
    }
  }

  /** Code of the country of a block, '' where it has none or says that it is not known. */
  #country(fields: Fields, line: number): string {
    const code = clean(fields.countryIso2Code) || clean(fields.countryIso3Code);
    const name = clean(fields.countryDescription);
    const found = code === '' ? null : this.#tables.codes(code);
    if (found) return found;
    const named = name === '' ? null : this.#tables.countries.codeOf(name);
    if (named) return named;
    if ((code === '' || found === '') && (name === '' || name === 'UNKNOWN' || named === '')) return '';
    const text = [code, name].filter((part) => part !== '').join(' ');
    this.#issue('bad-value', line, 'country', text, 'no country that is known; kept in the notes');
    this.#note(`Country: ${text}`);
    return '';
  }

  #note(...notes: readonly string[]): void {
    this.#bag.add('notes', ...notes);
  }

  #issue(code: IssueCode, line: number, field: string, value: string | null, message: string): void {
    const { logicalId } = this.#record;
    this.issues.push(issue(code, { file: this.#file, line, field, value }, `entry ${logicalId}: ${message}`));
  }
}
