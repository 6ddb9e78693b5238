/** The folder a person hands over: what is read of it, what is passed over, what is refused and why. */
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { listFolder, listTop, openFile, openFiles } from '../../../src/lists/store/folder.js';
import { zipOf } from '../../base/zip-of.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = path): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const fail = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });
const open = (limit?: number) => openFiles(listFolder(root).files, limit);
const loaded = async (limit?: number) => {
  const read: [string, string][] = [];
  for (const file of open(limit)) read.push([file.name, text(await wholeBytes(file))]);
  return read;
};
const head = () => openFile(listFolder(root).files[0]!).head;

describe('a source’s folder', () => {
  it('gives all files below it, by their path inside, in order', async () => {
    put('consolidated/b.csv');
    put('amendments/a.csv');
    put('top.csv');
    expect(await loaded()).toEqual([
      ['amendments/a.csv', 'amendments/a.csv'],
      ['consolidated/b.csv', 'consolidated/b.csv'],
      ['top.csv', 'top.csv'],
    ]);
  });

  it('passes over what is not part of a list', () => {
    for (const name of [
      'SOURCE.txt',
      'source.TXT',
      'README.md',
      'Readme',
      'LICENSE',
      'licence.txt',
      '.DS_Store',
      '.git/x',
      '__MACOSX/x',
      'Thumbs.db',
    ])
      put(name);
    put('licensed-parties.csv');
    expect(listFolder(root).files.map(({ name }) => name)).toEqual(['licensed-parties.csv']);
  });

  it('says of other packings that they are not read', () => {
    put('sdn.csv.bz2');
    put('all.tar');
    expect(listFolder(root).skipped.map((line) => line.slice(root.length + 1))).toEqual([
      'all.tar: packed in a way that is not read: unpack it first',
      'sdn.csv.bz2: packed in a way that is not read: unpack it first',
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'does not wait at a socket or pipe (skipped on Windows)',
    async () => {
      const server = createServer().listen(join(root, 'socket'));
      await once(server, 'listening');
      expect(listFolder(root)).toMatchObject({
        files: [],
        skipped: [expect.stringContaining('socket: not a file')],
      });
      server.close();
      await once(server, 'close');
    },
  );
});

describe('packed files', () => {
  it('gzip is unpacked, whatever the file is called', async () => {
    put('sdn.csv.gz', gzipSync('1,NAME'));
    put('un.xml', gzipSync('<x/>'));
    expect(await loaded()).toEqual([
      ['sdn.csv', '1,NAME'],
      ['un.xml', '<x/>'],
    ]);
  });

  it('zip is unpacked; what is not part of a list is passed over there too', async () => {
    put('packed.csv', zipOf({ 'cons_prim.csv': '3' }));
    put('sdn.zip', zipOf({ 'SDN.CSV': '1,NAME', 'README.txt': 'x', 'sub/': '', 'sub/add.csv': '2' }));
    expect(await loaded()).toEqual([
      ['packed.csv/cons_prim.csv', '3'],
      ['sdn.zip/SDN.CSV', '1,NAME'],
      ['sdn.zip/sub/add.csv', '2'],
    ]);
  });

  it('a file and its packed copy are read once', async () => {
    put('sdn.csv', '1,NAME');
    put('sdn.csv.gz', gzipSync('1,NAME'));
    expect(await loaded()).toEqual([['sdn.csv', '1,NAME']]);
    expect(listFolder(root).skipped).toEqual([
      expect.stringMatching(/sdn\.csv\.gz: not read: lies unpacked beside it/),
    ]);
  });

  it('an entry of a zip comes in pieces, after others of any length, and a wrong byte of it is told', async () => {
    const long = Array.from({ length: 60_000 }, (_, at) => `${at},name ${(at * 7919) % 60_000}\n`).join('');
    const archive = zipOf({ 'a.csv': 'x'.repeat(70_000), 'long.csv': long, 'z.csv': 'end' });
    put('many.zip', archive);
    const open = () => openFiles(listFolder(root).files).find(({ name }) => name.endsWith('long.csv'))!;
    const chunks: Uint8Array[] = [];
    for await (const chunk of open().chunks()) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).toString()).toBe(long);
    expect(long.startsWith(Buffer.from(open().head).toString())).toBe(true);
    const spoilt = Uint8Array.from(archive);
    spoilt[spoilt.indexOf(Buffer.from('long.csv')[0]!, 200) + 60_000]! ^= 1;
    put('many.zip', spoilt);
    const readAll = async () => {
      for await (const _ of open().chunks());
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'input-unreadable' });
  });

  it('a spreadsheet is a zip archive and stays one', () => {
    put('list.xlsx', zipOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }));
    put('list.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }));
    const files = listFolder(root).files.map(({ name, packing }) => [name, packing]);
    expect(files).toEqual([
      ['list.ods', 'none'],
      ['list.xlsx', 'none'],
    ]);
  });

  it('a download that was cut off is refused by name', async () => {
    put('un.xml.gz', gzipSync('<x/>'.repeat(1000)).subarray(0, 30));
    await expect(loaded()).rejects.toThrow(
      fail('input-unreadable', /un\.xml\.gz: a packed file that was cut off: download it again/),
    );
  });

  it.each([
    ['gzip', () => put('bomb.gz', gzipSync(Buffer.alloc(100_000)))],
    ['zip', () => put('bomb.zip', zipOf({ a: 'x'.repeat(60_000), b: 'y'.repeat(60_000) }))],
    ['many', () => [1, 2, 3].map((at) => put(`${at}.gz`, gzipSync(Buffer.alloc(30_000))))],
  ])('a bomb (%s) is refused before it goes off', async (_packing, make) => {
    make();
    await expect(loaded(80_000)).rejects.toThrow(fail('input-too-large', /is this the right file/));
  });
});

