/** The tables that British lists are mapped with. */
import type { DataTables } from '../../base/index.js';
import type { Countries } from '../wording/countries.js';
import {
  COMPANY_FORMS_TABLE,
  type OrganisationSchema,
  openOrganisationSchema,
} from '../wording/organisation-schema.js';
import { NUMBER_LABELS_TABLE, type NumberLabels, openNumberLabels } from '../wording/printed-numbers.js';
import { GB_REGIMES_TABLE, type GbRegimes, openGbRegimes } from './regimes.js';

/** What the mapping needs besides the rows. */
export type UkTables = {
  readonly countries: Countries;
  readonly labels: NumberLabels;
  readonly organisation: OrganisationSchema;
  readonly regimes: GbRegimes;
};

/** Tables under `data/` that British lists take, beside the table of countries. */
export const GB_TABLES: readonly string[] = [COMPANY_FORMS_TABLE, NUMBER_LABELS_TABLE, GB_REGIMES_TABLE];

/** Opens them. @throws CordonError `table-invalid` */
export function openUkTables(tables: DataTables, countries: Countries): UkTables {
  return {
    countries,
    labels: openNumberLabels(tables),
    organisation: openOrganisationSchema(tables),
    regimes: openGbRegimes(tables),
  };
}
