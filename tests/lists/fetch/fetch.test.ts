/** A folder of downloads: whole lists only, kept current by asking what changed, whatever fails on the way. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CordonError, sha256 } from '../../../src/base/index.js';
import type { Offer } from '../../../src/lists/fetch/downloads.js';
import { type FetchRow, fetchOffers, withFolder } from '../../../src/lists/fetch/fetch.js';
import { type OpenPart, openPart } from '../../../src/lists/fetch/part.js';
import { serve } from './servers.js';
import { closing, testClock, testFolder, testHttp } from './support.js';

/** A publisher: files by path, each with its hash as ETag; a path that is missing is not found. */
async function publisher(files: Record<string, string>) {
  const server = await closing(
    serve((request, response) => {
      const text = files[request.url!.slice(1)];
      if (text === undefined) return response.writeHead(404).end();
      const etag = `"${sha256(text).slice(0, 8)}"`;
      if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      return response.writeHead(200, { etag }).end(text);
    }),
  );
  const offer = (source: string, names: readonly string[], optional: readonly string[] = []): Offer => ({
    source,
    format: 'csv',
    byDefault: true,
    files: names.map((name) => ({
      name,
      url: `${server.url}/${source}/${name}`,
      needed: !optional.includes(name),
    })),
  });
  return { server, files, offer };
}

async function fetchAll(offers: readonly Offer[], folder: string, open: OpenPart = openPart) {
  const tools = { http: await testHttp(), clock: testClock(), open, onProgress: () => undefined };
  return withFolder(folder, () => fetchOffers(offers, folder, tools));
}

const results = (rows: readonly FetchRow[]) => rows.map(({ source, result }) => `${source} ${result}`);
const textOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const checkSums = (folder: string) =>
  spawnSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).status;

describe('a folder', () => {
  it('gets one sub-folder a list, says where each file came from, and sums that sha256sum takes', async () => {
    const { offer, server } = await publisher({
      'a/one.csv': '1\n',
      'a/two.csv': '22\n',
      'b/three.xml': '<x/>',
    });
    const folder = testFolder();
    const rows = await fetchAll([offer('a', ['one.csv', 'two.csv']), offer('b', ['three.xml'])], folder);
    expect(results(rows)).toEqual(['a fetched', 'b fetched']);
    expect(readdirSync(folder).sort()).toEqual(['.lock', 'SHA256SUMS', 'a', 'b', 'fetched.json']);
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['one.csv', 'two.csv']);
    expect(checkSums(folder)).toBe(0);
    const said = JSON.parse(textOf(folder, 'fetched.json')) as { files: unknown[] };
    expect(said.files[0]).toEqual({
      source: 'a',
      file: 'one.csv',
      url: `${server.url}/a/one.csv`,
      finalUrl: `${server.url}/a/one.csv`,
      status: 200,
      bytes: 2,
      sha256: sha256('1\n'),
      etag: `"${sha256('1\n').slice(0, 8)}"`,
      lastModified: null,
      fetched: '2026-06-01T12:00:00Z',
      checked: '2026-06-01T12:00:00Z',
    });
  });

  it('is asked about a second time: what did not change is neither sent nor written again', async () => {
    const { offer, server, files } = await publisher({ 'a/one.csv': '1\n', 'b/two.csv': '2\n' });
    const folder = testFolder();
    const offers = [offer('a', ['one.csv']), offer('b', ['two.csv'])];
    await fetchAll(offers, folder);
    const old = new Date('2020-01-01');
    for (const path of ['a/one.csv', 'b/two.csv', 'SHA256SUMS']) utimesSync(join(folder, path), old, old);
    files['b/two.csv'] = 'two\n';
    expect(results(await fetchAll(offers, folder))).toEqual(['a unchanged', 'b fetched']);
    expect(server.seen.slice(2).map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([
      true,
      true,
    ]);
    expect(statSync(join(folder, 'a/one.csv')).mtime).toEqual(old);
    expect(textOf(folder, 'b/two.csv')).toBe('two\n');
    expect(checkSums(folder)).toBe(0);
    expect(results(await fetchAll(offers, folder))).toEqual(['a unchanged', 'b unchanged']);
  });

  it('the same bytes sent again by a server without memory are no change', async () => {
    const server = await closing(serve((_, response) => response.end('same')));
    const files = [{ name: 'x.csv', url: `${server.url}/x`, needed: true }];
    const offers = [{ source: 'a', format: 'csv', byDefault: true, files }];
    const folder = testFolder();
    await fetchAll(offers, folder);
    expect(results(await fetchAll(offers, folder))).toEqual(['a unchanged']);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.csv']);
  });

  it.each([
    ['changed by hand', (path: string) => writeFileSync(path, '7\n')],
    ['lost', (path: string) => rmSync(path)],
  ])('a file that was %s is fetched anew, not asked about', async (_, spoil) => {
    const { offer } = await publisher({ 'a/one.csv': '1\n' });
    const folder = testFolder();
    await fetchAll([offer('a', ['one.csv'])], folder);
    spoil(join(folder, 'a/one.csv'));
    expect(results(await fetchAll([offer('a', ['one.csv'])], folder))).toEqual(['a fetched']);
    expect(textOf(folder, 'a/one.csv')).toBe('1\n');
  });

  it.each([
    '',
    'no json',
    '{"format":"cordon-fetched","version":1,"files":[{"source":"../x","file":"y"},7,null]}',
  ])('a fetched.json that says %j is no obstacle', async (text) => {
    const { offer } = await publisher({ 'a/one.csv': '1\n' });
    const folder = testFolder();
    writeFileSync(join(folder, 'fetched.json'), text);
    expect(results(await fetchAll([offer('a', ['one.csv'])], folder))).toEqual(['a fetched']);
    expect(checkSums(folder)).toBe(0);
  });

  it('another format takes the place of the one before; files of the user’s own stay', async () => {
    const { offer } = await publisher({ 'a/one.csv': '1\n', 'a/list.xml': '<x/>' });
    const folder = testFolder();
    await fetchAll([offer('a', ['one.csv'])], folder);
    writeFileSync(join(folder, 'a', 'notes.txt'), 'mine');
    await fetchAll([offer('a', ['list.xml'])], folder);
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['list.xml', 'notes.txt']);
    expect(textOf(folder, 'SHA256SUMS')).toBe(`${sha256('<x/>')}  a/list.xml\n`);
  });
});

