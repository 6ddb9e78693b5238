/** An identity of a target: its names, days of birth, places, nationalities and documents, into properties. */
import { dateSpan, type IssueCode } from '../../base/index.js';
import type { PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import { childOf, childrenOf, childText, type XmlElement } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { addParts, readName } from './names.js';
import type { Place } from './read.js';

type Say = (code: IssueCode, element: XmlElement, value: string, message: string) => void;
type Unknown = (parent: XmlElement, known: readonly string[]) => XmlElement[];

/** What the list calls a name → the property it belongs to. */
const NAME_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'primary-name': 'name',
    alias: 'alias',
    'formerly-known-as': 'previousName',
  }),
);
const KNOWN: readonly string[] = [
  'name',
  'day-month-year',
  'place-of-birth',
  'nationality',
  'address',
  'identification-document',
];
/** Schema → what a day of an identity is. */
const DAYS: Readonly<Record<string, string>> = {
  Person: 'birthDate',
  Vessel: 'buildDate',
  Airplane: 'buildDate',
  Organization: 'incorporationDate',
};

/** Reads identities of one file. */
export class Identities {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #countries: Countries;
  readonly #say: Say;
  readonly #unknown: Unknown;

  constructor(places: ReadonlyMap<string, Place>, countries: Countries, say: Say, unknown: Unknown) {
    this.#places = places;
    this.#countries = countries;
    this.#say = say;
    this.#unknown = unknown;
  }

  /** Adds an identity; the names of one that is not the main one are aliases. */
  add(bag: PropertyBag, identity: XmlElement, schema: string): void {
    const main = identity.attributes.main !== 'false';
    for (const name of childrenOf(identity, 'name')) this.#name(bag, name, main, schema);
    for (const day of childrenOf(identity, 'day-month-year')) this.#day(bag, day, schema);
    for (const birth of childrenOf(identity, 'place-of-birth')) this.#birthPlace(bag, birth, schema);
    for (const nationality of childrenOf(identity, 'nationality'))
      for (const country of childrenOf(nationality, 'country'))
        this.#country(
          bag,
          schema === 'Person' ? 'nationality' : 'country',
          country,
          country.attributes['iso-code'] ?? '',
          singleSpaced(country.text),
        );
    for (const address of childrenOf(identity, 'address')) this.#address(bag, address);
    for (const document of childrenOf(identity, 'identification-document'))
      this.#document(bag, document, schema);
    for (const odd of this.#unknown(identity, KNOWN))
      bag.add('notes', `${odd.name}: ${singleSpaced(odd.text)}`);
  }

