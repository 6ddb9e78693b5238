/**
 * Identifiers of two parties. Equal ones are the strongest evidence there is, when they are valid, unique, of one type
 * and, where the number is a nation's, of one country; which numbers are whose says data/match/identifiers.csv.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import { IDENTIFIER_TYPES, type Identifier } from '../model/index.js';
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

/** Where the types of identifiers stand under `data/`. */
export const IDENTIFIERS_TABLE = 'match/identifiers.csv';

/**
 * What kind of number a type is. `unique`: it names one party (of a nation, where `national`); else it only supports.
 * `onlyOne`: a party has one of it, so two unlike ones contradict. `renamed`: its holder's name is expected to change.
 */
export type IdentifierKind = {
  readonly unique: boolean;
  readonly national: boolean;
  readonly onlyOne: boolean;
  readonly renamed: boolean;
};
export type IdentifierKinds = ReadonlyMap<string, IdentifierKind>;

/** How closely two identifiers agree, strongest first; only `same` can confirm a hit. */
const LEVELS = [
  'same',
  'same-country-unknown',
  'same-other-property',
  'same-shared',
  'same-other-country',
  'same-invalid',
] as const;
export type IdentifierLevel = (typeof LEVELS)[number];

const VALUES: Readonly<Record<IdentifierLevel, number>> = {
  same: 1,
  'same-country-unknown': 0.9,
  'same-other-property': 0.9,
  'same-shared': 0.6,
  'same-other-country': 0.5,
  'same-invalid': 0.5,
};
const WORDS: Readonly<Record<IdentifierLevel, string>> = {
  same: 'equal',
  'same-country-unknown': 'equal; the country of one side is not known',
  'same-other-property': 'equal, given as another kind of number',
  'same-shared': 'equal, but such numbers are not unique',
  'same-other-country': 'equal, but of another country',
  'same-invalid': 'equal, but it fails its own check digit and says nothing',
};
/** Types of which nobody says what the number is. */
const UNTYPED: ReadonlySet<string> = new Set(['idNumber', 'registrationNumber', 'taxNumber', 'vatCode']);
/** Wallets stand on themselves or on who holds them. */
const WALLETS: ReadonlySet<string> = new Set(['publicKey', 'cryptoWallets']);
/** Numbers shorter than this repeat from register to register. */
const SHORTEST_UNIQUE = 5;

/**
 * The best agreement of two parties' identifiers. `property` is the one in which both give it, null where they differ;
 * `renamed` says that another name beside it is expected.
 */
export type IdentifierMatch = {
  readonly level: IdentifierLevel;
  readonly identifier: Identifier;
  readonly property: string | null;
  readonly renamed: boolean;
};

/** Reads which type is what kind of number. @throws CordonError `table-invalid` for a row or a type that is not known */
export function readIdentifierKinds(tables: DataTables): IdentifierKinds {
  const columns = ['type', 'class', 'scope', 'only-one', 'other-name', 'case', 'source'] as const;
  const rows = readDataTable(dataTable(tables, IDENTIFIERS_TABLE), IDENTIFIERS_TABLE, columns);
  const kinds = new Map<string, IdentifierKind>();
  for (const { line, cells } of rows) {
    const known =
      IDENTIFIER_TYPES.includes(cells.type) &&
      /^(?:unique|support)$/.test(cells.class) &&
      /^(?:world|nation)$/.test(cells.scope) &&
      /^(?:yes|no)$/.test(cells['only-one']) &&
      /^(?:review|expected)$/.test(cells['other-name']);
    if (!known)
      throw new CordonError(
        'table-invalid',
        `${IDENTIFIERS_TABLE}:${line}: type, class, scope, only-one or other-name is not known`,
      );
    kinds.set(cells.type, {
      unique: cells.class === 'unique',
      national: cells.scope === 'nation',
      onlyOne: cells['only-one'] === 'yes',
      renamed: cells['other-name'] === 'expected',
    });
  }
  const missing = IDENTIFIER_TYPES.find((type) => !kinds.has(type));
  if (missing !== undefined)
    throw new CordonError('table-invalid', `${IDENTIFIERS_TABLE}: row "${missing}" is missing`);
  return kinds;
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
      // What is told of a number by one side only (a ship's, of which nation) is told of both.
      const identifier = one.type === one.property ? other : one;
      const level = levelOf(one, other, kinds, left, right);
      if (level === null || (best !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(best.level))) continue;
      const property = one.property === other.property ? one.property : null;
      best = { level, identifier, property, renamed: kinds.get(identifier.type)!.renamed };
    }
  }
  return best;
}

/**
 * An identifier that both parties give is the strongest sign that they are one, if it is valid and unique.
 *
 * With `otherName` the names contradict, and the words say so; with `alone` a side has no name, and there is nothing else
 * to go by.
 */
export function identifier(
  match: IdentifierMatch | null,
  weights: Weights,
  { otherName = false, alone = false }: { readonly otherName?: boolean; readonly alone?: boolean } = {},
): Feature | null {
  if (match === null) return null;
  const { level, renamed } = match;
  const { label, value } = match.identifier;
  const words = WORDS[level];
  const aside = otherName && level === 'same' ? (renamed ? RENAMED : OTHER_NAME) : '';
  const row = alone && level === 'same-shared' ? 'shared-alone' : level;
  return featureOf(weights, 'identifier', row, VALUES[level], `${label} ${value}: ${words}${aside}`);
}

const OTHER_NAME = '; same identifier, other name';
const RENAMED = '; another name, as ships are renamed and keep their number';

/** Two unlike numbers of a type of which a party has only one speak for two parties. */
export function otherIdentifier(
  left: PreparedParty,
  right: PreparedParty,
  kinds: IdentifierKinds,
  weights: Weights,
): Feature | null {
  for (const one of left.identifiers) {
    if (kinds.get(one.type)?.onlyOne !== true || one.valid === false) continue;
    const others = right.identifiers.filter((other) => other.type === one.type && other.valid !== false);
    const own = left.identifiers.filter((mine) => mine.type === one.type);
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
  kinds: IdentifierKinds,
  left: PreparedParty,
  right: PreparedParty,
): IdentifierLevel | null {
  const [kind, otherKind] = [kinds.get(one.type)!, kinds.get(other.type)!];
  const unique = kind.unique && otherKind.unique;
  const valid = one.valid !== false && other.valid !== false;
  if (!sameType(one, other)) {
    const either = UNTYPED.has(one.type) || UNTYPED.has(other.type);
    if (!either || !unique || one.value.length <= SHORTEST_UNIQUE) return null;
    return valid ? 'same-other-property' : 'same-invalid';
  }
  if (!valid) return 'same-invalid';
  if (!unique || one.value.length < SHORTEST_UNIQUE) return 'same-shared';
  if (!kind.national && !otherKind.national) return 'same';
  if (left.countries.length === 0 || right.countries.length === 0) return 'same-country-unknown';
  return left.countries.some((code) => right.countries.includes(code)) ? 'same' : 'same-other-country';
}

/** One type; or one property, of which only one side shows what kind of number it is. */
function sameType(one: Identifier, other: Identifier): boolean {
  if (one.type === other.type || (WALLETS.has(one.type) && WALLETS.has(other.type))) return true;
  if (one.property !== other.property) return false;
  return one.type === one.property || other.type === other.property;
}
