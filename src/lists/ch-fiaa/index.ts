/** Swiss freezes of the assets of fallen rulers and those near them (FIAA), put into rows: an extract. */
import type { DataTables } from '../../base/index.js';
import { openExtractReader } from '../extract.js';
import type { ListReader } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { COUNTRY_CODES_TABLE, openCountryCodes } from '../wording/country-codes.js';
import { CH_FIAA, FREEZES } from './map.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const CH_FIAA_TABLES: readonly string[] = [COUNTRY_CODES_TABLE];

/** The reader of `ch-fiaa`. */
export function openFiaaReader(tables: DataTables, countries: Countries): ListReader {
  const known = { names: countries, codes: openCountryCodes(tables) };
  return openExtractReader(CH_FIAA, 'FIAA CSV extract', [FREEZES], known);
}