  #name(bag: PropertyBag, element: XmlElement, main: boolean, schema: string): void {
    const { 'name-type': type = '', quality = '' } = element.attributes;
    const named = NAME_TYPES.get(type);
    if (named === undefined)
      this.#say(
        'bad-value',
        element,
        type,
        'a type of name that is not known; the name was kept as an alias',
      );
    if (quality !== 'low' && quality !== 'good' && quality !== '')
      this.#say('bad-value', element, quality, 'a quality of name that is not known; taken for a good one');
    const name = readName(element);
    for (const part of name.unknown)
      this.#say('bad-value', element, part, 'a part of a name of a type that is not known; kept at its end');
    const primary = named === 'name' && main;
    // A target must have a name to be found by, whatever the list thinks of it.
    const property = primary
      ? 'name'
      : quality === 'low'
        ? 'weakAlias'
        : named === 'name'
          ? 'alias'
          : (named ?? 'alias');
    for (const { text, script } of name.spellings) {
      const latin = script === 'LATN';
      bag.add(primary && latin ? (quality === 'low' ? 'weakAlias' : 'alias') : property, text);
    }
    if (primary && schema === 'Person') addParts(bag, name);
  }

  #day(bag: PropertyBag, element: XmlElement, schema: string): void {
    const { day, month, year, quality, calendar = 'Gregorian' } = element.attributes;
    const text = [year, month?.padStart(2, '0'), month === undefined ? undefined : day?.padStart(2, '0')]
      .filter(Boolean)
      .join('-');
    const property = DAYS[schema];
    const date = `${text}${quality === 'low' ? '~' : ''}`;
    if (calendar.toLowerCase() === 'gregorian' && property !== undefined && dateSpan(date) !== null)
      bag.add(property, date);
    else {
      bag.add('notes', `Date: ${text} (${calendar} calendar)`);
      this.#say('bad-date', element, `${text} ${calendar}`, 'no date that can be read; kept in the notes');
    }
  }

  #birthPlace(bag: PropertyBag, element: XmlElement, schema: string): void {
    const place = this.#place(element);
    if (place === null) return;
    const line = [place.location, place.area, place.countryName].filter(Boolean).join(', ');
    if (schema !== 'Person') {
      bag.add('notes', `Place: ${line}`);
      return;
    }
    bag.add('birthPlace', line);
    this.#country(bag, 'birthCountry', element, place.country, place.countryName);
  }

  #address(bag: PropertyBag, element: XmlElement): void {
    const place = element.attributes['place-id'] === undefined ? null : this.#place(element);
    const said = (name: string) => childText(element, name);
    const city = [said('zip-code'), place?.location ?? ''].filter(Boolean).join(' ');
    const street = [said('c-o'), said('address-details'), said('p-o-box')].filter(Boolean);
    const line = [...street, city, place?.area ?? ''].filter(Boolean);
    if (line.length > 0) bag.add('address', [...line, place?.countryName ?? ''].filter(Boolean).join(', '));
    if (place !== null) this.#country(bag, 'country', element, place.country, place.countryName);
    const remarks = said('remarks');
    if (remarks !== '') bag.add('notes', `${line.join(', ') || 'Address'}: ${remarks}`);
    const known = ['c-o', 'address-details', 'p-o-box', 'zip-code', 'remarks'];
    for (const odd of this.#unknown(element, known))
      bag.add('notes', `${odd.name}: ${singleSpaced(odd.text)}`);
  }

  #document(bag: PropertyBag, element: XmlElement, schema: string): void {
    const type = element.attributes['document-type'] ?? '';
    const number = childText(element, 'number');
    const issuer = childOf(element, 'issuer');
    const issuerName = singleSpaced(issuer?.text ?? '');
    const passport = /passport|laissez/i.test(type) && schema === 'Person';
    if (schema === 'Vessel' || schema === 'Airplane' || schema === 'Asset')
      bag.add(schema === 'Asset' ? 'notes' : 'registrationNumber', number);
    else
      bag.add(passport ? 'passportNumber' : schema === 'Person' ? 'idNumber' : 'registrationNumber', number);
    const said = ['date-of-issue', 'expiry-date', 'remark', 'remarks'].map((name) => {
      const text = childText(element, name);
      return text === '' ? '' : `${name.replaceAll('-', ' ')} ${text}`;
    });
    bag.add(
      'notes',
      [[type, number].filter(Boolean).join(' '), issuerName, ...said].filter(Boolean).join(', '),
    );
    if (number === '')
      this.#say('unplaced-text', element, type, 'a document without a number; kept in the notes');
    const known = ['number', 'issuer', 'date-of-issue', 'expiry-date', 'remark', 'remarks'];
    for (const odd of this.#unknown(element, known))
      bag.add('notes', `${odd.name}: ${singleSpaced(odd.text)}`);
  }

  #place(element: XmlElement): Place | null {
    const id = element.attributes['place-id'] ?? '';
    const place = this.#places.get(id);
    if (place !== undefined) return place;
    this.#say('bad-value', element, id, 'a place that the file does not hold');
    return null;
  }

  /** ISO codes are FollowTheMoney's in capitals; what is none is looked up by its name. */
  #country(bag: PropertyBag, property: string, element: XmlElement, iso: string, name: string): void {
    if (iso === '' && name === '') return;
    const code = /^[A-Z]{2}$/.test(iso) ? iso.toLowerCase() : this.#countries.codeOf(name);
    if (code) bag.add(property, code);
    else bag.add('notes', `${property}: ${name || iso}`);
    if (code === null)
      this.#say('bad-value', element, name || iso, 'no country that is known; kept in the notes');
  }
}
