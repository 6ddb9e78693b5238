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
/** Former state or territory → those that stand for it. A territory stands for its state where people come from it. */
export type FormerStates = {
  readonly successors: ReadonlyMap<string, readonly string[]>;
  readonly territories: ReadonlyMap<string, readonly string[]>;
};

/** Reads which states came after which. @throws CordonError `table-invalid` */
export function readFormerStates(tables: DataTables): FormerStates {
  const successors = new Map<string, string[]>();
  const territories = new Map<string, string[]>();
  const columns = ['code', 'successor', 'kind', 'source'] as const;
  const rows = readDataTable(dataTable(tables, FORMER_STATES_TABLE), FORMER_STATES_TABLE, columns);
  for (const { line, cells } of rows) {
    if (!/^(?:former|alias|territory)$/.test(cells.kind))
      throw new CordonError('table-invalid', `${FORMER_STATES_TABLE}:${line}: kind is not known`);
    const found = cells.kind === 'territory' ? territories : successors;
    found.set(cells.code, [...(found.get(cells.code) ?? []), cells.successor]);
  }
  return { successors, territories };
}

/**
 * The countries of a party by role; words that are no code are passed over. `person`: somebody of a territory is of its
 * state as well; a company of its register is another's sister.
 */
export function placesOf(properties: Properties, person: boolean, states: FormerStates): Places {
  const of = (role: Role): RoleCountries => {
    const codes = countryCodes(properties, PROPERTIES[role]);
    return { codes, widened: widen(codes, person, states) };
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

function widen(codes: readonly string[], person: boolean, states: FormerStates): readonly string[] {
  const found = new Set<string>();
  const add = (code: string) => {
    if (found.has(code)) return;
    found.add(code);
    states.successors.get(code)?.forEach(add);
    if (person) states.territories.get(code)?.forEach(add);
  };
  codes.forEach(add);
  return [...found];
}
