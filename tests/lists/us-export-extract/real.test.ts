/** The extract of US export control lists, read where it lies beside the checkout. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { openMeasures } from '../../../src/rules/measures/index.js';
import { mutate, mutations, readMutated } from '../damage.js';
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

it.skipIf(absent)(
  'a damaged extract is refused, or holds what it says it holds (skipped without ../shared/data)',
  async () => {
    const reader = readers.find(({ source }) => source === 'us-bis-meu')!;
    const bytes = await wholeBytes(reader.recognise(realFiles('us-export-control-2026'))[0]!);
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const content = await readMutated(reader, 'meu.json', mutate(bytes, changes));
        // The file says how many it holds, so none can be missing in silence.
        if (content !== null && content.issues.length === 0)
          expect(content.entities.length).toBeGreaterThanOrEqual(69);
      }),
      { numRuns: 150, seed: 4 },
    );
  },
);
