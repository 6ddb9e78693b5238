/** The extract of US export control lists, read where it lies beside the checkout. */
import { expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../../src/lists/index.js';
import { openMeasures } from '../../../src/rules/measures/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';

const readers = openReaders(tablesOf(LISTS_TABLES));
const measures = openMeasures(tablesOf(['lists/measures.csv', 'lists/topics.csv', 'lists/activities.csv']));
const absent = !hasReal('us-export-control-2026');

it.skipIf(absent).each([
  // source, rows of its files, parties
  ['us-bis-el', 3409, 3255],
  ['us-bis-meu', 70, 70],
  ['us-isn', 528, 528],
  ['us-aeca-debarred', 787, 783],
  ['us-uflpa', 148, 145],
] as const)(
  '%s: %i rows are %i parties, each under a rule (skipped without ../shared/data)',
  async (source, _rows, parties) => {
    const reader = readers.find((one) => one.source === source)!;
    const { entities } = await readWholeList(reader, reader.recognise(realFiles('us-export-control-2026')));
    expect(entities).toHaveLength(parties);
    for (const { listings, properties } of entities) {
      expect(properties.name?.length).toBeGreaterThan(0);
      for (const listing of listings) expect(measures.measureOf(listing, '2026-07-09')).not.toBeNull();
    }
  },
);
