/** US export control lists from an extract in JSON: not the publishers' own files. One reader per list. */
import type { DataTables } from '../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { type ExtractTables, extractKey, mapExtract } from './map.js';
import { type ExtractEntry, extractedOn, listIdOf, readExtract } from './read.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const US_EXPORT_EXTRACT_TABLES: readonly string[] = [COMPANY_FORMS_TABLE];

/** Source → its code in the screening list, and the lists of the extract that are it. */
const LISTS: readonly { readonly source: string; readonly code: string; readonly ids: readonly string[] }[] =
  [
    { source: 'us-bis-el', code: 'EL', ids: ['bis-entity-list'] },
    { source: 'us-bis-meu', code: 'MEU', ids: ['bis-meu'] },
    { source: 'us-isn', code: 'ISN', ids: ['state-nonproliferation'] },
    { source: 'us-aeca-debarred', code: 'DTC', ids: ['state-debarred-statutory', 'state-debarred-admin'] },
    { source: 'us-uflpa', code: 'UFLPA', ids: ['dhs-uflpa'] },
  ];

/** The readers of the extract. The day it was made is not one of publication. */
export function openExportExtractReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened: ExtractTables = { countries, organisation: openOrganisationSchema(tables) };
  return LISTS.map(({ source, code, ids }): ListReader => {
    const isMine = (file: ListFile) => ids.includes(listIdOf(file) ?? '');
    return {
      source,
      format: 'export control extract JSON',
      rank: 50,
      recognise: (files) => files.filter(isMine),
      read: async (files, sink) => {
        const entries: ExtractEntry[] = [];
        for (const id of ids) {
          const copies = files.filter((file) => listIdOf(file) === id);
          if (copies.length > 0)
            entries.push(...(await readExtract(newestFile(copies, extractedOn, sink), sink)));
        }
        handOver(source, code, entries, opened, sink);
        return { published: null };
      },
    };
  });
}

function handOver(
  source: string,
  code: string,
  entries: readonly ExtractEntry[],
  tables: ExtractTables,
  sink: ListSink,
): void {
  const parties = new Map<string, [ExtractEntry, ...ExtractEntry[]]>();
  for (const entry of entries) {
    const key = extractKey(code, entry);
    const party = parties.get(key);
    if (party === undefined) parties.set(key, [entry]);
    else party.push(entry);
  }
  for (const party of parties.values()) sink.entity(mapExtract(source, code, party, tables, sink));
}
