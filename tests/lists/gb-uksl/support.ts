/** Invented designations, written in each shape in which the UK list comes. */
import { csvLine } from '../../../src/base/index.js';
import {
  LISTS_TABLES,
  type ListContent,
  type ListFile,
  memoryFile,
  openReaders,
  readWholeList,
} from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { escapeXml, odsTable, xlsxTable } from '../../base/sheet-of.js';
import { listFile, tablesOf } from '../tables.js';

const readers = openReaders(tablesOf(LISTS_TABLES)).filter(({ source }) => source === 'gb-uksl');

const HEADINGS =
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)'.split(
    ',',
  );

/** Cells of a row by heading; what every row of a designation needs is filled in. */
export type Cells = Readonly<Record<string, string>>;

export function row(cells: Cells): Cells {
  return {
    'Last Updated': '04/08/2026',
    'Unique ID': 'RUS9001',
    'Name 6': 'ORLENKOV',
    'Name type': 'Primary Name',
    'Regime Name': 'The Russia (Sanctions) (EU Exit) Regulations 2019',
    'Designation Type': 'Individual',
    'Designation source': 'UK',
    'Sanctions Imposed': 'Asset freeze',
    'Date Designated': '31/07/2024',
    ...cells,
  };
}

export function csvOf(rows: readonly Cells[], title = 'Report Date: 08-Oct-2026'): ListFile {
  const lines = rows.map((cells) => csvLine(HEADINGS.map((heading) => cells[heading] ?? '')));
  return listFile(
    'list.csv',
    [title, csvLine(HEADINGS), ...lines, ''].filter((line, at) => at > 0 || line !== '').join('\r\n'),
  );
}

export function xlsxFile(rows: readonly Cells[]): ListFile {
  const table = [HEADINGS, ...rows.map((cells) => HEADINGS.map((heading) => cells[heading] ?? ''))];
  return memoryFile('list.xlsx', new Uint8Array(xlsxTable(table)));
}

/** The short form: one row per designation. */
export function shortFile(rows: readonly (readonly string[])[]): ListFile {
  const headings = [
    'Unique ID',
    'OFSI Group ID',
    'Name',
    'Regime Name',
    'Type',
    'Designation source',
    'Date Designated',
    'Sanctions Imposed',
  ];
  return memoryFile('list.ods', new Uint8Array(odsTable([headings, ...rows])));
}

/** XML by nested objects: an array repeats its element. */
export type Tree = { readonly [name: string]: string | Tree | readonly (string | Tree)[] };

export function xmlFile(designations: readonly Tree[], generated = '08/10/2026'): ListFile {
  const inside = (tree: Tree): string =>
    Object.entries(tree)
      .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
      .map(([name, one]) => `<${name}>${typeof one === 'string' ? escapeXml(one) : inside(one)}</${name}>`)
      .join('\n');
  const body = designations.map((designation) => inside({ Designation: designation })).join('\n');
  return listFile(
    'list.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<Designations>\n<DateGenerated>${generated}</DateGenerated>\n${body}\n</Designations>\n`,
  );
}

/** Reads a file with the reader that knows it. */
export async function read(file: ListFile): Promise<ListContent> {
  const reader = readers.find((one) => one.recognise([file]).length > 0);
  if (reader === undefined) throw new Error('no reader knows the file');
  return readWholeList(reader, [file]);
}

/** The formats of the readers that know a file. */
export function formatsOf(file: ListFile): string[] {
  return readers.filter((one) => one.recognise([file]).length > 0).map(({ format }) => format);
}

/** The one entity of one row. */
export async function entityOf(cells: Cells): Promise<Entity> {
  return (await read(csvOf([row(cells)]))).entities[0]!;
}

export { readers };
