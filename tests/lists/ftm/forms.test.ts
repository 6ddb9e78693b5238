/** The other forms of a dataset: a table of targets, statements, and changes that are no dataset. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFtmReaders } from '../../../src/lists/ftm/index.js';
import { splitValues } from '../../../src/lists/ftm/targets.js';
import { type ListFile, readWholeList } from '../../../src/lists/index.js';
import { hasReal, listFile, realFiles } from '../tables.js';
import { linesFile } from './support.js';

const [json, statements, targets] = openFtmReaders() as [Reader, Reader, Reader];
type Reader = ReturnType<typeof openFtmReaders>[number];

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
const COLUMNS =
  'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change';

/** A table of targets; cells that are not named are empty. */
function table(...rows: readonly Readonly<Record<string, string>>[]): ListFile {
  const columns = COLUMNS.split(',');
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return listFile('targets.simple.csv', csv([columns, ...cells]));
}

const person = { id: 'a', schema: 'Person', name: 'Ivan Doe' };
const readTable = async (row: Readonly<Record<string, string>>) =>
  (await readWholeList(targets, [table({ ...person, ...row })], 'mine')).entities[0]!;

describe('a table of targets', () => {
  it('gives a row’s values to the properties of its columns', async () => {
    const file = table({
      ...person,
      aliases: 'Іван Дое;"Doe; Ivan ""the Don"""',
      birth_date: '1970-04-18;1971',
      countries: 'ru;ua',
      addresses: '"1 Quay; Murmansk"',
      phones: '+7 1',
      emails: 'a@b.ru',
      dataset: 'A title, no name',
      last_seen: '2026-03-13T05:41:01',
    });
    const content = await readWholeList(targets, [file], 'mine');
    expect(content).toMatchObject({ source: 'mine', published: '2026-03-13', issues: [] });
    expect(content.entities).toEqual([
      {
        id: 'a',
        caption: 'Ivan Doe',
        schema: 'Person',
        properties: {
          name: ['Ivan Doe'],
          alias: ['Іван Дое', 'Doe; Ivan "the Don"'],
          birthDate: ['1970-04-18', '1971'],
          country: ['ru', 'ua'],
          address: ['1 Quay; Murmansk'],
          phone: ['+7 1'],
          email: ['a@b.ru'],
        },
        datasets: ['mine'],
        listings: [],
      },
    ]);
  });

  it.each([
    [
      'Vessel',
      '',
      'IMO9187629;511100481;5IM316;AB 1234',
      {
        imoNumber: ['9187629'],
        mmsi: ['511100481'],
        callSign: ['5IM316'],
        registrationNumber: ['AB 1234'],
      },
    ],
    [
      'Company',
      'ru',
      '7707083893;1027700132195;253400V1H6ART1UQ0N98',
      {
        innCode: ['7707083893'],
        ogrnCode: ['1027700132195'],
        leiCode: ['253400V1H6ART1UQ0N98'],
      },
    ],
    ['Company', '', '7707083893;1027700132195', { innCode: ['7707083893'], ogrnCode: ['1027700132195'] }],
    ['Company', 'de', '7707083893', { registrationNumber: ['7707083893'] }],
    ['Company', 'hk', 'IMO5342883', { imoNumber: ['5342883'] }],
    ['Company', 'hk', 'IMO5342884', { registrationNumber: ['IMO5342884'] }],
    ['Person', '', '7707083893;Q42', { idNumber: ['7707083893'], wikidataId: ['Q42'] }],
    [
      'CryptoWallet',
      '',
      '1127pxjx3P7MbKLfWRQ1X6vvt17jARtmap',
      { publicKey: ['1127pxjx3P7MbKLfWRQ1X6vvt17jARtmap'] },
    ],
  ])('%s of "%s" with the numbers %s', async (schema, countries, identifiers, expected) => {
    const { properties } = await readTable({ schema, countries, identifiers });
    const { name: _name, country: _country, ...numbers } = properties;
    expect(numbers).toEqual(expected);
  });

  it('each programme is a listing, with all that is said', async () => {
    const { listings } = await readTable({ sanctions: '"Steals; art"', program_ids: 'UA-1;UA-2' });
    expect(
      listings.map(({ source, entry, programme, reason }) => [source, entry, programme, reason]),
    ).toEqual([
      ['mine', 'a', 'UA-1', 'Steals; art'],
      ['mine', 'a', 'UA-2', 'Steals; art'],
    ]);
  });

  it('a sanction of which nothing is told is a listing too; none is none', async () => {
    expect((await readTable({ sanctions: '""' })).listings).toMatchObject([
      { programme: null, reason: null },
    ]);
    expect((await readTable({ sanctions: '' })).listings).toEqual([]);
  });

  it('a value that the schema has no place for is kept in the notes', async () => {
    const { properties } = await readTable({ schema: 'Vessel', birth_date: '1990', phones: '1' });
    expect(properties.notes).toEqual(['birth_date: 1990', 'phones: 1']);
  });

  it('without the column of programmes, as it was before 2025, and with one nobody knows', async () => {
    const text = 'id,schema,name,aliases,identifiers,sanctions,shoes\na,Person,Ivan,,,,43\n';
    const { entities, issues } = await readWholeList(targets, [listFile('t.csv', text)], 'mine');
    expect(entities).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'unknown-column', field: 'shoes' }]);
  });

  it('a row without an id is skipped and named', async () => {
    const { entities, issues } = await readWholeList(targets, [table({ ...person, id: '' }, person)], 'mine');
    expect(entities).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'missing-field', line: 2, field: 'id' }]);
  });

  it('values come back as they were joined', () => {
    const value = fc.string({ unit: fc.constantFrom('a', ';', '"', ' ', 'я', ',') });
    const quoted = (text: string) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        fc.pre(values.join('') !== '');
        expect(splitValues(values.map(quoted).join(';'))).toEqual(values);
      }),
    );
    expect(splitValues('')).toEqual([]);
    expect(splitValues('""')).toEqual(['']);
  });
});