describe('a list that fails', () => {
  it('keeps what it had, whole: no half of today beside a half of yesterday; the others are done', async () => {
    const { offer, files } = await publisher({
      'a/one.csv': '1\n',
      'a/two.csv': '2\n',
      'b/three.csv': '3\n',
    });
    const folder = testFolder();
    const offers = [offer('a', ['one.csv', 'two.csv']), offer('b', ['three.csv'])];
    await fetchAll(offers, folder);
    files['a/one.csv'] = 'new 1\n';
    delete files['a/two.csv'];
    files['b/three.csv'] = 'new 3\n';
    const rows = await fetchAll(offers, folder);
    expect(results(rows)).toEqual(['a failed', 'b fetched']);
    expect(rows[0]).toMatchObject({ code: 'download-failed' });
    expect(rows[0]?.message).toMatch(/a\/two\.csv: the server answers 404/);
    expect(textOf(folder, 'a/one.csv')).toBe('1\n');
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['one.csv', 'two.csv']);
    expect(textOf(folder, 'b/three.csv')).toBe('new 3\n');
    expect(checkSums(folder)).toBe(0);
  });

  it('a file that is not needed may be missing, and is named', async () => {
    const { offer } = await publisher({ 'a/one.csv': '1\n' });
    const folder = testFolder();
    const [row] = await fetchAll([offer('a', ['one.csv', 'more.csv'], ['more.csv'])], folder);
    expect(row).toMatchObject({ result: 'fetched' });
    expect(row?.message).toMatch(/without more\.csv: .*404/);
  });
});

