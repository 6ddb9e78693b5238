/** A flipped bit anywhere is found, in the right file, with the entries it touches; what serves until it is mended. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type MemoryStorage,
  memoryStorage,
  openStore,
  openWriter,
  verifyState,
} from '../../../src/lists/store/index.js';
import { index, names, update } from './support.js';

/** Three neighbouring days of one list, a second list, issues, an index. */
async function threeDays(): Promise<MemoryStorage> {
  const storage = memoryStorage();
  for (const day of [1, 2, 3]) {
    const of = names(150 + day);
    await update(storage, { of, published: `2026-01-0${day}`, issues: 20 + day });
  }
  await update(storage, { source: 'eu-journal', of: names(30, 'b'), published: null, issues: 3 });
  return storage;
}

/** Every entity of every snapshot by its place, as text; null where it cannot be read. */
function readAll(storage: MemoryStorage, places: readonly Place[]): (string | null)[] {
  const store = openStore(storage);
  return places.map(({ hash, offset, length }) => {
    try {
      return JSON.stringify(store.entityAt(hash, offset, length));
    } catch {
      return null;
    }
  });
}
type Place = { readonly hash: string; readonly id: string; readonly offset: number; readonly length: number };

let storage: MemoryStorage;
let places: readonly Place[];
let texts: readonly (string | null)[];
beforeAll(async () => {
  storage = await threeDays();
  const store = openStore(storage);
  places = ['un-sc', 'eu-journal'].flatMap((source) =>
    store.snapshots(source).flatMap(({ hash }) =>
      [...store.entities(hash)].map(({ entity, offset, length }) => ({
        hash,
        id: entity.id,
        offset,
        length,
      })),
    ),
  );
  texts = readAll(storage, places);
});

describe('a whole state folder', () => {
  it('is intact: every file was read', () => {
    const seen: string[] = [];
    const report = verifyState(storage, (_done, _total, file) => seen.push(file));
    expect(report).toEqual({ files: storage.files.size, snapshots: 4, damage: [] });
    expect(['manifest.json', ...seen].sort()).toEqual([...storage.files.keys()].sort());
  });

  it('of no list at all is intact', () =>
    expect(verifyState(memoryStorage())).toEqual({ files: 1, snapshots: 0, damage: [] }));
});

describe('a flipped bit', () => {
  it('anywhere is found and named by its file; no entry it touches is left out, none is read changed', () => {
    let tried = 0;
    for (const [path, bytes] of storage.files) {
      // Small files byte by byte, large ones at some hundred places; another bit each time.
      const step = Math.max(1, Math.floor(bytes.length / 300));
      for (let at = 0; at < bytes.length; at += step) {
        const bit = 1 << (tried % 8);
        bytes[at]! ^= bit;
        const { damage } = verifyState(storage);
        expect(
          damage.map(({ file }) => file),
          `${path}, byte ${at}`,
        ).toEqual([path]);
        if (path.startsWith('packs/') && tried % 5 === 0) expectTouched(damage[0]!.touches);
        bytes[at]! ^= bit;
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(1_000);
    expect(verifyState(storage).damage).toEqual([]);
  });

  function expectTouched(touches: ReturnType<typeof verifyState>['damage'][number]['touches']): void {
    const now = readAll(storage, places);
    const lost = new Map<string, number>();
    now.forEach((text, at) => {
      if (text === texts[at]) return;
      expect(text).toBeNull();
      const { hash, id } = places[at]!;
      const told = touches.filter(
        ({ snapshot, stream, from, until }) =>
          snapshot === hash && stream === 'entities' && from! <= id && (until === null || id < until),
      );
      expect(told).toHaveLength(1);
      lost.set(hash, (lost.get(hash) ?? 0) + 1);
    });
    for (const [hash, count] of lost) {
      const told = touches.filter(({ snapshot, stream }) => snapshot === hash && stream === 'entities');
      expect(told.reduce((sum, one) => sum + one.count, 0)).toBe(count);
    }
    for (const { snapshot, stream } of touches)
      if (stream === 'entities') expect(lost.has(snapshot)).toBe(true);
  }

  it('several at once are all found', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 5 }), (seeds) => {
        const files = [...storage.files].filter(([path]) => path !== 'manifest.json');
        const hit = seeds.map((seed) => {
          const [path, bytes] = files[seed % files.length]!;
          return { path, bytes, at: seed % bytes.length };
        });
        for (const { bytes, at } of hit) bytes[at]! ^= 8;
        const found = verifyState(storage).damage.map(({ file }) => file);
        for (const { bytes, at } of hit) bytes[at]! ^= 8;
        // The same bit of one file twice is no damage.
        const odd = hit.filter(
          ({ path, at }) => hit.filter((o) => o.path === path && o.at === at).length % 2 === 1,
        );
        expect(found).toEqual([...new Set(odd.map(({ path }) => path))].sort());
      }),
      { numRuns: 100 },
    ));
});

