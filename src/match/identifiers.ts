/**
 * Identifiers of two parties. Equal ones are the strongest evidence there is, when they are valid, unique, of one type
 * and, where the number is a nation's, of one country; which numbers are whose says data/match/identifiers.csv.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Identifier } from '../model/index.js';
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

/** Where the properties of identifiers stand under `data/`. */
export const IDENTIFIERS_TABLE = 'match/identifiers.csv';

/** What kind of number a property holds. `onlyOne`: a party has one of it, so two unlike ones contradict. */
export type IdentifierKind = { readonly national: boolean; readonly onlyOne: boolean };
export type IdentifierKinds = ReadonlyMap<string, IdentifierKind>;

/** How closely two identifiers agree; only `same` can confirm a hit. */
export type IdentifierLevel =
  | 'same'
  | 'same-country-unknown'
  | 'same-other-property'
  | 'same-invalid'
  | 'same-shared'
  | 'same-other-country';

/** Strongest first. */
const LEVELS: readonly IdentifierLevel[] = [
  'same',
  'same-country-unknown',
  'same-other-property',
  'same-invalid',
  'same-shared',
  'same-other-country',
];
const VALUES: Readonly<Record<IdentifierLevel, number>> = {
  same: 1,
  'same-country-unknown': 0.9,
  'same-other-property': 0.9,
  'same-invalid': 0.7,
  'same-shared': 0.6,
  'same-other-country': 0.5,
};
const WORDS: Readonly<Record<IdentifierLevel, string>> = {
  same: 'equal',
  'same-country-unknown': 'equal; the country of one side is not known',
  'same-other-property': 'equal, given as another kind of number',
  'same-invalid': 'equal, but it fails its own checksum',
  'same-shared': 'equal, but such numbers are not unique',
  'same-other-country': 'equal, but of another country',
};
/** Fields into which any number may have been written. */
const UNTYPED: ReadonlySet<string> = new Set(['idNumber', 'registrationNumber', 'taxNumber', 'vatCode']);
/** Numbers shorter than this repeat from register to register. */
const SHORTEST_UNIQUE = 5;

/** The best agreement of two parties' identifiers. */
export type IdentifierMatch = { readonly level: IdentifierLevel; readonly identifier: Identifier };

/** Reads which property holds what kind of number. */
export function readIdentifierKinds(tables: DataTables): IdentifierKinds {
  const columns = ['property', 'scope', 'only-one', 'case', 'source'] as const;
  const rows = readDataTable(dataTable(tables, IDENTIFIERS_TABLE), IDENTIFIERS_TABLE, columns);
  return new Map(
    rows.map(({ line, cells }) => {
      if (!/^(?:world|nation)$/.test(cells.scope) || !/^(?:yes|no)$/.test(cells['only-one']))
        throw new CordonError(
          'table-invalid',
          `${IDENTIFIERS_TABLE}:${line}: scope or only-one is not known`,
        );
      return [cells.property, { national: cells.scope === 'nation', onlyOne: cells['only-one'] === 'yes' }];
    }),
  );
}

/** The strongest agreement among the identifiers of two parties, or null. */
export function matchIdentifiers(
  left: PreparedParty,
  right: PreparedParty,
  kinds: IdentifierKinds,
): IdentifierMatch | null {
  let best: IdentifierMatch | null = null;
  for (const one of left.identifiers) {
    for (const other of right.identifiers) {
      if (one.value !== other.value) continue;
      const level = levelOf(one, other, left, right, kinds);
      if (level === null) continue;
      if (best === null || LEVELS.indexOf(level) < LEVELS.indexOf(best.level))
        best = { level, identifier: one };
    }
  }
  return best;
}

/** An identifier that both parties give is the strongest sign that they are one, if it is valid and unique. */
export function identifier(match: IdentifierMatch | null, weights: Weights): Feature | null {
  if (match === null) return null;
  const { label, value } = match.identifier;
  return featureOf(
    weights,
    'identifier',
    match.level,
    VALUES[match.level],
    `${label} ${value}: ${WORDS[match.level]}`,
  );
}

/** Two unlike numbers of a type of which a party has only one speak for two parties. */
export function otherIdentifier(
  left: PreparedParty,
  right: PreparedParty,
  kinds: IdentifierKinds,
  weights: Weights,
): Feature | null {
  for (const one of left.identifiers) {
    if (kinds.get(one.property)?.onlyOne !== true || one.valid === false) continue;
    const others = right.identifiers.filter(
      (other) => other.property === one.property && other.valid !== false,
    );
    const own = left.identifiers.filter((mine) => mine.property === one.property);
    if (others.length === 0 || own.some((mine) => others.some((other) => other.value === mine.value)))
      continue;
    const detail = `${one.label} ${own.map((mine) => mine.value).join(', ')} and ${others.map((other) => other.value).join(', ')}`;
    return { ...featureOf(weights, 'identifier', 'different', 0, detail), name: 'identifier-other' };
  }
  return null;
}

function levelOf(
  one: Identifier,
  other: Identifier,
  left: PreparedParty,
  right: PreparedParty,
  kinds: IdentifierKinds,
): IdentifierLevel | null {
  if (one.property !== other.property) {
    const either = UNTYPED.has(one.property) || UNTYPED.has(other.property);
    return either && one.value.length > SHORTEST_UNIQUE ? 'same-other-property' : null;
  }
  if (!one.unique || one.value.length < SHORTEST_UNIQUE) return 'same-shared';
  if (one.valid === false || other.valid === false) return 'same-invalid';
  if (kinds.get(one.property)?.national !== true) return 'same';
  if (left.countries.length === 0 || right.countries.length === 0) return 'same-country-unknown';
  return left.countries.some((code) => right.countries.includes(code)) ? 'same' : 'same-other-country';
}
