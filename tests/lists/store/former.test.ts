/** Who was in an older file of a list and is not in the newer: kept with the day, until they come back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStorage, openStore } from '../../../src/lists/store/index.js';
import { names, update } from './support.js';

const day = (at: number) => `2026-01-${String(at + 1).padStart(2, '0')}`;

/** What is gone, and since when, after these files were loaded on days in a row. */
async function formerAfter(files: readonly (readonly string[])[]): Promise<string[]> {
  const storage = memoryStorage();
  for (const [at, of] of files.entries())
    await update(storage, { of, published: day(at), accept: { by: 'test', reason: 'any size' } });
  const store = openStore(storage);
  const { hash } = store.current()[0]!;
  store.verify(hash);
  return [...store.former(hash)].map(({ entity, offset, length }) => {
    expect(store.entityAt(hash, offset, length)).toEqual(entity);
    return `${entity.caption} ${entity.absentSince}`;
  });
}

describe('entries that are gone without a word', () => {
  it('are known with the first day of a file without them', async () => {
    expect(await formerAfter([['a', 'b', 'c'], ['a', 'c'], ['c']])).toEqual([`a ${day(2)}`, `b ${day(1)}`]);
  });

  it('are forgotten when they come back, and counted anew when they go again', async () => {
    expect(await formerAfter([['a', 'b'], ['a'], ['a', 'b']])).toEqual([]);
    expect(await formerAfter([['a', 'b'], ['a'], ['a', 'b'], ['a']])).toEqual([`b ${day(3)}`]);
  });

  it('stay known where a file changes nothing but its date', async () => {
    expect(await formerAfter([['a', 'b'], ['a'], ['a'], ['a']])).toEqual([`b ${day(1)}`]);
  });

  it('are those that a plain comparison of all files gives, however parts are cut', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.subarray(names(120)), { minLength: 1, maxLength: 5 }), async (files) => {
        const since = new Map<string, string>();
        files.forEach((of, at) => {
          for (const name of files[at - 1] ?? []) if (!of.includes(name)) since.set(name, day(at));
          for (const name of of) since.delete(name);
        });
        const wanted = [...since].map(([name, on]) => `${name} ${on}`).sort();
        expect((await formerAfter(files)).sort()).toEqual(wanted);
      }),
      { numRuns: 60 },
    ));

  it('an older file that comes late says nothing about the current one', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'], published: day(5) });
    await update(storage, { of: ['a', 'z'], published: day(1) });
    const store = openStore(storage);
    const [old, current] = store.snapshots('un-sc');
    expect([...store.former(old!.hash), ...store.former(current!.hash)]).toEqual([]);
  });

  it('are no part of the list: neither counted nor in its hash', async () => {
    const [alone, after] = [memoryStorage(), memoryStorage()];
    await update(after, { of: names(20), published: day(0) });
    const [first] = await update(alone, { of: names(19), published: day(1) });
    const [second] = await update(after, { of: names(19), published: day(1) });
    expect(second).toMatchObject({ hash: first!.hash, entities: 19 });
    expect([...openStore(after).entities(second!.hash!)]).toHaveLength(19);
  });
});
