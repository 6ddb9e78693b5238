/**
 * One entry of the UN list as an entity. Names are in reading order, not given and family; the reference number is the
 * only stable id (`DATAID` changes between files); what no property holds goes to the notes.
 */
import { dateSpan, type Issue, type IssueCode, issue, readDate, sha256 } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { XmlElement } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { namesInNote, splitNames } from '../wording/un-names.js';
import { imoNumberIn, readRemarks, reasonIn } from '../wording/un-remarks.js';
import { readDocument } from './documents.js';
import { bare, birthDateOf, day, fieldsOf, KNOWN, lettered, lineOf, textOf } from './fields.js';

/** The source id of the list. */
export const UN_SC = 'un-sc';

/** What the list calls an alias → the property it belongs to. */
const QUALITY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    good: 'alias',
    low: 'weakAlias',
    'a.k.a.': 'alias',
    'f.k.a.': 'previousName',
  }),
);
const NONE: readonly XmlElement[] = [];
const NAMES = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/** An entry's entity, and what could not be placed. */
export type MappedEntry = { readonly entity: Entity; readonly issues: readonly Issue[] };

/** Maps one entry. @param file for issues */
export function mapEntry(entry: XmlElement, file: string, countries: Countries): MappedEntry {
  const mapping = new Mapping(entry, file, countries);
  return { entity: mapping.entity(), issues: mapping.issues };
}

class Mapping {
  readonly issues: Issue[] = [];
  readonly #bag = new PropertyBag();
  /** Acronyms that stand behind a name in brackets. */
  readonly #acronyms: string[] = [];
  readonly #entry: XmlElement;
  /** The entry's elements by name, without `INDIVIDUAL_` and `ENTITY_`. */
  readonly #byName = new Map<string, XmlElement[]>();
  readonly #file: string;
  readonly #countries: Countries;
  readonly #isPerson: boolean;

  constructor(entry: XmlElement, file: string, countries: Countries) {
    this.#entry = entry;
    this.#file = file;
    this.#countries = countries;
    this.#isPerson = entry.name === 'INDIVIDUAL';
    for (const child of entry.children) {
      const name = bare(child.name);
      const held = this.#byName.get(name);
      if (held === undefined) this.#byName.set(name, [child]);
      else held.push(child);
    }
  }

