/** The UK list as it is published, read where it lies beside the checkout: the short form of 2025, a sample of 2026. */
import { expect, it } from 'vitest';
import { isImo } from '../../../src/model/index.js';
import { MEASURES_TABLES, openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';
import { formatsOf, read } from './support.js';

const absent = !hasReal('gb-uksl');
const file = (pattern: RegExp) => realFiles('gb-uksl').find(({ name }) => pattern.test(name))!;
const measures = openMeasures(tablesOf(MEASURES_TABLES));

it.skipIf(absent)(
  'every designation of the short form arrives under its own id (skipped without ../shared/data)',
  async () => {
    const { entities, issues, published } = await read(file(/\.ods$/));
    expect([entities.length, new Set(entities.map(({ id }) => id)).size, published]).toEqual([
      5302,
      5302,
      null,
    ]);
    expect(entities.filter(({ id }) => !/^gb-[A-Z]{3}\d{4}$/.test(id))).toEqual([]);
    const schemas = entities.map(({ schema }) => schema);
    const count = (...names: string[]) => schemas.filter((schema) => names.includes(schema)).length;
    expect([count('Person'), count('Organization', 'Company'), count('Vessel')]).toEqual([3754, 1087, 461]);
    // Two rows came without a name.
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['missing-name', 649],
      ['missing-name', 3524],
    ]);
  },
);

it.skipIf(absent)(
  'every sanction of every regime has its row of measures (skipped without ../shared/data)',
  async () => {
    const { entities } = await read(file(/\.ods$/));
    const listings = entities.flatMap((entity) => entity.listings);
    expect(listings.filter((listing) => measures.measureOf(listing, '2025-08-11') === null)).toEqual([]);
    expect(listings.filter(({ start }) => start === null)).toEqual([]);
    const verdictsOf = (id: string) =>
      new Set(
        entities
          .find((one) => one.id === id)!
          .listings.map((listing) => measures.measureOf(listing, '2025-08-11')?.verdict),
      );
    expect(verdictsOf('gb-AFG0001')).toEqual(new Set(['prohibited']));
    const travel = entities.filter(({ listings: held }) =>
      held.every(({ measure }) => measure === 'Travel Ban'),
    );
    expect(travel).toHaveLength(8);
    for (const { id } of travel) expect(verdictsOf(id)).toEqual(new Set(['review']));
  },
);

it.skipIf(absent)(
  'the columns of 2026 are all known, and rows of one id are one entity (skipped without ../shared/data)',
  async () => {
    const csv = file(/\.csv$/);
    expect(formatsOf(csv)).toEqual(['UK CSV']);
    const { entities, issues, published } = await read(csv);
    expect([published, entities.map(({ id }) => id), issues]).toEqual([
      '2026-10-08',
      ['gb-AFG0001', 'gb-AFG0006', 'gb-RUS2176'],
      [],
    ]);
    expect(entities[1]).toMatchObject({
      caption: 'MOHAMMAD HASSAN AKHUND',
      properties: { unscId: ['TAi.002'] },
    });
    expect(entities[2]?.properties.imoNumber?.every(isImo)).toBe(true);
  },
);

it.skipIf(absent)(
  'an id names the same party in both files, a year apart (skipped without ../shared/data)',
  async () => {
    const [csv, ods] = [await read(file(/\.csv$/)), await read(file(/\.ods$/))];
    for (const entity of csv.entities) {
      const old = ods.entities.find(({ id }) => id === entity.id)!;
      expect([old.caption, old.schema, old.listings.map(({ start }) => start)]).toEqual([
        entity.caption,
        entity.schema,
        entity.listings.map(({ start }) => start),
      ]);
    }
  },
);
