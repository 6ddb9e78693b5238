/** OFAC's plain XML (`sdnList`), of either list. */
import { CordonError, issue, readDate } from '../../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../../reader.js';
import { headText } from '../../reading/file.js';
import { newestFile } from '../../reading/newest.js';
import { childText, hasRoot, readXml, type XmlElement } from '../../reading/xml.js';
import { type OfacTables, openMapping } from '../entity.js';
import type { DirectiveMode } from '../listings.js';
import { checkSchema, publishedDay } from '../published.js';
import { openShapeCheck } from '../shape.js';
import { SDN_SHAPE, toRecord } from './record.js';

const ROOT = 'sdnList';
/** The namespace of 2024 and the one before; both checked. */
const KNOWN = {
  namespaces: [
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML',
    'http://tempuri.org/sdnList.xsd',
  ],
  versions: [],
};

/** The reader of one list in this format. */
export function openSdnXmlReader(source: string, mode: DirectiveMode, tables: OfacTables): ListReader {
  return {
    source,
    format: 'OFAC XML',
    rank: 20,
    recognise: (files) => files.filter((file) => hasRoot(file, [ROOT])),
    read: async (files, sink) => {
      const file = newestFile(files, dayInHead, sink);
      const mapping = openMapping(source, mode, tables, sink);
      const check = openShapeCheck(SDN_SHAPE, file.name, sink);
      let about: XmlElement | null = null;
      let entries = 0;
      const plan = {
        roots: [ROOT],
        onRoot: (root: XmlElement) => checkSchema(root, file.name, KNOWN, sink),
        entries: {
          publshInformation: (element: XmlElement) => {
            check(element);
            about = element;
          },
          sdnEntry: (entry: XmlElement) => {
            entries += 1;
            check(entry);
            mapping.take(toRecord(entry, file.name, sink));
          },
        },
      };
      await readXml(file, plan, sink);
      if (entries === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
      return { published: published(about, entries, file, sink) };
    },
  };
}

function published(about: XmlElement | null, entries: number, file: ListFile, sink: ListSink) {
  const line = about?.line ?? 1;
  const text = about === null ? '' : childText(about, 'Publish_Date');
  const count = about === null ? '' : childText(about, 'Record_Count');
  if (count !== '' && Number(count) !== entries) {
    const at = { file: file.name, line, field: 'Record_Count', value: count };
    sink.issue(issue('bad-value', at, `the file says how many entries it holds, and holds ${entries}`));
  }
  const at = { file: file.name, line, field: 'Publish_Date', value: text };
  return publishedDay(readDate(text, 'mdy'), at, sink);
}

function dayInHead(file: ListFile): string | null {
  return readDate(/<Publish_Date>([^<]*)</.exec(headText(file))?.[1] ?? '', 'mdy');
}
