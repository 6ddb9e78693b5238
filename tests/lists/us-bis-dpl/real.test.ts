/** The Denied Persons List as it is published, read where it lies beside the checkout. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { mutate, mutations, readMutated } from '../damage.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';

const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'us-bis-dpl')!;
const absent = !hasReal('us-bis-dpl');

it.skipIf(absent)(
  '581 rows are 460 orders on a name, each with a first day (skipped without ../shared/data)',
  async () => {
    const { entities, issues } = await readWholeList(reader, reader.recognise(realFiles('us-bis-dpl')));
    // One airline's name is written with a hyphen and without.
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-entry']);
    expect(entities).toHaveLength(460);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(460);
    for (const { listings } of entities) expect(listings[0]?.start).toMatch(/^\d{4}-\d\d-\d\d$/);
    const over = entities.filter(({ listings }) =>
      listings.every(({ end }) => end !== null && end < '2022-01-01'),
    );
    expect(over.length).toBeLessThan(20);
  },
);

it.skipIf(absent)(
  'a damaged list is refused, or what it lost is told (skipped without ../shared/data)',
  async () => {
    const bytes = await wholeBytes(reader.recognise(realFiles('us-bis-dpl'))[0]!);
    const part = bytes.subarray(0, bytes.lastIndexOf(10, 30_000) + 1);
    const untouched = (await readMutated(reader, 'dpl.txt', part))!;
    const whole = untouched.entities.length;
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const changed = mutate(part, changes);
        const content = await readMutated(reader, 'dpl.txt', changed);
        if (content === null || content.issues.length > untouched.issues.length) return;
        const lines =
          new TextDecoder()
            .decode(changed)
            .split('\n')
            .filter((line) => line.trim() !== '').length - 1;
        expect(content.entities.length).toBeLessThanOrEqual(lines);
        const lost = Math.max(0, part.length - changed.length) / 100;
        expect(content.entities.length).toBeGreaterThanOrEqual(Math.min(whole, lines / 2) - lost - 10);
      }),
      { numRuns: 100, seed: 4 },
    );
  },
);