  entity(): Entity {
    const whole = NAMES.map((name) => this.#text(name)).join(' ');
    const caption = singleSpaced(whole);
    const reference = this.#reference(caption);
    const comment = this.#text('COMMENTS1');
    const isShip = !this.#isPerson && isShipName(caption, comment);
    this.#names(caption);
    for (const element of this.#all('ALIAS')) this.#alias(element);
    for (const element of this.#all('DATE_OF_BIRTH')) this.#birthDate(element);
    for (const element of this.#all('PLACE_OF_BIRTH')) this.#birthPlace(element);
    for (const element of this.#all('DOCUMENT')) this.#document(element);
    for (const element of this.#all('ADDRESS')) this.#address(element);
    for (const [element, value] of this.#values('NATIONALITY'))
      if (!/^na$/i.test(value)) this.#country('nationality', value, element);
    for (const [, value] of this.#values('TITLE')) this.#bag.add('title', value);
    for (const [, value] of this.#values('DESIGNATION'))
      this.#bag.add(this.#isPerson ? 'position' : 'notes', ...lettered(value));
    for (const [, value] of this.#values('LAST_DAY_UPDATED')) this.#bag.add('modifiedAt', day(value));
    this.#bag.add('gender', this.#text('GENDER').toLowerCase());
    this.#remarks(comment);
    if (!this.#isPerson) this.#bag.add('imoNumber', imoNumberIn(`${caption} ${comment}`, isShip));
    this.#bag.add('notes', comment);
    this.#bag.add('topics', 'sanction');
    this.#addAcronyms();
    this.#unknown();
    const schema = this.#isPerson ? 'Person' : isShip ? 'Vessel' : 'Organization';
    const id = `${UN_SC}-${reference || sha256(`${schema} ${caption}`).slice(0, 12)}`;
    const listings = [this.#listing(reference || id, reasonIn(comment))];
    return {
      id,
      caption: caption || id,
      schema,
      properties: this.#bag.freeze(),
      datasets: [UN_SC],
      listings,
    };
  }

  #reference(caption: string): string {
    const reference = this.#text('REFERENCE_NUMBER');
    if (reference === '')
      this.#issue('missing-field', this.#entry, 'no reference number; the id is made of the name', caption);
    return reference;
  }

  #listing(entry: string, reason: string | null): Listing {
    const listed = this.#text('LISTED_ON');
    const start = day(listed);
    if (start === null)
      this.#issue('bad-date', this.#one('LISTED_ON') ?? this.#entry, 'a day was expected', listed);
    const programme = this.#text('UN_LIST_TYPE') || null;
    const end = day(this.#text('DELISTED_ON'));
    return {
      source: UN_SC,
      entry,
      programme,
      annex: null,
      measure: null,
      act: null,
      start,
      end,
      reason,
      url: null,
    };
  }

  #names(caption: string): void {
    const { names, acronyms, remarks } = splitNames(caption);
    if (names.length === 0) this.#issue('missing-name', this.#entry, 'an entry without a name', null);
    this.#bag.add('name', ...names);
    this.#acronyms.push(...acronyms);
    for (const script of this.#all('NAME_ORIGINAL_SCRIPT')) {
      const text = singleSpaced(script.text);
      this.#bag.add('name', ...splitNames(text).names);
    }
    this.#notes(remarks.map((remark) => `${caption}: ${remark}`));
  }

  /**
   * The list gives such an acronym no line of its own and no quality, and as a name it would meet every firm so called:
   * a weak alias, unless the list has it as an alias too.
   */
  #addAcronyms(): void {
    if (this.#acronyms.length === 0) return;
    const { name = [], alias = [], previousName = [] } = this.#bag.freeze();
    const held = new Set([...name, ...alias, ...previousName]);
    this.#bag.add('weakAlias', ...this.#acronyms.filter((acronym) => !held.has(acronym)));
  }

  #alias(element: XmlElement): void {
    const said = fieldsOf(element);
    const text = said('ALIAS_NAME');
    const quality = said('QUALITY');
    const property = QUALITY.get(quality.toLowerCase());
    if (property === undefined && (quality !== '' || text !== ''))
      this.#issue('bad-value', element, 'a quality that is not known; the alias was kept as one', quality);
    const { names, acronyms, remarks } = splitNames(text);
    this.#bag.add(property ?? 'alias', ...names, ...namesInNote(said('NOTE'), names[0] ?? ''));
    this.#acronyms.push(...acronyms);
    const place = [said('CITY_OF_BIRTH'), said('COUNTRY_OF_BIRTH')].filter(Boolean).join(', ');
    const born = said('DATE_OF_BIRTH');
    // A date that goes with an alias is one the person has used, so it must not speak against a match.
    if (born !== '') this.#date(readDate(born), element, born);
    if (said('CITY_OF_BIRTH') !== '') this.#bag.add('birthPlace', place);
    if (said('COUNTRY_OF_BIRTH') !== '') this.#country('birthCountry', said('COUNTRY_OF_BIRTH'), element);
    const facts = [born && `born ${born}`, place && `in ${place}`].filter(Boolean).join(' ');
    this.#notes(
      [...remarks, facts, said('NOTE')].filter(Boolean).map((note) => `${names[0] ?? text}: ${note}`),
    );
  }

  #birthDate(element: XmlElement): void {
    const { date, text, note } = birthDateOf(fieldsOf(element));
    if (text !== '') this.#date(date, element, text);
    else if (element.children.some(({ text: said }) => singleSpaced(said) !== ''))
      this.#issue('bad-date', element, 'a date of birth without a date', textOf(element));
    if (note !== '') this.#notes([`Date of birth: ${note}`]);
  }

  #date(date: string | null, element: XmlElement, text: string): void {
    if (date !== null && dateSpan(date) !== null) this.#bag.add('birthDate', date);
    else {
      this.#issue('bad-date', element, 'no date that can be read; kept in the notes', text);
      this.#notes([`Date of birth: ${text}`]);
    }
  }

  #birthPlace(element: XmlElement): void {
    const said = fieldsOf(element);
    const place = lineOf(said);
    if (place !== said('COUNTRY')) this.#bag.add('birthPlace', place);
    if (said('COUNTRY') !== '') this.#country('birthCountry', said('COUNTRY'), element);
    if (said('NOTE') !== '') this.#notes([`Place of birth${place && ` ${place}`}: ${said('NOTE')}`]);
  }

  #document(element: XmlElement): void {
    if (element.children.length === 0) return;
    const said = fieldsOf(element);
    const { property, number, note } = readDocument(
      {
        type: said('TYPE_OF_DOCUMENT'),
        type2: said('TYPE_OF_DOCUMENT2'),
        number: said('NUMBER'),
        country: said('ISSUING_COUNTRY'),
        countryOfIssue: said('COUNTRY_OF_ISSUE'),
        city: said('CITY_OF_ISSUE'),
        date: said('DATE_OF_ISSUE'),
        note: said('NOTE'),
      },
      this.#countries,
    );
    if (note === '') return;
    this.#bag.add(property, number);
    this.#notes([note]);
    if (number === null)
      this.#issue('unplaced-text', element, 'a document without a number; kept in the notes', note);
  }

  #address(element: XmlElement): void {
    const said = fieldsOf(element);
    const line = lineOf(said);
    const note = said('NOTE');
    const country = said('COUNTRY');
    if (country !== '') this.#country('country', country, element);
    if (line !== country) this.#bag.add('address', line);
    if (note === '') return;
    this.#remarks(note);
    this.#notes([`${line || 'Address'}: ${note}`]);
    if (line === '' || line === country) this.#addressesIn(note);
  }

  /** Branches stand in notes: `Branch Office 5: i) Larran Road …, Pakistan ii) Chaman Bazaar …, Pakistan`. */
  #addressesIn(note: string): void {
    const text = note.replace(/^Branch Office \d+: ?/, '');
    if (text === note && (note.match(/,/g) ?? []).length < 2) return;
    for (const part of text.split(/(?:^|\s)[ivx]+\) /)) {
      const address = part.replace(/\s*\(previous address\)/, '').replace(/[\s;]+$/, '');
      const code = this.#countries.ofAddress(address.replace(/, (?:Tele)?[Pp]hone.*$/, ''));
      if (address === '' || code === null) continue;
      this.#bag.add('address', address);
      this.#bag.add('country', code);
    }
  }

  #remarks(text: string): void {
    for (const [property, value] of readRemarks(text, this.#isPerson ? 'individual' : 'entity'))
      this.#bag.add(property, value);
  }

  #country(property: string, name: string, element: XmlElement): void {
    const code = this.#countries.codeOf(name);
    if (code) this.#bag.add(property, code);
    else this.#notes([`${property}: ${name}`]);
    if (code === null) this.#issue('bad-value', element, 'no country that is known; kept in the notes', name);
  }

  #unknown(): void {
    for (const element of this.#entry.children) {
      const name = bare(element.name);
      const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
      if (known === undefined) this.#tellUnknown(element);
      else for (const child of element.children) if (!known.includes(child.name)) this.#tellUnknown(child);
    }
  }

