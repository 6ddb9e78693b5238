/** Listings of the EU Official Journal, from an extract in CSV: not the publisher's own file. */
import type { DataTables } from '../../base/index.js';
import type { Countries } from '../countries.js';
import { wholeBytes } from '../file.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../organisation-schema.js';
import type { ListReader } from '../reader.js';
import { mapJournal } from './map.js';
import { NAME_LABELS_TABLE, openNameLabels } from './name-labels.js';
import { NUMBER_LABELS_TABLE, openNumberLabels } from './numbers.js';
import { isJournal, readJournal } from './read.js';

/** Tables under `data/` that this reader takes, beside the table of countries. */
export const EU_JOURNAL_TABLES: readonly string[] = [
  COMPANY_FORMS_TABLE,
  NAME_LABELS_TABLE,
  NUMBER_LABELS_TABLE,
];

/** The reader of the extract. The files carry no date of publication. */
export function openJournalReader(tables: DataTables, countries: Countries): ListReader {
  const opened = {
    countries,
    labels: openNumberLabels(tables),
    nameLabels: openNameLabels(tables),
    organisation: openOrganisationSchema(tables),
  };
  const source = 'eu-journal';
  return {
    source,
    format: 'Official Journal CSV',
    rank: 30,
    recognise: (files) => files.filter(isJournal),
    read: async (files, sink) => {
      const loaded = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await wholeBytes(file) })),
      );
      const { rows, issues } = readJournal(loaded);
      const mapped = mapJournal(rows, source, opened);
      for (const one of [...issues, ...mapped.issues]) sink.issue(one);
      for (const entity of mapped.entities) sink.entity(entity);
      return { published: null };
    },
  };
}
