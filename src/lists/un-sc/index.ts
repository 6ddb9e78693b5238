/** The United Nations Security Council consolidated list, XML. */
import { type Day, isDay, issue } from '../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { openDistinctIds } from '../reading/distinct-ids.js';
import { newestFile } from '../reading/newest.js';
import { headAttribute } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { mapEntry, UN_SC } from './map.js';
import { isUnList, readUnList } from './read.js';

/** The reader of `un-sc`. */
export function openUnScReader(countries: Countries): ListReader {
  return {
    source: UN_SC,
    format: 'UN XML',
    rank: 20,
    recognise: (files) => files.filter(isUnList),
    read: async (files, sink) => {
      const newest = newestFile(files, (file) => headAttribute(file, 'dateGenerated'), sink);
      return { published: await readOne(newest, countries, sink) };
    },
  };
}

async function readOne(file: ListFile, countries: Countries, sink: ListSink): Promise<Day | null> {
  const hand = openDistinctIds(sink);
  const dateGenerated = await readUnList(
    file,
    (entry) => {
      const { entity, issues } = mapEntry(entry, file.name, countries);
      for (const one of issues) sink.issue(one);
      hand(entity, { file: file.name, line: entry.line, field: 'REFERENCE_NUMBER' });
    },
    sink,
  );
  const published = dateGenerated?.slice(0, 10) ?? '';
  if (isDay(published)) return published;
  const at = { file: file.name, line: 1, field: 'dateGenerated', value: dateGenerated };
  sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
  return null;
}
