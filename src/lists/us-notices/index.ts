/**
 * Laws and notices of US authorities that name parties without a list file: each of these sources is an extract, put
 * into rows by others.
 */
import type { DataTables } from '../../base/index.js';
import { openExtractReader } from '../extract.js';
import type { ListReader } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { COUNTRY_CODES_TABLE, openCountryCodes } from '../wording/country-codes.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { CUBA_ACCOMMODATIONS, CUBA_RESTRICTED } from './cuba.js';
import { specialMeasures } from './fincen-311.js';
import { MILITARY_COMPANIES } from './military-companies.js';
import { SPECIAL_LEGISLATION } from './special-legislation.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const US_NOTICES_TABLES: readonly string[] = [COUNTRY_CODES_TABLE, COMPANY_FORMS_TABLE];

/** One reader per source. */
export function openNoticeReaders(tables: DataTables, countries: Countries): ListReader[] {
  const known = { names: countries, codes: openCountryCodes(tables) };
  const organisation = openOrganisationSchema(tables);
  return [
    openExtractReader('us-dod-1260h', 'Section 1260H CSV extract', [MILITARY_COMPANIES], known),
    openExtractReader('us-fincen-311', 'FinCEN 311 CSV extract', [specialMeasures(organisation)], known),
    openExtractReader('us-state-cuba', 'Cuba CSV extract', [CUBA_RESTRICTED, CUBA_ACCOMMODATIONS], known),
    openExtractReader('us-special-leg', 'US legislation CSV extract', [SPECIAL_LEGISLATION], known),
  ];
}
