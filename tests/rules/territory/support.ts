/** The real tables, and a subject of whom nothing is known. */
import { readFileSync } from 'node:fs';
import {
  checkTerritory,
  openTerritories,
  TERRITORY_TABLES,
  type TerritorySubject,
} from '../../../src/rules/index.js';

const data = new URL('../../../data/', import.meta.url);
const tables = new Map(TERRITORY_TABLES.map((path) => [path, readFileSync(new URL(path, data), 'utf8')]));

export const territories = openTerritories(tables);

export const nobody: TerritorySubject = {
  label: 'Somebody',
  ref: null,
  addresses: [],
  cities: [],
  countries: [],
  nationalities: [],
  birthPlaces: [],
  birthCountries: [],
};

/** What the check says, short: `US prohibited us-terr-cu`, one per finding. */
export function verdicts(subject: Partial<TerritorySubject>, date = '2026-06-01'): string[] {
  return judge(subject, date).findings.map((it) => `${it.regime} ${it.verdict} ${it.basis.rule}`);
}

/** The check with all regimes that have a row. */
export function judge(subject: Partial<TerritorySubject>, date = '2026-06-01') {
  return checkTerritory({ ...nobody, ...subject }, { date, regimes: ['US', 'EU', 'UK'], territories });
}
