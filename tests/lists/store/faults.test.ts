/**
 * Whatever fails, at whatever moment: the former world or the new one, complete, never a mix; and the next update works
 * and leaves nothing lying about. Every operation of an update is made to fail in every way a disk fails.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, type MemoryStorage, memoryStorage, openStore } from '../../../src/lists/store/index.js';
import { packPath } from '../../../src/lists/store/nodes.js';
import { loadManifest } from '../../../src/lists/store/store.js';
import { describeWorld, names, type Sketch, update } from './support.js';

const FAULTS: readonly Fault[] = ['error', 'unsure', 'full', 'kill', 'torn', 'late'];
const OLD: readonly Sketch[] = [
  { source: 'un-sc', of: names(20), published: '2026-01-01' },
  { source: 'eu-journal', of: names(9, 'b'), published: null },
];
const NEW: readonly Sketch[] = [
  { source: 'un-sc', of: names(21), published: '2026-02-01' },
  { source: 'un-sc', of: names(5, 'h'), published: '2025-01-01' },
  { source: 'eu-journal', of: names(2, 'b'), published: null, retrieved: '2026-07-01' },
  { source: 'ch-seco', of: names(3, 'c'), published: '2026-01-15', issues: 2 },
];
const NEXT: readonly Sketch[] = [{ source: 'un-sc', of: names(22), published: '2026-03-01' }];

/** The world as readers find it: every snapshot verified, the index that of these very lists. */
function worldOf(storage: MemoryStorage): string {
  const store = openStore(storage);
  for (const { source } of store.current())
    for (const { hash } of store.snapshots(source)) store.verify(hash);
  const world = describeWorld(store);
  const index = store.index(store.current(), 'test 1');
  expect(Buffer.from(index ?? []).toString()).toBe(world);
  return world;
}

/**
 * Files that are there, the manifest's own bytes aside. A piece that could not be read for a moment is written once
 * more, so packs may differ; none lies about without being named.
 */
const filesOf = (storage: MemoryStorage) => {
  const files = [...storage.files.keys()].sort();
  const packs = files.filter((path) => path.startsWith('packs/'));
  expect(packs).toEqual((loadManifest(storage)?.packs ?? []).map(packPath));
  return files.filter((path) => !packs.includes(path));
};

async function prepare(...updates: readonly (readonly Sketch[])[]): Promise<MemoryStorage> {
  const storage = memoryStorage();
  for (const sketches of updates) await update(storage, ...sketches);
  return storage;
}

/** Runs an update with one fault; gives the storage as the next process finds it. */
async function failing(
  before: readonly (readonly Sketch[])[],
  sketches: readonly Sketch[],
  at: number,
  fault: Fault,
) {
  const storage = (await prepare(...before)).restart();
  storage.failAt(at, fault);
  const result = await update(storage, ...sketches).then(
    () => 'done',
    () => 'failed',
  );
  return { storage: storage.restart(), result, operations: storage.operations };
}

async function countOperations(
  before: readonly (readonly Sketch[])[],
  sketches: readonly Sketch[],
): Promise<number> {
  const storage = (await prepare(...before)).restart();
  await update(storage, ...sketches);
  return storage.operations;
}

describe.each([
  ['the first update of all', [] as readonly (readonly Sketch[])[], OLD],
  ['an update of several lists', [OLD], NEW],
  ['an update that changes nothing', [OLD], OLD],
])('%s', (_name, before, sketches) => {
  it.each(FAULTS)(
    'with "%s" at any moment leaves one whole world, and the next update goes well',
    async (fault) => {
      const former = before.length === 0 ? '' : worldOf(await prepare(...before));
      const wanted = await prepare(...before, sketches);
      const clean = filesOf(await prepare(...before, sketches, NEXT));
      const operations = await countOperations(before, sketches);
      expect(operations).toBeGreaterThan(10);
      const seen = new Set<string>();
      for (let at = 1; at <= operations; at += 1) {
        const { storage, result } = await failing(before, sketches, at, fault);
        const found = openStore(storage).current().length === 0 ? '' : worldOf(storage);
        expect([former, worldOf(wanted)]).toContain(found);
        if (result === 'done') expect(found).toBe(worldOf(wanted));
        seen.add(found);
        await update(storage, ...sketches);
        await update(storage, ...NEXT);
        expect(filesOf(storage)).toEqual(clean);
        expect(
          openStore(storage)
            .status(() => false)
            .every(({ state }) => state !== 'damaged'),
        ).toBe(true);
      }
      expect(seen.has(former)).toBe(true);
    },
  );
});

describe('a full disk', () => {
  it('gives back what the failed update had taken', async () => {
    const clean = filesOf(await prepare(OLD));
    const operations = await countOperations([OLD], NEW);
    for (let at = 1; at <= operations; at += 1) {
      const { storage, result } = await failing([OLD], NEW, at, 'full');
      if (result === 'failed' && worldOf(storage) === worldOf(await prepare(OLD)))
        expect(filesOf(storage)).toEqual(clean);
    }
  });
});

describe('fault upon fault', () => {
  it('any row of failing updates never loses a world', async () => {
    const step = fc.record({
      of: fc.subarray(names(10), { minLength: 9 }),
      published: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', null),
      source: fc.constantFrom('un-sc', 'eu-journal'),
      at: fc.integer({ min: 1, max: 40 }),
      fault: fc.constantFrom(...FAULTS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        let storage = await prepare(OLD);
        let former = worldOf(storage);
        for (const { at, fault, ...sketch } of steps) {
          const twin = memoryStorage();
          for (const [path, bytes] of storage.files) twin.write(path, [bytes]);
          await update(twin, sketch);
          storage = storage.restart();
          storage.failAt(at, fault);
          await update(storage, sketch).catch(() => {});
          storage = storage.restart();
          const found = worldOf(storage);
          expect([former, worldOf(twin)]).toContain(found);
          former = found;
        }
      }),
      { numRuns: 60 },
    );
  });
});
