/** Invented acts of the Official Journal, written as the extract is, read by the real reader with the real tables. */
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

/** The columns of the extract behind the act's. */
const COLUMNS =
  'recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName,country,nationality,jurisdiction,birthDate,birthPlace,position,passportNumber,gender,appearance,ethnicity,fatherName,motherName,incorporationDate,legalForm,sector,registrationNumber,taxNumber,idNumber,innCode,ogrnCode,kppCode,okpoCode,leiCode,swiftBic,ticker,imoNumber,mmsi,flag,address,phone,email,website,notes';

export type Cells = Readonly<Record<string, string>>;

const DEFAULTS: Cells = {
  celex: '32014R0269',
  recordId: '1',
  programKey: 'EU-UKR',
  annex: 'I.PERSONS',
  measure: 'Asset freeze',
  schema: 'Person',
  name: 'Ivan Ivanovich DOE',
};

export const journal = openReaders(tablesOf(LISTS_TABLES)).find((each) => each.source === 'eu-journal')!;

/** A file of an act; `headings` replaces the extract's own. */
export function actFile(name: string, rows: readonly Cells[], headings?: string) {
  const act = rows[0]?.amendedCelex === undefined ? 'celex' : 'amendedCelex,amendmentCelex';
  const columns = (headings ?? `${act},${COLUMNS}`).split(',');
  const lines = rows.map((row) => {
    const cells = { ...DEFAULTS, ...row } as Cells;
    return columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
  });
  return listFile(name, [columns.join(','), ...lines, ''].join('\n'));
}

/** Reads rows of one consolidated act. */
export function readRows(...rows: readonly Cells[]): Promise<ListContent> {
  return readWholeList(journal, [actFile('consolidated/32014R0269.csv', rows)]);
}

/** The entity of one row. */
export async function entityOf(cells: Cells): Promise<Entity> {
  return (await readRows(cells)).entities[0]!;
}
