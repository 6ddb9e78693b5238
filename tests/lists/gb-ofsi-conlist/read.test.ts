/** OFSI's former list: old copies, whose rows of one group stand apart and whose dates are partly zeros. */
import { describe, expect, it } from 'vitest';
import {
  LISTS_TABLES,
  type ListFile,
  memoryFile,
  openReaders,
  openSources,
  readWholeList,
} from '../../../src/lists/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';
import { conList, row } from './support.js';

const tables = tablesOf(LISTS_TABLES);
const reader = openReaders(tables).find(({ source }) => source === 'gb-ofsi-conlist')!;
const read = (file: ListFile) => readWholeList(reader, [file]);

describe('a group', () => {
  it('is one entity, however far its rows stand apart', async () => {
    const rows = [
      row({ 'Name 1': 'Hans', DOB: '00/00/1936' }),
      row({ 'Group ID': '99002', 'Name 6': 'OTHER' }),
      row({ 'Name 6': 'MUSTERMANN', 'Alias Type': 'AKA', 'Alias Quality': 'Low', DOB: '00/09/1937' }),
    ];
    const { entities, issues, published } = await read(conList(rows));
    expect([published, issues]).toEqual(['2020-04-27', []]);
    expect(entities.map(({ id }) => id)).toEqual(['gb-ofsi-99001', 'gb-ofsi-99002']);
    expect(entities[0]).toMatchObject({
      caption: 'Hans MUSTER',
      properties: { birthDate: ['1936', '1937-09'], weakAlias: ['MUSTERMANN'], lastName: ['MUSTER'] },
    });
  });

  it.each([
    ['Iran (nuclear proliferation)', 'Iran (Nuclear)'],
    ['Ukraine (Sovereignty)', 'Russia'],
    ["North Korea (Democratic People's Republic of Korea)", "Democratic People's Republic of Korea"],
    ['Syria', 'Syria'],
  ])('under %s stands under %s, as on the list that took over', async (regime, programme) => {
    expect((await read(conList([row({ Regime: regime })]))).entities[0]?.listings).toMatchObject([
      { entry: '99001', programme, measure: null, start: '2019-01-22' },
    ]);
  });

  it.each(['UN Ref IRi.018. Invented.', '(UK Sanctions List Ref):AQD0183 (UN Ref):IRi.018. Invented.'])(
    'keeps the UN’s reference of "%s"',
    async (text) => {
      const { properties } = (await read(conList([row({ 'Other Information': text })]))).entities[0]!;
      expect(properties).toMatchObject({ unscId: ['IRi.018'], notes: [text] });
    },
  );

  it('takes several values of a cell apart', async () => {
    const { properties } = (
      await read(
        conList([row({ Nationality: '(1) Syrian. (2) Lebanese', Position: '(1) Minister. (2) Banker' })]),
      )
    ).entities[0]!;
    expect(properties).toMatchObject({ nationality: ['sy', 'lb'], position: ['Minister', 'Banker'] });
  });
});

it('a line in Windows-1252 is read as such, and said; what was lost before is said too', async () => {
  const text = Buffer.from(
    conList([row({ Position: 'Pr\u00e9sident' }), row({ 'Group ID': '99002', Position: 'a\ufffdb' })]).head,
  ).toString();
  const [first, second] = text.split('Président');
  const bytes = Buffer.concat([
    Buffer.from(`${first}Pr`),
    Buffer.from([0xe9]),
    Buffer.from(`sident${second}`),
  ]);
  const { entities, issues } = await read(memoryFile('ConList.csv', new Uint8Array(bytes)));
  expect(entities[0]?.properties.position).toEqual(['Président']);
  expect(issues.map(({ code, line }) => [code, line])).toEqual([
    ['bad-encoding', 3],
    ['bad-encoding', 4],
  ]);
});

it('is called closed wherever it is named', () => {
  expect(openSources(tables).sourceOf('gb-ofsi-conlist')?.title).toMatch(/^Closed on 2026-01-28/);
});

it.skipIf(!hasReal('gb-ofsi-conlist'))(
  'every group of a real copy arrives (skipped without ../shared/data)',
  async () => {
    const { entities, issues, published } = await readWholeList(
      reader,
      reader.recognise(realFiles('gb-ofsi-conlist')),
    );
    expect([published, entities.length]).toEqual(['2020-04-27', 6]);
    // The copy was cut to some rows: some groups have lost the row of their primary name.
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['missing-field', 'bad-encoding']));
  },
);
