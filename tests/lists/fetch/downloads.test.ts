/** The table of addresses, and which of its rows a run takes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/base/table.js';
import {
  chooseOffers,
  DOWNLOADS_TABLE,
  openDownloads,
  type Wishes,
} from '../../../src/lists/fetch/downloads.js';
import { LISTS_TABLES, openReaders } from '../../../src/lists/index.js';
import { tablesOf } from '../tables.js';

const TEXT = readFileSync(new URL(`../../../data/${DOWNLOADS_TABLE}`, import.meta.url), 'utf8');
const open = (text: string) => openDownloads(new Map([[DOWNLOADS_TABLE, text]]));
const OFFERS = open(TEXT);

function choose(wishes: { [Key in keyof Wishes]?: Wishes[Key] | Record<string, string> }): string[] {
  const map = (it: unknown) => (it instanceof Map ? it : new Map(Object.entries(it ?? {})));
  const chosen = chooseOffers(OFFERS, {
    sources: (wishes.sources as string[] | undefined) ?? [],
    formats: map(wishes.formats) as Map<string, string>,
    mirrors: map(wishes.mirrors) as Map<string, string>,
  });
  return chosen.flatMap(({ source, files }) =>
    files.map(({ name, url }) => `${source}/${name} ${new URL(url).host}`),
  );
}

describe('the table', () => {
  it('offers only lists that a reader knows', () => {
    const known = new Set(openReaders(tablesOf(LISTS_TABLES)).map(({ source }) => source));
    expect(OFFERS.filter(({ source }) => !known.has(source))).toEqual([]);
  });

  it('has an address for every list that publishes a file for machines', () => {
    expect([...new Set(OFFERS.map(({ source }) => source))].sort()).toEqual([
      'au-dfat',
      'ca-sema',
      'ch-seco',
      'eu-fsf',
      'gb-uksl',
      'un-sc',
      'us-bis-dpl',
      'us-csl',
      'us-ofac-consolidated',
      'us-ofac-sdn',
    ]);
  });

  it('fetches one format of a list at most where nobody asks, and only what is encrypted', () => {
    for (const source of new Set(OFFERS.map((offer) => offer.source)))
      expect(OFFERS.filter((one) => one.source === source && one.byDefault).length).toBeLessThanOrEqual(1);
    for (const { files } of OFFERS) for (const { url } of files) expect(new URL(url).protocol).toBe('https:');
  });

  it('says of every address how sure it is', () => {
    const sure = readTable(TEXT, DOWNLOADS_TABLE).rows.map(({ cells }) => cells['confidence']);
    expect(sure.filter((one) => !['checked', 'memory', 'assumed'].includes(one ?? ''))).toEqual([]);
  });

  it.each([
    ['default', 'un-sc,xml,maybe,a.xml,https://un.example/,yes,checked,'],
    ['needed', 'un-sc,xml,yes,a.xml,https://un.example/,,checked,'],
    ['url', 'un-sc,xml,yes,a.xml,http://un.example/,yes,checked,'],
    ['file', 'un-sc,xml,yes,../a.xml,https://un.example/,yes,checked,'],
    ['source', '.lock,xml,yes,a.xml,https://un.example/,yes,checked,'],
    [
      'default',
      'un-sc,xml,yes,a.xml,https://un.example/,yes,checked,\nun-sc,xml,no,b.xml,https://un.example/,yes,checked,',
    ],
  ])('a bad %s is named with its line', (column, row) => {
    const head = TEXT.split('\n', 1)[0]!;
    expect(() => open(`${head}\n${row}\n`)).toThrow(
      expect.objectContaining({
        code: 'table-invalid',
        message: expect.stringMatching(
          new RegExp(`^lists/downloads\\.csv:[23]: column "${column}"`),
        ) as string,
      }),
    );
  });
});

describe('what a run takes', () => {
  it('nobody asks: every list in its usual format, but none that has no usual one', () => {
    const all = choose({});
    expect(all).toContain('us-ofac-sdn/SDN_ADVANCED.XML sanctionslistservice.ofac.treas.gov');
    expect(all).toContain('un-sc/consolidated.xml scsanctions.un.org');
    expect(all.filter((one) => /^us-bis-dpl|SDN\.CSV/.test(one))).toEqual([]);
  });

  it('a list that is named is taken, without a usual format in its first', () => {
    expect(choose({ sources: ['us-bis-dpl'] })).toEqual(['us-bis-dpl/dpl.txt www.bis.doc.gov']);
  });

  it('another format has files of its own', () => {
    const csv = choose({ sources: ['us-ofac-sdn'], formats: { 'us-ofac-sdn': 'csv' } });
    expect(csv.map((one) => one.split(' ')[0])).toEqual([
      'us-ofac-sdn/SDN.CSV',
      'us-ofac-sdn/ADD.CSV',
      'us-ofac-sdn/ALT.CSV',
      'us-ofac-sdn/SDN_COMMENTS.CSV',
    ]);
  });

  it('a mirror is asked instead, for several files by its folder', () => {
    expect(choose({ sources: ['un-sc'], mirrors: { 'un-sc': 'https://mirror.example/un.xml' } })).toEqual([
      'un-sc/consolidated.xml mirror.example',
    ]);
    const sdn = { sources: ['us-ofac-sdn'], formats: { 'us-ofac-sdn': 'csv' } };
    expect(choose({ ...sdn, mirrors: { 'us-ofac-sdn': 'https://mirror.example/ofac/' } })).toHaveLength(4);
    expect(() => choose({ ...sdn, mirrors: { 'us-ofac-sdn': 'https://mirror.example/ofac' } })).toThrow(
      /several files .* with \/ at the end/,
    );
  });

  it('a list of the user’s own is taken with all others, or with those named', () => {
    const mirrors = { 'our-own': 'https://lists.example/x/entities.ftm.json?key=1' };
    expect(choose({ mirrors }).length).toBe(choose({}).length + 1);
    expect(choose({ mirrors, sources: ['our-own'] })).toEqual(['our-own/entities.ftm.json lists.example']);
  });

  it.each([
    ['list-unknown', { sources: ['xx-list'] }],
    ['list-unknown', { formats: { 'xx-list': 'xml' } }],
    ['usage', { formats: { 'un-sc': 'csv' } }],
    ['usage', { mirrors: { 'our-own': 'https://lists.example/' } }],
    ['usage', { mirrors: { '../own': 'https://lists.example/a.json' } }],
    ['usage', { mirrors: { own: 'no address' } }],
    ['usage', { mirrors: { own: 'https://lists.example/..%2fa' } }],
  ] as const)('%s: %j', (code, wishes) => {
    expect(() => choose(wishes as Parameters<typeof choose>[0])).toThrow(expect.objectContaining({ code }));
  });
});
