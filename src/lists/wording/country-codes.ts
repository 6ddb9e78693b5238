/**
 * Country codes of ISO 3166-1 as lists write them (`DZ`, `DZA`) → FollowTheMoney country codes (`dz`). The table is
 * `data/lists/country-codes.csv`; a row without a code is one known to mean no country (`00`).
 */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of country codes, under `data/`. */
export const COUNTRY_CODES_TABLE = 'lists/country-codes.csv';

/** Code of two or three letters, any case → country; '' where it is known to mean none, null where it is not known. */
export type CountryCodes = (text: string) => string | null;

/** Opens the table. @throws CordonError `table-invalid` */
export function openCountryCodes(tables: DataTables): CountryCodes {
  const columns = ['alpha2', 'alpha3', 'code', 'source'] as const;
  const rows = readDataTable(dataTable(tables, COUNTRY_CODES_TABLE), COUNTRY_CODES_TABLE, columns);
  const codes = new Map(rows.map(({ cells }) => [cells.alpha2, cells.code]));
  for (const { cells } of rows) if (cells.alpha3 !== '') codes.set(cells.alpha3, cells.code);
  return (text) => codes.get(text.trim().toUpperCase()) ?? null;
}
