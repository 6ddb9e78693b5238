/** What every storage does, whatever it is made of. Run by the disk and by its twin in memory. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CordonError } from '../../src/base/index.js';
import type { Storage } from '../../src/lists/store/index.js';

/** `make` gives an empty folder, `again` the same folder as another opener sees it, `drop` clears up. */
export type StorageCase = {
  make(): Storage;
  again(storage: Storage): Storage;
  drop(): void;
};

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('utf8'));
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof CordonError ? error.code : error;
  }
};

export function describeStorage(name: string, { make, again, drop }: StorageCase): void {
  describe(`storage ${name}`, () => {
    let storage: Storage;
    beforeEach(() => {
      storage = make();
    });
    afterEach(() => drop());
    const write = (path: string, content: string) => storage.write(path, [Buffer.from(content)]);

    it('a fresh one holds nothing, and reading does not make it', () => {
      expect(storage.list('index')).toEqual([]);
      expect(storage.read('manifest.json')).toBeNull();
      expect(again(storage).list('index')).toEqual([]);
    });

    it('what one opener writes, another reads', () => {
      write('a/b/c.txt', 'hello');
      expect(text(again(storage).read('a/b/c.txt'))).toBe('hello');
    });

    it('chunks are joined without anything between them', () => {
      storage.write('x.bin', [Buffer.from('ab'), new Uint8Array(0), Buffer.from('cd')]);
      expect(text(storage.read('x.bin'))).toBe('abcd');
    });

    it('an empty file is there', () => {
      storage.write('empty', []);
      expect(storage.read('empty')).toEqual(new Uint8Array(0));
      expect(storage.list('a')).toEqual([]);
    });

    it('writing again replaces the whole file', () => {
      write('x', 'a long first version');
      write('x', 'short');
      expect(text(storage.read('x'))).toBe('short');
    });

    it('reads into a buffer that threads share', () => {
      write('x', 'shared');
      const bytes = storage.read('x', (count) => new Uint8Array(new SharedArrayBuffer(count)));
      expect(bytes?.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(text(bytes)).toBe('shared');
    });

    it('bytes written are not those of the caller’s buffer later on', () => {
      const bytes = Buffer.from('before');
      storage.write('x', [bytes]);
      bytes.fill(0);
      expect(text(storage.read('x'))).toBe('before');
      storage.read('x')?.fill(0);
      expect(text(storage.read('x'))).toBe('before');
    });

    it('reads a range, fewer bytes at the end, none behind it', () => {
      write('x', '0123456789');
      expect(text(storage.readRange('x', 2, 3))).toBe('234');
      expect(text(storage.readRange('x', 8, 5))).toBe('89');
      expect(text(storage.readRange('x', 20, 5))).toBe('');
      expect(codeOf(() => storage.readRange('y', 0, 1))).toBe('state-unreadable');
    });

    it('lists names in order, folders with a slash', () => {
      write('f/b', '');
      write('f/a/deep/er', '');
      write('f/c', '');
      write('g', '');
      expect(storage.list('f')).toEqual(['a/', 'b', 'c']);
      expect(storage.list('g')).toEqual([]);
    });

    it('a folder is no file', () => {
      write('f/a', '');
      expect(storage.read('f')).toBeNull();
    });

    it('removes a file, or a folder with all in it; what is missing is no trouble', () => {
      write('f/a/b', '');
      write('f/c', '');
      storage.remove('f/c');
      expect(storage.list('f')).toEqual(['a/']);
      storage.remove('f');
      expect(storage.list('f')).toEqual([]);
      storage.remove('f');
      storage.remove('g/h');
    });

    it('a neighbour whose name begins the same stays', () => {
      write('f/a/x', '');
      write('f/ab', '');
      storage.remove('f/a');
      expect(storage.list('f')).toEqual(['ab']);
    });

    it.each(['../x', '/x', 'a/../x', 'a//b', '', 'a/', '.hidden', 'a\\..\\b'])('"%s" is no path', (path) => {
      expect(codeOf(() => write(path, ''))).toBe('internal');
      expect(codeOf(() => storage.read(path))).toBe('internal');
      expect(codeOf(() => storage.remove(path))).toBe('internal');
    });

    it('has one writer at a time, any number of readers', () => {
      const release = storage.lock();
      write('x', 'kept');
      const other = again(storage);
      expect(codeOf(() => other.lock())).toBe('state-locked');
      expect(text(other.read('x'))).toBe('kept');
      release();
      other.lock()();
      storage.lock()();
    });

    it('giving the right back twice does not give away another’s', () => {
      const first = storage.lock();
      first();
      const other = again(storage);
      const second = other.lock();
      first();
      expect(codeOf(() => storage.lock())).toBe('state-locked');
      second();
    });
  });
}
