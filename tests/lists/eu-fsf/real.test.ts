/** The publisher's own samples, where they lie beside the checkout. */
import { expect, it } from 'vitest';
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { MEASURES_TABLES, openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';

import { readerOf, readers } from './support.js';

const absent = !hasReal('eu-fsf');
const load = (format: string): Promise<ListContent> => {
  const reader = readerOf(format);
  return readWholeList(reader, reader.recognise(realFiles('eu-fsf')));
};

it.skipIf(absent)(
  'XML 1.1 of 2020: seven persons, one under the id of another, nothing unplaced (skipped without ../shared/data)',
  async () => {
    const { entities, issues, published } = await load('XML 1.1');
    expect(published).toBe('2020-04-15');
    expect(entities).toHaveLength(7);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(7);
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-entry']);
    expect(entities.map(({ schema }) => schema)).toEqual(Array(7).fill('Person'));
    expect(entities.every(({ listings }) => listings[0]?.start !== null && listings[0]?.act !== null)).toBe(
      true,
    );
    // The days of designation that the Official Journal names for the same four people.
    const starts = new Map(entities.map(({ id, listings }) => [id, listings[0]?.start]));
    expect(['5295', '5463', '5468', '5807'].map((id) => starts.get(`eu-fsf-${id}`))).toEqual([
      '2008-07-03',
      '2009-07-16',
      '2009-07-16',
      '2010-12-01',
    ]);
  },
);

it.skipIf(absent)(
  'CSV 1.0 of 2018, saved by a spreadsheet: every id is one entity (skipped without ../shared/data)',
  async () => {
    const { entities, issues, published } = await load('CSV 1.0');
    expect(published).toBe('2018-07-04');
    expect(entities).toHaveLength(93);
    expect(issues.map(({ code }) => code)).toEqual(['bad-encoding']);
    const holding = (property: string) =>
      entities.filter(({ properties }) => properties[property] !== undefined).length;
    expect(holding('name')).toBe(93);
    expect([holding('citizenship') > 50, holding('phone')]).toEqual([true, 1]);
    expect(
      entities.flatMap(({ properties }) => properties.notes ?? []).filter((note) => /PHONE|N\/A/.test(note)),
    ).toEqual([]);
  },
);

it.skipIf(absent)(
  'both samples lie in one folder: each reader takes its own, the XML is richer (skipped without ../shared/data)',
  () => {
    const files = realFiles('eu-fsf');
    const mine = readers.filter((reader) => reader.recognise(files).length > 0);
    expect(mine.map(({ format, rank }) => [format, rank])).toEqual([
      ['EU FSF XML 1.1', 20],
      ['EU FSF CSV 1.0', 31],
    ]);
  },
);

it.skipIf(absent)(
  'every programme in the samples has a row of the table of measures (skipped without ../shared/data)',
  async () => {
    const measures = openMeasures(tablesOf(MEASURES_TABLES));
    for (const format of ['XML 1.1', 'CSV 1.0']) {
      for (const { listings } of (await load(format)).entities) {
        for (const listing of listings) {
          const row = measures.measureOf(listing, '2026-06-01');
          expect(row).toMatchObject({
            regime: 'EU',
            verdict: 'prohibited',
            kind: 'asset-freeze',
            confidence: 'checked',
          });
        }
      }
    }
  },
);

it.skipIf(absent || !hasReal('eu-journal'))(
  'the same people in the Official Journal: no birth date and no day of listing contradicts (skipped without ../shared/data)',
  async () => {
    const journal = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'eu-journal')!;
    const acts = await readWholeList(journal, journal.recognise(realFiles('eu-journal')));
    const keysOf = ({ properties: { name = [], alias = [] } }: Entity) =>
      [...name, ...alias]
        .map((one) =>
          one
            .toLowerCase()
            .split(/[^\p{L}]+/u)
            .filter(Boolean)
            .sort()
            .join(' '),
        )
        .filter((key) => key.includes(' '));
    const byName = new Map(
      acts.entities.flatMap((entity) => keysOf(entity).map((key) => [key, entity] as const)),
    );
    const pairs = (await load('XML 1.1')).entities.flatMap((entity) => {
      const same = keysOf(entity).flatMap((key) => byName.get(key) ?? [])[0];
      return same === undefined ? [] : [{ entity, same }];
    });
    expect(pairs).toHaveLength(6);
    const years = ({ properties }: Entity) =>
      (properties.birthDate ?? []).flatMap((date) => date.match(/\d{4}/g) ?? []);
    for (const { entity, same } of pairs) {
      const [mine, theirs] = [years(entity), years(same)];
      if (mine.length > 0 && theirs.length > 0) expect(mine.some((year) => theirs.includes(year))).toBe(true);
      const [start, said] = [entity.listings[0]?.start, same.listings[0]?.start];
      // Where the list has no day of designation, the acts it cites may begin after the Journal's day, never before.
      if (said) expect(start! >= said).toBe(true);
    }
    const agreed = pairs.filter(({ entity, same }) => entity.listings[0]?.start === same.listings[0]?.start);
    expect(agreed).toHaveLength(4);
  },
);
