import { describe, expect, it } from 'vitest';
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import { listFile, tablesOf } from '../tables.js';

const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'us-bis-dpl')!;
const COLUMNS =
  'Name,Street_Address,City,State,Country,Postal_Code,Effective_Date,Expiration_Date,Standard_Order,Last_Update,Action,FR_Citation'.split(
    ',',
  );
const DOE = {
  Name: 'JAN DOE',
  Street_Address: '1 MAIN ROAD',
  City: 'NORTHTOWN',
  State: 'TX',
  Effective_Date: '08/24/2022',
  Expiration_Date: '01/14/2026',
  Standard_Order: 'Y',
  FR_Citation: '87 F.R. 52741 8/29/2022',
};

type Row = Readonly<Record<string, string>>;

function read(...rows: Row[]): Promise<ListContent> {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))];
  const text = lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join('\t')}\r\n`).join('');
  const files = [listFile('dpl.txt', text)];
  return readWholeList(reader, reader.recognise(files));
}

describe('an order', () => {
  it('has its days, both in force, and its notice', async () => {
    const { entities, issues } = await read(DOE);
    expect(issues).toEqual([]);
    expect(entities[0]?.listings).toMatchObject([
      { measure: 'exports', programme: 'DPL', start: '2022-08-24', end: '2026-01-14', act: DOE.FR_Citation },
      { measure: 'other dealings', start: '2022-08-24', end: '2026-01-14' },
    ]);
  });

  it('without an end is open; a day that is none is told', async () => {
    expect((await read({ ...DOE, Expiration_Date: '' })).entities[0]?.listings[0]?.end).toBeNull();
    const { entities, issues } = await read({ ...DOE, Expiration_Date: '31/31/2026' });
    expect(entities[0]?.listings[0]?.end).toBeNull();
    expect(issues).toMatchObject([{ code: 'bad-date', line: 2, field: 'Expiration_Date' }]);
  });

  it('of several addresses is one entity, however far apart its rows', async () => {
    const { entities } = await read(
      DOE,
      { ...DOE, Name: 'NORTH WORKS, LLC' },
      { ...DOE, City: 'SOUTHTOWN', State: '', Country: 'AE' },
    );
    expect(entities.map(({ caption, schema }) => [caption, schema])).toEqual([
      ['NORTH WORKS, LLC', 'Company'],
      ['JAN DOE', 'LegalEntity'],
    ]);
    expect(entities[1]?.properties).toMatchObject({
      address: ['1 MAIN ROAD, NORTHTOWN, TX', '1 MAIN ROAD, SOUTHTOWN, AE'],
      country: ['us', 'ae'],
    });
    expect(entities[1]?.listings).toHaveLength(2);
  });
});

describe('the id', () => {
  const idOf = async (row: Row) => (await read(row)).entities[0]?.id;

  it('stays when a prisoner is moved and when the order is renewed', async () => {
    const id = await idOf(DOE);
    expect(await idOf({ ...DOE, Street_Address: '2 OTHER ROAD' })).toBe(id);
    expect(await idOf({ ...DOE, FR_Citation: `${DOE.FR_Citation}, 88 F.R. 1 1/1/2023` })).toBe(id);
  });

  it('differs for another order on somebody of the same name', async () => {
    expect(await idOf({ ...DOE, FR_Citation: '80 F.R. 99 1/1/2015' })).not.toBe(await idOf(DOE));
  });

  it('is that of the row in the Consolidated Screening List', async () => {
    const csl = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'us-csl')!;
    const text =
      'source,name,federal_register_notice,source_list_url\nDenied Persons List (DPL) - Bureau of Industry and Security,JAN DOE,87 F.R. 52741 8/29/2022,https://example.org\n';
    const { entities } = await readWholeList(csl, [listFile('csl.csv', text)]);
    expect(entities[0]?.id).toBe(await idOf(DOE));
  });
});
