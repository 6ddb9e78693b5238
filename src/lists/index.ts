/**
 * The door of lists. Readers need tables (country names, remark prefixes), so they are opened: `openReaders(tables)`
 * gives every reader, one folder per source; each folder's index exports `openXReader(...)`, added to the array below.
 */
import type { DataTables } from '../base/index.js';
import { AU_DFAT_TABLES, openDfatReaders } from './au-dfat/index.js';
import { CA_SEMA_TABLES, openSemaReaders } from './ca-sema/index.js';
import { CH_FIAA_TABLES, openFiaaReader } from './ch-fiaa/index.js';
import { CH_SECO_TABLES, openSecoReaders } from './ch-seco/index.js';
import { CN_SANCTIONS_TABLES, openChinaReader } from './cn-sanctions/index.js';
import { EU_FSF_TABLES, openFsfReaders } from './eu-fsf/index.js';
import { EU_JOURNAL_TABLES, openJournalReader } from './eu-journal/index.js';
import { openFtmReaders } from './ftm/index.js';
import { GB_OFSI_TABLES, openConListReaders } from './gb-ofsi-conlist/index.js';
import { GB_UKSL_TABLES, openUkslReaders } from './gb-uksl/index.js';
import type { ListReader } from './reader.js';
import { SOURCES_TABLE } from './sources.js';
import { openUnScReader } from './un-sc/index.js';
import { openDeniedReaders, US_BIS_DPL_TABLES } from './us-bis-dpl/index.js';
import { openCslReaders, US_CSL_TABLES } from './us-csl/index.js';
import { openExportExtractReaders, US_EXPORT_EXTRACT_TABLES } from './us-export-extract/index.js';
import { openNoticeReaders, US_NOTICES_TABLES } from './us-notices/index.js';
import { openOfacReaders, US_OFAC_TABLES } from './us-ofac/index.js';
import { COUNTRIES_TABLE, openCountries } from './wording/countries.js';

export { diffEntities } from './diff.js';
export {
  ANY_SOURCE,
  type ListContent,
  type ListFile,
  type ListReader,
  type ListSink,
  readWholeList,
} from './reader.js';
export { memoryFile } from './reading/file.js';
export { openSources, type Sources } from './sources.js';
export { type Countries, openCountries } from './wording/countries.js';

/** Tables under `data/` that the readers take. */
export const LISTS_TABLES: readonly string[] = [
  COUNTRIES_TABLE,
  SOURCES_TABLE,
  ...new Set([
    ...US_OFAC_TABLES,
    ...EU_JOURNAL_TABLES,
    ...GB_OFSI_TABLES,
    ...GB_UKSL_TABLES,
    ...AU_DFAT_TABLES,
    ...CH_SECO_TABLES,
    ...CA_SEMA_TABLES,
    ...US_CSL_TABLES,
    ...US_BIS_DPL_TABLES,
    ...US_EXPORT_EXTRACT_TABLES,
    ...EU_FSF_TABLES,
    ...CN_SANCTIONS_TABLES,
    ...CH_FIAA_TABLES,
    ...US_NOTICES_TABLES,
  ]),
];

/** The portal of Ukraine's military intelligence is published in bulk as an OpenSanctions export only. */
const UA_WAR_SANCTIONS = 'ua-war-sanctions';

/** Every reader of every list, in the order of their sources. */
export function openReaders(tables: DataTables): readonly ListReader[] {
  const countries = openCountries(tables);
  return [
    ...openOfacReaders(tables, countries),
    openJournalReader(tables, countries),
    ...openDfatReaders(tables, countries),
    ...openConListReaders(tables, countries),
    ...openUkslReaders(tables, countries),
    ...openFsfReaders(tables, countries),
    openUnScReader(countries),
    ...openSecoReaders(tables, countries),
    ...openSemaReaders(tables),
    ...openCslReaders(tables, countries),
    ...openDeniedReaders(tables, countries),
    ...openExportExtractReaders(tables, countries),
    openChinaReader(tables, countries),
    openFiaaReader(tables, countries),
    ...openNoticeReaders(tables, countries),
    ...openFtmReaders(UA_WAR_SANCTIONS),
    ...openFtmReaders(),
  ];
}
