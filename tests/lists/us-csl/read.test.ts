import { describe, expect, it } from 'vitest';
import { openMeasures } from '../../../src/rules/measures/index.js';
import { tablesOf } from '../tables.js';
import { csvOf, DPL, EL, mapped, readRows, readText, SDN, SSI } from './support.js';

const measures = openMeasures(tablesOf(['lists/measures.csv', 'lists/topics.csv', 'lists/activities.csv']));
const FIRM = {
  source: EL,
  name: 'North Works',
  federal_register_notice: '80 FR 69852',
  start_date: '2015-11-12',
};

it('rows of a list without numbers whose names only signs tell apart are one party, and it is told', async () => {
  const alike = await readRows(FIRM, { ...FIRM, name: 'NORTH  works' });
  expect(alike.issues).toEqual([]);
  const { entities, issues } = await readRows(FIRM, { ...FIRM, name: 'North-Works!' });
  expect(entities).toHaveLength(1);
  expect(issues).toMatchObject([
    { code: 'duplicate-entry', message: expect.stringContaining('North-Works!') },
  ]);
});

describe('the file', () => {
  it('is read with the columns of today and without the id of old files', async () => {
    const rows = [{ _id: 'a1', ...FIRM }];
    const [now, then] = [await readText(csvOf(rows)), await readText(csvOf(rows, '_id'))];
    expect(now.issues).toEqual([]);
    expect(then).toEqual(now);
  });

  it('with a column that nobody knows says so; without a needed one it is not the list', async () => {
    const odd = csvOf([FIRM])
      .replace('\n', ',shoe_size\n')
      .replace(/\n(?=.+)/, '\n')
      .replace(/\n$/, ',43\n');
    expect((await readText(odd)).issues).toMatchObject([{ code: 'unknown-column', field: 'shoe_size' }]);
    await expect(async () => readText(csvOf([FIRM], 'source_list_url'))).rejects.toThrow('no reader');
  });

  it('cut off in a row is truncated, without a row empty', async () => {
    const text = csvOf([FIRM, { ...FIRM, name: 'South Works', addresses: '1 Road; 2 Road' }]);
    await expect(readText(text.slice(0, text.indexOf('South Works') + 8))).rejects.toMatchObject({
      code: 'list-truncated',
    });
    await expect(readText(csvOf([]))).rejects.toMatchObject({ code: 'list-empty' });
  });

  it('says the same in JSON', async () => {
    const person = {
      source: SDN,
      entity_number: '900',
      type: 'Individual',
      name: 'DOE, Jan',
      programs: 'SDGT; IRGC',
      alt_names: 'DOW, Jan',
      addresses: 'Northtown, KP',
      dates_of_birth: '1971-02-03',
      nationalities: 'KP',
      ids: 'Passport, X1234567, KP; Gender, Male',
      source_list_url: 'https://example.org',
    };
    const json = {
      results: [
        {
          ...person,
          entity_number: 900,
          programs: ['SDGT', 'IRGC'],
          alt_names: ['DOW, Jan'],
          addresses: [{ address: null, city: 'Northtown', country: 'KP' }],
          dates_of_birth: ['1971-02-03'],
          nationalities: ['KP'],
          ids: [
            { type: 'Passport', number: 'X1234567', country: 'KP' },
            { type: 'Gender', number: 'Male', country: null },
          ],
        },
      ],
    };
    const csv = await readRows(person);
    const other = await readText(JSON.stringify(json), 'consolidated.json');
    expect(other.entities[0]?.listings).toEqual(csv.entities[0]?.listings);
    expect(other.entities[0]?.properties).toMatchObject({
      ...csv.entities[0]?.properties,
      address: ['Northtown, KP'],
    });
    await expect(readText(JSON.stringify(json).slice(0, -9), 'c.json')).rejects.toMatchObject({
      code: 'list-truncated',
    });
  });
});

