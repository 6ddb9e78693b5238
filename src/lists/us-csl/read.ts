/** The Consolidated Screening List's files: CSV by its headings (with and without `_id`), JSON as one document. */
import { CordonError } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { namedObjects, readJsonDocument } from '../reading/json-document.js';
import { type HeadedRow, readHeadedRows } from '../reading/rows.js';
import {
  type CslAddress,
  type CslRecord,
  LIST_FIELDS,
  type ListField,
  readAddress,
  splitValues,
  TEXT_FIELDS,
} from './record.js';

const KNOWN = [...TEXT_FIELDS, ...LIST_FIELDS, 'addresses', 'ids'];
const HEADINGS = {
  known: KNOWN,
  needed: ['source', 'name', 'source_list_url'],
  // Ids of the rows in trade.gov's own database: they change with every word of a row.
  passed: ['_id', 'id'],
};
/** Keys of a result in JSON that are known beside the fields (from memory). */
const JSON_PASSED: readonly string[] = ['_id', 'id', 'country', 'score', 'entity_id'];

/** Whether a file begins with the list's headings. */
export function isCslCsv(file: ListFile): boolean {
  const line =
    headText(file)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const headings = line.split(',').map((heading) => heading.replace(/^"|"$/g, '').trim());
  return HEADINGS.needed.every((heading) => headings.includes(heading));
}

/** Whether a file begins as the list's JSON. */
export function isCslJson(file: ListFile): boolean {
  const head = headText(file, file.head.length);
  return (
    /^\s*\uFEFF?\s*[[{]/.test(head) && /"source_list_url"\s*:/.test(head) && /"alt_names"\s*:/.test(head)
  );
}

/** Rows of a CSV file. @throws CordonError as `readHeadedRows` */
export function readCsv(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<HeadedRow> {
  return readHeadedRows(file, sink, HEADINGS);
}

/** A row of a CSV file as a record. */
export function fromCsv({ line, cell }: HeadedRow): CslRecord {
  return {
    line,
    text: cell,
    list: (field) => splitValues(cell(field)),
    addresses: splitValues(cell('addresses')).map(readAddress),
    ids: splitValues(cell('ids')).map((id) => id.split(/,\s+/)),
  };
}

/**
 * Results of a JSON file, which is held whole.
 *
 * @throws CordonError `list-unreadable`, `list-truncated` where the document breaks off, `input-too-large`
 */
export async function readJson(file: ListFile, sink: Pick<ListSink, 'issue'>): Promise<CslRecord[]> {
  const document = await readJsonDocument(file);
  const results = Array.isArray(document) ? document : (document as { results?: unknown } | null)?.results;
  if (!Array.isArray(results))
    throw new CordonError('list-unreadable', `${file.name}: no list of results in the document`);
  const isKnown = (key: string) => KNOWN.includes(key) || JSON_PASSED.includes(key);
  return namedObjects(results, 'results', file.name, isKnown, sink).map(({ fields }) => fromJson(fields));
}

function fromJson(fields: Readonly<Record<string, unknown>>): CslRecord {
  const list = (field: ListField) => manyOf(fields[field]);
  return {
    line: null,
    text: (field) =>
      typeof fields[field] === 'boolean' ? (fields[field] ? 'Y' : 'N') : manyOf(fields[field]).join('; '),
    list,
    addresses: objectsOf(fields.addresses).map((address): CslAddress => {
      const parts = ['address', 'city', 'state', 'postal_code', 'country'].map((key) => textOf(address[key]));
      const country = parts[4]!;
      const line = parts.filter((part) => part !== '');
      return { text: line.length === 1 && country !== '' ? '' : line.join(', '), country };
    }),
    ids: objectsOf(fields.ids).map((id) =>
      ['type', 'number', 'country'].map((key) => textOf(id[key])).filter(Boolean),
    ),
  };
}

function manyOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== '');
}

function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
