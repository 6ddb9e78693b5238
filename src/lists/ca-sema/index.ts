/** Canada's consolidated list under its autonomous sanctions (SEMA, JVCFOA), XML. */
import type { DataTables, Day } from '../../base/index.js';
import type { Entity } from '../../model/index.js';
import type { ListFile, ListReader } from '../reader.js';
import { openDistinctIds } from '../reading/distinct-ids.js';
import { headText } from '../reading/file.js';
import { newestFile } from '../reading/newest.js';
import { hasRoot, readXml, type XmlElement } from '../reading/xml.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { CA_SEMA, openRecordMapping } from './map.js';

/** Tables under `data/` that this reader takes. */
export const CA_SEMA_TABLES: readonly string[] = [COMPANY_FORMS_TABLE];

const ROOT = 'data-set';

/** The reader of `ca-sema`. The file has no date; the newest day of a listing stands for it. */
export function openSemaReaders(tables: DataTables): readonly ListReader[] {
  const organisation = openOrganisationSchema(tables);
  const reader: ListReader = {
    source: CA_SEMA,
    format: 'SEMA XML',
    rank: 20,
    recognise: (files) => files.filter(isSemaList),
    read: async (files, sink) => {
      const file = newestFile(files, newestDay, sink);
      const map = openRecordMapping(file.name, organisation, sink);
      const hand = openDistinctIds(sink);
      let published: Day | null = null;
      const record = (element: XmlElement): void => {
        const entity: Entity = map(element);
        const day = entity.listings[0]?.start ?? null;
        if (day !== null && (published === null || day > published)) published = day;
        hand(entity, { file: file.name, line: element.line, field: 'Item' });
      };
      await readXml(file, { roots: [ROOT], entries: { record } }, sink);
      return { published };
    },
  };
  return [reader];
}

/** The root's name says little, so the fields of a record must be there too. */
function isSemaList(file: ListFile): boolean {
  return (
    hasRoot(file, [ROOT]) &&
    /<(?:\w+:)?(?:DateOfListing|Schedule|EntityOrShip|LastName)>/.test(headText(file))
  );
}

/** The newest listing near the beginning of a file: all there is to tell copies apart without reading them. */
function newestDay(file: ListFile): string | null {
  const days = [...headText(file, file.head.length).matchAll(/<DateOfListing>(\d{4}-\d{2}-\d{2})</g)];
  return (
    days
      .map((match) => match[1]!)
      .sort()
      .at(-1) ?? null
  );
}
