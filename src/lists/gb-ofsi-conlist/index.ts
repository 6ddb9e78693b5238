/** OFSI's consolidated list of financial sanctions targets, closed on 28 January 2026: old copies only. */
import { type DataTables, issue } from '../../base/index.js';
import { openGathering } from '../gb-designation/gathering.js';
import { GB_TABLES, openUkTables } from '../gb-designation/tables.js';
import type { ListReader } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import type { Countries } from '../wording/countries.js';
import { isConList, readConList, updatedDay } from './read.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const GB_OFSI_TABLES = GB_TABLES;

const SOURCE = 'gb-ofsi-conlist';

/** The reader of `gb-ofsi-conlist`. */
export function openConListReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened = openUkTables(tables, countries);
  return [
    {
      source: SOURCE,
      format: 'OFSI CSV',
      rank: 30,
      recognise: (files) => files.filter(isConList),
      read: async (files, sink) => {
        const file = newestFile(files, updatedDay, sink);
        const origin = { source: SOURCE, file: file.name, prefix: 'gb-ofsi-', measure: null };
        const gathering = openGathering(origin, opened, sink, null);
        for await (const row of readConList(file, sink)) gathering.take(row, row);
        gathering.end();
        const published = updatedDay(file);
        if (published === null) {
          const at = { file: file.name, line: 1, field: 'Last Updated' };
          sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
        }
        return { published };
      },
    },
  ];
}
