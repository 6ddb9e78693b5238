/** The Denied Persons List of the US Bureau of Industry and Security, tab-separated. */
import { CordonError, type DataTables } from '../../base/index.js';
import type { ListReader } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import { groupRows } from '../reading/row-groups.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { deniedKey, openDenialMapping, US_BIS_DPL } from './map.js';
import { isDeniedPersons, readDeniedPersons } from './read.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const US_BIS_DPL_TABLES: readonly string[] = [COMPANY_FORMS_TABLE];

/** The reader of `us-bis-dpl`. The file carries no date of publication. */
export function openDeniedReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const organisation = openOrganisationSchema(tables);
  const reader: ListReader = {
    source: US_BIS_DPL,
    format: 'Denied Persons text',
    rank: 30,
    recognise: (files) => files.filter(isDeniedPersons),
    read: async (files, sink) => {
      const file = newestFile(files, () => null, sink);
      const map = openDenialMapping(file.name, countries, organisation, sink);
      const muted = { issue: () => undefined };
      let entities = 0;
      for await (const rows of groupRows(
        (pass) => readDeniedPersons(file, pass === 1 ? muted : sink),
        deniedKey,
      )) {
        entities += 1;
        sink.entity(map(rows));
      }
      if (entities === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
      return { published: null };
    },
  };
  return [reader];
}
