/** The Consolidated Screening List of the US Department of Commerce (trade.gov): eleven lists of three departments in one file. */
import { CordonError, type DataTables } from '../../base/index.js';
import type { Countries } from '../countries.js';
import { newestFile } from '../newest.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../organisation-schema.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { groupRows } from '../row-groups.js';
import { openRemarkRules, REMARKS_TABLE } from '../us-ofac/remarks.js';
import { type CslTables, openCslMapping, partyId, US_CSL } from './map.js';
import { isCslCsv, isCslJson, readCsv, readJson } from './read.js';
import type { CslRecord } from './record.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const US_CSL_TABLES: readonly string[] = [COMPANY_FORMS_TABLE, REMARKS_TABLE];

/** The readers of `us-csl`: CSV and JSON. The files carry no date of publication. */
export function openCslReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened: CslTables = {
    countries,
    organisation: openOrganisationSchema(tables),
    remarks: openRemarkRules(tables),
  };
  const csv: ListReader = {
    source: US_CSL,
    format: 'CSL CSV',
    rank: 30,
    recognise: (files) => files.filter(isCslCsv),
    read: async (files, sink) => {
      const file = newestFile(files, () => null, sink);
      const muted = { issue: () => undefined };
      await readGroups((pass) => readCsv(file, pass === 1 ? muted : sink), file, opened, sink);
      return { published: null };
    },
  };
  const json: ListReader = {
    source: US_CSL,
    format: 'CSL JSON',
    rank: 50,
    recognise: (files) => files.filter(isCslJson),
    read: async (files, sink) => {
      const file = newestFile(files, () => null, sink);
      const records = await readJson(file, sink);
      await readGroups(() => inTurn(records), file, opened, sink);
      return { published: null };
    },
  };
  return [csv, json];
}

async function readGroups(
  rows: (pass: 1 | 2) => AsyncIterable<CslRecord>,
  file: ListFile,
  tables: CslTables,
  sink: ListSink,
): Promise<void> {
  const map = openCslMapping(file.name, tables, sink);
  let entities = 0;
  for await (const group of groupRows(rows, partyId)) {
    entities += 1;
    sink.entity(map(group));
  }
  if (entities === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
}

async function* inTurn(records: readonly CslRecord[]): AsyncGenerator<CslRecord> {
  yield* records;
}