describe('which list a row is from', () => {
  it.each([
    [SDN, 'SDN', 'prohibited', ['deal', 'pay']],
    [EL, 'EL', 'restricted', ['export']],
    ['Military End User (MEU) List - Bureau of Industry and Security', 'MEU', 'restricted', ['export']],
    ['Unverified List (UVL) - Bureau of Industry and Security', 'UVL', 'review', ['export']],
    ['ITAR Debarred (DTC) - State Department', 'DTC', 'restricted', ['export']],
    ['Nonproliferation Sanctions (ISN) - State Department', 'ISN', 'restricted', ['export']],
    ['Foreign Sanctions Evaders (FSE) - Treasury Department', 'FSE', 'prohibited', ['deal', 'pay']],
    [
      'Palestinian Legislative Council List (PLC) - Treasury Department',
      'PLC',
      'restricted',
      ['deal', 'pay'],
    ],
    ['Capta List (CAP) - Treasury Department', 'CAP', 'restricted', ['pay']],
  ])('%s', async (source, programme, verdict, acts) => {
    const { listings } = (await mapped({ ...FIRM, source })).entity;
    expect(listings.map((listing) => listing.programme)).toEqual([programme]);
    expect(measures.measureOf(listings[0]!, '2026-01-01')).toMatchObject({ verdict, acts });
  });

  it('a denied person may not be exported to, and paying it is for a person to see', async () => {
    const { listings } = (await mapped({ ...FIRM, source: DPL, end_date: '2056-06-29' })).entity;
    expect(listings.map((listing) => listing.end)).toEqual(['2056-06-29', '2056-06-29']);
    expect(
      listings
        .map((listing) => measures.measureOf(listing, '2026-01-01'))
        .map((row) => [row?.verdict, row?.acts]),
    ).toEqual([
      ['prohibited', ['export']],
      ['review', ['deal', 'pay']],
    ]);
  });

  it('each directive of a sectoral listing is a listing', async () => {
    const ids =
      'Executive Order 13662 Directive Determination -, Subject to Directive 2; Subject to Directive 4, Executive Order 13662 Directive Determination -';
    const { entity, issues } = await mapped({
      source: SSI,
      entity_number: '900',
      type: 'Entity',
      name: 'NORTH OIL',
      ids,
    });
    expect(entity.listings.map(({ annex }) => annex)).toEqual(['Directive 2', 'Directive 4']);
    expect(issues).toEqual([]);
  });

  it('a list that nobody knows has no row, so a person sees it', async () => {
    const { listings } = (await mapped({ ...FIRM, source: 'Some new list - Some Department' })).entity;
    expect(listings[0]?.programme).toBe('Some new list - Some Department');
    expect(measures.measureOf(listings[0]!, '2026-01-01')).toBeNull();
  });
});

describe('one party', () => {
  it('of OFAC has the id and the number of OFAC’s own list, whichever of its lists the rows are from', async () => {
    const row = { entity_number: '28603', type: 'Entity', name: 'NORTH TRADE S.A.' };
    const { entities } = await readRows({ ...row, source: SDN }, FIRM, { ...row, source: SSI });
    expect(entities.map(({ id }) => id)).toContain('ofac-28603');
    expect(
      entities
        .find(({ id }) => id === 'ofac-28603')
        ?.listings.map(({ entry, programme }) => [entry, programme]),
    ).toEqual([
      ['28603', 'SDN'],
      ['28603', 'SSI'],
    ]);
    expect(entities).toHaveLength(2);
  });

  it('repeated per country and address, however far apart, is one entity with one listing', async () => {
    const { entities } = await readRows(
      { ...FIRM, addresses: '1 Main Road, Northtown, AF' },
      { ...FIRM, name: 'South Works' },
      { ...FIRM, name: 'NORTH WORKS ', addresses: '2 Side Road, Southtown, PK' },
    );
    expect(entities.map(({ caption, listings }) => [caption, listings.length])).toEqual([
      ['South Works', 1],
      ['North Works', 1],
    ]);
    expect(entities[1]?.properties).toMatchObject({
      name: ['North Works', 'NORTH WORKS'],
      address: ['1 Main Road, Northtown, AF', '2 Side Road, Southtown, PK'],
      country: ['af', 'pk'],
    });
  });

  it('keeps its id when notices and addresses are added', async () => {
    const { entity: before } = await mapped(FIRM);
    const { entity: after } = await mapped({
      ...FIRM,
      federal_register_notice: '80 FR 69852; 87 FR 1',
      addresses: 'x, CN',
    });
    expect(after.id).toBe(before.id);
  });

  it('two denied persons of one name under two orders stay two', async () => {
    const order = { source: DPL, name: 'JAN DOE' };
    const { entities } = await readRows(
      { ...order, federal_register_notice: '67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02' },
      { ...order, federal_register_notice: '80 F.R. 1 1/1/15' },
      { ...order, federal_register_notice: '67 F.R. 10890 3/11/02' },
    );
    expect(entities).toHaveLength(2);
  });
});