const HEADER =
  'canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen';
const statement = (id: string, prop: string, value: string, more: Readonly<Record<string, string>> = {}) =>
  HEADER.split(',').map(
    (column) =>
      ({ canonical_id: id, prop, value, schema: 'Person', dataset: 'demo_list', ...more })[column] ?? '',
  );
const statementsFile = (...rows: readonly (readonly string[])[]) =>
  listFile('statements.csv', csv([HEADER.split(','), ...rows]));

describe('statements', () => {
  it('of one entity are one entity, of the narrowest schema; Sanctions are its listings', async () => {
    const rows = [
      statement('bank', 'id', 'x1', { schema: 'LegalEntity' }),
      statement('bank', 'name', 'Bank of the North', { schema: 'LegalEntity' }),
      statement('bank', 'name', 'Северный банк', { schema: 'Company', last_seen: '2024-05-01T10:00:00' }),
      statement('san', 'entity', 'bank', { schema: 'Sanction' }),
      statement('san', 'programId', 'XX-NORTH', { schema: 'Sanction' }),
      statement('owner', 'Person:name', 'Ivan Example'),
    ];
    const content = await readWholeList(statements, [statementsFile(...rows)], 'folder');
    expect(content).toMatchObject({ source: 'demo_list', published: '2024-05-01', issues: [] });
    expect(content.entities).toMatchObject([
      {
        id: 'bank',
        schema: 'Company',
        properties: { name: ['Bank of the North', 'Северный банк'] },
        listings: [{ programme: 'XX-NORTH' }],
      },
      { id: 'owner', schema: 'Person', properties: { name: ['Ivan Example'] }, datasets: ['demo_list'] },
    ]);
  });

  it('that stand apart are joined, and the place is named', async () => {
    const rows = [statement('a', 'name', 'A'), statement('b', 'name', 'B'), statement('a', 'alias', 'C')];
    const { entities, issues } = await readWholeList(statements, [statementsFile(...rows)]);
    expect(entities.map(({ id, properties }) => [id, properties])).toEqual([
      ['b', { name: ['B'] }],
      ['a', { name: ['A'], alias: ['C'] }],
    ]);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 4, value: 'a' }]);
  });

  it('about entities of other lists that nobody confirmed are left out, and counted', async () => {
    const rows = [
      statement('a', 'name', 'A'),
      statement('z', 'name', 'Z', { external: 't' }),
      statement('y', 'name', 'Y', { external: 't' }),
    ];
    const { entities, issues } = await readWholeList(statements, [statementsFile(...rows)]);
    expect(entities.map(({ id }) => id)).toEqual(['a']);
    expect(issues).toMatchObject([
      { code: 'orphan-row', line: 3, message: expect.stringContaining('(2 times)') },
    ]);
  });

  it('say the same as the same entities in lines', async () => {
    const texts = fc.array(fc.constantFrom('A', 'Б', 'x"y', 'a,b', 'l\nm'), { minLength: 1, maxLength: 3 });
    const entity = fc.record({ name: texts, alias: texts });
    await fc.assert(
      fc.asyncProperty(fc.array(entity, { minLength: 1, maxLength: 5 }), async (list) => {
        const lines = list.map((properties, at) => ({
          id: `e${at}`,
          schema: 'Person',
          properties,
          datasets: ['d'],
        }));
        const rows = list.flatMap((properties, at) =>
          Object.entries(properties).flatMap(([prop, values]) =>
            values.map((value) => statement(`e${at}`, prop, value, { dataset: 'd' })),
          ),
        );
        const [a, b] = [
          await readWholeList(json, [linesFile(lines)]),
          await readWholeList(statements, [statementsFile(...rows)]),
        ];
        expect(b.entities).toEqual(a.entities);
      }),
    );
  });
});

