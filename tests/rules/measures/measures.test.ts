import { describe, expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { type ListingKey, MEASURES_TABLES, openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../../lists/tables.js';

const tables = tablesOf(MEASURES_TABLES);
const measures = openMeasures(tables);
const DAY = '2026-08-01';

const key = (
  source: string,
  programme: string,
  annex: string | null = null,
  measure: string | null = null,
): ListingKey => ({ source, programme, annex, measure });
const freeze = (programme: string, annex: string) => key('eu-journal', programme, annex, 'Asset freeze');
const of833 = (annex: string, measure = 'Financial restrictions') =>
  key('eu-journal', 'EU-RUS', annex, measure);

describe('what a listing forbids', () => {
  it.each([
    // listing, day, rule, verdict, kind, acts
    [key('us-ofac-sdn', 'SDGT'), DAY, 'us-sdn-sdgt', 'prohibited', 'asset-freeze', ['deal', 'pay']],
    // One row for a sanction, whatever the regime that imposes it.
    [
      key('gb-uksl', 'Russia', null, 'Asset freeze'),
      DAY,
      'uk-asset-freeze',
      'prohibited',
      'asset-freeze',
      ['deal', 'pay'],
    ],
    [
      key('gb-uksl', 'Guinea-Bissau', null, 'Travel Ban'),
      DAY,
      'uk-travel-ban',
      'review',
      'travel-ban',
      ['deal', 'pay'],
    ],
    [
      key('gb-uksl', 'Russia', null, "Shipping sanctions: (see 'Other information')"),
      DAY,
      'uk-shipping',
      'prohibited',
      'port-ban',
      ['call-at-port', 'carry', 'insure'],
    ],
    [
      key('gb-ofsi-conlist', 'Syria'),
      DAY,
      'uk-ofsi-asset-freeze',
      'prohibited',
      'asset-freeze',
      ['deal', 'pay'],
    ],
    [key('au-dfat', '1718 (DPRK)'), DAY, 'au-un', 'prohibited', 'asset-freeze', ['deal', 'pay']],
    [
      key('au-dfat', 'Autonomous (Russia)'),
      DAY,
      'au-autonomous',
      'prohibited',
      'asset-freeze',
      ['deal', 'pay'],
    ],
    [key('us-ofac-sdn', 'NS-PLC'), DAY, 'us-sdn-ns-plc', 'restricted', 'transaction-ban', ['deal', 'pay']],
    [key('us-ofac-consolidated', 'CMIC-EO13959'), DAY, 'us-cmic', 'restricted', 'securities', ['invest']],
    [
      key('us-ofac-consolidated', 'UKRAINE-EO13662', 'Directive 2'),
      DAY,
      'us-ssi-directive-2',
      'restricted',
      'debt',
      ['lend'],
    ],
    [
      key('us-ofac-consolidated', 'UKRAINE-EO13662', 'Directive 4'),
      DAY,
      'us-ssi-directive-4',
      'restricted',
      'export-ban',
      ['export'],
    ],
    [
      key('us-ofac-consolidated', 'RUSSIA-EO14024', 'Directive 4'),
      DAY,
      'us-eo14024-directive-4',
      'prohibited',
      'transaction-ban',
      ['deal', 'pay'],
    ],
    [key('un-sc', 'Al-Qaida'), DAY, 'un-al-qaida', 'prohibited', 'asset-freeze', ['deal', 'pay']],
    [key('un-sc', 'GB'), DAY, 'un-gb', 'review', 'travel-ban', ['deal', 'pay']],
    [
      freeze('EU-UKR', 'I.PERSONS'),
      DAY,
      'eu-269-asset-freeze',
      'prohibited',
      'asset-freeze',
      ['deal', 'pay'],
    ],
    [
      freeze('EU-UKR', 'I.ENTITIES'),
      DAY,
      'eu-269-asset-freeze',
      'prohibited',
      'asset-freeze',
      ['deal', 'pay'],
    ],
    [of833('IV', 'Export control'), DAY, 'eu-833-iv', 'restricted', 'export-licence', ['export']],
    [of833('XIX.B'), DAY, 'eu-833-xix', 'prohibited', 'transaction-ban', ['deal', 'pay']],
    [
      of833('XLII', 'Transportation restrictions'),
      DAY,
      'eu-833-xlii',
      'prohibited',
      'port-ban',
      ['call-at-port', 'carry', 'insure'],
    ],
    [of833('LII.A', 'Investment ban'), DAY, 'eu-833-lii', 'restricted', 'investment-ban', ['invest', 'deal']],
    // the annex of another regulation bears the same number and freezes
    [freeze('EU-RUS', 'IV.A'), DAY, 'eu-1485-asset-freeze', 'prohibited', 'asset-freeze', ['deal', 'pay']],
    // banks: messaging until the 18th package, then every transaction
    [of833('XIV'), '2025-07-19', 'eu-833-xiv-messaging', 'restricted', 'services-ban', ['pay']],
    [of833('XIV'), '2025-07-20', 'eu-833-xiv', 'prohibited', 'transaction-ban', ['deal', 'pay']],
  ] as const)('%o on %s', (listing, day, id, verdict, kind, acts) => {
    expect(measures.measureOf(listing, day)).toMatchObject({ id, verdict, kind, acts });
  });

  it.each([
    ['2014-07-16', 'over 90 days'],
    ['2014-09-11', 'over 90 days'],
    ['2014-09-12', 'over 30 days'],
    ['2017-11-27', 'over 30 days'],
    ['2017-11-28', 'over 14 days'],
    ['2026-08-01', 'over 14 days'],
    ['2014-01-01', 'over 90 days'], // before it began: the first to come, for the caller to compare
  ])('Directive 1 on %s is about debt of %s', (day, note) => {
    const listing = key('us-ofac-consolidated', 'UKRAINE-EO13662', 'Directive 1');
    expect(measures.measureOf(listing, day)?.note).toContain(note);
  });

  it('carries the citation of the contract, its day and how surely it is known', () => {
    expect(measures.measureOf(freeze('EU-UKR', 'I.PERSONS'), DAY)).toMatchObject({
      id: 'eu-269-asset-freeze',
      citation: 'Regulation (EU) No 269/2014, Art. 2',
      validFrom: '2014-03-17',
      validUntil: null,
      confidence: 'checked',
    });
  });

  it.each([
    ['a programme nobody knows', key('us-ofac-sdn', 'MARS-EO99999'), 'US'],
    ['a known programme under a directive without a row', key('us-ofac-sdn', 'SDGT', 'Directive 9'), 'US'],
    ['a known annex under another measure', of833('XLII', 'Asset freeze'), 'EU'],
    ['a dataset of the user', key('my-list', 'X'), null],
  ] as const)('%s has no row: review, for every act, saying what was missing', (_what, listing, regime) => {
    expect(measures.measureOf(listing, DAY)).toBeNull();
    expect(measures.measureOrReview(listing, DAY)).toMatchObject({
      id: 'unlisted-combination',
      verdict: 'review',
      regime,
      acts: expect.arrayContaining(['deal', 'insure']),
      confidence: 'assumed',
      note: expect.stringContaining(listing.programme ?? ''),
    });
  });

  it('nothing milder than review stands in the table, and every rule cites something', () => {
    for (const row of measures.all) {
      expect(['prohibited', 'restricted', 'review']).toContain(row.verdict);
      expect(row.citation).not.toBe('');
      expect(row.acts.length).toBeGreaterThan(0);
    }
  });
});

describe('topics and activities', () => {
  it.each([
    ['sanction', 'party', 'by-listing'],
    ['debarment', 'party', 'restricted'],
    ['export.control', 'party', 'restricted'],
    ['role.pep', 'pep', 'review'],
    ['role.rca', 'pep', 'review'],
    ['crime', 'interest', 'review'],
    ['crime.traffick.drug', 'interest', 'review'],
    ['wanted', 'interest', 'review'],
    ['poi', 'interest', 'review'],
    ['sanction.linked', 'party', 'review'],
    ['fin.bank', 'party', 'review'],
    ['', 'party', 'review'],
  ])('topic "%s" is looked at by %s: %s', (topic, check, verdict) => {
    expect(measures.topicOf(topic)).toMatchObject({ check, verdict, withoutSanction: 'review' });
  });

  it('an activity narrows the acts; without one every act counts', () => {
    expect(measures.actsOf('payment')).toEqual(['deal', 'pay']);
    expect(measures.actsOf('securities')).toEqual(['deal', 'invest', 'lend']);
    expect(measures.actsOf('shipping')).toContain('call-at-port');
    expect(measures.actsOf(null)).toHaveLength(9);
  });
});

it('holds no quote: its tables are split at commas, since every start reads them', () => {
  for (const [path, text] of tables) expect(text.includes('"'), path).toBe(false);
});

describe('a bad table is refused, naming file, line and column', () => {
  const changed = (path: string, from: string, to: string) => {
    const text = tables.get(path)!;
    expect(text).toContain(from);
    return () => openMeasures(new Map(tables).set(path, text.replace(from, to)));
  };
  it.each([
    [
      'lists/measures.csv',
      'BALKANS,,,US,prohibited',
      'BALKANS,,,US,forbidden',
      'data/lists/measures.csv:2: column "verdict"',
    ],
    ['lists/measures.csv', 'BALKANS,,,US,', 'BALKANS,,,MARS,', 'data/lists/measures.csv:2: column "regime"'],
    [
      'lists/measures.csv',
      'asset-freeze,deal;pay',
      'asset-freeze,deal;dance',
      'data/lists/measures.csv:2: column "acts"',
    ],
    ['lists/measures.csv', '2014-07-16', '2014-07-41', 'column "valid_from"'],
    ['lists/measures.csv', '2017-11-27', '2017-11-28', 'column "valid_from"'], // two rows for one day
    [
      'lists/measures.csv',
      'us-sdn-balkans-eo14033',
      'us-sdn-balkans',
      'data/lists/measures.csv:3: column "id"',
    ],
    ['lists/topics.csv', 'role.pep,pep', 'role.pep,party-time', 'data/lists/topics.csv'],
    ['lists/topics.csv', 'other,', 'another,', 'no row "other"'],
    ['lists/activities.csv', 'payment,', 'holidays,', 'data/lists/activities.csv:2'],
  ])('%s with %s as %s', (path, from, to, message) => {
    expect(changed(path, from, to)).toThrowError(
      expect.objectContaining({ code: 'table-invalid', message: expect.stringContaining(message) }),
    );
  });
});

const readers = openReaders(tablesOf(LISTS_TABLES));
const REAL = [
  ['us-ofac-sdn', 'us-ofac-sdn'],
  ['us-ofac-sdn-2023', 'us-ofac-sdn'],
  ['us-ofac-consolidated', 'us-ofac-consolidated'],
  ['eu-journal', 'eu-journal'],
  ['un-sc', 'un-sc'],
  ['un-sc-2025-04', 'un-sc'],
  ['ua-war-sanctions', 'ua-war-sanctions'],
  ['ch-seco', 'ch-seco'],
  ['ca-sema', 'ca-sema'],
  ['us-csl-sample', 'us-csl'],
  ['us-bis-dpl', 'us-bis-dpl'],
  ['us-export-control-2026', 'us-bis-el'],
  ['us-export-control-2026', 'us-bis-meu'],
  ['us-export-control-2026', 'us-isn'],
  ['us-export-control-2026', 'us-aeca-debarred'],
  ['us-export-control-2026', 'us-uflpa'],
] as const;
for (const [folder, source] of REAL) {
  it.skipIf(!hasReal(folder))(
    `every combination of the real list ${source} in ${folder} has a row (skipped where the list is absent)`,
    async () => {
      const files = realFiles(folder);
      const reader = readers.find((each) => each.source === source && each.recognise(files).length > 0)!;
      const { entities } = await readWholeList(reader, reader.recognise(files));
      const missing = entities
        .flatMap((entity) => entity.listings)
        .filter((listing) => measures.measureOf(listing, DAY) === null)
        .map(({ programme, annex, measure }) => [programme, annex, measure].join(' | '));
      expect([...new Set(missing)]).toEqual([]);
    },
  );
}

it.skipIf(!hasReal('us-ofac-sdn-2026'))(
  'every programme of the SDN list of August 2026 has a row (skipped where the file is absent)',
  async () => {
    const file = realFiles('us-ofac-sdn-2026').find((each) => each.name.endsWith('.json'))!;
    const { entries } = JSON.parse(new TextDecoder().decode(await wholeBytes(file))) as {
      entries: { programs: string[] }[];
    };
    const tags = new Set(entries.flatMap((entry) => entry.programs));
    expect(tags.size).toBeGreaterThan(60);
    expect([...tags].filter((tag) => measures.measureOf(key('us-ofac-sdn', tag), DAY) === null)).toEqual([]);
  },
);