describe('trouble with the disk', () => {
  /** Parts that fail at the n-th thing done with any of them, as a full disk does; `count` tells how many were done. */
  function failing(at: number): { open: OpenPart; count: () => number } {
    let done = 0;
    const step = <Result>(work: () => Result): Result => {
      done += 1;
      if (done === at) throw new CordonError('state-unwritable', 'the disk is full');
      return work();
    };
    const open: OpenPart = (path) => {
      const part = step(() => openPart(path));
      return {
        write: (chunk) => step(() => part.write(chunk)),
        finish: () => step(() => part.finish()),
        keep: () => step(() => part.keep()),
        discard: () => part.discard(),
      };
    };
    return { open, count: () => done };
  }

  it('whatever step fails, no half file stays, and the next run makes the folder whole', async () => {
    const { offer, files } = await publisher({ 'a/one.csv': '1\n', 'a/two.csv': '2\n' });
    const offers = [offer('a', ['one.csv', 'two.csv'])];
    let survived = 0;
    for (let at = 1; ; at += 1) {
      const folder = testFolder();
      files['a/one.csv'] = '1\n';
      await fetchAll(offers, folder);
      files['a/one.csv'] = 'new\n';
      const { open, count } = failing(at);
      const outcome = await fetchAll(offers, folder, open).catch((error: unknown) => error);
      const kept = textOf(folder, 'a/one.csv');
      expect(['1\n', 'new\n']).toContain(kept);
      expect(
        [...readdirSync(folder), ...readdirSync(join(folder, 'a'))].filter((it) => it.endsWith('.part')),
      ).toEqual([]);
      if (count() < at) break;
      const failed = outcome instanceof CordonError ? outcome.code : (outcome as FetchRow[])[0]?.code;
      expect(failed).toBe('state-unwritable');
      survived += 1;
      expect(results(await fetchAll(offers, folder))[0]).toMatch(/^a (?:fetched|unchanged)$/);
      expect(textOf(folder, 'a/one.csv')).toBe('new\n');
      expect(checkSums(folder)).toBe(0);
    }
    // Open, write, finish and keep of the list and of the two files about it.
    expect(survived).toBe(12);
  });

  it('that keeps one of two new files from its place keeps the other out too: the list stays as it was, whole', async () => {
    const { offer, files } = await publisher({ 'a/one.csv': '1\n', 'a/two.csv': '2\n', 'a/old.csv': '0\n' });
    const folder = testFolder();
    await fetchAll([offer('a', ['one.csv', 'two.csv', 'old.csv'])], folder);
    files['a/one.csv'] = 'new 1\n';
    files['a/two.csv'] = 'new 2\n';
    const open: OpenPart = (path) => {
      const part = openPart(path);
      if (!path.endsWith('two.csv')) return part;
      const keep = () => {
        throw new CordonError('state-unwritable', 'the disk is full');
      };
      return { ...part, keep };
    };
    const offers = [offer('a', ['one.csv', 'two.csv'])];
    expect(results(await fetchAll(offers, folder, open))).toEqual(['a failed']);
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['old.csv', 'one.csv', 'two.csv']);
    expect([textOf(folder, 'a/one.csv'), textOf(folder, 'a/two.csv')]).toEqual(['1\n', '2\n']);
    expect(checkSums(folder)).toBe(0);
    expect(results(await fetchAll(offers, folder))).toEqual(['a fetched']);
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['one.csv', 'two.csv']);
  });

  const mounted =
    (options: string, work: (at: string) => Promise<void>) =>
    async (context: { skip(why: string): void }) => {
      const at = testFolder();
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at]).status !== 0)
        return context.skip('this user cannot mount a small disk');
      try {
        await work(at);
      } finally {
        spawnSync('umount', [at]);
      }
    };

  it(
    'a full disk is said to be full; the other list, which still has room, is done',
    mounted('size=64k', async (at) => {
      const { offer } = await publisher({ 'a/big.csv': 'x'.repeat(200_000), 'b/small.csv': '1\n' });
      const rows = await fetchAll([offer('a', ['big.csv']), offer('b', ['small.csv'])], at);
      expect(results(rows)).toEqual(['a failed', 'b fetched']);
      expect(rows[0]).toMatchObject({ code: 'state-unwritable' });
      expect(rows[0]?.message).toMatch(/big\.csv: cannot be written: the disk is full/);
      expect(readdirSync(join(at, 'a'))).toEqual([]);
    }),
  );

  it(
    'a read-only folder is refused before anything is asked',
    mounted('ro', async (at) => {
      const { offer, server } = await publisher({ 'a/one.csv': '1\n' });
      await expect(fetchAll([offer('a', ['one.csv'])], at)).rejects.toMatchObject({
        code: 'state-unwritable',
        message: expect.stringContaining('no permission') as string,
      });
      expect(server.seen).toEqual([]);
    }),
  );

  it('a file where the folder should be is named', async () => {
    const at = join(testFolder(), 'lists');
    writeFileSync(at, '');
    const { offer } = await publisher({});
    await expect(fetchAll([offer('a', ['one.csv'])], at)).rejects.toMatchObject({ code: 'state-unwritable' });
  });

  it('what a killed run left is swept', async () => {
    const { offer } = await publisher({ 'a/one.csv': '1\n' });
    const folder = testFolder();
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', '.old.csv.part'), 'half');
    await fetchAll([offer('a', ['one.csv'])], folder);
    expect(readdirSync(join(folder, 'a'))).toEqual(['one.csv']);
  });
});

it('two at once: the second is told who has the folder', async () => {
  const folder = testFolder();
  await withFolder(folder, async () => {
    await expect(withFolder(folder, async () => undefined)).rejects.toMatchObject({
      code: 'state-locked',
      message: expect.stringContaining(`process ${process.pid} is writing`) as string,
    });
  });
  await withFolder(folder, async () => undefined);
});