describe('size', () => {
  it('a file of 9 GB is refused by its size, without reading it', () => {
    truncateSync(put('huge.xml', ''), 9_000_000_000);
    expect(head().length).toBeLessThanOrEqual(1 << 16);
    expect(() => open()).toThrow(
      fail('input-too-large', /huge\.xml: 8\.4 GiB; up to 8 GiB a source are read/),
    );
  });

  it('a head ends with a whole line, so that no letter is cut', () => {
    put('big.csv', 'Владимир\n'.repeat(20_000));
    const bytes = head();
    expect(bytes.length).toBeGreaterThan(65_000);
    expect(
      text(bytes)
        .split('\n')
        .slice(0, -1)
        .every((line) => line === 'Владимир'),
    ).toBe(true);
  });

  it.each([
    ['gzip', () => put('big.csv.gz', gzipSync('a,b\n'.repeat(500_000)))],
    ['zip', () => put('big.zip', zipOf({ 'big.csv': 'a,b\n'.repeat(500_000) }))],
  ])('the head of a %s file is unpacked', (_packing, make) => {
    make();
    const bytes = head();
    expect(text(bytes.subarray(0, 8))).toBe('a,b\na,b\n');
    expect(bytes.length).toBeLessThanOrEqual(1 << 16);
  });

  it('a small file’s head is the whole file, without a line’s end too', () => {
    put('small.csv', 'a');
    expect(text(head())).toBe('a');
  });

  it('a folder of thousands of files is the wrong folder', () => {
    for (let at = 0; at <= 2_000; at += 1) put(`f${at}`, '');
    expect(() => listFolder(root)).toThrow(
      fail('input-too-large', /over 2000 files: is this the right folder/),
    );
  });
});

describe('what cannot be read', () => {
  it('a folder that is not there', () =>
    expect(() => listTop(join(root, 'no'))).toThrow(fail('input-missing', /no: not there: name the folder/)));

  it('a file instead of a folder', () =>
    expect(() => listTop(put('un.xml'))).toThrow(
      fail('input-unreadable', /un\.xml: is a file: name the folder that holds it, with --as ID/),
    ));

  it('a link that leads nowhere', () => {
    symlinkSync(join(root, 'gone'), join(root, 'link'));
    expect(() => listFolder(root)).toThrow(
      fail('input-missing', /link: not there: a link that leads nowhere/),
    );
  });

  it('a link that leads to itself', () => {
    symlinkSync(join(root, 'link'), join(root, 'link'));
    expect(() => listFolder(root)).toThrow(
      fail('input-unreadable', /link: a link that leads back to itself/),
    );
  });

  it('a link to a folder above', () => {
    put('un/a.xml');
    symlinkSync(root, join(root, 'un', 'up'));
    expect(() => listFolder(join(root, 'un'))).toThrow(fail('input-unreadable', /leads back into itself/));
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission (skipped for root)', () => {
    chmodSync(put('un.xml'), 0);
    expect(() => listFolder(root)).toThrow(fail('input-unreadable', /un\.xml: no permission to read it/));
  });

  it('a link to a file or folder elsewhere is followed', () => {
    put('elsewhere/x.csv', 'x');
    mkdirSync(join(root, 'un'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'un', 'sub'));
    symlinkSync(join(root, 'elsewhere', 'x.csv'), join(root, 'un', 'y.csv'));
    expect(listFolder(join(root, 'un')).files.map(({ name }) => name)).toEqual(['sub/x.csv', 'y.csv']);
  });
});
