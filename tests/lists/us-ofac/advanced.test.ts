/** OFAC's advanced XML, by invented files in its shape. */
import { describe, expect, it } from 'vitest';
import type { ListContent } from '../../../src/lists/index.js';
import { readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile } from '../tables.js';
import {
  type AdvancedFile,
  advancedFile,
  at,
  choice,
  dated,
  days,
  detail,
  numberOf,
  place,
} from './advanced-file.js';
import { readerOf } from './support.js';

const reader = (source: 'us-ofac-sdn' | 'us-ofac-consolidated' = 'us-ofac-sdn') => readerOf(source, 10);
const read = (
  file: AdvancedFile | string,
  source?: 'us-ofac-sdn' | 'us-ofac-consolidated',
): Promise<ListContent> =>
  readWholeList(reader(source), [
    listFile('SDN_ADVANCED.XML', typeof file === 'string' ? file : advancedFile(file)),
  ]);
const only = async (file: AdvancedFile): Promise<Entity> => {
  const { entities, issues } = await read(file);
  expect(issues).toEqual([]);
  return entities[0]!;
};
const doe = {
  main: true,
  type: 'Name',
  parts: [
    ['Last Name', 'DOE'],
    ['First Name', 'Ivan'],
  ],
} as const;
const person = { id: 11, kind: 'Individual', names: [doe] } as const;
const firm = {
  id: 12,
  kind: 'Entity',
  names: [{ main: true, type: 'Name', parts: [['Entity Name', 'EXAMPLE TRADING LLC']] }],
} as const;

describe('names', () => {
  it('are put together by what their parts mean, two hops away', async () => {
    const names = [
      {
        parts: [
          ['First Name', 'Ioann'],
          ['Last Name', 'DOU'],
          ['Patronymic', 'Petrovich'],
        ],
      },
      doe,
      {
        type: 'F.K.A.',
        parts: [
          ['Last Name', 'ROE'],
          ['First Name', 'Ivan'],
          ['Middle Name', 'P.'],
        ],
      },
      { low: true, parts: [['Last Name', 'ABU IVAN']] },
      {
        low: true,
        parts: [
          ['Last Name', 'DOE'],
          ['First Name', 'Vanya'],
        ],
      },
    ] as const;
    const entity = await only({ parties: [{ ...person, names }] });
    expect(entity).toMatchObject({ id: 'ofac-11', caption: 'Ivan DOE', schema: 'Person' });
    expect(entity.properties).toMatchObject({
      name: ['Ivan DOE'],
      firstName: ['Ivan'],
      lastName: ['DOE'],
      alias: ['Ioann Petrovich DOU'],
      previousName: ['Ivan P. ROE'],
      weakAlias: ['ABU IVAN', 'Vanya DOE'],
    });
  });

  it('in other scripts are names too, in their own order, and never the caption', async () => {
    const inScript = (script: string, last: string, first: string) => ({
      ...doe,
      script,
      parts: [
        ['Last Name', last],
        ['First Name', first],
      ] as const,
    });
    const names = [
      inScript('Cyrillic', 'Доу', 'Иван'),
      inScript('Chinese Simplified', '王', '小明'),
      doe,
      { ...inScript('Arabic', 'دو', 'إيفان'), main: false, type: 'A.K.A.' },
    ];
    const { caption, properties } = await only({ parties: [{ ...person, names }] });
    expect(caption).toBe('Ivan DOE');
    expect(properties).toMatchObject({ name: ['Ivan DOE', 'Иван Доу', '王小明'], alias: ['إيفان دو'] });
  });
});

describe('dates', () => {
  it.each([
    [['1962-02-13', '1962-02-13'], {}, '1962-02-13'],
    [['1962-01-01', '1962-12-31'], {}, '1962'],
    [['1961-04-01', '1961-04-30'], {}, '1961-04'],
    [['1951-01-01', '1953-12-31'], {}, '1951/1953'],
    [['1976-03-02', '1978-05-04'], {}, '1976-03-02/1978-05-04'],
    [['1951-01-01', '1951-12-31'], { circa: true }, '1951~'],
  ] as const)('born %j %j: %s', async (span, options, birthDate) => {
    const features = [['Birthdate', days(span, options)]] as const;
    const entity = await only({ parties: [{ ...person, features }] });
    expect(entity.properties.birthDate).toEqual([birthDate]);
  });

  it('of another calendar are no date: the words are kept, with an issue', async () => {
    const features = [['Birthdate', days(['1370-01-01', '1370-12-29'], { calendar: 'Islamic' })]] as const;
    const { entities, issues } = await read({ parties: [{ ...person, features }] });
    expect(entities[0]?.properties).not.toHaveProperty('birthDate');
    expect(entities[0]?.properties.notes?.join()).toContain('1370 (Islamic)');
    expect(issues).toMatchObject([{ code: 'bad-date', field: 'Feature' }]);
  });
});

