/** The disk and its twin in memory do the same; the twin fails as it is told. */
import * as fs from 'node:fs';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskStorage, type FileCalls, memoryStorage } from '../../../src/lists/store/index.js';
import { describeStorage } from '../../conformance/storage.js';

let folder = '';
describeStorage('on disk', {
  make: () => {
    folder = mkdtempSync(join(tmpdir(), 'cordon-storage-'));
    return diskStorage(join(folder, 'state'));
  },
  again: () => diskStorage(join(folder, 'state')),
  drop: () => rmSync(folder, { recursive: true }),
});

let memory = memoryStorage();
describeStorage('in memory', {
  make: () => {
    memory = memoryStorage();
    return memory;
  },
  // Two openers of one process: `restart` would end the first.
  again: () => memory.join(),
  drop: () => {},
});

describe('a disk that does not do as it should', () => {
  it('says that a file stands where the state folder should be', () => {
    const root = mkdtempSync(join(tmpdir(), 'cordon-storage-'));
    writeFileSync(join(root, 'state'), '');
    const storage = diskStorage(join(root, 'state'));
    expect(() => storage.write('manifest.json', [])).toThrow(/a file stands where a folder should be/);
    expect(() => storage.lock()).toThrow(/a file stands where a folder should be/);
    expect(storage.read('manifest.json')).toBeNull();
    rmSync(root, { recursive: true });
  });

  it('that runs full half-way leaves the former file, and no half-written one', () => {
    const root = mkdtempSync(join(tmpdir(), 'cordon-storage-'));
    const storage = diskStorage(root);
    storage.write('x', [Buffer.from('former')]);
    const broken = { length: 1, [Symbol.iterator]: () => fullDisk() } as unknown as Uint8Array[];
    expect(() => storage.write('x', broken)).toThrow(
      /the disk is full; nothing was changed: free some space/,
    );
    expect(readdirSync(root)).toEqual(['x']);
    expect(Buffer.from(storage.read('x')!).toString()).toBe('former');
    rmSync(root, { recursive: true });
  });
});

describe('a call that the system refuses', () => {
  it.each([
    ['ENOSPC', /the disk is full; nothing was changed: free some space and run the command again/],
    ['EDQUOT', /the disk is full/],
    ['EROFS', /the disk is read-only: name another folder with --home/],
    ['EACCES', /no permission: give this user the right to the folder, or name another with --home/],
  ])('%s is told with the path and what to do, whichever call it was', (code, message) => {
    const refuse = () => {
      throw Object.assign(new Error(code), { code });
    };
    for (const call of ['openSync', 'writeSync', 'renameSync', 'mkdirSync'] as const) {
      const root = mkdtempSync(join(tmpdir(), 'cordon-storage-'));
      const storage = diskStorage(root, { ...fs, [call]: refuse } as FileCalls);
      expect(() => storage.write('packs/x.pack', [Buffer.from('bytes')])).toThrow(
        expect.objectContaining({ code: 'state-unwritable', message: expect.stringMatching(message) }),
      );
      expect(() => storage.write('packs/x.pack', [Buffer.from('bytes')])).toThrow(
        join(root, 'packs', 'x.pack'),
      );
      expect(diskStorage(root).list('packs')).toEqual([]);
      rmSync(root, { recursive: true });
    }
  });
});

function* fullDisk(): Generator<Uint8Array> {
  yield Buffer.from('half');
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

describe('the twin in memory', () => {
  const one = [Buffer.from('0123')];

  it('fails once and goes on', () => {
    const storage = memoryStorage();
    storage.failAt(1, 'error');
    expect(() => storage.write('x', one)).toThrow();
    storage.write('x', one);
    expect([...storage.files.keys()]).toEqual(['x']);
  });

  it('does a thing and says that it failed, as a disk that cannot sync', () => {
    const storage = memoryStorage();
    storage.failAt(1, 'unsure');
    expect(() => storage.write('x', one)).toThrow();
    expect([...storage.files.keys()]).toEqual(['x']);
    expect(storage.read('x')).not.toBeNull();
  });

  it('runs full: nothing more can be written, all can be read and removed', () => {
    const storage = memoryStorage();
    storage.write('x', one);
    storage.failAt(2, 'full');
    expect(() => storage.write('y', one)).toThrow(/full/);
    expect(() => storage.write('z', one)).toThrow(/full/);
    expect(storage.read('x')).not.toBeNull();
    storage.remove('x');
    expect([...storage.files.keys()]).toEqual([]);
  });

  it.each([
    ['kill', []],
    ['torn', ['x.tmp']],
    ['late', ['x']],
  ] as const)('dies by "%s" and leaves %j to the next process', (fault, left) => {
    const storage = memoryStorage();
    storage.lock();
    storage.failAt(2, fault);
    expect(() => storage.write('x', one)).toThrow(/killed/);
    expect(() => storage.read('x')).toThrow(/killed/);
    const next = storage.restart();
    expect([...next.files.keys()]).toEqual(left);
    next.lock()();
  });
});
