/** What is held can be read, checked and repaired; one world at a time. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { diskStorage, memoryStorage, openStore, openWriter } from '../../../src/lists/store/index.js';
import { describeWorld, entity, index, names, offerOf, update } from './support.js';

const never = () => false;
const fail = (code: string, text: string | RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(text) });

describe('an empty state folder', () => {
  it('holds no list, and reading it writes nothing', () => {
    const storage = memoryStorage();
    const store = openStore(storage);
    expect(store.current()).toEqual([]);
    expect(store.choose('2026-01-01')).toEqual([]);
    expect(store.status(never)).toEqual([]);
    expect(storage.files.size).toBe(0);
  });

  it('says what to do about a snapshot that is not held', () =>
    expect(() => openStore(memoryStorage()).snapshot('0123456789')).toThrow(
      fail('snapshot-missing', /lists status/),
    ));
});

describe('a held list', () => {
  it('gives every entity by its place, its issues, its description', async () => {
    const storage = memoryStorage();
    const [row] = await update(storage, { of: ['b', 'a', 'Ω'], issues: 2 });
    const store = openStore(storage);
    const hash = row!.hash!;
    const placed = [...store.entities(hash)];
    expect(placed.map(({ entity: { caption } }) => caption)).toEqual(['a', 'b', 'Ω']);
    for (const { entity: one, offset, length } of placed)
      expect(store.entityAt(hash, offset, length)).toEqual(one);
    expect(placed[2]!.entity).toEqual(entity('un-sc', 'Ω'));
    expect(store.issues(hash)).toMatchObject([{ line: 1 }, { line: 2 }]);
    expect(store.snapshot(hash)).toMatchObject({
      source: 'un-sc',
      title: 'List un-sc',
      entities: 3,
      issues: 2,
      engine: '0.1.0',
    });
    store.verify(hash);
  });

  it('is found by the first digits of its hash', async () => {
    const storage = memoryStorage();
    const [row] = await update(storage, { of: ['a'] });
    const store = openStore(storage);
    expect(store.snapshot(row!.hash!.slice(0, 8)).hash).toBe(row!.hash);
    expect(() => store.snapshot(row!.hash!.slice(0, 7))).toThrow(fail('snapshot-missing', ''));
  });

  it('carries its own description, so that a copied folder explains itself', async () => {
    const storage = memoryStorage();
    const [row] = await update(storage, { of: ['a'] });
    const file = storage.files.get(`snapshots/un-sc/${row!.hash}.json`);
    // Who is gone is no part of it: a list may be the same again, with others gone in between.
    const { former, ...description } = openStore(storage).snapshot(row!.hash!);
    expect(JSON.parse(Buffer.from(file!).toString()).state.snapshot).toEqual(description);
    expect(former).toBeNull();
  });

  it('is stale when the caller says so', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] }, { of: ['b'], source: 'eu-journal' });
    const states = openStore(storage).status(({ source }) => source === 'un-sc');
    expect(states).toMatchObject([
      { source: 'eu-journal', state: 'current' },
      { source: 'un-sc', state: 'stale' },
    ]);
  });

  it('is in the order of sources, whatever the order of loading', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'], source: 'us' }, { of: ['b'], source: 'eu' });
    await update(storage, { of: ['c'], source: 'ch' });
    expect(
      openStore(storage)
        .current()
        .map(({ source }) => source),
    ).toEqual(['ch', 'eu', 'us']);
  });
});

describe('damage', () => {
  it.each([
    [
      'a pack',
      /^packs/,
      (bytes: Uint8Array) => {
        bytes[bytes.length - 9]! ^= 1;
      },
      /packs\/[0-9a-f]{32}\.pack: byte \d+: damaged/,
    ],
    ['a pack', /^packs/, null, /packs\/[0-9a-f]{32}\.pack: not there/],
    [
      'a snapshot’s own file',
      /^snapshots/,
      (bytes: Uint8Array) => {
        bytes[200]! ^= 1;
      },
      /snapshots\/un-sc\/[0-9a-f]{64}\.json: was changed/,
    ],
    ['a snapshot’s own file', /^snapshots/, null, /snapshots\/un-sc\/[0-9a-f]{64}\.json: missing/],
  ])(
    'in %s is seen, shown in the status, and mended by loading the same files again',
    async (_what, file, spoil, message) => {
      const storage = memoryStorage();
      const [row] = await update(storage, { of: names(5), issues: 2 });
      const path = [...storage.files.keys()].find((name) => file.test(name))!;
      if (spoil === null) storage.remove(path);
      else spoil(storage.files.get(path)!);
      const store = openStore(storage);
      expect(() => store.verify(row!.hash!)).toThrow(fail('snapshot-damaged', message));
      expect(store.status(never)).toMatchObject([
        { state: 'damaged', message: expect.stringMatching(message) },
      ]);
      const [again] = await update(storage, { of: names(5), issues: 3 });
      expect(again).toMatchObject({ result: 'unchanged', message: expect.stringContaining('written anew') });
      openStore(storage).verify(row!.hash!);
      expect(openStore(storage).status(never)).toMatchObject([{ state: 'current', issues: 3 }]);
    },
  );

  it('of what neighbours share is mended in all of them by loading one of them again', async () => {
    const storage = memoryStorage();
    const days = [40, 41, 42].map((count) => ({ of: names(count), published: `2026-01-${count - 30}` }));
    for (const day of days) await update(storage, day);
    const pack = [...storage.files.values()].find((bytes) => Buffer.from(bytes).includes('cordon pack'))!;
    pack[40]! ^= 4;
    const held = openStore(storage).snapshots('un-sc');
    const broken = () =>
      held.filter(({ hash }) => {
        try {
          openStore(storage).verify(hash);
          return false;
        } catch {
          return true;
        }
      });
    expect(broken()).toHaveLength(3);
    await update(storage, days[2]!);
    expect(broken()).toEqual([]);
  });

  it('a new snapshot never rests on a damaged piece of the one before', async () => {
    const storage = memoryStorage();
    await update(storage, { of: names(60) });
    const [pack] = [...storage.files].filter(([path]) => path.startsWith('packs'));
    for (let at = 100; at < pack![1].length; at += 100) pack![1][at]! ^= 16;
    const [row] = await update(storage, { of: names(61), published: '2026-02-01' });
    openStore(storage).verify(row!.hash!);
  });

  it('is never read over: an entry whose bytes were changed is refused by name', async () => {
    const storage = memoryStorage();
    const [row] = await update(storage, { of: names(3) });
    const [{ offset, length } = { offset: 0, length: 0 }] = [...openStore(storage).entities(row!.hash!)];
    [...storage.files].find(([path]) => path.startsWith('packs'))![1][30]! ^= 2;
    expect(() => openStore(storage).entityAt(row!.hash!, offset, length)).toThrow(
      fail('snapshot-damaged', /^un-sc [0-9a-f]{12}: memory\/packs.*lists update/),
    );
  });

  it('of an index file makes the next update build it anew', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const path = [...storage.files.keys()].find((name) => name.startsWith('index/'))!;
    const whole = Buffer.from(storage.files.get(path)!);
    storage.files.get(path)!.fill(0);
    await update(storage, { of: ['a'] });
    expect(Buffer.from(storage.files.get(path)!)).toEqual(whole);
    storage.remove(path);
    await update(storage, { of: ['a'] });
    expect(Buffer.from(storage.files.get(path)!)).toEqual(whole);
  });

  it('of the manifest is told, never read around', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const bytes = storage.files.get('manifest.json')!;
    bytes[bytes.length - 40]! ^= 1;
    expect(() => openStore(storage)).toThrow(fail('state-unreadable', /own checksum.*backup/));
    expect(() => openWriter(storage)).toThrow(fail('state-unreadable', ''));
    openWriterOn('{}', /not a manifest/);
    openWriterOn('', /not a manifest/);
    function openWriterOn(text: string, message: RegExp) {
      const other = memoryStorage();
      other.write('manifest.json', [Buffer.from(text)]);
      expect(() => openStore(other)).toThrow(fail('state-unreadable', message));
    }
  });

  it('a lost manifest beside snapshots is no clean start: nothing is swept away', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    storage.remove('manifest.json');
    const before = [...storage.files.keys()];
    expect(() => openStore(storage)).toThrow(fail('state-unreadable', /missing, though snapshots are there/));
    expect(() => openWriter(storage)).toThrow(fail('state-unreadable', ''));
    expect([...storage.files.keys()]).toEqual(before);
    storage.lock()();
  });

  it('a manifest of a newer Cordon is refused by name', () => {
    const storage = memoryStorage();
    const text = `{"format":"cordon-state","version":3,"sha256":"${'0'.repeat(64)}","state":{}}\n`;
    storage.write('manifest.json', [Buffer.from(text)]);
    expect(() => openStore(storage)).toThrow(
      fail('state-unreadable', /newer Cordon \(format 3, this one knows 2\): update Cordon/),
    );
  });
});

describe('one writer, many readers', () => {
  it('a second writer is told who writes; readers read on', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const writer = openWriter(storage);
    expect(() => openWriter(storage.join())).toThrow(fail('state-locked', /writing/));
    expect(openStore(storage.join()).current()).toHaveLength(1);
    writer.close();
    openWriter(storage.join()).close();
  });

  it('a reader keeps its world while another is written', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const reader = openStore(storage.join());
    const before = describeWorld(reader);
    await update(storage, { of: ['a', 'b'], published: '2026-02-01' });
    expect(describeWorld(reader)).toBe(before);
    expect(Buffer.from(reader.index(reader.current(), 'test 1')!).toString()).toBe(before);
    expect(describeWorld(openStore(storage))).not.toBe(before);
  });

  it('what was taken but not committed is never seen, and gone after closing', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const before = [...storage.files.keys()];
    const writer = openWriter(storage);
    writer.take(offerOf({ of: ['a', 'b'], published: '2026-02-01' }, storage));
    expect(openStore(storage.join()).current()).toMatchObject([{ entities: 1 }]);
    writer.close();
    expect([...storage.files.keys()]).toEqual(before);
  });

  it('files of others in the state folder are left alone', async () => {
    const storage = memoryStorage();
    for (const path of ['cases.sqlite', 'records/2026.json', 'manifest.txt']) storage.write(path, []);
    await update(storage, { of: ['a'] });
    await update(storage, { of: ['a', 'b'], published: '2026-02-01' });
    expect([...storage.files.keys()]).toEqual(
      expect.arrayContaining(['cases.sqlite', 'records/2026.json', 'manifest.txt']),
    );
  });
});

describe('the index', () => {
  it('is built once for a world, and again for another builder', async () => {
    const storage = memoryStorage();
    let built = 0;
    const commit = async (builder: string) => {
      const writer = openWriter(storage);
      writer.take(offerOf({ of: ['a'] }, storage));
      await writer.commit({
        builder,
        build: () => {
          built += 1;
          return Buffer.from(builder);
        },
      });
      writer.close();
    };
    await commit('format 1');
    await commit('format 1');
    expect(built).toBe(1);
    await commit('format 2');
    expect(built).toBe(2);
    const store = openStore(storage);
    expect(Buffer.from(store.index(store.current(), 'format 2')!).toString()).toBe('format 2');
    expect(store.index(store.current(), 'format 3')).toBeNull();
  });

  it('that cannot be built leaves the former world', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const before = [...storage.files.keys()];
    const writer = openWriter(storage);
    writer.take(offerOf({ of: ['a', 'b'], published: '2026-02-01' }, storage));
    const build = () => Promise.reject(new Error('out of memory'));
    await expect(writer.commit({ builder: 'test 1', build })).rejects.toThrow('out of memory');
    writer.close();
    expect(openStore(storage).current()).toMatchObject([{ entities: 1 }]);
    expect([...storage.files.keys()]).toEqual(before);
  });

  it('of a past date can be kept beside it; four stay at most, the current one always', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const writer = openWriter(storage);
    const store = await writer.commit(index);
    for (let past = 1; past <= 6; past += 1) writer.keepIndex([], `past ${past}`, Buffer.from(`${past}`));
    writer.close();
    const held = [1, 2, 3, 4, 5, 6].filter((past) => openStore(storage).index([], `past ${past}`) !== null);
    expect(held).toEqual([4, 5, 6]);
    expect(openStore(storage).index(store.current(), 'test 1')).not.toBeNull();
    expect([...storage.files.keys()].filter((name) => name.startsWith('index/'))).toHaveLength(4);
    // A new version of Cordon: its own index of the current lists is kept by the first reader that builds it.
    const upgraded = openWriter(storage);
    upgraded.keepIndex(store.current(), 'test 2', Buffer.from('new'));
    for (let past = 7; past <= 9; past += 1)
      upgraded.keepIndex([], `test 2 of ${past}`, Buffer.from(`${past}`));
    upgraded.keepIndex(store.current(), 'test 2', Buffer.from('new'));
    upgraded.close();
    expect(openStore(storage).index(store.current(), 'test 2')).not.toBeNull();
  });
});

describe('a list that could not be read', () => {
  it('is remembered as refused or failed; the others are done', async () => {
    const storage = memoryStorage();
    await update(storage, { of: ['a'] });
    const writer = openWriter(storage);
    const cut = writer.refuse(
      'un-sc',
      new CordonError('list-truncated', 'un.xml:7: ends here'),
      '2026-07-01',
    );
    const locked = writer.refuse(
      'eu-journal',
      new CordonError('input-unreadable', 'eu: no permission'),
      '2026-07-01',
    );
    writer.take(offerOf({ of: ['x'], source: 'ch-seco' }, storage));
    await writer.commit(index);
    writer.close();
    expect(cut).toMatchObject({
      result: 'refused',
      hash: null,
      entities: null,
      message: 'un.xml:7: ends here',
    });
    expect(locked).toMatchObject({ result: 'failed', code: 'input-unreadable' });
    expect(openStore(storage).status(never)).toMatchObject([
      { source: 'ch-seco', state: 'current' },
      { source: 'eu-journal', state: 'refused', hash: null, title: null },
      { source: 'un-sc', state: 'refused', entities: 1, message: 'un.xml:7: ends here' },
    ]);
  });

  it('when none could be read, there is still no world, and that is said in the status', async () => {
    const storage = memoryStorage();
    const writer = openWriter(storage);
    writer.refuse('un-sc', new CordonError('list-empty', 'nothing'), '2026-07-01');
    const store = await writer.commit({
      builder: 'x',
      build: () => {
        throw new Error('not called');
      },
    });
    writer.close();
    expect(store.current()).toEqual([]);
    expect(openStore(storage).status(never)).toMatchObject([{ source: 'un-sc', state: 'refused' }]);
    // A dataset is refused under its folder's name; once it can be read it has one of its own.
    await update(storage, { source: 'un_sc_dataset', of: ['a'] });
    expect(openStore(storage).status(never)).toMatchObject([{ source: 'un_sc_dataset', state: 'current' }]);
  });
});

describe.each([1, 2])('a state folder of format %i', (format) => {
  const golden = fileURLToPath(new URL(`../../golden/formats/state-${format}`, import.meta.url));

  it('still opens, whole', () => {
    const store = openStore(diskStorage(golden));
    expect(store.current()).toMatchObject([
      { source: 'eu-journal', published: null, entities: 1, issues: 0 },
      { source: 'un-sc', published: '2026-01-01', entities: 2, issues: 1 },
    ]);
    for (const { hash } of store.current()) store.verify(hash);
    expect(Buffer.from(store.index(store.current(), 'test 1')!).toString()).toBe(describeWorld(store));
  });

  it('is read entry by entry, and goes on as one of this format', async () => {
    const storage = memoryStorage();
    for (const path of readdirSync(golden, { recursive: true, encoding: 'utf8' })) {
      const file = join(golden, path);
      if (statSync(file).isFile()) storage.write(path.split(sep).join('/'), [readFileSync(file)]);
    }
    const former = openStore(storage);
    const { hash } = former.current()[1]!;
    for (const { entity: one, offset, length } of former.entities(hash))
      expect(former.entityAt(hash, offset, length)).toEqual(one);
    expect(former.issues(hash)).toHaveLength(1);
    await update(storage, { of: ['a', 'b', 'c'], published: '2026-02-01' });
    const store = openStore(storage);
    expect(store.current()[1]).toMatchObject({ entities: 3 });
    expect(store.snapshots('un-sc').map((one) => [...store.entities(one.hash)].length)).toEqual([2, 3]);
    for (const { source } of store.current())
      for (const one of store.snapshots(source)) store.verify(one.hash);
  });
});

it('a source whose name differs from a held one by case only is refused: on some disks they share a folder', async () => {
  const storage = memoryStorage();
  const rows = await update(storage, { source: 'Foo', of: ['a'] }, { source: 'foo', of: ['b'] });
  expect(rows).toMatchObject([
    { source: 'Foo', result: 'updated' },
    {
      source: 'foo',
      result: 'refused',
      code: 'list-unreadable',
      message: expect.stringMatching(/Foo.*--as ID/),
    },
  ]);
  expect(await update(storage, { source: 'FOO', of: ['c'] })).toMatchObject([{ result: 'refused' }]);
  expect(openStore(storage).current()).toMatchObject([{ source: 'Foo', entities: 1 }]);
});
