import { describe, expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { openFtmReaders } from '../../../src/lists/ftm/index.js';
import { ANY_SOURCE, type ListFile, memoryFile, readWholeList } from '../../../src/lists/index.js';
import { toFtm } from '../../../src/model/index.js';
import { DATASET, linesFile, textFile } from './support.js';

const reader = openFtmReaders()[0]!;
const read = (...files: ListFile[]) => readWholeList(reader, files, 'folder');
const entity = (id: string, more: object = {}) => ({
  id,
  schema: 'Person',
  properties: { name: ['A B'] },
  ...more,
});

async function thrown(work: () => unknown): Promise<CordonError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CordonError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('recognising FollowTheMoney lines', () => {
  it('takes a file of entities whatever it is called, and the index beside it', () => {
    const files = [
      linesFile(DATASET, 'a.json'),
      textFile('{"name":"demo"}', 'index.json'),
      textFile('x', 'README'),
    ];
    expect(reader.recognise(files).map(({ name }) => name)).toEqual(['a.json', 'index.json']);
    expect(reader.source).toBe(ANY_SOURCE);
  });

  it.each([
    ['a delta file', '{"op":"ADD","entity":{"id":"a","schema":"Person","properties":{}}}\n'],
    [
      'a nested export',
      '{"id":"a","schema":"Person","properties":{"familyPerson":[{"id":"f","schema":"Family"}]}}\n',
    ],
    ['other JSON', '{"DATA_SOURCE":"X","NAMES":[]}\n'],
    ['a CSV', 'id,schema,name\n1,Person,A\n'],
    ['nothing', ''],
  ])('leaves %s alone', (_what, text) => {
    expect(reader.recognise([textFile(text)])).toEqual([]);
  });

  it('recognises a file whose first line is longer than the head it looks at', async () => {
    const long = linesFile([entity('a', { properties: { notes: ['x'.repeat(1_100_000)] } })]);
    expect(reader.recognise([long])).toHaveLength(1);
    expect((await read(long)).entities).toHaveLength(1);
    const names = new TextEncoder().encode(
      JSON.stringify(entity('a', { properties: { name: ['имя'.repeat(20_000)] } })),
    );
    const cutInALetter = memoryFile('e.json', names.subarray(0, 30_001));
    expect(reader.recognise([cutInALetter])).toHaveLength(1);
  });
});

describe('a dataset', async () => {
  const content = await read(linesFile(DATASET));
  const byId = new Map(content.entities.map((one) => [one.id, one]));

  it('turns a Sanction into a listing of its target', () => {
    expect(byId.has('san')).toBe(false);
    expect(byId.get('bank')?.listings).toEqual([
      {
        source: 'demo_list',
        entry: 'N-17',
        programme: 'XX-NORTH',
        annex: null,
        measure: 'Asset freeze',
        act: 'Ministry of Examples',
        start: '2022-03-15',
        end: '2026-01-01',
        reason: 'Finances the northern fleet',
        url: 'https://example.org/n-17',
      },
    ]);
  });

  it('of a Sanction under two programmes is listed under both, and loses no authority and no address', async () => {
    const sanction = {
      ...DATASET[1],
      properties: {
        entity: ['bank'],
        programId: ['XX-NORTH', 'XX-SOUTH'],
        authority: ['Ministry of Examples', 'Bank of Examples'],
        sourceUrl: ['https://example.org/n-17', 'https://example.org/s-3'],
        reason: ['Finances the fleet'],
      },
    };
    const { entities } = await read(linesFile([DATASET[0], sanction]));
    const shared = {
      act: 'Ministry of Examples',
      url: 'https://example.org/n-17',
      reason: 'Finances the fleet; authority: Bank of Examples; sourceUrl: https://example.org/s-3',
    };
    expect(entities[0]?.listings).toMatchObject([
      { programme: 'XX-NORTH', ...shared },
      { programme: 'XX-SOUTH', ...shared },
    ]);
  });

  it('that was listed again after its listing ended is listed', async () => {
    const sanction = {
      ...DATASET[1],
      properties: { entity: ['bank'], startDate: ['2010', '2022-02-25'], endDate: ['2015'] },
    };
    const { entities } = await read(linesFile([DATASET[0], sanction]));
    expect(entities[0]?.listings).toMatchObject([{ start: '2010', end: null, entry: 'san' }]);
  });

  it('keeps the ids of the entries that an aggregator made it of, and exports them as they came', async () => {
    const merged = entity('NK-1', { referents: ['ofac-36', 'NK-1', 'eu-fsf-1'] });
    const { entities, issues } = await read(linesFile([merged]));
    expect(issues).toEqual([]);
    const [exported] = toFtm(entities[0]!);
    expect(exported).toMatchObject({ referents: ['ofac-36', 'eu-fsf-1'], properties: { name: ['A B'] } });
    expect(Object.keys(exported!.properties)).toEqual(['name']);
  });

  it('keeps relations as entities and gives a party the text of its address', () => {
    expect(byId.get('own')).toMatchObject({
      schema: 'Ownership',
      listings: [],
      properties: { percentage: ['51'] },
    });
    expect(byId.get('bank')?.properties).toMatchObject({
      address: ['1 Quay, Murmansk'],
      addressEntity: ['adr'],
    });
  });

  it('is named by its entities, and dated by the last time one was seen', () => {
    expect(content).toMatchObject({ source: 'demo_list', published: '2024-05-02', issues: [] });
  });

  it('gives what has no caption the first name, else its id', () => {
    expect(byId.get('owner')?.caption).toBe('Ivan Example');
    expect(byId.get('own')?.caption).toBe('own');
  });
});

describe('the name of a dataset', () => {
  const index = (value: object) => textFile(JSON.stringify(value), 'index.json');
  const datasets = (...names: string[]) => ({ datasets: names });

  it.each([
    [
      'the index',
      [entity('a'), entity('b')],
      { name: 'demo', updated_at: '2024-03-10T15:37:28' },
      'demo',
      '2024-03-10',
    ],
    [
      'the index of a collection',
      [entity('a', datasets('x'))],
      { name: 'all', datasets: ['x'] },
      'all',
      null,
    ],
    [
      'the index, where entities differ',
      [entity('a', datasets('x')), entity('b', datasets('y'))],
      { name: 'all' },
      'all',
      null,
    ],
    ['the folder, where nothing names it', [entity('a')], null, 'folder', null],
    [
      'the folder, where entities differ',
      [entity('a', datasets('x')), entity('b', datasets('y'))],
      null,
      'folder',
      null,
    ],
    [
      'the folder, where the name would lead out of it',
      [entity('a', datasets('../x'))],
      { name: '../../etc' },
      'folder',
      null,
    ],
  ])('comes from %s', async (_from, entities, file, source, published) => {
    const files = file === null ? [] : [index(file)];
    expect(await read(linesFile(entities), ...files)).toMatchObject({ source, published, issues: [] });
  });

  it('is the one that every entity gives, when an index left by another download gives another', async () => {
    const content = await read(
      linesFile([entity('a', datasets('mine'))]),
      index({ name: 'other', updated_at: '2020-01-01' }),
    );
    expect(content).toMatchObject({ source: 'mine', published: null });
    expect(content.issues).toMatchObject([{ code: 'bad-value', file: 'index.json', value: 'other' }]);
  });

  it('is null when nothing names it and no folder is given', async () => {
    const content = await readWholeList(reader, [linesFile([entity('a')])]);
    expect(content).toMatchObject({ source: null, entities: [{ datasets: [] }] });
  });

  it('is given to entities of old files that name none', async () => {
    expect((await read(linesFile([entity('a')]))).entities[0]?.datasets).toEqual(['folder']);
  });
});

describe('odd lines', () => {
  it('counts a property the model lacks once, keeps its values, and names the first line', async () => {
    const values = [1, 2, 3].map((n) => entity(`p${n}`, { properties: { name: ['A'], spouse: [`S${n}`] } }));
    const { entities, issues } = await read(linesFile(values));
    expect(entities[2]?.properties.spouse).toEqual(['S3']);
    expect(issues).toMatchObject([
      { code: 'unknown-property', line: 1, field: 'Person:spouse', value: 'S1' },
    ]);
    expect(issues[0]?.message).toContain('3 times');
  });

  it('keeps an entity of an unknown schema as a Thing', async () => {
    const { entities, issues } = await read(linesFile([entity('a', { schema: 'Spaceship' })]));
    expect(entities[0]).toMatchObject({ schema: 'Thing', properties: { name: ['A B'] } });
    expect(issues).toMatchObject([{ code: 'unknown-schema', value: 'Spaceship' }]);
  });

  it('skips a line that is no JSON, no entity or has no id, and reads on', async () => {
    const text = [
      '{"id":"a","schema":"Person","properties":{}}',
      '{"id":"b",',
      '[1]',
      '{"schema":"Person","properties":{}}',
      '{"id":"c","properties":{}}',
      '{"op":"DEL","entity":{"id":"a"}}',
      '',
      '{"id":"d","schema":"Person","properties":{}}',
    ].join('\r\n');
    const { entities, issues } = await read(textFile(`\uFEFF${text}\r\n`));
    expect(entities.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['bad-record', 2],
      ['bad-record', 3],
      ['missing-field', 4],
      ['missing-field', 5],
      ['bad-record', 6],
    ]);
  });

  it('names the line whose bytes are no UTF-8', async () => {
    const bytes = linesFile([entity('a'), entity('b'), entity('c')]).head.slice();
    bytes[bytes.indexOf(0x0a) + 10] = 0xff;
    const { entities, issues } = await read(memoryFile('entities.ftm.json', bytes));
    expect(entities.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(issues).toMatchObject([{ code: 'bad-encoding', line: 2 }]);
  });

  it('reads a value that is no list, a number, a qualified name and a property outside its place', async () => {
    const value = {
      id: 7,
      schema: 'Person',
      properties: { name: 'A', weight: [80], 'Person:alias': ['B'] },
      title: 'Dr',
    };
    const { entities, issues } = await read(linesFile([value]));
    expect(entities[0]).toMatchObject({
      id: '7',
      properties: { name: ['A'], weight: ['80'], alias: ['B'], title: ['Dr'] },
    });
    expect(issues).toMatchObject([{ code: 'bad-value', field: 'properties', value: 'name' }]);
  });

  it('writes country codes small and keeps, but counts, what is no country and no date', async () => {
    const properties = {
      name: ['A'],
      country: ['SA', 'Nowhere'],
      birthDate: ['1970', '1970-02-30', '1970-01-02T10:00:00'],
    };
    const { entities, issues } = await read(linesFile([entity('a', { properties })]));
    expect(entities[0]?.properties).toMatchObject({
      country: ['sa', 'Nowhere'],
      birthDate: properties.birthDate,
    });
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['bad-date', '1970-02-30'],
      ['bad-value', 'Nowhere'],
    ]);
  });

  it('merges lines of one id, as fragments of one entity', async () => {
    const { entities, issues } = await read(
      linesFile([entity('a'), entity('a', { properties: { name: ['C'], alias: ['D'] } })]),
    );
    expect(entities).toMatchObject([{ properties: { name: ['A B', 'C'], alias: ['D'] } }]);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 2 }]);
  });

  it('keeps a Sanction whose target is missing', async () => {
    const { entities, issues } = await read(linesFile([entity('a'), DATASET[1]]));
    expect(entities.map(({ schema }) => schema)).toEqual(['Person', 'Sanction']);
    expect(issues).toMatchObject([{ code: 'orphan-row', line: 2, value: 'bank' }]);
  });

  it('survives property names that mean something to the language', async () => {
    const { entities } = await read(
      textFile(
        '{"id":"a","schema":"Person","properties":{"__proto__":["x"],"constructor":["y"],"name":["A"]}}\n',
      ),
    );
    expect(Object.keys(entities[0]?.properties ?? {}).sort()).toEqual(['__proto__', 'constructor', 'name']);
    const twice = [entity('a'), { ...entity('a'), properties: { constructor: ['y'] } }];
    expect((await read(linesFile(twice))).entities[0]?.properties).toMatchObject({ constructor: ['y'] });
  });
});

