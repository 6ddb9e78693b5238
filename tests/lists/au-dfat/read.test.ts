/** The Australian list, in the layout of 2024 and the one of November 2025. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateSpan } from '../../../src/base/index.js';
import { readBirthDates } from '../../../src/lists/au-dfat/dates.js';
import { instrumentOf, listedOn, programmesOf } from '../../../src/lists/au-dfat/listings.js';
import { LISTS_TABLES, memoryFile, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { MEASURES_TABLES, openMeasures } from '../../../src/rules/measures/index.js';
import { xlsxOf, xlsxTable } from '../../base/sheet-of.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';

const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'au-dfat')!;
const measures = openMeasures(tablesOf(MEASURES_TABLES));
const OLD =
  'Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,Committees,Control Date'.split(
    ',',
  );
const NEW =
  'reference,name_of_individual_or_entity,type,name_type,alias_strength,imo_number,instrument_of_designation,committees,control_date,targeted_financial_sanction,travel_ban,arms_embargo,maritime_restriction'.split(
    ',',
  );

type Cells = Readonly<Record<string, string>>;
const read = (bytes: Uint8Array) => readWholeList(reader, reader.recognise([memoryFile('list.xlsx', bytes)]));
const tableOf = (headings: readonly string[], rows: readonly Cells[]) =>
  new Uint8Array(
    xlsxTable([headings, ...rows.map((cells) => headings.map((heading) => cells[heading] ?? ''))]),
  );

const old = (cells: Cells): Cells => ({
  Reference: '9001',
  'Name of Individual or Entity': 'Jon Muster',
  Type: 'Individual',
  'Name Type': 'Primary Name',
  'Listing Information': 'Listed on 6 Dec. 2005 (amended on 31 Jul. 2006)',
  Committees: '1988 (Taliban)',
  'Control Date': '2014-12-15',
  ...cells,
});
const one = async (cells: Cells): Promise<Entity> => (await read(tableOf(OLD, [old(cells)]))).entities[0]!;

describe('an entry', () => {
  it('is its primary name with the rows lettered behind it, wherever they stand and however they are written', async () => {
    const rows = [
      old({}),
      old({ Reference: '9001a', 'Name of Individual or Entity': 'جون', 'Name Type': 'Original script ' }),
      old({ Reference: '9002', 'Name of Individual or Entity': 'OTHER' }),
      old({
        Reference: '9001b1 ',
        'Name of Individual or Entity': 'Johnny (previously listed as)',
        'Name Type': 'Aka ',
        'Date of Birth': '1963',
      }),
      old({
        Reference: '9001c',
        'Name of Individual or Entity': 'Jon Old',
        'Name Type': 'Formerly known as',
      }),
    ];
    const { entities, issues } = await read(tableOf(OLD, rows));
    expect(issues).toEqual([]);
    expect(entities.map(({ id, caption }) => [id, caption])).toEqual([
      ['au-9001', 'Jon Muster'],
      ['au-9002', 'OTHER'],
    ]);
    expect(entities[0]?.properties).toMatchObject({
      name: ['Jon Muster'],
      alias: ['جون', 'Johnny'],
      previousName: ['Jon Old'],
      birthDate: ['1963'],
      modifiedAt: ['2014-12-15'],
    });
    expect(entities[0]?.properties.notes).toContain('Johnny: previously listed as');
  });

  it('takes days that the spreadsheet counts', async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const cells = old({ 'Date of Birth': '#', 'Control Date': '#' });
    const line = OLD.map((heading) =>
      cells[heading] === '#' ? '<c s="1"><v>18798</v></c>' : text(cells[heading] ?? ''),
    );
    const rows = `<row>${OLD.map(text).join('')}</row><row>${line.join('')}</row>`;
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const { entities } = await read(new Uint8Array(xlsxOf({ Sheet1: rows }, { styles })));
    expect(entities[0]?.properties).toMatchObject({ birthDate: ['1951-06-19'], modifiedAt: ['1951-06-19'] });
  });

  it.each([
    ['1988 (Taliban)', ['1988 (Taliban)']],
    ['1718 (DPRK)  ', ['1718 (DPRK)']],
    ['1970 (Libya) 1973 (Libya)', ['1970 (Libya)', '1973 (Libya)']],
    ['Autonomous (Thematic – Corruption)', ['Autonomous (Thematic - Corruption)']],
  ])('of "%s" stands under %j', (text, programmes) => expect(programmesOf(text)).toEqual(programmes));

  it.each([
    ['Listed by UN 1267 Committee on 25 January 2001 (amended on 20 December 2005)', '2001-01-25', null],
    ['Listed by UN (1267 Committee) on 23 June 2004 (amended on 20 Dec 2005)', '2004-06-23', null],
    ['Listedon 8 Jun. 2007 (amended on 13 Dec. 2011)', '2007-06-08', null],
    ['16 Jul.2020 (amended on 19 Dec. 2023)', '2020-07-16', null],
    ['Resolution 1596 (2005), amended 16 December 2008', null, null],
    [
      'Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Instrument of first designation Autonomous Sanctions (Designated Persons – Iran) List 2012',
      '2012-03-02',
      'Autonomous Sanctions (Designated Persons – Iran) List 2012',
    ],
    [
      'Charter of the United Nations (Listed Entities) Amendment (No. 1) Instrument 2024',
      null,
      'Charter of the United Nations (Listed Entities) Amendment (No. 1) Instrument 2024',
    ],
  ])('listed by "%s" starts on %s under %s', (text, day, instrument) => {
    expect([listedOn(text), instrumentOf(text)]).toEqual([day, instrument]);
  });

  it('keeps its text, and takes from it what its words name', async () => {
    const text =
      'Passport no: a) Philippines number XX1234567, issued on 25 Feb. 2015 b) Philippines number EC7654321. Father’s name is Old Muster.';
    const { properties } = await one({
      'Additional Information': text,
      Citizenship: 'a) Filipino b) Atlantean',
    });
    expect(properties).toMatchObject({
      passportNumber: ['XX1234567', 'EC7654321'],
      fatherName: ['Old Muster'],
      nationality: ['ph'],
    });
    expect(properties.notes).toEqual(expect.arrayContaining([text, 'nationality: a) Filipino b) Atlantean']));
    const firm = await one({
      Type: 'Entity ',
      'Additional Information': 'Company Identification No.1027700132195',
      Address: 'Moscow, Russia',
    });
    expect(firm.properties).toMatchObject({
      ogrnCode: ['1027700132195'],
      country: ['ru'],
      address: ['Moscow, Russia'],
    });
  });

  it('of several places lies in each of their countries', async () => {
    const { properties } = await one({
      Address: 'a) 1 Example Street, Damascus, Syria; b) 2 Lane London WC2A United Kingdom; c) Iran',
    });
    expect(properties).toMatchObject({
      address: ['1 Example Street, Damascus, Syria', '2 Lane London WC2A United Kingdom'],
      country: ['sy', 'gb', 'ir'],
    });
  });
});

describe('birth dates', () => {
  it.each([
    ['1951-06-19', ['1951-06-19']],
    ['a) 1976 b) 5 Feb. 1974', ['1976', '1974-02-05']],
    ['a)1994 b)1993', ['1994', '1993']],
    ['a) 14/10/1974;                     b) 19/11/1974', ['1974-10-14', '1974-11-19']],
    ['Approximately 1963', ['1963~']],
    ['a) Approximately 1955- 1958 b) Approximately 1945-1950', ['1955~/1958~', '1945~/1950~']],
    ['1963 or 1964 or 1965', ['1963', '1964', '1965']],
    ['Between 1968 and 1973', ['1968/1973']],
    ['a) Between Aug. and Sep 1977    b) 1976', ['1977-08/1977-09', '1976']],
    ['14 Mar 1974 >> 13 Apr 1974', ['1974-03-14', '1974-04-13']],
    ['19/03/1967; alt DOB: 19/11/1956', ['1967-03-19', '1956-11-19']],
    ['01/10/1983,15/10/1983, 01/01/1980', ['1983-10-01', '1983-10-15', '1980-01-01']],
    ['a) 1/01/1968 b) 23-Apr-68', ['1968-01-01', '1968-04-23']],
    ['a) 19 Apr. 1982 b) 24/06/1402 (Hijri Calendar)', ['1982-04-19', null]],
    ['na', []],
  ])('%s', (text, dates) => expect(readBirthDates(text).map(({ date }) => date)).toEqual(dates));

  it('are dates or none, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. ab)(;,>orMay') }), (text) => {
        for (const { date } of readBirthDates(text))
          expect(date === null || dateSpan(date) !== null).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it('one of another calendar is kept as text and is no issue; one that cannot be read is one', async () => {
    const { entities, issues } = await read(
      tableOf(OLD, [old({ 'Date of Birth': 'a) 24/06/1402 (Hijri Calendar) b) in spring' })]),
    );
    expect(entities[0]?.properties.notes).toEqual(
      expect.arrayContaining(['Date of birth: 24/06/1402 (Hijri Calendar)', 'Date of birth: in spring']),
    );
    expect(issues).toMatchObject([{ code: 'bad-date', line: 2, value: 'in spring' }]);
  });
});

describe('the layout since November 2025', () => {
  const row: Cells = {
    reference: '9001',
    name_of_individual_or_entity: 'MUSTER STAR',
    type: 'Vessel',
    name_type: 'Primary Name',
    committees: 'Autonomous (Russia)',
  };

  it('says which sanctions there are, which aliases are weak, and which ship it is', async () => {
    const rows = [
      {
        ...row,
        imo_number: '9074729',
        instrument_of_designation: 'An Instrument 2025',
        targeted_financial_sanction: 'No',
        maritime_restriction: 'Yes',
      },
      {
        ...row,
        reference: '9001a',
        name_of_individual_or_entity: 'STAR',
        name_type: 'Alias',
        alias_strength: 'Weak',
        maritime_restriction: 'Yes',
      },
    ];
    const { entities, issues } = await read(tableOf(NEW, rows));
    expect(issues).toEqual([]);
    expect(entities).toMatchObject([
      {
        id: 'au-9001',
        schema: 'Vessel',
        properties: { name: ['MUSTER STAR'], weakAlias: ['STAR'], imoNumber: ['9074729'] },
        listings: [
          { programme: 'Autonomous (Russia)', measure: 'Maritime restriction', act: 'An Instrument 2025' },
        ],
      },
    ]);
    expect(measures.measureOf(entities[0]!.listings[0]!, '2026-01-01')?.verdict).toBe('restricted');
  });

  it('headings may be written in words', async () => {
    const headings = NEW.map((heading) => heading.replaceAll('_', ' ').toUpperCase());
    const cells = Object.fromEntries(
      Object.entries(row).map(([heading, cell]) => [heading.replaceAll('_', ' ').toUpperCase(), cell]),
    );
    expect((await read(tableOf(headings, [cells]))).entities.map(({ id }) => id)).toEqual(['au-9001']);
  });
});

describe('what is odd', () => {
  it.each([
    ['a kind of name nobody knows', { 'Name Type': 'Stage name' }, 'bad-value'],
    ['a kind of party nobody knows', { Type: 'Volcano' }, 'bad-value'],
    ['no number', { Reference: 'none' }, 'missing-field'],
    ['no name', { 'Name of Individual or Entity': '' }, 'missing-name'],
    ['no committee', { Committees: '' }, 'missing-field'],
  ])('%s is said, and the entry kept', async (_what, cells, code) => {
    const { entities, issues } = await read(tableOf(OLD, [old(cells)]));
    expect(entities).toHaveLength(1);
    expect(issues.map((one) => one.code)).toContain(code);
  });

  it('a further sheet with rows is said', async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row>${OLD.map(text).join('')}</row><row>${OLD.map((heading) => text(old({})[heading] ?? '')).join('')}</row>`;
    const { entities, issues } = await read(
      new Uint8Array(xlsxOf({ Notes: `<row>${text('Read me')}</row>`, List: rows, Removed: rows })),
    );
    expect(entities).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'unknown-element', field: 'Removed' }]);
  });

  it.each([
    ['a sheet without the columns', tableOf(['Name'], [{ Name: 'a' }]), 'list-unreadable'],
    ['a sheet without an entry', tableOf(OLD, []), 'list-empty'],
    ['a workbook cut short', tableOf(OLD, [old({})]).subarray(0, 900), 'list-unreadable'],
  ])('%s is refused', async (_what, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});

const absent = !hasReal('au-dfat');

it.skipIf(absent)(
  'every entry of the list of 2024 arrives, with little left over (skipped without ../shared/data)',
  async () => {
    const { entities, issues } = await readWholeList(reader, reader.recognise(realFiles('au-dfat')));
    expect([entities.length, new Set(entities.map(({ id }) => id)).size]).toEqual([3062, 3062]);
    expect(entities.filter(({ properties }) => properties.name === undefined)).toEqual([]);
    const listings = entities.flatMap((entity) => entity.listings);
    expect(
      listings.filter((listing) => measures.measureOf(listing, '2024-12-17')?.verdict !== 'prohibited'),
    ).toEqual([]);
    expect(issues.map(({ code }) => code).sort()).toEqual([
      ...Array(5).fill('bad-date'),
      'bad-value',
      'bad-value',
    ]);
  },
);
