import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrintedDates } from '../../../src/lists/eu-journal/dates.js';
import { splitItems } from '../../../src/lists/wording/printed-items.js';
import { readDocumentNumbers } from '../../../src/lists/wording/printed-numbers.js';
import { entityOf, readRows } from './support.js';

describe('cells with several values', () => {
  it.each([
    ['A; B ;C', ['A', 'B', 'C']],
    ['(a) 16.11.1977, (b) 16.11.1974', ['16.11.1977', '16.11.1974']],
    ['"a) Mosul, Iraq; b) Hararah, Iraq"', ['Mosul, Iraq', 'Hararah, Iraq']],
    ['Tallamkho; Byuro (X; Y); Z', ['Tallamkho', 'Byuro (X; Y)', 'Z']],
    ['Broken (X; Y', ['Broken (X', 'Y']],
    ['N/D', []],
    ['', []],
  ])('%s', (cell, items) => {
    expect(splitItems(cell)).toEqual(items);
  });

  it('gives back values joined by semicolons', () => {
    const value = fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,3}$/);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) => {
        expect(splitItems(values.join('; '))).toEqual(values);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['25.2.1962', ['1962-02-25']],
    ['Approximately 1963', ['1963~']],
    ['(probably) 1944', ['1944~']],
    ['1970 circa', ['1970~']],
    ['Circa 1946 or 1949 or 1960', ['1946~', '1949~', '1960~']],
    ['21.11.1964 / 1965', ['1964-11-21', '1965']],
    ['28.01 1966', ['1966-01-28']],
    ['8 Oct.1970', ['1970-10-08']],
    ['24.4.1991 as ‘ЗАВОД’', ['1991-04-24']],
    ['Qom, Iran', []],
  ])('%s', (text, dates) => {
    expect(readPrintedDates(text).dates).toEqual(dates);
  });

  it('never throws and never invents: every year it reads stands in the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const date of readPrintedDates(text).dates) expect(text).toContain(date.slice(0, 4));
      }),
    );
  });

  it('a cell without a date is kept as a note, and named', async () => {
    const { entities, issues } = await readRows({ birthDate: 'Qom, Iran' });
    expect(entities[0]?.properties.notes).toEqual(['birthDate: Qom, Iran']);
    expect(issues).toMatchObject([{ code: 'bad-date', line: 2, field: 'birthDate' }]);
  });
});

describe('numbers', () => {
  const company = {
    schema: 'Company',
    annex: 'I.ENTITIES',
    name: 'DOE LLC',
    address: 'Moscow, Russian Federation',
  };

  it.each([
    ['7707083893 (Tax ID/INN)', { innCode: ['7707083893'] }],
    ['1027700132195 (OGRN), 7707083893 (TIN)', { ogrnCode: ['1027700132195'], innCode: ['7707083893'] }],
    [
      'INN: 7707083893 KPP: 773601001 OGRN: 1027700132195',
      { innCode: ['7707083893'], kppCode: ['773601001'], ogrnCode: ['1027700132195'] },
    ],
    ['7707083893 / 773601001', { innCode: ['7707083893'], kppCode: ['773601001'] }],
    ['1027700132195 (Russia, Registration Number (OGRN))', { ogrnCode: ['1027700132195'] }],
  ])('%s', async (registrationNumber, properties) => {
    expect((await entityOf({ ...company, registrationNumber })).properties).toMatchObject(properties);
  });

  it('an INN is Russian: the number of a Thai company stays a tax number', async () => {
    const { entities, issues } = await readRows({
      ...company,
      address: 'Bangkok, Thailand',
      registrationNumber: '0205565028297 (Tax ID/INN)',
    });
    expect(entities[0]?.properties).toMatchObject({ taxNumber: ['0205565028297'], country: ['th'] });
    expect(issues).toEqual([]);
  });

  it('a stated INN that fails its checksum is kept and named', async () => {
    const { entities, issues } = await readRows({ ...company, innCode: '7707083894' });
    expect(entities[0]?.properties.innCode).toEqual(['7707083894']);
    expect(issues).toMatchObject([{ code: 'bad-checksum', field: 'innCode', value: '7707083894' }]);
  });

  it('what is no BIC does not stand among them', async () => {
    const { properties } = await entityOf({ ...company, swiftBic: 'KHJBSDKH and 5040942458' });
    expect(properties.swiftBic).toEqual(['KHJBSDKH']);
    expect(properties.notes).toEqual(['swiftBic: KHJBSDKH and 5040942458']);
  });

  it.each([
    ['C100001 (Saudi Arabian passport issued on 15.9.2000)', ['C100001']],
    ['516000001 (British passport, expires on 7.1.2024)', ['516000001']],
    ['Series 6012 No 175001', ['6012 175001']],
    ['Russian passport no. 55 0300001, valid from 6.12.2019', ['55 0300001']],
    ['United Arab Emirates 784199000000000', ['784199000000000']],
    ['13600001, Tunisia', ['13600001']],
    ['Colombia Cedula No. 52000001', ['52000001']],
    ['(a) 1111111 (Kuwait) (b) 2222222, issued in Kuwait', ['1111111', '2222222']],
    ['PS- 563000001; 381000001', ['PS- 563000001', '381000001']],
  ])('a document: %s', (cell, values) => {
    expect(readDocumentNumbers(cell).map((number) => number.value)).toEqual(values);
  });

  it('the words around a number are kept', async () => {
    const passportNumber = 'C100001 (Saudi Arabian passport issued on 15.9.2000)';
    expect((await entityOf({ passportNumber })).properties).toMatchObject({
      passportNumber: ['C100001'],
      notes: [`passportNumber: ${passportNumber}`],
    });
  });
});