describe('facts that stand on other entities', () => {
  it('puts passports, identity papers and wallets on their holder too', async () => {
    const { entities } = await read(
      linesFile([
        entity('p'),
        { id: '1', schema: 'Passport', properties: { holder: ['p'], number: ['X123'] } },
        { id: '2', schema: 'Identification', properties: { holder: ['p'], number: ['ID9'] } },
        { id: '3', schema: 'CryptoWallet', properties: { holder: ['p'], publicKey: ['bc1qexample'] } },
      ]),
    );
    expect(entities[0]?.properties).toMatchObject({
      passportNumber: ['X123'],
      idNumber: ['ID9'],
      cryptoWallets: ['bc1qexample'],
    });
    expect(entities[3]).toMatchObject({ schema: 'CryptoWallet', properties: { publicKey: ['bc1qexample'] } });
  });
});

describe('files that cannot be a list', () => {
  it('says the line in which a file breaks off', async () => {
    const whole = linesFile([entity('a'), entity('b'), entity('c')]).head;
    const error = await thrown(
      async () => await read(memoryFile('entities.ftm.json', whole.subarray(0, whole.length - 10))),
    );
    expect(error).toMatchObject({ code: 'list-truncated' });
    expect(error.message).toContain('entities.ftm.json:3:');
  });

  it('takes a last line without a line end, if it is whole', async () => {
    const whole = linesFile([entity('a'), entity('b')]).head;
    expect((await read(memoryFile('e', whole.subarray(0, -1)))).entities).toHaveLength(2);
  });

  it.each([
    ['empty', '', 'list-empty'],
    ['blank', '\n \n', 'list-empty'],
    ['no entity in it', '[]\n{}\n', 'list-unreadable'],
  ])('refuses a file that is %s', async (_what, text, code) => {
    expect(await thrown(async () => await read(textFile(text)))).toMatchObject({ code });
  });

  it('reads the newer of two files and names the other', async () => {
    const at = (last_seen: string) => ({ last_seen });
    const old = linesFile([entity('old', at('2023-01-01T00:00:00'))], 'a.json');
    const late = linesFile([entity('late', at('2024-01-01T00:00:00'))], 'b.json');
    const { entities, issues, published } = await read(old, late);
    expect(entities.map(({ id }) => id)).toEqual(['late']);
    expect(published).toBe('2024-01-01');
    expect(issues).toMatchObject([{ code: 'ignored-file', file: 'a.json' }]);
  });
});
