/** Who was in an older file of a list and is not in the newer: kept with the day, until they come back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryStorage, memoryStorage, openStore, verifyState } from '../../../src/lists/store/index.js';
import { packPath } from '../../../src/lists/store/nodes.js';
import { loadManifest } from '../../../src/lists/store/store.js';
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

/** An undated list that goes back to what it was; `days` are those on which it was taken. */
async function loadUndated(...files: readonly (readonly string[])[]): Promise<MemoryStorage> {
  const storage = memoryStorage();
  for (const [at, of] of files.entries())
    await update(storage, {
      of,
      published: null,
      retrieved: day(at),
      accept: { by: 'test', reason: 'any size' },
    });
  return storage;
}

const goneOf = (storage: MemoryStorage, version = openStore(storage).current()[0]!) =>
  [...openStore(storage).former(version)].map(({ entity }) => `${entity.caption} ${entity.absentSince}`);

describe('an undated list that goes back to what it was', () => {
  it('keeps who stood only in the version between as gone, the snapshot being what it was', async () => {
    const storage = await loadUndated(['a', 'b'], ['a', 'x'], ['a', 'b']);
    const store = openStore(storage);
    const [current] = store.current();
    expect(store.snapshots('un-sc')).toHaveLength(2);
    expect(goneOf(storage)).toEqual([`x ${day(2)}`]);
    for (const { offset, length, entity } of store.former(current!))
      expect(store.entityAt(current!, offset, length)).toEqual(entity);
    const [first] = store.choose(day(0));
    expect(first!.snapshot.hash).toBe(current!.hash);
    expect(first!.snapshot.former).toBeNull();
    expect(goneOf(storage, first!.snapshot)).toEqual([]);
    expect(goneOf(storage, store.choose(day(1))[0]!.snapshot)).toEqual([`b ${day(1)}`]);
    expect(verifyState(storage).damage).toEqual([]);
  });

  it('has another index each time, as others are found in it', async () => {
    const storage = await loadUndated(['a', 'b'], ['a', 'x'], ['a', 'b']);
    const store = openStore(storage);
    expect(store.index(store.current(), 'test 1')).not.toBeNull();
    const manifest = loadManifest(storage)!;
    expect(new Set(manifest.indexes.map(({ key }) => key)).size).toBe(3);
  });

  it('knows after any row of files who is gone, as a plain comparison has it, for every day', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<readonly string[]>(['a', 'b'], ['a', 'x'], ['a'], ['b', 'y', 'z']), {
          minLength: 2,
          maxLength: 6,
        }),
        async (files) => {
          const storage = await loadUndated(...files);
          const since = new Map<string, string>();
          files.forEach((of, at) => {
            for (const name of files[at - 1] ?? []) if (!of.includes(name)) since.set(name, day(at));
            for (const name of of) since.delete(name);
            const wanted = [...since].map(([name, on]) => `${name} ${on}`).sort();
            expect(goneOf(storage, openStore(storage).choose(day(at))[0]!.snapshot).sort()).toEqual(wanted);
          });
          expect(verifyState(storage).damage).toEqual([]);
        },
      ),
      { numRuns: 40 },
    ));

  it('still knows them for a replay once the same entries come with a date', async () => {
    const storage = await loadUndated(['a', 'b'], ['a']);
    const [undated] = openStore(storage).current();
    const accept = { by: 'test', reason: 'any size' };
    await update(storage, { of: ['a'], published: day(1), retrieved: day(2), accept });
    expect(openStore(storage).current()).toMatchObject([{ published: day(1) }]);
    expect(goneOf(storage)).toEqual([`b ${day(1)}`]);
    expect(goneOf(storage, undated)).toEqual([`b ${day(1)}`]);
  });

  it('reads no other former entries in place of those that a version names', async () => {
    const storage = await loadUndated(['a', 'b'], ['a', 'x'], ['a', 'b']);
    const store = openStore(storage);
    const { hash } = store.current()[0]!;
    const unknown = { hash, former: 'f'.repeat(64) };
    expect(() => [...store.former(unknown)]).toThrow(expect.objectContaining({ code: 'snapshot-missing' }));
    expect(store.snapshot(unknown).former).toBe(store.current()[0]!.former);
  });

  it('verify, status and restore know of damage to who was gone; loading it again mends the list', async () => {
    const storage = await loadUndated(['a', 'b'], ['a', 'x'], ['a', 'b']);
    const { timeline } = loadManifest(storage)!.sources['un-sc']!;
    const { pack, offset } = timeline.at(-1)!.former!.root;
    const bytes = Uint8Array.from(storage.files.get(packPath(pack))!);
    bytes[offset + 3]! ^= 0xff;
    storage.write(packPath(pack), [bytes]);
    const [damage] = verifyState(storage).damage;
    expect(damage).toMatchObject({
      file: packPath(pack),
      touches: [{ source: 'un-sc', stream: 'former', current: true, count: 1 }],
    });
    expect(openStore(storage).status(() => false)).toMatchObject([{ state: 'damaged' }]);
    const before = storage.files.get(`snapshots/un-sc/${timeline.at(-1)!.hash}.json`);
    const [row] = await update(storage, { of: ['a', 'b'], published: null, retrieved: day(4) });
    expect(row!.message).toMatch(/damaged files were written anew/);
    expect(openStore(storage).status(() => false)).toMatchObject([{ state: 'current' }]);
    const description = (file: Uint8Array) => JSON.parse(Buffer.from(file).toString()).state.snapshot;
    const after = storage.files.get(`snapshots/un-sc/${timeline.at(-1)!.hash}.json`);
    expect(description(after!)).toEqual(description(before!));
    expect(goneOf(storage, openStore(storage).choose(day(1))[0]!.snapshot)).toEqual([`b ${day(1)}`]);
  });

  it('an older file that comes late says nothing of the turns after it', async () => {
    const storage = await loadUndated(['a', 'b'], ['a', 'x'], ['a', 'b']);
    await update(storage, { of: ['a', 'z'], published: '2025-12-01', retrieved: day(5) });
    expect(goneOf(storage)).toEqual([`x ${day(2)}`]);
    expect(goneOf(storage, openStore(storage).choose('2025-12-02')[0]!.snapshot)).toEqual([]);
  });
});