  #tellUnknown(unknown: XmlElement): void {
    const text = textOf(unknown);
    this.#issue('unknown-element', unknown, 'not known; its text was kept in the notes', text);
    if (text !== '') this.#notes([`${unknown.name}: ${text}`]);
  }

  #notes(notes: readonly string[]): void {
    this.#bag.add('notes', ...notes);
  }

  #issue(code: IssueCode, element: XmlElement, message: string, value: string | null): void {
    const at = { file: this.#file, line: element.line, field: element.name, value };
    this.issues.push(issue(code, at, message));
  }

  #all(name: string): readonly XmlElement[] {
    return this.#byName.get(name) ?? NONE;
  }

  #one(name: string): XmlElement | undefined {
    return this.#byName.get(name)?.[0];
  }

  #text(name: string): string {
    return singleSpaced(this.#one(name)?.text ?? '');
  }

  #values(name: string): [XmlElement, string][] {
    const values: [XmlElement, string][] = [];
    for (const element of this.#all(name))
      for (const child of element.children) {
        const value = child.name === 'VALUE' ? singleSpaced(child.text) : '';
        if (value !== '') values.push([child, value]);
      }
    return values;
  }
}

/** Ships are listed among the entities; `MT` may stand for a mountain, so it needs a ship's number beside it. */
function isShipName(name: string, comment: string): boolean {
  if (/^M\/[VT]\b|\bIMO\W{0,3}\d{7}\b/i.test(name)) return true;
  return /^M[VT]\b/.test(name) && imoNumberIn(comment, true) !== null;
}
