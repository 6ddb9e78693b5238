/** OFAC's lists as CSV: one reader for each of the two lists, the same code with another id. */
import type { DataTables } from '../../base/index.js';
import type { Countries } from '../countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../organisation-schema.js';
import type { ListReader } from '../reader.js';
import type { DirectiveMode } from './listings.js';
import { mapOfac } from './map.js';
import { ofacFiles, readEntries, readJoins } from './read.js';
import { openRemarkRules, REMARKS_TABLE } from './remarks.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const US_OFAC_TABLES: readonly string[] = [COMPANY_FORMS_TABLE, REMARKS_TABLE];

/** The readers of the SDN list and of the consolidated list of non-SDN parties. */
export function openOfacReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened = {
    countries,
    remarks: openRemarkRules(tables),
    organisation: openOrganisationSchema(tables),
  };
  const reader = (source: string, mode: DirectiveMode): ListReader => ({
    source,
    format: 'OFAC CSV',
    rank: 30,
    recognise: ofacFiles,
    read: async (files, sink) => {
      const joins = await readJoins(files, sink);
      await mapOfac(readEntries(files, sink), joins, { source, mode }, opened, sink);
      return { published: null };
    },
  });
  return [reader('us-ofac-sdn', 'besides'), reader('us-ofac-consolidated', 'instead')];
}