it('a person has birth place, gender, nationality, title, address, wallet and documents', async () => {
  const features = [
    ['Place of Birth', detail('Zanjan, Iran')],
    ['Gender', choice('Male')],
    ['Nationality Country', at(1)],
    ['Title', detail('Minister of Oil; Major General')],
    ['Location', at(2)],
    ['Location', at(1)],
    ['Digital Currency Address - XBT', detail('12ExampleAddressNotReal')],
    ['Website', detail('www.example.org')],
  ] as const;
  const documents = [
    {
      party: 11,
      type: 'Passport',
      number: 'A1234567',
      country: 'Iran',
      dates: dated('Issue Date', '1991-08-12') + dated('Expiration Date', '2001-08-11'),
    },
    { party: 11, type: 'Passport', number: 'B7654321', country: 'Iran', validity: 'Fraudulent' },
    { party: 11, type: 'Tax ID No.', number: '500100732259', country: 'Russia', authority: 'INN' },
  ];
  const locations = [
    [1, place({}, 'Iran')],
    [
      2,
      place({ ADDRESS1: '1 Main Street', ADDRESS2: 'Floor 2', CITY: 'Tehran', 'POSTAL CODE': '123' }, 'Iran'),
    ],
  ] as const;
  const { properties } = await only({ parties: [{ ...person, features }], documents, locations });
  expect(properties).toMatchObject({
    birthPlace: ['Zanjan, Iran'],
    gender: ['male'],
    nationality: ['ir'],
    position: ['Minister of Oil', 'Major General'],
    address: ['1 Main Street, Floor 2, Tehran 123, Iran'],
    country: ['ir', 'ru'],
    cryptoWallets: ['12ExampleAddressNotReal'],
    website: ['www.example.org'],
    passportNumber: ['A1234567', 'B7654321'],
    innCode: ['500100732259'],
  });
  expect(properties.notes).toContain('Passport A1234567 (Iran) issued 12 Aug 1991 expires 11 Aug 2001');
  expect(properties.notes).toContain('Passport B7654321 (Iran) (Fraudulent)');
  expect(properties.notes).toContain('Tax ID No. 500100732259 (Russia): INN');
});

it('a vessel has IMO, MMSI, flags, type and call sign; a region without a country is a region', async () => {
  const names = [{ main: true, type: 'Name', parts: [['Vessel Name', 'EXAMPLE STAR']] }] as const;
  const features = [
    ['VESSEL FLAG', detail('Panama')],
    ['Other Vessel Flag', detail('Iran')],
    ['Vessel Type', detail('Crude Oil Tanker')],
    ['Vessel Call Sign', detail('ABCD7')],
    ['MMSI', detail('511100481')],
    ['Location', at(1)],
  ] as const;
  const documents = [{ party: 13, type: 'Vessel Registration Identification', number: 'IMO 9231767' }];
  const locations = [[1, place({ CITY: 'Jabaliya', REGION: 'Gaza' })]] as const;
  const entity = await only({ parties: [{ id: 13, kind: 'Vessel', names, features }], documents, locations });
  expect(entity.schema).toBe('Vessel');
  expect(entity.properties).toMatchObject({
    name: ['EXAMPLE STAR'],
    imoNumber: ['9231767'],
    mmsi: ['511100481'],
    flag: ['pa', 'ir'],
    type: ['Crude Oil Tanker'],
    callSign: ['ABCD7'],
    address: ['Jabaliya, Gaza'],
    country: ['ps'],
  });
});

