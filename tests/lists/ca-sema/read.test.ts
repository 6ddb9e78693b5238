import { describe, expect, it } from 'vitest';
import { readAliases } from '../../../src/lists/ca-sema/names.js';
import { mapped, readRecords, record } from './support.js';

const DOE = { LastName: 'DOE', GivenName: 'Jan Petrovich' };

describe('the file', () => {
  it('has no day of its own: the newest listing stands for it', async () => {
    const { published } = await readRecords(
      record({ ...DOE, DateOfListing: '2024-02-01' }),
      record({ EntityOrShip: 'North Works', DateOfListing: '2021-01-01' }),
    );
    expect(published).toBe('2024-02-01');
  });

  it('with a field that nobody knows says so and keeps it as a note', async () => {
    const { entity, issues } = await mapped({ ...DOE, ShoeSize: '43' });
    expect(entity.properties.notes).toEqual(['ShoeSize: 43']);
    expect(issues).toMatchObject([{ code: 'unknown-element', field: 'ShoeSize', line: 3 }]);
  });

  it('without a record is empty', async () => {
    await expect(readRecords('<!-- <LastName> -->')).rejects.toMatchObject({ code: 'list-empty' });
  });
});

describe('an entry', () => {
  it('is under regulations, schedule and item; the country is no nationality', async () => {
    const { entity } = await mapped({ ...DOE, Item: '44' });
    expect(entity.listings).toMatchObject([
      {
        entry: 'Northland, 1, Part 1, item 44',
        programme: 'Northland',
        annex: '1 Part 1',
        start: '2022-03-15',
      },
    ]);
    expect(Object.keys(entity.properties)).not.toContain('nationality');
    expect(Object.keys(entity.properties)).not.toContain('country');
  });

  it('keeps its id when an amendment renumbers it or adds a birth date', async () => {
    const { entity: before } = await mapped({ ...DOE, Item: '44' });
    const { entity: after } = await mapped({
      ...DOE,
      Item: '43',
      Schedule: '1,Part 1',
      DateOfBirthOrShipBuildDate: '1971',
    });
    expect(after.id).toBe(before.id);
    expect(after.listings[0]?.annex).toBe('1 Part 1');
  });

  it('of one name under other regulations has another id; the same name twice under one is kept twice', async () => {
    const other = { ...DOE, Country: 'Southland' };
    const { entities, issues } = await readRecords(record(DOE), record(other), record({ ...DOE, Item: '9' }));
    expect(new Set(entities.map(({ id }) => id)).size).toBe(3);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', field: 'Item' }]);
  });
});