describe('changes of a dataset', () => {
  const delta = listFile(
    'entities.delta.json',
    '{"op":"ADD","entity":{"id":"a","schema":"Person","properties":{}}}\n',
  );

  it('are recognised by no reader, and one says why', () => {
    for (const reader of openFtmReaders()) expect(reader.recognise([delta])).toEqual([]);
    expect(json.whyNot?.(delta)).toMatch(/the changes of a dataset, not the dataset/);
    expect(json.whyNot?.(linesFile([{ id: 'a', schema: 'Person', properties: {} }]))).toBeNull();
  });
});

describe('an export that stands for an official list', () => {
  const [, , own] = openFtmReaders('ua-war-sanctions') as [Reader, Reader, Reader];

  it('bears the list’s id, whatever the dataset calls itself', async () => {
    const [content] = [await readWholeList(own, [table({ ...person, program_ids: 'UA-1' })], 'folder')];
    expect(content.source).toBeUndefined();
    expect(content.entities).toMatchObject([
      { datasets: ['ua-war-sanctions'], listings: [{ source: 'ua-war-sanctions' }] },
    ]);
  });

  it.skipIf(!hasReal('ua-war-sanctions'))(
    'is read whole: every entry is listed (skipped where the list is absent)',
    async () => {
      const content = await readWholeList(own, own.recognise(realFiles('ua-war-sanctions')));
      expect(content).toMatchObject({ published: '2026-03-13', issues: [] });
      expect(content.entities).toHaveLength(5600);
      expect(content.entities.filter(({ listings }) => listings.length === 0)).toEqual([]);
      const vessels = content.entities.filter(({ schema }) => schema === 'Vessel');
      expect(vessels).toHaveLength(1340);
      expect(vessels.filter(({ properties }) => properties.imoNumber !== undefined).length).toBeGreaterThan(
        1330,
      );
    },
  );
});

it.skipIf(!hasReal('ftm-samples'))(
  'the wallets of a real table are found by address (skipped where it is absent)',
  async () => {
    const content = await readWholeList(
      targets,
      targets.recognise(realFiles('ftm-samples/ransomwhere')),
      'ransomwhere',
    );
    expect(content).toMatchObject({ source: 'ransomwhere', published: '2023-11-03', issues: [] });
    expect(content.entities).toHaveLength(10_449);
    expect(content.entities.every(({ properties }) => properties.publicKey?.length === 1)).toBe(true);
  },
);