it('an aircraft has model and tail number', async () => {
  const names = [{ main: true, type: 'Name', parts: [['Entity Name', 'EP-XXX']] }] as const;
  const features = [
    ['Aircraft Model', detail('IL76-TD')],
    ['Aircraft Tail Number', detail('EP-XXX')],
  ] as const;
  const entity = await only({ parties: [{ id: 14, kind: 'Aircraft', names, features }] });
  expect(entity).toMatchObject({
    schema: 'Airplane',
    properties: { model: ['IL76-TD'], registrationNumber: ['EP-XXX'] },
  });
});

describe('relations', () => {
  const parties = [person, firm];

  it('to a party that comes later bear its name too; an owner is linked by its id', async () => {
    const relations = [{ from: 12, to: 13, type: 'Owned or Controlled By' }];
    const owner = {
      ...firm,
      id: 13,
      names: [{ ...firm.names[0], parts: [['Entity Name', 'OWNER']] }],
    } as const;
    const { entities, issues } = await read({ parties: [...parties, owner], relations });
    const owned = entities.find(({ id }) => id === 'ofac-12');
    expect(owned?.properties.parent).toEqual(['ofac-13']);
    expect(owned?.properties.notes).toEqual(
      expect.arrayContaining(['Linked To: OWNER', 'Owned or Controlled By: ofac-13']),
    );
    expect(entities).toHaveLength(3);
    expect(issues).toEqual([]);
  });

  it('that ended, or that the model has no property for, are notes alone', async () => {
    const relations = [
      { from: 12, to: 11, type: 'Owned or Controlled By', former: true },
      { from: 11, to: 12, type: 'Acting for or on behalf of' },
    ];
    const { entities } = await read({ parties, relations });
    const byId = new Map(entities.map((entity) => [entity.id, entity.properties]));
    expect(byId.get('ofac-12')).not.toHaveProperty('parent');
    expect(byId.get('ofac-12')?.notes).toContain('Formerly Owned or Controlled By: ofac-11');
    expect(byId.get('ofac-12')?.notes).toContain('Linked To: DOE, Ivan');
    expect(byId.get('ofac-11')?.notes).toContain('Acting for or on behalf of: ofac-12');
  });
});

describe('listings', () => {
  const listed = async (
    entries: NonNullable<AdvancedFile['entries']>,
    features: readonly (readonly [string, string])[] = [],
    source?: 'us-ofac-consolidated',
  ) => (await read({ parties: [{ ...firm, features }], entries }, source)).entities[0]!;

  it('have the day of their entry, the earliest of several lists, and an act where it is certain', async () => {
    const { listings, properties } = await listed([
      {
        party: 12,
        list: 'Consolidated List',
        events: [['2014-10-10', 'Executive Order 13662 (Ukraine)']],
        programmes: ['UKRAINE-EO13662'],
      },
      {
        party: 12,
        events: [
          ['2014-09-12', 'Executive Order 13662 (Ukraine)'],
          ['2018-04-06', 'Executive Order 13224 (Terrorism)'],
        ],
        programmes: ['UKRAINE-EO13662', 'SDGT'],
        kinds: ['Block'],
      },
    ]);
    expect(listings.map(({ programme, start, act }) => [programme, start, act])).toEqual([
      ['UKRAINE-EO13662', '2014-09-12', 'Executive Order 13662 (Ukraine)'],
      ['SDGT', '2014-09-12', null],
    ]);
    expect(listings[0]).toMatchObject({ entry: '12', annex: null, measure: null, end: null });
    expect(properties.notes).toContain(
      'Consolidated List, since 2014-10-10 (Executive Order 13662 (Ukraine))',
    );
    expect(properties.notes?.join()).toContain('SDN List, since 2014-09-12');
    expect(properties.notes?.join()).toContain('Block');
  });

  it('end with the last day of their measure, of two lists with the later one, of one that goes on with none', async () => {
    const ends = async (...until: (string | undefined)[]) =>
      (
        await listed(until.map((day) => (day === undefined ? { party: 12 } : { party: 12, until: day })))
      ).listings.map(({ end }) => end);
    expect(await ends('2024-02-29')).toEqual(['2024-02-29']);
    expect(await ends('2024-02-29', '2023-01-31')).toEqual(['2024-02-29']);
    expect(await ends('2024-02-29', undefined)).toEqual([null]);
  });

  it('name directives as the CSV does: instead of the programme on the non-SDN list, with their own day', async () => {
    const features = [
      ['Executive Order 13662 Directive Determination -', choice('Subject to Directive 1')],
      ['Effective Date (EO 14024 Directive 3):', days(['2022-03-26', '2022-03-26'])],
    ] as const;
    const entries = [{ party: 12, programmes: ['UKRAINE-EO13662', 'RUSSIA-EO14024'] }];
    const keys = ({ listings }: Entity) =>
      listings.map(({ programme, annex, start }) => [programme, annex, start]);
    expect(keys(await listed(entries, features, 'us-ofac-consolidated'))).toEqual([
      ['UKRAINE-EO13662', 'Directive 1', '2020-03-04'],
      ['RUSSIA-EO14024', 'Directive 3', '2022-03-26'],
    ]);
    expect(keys(await listed(entries, features))).toHaveLength(4);
  });
});

