/** China's countermeasures, unreliable entities and export control lists, put together from notices: an extract. */
import type { DataTables } from '../../base/index.js';
import { openExtractReader } from '../extract.js';
import type { ListReader } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { COUNTRY_CODES_TABLE, openCountryCodes } from '../wording/country-codes.js';
import { CN_SANCTIONS, noticesTable } from './map.js';
import { CN_SUSPENSIONS_TABLE, openSuspensions } from './suspensions.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const CN_SANCTIONS_TABLES: readonly string[] = [COUNTRY_CODES_TABLE, CN_SUSPENSIONS_TABLE];

/** The reader of `cn-sanctions`. */
export function openChinaReader(tables: DataTables, countries: Countries): ListReader {
  const known = { names: countries, codes: openCountryCodes(tables) };
  const notices = noticesTable(openSuspensions(tables));
  return openExtractReader(CN_SANCTIONS, 'China CSV extract', [notices], known);
}
