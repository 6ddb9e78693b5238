/** Listings of the EU Official Journal, from an extract in CSV: not the publisher's own file. */
import { CordonError, type DataTables } from '../../base/index.js';
import type { ListReader } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { NUMBER_LABELS_TABLE, openNumberLabels } from '../wording/printed-numbers.js';
import { type Drafts, openJournalMapping } from './map.js';
import { NAME_LABELS_TABLE, openNameLabels } from './name-labels.js';
import { inOrder, isJournal, readAct } from './read.js';

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
      const mapping = openJournalMapping(source, opened, sink);
      const { acts, amendments } = inOrder(files);
      // What an amendment says replaces what the act says, so the amendments are read first and held.
      const amended: Drafts = new Map();
      for (const file of amendments) for await (const row of readAct(file, sink)) mapping.take(row, amended);
      let count = amended.size;
      for (const file of acts) {
        const drafts: Drafts = new Map();
        for await (const row of readAct(file, sink)) mapping.take(row, drafts);
        count += drafts.size;
        for (const entity of mapping.done(drafts)) if (!amended.has(entity.id)) sink.entity(entity);
      }
      for (const entity of mapping.done(amended)) sink.entity(entity);
      if (count > 0) return { published: null };
      const name = files[0]?.name ?? 'the folder';
      throw new CordonError('list-empty', `${name}: none of the ${files.length} files lists anybody`);
    },
  };
}
