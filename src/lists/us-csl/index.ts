/** The Consolidated Screening List of the US Department of Commerce (trade.gov): eleven lists of three departments in one file. */
import { CordonError, type DataTables } from '../../base/index.js';
import type { ListFile, ListReader } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import { groupRows } from '../reading/row-groups.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { openRemarkRules, REMARKS_TABLE } from '../wording/us-remarks.js';
import { type CslTables, openCslMapping, partyKey, US_CSL } from './map.js';
import { fromCsv, isCslCsv, isCslJson, readCsv, readJson } from './read.js';
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
      const map = openCslMapping(file.name, opened, sink);
      const rows = (pass: 1 | 2) => readCsv(file, pass === 1 ? muted : sink);
      let entities = 0;
      for await (const [first, ...others] of groupRows(rows, (row) => partyKey(row.cell))) {
        entities += 1;
        sink.entity(map([fromCsv(first), ...others.map(fromCsv)]));
      }
      if (entities === 0) throw noEntry(file);
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
      const map = openCslMapping(file.name, opened, sink);
      const groups = new Map<string, [CslRecord, ...CslRecord[]]>();
      for (const record of await readJson(file, sink)) {
        const key = partyKey(record.text);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [record]);
        else group.push(record);
      }
      if (groups.size === 0) throw noEntry(file);
      for (const group of groups.values()) sink.entity(map(group));
      return { published: null };
    },
  };
  return [csv, json];
}

function noEntry(file: ListFile): CordonError {
  return new CordonError('list-empty', `${file.name}: the list holds no entry`);
}
