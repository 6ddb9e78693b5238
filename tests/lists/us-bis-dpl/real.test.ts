/** The Denied Persons List as it is published, read where it lies beside the checkout. */
import { expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../../src/lists/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';

const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'us-bis-dpl')!;
const absent = !hasReal('us-bis-dpl');

it.skipIf(absent)(
  '581 rows are 460 orders on a name, each with a first day (skipped without ../shared/data)',
  async () => {
    const { entities, issues } = await readWholeList(reader, reader.recognise(realFiles('us-bis-dpl')));
    // One airline is written with a hyphen in one row and with a blank in another.
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 27, field: 'Name' }]);
    expect(entities).toHaveLength(460);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(460);
    for (const { listings } of entities) expect(listings[0]?.start).toMatch(/^\d{4}-\d\d-\d\d$/);
    const over = entities.filter(({ listings }) =>
      listings.every(({ end }) => end !== null && end < '2022-01-01'),
    );
    expect(over.length).toBeLessThan(20);
  },
);
