/**
 * The countries of a party, told apart by what they are. Former states stand for those that came after them, territories for the state they belong to (data/match/former-states.csv).
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Properties } from '../model/index.js';

/** Where former states and territories stand under `data/`. */
export const FORMER_STATES_TABLE = 'match/former-states.csv';

/** What a country is to a party: its nationality, where it is registered, where it was born, or only "of". */
export type Role = 'nationality' | 'registration' | 'birth' | 'place';

/** Countries of one role: `codes` as given, `widened` with the successors of former states and of territories. */
type RoleCountries = { readonly codes: readonly string[]; readonly widened: readonly string[] };
export type Places = Readonly<Record<Role, RoleCountries>>;

const PROPERTIES: Readonly<Record<Role, readonly string[]>> = {
  nationality: ['nationality', 'citizenship'],
  registration: ['jurisdiction'],
  birth: ['birthCountry'],
  place: ['country', 'mainCountry'],
};
/** Former state or territory → those that stand for it. */
export type FormerStates = ReadonlyMap<string, readonly string[]>;

/** Reads which states came after which. @throws CordonError `table-invalid` */
export function readFormerStates(tables: DataTables): FormerStates {
  const found = new Map<string, string[]>();
  const columns = ['code', 'successor', 'kind', 'source'] as const;
  const rows = readDataTable(dataTable(tables, FORMER_STATES_TABLE), FORMER_STATES_TABLE, columns);
  for (const { line, cells } of rows) {
    if (!/^(?:former|alias|territory)$/.test(cells.kind))
      throw new CordonError('table-invalid', `${FORMER_STATES_TABLE}:${line}: kind is not known`);
    found.set(cells.code, [...(found.get(cells.code) ?? []), cells.successor]);
  }
  return found;
}

/** The countries of a party by role; words that are no code are passed over. */
export function placesOf(properties: Properties, states: FormerStates): Places {
  const of = (role: Role): RoleCountries => {
    const codes = countryCodes(properties, PROPERTIES[role]);
    return { codes, widened: widen(codes, states) };
  };
  return {
    nationality: of('nationality'),
    registration: of('registration'),
    birth: of('birth'),
    place: of('place'),
  };
}

/** Codes among the properties, each once, sorted: `ua-cri` counts as `ua`, `suhh` is the Soviet Union. */
export function countryCodes(properties: Properties, from: readonly string[]): string[] {
  const codes = from
    .flatMap((property) => properties[property] ?? [])
    .flatMap((code) => /^([a-z]{4}|[a-z]{2})(?:-[a-z]{2,4})?$/.exec(code.trim().toLowerCase())?.[1] ?? []);
  return [...new Set(codes)].sort();
}

function widen(codes: readonly string[], states: FormerStates): readonly string[] {
  const found = new Set<string>();
  const add = (code: string) => {
    if (found.has(code)) return;
    found.add(code);
    states.get(code)?.forEach(add);
  };
  codes.forEach(add);
  return [...found];
}
