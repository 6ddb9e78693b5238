/** One file from a server that behaves in every way servers do: what is kept, what is tried again, what is told. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { download, type Validators } from '../../../src/lists/fetch/download.js';
import { openPart } from '../../../src/lists/fetch/part.js';
import type { HttpOptions } from '../../../src/lists/fetch/request.js';
import { serve, serveProxy, serveTls } from './servers.js';
import { closing, NOON, testClock, testFolder, testHttp } from './support.js';

const LIST = `<CONSOLIDATED_LIST>${'invented entry '.repeat(2_000)}</CONSOLIDATED_LIST>`;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

type Asked = { readonly known?: Validators; readonly limits?: Partial<HttpOptions['limits']> };

/** Fetches `/list` from a server that answers so, in turn; the last answer goes on. */
async function fetchFrom(
  answers: RequestListener | readonly RequestListener[],
  { known, limits }: Asked = {},
) {
  const inTurn = [answers].flat();
  const server = await closing(
    serve((request, response) => inTurn[Math.min(server.seen.length, inTurn.length) - 1]!(request, response)),
  );
  const folder = testFolder();
  const path = join(folder, 'list.xml');
  const clock = testClock();
  const http = await testHttp(limits === undefined ? {} : { limits });
  const order = { url: `${server.url}/list`, path, known: known ?? null, onBytes: () => undefined };
  const result = await download(order, http, clock, openPart).catch((error: unknown) => error);
  const parts = readdirSync(folder);
  return { server, path, parts, waits: clock.waits, result };
}

/** A fetch that must succeed: the text that was kept. */
async function textOf(fetched: Awaited<ReturnType<typeof fetchFrom>>): Promise<string> {
  const { result, path } = fetched;
  if (result instanceof Error) throw result;
  const { body } = result as Awaited<ReturnType<typeof download>>;
  body!.part.keep();
  return readFileSync(path, 'utf8');
}

/** A fetch that must fail: its code and message, and nothing left behind. */
function troubleOf({ result, parts, server }: Awaited<ReturnType<typeof fetchFrom>>): string {
  expect(result).toBeInstanceOf(CordonError);
  expect(parts).toEqual([]);
  const { code, message } = result as CordonError;
  return `${code}: ${message.replaceAll(server.url, 'HOST')}`;
}