describe('what is not known', () => {
  it('the day and the known namespaces and versions give no issue, others are named', async () => {
    const { published, issues } = await read({ parties: [person] });
    expect(published).toBe('2026-10-08');
    expect(issues).toEqual([]);
    const other = await read({ parties: [person], namespace: 'https://example.org/new', version: '4' });
    expect(other.entities).toHaveLength(1);
    expect(other.issues).toMatchObject([
      { code: 'unknown-version', line: 2, field: 'xmlns', value: 'https://example.org/new' },
      { code: 'unknown-version', field: 'Version', value: '4' },
    ]);
  });

  it('an element is named once, with its line; the rest is read', async () => {
    const text = advancedFile({ parties: [person, firm] })
      .replaceAll('<NamePartGroups>', '<Quux>1</Quux><NamePartGroups>')
      .replace('<SanctionsEntryLinks />', '<Novelties><Novelty /></Novelties>');
    const { entities, issues } = await read(text);
    const lines = text.split('\n');
    const lineOf = (mark: string) => lines.findIndex((line) => line.includes(mark)) + 1;
    expect(entities).toHaveLength(2);
    expect(issues).toMatchObject([
      { code: 'unknown-element', field: 'Novelties', line: lineOf('<Novelties>') },
      { code: 'unknown-element', field: 'Quux', line: lineOf('<Quux>') },
    ]);
  });

  it('a feature without a row is a note with an issue; a number without a word is an issue', async () => {
    const features = [['Quux', detail('17')]] as const;
    const text = advancedFile({ parties: [{ ...person, features }] }).replace(
      `AliasTypeID="${numberOf('AliasType', 'Name')}"`,
      'AliasTypeID="99999"',
    );
    const { entities, issues } = await read(text);
    expect(entities[0]?.properties).toMatchObject({
      name: ['Ivan DOE'],
      notes: expect.arrayContaining(['Quux 17']),
    });
    expect(issues).toMatchObject([
      { code: 'bad-value', field: 'AliasTypeID', value: '99999' },
      { code: 'bad-value', field: 'AliasTypeID' },
      { code: 'unplaced-text', field: 'Feature', value: 'Quux 17' },
    ]);
  });

  it('documents, entries, relations and locations of nobody are named', async () => {
    const { issues } = await read({
      parties: [{ ...person, features: [['Location', at(404)]] }],
      documents: [{ party: 98, type: 'Passport', number: 'A1' }],
      entries: [{ party: 11 }, { party: 99 }],
      relations: [{ from: 97, to: 11, type: 'Owned or Controlled By' }],
    });
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['orphan-row', 'LocationID'],
      ['orphan-row', 'IDRegDocument'],
      ['orphan-row', 'SanctionsEntry'],
      ['orphan-row', 'ProfileRelationship'],
    ]);
  });

  it('parties without reference sets, and no parties, are no list that can be read', async () => {
    const text = advancedFile({ parties: [person] });
    await expect(read(text.replace(/<ReferenceValueSets>[\s\S]*<\/ReferenceValueSets>/, ''))).rejects.toThrow(
      expect.objectContaining({ code: 'list-unreadable' }),
    );
    await expect(read({ parties: [], entries: [{ party: 1 }] })).rejects.toThrow(
      expect.objectContaining({ code: 'list-empty' }),
    );
  });

  it('a party without entries has no programme, which is an issue; a repeated one is told apart', async () => {
    const { entities, issues } = await read({ parties: [person, person], entries: [{ party: 11 }] });
    expect(entities.map(({ id }) => id)).toEqual(['ofac-11', expect.stringMatching(/^ofac-11-\d+$/)]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-field', 'duplicate-entry']);
  });
});