describe('names', () => {
  it('of people are written given name first', async () => {
    expect((await mapped(DOE)).entity).toMatchObject({
      schema: 'Person',
      caption: 'Jan Petrovich DOE',
      properties: { firstName: ['Jan Petrovich'], lastName: ['DOE'] },
    });
  });

  it('a bracket behind a family name is another spelling of it', async () => {
    const { entity } = await mapped({ LastName: 'DOE (DOH)', GivenName: 'Jan' });
    expect(entity.properties).toMatchObject({ name: ['Jan DOE'], alias: ['Jan DOH'] });
  });

  it.each([
    ['North Works (NW)', { name: ['North Works'], weakAlias: ['NW'] }],
    [
      'North Works LLC (also known as Northern Works)',
      { name: ['North Works LLC'], alias: ['Northern Works'] },
    ],
    ['North Works (a.k.a. AO North and AO Nord)', { name: ['North Works'], alias: ['AO North', 'AO Nord'] }],
    ['North Works\n(also known as Nordic\nWorks', { name: ['North Works'], alias: ['Nordic Works'] }],
    ['North Works (Kolomna)', { name: ['North Works (Kolomna)'] }],
    ['Northern Navy/Marine du Nord', { name: ['Northern Navy', 'Marine du Nord'] }],
    ['Nord Bank A/S', { name: ['Nord Bank A/S'] }],
  ])('%s', async (text, properties) => {
    expect((await mapped({ EntityOrShip: text })).entity.properties).toEqual({
      ...properties,
      topics: ['sanction'],
    });
  });

  it.each([
    ['Jan Dow, Belarusian: Ян Доу,  Russian: Иван Доу', ['Jan Dow', 'Ян Доу', 'Иван Доу']],
    ['Иван Доу; Ivan Dow', ['Иван Доу', 'Ivan Dow']],
    ['Иван Доу / Iван Доу', ['Иван Доу', 'Iван Доу']],
    ['(Иван Доу / Iван Доу', ['Иван Доу', 'Iван Доу']],
    ['Иван Доу and Iван Доу', ['Иван Доу', 'Iван Доу']],
    ['Ministry of War and Peace', ['Ministry of War and Peace']],
    ['Jan Dow\n يان دو', ['Jan Dow', 'يان دو']],
    ['North Co          Arabic: شركة الشمال', ['North Co', 'شركة الشمال']],
    ['Север, АО', ['Север, АО']],
    ['ОАО, Север', ['ОАО Север']],
    ['Общество c ограниченной ответственностью Север', ['Общество c ограниченной ответственностью Север']],
    ['', []],
  ])('aliases %j', (field, names) => {
    expect(readAliases(field)).toEqual(names);
  });

  it('one word is only a weak alias of a person, and a full one of a firm', async () => {
    expect((await mapped({ ...DOE, Aliases: 'Ivan' })).entity.properties).toMatchObject({
      weakAlias: ['Ivan'],
    });
    expect((await mapped({ EntityOrShip: 'North Works', Aliases: 'Norwo' })).entity.properties).toMatchObject(
      {
        alias: ['Norwo'],
      },
    );
  });
});

describe('dates', () => {
  it.each([
    ['1971-02-03', ['1971-02-03']],
    ['1971-02', ['1971-02']],
    ['1963 or 1964', ['1963', '1964']],
    ['1963-01-02 OR 1964-03-04', ['1963-01-02', '1964-03-04']],
    ['1963-1965', ['1963/1965']],
    ['Sep-62', ['1962-09']],
    ['26001', ['1971-03-09']],
  ])('%s is %j', async (text, dates) => {
    const { entity, issues } = await mapped({ ...DOE, DateOfBirthOrShipBuildDate: text });
    expect(entity.properties.birthDate).toEqual(dates);
    expect(issues).toEqual([]);
  });

  it.each(['born in the early 1970s', 'May-12', '99999', '1971-13-01'])(
    '%s is kept as a note, with an issue',
    async (text) => {
      const { entity, issues } = await mapped({ ...DOE, DateOfBirthOrShipBuildDate: text });
      expect(entity.properties).not.toHaveProperty('birthDate');
      expect(entity.properties.notes).toEqual([`Date of birth or of building: ${text}`]);
      expect(issues).toMatchObject([{ code: 'bad-date', value: text }]);
    },
  );
});

describe('ships and titles', () => {
  it('a ship has type, number and year of building', async () => {
    const ship = { EntityOrShip: 'North Star', TitleOrShip: 'Oil Tanker', ShipIMONumber: '9074729' };
    const { entity, issues } = await mapped({ ...ship, DateOfBirthOrShipBuildDate: '2003' });
    expect(entity).toMatchObject({
      schema: 'Vessel',
      properties: { name: ['North Star'], type: ['Oil Tanker'], imoNumber: ['9074729'], buildDate: ['2003'] },
    });
    expect(issues).toEqual([]);
    expect((await mapped({ ...ship, ShipIMONumber: '9074728' })).issues).toMatchObject([
      { code: 'bad-checksum' },
    ]);
  });

  it('a title stands in both languages', async () => {
    const { entity } = await mapped({ ...DOE, TitleOrShip: 'General/général' });
    expect(entity.properties.title).toEqual(['General', 'général']);
  });
});