describe('other cells', () => {
  it('nationalities become codes, doubts stay as notes, unknown ones are named', async () => {
    expect((await entityOf({ nationality: '(a) Algerian, (b) German' })).properties.nationality).toEqual([
      'dz',
      'de',
    ]);
    expect((await entityOf({ nationality: 'Ukrainian and/or Russian' })).properties.nationality).toEqual([
      'ua',
      'ru',
    ]);
    expect((await entityOf({ nationality: 'Syrian (presumed)' })).properties).toMatchObject({
      nationality: ['sy'],
      notes: ['nationality: Syrian (presumed)'],
    });
    expect((await readRows({ nationality: 'Atlantean' })).issues).toMatchObject([
      { code: 'bad-value', line: 2, field: 'nationality', value: 'Atlantean' },
    ]);
  });

  it('an address is kept whole, its country told; a country alone is a country', async () => {
    const { properties } = await entityOf({
      address: '30A, Stantsionnaya Str., Novosibirsk, Russian Federation; Belarus',
    });
    expect(properties).toMatchObject({
      address: ['30A, Stantsionnaya Str., Novosibirsk, Russian Federation'],
      country: ['ru', 'by'],
    });
  });

  it('a ship has its IMO number; one that is none is named', async () => {
    const ship = { schema: 'Vessel', annex: 'XLII', name: 'SEA' };
    expect((await entityOf({ ...ship, imoNumber: '9290397' })).properties.imoNumber).toEqual(['9290397']);
    expect((await readRows({ ...ship, imoNumber: '9290398' })).issues).toMatchObject([
      { code: 'bad-checksum' },
    ]);
    expect((await readRows({ ...ship, imoNumber: 'Does not exist' })).issues).toMatchObject([
      { code: 'bad-value' },
    ]);
  });

  it('a column that the schema has no place for is a note, not lost', async () => {
    expect((await entityOf({ schema: 'Vessel', name: 'SEA', legalForm: 'LLC' })).properties.notes).toEqual([
      'legalForm: LLC',
    ]);
  });

  it('gender is read in any case, mail and telephones one by one', async () => {
    const { properties } = await entityOf({ gender: 'male.', email: 'a@b.ru, c@d.ru', phone: '+7 1; +7 2' });
    expect(properties).toMatchObject({
      gender: ['male'],
      email: ['a@b.ru', 'c@d.ru'],
      phone: ['+7 1', '+7 2'],
    });
  });
});
