/** trade.gov's file, samples of both layouts, read where they lie beside the checkout. */
import { expect, it } from 'vitest';
import { type ListContent, type ListFile, readWholeList } from '../../../src/lists/index.js';
import { openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';
import { readers } from './support.js';

const absent = !hasReal('us-csl-sample');
const [csv] = readers;
const fileOf = (name: string): ListFile => realFiles('us-csl-sample').find((file) => file.name === name)!;
const read = (name: string): Promise<ListContent> => readWholeList(csv!, [fileOf(name)]);

it.skipIf(absent)(
  'both layouts are read without a word left over (skipped without ../shared/data)',
  async () => {
    const [old, now] = [await read('csl.csv'), await read('consolidated-2024-format.csv')];
    // 115 rows: four parties stand under two sources or under two addresses of one.
    expect([old.entities.length, now.entities.length]).toEqual([110, 13]);
    expect([...old.issues, ...now.issues]).toEqual([]);
    const rows = (content: ListContent) =>
      new Set(content.entities.flatMap(({ listings }) => listings.map((one) => one.programme)));
    expect([...rows(now)].sort()).toEqual([
      'DPL',
      'DTC',
      'EL',
      'FSE',
      'ISN',
      'MEU',
      'PLC',
      'SDN',
      'SSI',
      'UVL',
    ]);
  },
);

it.skipIf(absent)(
  'every listing has a row in the table of measures (skipped without ../shared/data)',
  async () => {
    const measures = openMeasures(
      tablesOf(['lists/measures.csv', 'lists/topics.csv', 'lists/activities.csv']),
    );
    for (const name of ['csl.csv', 'consolidated-2024-format.csv'])
      for (const { listings } of (await read(name)).entities)
        for (const listing of listings) expect(measures.measureOf(listing, '2026-01-01')).not.toBeNull();
  },
);

it.skipIf(absent)(
  'Russian numbers prove themselves in either order of the ids (skipped without ../shared/data)',
  async () => {
    const numbers = (content: ListContent) =>
      content.entities.filter(({ properties }) => 'ogrnCode' in properties).length;
    expect(numbers(await read('csl.csv'))).toBeGreaterThan(20);
    expect(numbers(await read('consolidated-2024-format.csv'))).toBe(1);
  },
);
