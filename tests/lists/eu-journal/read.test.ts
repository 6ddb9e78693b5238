import { describe, expect, it } from 'vitest';
import { readWholeList } from '../../../src/lists/index.js';
import { listFile } from '../tables.js';
import { actFile, journal, readRows } from './support.js';

describe('files of the extract', () => {
  it('are known by their headings, acts and amendments; others are not', () => {
    const files = [
      actFile('consolidated/32014R0269.csv', [{}]),
      actFile('amendments/x.csv', [{ amendedCelex: '32014R0269', amendmentCelex: '32026R1843' }]),
      listFile('other.csv', 'celex,name\n1,2\n'),
      listFile('SOURCE.txt', 'celex,recordId,programKey'),
      listFile('empty.csv', ''),
    ];
    expect(journal.recognise(files.slice(0, 3)).map((file) => file.name)).toEqual([
      'consolidated/32014R0269.csv',
      'amendments/x.csv',
    ]);
    expect(journal.recognise(files.slice(4))).toEqual([]);
  });

  it('an act that lists nobody is no error; a folder of such acts is empty', async () => {
    const none = actFile('consolidated/32004R0314.csv', []);
    const some = actFile('consolidated/32014R0269.csv', [{}]);
    expect(await readWholeList(journal, [none, some])).toMatchObject({ published: null, issues: [] });
    await expect(readWholeList(journal, [none])).rejects.toThrowError(
      expect.objectContaining({ code: 'list-empty' }),
    );
  });

  it.each([
    ['a quote that never closes', '32014R0269,1,"EU-UKR,I'],
    ['missing columns at its end', '32014R0269,1,EU-UKR,I.PERSONS'],
  ])('a file with %s is refused as cut, naming file and line', async (_what, tail) => {
    const whole = new TextDecoder().decode(actFile('a.csv', [{}]).head);
    await expect(readWholeList(journal, [listFile('a.csv', whole + tail)])).rejects.toThrowError(
      expect.objectContaining({ code: 'list-truncated', message: expect.stringContaining('a.csv:3') }),
    );
  });

  it('a column it does not know is named once and kept in the notes', async () => {
    const headings = 'celex,recordId,programKey,annex,measure,schema,name,colour';
    const file = actFile('a.csv', [{ colour: 'red' }, { recordId: '2', colour: 'blue' }], headings);
    const { entities, issues } = await readWholeList(journal, [file]);
    expect(entities.map((entity) => entity.properties.notes)).toEqual([['colour: red'], ['colour: blue']]);
    expect(issues).toMatchObject([{ code: 'unknown-column', file: 'a.csv', line: 1, field: 'colour' }]);
  });

  it('a heading that is needed and missing makes a file unreadable', async () => {
    const file = listFile('a.csv', 'celex,recordId,programKey,annex,measure,schema\n1,2,3,4,5,6\n');
    await expect(readWholeList(journal, [file])).rejects.toThrowError(
      expect.objectContaining({ code: 'list-unreadable', message: expect.stringContaining('"name"') }),
    );
  });
});

