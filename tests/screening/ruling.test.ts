/** What a listing means on a day: in force, over, or yet to come; and what stands in for a listing. */
import { describe, expect, it } from 'vitest';
import { openKnowledge, openTables } from '../../src/app/knowledge.js';
import type { Entity, Listing } from '../../src/model/index.js';
import { rulingsOf } from '../../src/screening/ruling.js';

const { measures } = openKnowledge(openTables());
const world = (date: string, source = 'us-ofac-sdn', regime: 'US' | null = 'US') => ({
  date,
  measures,
  source,
  regime,
});

const listing = (more: Partial<Listing>): Listing =>
  ({
    id: 'l1',
    source: 'us-ofac-sdn',
    programme: 'RUSSIA-EO14024',
    annex: null,
    measure: null,
    entry: '1',
    start: null,
    end: null,
    reason: null,
    authority: null,
    listed: null,
    ...more,
  }) as Listing;

const entity = (listings: Listing[], topics?: string[]): Entity =>
  ({
    id: 'e1',
    schema: 'Person',
    caption: 'A B',
    properties: { name: ['A B'], ...(topics === undefined ? {} : { topics }) },
    datasets: ['us-ofac-sdn'],
    listings,
  }) as unknown as Entity;

const rule = (one: Partial<Listing>, date: string) => rulingsOf(entity([listing(one)]), world(date))[0]!;

describe('an entry of a programme that has ended, in an old file loaded alone', () => {
  it.each([
    ['us-ofac-sdn', 'SYRIA', '2025-06-30', '2025-07-01'],
    ['us-ofac-consolidated', 'SYRIA', '2025-06-30', '2025-07-01'],
  ])('%s %s: prohibited on %s, a note on %s', (source, programme, last, after) => {
    const one = { source, programme, start: '2011-08-18' };
    expect(rule(one, last)).toMatchObject({ state: 'in force', verdict: 'prohibited' });
    expect(rule(one, after)).toMatchObject({
      state: 'over',
      says: expect.stringMatching(`^formerly listed, .*to ${last}$`),
    });
  });
});

describe('an entry that is no longer in the file', () => {
  const gone = (one: Partial<Listing>) => ({ ...entity([listing(one)]), absentSince: '2024-06-03' });

  it.each([
    [{ start: '2020-01-01' }, 'no longer in the file since 2024-06-03'],
    [{}, 'no longer in the file since 2024-06-03'],
    [{ start: '2025-01-01' }, 'no longer in the file since 2024-06-03'],
    [{ start: '2020-01-01', end: '2023-01-01' }, 'formerly listed, 2020-01-01 to 2023-01-01'],
  ])('%j is over: "%s"', (dates, says) =>
    expect(rulingsOf(gone(dates), world('2024-07-01'))).toMatchObject([{ state: 'over', says }]),
  );

  it('without a listing is over too', () =>
    expect(rulingsOf({ ...gone({}), listings: [] }, world('2024-07-01'))).toMatchObject([
      { state: 'over', says: 'no longer in the file since 2024-06-03' },
    ]));
});

describe('the days of a listing', () => {
  it.each([
    ['no date at all', {}, '2024-01-01', 'in force', null],
    ['its first day', { start: '2024-01-01' }, '2024-01-01', 'in force', null],
    ['the day before', { start: '2024-01-01' }, '2023-12-31', 'to come', 'will apply from 2024-01-01'],
    ['a month begins with its first day', { start: '2024-02' }, '2024-02-01', 'in force', null],
    ['its last day', { start: '2020', end: '2024-01-01' }, '2024-01-01', 'in force', null],
    [
      'the day after',
      { start: '2020-05-01', end: '2024-01-01' },
      '2024-01-02',
      'over',
      'formerly listed, 2020-05-01 to 2024-01-01',
    ],
    ['a year ends with its last day', { end: '2023' }, '2023-12-31', 'in force', null],
    [
      'an end without a start',
      { end: '2023-05-01' },
      '2024-01-01',
      'over',
      'formerly listed, date not given to 2023-05-01',
    ],
  ])('%s', (_, dates, date, state, says) => {
    expect(rule(dates, date)).toMatchObject({ state, says });
  });
});

describe('what a listing forbids', () => {
  it('stands in a table, with its citation', () => {
    expect(rule({}, '2024-01-01')).toMatchObject({
      check: 'party',
      regime: 'US',
      verdict: 'prohibited',
      measure: 'asset-freeze',
      acts: ['deal', 'pay'],
      basis: { citation: 'EO 14024', confidence: 'checked' },
    });
  });

  it('without a row is for a person to decide', () => {
    expect(rule({ source: 'nobody', programme: 'NO SUCH' }, '2024-01-01')).toMatchObject({
      verdict: 'review',
      basis: { confidence: 'assumed' },
    });
  });

  it('every listing speaks for itself', () => {
    const both = entity([listing({ entry: '1' }), listing({ entry: '2', end: '2020-01-01' })]);
    expect(rulingsOf(both, world('2024-01-01')).map((one) => [one.listing?.entry, one.state])).toEqual([
      ['1', 'in force'],
      ['2', 'over'],
    ]);
  });
});

describe('an entity without a listing', () => {
  it.each([
    [['role.pep'], 'pep'],
    [['sanction'], 'party'],
    [['no.such.topic'], null],
    [undefined, null],
  ])('with topics %j never says more than review', (topics, check) => {
    const rulings = rulingsOf(entity([], topics), world('2024-01-01', 'some-dataset', null));
    expect(rulings).toMatchObject([{ verdict: 'review', regime: null, state: 'in force', listing: null }]);
    if (check !== null) expect(rulings[0]!.check).toBe(check);
    expect(rulings[0]!.basis.citation).toBe('on dataset some-dataset');
  });
});
