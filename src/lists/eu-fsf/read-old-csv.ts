/**
 * The EU list as CSV 1.0: one row per block, prefixes `Naal_`, `Addr_`, `Birt_`, `Iden_`, `Citi_`. `Entity_logical_id`
 * stands in every block, so a heading counts where it stands first. Copies that a spreadsheet has saved hold each row
 * in one pair of quotes, with tabs for commas.
 */
import { CordonError, issue, type RawRow, readRecords } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { readRecordsOf } from '../reading/rows.js';
import { openDrafts } from './drafts.js';
import { OLD_FIELDS, oldBlock } from './old-fields.js';
import { BLOCKS, type BlockKind, type FsfRecord, type RecordDraft } from './record.js';

const KEY = 'Entity_logical_id';
const PREFIXES: Readonly<Record<BlockKind, string>> = {
  nameAlias: 'Naal',
  address: 'Addr',
  birthdate: 'Birt',
  identification: 'Iden',
  citizenship: 'Citi',
};
/** Headings of the entry and its act → attributes of XML 1.1. */
const ENTITY: Readonly<Record<string, string>> = { EU_ref_num: 'euReferenceNumber' };
const ACT: Readonly<Record<string, string>> = {
  Leba_numtitle: 'numberTitle',
  Leba_publication_date: 'publicationDate',
  Leba_url: 'publicationUrl',
  Programme: 'programme',
};
const NEEDED = [KEY, 'Leba_numtitle', 'Programme', 'Naal_wholename'];
/** Of every block: its own id and the act it comes from; the day of that act is read. */
const OWN = ['logical_id', 'leba_numtitle', 'leba_publication_date', 'leba_url', 'programme'];
const KNOWN: ReadonlySet<string> = new Set([
  ...[KEY, 'Subject_type', 'Entity_remark', ...Object.keys(ENTITY), ...Object.keys(ACT)],
  ...BLOCKS.flatMap((kind) =>
    [...Object.keys(OLD_FIELDS[kind]), ...OWN].map((field) => `${PREFIXES[kind]}_${field}`),
  ),
]);

type Columns = ReadonlyMap<string, number>;
type Cells = (heading: string) => string;

/** Whether a heading line is that of CSV 1.0. */
export function isOldCsvHead(line: string): boolean {
  return line.includes(KEY) && NEEDED.every((heading) => line.includes(heading));
}

/**
 * Reads a file and hands over each entry as its last row ends.
 *
 * @returns the first row's first cell, the day the file is of
 * @throws CordonError `list-truncated`, `list-empty`, `list-unreadable`
 */
export async function readOldCsv(
  file: ListFile,
  onRecord: (record: FsfRecord) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<string> {
  let columns: Columns | null = null;
  let width = 0;
  const drafts = openDrafts(file.name, KEY, onRecord, sink);
  let generated = '';
  let short: RawRow | null = null;
  for await (const records of readRecordsOf(file, sink, ';'))
    for (const record of records) {
      const row = unwrapped(record, file.name);
      if (columns === null) {
        columns = columnsOf(row, file, sink);
        width = row.cells.length;
        continue;
      }
      short = row.cells.length < width ? row : null;
      if (row.cells.length !== width) {
        const at = { file: file.name, line: row.line, value: row.cells.join(';') };
        sink.issue(issue('bad-record', at, `expected ${width} columns, got ${row.cells.length} (kept)`));
      }
      const known = columns;
      const cell: Cells = (heading) => row.cells[known.get(heading) ?? -1]?.trim() ?? '';
      if (generated === '') generated = row.cells[0]?.trim() ?? '';
      const draft = drafts.draftOf(cell(KEY), row.line, (begun) => {
        begun.subject = cell('Subject_type');
        begun.fields = renamed(ENTITY, cell);
      });
      if (draft !== null) addRow(draft, row.line, cell);
    }
  if (short !== null) {
    const what = `the last record has ${short.cells.length} of ${width} columns`;
    throw new CordonError(
      'list-truncated',
      `${file.name}:${short.line}: ${what}: the file is cut; take it again`,
    );
  }
  drafts.end();
  return generated;
}

/** A row that stands in one pair of quotes, taken apart. */
function unwrapped(record: RawRow, file: string): RawRow {
  const [whole = ''] = record.cells;
  if (record.cells.length > 1 || !whole.includes(';')) return record;
  const text = whole.replace(/\t+$/, '').replaceAll('\t', ',');
  if (!text.includes('"')) return { line: record.line, cells: text.split(';') };
  const [row] = readRecords(text, file, ';').rows;
  return { line: record.line, cells: row?.cells ?? text.split(';') };
}

function columnsOf({ line, cells }: RawRow, file: ListFile, sink: Pick<ListSink, 'issue'>): Columns {
  const columns = new Map<string, number>();
  for (const [at, cell] of cells.entries()) {
    const heading = cell.trim();
    if (!columns.has(heading)) columns.set(heading, at);
    // The first column is the day, whatever a copy calls it.
    if (at === 0 || heading === '' || KNOWN.has(heading)) continue;
    const place = { file: file.name, line, field: heading };
    sink.issue(issue('unknown-column', place, 'not known; not read'));
  }
  const missing = NEEDED.find((heading) => !columns.has(heading));
  if (missing === undefined) return columns;
  throw new CordonError('list-unreadable', `${file.name}:${line}: column "${missing}" is missing`);
}

function addRow(draft: RecordDraft, line: number, cell: Cells): void {
  const remark = cell('Entity_remark').replaceAll('\\n', ' ');
  if (remark !== '' && !draft.remarks.includes(remark)) draft.remarks.push(remark);
  const act = renamed(ACT, cell);
  if (Object.keys(act).length > 0) draft.addRegulation(line, act, act.publicationUrl ?? '');
  draft.cite(act.publicationDate);
  for (const kind of BLOCKS) {
    const prefix = PREFIXES[kind];
    if (cell(`${prefix}_logical_id`) === '') continue;
    draft.cite(cell(`${prefix}_leba_publication_date`));
    const names = Object.entries(OLD_FIELDS[kind]);
    const said = Object.fromEntries(names.map(([field, name]) => [name, cell(`${prefix}_${field}`)]));
    draft.blocks[kind].push(oldBlock(kind, line, said));
  }
}

function renamed(headings: Readonly<Record<string, string>>, cell: Cells): Record<string, string> {
  const said = Object.entries(headings).map(([heading, field]): [string, string] => [field, cell(heading)]);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}