describe('entries', () => {
  it('one number names a person and a company in two annexes, and both in one', async () => {
    const { entities } = await readRows(
      { recordId: '645' },
      { recordId: '645', schema: 'Company', name: 'DOE LLC' },
      { recordId: '645', annex: 'I.ENTITIES', schema: 'Company', name: 'ROE LLC' },
    );
    expect(entities.map((entity) => [entity.id, entity.listings[0]?.entry])).toEqual([
      ['eu-32014r0269-i-persons-645-person', '32014R0269 I.PERSONS 645 Person'],
      ['eu-32014r0269-i-persons-645-company', '32014R0269 I.PERSONS 645 Company'],
      ['eu-32014r0269-i-entities-645-company', '32014R0269 I.ENTITIES 645 Company'],
    ]);
  });

  it('without a number the name is the key', async () => {
    const { entities } = await readRows({ celex: '32002R0881', annex: 'I', recordId: '', name: 'Ivan Doe' });
    expect(entities[0]).toMatchObject({
      id: 'eu-32002r0881-i-ivan-doe-person',
      listings: [{ entry: '32002R0881 I Ivan Doe Person' }],
    });
  });

  it('an amendment replaces the entry of its key and adds others, whatever the order of the files', async () => {
    const act = actFile('consolidated/32014R0833.csv', [
      { celex: '32014R0833', annex: 'XLII', recordId: '629', schema: 'Vessel', name: 'KRITI VIGOR' },
    ]);
    const amend = (recordId: string, name: string) => ({
      amendedCelex: '32014R0833',
      amendmentCelex: '32026R1848',
      annex: 'XLII',
      recordId,
      schema: 'Vessel',
      name,
    });
    const change = actFile('amendments/32026R1848.csv', [
      amend('629', 'STORMBRINGER (ex KRITI VIGOR)'),
      amend('700', 'OTHER'),
    ]);
    const { entities, issues } = await readWholeList(journal, [change, act]);
    expect(entities.map((entity) => entity.properties)).toMatchObject([
      { name: ['STORMBRINGER'], previousName: ['KRITI VIGOR'] },
      { name: ['OTHER'] },
    ]);
    expect(entities[0]?.listings[0]).toMatchObject({ act: '32014R0833' });
    expect(issues).toEqual([]);
  });

  it('the later of two amendments counts, and one act in two files is read twice with every entry kept', async () => {
    const amend = (celex: string, name: string) =>
      actFile(`amendments/${celex}.csv`, [{ amendedCelex: '32014R0269', amendmentCelex: celex, name }]);
    const act = (name: string) => actFile(name, [{ name: 'Old DOE' }, { recordId: '2', name: 'Jane ROE' }]);
    const files = [
      amend('32026R1848', 'Newest DOE'),
      act('a.csv'),
      amend('32026R0001', 'New DOE'),
      act('b.csv'),
    ];
    const { entities, issues } = await readWholeList(journal, files);
    expect(entities.map(({ id, caption }) => [id, caption])).toEqual([
      ['eu-32014r0269-i-persons-2-person', 'Jane ROE'],
      ['eu-32014r0269-i-persons-1-person-2', 'Old DOE'],
      ['eu-32014r0269-i-persons-2-person-3', 'Jane ROE'],
      ['eu-32014r0269-i-persons-1-person', 'Newest DOE'],
    ]);
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['duplicate-entry', 'b.csv', 2],
      ['duplicate-entry', 'b.csv', 3],
    ]);
  });

  it('a record under two measures has two listings', async () => {
    const ship = { celex: '32016R0044', annex: 'V', schema: 'Vessel', name: 'AVAX' };
    const { entities } = await readRows(
      { ...ship, measure: 'Transportation restrictions' },
      { ...ship, measure: 'Financial restrictions' },
    );
    expect(entities).toHaveLength(1);
    expect(entities[0]?.listings.map((listing) => listing.measure)).toEqual([
      'Transportation restrictions',
      'Financial restrictions',
    ]);
  });

  it('a second entry of one key is kept beside the first, and named', async () => {
    const { entities, issues } = await readRows(
      { recordId: '', name: 'Ali Doe' },
      { recordId: '', name: 'Ali Doe' },
    );
    expect(new Set(entities.map((entity) => entity.id)).size).toBe(2);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 3 }]);
  });

  it('a listing says programme, annex, measure, act, start and reason in the words of the source', async () => {
    const content = await readRows({ startDate: '25.2.2022', reason: 'Member of the government.' });
    const { listings } = content.entities[0]!;
    expect(listings).toEqual([
      {
        source: 'eu-journal',
        entry: '32014R0269 I.PERSONS 1 Person',
        programme: 'EU-UKR',
        annex: 'I.PERSONS',
        measure: 'Asset freeze',
        act: '32014R0269',
        start: '2022-02-25',
        end: null,
        reason: 'Member of the government.',
        url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32014R0269',
      },
    ]);
  });

  it.each([
    ['', null],
    ['9 August 2022', '2022-08-09'],
    ['17 Mar. 2011', '2011-03-17'],
    ['2026-08-07', '2026-08-07'],
  ])('a start of "%s" is %s', async (startDate, start) => {
    expect((await readRows({ startDate })).entities[0]?.listings[0]?.start).toBe(start);
  });

  it('schemata are the model’s, organisations told from companies; an unknown one is named', async () => {
    const schema = async (cells: Record<string, string>) => (await readRows(cells)).entities[0]?.schema;
    expect(await schema({ schema: 'LegalEntity', name: 'Taliban Council' })).toBe('Organization');
    expect(await schema({ schema: 'LegalEntity', name: 'Valkur LLC' })).toBe('Company');
    expect(await schema({ schema: 'Asset', name: 'RUBx' })).toBe('Asset');
    const strange = await readRows({ schema: 'Planet', name: 'Mars' });
    expect(strange.entities[0]?.schema).toBe('LegalEntity');
    expect(strange.issues).toMatchObject([
      { code: 'unknown-schema', line: 2, field: 'schema', value: 'Planet' },
    ]);
  });
});
