/** The real extract of 2026, where it lies beside the checkout. */
import ftm from '@alephdata/followthemoney';
import { expect, it } from 'vitest';
import { type JournalRow, readAct } from '../../../src/lists/eu-journal/read.js';
import { type ListContent, readWholeList } from '../../../src/lists/index.js';
import { hasReal, realFiles } from '../tables.js';
import { journal } from './support.js';

const absent = !hasReal('eu-journal');
let content: Promise<ListContent> | null = null;
/** Read once for all tests of this file. */
const load = (): Promise<ListContent> => {
  content ??= readWholeList(journal, journal.recognise(realFiles('eu-journal')));
  return content;
};

const allRows = async (): Promise<JournalRow[]> => {
  const rows: JournalRow[] = [];
  for (const file of journal.recognise(realFiles('eu-journal')))
    for await (const row of readAct(file, { issue: () => undefined })) rows.push(row);
  return rows;
};

it.skipIf(absent)(
  'the extract (skipped where it is absent): every row is an entity, ids are unique',
  async () => {
    const { entities, issues } = await load();
    const rows = await allRows();
    expect(rows).toHaveLength(8_434);
    // Ten rows of amendments replace an entry, one ship stands in two rows.
    expect(entities).toHaveLength(8_423);
    expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
    expect(issues.length / rows.length).toBeLessThan(0.005);
    expect(entities.filter((entity) => entity.properties.name === undefined)).toEqual([]);
  },
);

it.skipIf(absent)(
  'the extract (skipped where it is absent): the prime minister in both scripts, with his listing',
  async () => {
    const { entities } = await load();
    const found = entities.find((entity) => entity.caption === 'Mikhail Vladimirovich MISHUSTIN');
    expect(found).toMatchObject({
      schema: 'Person',
      listings: [{ act: '32014R0269', measure: 'Asset freeze' }],
    });
    expect(found?.properties.alias).toContain('Михаил Владимирович МИШУСТИН');
  },
);

it.skipIf(absent)(
  'the extract (skipped where it is absent): Bank Melli is found under its own name, its tail kept as a note',
  async () => {
    const found = (await load()).entities.filter(({ caption }) => caption === 'Bank Melli');
    expect(found).toHaveLength(1);
    expect(found[0]?.properties.alias).toContain('Bank Melli Iran');
    expect(found[0]?.listings[0]).toMatchObject({ annex: 'IX.I.B', measure: 'Asset freeze' });
    const names = (await load()).entities.flatMap(({ properties }) => [
      ...(properties.name ?? []),
      ...(properties.alias ?? []),
    ]);
    expect(names.filter((name) => /including all|and (?:\w+ )*subsidiaries:?$/.test(name))).toEqual([]);
  },
);

it.skipIf(absent)(
  'the extract (skipped where it is absent): every property is one of the model',
  async () => {
    const model = new ftm.Model(ftm.defaultModel);
    const strange = new Set<string>();
    for (const { schema, properties } of (await load()).entities) {
      const known = model.getSchema(schema).getProperties();
      for (const name of Object.keys(properties)) if (!known.has(name)) strange.add(`${schema}.${name}`);
    }
    expect([...strange]).toEqual([]);
  },
);

it.skipIf(absent)('the extract (skipped where it is absent): no cell is dropped', async () => {
  const { entities } = await load();
  const rows = await allRows();
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const texts = new Map(
    entities.flatMap((entity) =>
      entity.listings.map((listing) => [
        `${listing.entry} ${listing.measure}`,
        Object.values(entity.properties).flat().map(plain),
      ]),
    ),
  );
  const columns = [
    'address',
    'position',
    'birthPlace',
    'notes',
    'legalForm',
    'appearance',
    'email',
    'website',
  ];
  const lost: string[] = [];
  for (const { cells, celex, file, line } of rows) {
    const entry = `${[celex, cells.annex, cells.recordId || cells.name, cells.schema].join(' ')} ${cells.measure}`;
    const held = texts.get(entry) ?? [];
    for (const column of columns) {
      for (const part of (cells[column] ?? '').split(/[;,]/)) {
        const text = plain(part.replace(/^\s*"?\(?[a-z]\)/, ''));
        if (text.length > 3 && !held.some((value) => value.includes(text)))
          lost.push(`${file}:${line} ${column}: ${part}`);
      }
    }
  }
  // Rows that an amendment replaced, countries that stand alone as codes, and enumeration letters are not the text itself.
  expect(lost.filter((each) => !/address:/.test(each)).length).toBeLessThan(40);
});