describe('names and addresses', () => {
  it('what is listed with a party is no part of its name', async () => {
    const { entity } = await mapped({
      ...FIRM,
      name: 'North Works; and any successor, sub-unit, or subsidiary thereof',
    });
    expect(entity.properties).toMatchObject({
      name: ['North Works'],
      notes: ['Listed with it: and any successor, sub-unit, or subsidiary thereof'],
    });
  });

  it('an acronym in brackets is weak, alternative names are joined by semicolons and the last by and', async () => {
    const { entity } = await mapped({
      ...FIRM,
      name: 'North Electric Works 13 (NEW 13)',
      alt_names: 'Nordic Electric Works; NEWS; and Northern Institute 13.',
    });
    expect(entity.properties.alias).toEqual(['Nordic Electric Works', 'NEWS', 'Northern Institute 13']);
  });

  it('addresses are cut at their semicolons', async () => {
    const { entity } = await mapped({
      ...FIRM,
      addresses: '1 Main Road, Northtown; and 2 Main Road, Northtown, North Province, CN; Southtown, KP; IR',
    });
    expect(entity.properties).toMatchObject({
      address: ['1 Main Road, Northtown', '2 Main Road, Northtown, North Province, CN', 'Southtown, KP'],
      country: ['cn', 'kp', 'ir'],
    });
  });

  it('a licence requirement and policy are the reason, the notice is the act', async () => {
    const { entity } = await mapped({
      ...FIRM,
      license_requirement: 'For all items subject to the EAR.',
      license_policy: 'Presumption of denial.',
    });
    expect(entity.listings[0]).toMatchObject({
      act: '80 FR 69852',
      entry: '80 FR 69852',
      start: '2015-11-12',
      reason:
        'Licence requirement: For all items subject to the EAR.; Licence policy: Presumption of denial.',
    });
  });
});

describe('ids', () => {
  const ofac = { source: SDN, entity_number: '900', type: 'Entity', name: 'NORTH OIL' };

  it.each([
    ['Tax ID No., 7707083893, RU', { innCode: ['7707083893'] }],
    ['7707083893, Tax ID No.', { taxNumber: ['7707083893'] }],
    ['RU, 7707083893, Tax ID No.', { innCode: ['7707083893'] }],
    ['Registration ID, 1027700132195', { ogrnCode: ['1027700132195'] }],
    ['SWIFT/BIC, ABCDKPPY', { swiftBic: ['ABCDKPPY'] }],
    ['Website, example.org', { website: ['example.org'] }],
    ['www.example.org, Website', { website: ['www.example.org'] }],
    ['Email Address, a@example.org', { email: ['a@example.org'] }],
    [
      'Secondary sanctions risk:, Regulations, sections 1 and 2',
      { notes: expect.arrayContaining([expect.stringContaining('sections 1 and 2')]) },
    ],
  ])('%s', async (ids, properties) => {
    const { entity, issues } = await mapped({ ...ofac, ids });
    expect(entity.properties).toMatchObject(properties);
    expect(issues).toEqual([]);
  });

  it('a ship’s number in either order, a person’s passport and gender', async () => {
    const ship = { ...ofac, type: 'Vessel', vessel_flag: 'Iran', vessel_type: 'Crude Oil Tanker' };
    for (const ids of [
      'Vessel Registration Identification, IMO 9074729',
      'IMO 9074729, Vessel Registration Identification',
    ])
      expect((await mapped({ ...ship, ids })).entity).toMatchObject({
        schema: 'Vessel',
        properties: { imoNumber: ['9074729'], flag: ['ir'], type: ['Crude Oil Tanker'] },
      });
    const person = {
      ...ofac,
      type: 'Individual',
      name: 'DOE, Jan',
      ids: 'Passport, X1234567, TR; Gender, Male',
    };
    expect((await mapped(person)).entity.properties).toMatchObject({
      name: ['Jan DOE'],
      passportNumber: ['X1234567'],
      gender: ['male'],
    });
  });

  it('a type that nobody knows is kept as a note, with an issue', async () => {
    const { entity, issues } = await mapped({ ...ofac, ids: 'Shoe size, 43' });
    expect(entity.properties.notes).toEqual(['Shoe size, 43']);
    expect(issues).toMatchObject([{ code: 'unplaced-text', line: 2, field: 'ids' }]);
  });
});