const ok: RequestListener = (_, response) => response.end(LIST);
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end('no');
/** Sends a head that promises a length, and then as many bytes as it likes. */
const promising = (length: number, body: string) => (_: unknown, response: ServerResponse) => {
  response.socket!.write(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`);
  response.socket!.end();
};

describe('a file that comes', () => {
  it('is measured, hashed and kept, with what the server says of it', async () => {
    const said = { etag: '"v1"', 'last-modified': 'Mon, 01 Jun 2026 10:00:00 GMT' };
    const fetched = await fetchFrom((_, response) => response.writeHead(200, said).end(LIST));
    expect(fetched.result).toMatchObject({
      status: 200,
      etag: '"v1"',
      lastModified: 'Mon, 01 Jun 2026 10:00:00 GMT',
      body: { bytes: LIST.length, sha256: sha(LIST) },
    });
    expect(await textOf(fetched)).toBe(LIST);
    expect(fetched.waits).toEqual([]);
  });

  it('is asked for by name, with the packing that is understood', async () => {
    const { server } = await fetchFrom(ok);
    expect(server.seen[0]?.headers).toMatchObject({ 'user-agent': 'Cordon/test', 'accept-encoding': 'gzip' });
  });

  it('lies beside its place, unseen by readers, until it is kept', async () => {
    const { parts } = await fetchFrom(ok);
    expect(parts).toEqual(['.list.xml.part']);
  });

  it('what follows behind the length that was told is no part of the file', async () => {
    const fetched = await fetchFrom(promising(100, LIST));
    expect(await textOf(fetched)).toBe(LIST.slice(0, 100));
  });

  it('is unpacked when it comes packed; the length told is that of the packed bytes', async () => {
    const packed = gzipSync(LIST);
    const headers = { 'content-encoding': 'gzip', 'content-length': packed.length };
    const fetched = await fetchFrom((_, response) => response.writeHead(200, headers).end(packed));
    expect(fetched.result).toMatchObject({ body: { bytes: LIST.length, sha256: sha(LIST) } });
    expect(await textOf(fetched)).toBe(LIST);
  });
});

describe('a file that is known', () => {
  const known = { etag: '"v1"', lastModified: 'Mon, 01 Jun 2026 10:00:00 GMT' };

  it('is asked for only if it changed; 304 keeps it', async () => {
    const { server, result, parts } = await fetchFrom(status(304), { known });
    expect(server.seen[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 01 Jun 2026 10:00:00 GMT',
    });
    expect(result).toMatchObject({ ...known, status: 304, body: null });
    expect(parts).toEqual([]);
  });

  it('304 without having asked is no answer', async () => {
    expect(troubleOf(await fetchFrom(status(304)))).toMatch(/^download-failed: .*answers 304/);
  });
});

describe('a server in trouble', () => {
  it('500 and then the file: it is asked again after a second', async () => {
    const fetched = await fetchFrom([status(500), ok]);
    expect(await textOf(fetched)).toBe(LIST);
    expect(fetched.waits).toEqual([1_000]);
  });

  it('that stays in trouble is given up after four tries, ever further apart', async () => {
    const fetched = await fetchFrom(status(503));
    expect(troubleOf(fetched)).toBe('download-failed: HOST/list: the server answers 503 (tried 4 times)');
    expect(fetched.waits).toEqual([1_000, 2_000, 4_000]);
  });

  it.each([400, 401, 403, 404, 410, 451])('%i is an answer: never asked again', async (code) => {
    const fetched = await fetchFrom(status(code));
    expect(troubleOf(fetched)).toMatch(
      new RegExp(`^download-failed: HOST/list: the server answers ${code}: `),
    );
    expect(fetched.server.seen).toHaveLength(1);
  });

  it.each([
    ['seconds', '30', 30_000],
    ['a date', new Date(NOON + 90_000).toUTCString(), 90_000],
    ['less than the usual wait', '0', 1_000],
    ['nothing that can be read', 'soon', 1_000],
  ])('429 asking for %s is waited for', async (_, header, wait) => {
    const fetched = await fetchFrom([status(429, { 'retry-after': header }), ok]);
    expect(await textOf(fetched)).toBe(LIST);
    expect(fetched.waits).toEqual([wait]);
  });

  it('that asks for an hour is left alone until the next run', async () => {
    const fetched = await fetchFrom(status(429, { 'retry-after': '3600' }));
    expect(troubleOf(fetched)).toMatch(/asks to be left alone for 3600 s/);
    expect(fetched.waits).toEqual([]);
  });

  it('that hangs up is asked again', async () => {
    const fetched = await fetchFrom([(request) => request.socket.destroy(), ok]);
    expect(await textOf(fetched)).toBe(LIST);
  });

  it('that is not there is said to be not there', async () => {
    const server = await serve(ok);
    await server.close();
    const http = await testHttp();
    const order = { url: server.url, path: join(testFolder(), 'x'), known: null, onBytes: () => undefined };
    const failed = download(order, http, testClock(), openPart);
    await expect(failed).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('nobody answers there (tried 4 times)') as string,
    });
  });
});

describe('a transfer that is not right is never kept', () => {
  it('one that breaks off', async () => {
    expect(troubleOf(await fetchFrom(promising(LIST.length, LIST.slice(0, 500))))).toMatch(
      /broke off|of \d+ bytes came/,
    );
  });

  it('one that breaks off, and the whole file at the second try', async () => {
    expect(await textOf(await fetchFrom([promising(LIST.length, LIST.slice(0, 500)), ok]))).toBe(LIST);
  });

  it('one in chunks that breaks off', async () => {
    const cut: RequestListener = (_, response) => {
      response.write(LIST.slice(0, 500));
      setTimeout(() => response.socket?.destroy(), 20);
    };
    expect(troubleOf(await fetchFrom(cut))).toMatch(/broke off/);
  });

  it('packed bytes that break off although the length is right', async () => {
    const packed = gzipSync(LIST).subarray(0, 60);
    const headers = { 'content-encoding': 'gzip', 'content-length': packed.length };
    expect(troubleOf(await fetchFrom((_, it) => it.writeHead(200, headers).end(packed)))).toMatch(
      /broke off/,
    );
  });

  it('packed bytes that are none', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(troubleOf(await fetchFrom((_, it) => it.writeHead(200, headers).end(LIST)))).toMatch(/damaged/);
  });

  it('bytes packed in a way that was not asked for', async () => {
    const headers = { 'content-encoding': 'br' };
    const fetched = await fetchFrom((_, response) => response.writeHead(200, headers).end(LIST));
    expect(troubleOf(fetched)).toMatch(/packed as "br"/);
    expect(fetched.server.seen).toHaveLength(1);
  });

  it('nothing', async () => {
    expect(troubleOf(await fetchFrom((_, response) => response.end()))).toMatch(/nothing came/);
  });

  it.each(['<!DOCTYPE html><p>Sign in', '\uFEFF  <HTML lang="en">'])('a web page: %s', async (page) => {
    const fetched = await fetchFrom((_, response) => response.end(page));
    expect(troubleOf(fetched)).toMatch(/a web page came, not the list/);
    expect(fetched.server.seen).toHaveLength(1);
  });

  it('one that drips and then stops is ended, and asked for again', async () => {
    const drip: RequestListener = (_, response) => response.write(LIST.slice(0, 100));
    const fetched = await fetchFrom([drip, ok], { limits: { idleTime: 60 } });
    expect(await textOf(fetched)).toBe(LIST);
    expect(fetched.waits).toEqual([1_000]);
  });

  it('one whose head does not come is ended, and asked for again', async () => {
    const fetched = await fetchFrom([() => undefined, ok], { limits: { headTime: 60 } });
    expect(await textOf(fetched)).toBe(LIST);
    expect(fetched.waits).toEqual([1_000]);
  });

  it('one that drips for ever', async () => {
    const drip: RequestListener = (_, response) => {
      const drops = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drops));
    };
    const fetched = await fetchFrom(drip, { limits: { totalTime: 100 } });
    expect(troubleOf(fetched)).toMatch(/not done after 0\.1 s/);
  });

  it.each([
    ['that says so', { 'content-length': '5000' }],
    ['that does not', {}],
  ])('one that is too large, %s', async (_, headers) => {
    const large: RequestListener = (__, response) => response.writeHead(200, headers).end('x'.repeat(5_000));
    const fetched = await fetchFrom(large, { limits: { bytes: 4_000 } });
    expect(troubleOf(fetched)).toMatch(/^input-too-large: HOST\/list: over 4000 bytes/);
    expect(fetched.server.seen).toHaveLength(1);
  });

  it('one that is too large only when unpacked', async () => {
    const bomb = gzipSync('x'.repeat(900_000));
    const headers = { 'content-encoding': 'gzip', 'content-length': bomb.length };
    const fetched = await fetchFrom((_, response) => response.writeHead(200, headers).end(bomb), {
      limits: { bytes: 100_000 },
    });
    expect(bomb.length).toBeLessThan(2_000);
    expect(troubleOf(fetched)).toMatch(/^input-too-large/);
  });
});

it.each([403, 407])('a proxy that answers %i is not asked again', async (refusal) => {
  const proxy = await closing(serveProxy(0, refusal));
  const http = await testHttp({
    allowPrivate: false,
    proxies: { http: '', https: proxy.url, none: '' },
    resolve: async () => [],
  });
  const order = { url: 'https://lists.example/', path: join(testFolder(), 'x'), known: null };
  const failed = download({ ...order, onBytes: () => undefined }, http, testClock(), openPart);
  await expect(failed).rejects.toMatchObject({
    code: 'download-failed',
    message: `https://lists.example/: the proxy answers ${refusal}: may it be asked there?`,
  });
  expect(proxy.seen).toHaveLength(1);
});

describe('a certificate that nobody vouches for', () => {
  it.each([false, true])(
    'is refused, at once (verification switched off in the environment: %s)',
    async (off) => {
      const server = await closing(serveTls(ok));
      const http = await testHttp();
      const folder = testFolder();
      const order = {
        url: `https://localhost:${server.port}/list`,
        path: join(folder, 'x'),
        known: null,
        onBytes: () => undefined,
      };
      const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      if (off) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        const clock = testClock();
        await expect(download(order, http, clock, openPart)).rejects.toMatchObject({
          code: 'download-failed',
          message: expect.stringContaining('its certificate is not trusted') as string,
        });
        expect([server.seen.length, clock.waits.length, readdirSync(folder).length]).toEqual([0, 0, 0]);
      } finally {
        if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
      }
    },
  );
});
