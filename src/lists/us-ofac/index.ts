/** OFAC's two lists in OFAC's three formats: the same code with another id; the richest format of a folder is read. */
import type { DataTables } from '../../base/index.js';
import type { ListReader } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { openRemarkRules, REMARKS_TABLE } from '../wording/us-remarks.js';
import { FEATURES_TABLE, openFeatureWords } from './advanced/feature-words.js';
import { openAdvancedReader } from './advanced/index.js';
import { watchEnds } from './end-marks.js';
import type { OfacTables } from './entity.js';
import type { DirectiveMode } from './listings.js';
import { mapOfac } from './map.js';
import { isEndMarked, ofacFiles, readEntries, readJoins, tellMissing } from './read.js';
import { openRelationRules, RELATIONS_TABLE } from './relations.js';
import { openSdnXmlReader } from './sdn-xml/index.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const US_OFAC_TABLES: readonly string[] = [
  COMPANY_FORMS_TABLE,
  REMARKS_TABLE,
  RELATIONS_TABLE,
  FEATURES_TABLE,
];

const LISTS: readonly (readonly [string, DirectiveMode])[] = [
  ['us-ofac-sdn', 'besides'],
  ['us-ofac-consolidated', 'instead'],
];

/** The readers of the SDN list and of the consolidated list of non-SDN parties. */
export function openOfacReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened: OfacTables = {
    countries,
    remarks: openRemarkRules(tables),
    relations: openRelationRules(tables),
    organisation: openOrganisationSchema(tables),
  };
  const features = openFeatureWords(tables);
  return LISTS.flatMap(([source, mode]) => [
    openCsvReader(source, mode, opened),
    openSdnXmlReader(source, mode, opened),
    openAdvancedReader(source, mode, opened, features),
  ]);
}

function openCsvReader(source: string, mode: DirectiveMode, tables: OfacTables): ListReader {
  return {
    source,
    format: 'OFAC CSV',
    rank: 30,
    recognise: ofacFiles,
    read: async (files, sink) => {
      tellMissing(files, sink);
      const watched = watchEnds(files, isEndMarked);
      const joins = await readJoins(watched.files, sink);
      await mapOfac(readEntries(watched.files, sink), joins, { source, mode }, tables, sink);
      watched.refuseUnmarked();
      return { published: null };
    },
  };
}
