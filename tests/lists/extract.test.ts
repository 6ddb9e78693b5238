/** Extracts: rows become entities with listings; what cannot be read is told. Every party is invented. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CordonError, readTable } from '../../src/base/index.js';
import { readWholeList } from '../../src/lists/index.js';
import { wholeBytes } from '../../src/lists/reading/file.js';
import { MEASURES_TABLES, openMeasures } from '../../src/rules/measures/index.js';
import { csvOf, extractReader, readExtract } from './extract-support.js';
import { hasReal, listFile, realFiles, tablesOf } from './tables.js';

const SOURCES = [
  'cn-sanctions',
  'ch-fiaa',
  'us-dod-1260h',
  'us-fincen-311',
  'us-state-cuba',
  'us-special-leg',
];
const FIAA = 'Name,Alias,Birth date,Nationality,Program,Listed,Delisted,Source URL';

it('rows of one name are one party with a listing each; the newest notice is the day of the list', async () => {
  const headings = 'Type,Name,Chinese name,Country,Topics,Body,List,Date,End date';
  const { entities, issues, published } = await readExtract(
    'cn-sanctions',
    csvOf(
      headings,
      'Company,Proba Arms Inc.,普罗巴公司,US,sanction.counter,Ministry of Commerce,UEL,16.02.23,',
      'Company,Proba Arms Inc,,US,export.control,Ministry of Commerce,List of Export Controls,02.01.2025,',
      'Person,Ann Proba,,Japan,sanction.counter,Ministry of Foreign Affairs,,13.07.20,13.07.23',
    ),
  );
  expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 3 }]);
  expect(published).toBe('2025-01-02');
  expect(entities).toMatchObject([
    {
      id: 'cn-sanctions-proba-arms-inc',
      schema: 'Company',
      properties: { name: ['Proba Arms Inc.', '普罗巴公司', 'Proba Arms Inc'], country: ['us'] },
      listings: [
        { programme: 'UEL', start: '2023-02-16', end: null },
        { programme: 'List of Export Controls', start: '2025-01-02' },
      ],
    },
    {
      schema: 'Person',
      properties: { country: ['jp'] },
      listings: [{ programme: 'Ministry of Foreign Affairs', start: '2020-07-13', end: '2023-07-13' }],
    },
  ]);
});

it('a freeze that was lifted keeps both days', async () => {
  const row =
    'Ivo PROBAN,Iwo PROBAN;I. PROBAN,1965-12-12,tn,CH-FIAA-TN,2016-07-01,2018-02-28,https://example.org';
  const { entities, issues } = await readExtract('ch-fiaa', csvOf(FIAA, row));
  expect(issues).toEqual([]);
  expect(entities).toMatchObject([
    {
      id: 'ch-fiaa-ivo-proban',
      properties: { alias: ['Iwo PROBAN', 'I. PROBAN'], birthDate: ['1965-12-12'], nationality: ['tn'] },
      listings: [{ programme: 'CH-FIAA-TN', start: '2016-07-01', end: '2018-02-28' }],
    },
  ]);
});

it('where each notice is the whole list, an older one ends on the day before the next begins', async () => {
  const { entities } = await readExtract(
    'us-dod-1260h',
    csvOf(
      'Name,Clean Name,Alias,Parent Name,Start date,End date',
      'Proba Ltd (PRB)*,Proba Ltd,PRB,,2021-06-03,',
      'Proba Ltd,Proba Ltd,PRB,Proba Group,2025-01-07,2026-02-17',
    ),
  );
  expect(entities).toHaveLength(1);
  expect(entities[0]?.properties.notes).toEqual([
    'printed as: Proba Ltd (PRB)*',
    'subsidiary of Proba Group',
  ]);
  expect(entities[0]?.listings.map(({ start, end }) => [start, end])).toEqual([
    ['2021-06-03', '2025-01-06'],
    ['2025-01-07', '2026-02-17'],
  ]);
});

it('an owner that a notice only speaks of is kept without a listing', async () => {
  const { entities } = await readExtract(
    'us-fincen-311',
    csvOf(
      'Measure,Relationship,Type,Name,Country,Topics,Notes',
      'Proba Bank,self,,Proba Bank Ltd,Latvia,,',
      'Proba Bank,owner,Person,Ivo PROBAN,,,holds 40 percent',
    ),
  );
  expect(entities).toMatchObject([
    { schema: 'Company', listings: [{ programme: 'Section 311', measure: 'self', act: 'Proba Bank' }] },
    { schema: 'Person', listings: [], properties: { topics: ['sanction.linked'] } },
  ]);
  expect(entities[1]?.properties.notes).toEqual(['holds 40 percent', 'owner: Proba Bank']);
});

it('the two Cuban lists are read together, each into its programme', async () => {
  const { entities } = await readExtract(
    'us-state-cuba',
    csvOf('Id,Company,Acronym,EffectiveDate', 'proba,Empresa Proba,EP,2025-02-06'),
    csvOf('Id,Name,Alias,City,Address', 'proba,Hotel Proba,Villa P,Havana,Calle 1'),
  );
  expect(entities.map(({ id, listings }) => [id, listings[0]?.programme])).toEqual([
    ['us-state-cuba-restricted-proba', 'Cuba Restricted List'],
    ['us-state-cuba-accommodation-proba', 'Cuba Prohibited Accommodations List'],
  ]);
});

it('a law without a first day counts from its report', async () => {
  const headings = 'schema,name,aliases,program,authority,report-date,start-date,end-date,country';
  const row = 'Company,Proba Institute,PI,Section 1286 of an Act,United States Congress,2024,,,China';
  const { entities } = await readExtract('us-special-leg', csvOf(headings, row));
  expect(entities).toMatchObject([{ listings: [{ start: '2024', programme: 'Section 1286 of an Act' }] }]);
});

it('what cannot be read is told with file, line and column, and the party is kept', async () => {
  const { entities, issues } = await readExtract(
    'ch-fiaa',
    csvOf(
      `${FIAA},Aura`,
      'Ivo PROBAN,,someday,Atlantis,CH-FIAA-TN,2016-07-01,,,blue',
      ',,,,CH-FIAA-TN,2016-07-01,,,',
    ),
  );
  expect(entities).toMatchObject([{ properties: { notes: ['Nationality: Atlantis'] } }]);
  expect(issues.map(({ code, line, field }) => [code, line, field])).toEqual([
    ['unknown-column', 1, 'Aura'],
    ['bad-date', 2, 'Birth date'],
    ['bad-value', 2, 'Nationality'],
    ['missing-name', 3, ''],
  ]);
});

it('an extract without anybody, or cut inside a row, is refused', async () => {
  await expect(readExtract('ch-fiaa', csvOf(FIAA))).rejects.toMatchObject({ code: 'list-empty' });
  await expect(readExtract('ch-fiaa', `${FIAA}\nIvo PROBAN,,1965`)).rejects.toMatchObject({
    code: 'list-truncated',
  });
});

it('a person and a firm of one name stay two', async () => {
  const { entities, issues } = await readExtract(
    'cn-sanctions',
    csvOf(
      'Type,Name,Chinese name,Body,List,Date',
      'Company,Proba,,MFA,AFSL,02.12.2019',
      'Person,Proba,,MFA,AFSL,02.12.2019',
    ),
  );
  expect(entities.map(({ id, schema }) => [id, schema])).toEqual([
    ['cn-sanctions-proba', 'Company'],
    ['cn-sanctions-proba-person', 'Person'],
  ]);
  expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 3 }]);
});

it('a person and a company of one name keep their ids, whichever row comes first', async () => {
  const headings = 'Type,Name,Chinese name,Body,List,Date';
  const rows = ['Company', 'Person'].map((type) => `${type},Proba,,MFA,AFSL,02.12.2019`);
  const idsOf = async (...some: string[]) =>
    new Map(
      (await readExtract('cn-sanctions', csvOf(headings, ...some))).entities.map((e) => [e.schema, e.id]),
    );
  expect(await idsOf(...rows.toReversed())).toEqual(
    new Map([
      ['Person', 'cn-sanctions-proba-person'],
      ['Company', 'cn-sanctions-proba'],
    ]),
  );
  expect([...(await idsOf(...rows))].sort()).toEqual([...(await idsOf(...rows.toReversed()))].sort());
});

it('names that only their signs tell apart are one party, and it is told; case and blanks are no difference', async () => {
  const { entities, issues } = await readExtract(
    'ch-fiaa',
    csvOf(
      FIAA,
      ...['North Star', 'NORTH  STAR', 'North-Star!', 'North-Star!'].map(
        (name) => `${name},,,tn,CH-FIAA-TN,2016-07-01,,https://example.org`,
      ),
    ),
  );
  expect(entities).toHaveLength(1);
  expect(issues).toMatchObject([
    { code: 'duplicate-entry', line: 4, message: expect.stringContaining('North-Star!') },
  ]);
});

it('a notice that was suspended later has its own rows of measures, one for each period', async () => {
  const { entities } = await readExtract(
    'cn-sanctions',
    csvOf('Type,Name,Chinese name,Body,List,Date', 'Company,Proba,,Ministry of Commerce,UEL,04.04.2025'),
  );
  const listing = entities[0]!.listings[0]!;
  const measures = openMeasures(tablesOf(MEASURES_TABLES));
  expect(measures.measureOf(listing, '2025-05-13')?.kind).toBe('trade-ban');
  expect(measures.measureOf(listing, '2025-05-14')?.kind).toBe('suspended');
});

it.skipIf(!hasReal('cn-sanctions')).each([
  // source, entities, listings, issues, newest notice
  ['cn-sanctions', 457, 610, 7, '2026-08-05'],
  ['ch-fiaa', 158, 158, 0, '2026-01-05'],
  ['us-dod-1260h', 227, 397, 6, '2026-06-08'],
  ['us-fincen-311', 397, 243, 1, null],
  ['us-state-cuba', 668, 668, 0, '2025-07-14'],
  ['us-special-leg', 385, 638, 4, '2026-08-04'],
] as const)(
  '%s as it lies beside the checkout: %i entities, %i listings (skipped without ../shared/data)',
  async (source, entities, listings, issues, published) => {
    const reader = extractReader(source);
    const list = await readWholeList(reader, reader.recognise(realFiles(source)));
    expect(list.published).toBe(published);
    const held = list.entities.flatMap((entity) => entity.listings);
    expect([list.entities.length, held.length, list.issues.length]).toEqual([entities, listings, issues]);
    // One Chinese row names neither a list nor a body.
    const measures = openMeasures(tablesOf(MEASURES_TABLES));
    const without = held.filter((listing) => measures.measureOf(listing, '2026-08-05') === null);
    expect(without.map(({ programme }) => programme)).toEqual(source === 'cn-sanctions' ? [null] : []);
  },
);

it.skipIf(!hasReal('cn-sanctions')).each(SOURCES)(
  '%s: no cell of text is dropped (skipped without ../shared/data)',
  async (source) => {
    const reader = extractReader(source);
    const files = reader.recognise(realFiles(source));
    const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const held = plain(JSON.stringify((await readWholeList(reader, files)).entities));
    const lost: string[] = [];
    for (const file of files) {
      const text = new TextDecoder().decode(await wholeBytes(file));
      for (const { line, cells } of readTable(text, file.name).rows) {
        for (const [heading, cell] of Object.entries(cells)) {
          // Days and countries are read as such; a kind of row is a schema, or says which rows are listings.
          if (/date|^listed|^delisted|country|nationality|^type$|^schema$|relationship/i.test(heading))
            continue;
          for (const part of cell.split(';'))
            if (!held.includes(plain(part))) lost.push(`${line} ${heading}: ${part}`);
        }
      }
    }
    expect(lost).toEqual([]);
  },
);

it('a byte that flips gives other words or a coded error, and no party is lost in silence', async () => {
  const text = csvOf(FIAA, 'Ivo PROBAN,,1965,tn,P,2016-07-01,,u', 'Ada PROBAN,,1966,tn,P,2016-07-01,,u');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.constantFrom(...'";,\n\r 0x'.split('')),
      async (at, sign) => {
        const file = listFile('a.csv', text.slice(0, at) + sign + text.slice(at + 1));
        const reader = extractReader('ch-fiaa');
        if (reader.recognise([file]).length === 0) return;
        try {
          const { entities, issues } = await readWholeList(reader, [file]);
          if (entities.length < 2) expect(issues.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof CordonError)) throw error;
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
