/** What becomes of a list that is offered: current, history, nothing new, refused. And what a date then chooses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStorage, openStore } from '../../../src/lists/store/index.js';
import { names, type Sketch, update } from './support.js';

/** Loads one after the other; gives the results and the store afterwards. */
async function load(...sketches: readonly Sketch[]) {
  const storage = memoryStorage();
  const rows = [];
  for (const sketch of sketches) rows.push(...(await update(storage, sketch)));
  return { rows, results: rows.map(({ result }) => result), store: openStore(storage) };
}

describe('an offered list', () => {
  it('is current when it is the first or newer', async () => {
    const { results, store } = await load(
      { of: ['a', 'b'], published: '2026-01-01' },
      { of: ['a', 'b', 'c'], published: '2026-02-01' },
    );
    expect(results).toEqual(['updated', 'updated']);
    expect(store.current()).toMatchObject([{ published: '2026-02-01', entities: 3 }]);
    expect(store.snapshots('un-sc')).toHaveLength(2);
  });

  it('is unchanged when it is the same again', async () => {
    const { rows, store } = await load({ of: ['a'] }, { of: ['a'], retrieved: '2026-07-01', issues: 2 });
    expect(rows[1]).toMatchObject({ result: 'unchanged', hash: rows[0]!.hash, entities: 1 });
    expect(store.current()).toMatchObject([{ retrieved: '2026-06-01', issues: 0 }]);
    expect(store.status(() => false)).toMatchObject([{ checked: '2026-07-01' }]);
  });

  it('with another date but the same entries is a snapshot of its own', async () => {
    const { results } = await load(
      { of: ['a'], published: '2026-01-01' },
      { of: ['a'], published: '2026-01-02' },
    );
    expect(results).toEqual(['updated', 'updated']);
  });

  it('of the same day with other entries replaces the former', async () => {
    const { results, store } = await load({ of: ['a', 'b'] }, { of: ['a', 'c'] });
    expect(results).toEqual(['updated', 'updated']);
    expect(store.choose('2026-01-01')[0]?.snapshot.hash).toBe(store.current()[0]?.hash);
  });

  it('older than the current one is kept as history and never becomes current', async () => {
    const { rows, store } = await load(
      { of: ['a', 'b', 'c'], published: '2026-02-27' },
      { of: ['a'], published: '2025-04-19' },
      { of: ['a'], published: '2025-04-19' },
    );
    expect(rows.map(({ result }) => result)).toEqual(['updated', 'history', 'unchanged']);
    expect(rows[1]!.message).toBe('of 2025-04-19, older than the current one of 2026-02-27: kept as history');
    expect(store.current()[0]?.published).toBe('2026-02-27');
  });
});

describe('a list without a date of its own', () => {
  it('counts from the day it was taken', async () => {
    const { results, store } = await load(
      { of: ['a', 'b'], published: null, retrieved: '2026-06-01' },
      { of: ['a', 'c'], published: '2026-05-01', retrieved: '2026-06-02' },
    );
    expect(results).toEqual(['updated', 'history']);
    expect(store.current()[0]?.published).toBeNull();
  });

  it('gets its date when the same files are loaded again with one', async () => {
    const { results, store } = await load(
      { of: ['a'], published: null, retrieved: '2026-06-01' },
      { of: ['a'], published: '2026-01-15', retrieved: '2026-06-02' },
      { of: ['a', 'b'], published: '2026-03-01', retrieved: '2026-06-03' },
    );
    expect(results).toEqual(['updated', 'updated', 'updated']);
    expect(store.choose('2026-02-01')).toMatchObject([
      { snapshot: { published: '2026-01-15' }, later: false },
    ]);
    expect(store.snapshots('un-sc')).toHaveLength(3);
  });

  it('does not take the date from a snapshot that has one', async () => {
    const { results, store } = await load(
      { of: ['a'], published: '2026-01-15' },
      { of: ['a'], published: null, retrieved: '2026-06-02' },
    );
    expect(results).toEqual(['updated', 'unchanged']);
    expect(store.current()[0]?.published).toBe('2026-01-15');
  });

  it('can go back to what it was before a mistake', async () => {
    const { results, store, rows } = await load(
      { of: ['a', 'b'], published: null, retrieved: '2026-06-01' },
      { of: ['a', 'x'], published: null, retrieved: '2026-06-02' },
      { of: ['a', 'b'], published: null, retrieved: '2026-06-03' },
    );
    expect(results).toEqual(['updated', 'updated', 'updated']);
    expect(store.current()[0]?.hash).toBe(rows[0]!.hash);
    expect(store.choose('2026-06-02')[0]?.snapshot.hash).toBe(rows[1]!.hash);
    expect(store.snapshots('un-sc')).toHaveLength(2);
  });
});