describe('a file that is cut off or gone', () => {
  it('is found and named, but for an index, which may be deleted at any time', () => {
    for (const [path, bytes] of [...storage.files]) {
      if (path === 'manifest.json') continue;
      (storage.files as Map<string, Uint8Array>).set(path, bytes.subarray(0, bytes.length >> 1));
      expect(verifyState(storage).damage.map(({ file }) => file)).toEqual([path]);
      (storage.files as Map<string, Uint8Array>).delete(path);
      const gone = path.startsWith('index/') ? [] : [path];
      expect(verifyState(storage).damage.map(({ file }) => file)).toEqual(gone);
      (storage.files as Map<string, Uint8Array>).set(path, bytes);
    }
    expect(verifyState(storage).damage).toEqual([]);
  });
});

describe('what to do about it', () => {
  /** Spoils what only the newest day holds. */
  async function spoilNewest(): Promise<MemoryStorage> {
    const spoiled = await threeDays();
    const newest = openStore(spoiled).snapshots('un-sc').at(-1)!;
    const file = JSON.parse(
      Buffer.from(spoiled.files.get(`snapshots/un-sc/${newest.hash}.json`)!).toString(),
    ) as { state: { entities: { root: { pack: string } } } };
    const pack = spoiled.files.get(`packs/${file.state.entities.root.pack}.pack`)!;
    pack[20]! ^= 1;
    return spoiled;
  }

  it('is said: the same files again, and until then the newest list that is whole', async () => {
    const spoiled = await spoilNewest();
    const [damage] = verifyState(spoiled).damage;
    expect(damage?.remedy).toMatch(
      /^run cordon lists update with the same files again.*; until then cordon lists restore un-sc brings back the list of 2026-01-02$/,
    );
    expect(damage?.touches.map(({ day, current }) => [day, current])).toEqual([['2026-01-03', true]]);
  });

  it('restoring brings back that list, and loading the newer files again goes on from there', async () => {
    const spoiled = await spoilNewest();
    const writer = openWriter(spoiled);
    const row = writer.restore('un-sc');
    expect(row).toMatchObject({ before: { published: '2026-01-03' }, current: { published: '2026-01-02' } });
    const store = await writer.commit(index);
    writer.close();
    expect(store.current()).toMatchObject([{ source: 'eu-journal' }, { published: '2026-01-02' }]);
    expect(openStore(spoiled).status(() => false)).toMatchObject([
      { state: 'current' },
      { state: 'current' },
    ]);
    const [again] = await update(spoiled, { of: names(153), published: '2026-01-03', issues: 23 });
    expect(again).toMatchObject({ result: 'updated', hash: row.before.hash });
    openStore(spoiled).verify(row.before.hash);
  });

  it('restoring changes nothing where the list is whole, and says where none is', async () => {
    const whole = await threeDays();
    const writer = openWriter(whole);
    const row = writer.restore('un-sc');
    expect(row.current).toBe(row.before);
    expect(() => writer.restore('ch-seco')).toThrow(expect.objectContaining({ code: 'snapshot-missing' }));
    for (const [path, bytes] of whole.files) if (path.startsWith('snapshots/un-sc')) bytes[9]! ^= 1;
    expect(() => writer.restore('un-sc')).toThrow(
      expect.objectContaining({
        code: 'snapshot-damaged',
        message: expect.stringContaining('no older version'),
      }),
    );
    writer.close();
  });

  it('once the same files are loaded again, nothing is damaged any more', async () => {
    const spoiled = await spoilNewest();
    await update(spoiled, { of: names(153), published: '2026-01-03', issues: 23 });
    expect(verifyState(spoiled).damage).toEqual([]);
  });
});
