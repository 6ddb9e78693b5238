/**
 * A party made ready to be compared: its names parsed, its facts in the form in which they are compared. Done once per
 * party; comparing reads only.
 */
import { type DateSpan, dateSpan } from '../base/index.js';
import {
  type Identifier,
  identifiersOf,
  NAME_PROPERTIES,
  type NameProperty,
  type Party,
  type Properties,
} from '../model/index.js';
import { type NameKind, type Names, nameKindOf, type ParsedName } from '../names/index.js';
import { normalise } from '../text/index.js';
import type { Address, AddressReader } from './address.js';
import { countryCodes, type FormerStates, type Places, placesOf } from './places.js';
import { type GenderEnding, toldGender } from './told-gender.js';

/** A name of a party. `weak` marks what the list itself calls low quality. */
export type PartyName = {
  readonly parsed: ParsedName;
  readonly property: NameProperty;
  readonly weak: boolean;
};

/** A birth date as given, and what it covers. */
export type BirthDate = { readonly text: string; readonly span: DateSpan };

/**
 * A party ready to be compared. `countries` ISO 3166-1 alpha-2 in small letters, sorted, those of birth left out;
 * `places` the same by what they are; `toldGender` what the name tells where no gender is given; `cities` as comparable
 * words; `built` years. Empty arrays where nothing is known.
 */
export type PreparedParty = {
  readonly kind: NameKind;
  readonly names: readonly PartyName[];
  readonly births: readonly BirthDate[];
  readonly countries: readonly string[];
  readonly places: Places;
  readonly genders: readonly string[];
  readonly toldGender: string | null;
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly Address[];
  readonly cities: readonly string[];
  readonly flags: readonly string[];
  readonly vesselTypes: readonly string[];
  readonly built: readonly number[];
};

const COUNTRY_PROPERTIES = ['nationality', 'citizenship', 'jurisdiction', 'country', 'mainCountry'] as const;
const NAME_PIECES = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'] as const;

/** What facts are read with. */
export type FactReaders = {
  readonly addresses: AddressReader;
  readonly states: FormerStates;
  readonly endings: readonly GenderEnding[];
};

/**
 * Makes a party ready. Countries are taken as codes (`ru`, `ua-cri` counts as `ua`); anything else is passed over, since
 * a word that is no code agrees with nothing and contradicts nothing.
 *
 * @param parsed the party's names when they are parsed already, else they are parsed here
 */
export function prepareParty(
  party: Party,
  names: Names,
  readers: FactReaders,
  parsed?: readonly PartyName[],
): PreparedParty {
  const { schema, properties } = party;
  const kind = nameKindOf(schema);
  const own = parsed ?? parseNames(properties, kind, names);
  const countries = countryCodes(properties, COUNTRY_PROPERTIES);
  const genders = distinct(valuesOf(properties, 'gender').flatMap(genderOf));
  const mayBePerson = genders.length === 0 && kind === 'person';
  return {
    kind,
    names: own,
    births: valuesOf(properties, 'birthDate').flatMap((text) => {
      const span = dateSpan(text);
      return span === null ? [] : [{ text, span }];
    }),
    countries,
    places: placesOf(properties, kind === 'person', readers.states),
    genders,
    toldGender: mayBePerson
      ? toldGender(
          own.map(({ parsed: name }) => name),
          readers.endings,
        )
      : null,
    // A `Thing` may be either a ship or who owns it.
    identifiers: identifiersOf(properties, { schema: schema === 'Thing' ? null : schema, countries }),
    addresses: valuesOf(properties, 'address').map(readers.addresses.address),
    cities: distinct(valuesOf(properties, 'city').map(readers.addresses.town)),
    flags: countryCodes(properties, ['flag']),
    vesselTypes: distinct(valuesOf(properties, 'type').map(normalise)),
    built: valuesOf(properties, 'buildDate')
      .map((text) => Number(text.slice(0, 4)))
      .filter((year) => Number.isInteger(year) && year > 0),
  };
}

function parseNames(properties: Properties, kind: NameKind, names: Names): PartyName[] {
  const found = NAME_PROPERTIES.flatMap((property) =>
    valuesOf(properties, property).map((text) => ({
      parsed: names.parse(text, kind),
      property,
      weak: property === 'weakAlias',
    })),
  );
  if (found.length > 0) return found;
  const pieces = NAME_PIECES.map((property) => valuesOf(properties, property)[0] ?? '');
  const text = pieces.filter((piece) => piece !== '').join(' ');
  return text === '' ? [] : [{ parsed: names.parse(text, kind), property: 'name', weak: false }];
}

function genderOf(text: string): string[] {
  const letter = text.trim().toLowerCase();
  if (letter === 'male' || letter === 'm') return ['male'];
  return letter === 'female' || letter === 'f' ? ['female'] : [];
}

function valuesOf(properties: Properties, property: string): readonly string[] {
  return properties[property] ?? [];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
