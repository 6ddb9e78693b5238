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
import { normalise, tokenise } from '../text/index.js';

/** A name of a party. `weak` marks what the list itself calls low quality. */
export type PartyName = {
  readonly parsed: ParsedName;
  readonly property: NameProperty;
  readonly weak: boolean;
};

/** A birth date as given, and what it covers. */
export type BirthDate = { readonly text: string; readonly span: DateSpan };

/**
 * A party ready to be compared. `countries` ISO 3166-1 alpha-2 in small letters, sorted; `addresses` and `cities` as
 * sorted words; `built` years. Empty arrays where nothing is known.
 */
export type PreparedParty = {
  readonly kind: NameKind;
  readonly names: readonly PartyName[];
  readonly births: readonly BirthDate[];
  readonly countries: readonly string[];
  readonly genders: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly (readonly string[])[];
  readonly cities: readonly string[];
  readonly flags: readonly string[];
  readonly vesselTypes: readonly string[];
  readonly built: readonly number[];
};

const COUNTRY_PROPERTIES = ['nationality', 'citizenship', 'jurisdiction', 'country', 'mainCountry'] as const;
const NAME_PIECES = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'] as const;

/**
 * Makes a party ready. Countries are taken as codes (`ru`, `ua-cri` counts as `ua`); anything else is passed over, since
 * a word that is no code agrees with nothing and contradicts nothing.
 *
 * @param parsed the party's names when they are parsed already, else they are parsed here
 */
export function prepareParty(party: Party, names: Names, parsed?: readonly PartyName[]): PreparedParty {
  const { properties } = party;
  const kind = nameKindOf(party.schema);
  return {
    kind,
    names: parsed ?? parseNames(properties, kind, names),
    births: valuesOf(properties, 'birthDate').flatMap((text) => {
      const span = dateSpan(text);
      return span === null ? [] : [{ text, span }];
    }),
    countries: countriesOf(properties, COUNTRY_PROPERTIES),
    genders: distinct(valuesOf(properties, 'gender').flatMap(genderOf)),
    identifiers: identifiersOf(properties),
    addresses: valuesOf(properties, 'address').map((text) => distinct(wordsOf(text))),
    cities: distinct(valuesOf(properties, 'city').map((text) => wordsOf(text).join(' '))),
    flags: countriesOf(properties, ['flag']),
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

function countriesOf(properties: Properties, from: readonly string[]): string[] {
  const codes = from.flatMap((property) => valuesOf(properties, property));
  return distinct(
    codes.flatMap((code) => {
      const match = /^([a-z]{2})(?:-[a-z]{2,4})?$/.exec(code.toLowerCase());
      return match === null ? [] : [match[1]!];
    }),
  );
}

function genderOf(text: string): string[] {
  const letter = text.trim().toLowerCase();
  if (letter === 'male' || letter === 'm') return ['male'];
  return letter === 'female' || letter === 'f' ? ['female'] : [];
}

function wordsOf(text: string): string[] {
  return tokenise(normalise(text)).map((token) => token.text);
}

function valuesOf(properties: Properties, property: string): readonly string[] {
  return properties[property] ?? [];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
