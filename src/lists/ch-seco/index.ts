/** The sanctions list of the State Secretariat for Economic Affairs (SECO), Switzerland, XML. */
import type { DataTables } from '../../base/index.js';
import type { ListReader } from '../reader.js';
import { openDistinctIds } from '../reading/distinct-ids.js';
import { newestFile } from '../reading/newest.js';
import { headAttribute } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { CH_SECO, openTargetMapping } from './map.js';
import { openSetMeasures, SECO_SETS_TABLE } from './measures.js';
import { isSecoList, readPointed, readTargets, wholeLists } from './read.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const CH_SECO_TABLES: readonly string[] = [COMPANY_FORMS_TABLE, SECO_SETS_TABLE];

/** The reader of `ch-seco`. */
export function openSecoReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened = {
    countries,
    organisation: openOrganisationSchema(tables),
    measureOf: openSetMeasures(tables),
  };
  const reader: ListReader = {
    source: CH_SECO,
    format: 'SECO XML',
    rank: 20,
    recognise: (files) => files.filter(isSecoList),
    read: async (files, sink) => {
      const file = newestFile(wholeLists(files, sink), (one) => headAttribute(one, 'date'), sink);
      const map = openTargetMapping(file.name, await readPointed(file), opened, sink);
      const hand = openDistinctIds(sink);
      const onTarget = (target: Parameters<typeof map>[0]): void =>
        hand(map(target), { file: file.name, line: target.line, field: 'ssid' });
      return { published: await readTargets(file, onTarget, sink) };
    },
  };
  return [reader];
}
