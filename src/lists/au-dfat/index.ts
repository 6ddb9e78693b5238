/** The consolidated list of the Australian Department of Foreign Affairs and Trade, a spreadsheet in two layouts. */
import { CordonError, type DataTables, isSpreadsheet, issue, sha256 } from '../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { AU_DFAT, type AuTables, mapEntry } from './map.js';
import { type AuRow, readAuList } from './read.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const AU_DFAT_TABLES: readonly string[] = [COMPANY_FORMS_TABLE];

/** The reader of `au-dfat`. The file carries no date of publication. */
export function openDfatReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened = { countries, organisation: openOrganisationSchema(tables) };
  return [
    {
      source: AU_DFAT,
      format: 'DFAT spreadsheet',
      rank: 40,
      recognise: (files) => files.filter(({ head }) => isSpreadsheet(head)),
      read: async (files, sink) => {
        await readOne(
          newestFile(files, () => null, sink),
          opened,
          sink,
        );
        return { published: null };
      },
    },
  ];
}

/** Rows of one entry may stand apart, so all are held; a spreadsheet is in memory anyway. */
async function readOne(file: ListFile, tables: AuTables, sink: ListSink): Promise<void> {
  const entries = new Map<string, AuRow[]>();
  for await (const row of readAuList(file, sink)) {
    const key = row.key ?? keyless(row, file, sink);
    if (key === null) continue;
    const held = entries.get(key);
    if (held === undefined) entries.set(key, [row]);
    else held.push(row);
  }
  for (const [key, rows] of entries) sink.entity(mapEntry(key, rows, file.name, tables, sink));
  if (entries.size === 0)
    throw new CordonError('list-empty', `${file.name}: the list holds no entry; take it again`);
}

/** A row without a number is an entry of its own by its name; one without a name either is told and passed over. */
function keyless(row: AuRow, file: ListFile, sink: ListSink): string | null {
  const value = row.get('reference');
  const at = { file: file.name, line: row.line, field: 'reference', value };
  const name = row.get('name');
  if (name === '') {
    sink.issue(issue('bad-record', at, 'a row without a number and a name; skipped'));
    return null;
  }
  sink.issue(issue('missing-field', at, 'no number that can be read; the id is made of the name'));
  return sha256(name).slice(0, 12);
}
