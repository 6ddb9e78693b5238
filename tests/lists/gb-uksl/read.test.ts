/** Designations of the UK list, one oddity at a time. */
import { describe, expect, it } from 'vitest';
import { isImo } from '../../../src/model/index.js';
import { listFile } from '../tables.js';
import { type Cells, csvOf, entityOf, read, readers, row, shortFile, type Tree, xmlFile } from './support.js';

const properties = async (cells: Cells) => (await entityOf(cells)).properties;
const short = async (name: string, kind = 'Individual') =>
  (await read(shortFile([['RUS9001', '', name, 'Russia', kind, 'UK', '31-07-2024', 'Asset freeze']])))
    .entities[0]!;

describe('names', () => {
  it.each([
    ['Primary Name', '', 'name'],
    ['Primary Name Variation', '', 'alias'],
    ['Alias', '', 'alias'],
    ['Alias', 'Good quality a.k.a.', 'alias'],
    ['Alias', 'Low quality a.k.a.', 'weakAlias'],
    ['Primary Name', 'Low quality a.k.a.', 'name'],
  ])('%s of strength "%s" is a %s', async (type, strength, property) => {
    const rows = [
      row({ 'Name 6': 'FIRST' }),
      row({ 'Name 6': 'SECOND', 'Name type': type, 'Alias strength': strength }),
    ];
    const { entities, issues } = await read(csvOf(rows));
    expect(entities[0]?.properties[property]).toContain('SECOND');
    expect(issues).toEqual([]);
  });

  it('a kind of name nobody knows is an alias, and said', async () => {
    const { entities, issues } = await read(
      csvOf([row({}), row({ 'Name 6': 'SECOND', 'Name type': 'Nom de guerre' })]),
    );
    expect(entities[0]?.properties.alias).toEqual(['SECOND']);
    expect(issues).toMatchObject([{ code: 'bad-value', line: 4, value: 'Nom de guerre' }]);
  });

  it('a designation of aliases alone is called by the first, and said', async () => {
    const { entities, issues } = await read(csvOf([row({ 'Name type': 'Alias' })]));
    expect(entities[0]?.caption).toBe('ORLENKOV');
    expect(issues).toMatchObject([{ code: 'missing-field', field: 'nameType' }]);
  });

  it.each([
    ['ORLENKOV Pyotr Olegovich', 'Pyotr Olegovich ORLENKOV', 'ORLENKOV'],
    ['Al-EXAMPLI Ali Hussein', 'Ali Hussein Al-EXAMPLI', 'Al-EXAMPLI'],
    ['VON DER MUSTER Hans', 'Hans VON DER MUSTER', 'VON DER MUSTER'],
    ['MUSTER HANS PETER', 'HANS PETER MUSTER', undefined],
    ['Muster Hans', 'Hans Muster', undefined],
    ['Madonna', 'Madonna', undefined],
  ])('the short form’s "%s" reads %s', async (text, full, family) => {
    const { caption, properties: said } = await short(text);
    expect([caption, said.lastName?.[0]]).toEqual([full, family]);
  });

  it('the short form’s firms and ships keep their order', async () => {
    expect((await short('EXAMPLE Trade Bank', 'Entity')).caption).toBe('EXAMPLE Trade Bank');
  });
});