describe('a list that shrank', () => {
  const full: Sketch = { of: names(100), published: '2026-01-01' };

  it('by a tenth is taken', async () => {
    const { results } = await load(full, { of: names(90), published: '2026-02-01' });
    expect(results).toEqual(['updated', 'updated']);
  });

  it('by more is refused, and the former one stays', async () => {
    const { rows, store } = await load(full, { of: names(89), published: '2026-02-01' });
    expect(rows[1]).toMatchObject({ result: 'refused', code: 'list-shrunk', entities: 89 });
    expect(rows[1]!.message).toMatch(
      /^89 entries, 11 % fewer than the 100 of 2026-01-01; nothing was changed: .*--accept un-sc/,
    );
    expect(store.current()[0]?.entities).toBe(100);
    expect(store.status(() => false)).toMatchObject([
      { state: 'refused', entities: 100, message: rows[1]!.message },
    ]);
  });

  it('is taken when somebody accepts it, and who and why stay with it', async () => {
    const accept = { by: 'ada', reason: 'act repealed' };
    const { results, store } = await load(full, {
      of: names(20),
      published: '2026-02-01',
      accept,
      retrieved: '2026-02-02',
    });
    expect(results).toEqual(['updated', 'updated']);
    expect(store.current()[0]?.accepted).toEqual({ by: 'ada', reason: 'act repealed', on: '2026-02-02' });
  });

  it('records nobody where nothing had to be accepted', async () => {
    const { store } = await load({ ...full, accept: { by: 'ada', reason: 'to be safe' } });
    expect(store.current()[0]?.accepted).toBeNull();
  });

  it('is measured by the newest older snapshot, not by a newer one', async () => {
    const { results } = await load(
      full,
      { of: names(60), published: '2025-01-01' },
      { of: names(50), published: '2025-06-01' },
      { of: names(55), published: '2025-06-02' },
    );
    expect(results).toEqual(['updated', 'history', 'refused', 'history']);
  });

  it('to nothing is refused as empty, the first time too', async () => {
    const { rows } = await load({ of: [] });
    expect(rows).toMatchObject([{ result: 'refused', code: 'list-empty' }]);
  });

  it('long ago says nothing about the current one', async () => {
    const past: Sketch[] = [
      { of: names(100), published: '2025-01-01', retrieved: '2026-06-02' },
      { of: names(10), published: '2025-02-01', retrieved: '2026-06-03' },
    ];
    const { results, store } = await load(full, ...past);
    expect(results).toEqual(['updated', 'history', 'refused']);
    expect(store.status(() => false)).toMatchObject([{ state: 'current', checked: '2026-06-01' }]);
    const shrunk = await load(full, { of: names(10), published: '2026-02-01' }, ...past);
    expect(shrunk.store.status(() => false)).toMatchObject([{ state: 'refused' }]);
  });

  it('is forgotten once a good one was taken', async () => {
    const { store } = await load(
      full,
      { of: names(10), published: '2026-02-01' },
      { of: names(99), published: '2026-02-02' },
    );
    expect(store.status(() => false)).toMatchObject([{ state: 'current', message: null }]);
  });
});

describe('a date chooses', () => {
  it('the newest snapshot of that day or before, else the oldest, marked later', async () => {
    const { store } = await load(
      { of: ['a'], published: '2025-01-01' },
      { of: ['a', 'b'], published: '2025-06-01' },
      { source: 'eu-journal', of: ['x'], published: null, retrieved: '2026-06-01' },
    );
    const chosen = (day: string) =>
      store.choose(day).map(({ snapshot, later }) => [snapshot.source, snapshot.entities, later]);
    expect(chosen('2024-12-31')).toEqual([
      ['eu-journal', 1, true],
      ['un-sc', 1, true],
    ]);
    expect(chosen('2025-01-01')).toEqual([
      ['eu-journal', 1, true],
      ['un-sc', 1, false],
    ]);
    expect(chosen('2025-06-01')).toEqual([
      ['eu-journal', 1, true],
      ['un-sc', 2, false],
    ]);
    expect(chosen('2026-06-01')).toEqual([
      ['eu-journal', 1, false],
      ['un-sc', 2, false],
    ]);
  });

  it('at the end of days what is current, in whatever order the lists came', async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`);
    const sketch = fc.record({
      of: fc.subarray(names(20), { minLength: 19 }),
      published: fc.option(day, { nil: null }),
      retrieved: day,
      source: fc.constantFrom('un-sc', 'constructor'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sketch, { maxLength: 8 }), async (sketches) => {
        // Days go forward: what is taken later was not taken earlier.
        const { store, rows } = await load(
          ...sketches.toSorted((a, b) => (a.retrieved < b.retrieved ? -1 : 1)),
        );
        expect(store.choose('9999-12-31').map(({ snapshot }) => snapshot)).toEqual(store.current());
        for (const row of rows) expect(store.snapshot(row.hash!).source).toBe(row.source);
        for (const { snapshot, later } of store.choose('2026-01-05')) {
          const held = store.snapshots(snapshot.source).map((one) => one.published ?? one.retrieved);
          expect(later).toBe(held.every((it) => it > '2026-01-05'));
        }
      }),
      { numRuns: 50 },
    );
  });
});
