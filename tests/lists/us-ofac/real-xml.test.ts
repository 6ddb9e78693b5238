/** The real XML files of the consolidated list and the sample of the SDN list, where they lie beside the checkout. */
import ftm from '@alephdata/followthemoney';
import { expect, it } from 'vitest';
import { rawAdvanced, rawXml } from '../../../bench/support/ofac-raw.js';
import { dateSpan, readDate } from '../../../src/base/index.js';
import { LISTS_TABLES, openCountries, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { MEASURES_TABLES, openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';
import { readerOf } from './support.js';

const FOLDER = 'us-ofac-consolidated-xml';
const SAMPLE = 'us-ofac-sdn-xml-sample';
const countries = openCountries(tablesOf(LISTS_TABLES));
const load = async (rank: 10 | 20, folder: string, source: 'us-ofac-sdn' | 'us-ofac-consolidated') => {
  const reader = readerOf(source, rank);
  const files = reader.recognise(realFiles(folder));
  return { files, ...(await readWholeList(reader, files)) };
};

it.skipIf(!hasReal(FOLDER))(
  'the consolidated list in XML (skipped where it is absent): Sberbank by its numbers, under its directives, without an issue',
  async () => {
    const { entities, issues, published } = await load(20, FOLDER, 'us-ofac-consolidated');
    expect(entities).toHaveLength(443);
    expect(published).toBe('2025-03-28');
    expect(issues).toEqual([]);
    const bank = entities.find(({ id }) => id === 'ofac-17018');
    expect(bank?.properties).toMatchObject({ innCode: ['7707083893'], ogrnCode: ['1027700132195'] });
    expect(bank?.listings.map(({ programme, annex, start }) => [programme, annex, start])).toEqual([
      ['UKRAINE-EO13662', 'Directive 1', null],
      ['RUSSIA-EO14024', 'Directive 2', '2022-03-26'],
      ['RUSSIA-EO14024', 'Directive 3', '2022-03-26'],
    ]);
  },
);

it.skipIf(!hasReal(FOLDER))(
  'the advanced file (skipped where it is absent): every party with its day and owners, without an issue',
  async () => {
    const { entities, issues, published } = await load(10, FOLDER, 'us-ofac-consolidated');
    expect(entities).toHaveLength(375);
    expect(published).toBe('2020-03-17');
    expect(issues).toEqual([]);
    expect(entities.flatMap(({ listings }) => listings).filter(({ start }) => start === null)).toEqual([]);
    const ids = new Set(entities.map(({ id }) => id));
    const owners = entities.flatMap(({ properties }) => properties.parent ?? []);
    expect(owners.length).toBeGreaterThan(250);
    expect(owners.filter((id) => !ids.has(id))).toEqual([]);
  },
);

it.skipIf(!hasReal(SAMPLE))(
  'the sample of the SDN list in XML (skipped where it is absent) is cut, and says so by its own count',
  async () => {
    const { entities, issues } = await load(20, SAMPLE, 'us-ofac-sdn');
    expect(entities).toHaveLength(8);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['bad-date', 'dateOfBirthItem'],
      ['bad-value', 'Record_Count'],
    ]);
  },
);

it.skipIf(!hasReal(FOLDER))(
  'every text of every entry arrives, in either format (skipped where they are absent)',
  async () => {
    for (const rank of [20, 10] as const) {
      const { files, entities } = await load(rank, FOLDER, 'us-ofac-consolidated');
      const raw = await (rank === 20 ? rawXml : rawAdvanced)(files[0]!);
      expect([...raw.keys()].map((id) => `ofac-${id}`)).toEqual(entities.map(({ id }) => id));
      const lost = new Set<string>();
      for (const [id, texts] of raw) {
        const arrives = arrivalsOf(entities.find((entity) => entity.id === `ofac-${id}`)!);
        for (const text of texts) if (!LABELS.test(text) && !arrives(text)) lost.add(text);
      }
      expect([...lost]).toEqual([]);
    }
  },
);

it.skipIf(!hasReal(FOLDER))(
  'every programme has its row among the measures, whichever format it came from (skipped where they are absent)',
  async () => {
    const measures = openMeasures(tablesOf(MEASURES_TABLES));
    const without = new Set<string>();
    for (const rank of [20, 10] as const)
      for (const { listings } of (await load(rank, FOLDER, 'us-ofac-consolidated')).entities)
        for (const one of listings)
          if (measures.measureOf(one, '2026-01-01') === null) without.add(`${one.programme} ${one.annex}`);
    expect([...without]).toEqual([]);
  },
);

it.skipIf(!hasReal(FOLDER))(
  'every property is one of the FollowTheMoney model (skipped where the files are absent)',
  async () => {
    const model = new ftm.Model(ftm.defaultModel);
    const strange = new Set<string>();
    for (const rank of [20, 10] as const)
      for (const { schema, properties } of (await load(rank, FOLDER, 'us-ofac-consolidated')).entities) {
        const known = model.getSchema(schema).getProperties();
        for (const name of Object.keys(properties)) if (!known.has(name)) strange.add(`${schema}.${name}`);
      }
    expect([...strange]).toEqual([]);
  },
);

/** What a text is about rather than what it says: these choose the property. */
const LABELS =
  /^(?:strong|weak|[afn]\.k\.a\.|true|false|Individual|Entity|Website|ISIN|Email Address|Tax ID No\.|Registration ID|Government Gazette Number|Target Type|Equity Ticker|SWIFT\/BIC|Organization Established Date|Nationality of Registration|Legal Entity Number|Public Registration Number|BIK \(RU\)|Organization Type:|Gender|Location|Birthdate|Place of Birth|Citizenship Country|\d{1,2})$/;

/** Whether a text is in some value of an entity: as text, as a day, as a country. */
function arrivalsOf({ properties, listings }: Entity): (text: string) => boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const values = Object.values(properties).flat();
  const said = [...values, ...listings.flatMap(({ programme, annex }) => [programme ?? '', annex ?? ''])];
  const texts = said.map(bare);
  const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ').toLowerCase();
  const turned = new Set(values.map(wordsOf));
  const spans = values.flatMap((value) => dateSpan(value) ?? []);
  return (text) => {
    const code = countries.codeOf(text);
    if (code !== null && (code === '' || values.includes(code))) return true;
    const day = dateSpan(readDate(text) ?? '');
    if (day !== null && spans.some(({ from, to }) => from === day.from || to === day.to)) return true;
    // A person's name stands family first in the file.
    return turned.has(wordsOf(text)) || texts.some((value) => value.includes(bare(text)));
  };
}