describe('what a listing says', () => {
  it('each sanction is a listing; the programme is the regime’s short name, the act its regulations', async () => {
    const { listings } = await entityOf({
      'Sanctions Imposed': 'Asset freeze|Trust Services Sanctions|Asset freeze',
    });
    expect(listings).toMatchObject([
      { entry: 'RUS9001', programme: 'Russia', measure: 'Asset freeze', start: '2024-07-31' },
      { act: 'The Russia (Sanctions) (EU Exit) Regulations 2019', measure: 'Trust Services Sanctions' },
    ]);
  });

  it.each([
    ['The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019', 'Iran (Nuclear)'],
    ['The Iran (Sanctions) Regulations 2023', 'Iran'],
    [
      "The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019",
      "ISIL (Da'esh) and Al-Qaida",
    ],
    [
      'The ISIL (Da’esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019',
      "ISIL (Da'esh) and Al-Qaida",
    ],
    ['The Counter-Terrorism (Sanctions) (EU Exit) Regulations 2019', 'Counter-Terrorism (Domestic)'],
    [
      'The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019',
      'Counter-Terrorism (International)',
    ],
    ['The Republic of Belarus (Sanctions) (EU Exit) Regulations 2019', 'Belarus'],
    ['The Guinea-Bissau (Sanctions) (EU Exit) Regulations 2019', 'Guinea-Bissau'],
    ['The Russia (Sanctions) (EU Exit) Regulations 2031', 'Russia'],
    ['The Atlantis (Sanctions) Regulations 2031', 'The Atlantis (Sanctions) Regulations 2031'],
  ])('%s is %s', async (name, programme) => {
    const { listings } = await entityOf({ 'Regime Name': name });
    expect(listings[0]).toMatchObject({ programme, act: name });
  });

  it('a designation without a sanction has one listing without a measure, for a person to look at', async () => {
    expect((await entityOf({ 'Sanctions Imposed': '-' })).listings).toMatchObject([{ measure: null }]);
  });

  it('a cell of a hundred thousand blanks does not hold the reader up', async () => {
    const started = performance.now();
    const { listings } = await entityOf({
      'Sanctions Imposed': `Asset freeze|Travel${' '.repeat(100_000)}Ban`,
    });
    expect(listings).toHaveLength(2);
    // Walked from each blank anew it took five seconds.
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('reasons that only a later row gives stand with every listing', async () => {
    const sanctions = { 'Sanctions Imposed': 'Asset freeze|Travel Ban' };
    const { entities } = await read(
      csvOf([row(sanctions), row({ ...sanctions, 'UK Statement of Reasons': 'Invented.' })]),
    );
    expect(entities[0]?.listings.map(({ reason }) => reason)).toEqual(['Invented.', 'Invented.']);
  });
});

describe('facts', () => {
  it.each([
    ['01/02/1970', '1970-02-01'],
    ['dd/mm/1970', '1970'],
    ['dd/02/1970', '1970-02'],
    ['00/00/1970', '1970'],
    ['(1) 01/02/1970 (2) 1971', '1970-02-01 1971'],
    ['circa 1970', '1970~'],
  ])('born %s is %s', async (text, dates) => {
    expect((await properties({ 'D.O.B': text })).birthDate?.join(' ')).toBe(dates);
  });

  it('a date that cannot be read is kept and said', async () => {
    const { entities, issues } = await read(csvOf([row({ 'D.O.B': '31/02/1970' })]));
    expect(entities[0]?.properties.notes).toContain('Date of birth: 31/02/1970');
    expect(issues).toMatchObject([{ code: 'bad-date', line: 3, field: 'birthDate', value: '31/02/1970' }]);
  });

  it('a ship’s number loses its prefix; a false one is kept and said', async () => {
    const ship = { 'Designation Type': 'Ship' };
    const { imoNumber } = await properties({ ...ship, 'IMO number': 'IMO9074729' });
    expect(imoNumber?.every(isImo)).toBe(true);
    const { entities, issues } = await read(csvOf([row({ ...ship, 'IMO number': 'IMO9074728' })]));
    expect(entities[0]?.properties.imoNumber).toEqual(['9074728']);
    expect(issues).toMatchObject([{ code: 'bad-checksum', value: 'IMO9074728' }]);
  });

  it('numbers go where their label and country say', async () => {
    const firm = { 'Designation Type': 'Entity', 'Address Country': 'Russia' };
    expect(await properties({ ...firm, 'Business registration number (s)': '1027700132195' })).toMatchObject({
      ogrnCode: ['1027700132195'],
    });
    expect(
      await properties({
        'National Identifier number': '7707083893',
        'National Identifier additional information': 'Russian tax number (INN)',
        'Nationality(/ies)': 'Russia',
      }),
    ).toMatchObject({ innCode: ['7707083893'], nationality: ['ru'] });
  });

  it('the UN’s reference is kept, so that the UN’s entry can be found', async () => {
    expect(await properties({ 'UN Reference Number': 'KPe.901 ' })).toMatchObject({ unscId: ['KPe.901'] });
  });

  it('a country nobody knows is kept and said', async () => {
    const { entities, issues } = await read(csvOf([row({ 'Nationality(/ies)': 'Atlantis' })]));
    expect(entities[0]?.properties.notes).toContain('nationality: Atlantis');
    expect(issues).toMatchObject([{ code: 'bad-value', field: 'nationality', value: 'Atlantis' }]);
  });

  it('no text of a row is lost', async () => {
    const cells = Object.fromEntries(
      [
        'Title',
        'Other Information',
        'UK Statement of Reasons',
        'Address Line 3',
        'Phone number',
        'Position',
        'Subsidiaries',
        'Parent company',
        'Tonnage of ship',
        'Length of ship',
        'Hull identification number (HIN)',
        'Passport additional information',
        'OFSI Group ID',
      ].map((heading, at) => [heading, `TEXT${at}`]),
    );
    for (const kind of ['Individual', 'Entity', 'Ship', 'Volcano']) {
      const all = JSON.stringify(await entityOf({ ...cells, 'Designation Type': kind }));
      for (const text of Object.values(cells)) expect(all, kind).toContain(text);
    }
  });
});

describe('files', () => {
  it('rows of one id that stand apart are one entity, in CSV', async () => {
    const rows = [
      row({}),
      row({ 'Unique ID': 'RUS9002', 'Name 6': 'OTHER' }),
      row({ 'Name 6': 'LATER', 'Name type': 'Alias' }),
    ];
    const { entities, issues } = await read(csvOf(rows));
    expect(entities.map(({ id, properties: { alias } }) => [id, alias])).toEqual([
      ['gb-RUS9002', undefined],
      ['gb-RUS9001', ['LATER']],
    ]);
    expect(issues).toEqual([]);
  });

  it('where ids of another shape stand apart, the second is told apart and said', async () => {
    const rows = ['A-1', 'A-2', 'A-1'].map((id) => row({ 'Unique ID': id, 'Name 6': `N${id}` }));
    const { entities, issues } = await read(csvOf(rows));
    expect(entities.map(({ id }) => id)).toEqual(['gb-A-1', 'gb-A-2', 'gb-A-1-2']);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 5, value: 'gb-A-1' }]);
  });

  it('an id told apart never takes an id that another designation has', async () => {
    const rows = ['A-1-2', 'A-1', 'A-3', 'A-1'].map((id) => row({ 'Unique ID': id, 'Name 6': `N${id}` }));
    const { entities } = await read(csvOf(rows));
    expect(new Set(entities.map(({ id }) => id)).size).toBe(4);
    expect(entities[0]?.id).toBe('gb-A-1-2');
  });

  it('an id that comes twice in XML is told apart and said', async () => {
    const one: Tree = {
      UniqueID: 'RUS9001',
      Names: { Name: { Name6: 'A', NameType: 'Primary Name' } },
      RegimeName: 'Russia',
      IndividualEntityShip: 'Entity',
      SanctionsImposed: 'Asset freeze',
      DateDesignated: '31/07/2024',
    };
    const { entities, issues } = await read(xmlFile([one, one]));
    expect(entities.map(({ id }) => id)).toEqual(['gb-RUS9001', 'gb-RUS9001-2']);
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-entry']);
  });

  it('an entry without an id gets one of its name, the same every time', async () => {
    const ids = async () => (await read(csvOf([row({ 'Unique ID': '' })]))).entities.map(({ id }) => id);
    expect((await ids())[0]).toMatch(/^gb-[0-9a-f]{12}$/);
    expect(await ids()).toEqual(await ids());
  });

  it('a column and an element nobody knows are said; the element’s text is kept', async () => {
    const file = csvOf([row({})]);
    const text = Buffer.from(file.head).toString().replace('Gender', 'Sex');
    expect((await read(listFile('list.csv', text))).issues).toMatchObject([
      { code: 'unknown-column', field: 'Sex' },
    ]);
    const one: Tree = {
      UniqueID: 'RUS9001',
      Names: { Name: { Name6: 'A', NameType: 'Primary Name' } },
      RegimeName: 'Russia',
      IndividualEntityShip: 'Entity',
      SanctionsImposed: 'Asset freeze',
      DateDesignated: '31/07/2024',
      Novelties: { Novelty: 'first of all' },
    };
    const { entities, issues } = await read(xmlFile([one]));
    expect(issues).toMatchObject([{ code: 'unknown-element', field: 'Novelty', value: 'first of all' }]);
    expect(entities[0]?.properties.notes).toContain('Novelty: first of all');
  });

  it.each([
    [
      'CSV cut inside a row',
      () =>
        listFile(
          'l.csv',
          Buffer.from(csvOf([row({}), row({})]).head)
            .toString()
            .slice(0, -90),
        ),
      'list-truncated',
    ],
    ['CSV without a row', () => csvOf([]), 'list-empty'],
    [
      'XML cut',
      () =>
        listFile(
          'l.xml',
          Buffer.from(xmlFile([{ UniqueID: 'RUS1' }]).head)
            .toString()
            .slice(0, -20),
        ),
      'list-truncated',
    ],
    ['XML without a designation', () => xmlFile([]), 'list-empty'],
    ['a spreadsheet without the columns', () => shortFile([]), 'list-empty'],
  ])('%s is refused', async (_what, file, code) => {
    await expect(read(file())).rejects.toMatchObject({ code });
  });

  it('the newest of several copies is read, the others are named', async () => {
    const old = { ...csvOf([row({})], 'Report Date: 07-Oct-2026'), name: 'old.csv' };
    const reader = readers.find(({ format }) => format === 'UK CSV')!;
    const issues: string[] = [];
    const sink = {
      entity: () => undefined,
      issue: ({ code, file }: { code: string; file: string }) => issues.push(`${code} ${file}`),
    };
    const { published } = await reader.read([old, csvOf([row({})])], sink);
    expect([published, issues]).toEqual(['2026-10-08', ['ignored-file old.csv']]);
  });
});
