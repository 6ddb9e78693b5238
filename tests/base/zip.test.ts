/** Zip archives are read whole and checked, or refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError, unzipEntry, zipEntries } from '../../src/base/index.js';
import { type Lies, zipOf } from './zip-of.js';

const unzip = (archive: Uint8Array) =>
  Object.fromEntries(
    zipEntries(archive, 'a.zip').map((entry) => [
      entry.name,
      Buffer.from(unzipEntry(archive, entry, 'a.zip')).toString(),
    ]),
  );

describe('an archive', () => {
  it('gives back what was packed, deflated or stored', () =>
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => !name.endsWith('/') && name !== '__proto__'),
          fc.string(),
          { noNullPrototype: true },
        ),
        fc.boolean(),
        (files, packed) => {
          expect(unzip(zipOf(files, packed))).toEqual(files);
        },
      ),
    ));

  it('may have something before it, a comment behind it, and folders in it', () => {
    const archive = zipOf({ 'sub/': '', 'sub/a.csv': 'a' });
    expect(unzip(Buffer.concat([archive, Buffer.from('comment')]))).toEqual({ 'sub/a.csv': 'a' });
  });

  it.each<[string, Lies, RegExp]>([
    ['a smaller size than it has', { size: 10 }, /cannot be unpacked|checksum/],
    ['a larger size than it has', { size: 9_999 }, /does not match its checksum/],
    ['a wrong checksum', { crc: 1 }, /does not match its checksum/],
    ['a method nobody knows', { method: 12 }, /cannot be unpacked/],
    ['that it is encrypted', { flags: 1 }, /is encrypted: unpack it first/],
    ['a size only large archives need', { size: 0xffffffff }, /not a whole zip archive/],
  ])('that says %s is refused', (_lie, lies, message) => {
    expect(() => unzip(zipOf({ 'a.csv': 'a,b\n'.repeat(100) }, true, lies))).toThrow(
      expect.objectContaining({ code: 'input-unreadable', message: expect.stringMatching(message) }),
    );
  });

  it('cut or spoilt anywhere gives the right bytes or a coded error, nothing else', () => {
    const files = { 'a.csv': 'a,b\n'.repeat(50), 'b.csv': 'c,d\n'.repeat(50) };
    const archive = zipOf(files);
    const tryOne = (bytes: Uint8Array) => {
      try {
        for (const [name, content] of Object.entries(unzip(bytes)))
          if (name in files) expect(content).toBe(files[name as keyof typeof files]);
      } catch (error) {
        expect(error).toBeInstanceOf(CordonError);
      }
    };
    for (let length = 0; length < archive.length; length += 1) tryOne(archive.subarray(0, length));
    for (let at = 0; at < archive.length; at += 1) {
      const spoilt = Buffer.from(archive);
      spoilt[at]! ^= 0x55;
      tryOne(spoilt);
    }
  });
});
