/** Cordon's tables, opened: once a process, and once in each of its threads. */
import { type DataTables, sha256 } from '../base/index.js';
import { type Documents, openDocuments } from '../documents/index.js';
import { type ListReader, openCountries, openReaders, openSources } from '../lists/index.js';
import { MATCH_TABLES, openMatcher } from '../match/index.js';
import { NAMES_TABLES, openNames } from '../names/index.js';
import { openMeasures, openTerritories } from '../rules/index.js';
import { type Knowledge, readMergeRules, SAME_PARTY_TABLE } from '../screening/index.js';
import { INDEX_FORMAT } from '../search/index.js';
import { TEXT_TABLES } from '../text/index.js';
import { engineVersion, readDataTables } from './paths.js';

/** The tables and what is opened from them. `rules` is their hash; `builder` names who makes an index from them. */
export type Tables = {
  readonly tables: DataTables;
  readonly rules: string;
  readonly engine: string;
  readonly builder: string;
};

/** Reads every table of the package. @throws CordonError `state-unreadable` */
export function openTables(): Tables {
  const { tables, rules } = readDataTables();
  const engine = engineVersion();
  // An index holds parsed names and the parties that matching made of them.
  const used = [...NAMES_TABLES, ...TEXT_TABLES, ...MATCH_TABLES, SAME_PARTY_TABLE];
  const language = sha256(used.map((path) => tables.get(path) ?? '').join('\n'));
  return { tables, rules, engine, builder: `${engine} format ${INDEX_FORMAT} ${language}` };
}

/** Opens what judging needs. @throws CordonError `table-invalid` */
export function openKnowledge({ tables }: Tables): Knowledge {
  const names = openNames(tables);
  return {
    names,
    matcher: openMatcher(tables, names),
    measures: openMeasures(tables),
    territories: openTerritories(tables),
    countries: openCountries(tables),
    sources: openSources(tables),
    documents: openLater(tables),
    mergeRules: readMergeRules(tables),
  };
}

/** Documents, opened when the first page is read: a check of one name must not wait for their tables. */
function openLater(tables: DataTables): Documents {
  let opened: Documents | null = null;
  const open = (): Documents => {
    opened ??= openDocuments(tables);
    return opened;
  };
  return {
    readDocument: (bytes, hint) => open().readDocument(bytes, hint),
    sentences: (document) => open().sentences(document),
    nameSpans: (document) => open().nameSpans(document),
  };
}

/** What comparing needs, and no list: `compare(openMatching(), left, right)`. @throws CordonError `table-invalid` */
export function openMatching(): Pick<Knowledge, 'matcher' | 'countries'> {
  const { tables } = openTables();
  return { matcher: openMatcher(tables, openNames(tables)), countries: openCountries(tables) };
}

/** Opens every list reader. @throws CordonError `table-invalid` */
export function openListReaders({ tables }: Tables): readonly ListReader[] {
  return openReaders(tables);
}
