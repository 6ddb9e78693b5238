/** Lists from addresses, as the command does it: from a publisher on this machine into a folder, and into the world. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/index.js';
import { AUTHORITY, serve, serveProxy, serveTls, type TestServer } from '../lists/fetch/servers.js';
import { BIN, cordon, drop, environment, folder, type Run, SAMPLE } from './cordon.js';

const UN = readFileSync(join(SAMPLE, 'lists', 'un-sc', 'consolidated.xml'), 'utf8');

let home = '';
let servers: TestServer[] = [];
beforeEach(() => {
  home = folder();
});
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
  drop(home);
});

async function open(server: Promise<TestServer>): Promise<TestServer> {
  servers.push(await server);
  return servers.at(-1)!;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { env: environment(home, env) });
}

/** Runs the command beside the test's own servers, which a waiting test could not answer from. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return ended(start(args, env));
}

function ended(child: ChildProcess): Promise<Run> {
  let out = '';
  let err = '';
  child.stdout!.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr!.on('data', (bytes: Buffer) => (err += bytes.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** The UN list's publisher; `text` is what it publishes now, null while it is in trouble. */
async function publisher(text: { now: string | null }): Promise<TestServer> {
  const answer: RequestListener = (request, response) => {
    if (text.now === null) return response.writeHead(403).end();
    const etag = `"${sha256(text.now).slice(0, 8)}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.writeHead(200, { etag }).end(text.now);
  };
  return open(serve(answer));
}

const from = (server: TestServer) => ['un-sc', '--url', `un-sc=${server.url}/un.xml`, '--allow-private'];

describe('cordon lists fetch', () => {
  it('makes a folder that another machine loads as it is, and that sha256sum vouches for', async () => {
    const server = await publisher({ now: UN });
    const lists = join(home, 'lists');
    const { code, out } = await run(['lists', 'fetch', ...from(server), '-o', lists]);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/un-sc +fetched +1 of 1 files/) as string,
    });
    expect(spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: lists }).status).toBe(0);
    const loaded = cordon(['lists', 'update', '--from', lists], { home });
    expect({ code: loaded.code, err: loaded.err }).toEqual({ code: 0, err: '' });
    expect(loaded.out).toMatch(/un-sc +updated/);
    expect((await run(['lists', 'fetch', ...from(server), '-o', lists])).out).toMatch(/un-sc +unchanged/);
  });

  it('a folder that was changed on its way is not loaded, and the file is named', async () => {
    const server = await publisher({ now: UN });
    const lists = join(home, 'lists');
    await run(['lists', 'fetch', ...from(server), '-o', lists]);
    writeFileSync(join(lists, 'un-sc', 'consolidated.xml'), UN.replace('2023-10-31', '2023-10-30'));
    const { code, out } = cordon(['lists', 'update', '--from', lists, '--json'], { home });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        source: 'un-sc',
        result: 'refused',
        message: expect.stringMatching(
          /un-sc\/consolidated\.xml: not the content that SHA256SUMS names/,
        ) as string,
      },
    ]);
  });

  it('one list that fails gives 1; the other is done', async () => {
    const server = await publisher({ now: UN });
    const missing = await publisher({ now: null });
    const lists = join(home, 'lists');
    const args = [...from(server), 'ca-sema', '--url', `ca-sema=${missing.url}/x`, '-o', lists, '--json'];
    const { code, out, err } = await run(['lists', 'fetch', ...args]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      { source: 'un-sc', result: 'fetched', files: [{ file: 'consolidated.xml', status: 200 }] },
      {
        source: 'ca-sema',
        result: 'failed',
        files: [],
        message: expect.stringMatching(/answers 403/) as string,
      },
    ]);
  });

  it('refuses this machine and its network unless told', async () => {
    const server = await publisher({ now: UN });
    const lists = join(home, 'lists');
    const { code, err } = await run([
      'lists',
      'fetch',
      'un-sc',
      '--url',
      `un-sc=${server.url}/x`,
      '-o',
      lists,
    ]);
    expect({ code, seen: server.seen.length }).toEqual({ code: 1, seen: 0 });
    expect(err).toMatch(/^un-sc: failed: .*add --allow-private/);
  });

  it('Ctrl-C in the middle leaves nothing half-written', async () => {
    const server = await open(serve((_, response) => response.write(UN.slice(0, 1_000))));
    const lists = join(home, 'lists');
    const child = start(['lists', 'fetch', ...from(server), '-o', lists]);
    const end = ended(child);
    const part = join(lists, 'un-sc', '.consolidated.xml.part');
    for (let turn = 0; turn < 200 && !existsSync(part); turn += 1) await sleep(50);
    expect(existsSync(part)).toBe(true);
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(readdirSync(join(lists, 'un-sc'))).toEqual([]);
  });

  it.each([
    [['lists', 'fetch', 'xx-list', '-o', 'x'], /xx-list: no address is known; known are us-ofac-sdn/],
    [['lists', 'fetch', '-o', 'x', '--url', 'un-sc'], /--url: expected ID=…, got "un-sc"/],
    [['lists', 'fetch', '-o', 'x', '--format', 'un-sc=pdf'], /--format un-sc=pdf: offered are xml/],
    [['lists', 'update', '--as', 'un-sc'], /--as: names a folder: add --from DIR/],
    [['lists', 'update', 'un-sc', '--from', 'x'], /--from: nothing is fetched then/],
    [['lists', 'update', '--every', '1h'], /--every: belongs to --watch/],
    [['lists', 'update', '--watch', '--every', '5s'], /--every: expected 1m to 7d/],
    [['lists', 'update', '--watch', '--every', '8d'], /--every: expected 1m to 7d/],
    [['lists', 'update', '--watch', '--json'], /--watch: takes neither --accept nor --json/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('through a proxy, to a server whose certificate is trusted', () => {
  const trusted = (proxy: TestServer) => ({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: AUTHORITY });
  const args = (output: string) => [
    ...['lists', 'fetch', 'un-sc', '--url', 'un-sc=https://lists.example/un.xml', '-o', output],
  ];

  it('the list comes, nothing else being told', async () => {
    const server = await open(serveTls((_, response) => response.end(UN)));
    const proxy = await open(serveProxy(server.port));
    const { code, out, err } = await run(args(join(home, 'lists')), trusted(proxy));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/un-sc +fetched/);
    expect(proxy.seen.map(({ url }) => url)).toEqual(['lists.example:443']);
  });

  it('without that trust nothing comes', async () => {
    const server = await open(serveTls((_, response) => response.end(UN)));
    const proxy = await open(serveProxy(server.port));
    const { code, err } = await run(args(join(home, 'lists')), { HTTPS_PROXY: proxy.url });
    expect(code).toBe(1);
    expect(err).toMatch(/its certificate is not trusted .*NODE_EXTRA_CA_CERTS/);
    expect(server.seen).toEqual([]);
  });

  it.each([
    ['another server', 'https://other.example/un.xml', 0, /fetched/],
    ['a private address', 'https://10.0.0.5/un.xml', 1, /10\.0\.0\.5: a private network/],
    ['the credentials of a cloud machine', 'https://169.254.169.254/', 1, /link-local address/],
    ['this machine', 'https://localhost/un.xml', 1, /this machine/],
    ['plain http', 'http://other.example/un.xml', 1, /leads away from https/],
  ])('a redirect to %s is judged as an address is', async (_, location, expected, message) => {
    const answer: RequestListener = (request, response) => {
      if (request.headers.host === 'lists.example') response.writeHead(302, { location }).end();
      else response.end(UN);
    };
    const server = await open(serveTls(answer));
    const proxy = await open(serveProxy(server.port));
    const { code, out, err } = await run(args(join(home, 'lists')), trusted(proxy));
    expect({ code }).toEqual({ code: expected });
    expect(out + err).toMatch(message);
    expect(proxy.seen).toHaveLength(expected === 0 ? 2 : 1);
  });
});

describe('cordon lists update without a folder', () => {
  it('fetches and loads; the second time it asks what changed', async () => {
    const server = await publisher({ now: UN });
    const first = await run(['lists', 'update', ...from(server)]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/un-sc +updated/);
    const second = await run(['lists', 'update', ...from(server)]);
    expect(second.out).toMatch(/un-sc +unchanged/);
    expect(server.seen.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([false, true]);
    expect(readdirSync(join(home, 'downloads')).sort()).toEqual([
      '.lock',
      'SHA256SUMS',
      'fetched.json',
      'un-sc',
    ]);
  });

  it('a list that cannot be fetched has failed, with the reason; yesterday’s answers on, the others are done', async () => {
    const text = { now: UN as string | null };
    const server = await publisher(text);
    await run(['lists', 'update', ...from(server)]);
    text.now = null;
    const own = await open(serve((_, response) => response.end(DATASET)));
    const { code, out } = await run([
      ...['lists', 'update', ...from(server), '--url', `our-own=${own.url}/entities.ftm.json`, '--json'],
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { source: 'our-own', result: 'updated', entities: 1 },
      {
        source: 'un-sc',
        result: 'failed',
        hash: null,
        message: expect.stringMatching(/answers 403/) as string,
      },
    ]);
    const held = JSON.parse(cordon(['lists', 'status', '--json'], { home }).out) as { source: string }[];
    expect(held.map(({ source }) => source).sort()).toEqual(['our-own', 'un-sc']);
  });

  it('where none can be fetched, nothing is loaded and nothing was lost', async () => {
    const server = await publisher({ now: null });
    const { code, out, err } = await run(['lists', 'update', ...from(server)]);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^un-sc: failed: .*answers 403/) as string,
    });
    expect(out).toMatch(/un-sc +failed/);
    expect(cordon(['lists', 'status', '--json'], { home }).out).toBe('[]\n');
  });

  it('a download that is no list is refused, and the world from before it stays', async () => {
    const text = { now: UN as string | null };
    const server = await publisher(text);
    await run(['lists', 'update', ...from(server)]);
    text.now = UN.slice(0, UN.length / 2);
    const { code, out } = await run(['lists', 'update', ...from(server), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ source: 'un-sc', result: 'refused' }]);
    expect(cordon(['lists', 'status', '--json'], { home }).out).toContain('"entities": 13');
    text.now = UN;
    expect((await run(['lists', 'update', ...from(server)])).code).toBe(0);
  });
});

describe('--watch', () => {
  it('tells a line a round, survives a locked folder, and ends with 130 on Ctrl-C', async () => {
    const server = await publisher({ now: UN });
    const lock = join(home, 'downloads', '.lock');
    mkdirSync(lock, { recursive: true });
    // A process of another machine: nothing can be learnt about it, so it is taken to live.
    writeFileSync(
      join(lock, '7-elsewhere'),
      '{"pid":7,"started":null,"boot":null,"host":"elsewhere.example"}',
    );
    const child = start(['lists', 'update', ...from(server), '--watch', '--every', '1m']);
    const end = ended(child);
    await new Promise((resolve) => child.stderr!.once('data', resolve));
    child.kill('SIGINT');
    const { code, out, err } = await end;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ failed: .*process 7 on elsewhere\.example.*; next in 1 min\n$/,
    );
  });

  it('a good round is a line of counts', async () => {
    const server = await publisher({ now: UN });
    const child = start(['lists', 'update', ...from(server), '--watch']);
    const end = ended(child);
    await new Promise((resolve) => child.stderr!.once('data', resolve));
    child.kill('SIGTERM');
    expect(await end).toMatchObject({
      code: 143,
      err: expect.stringMatching(/Z 1 updated; next in 6 h\n$/) as string,
    });
  });
});

const DATASET = `${JSON.stringify({
  id: 'x1',
  schema: 'Person',
  properties: { name: ['Invented Person'], topics: ['sanction'] },
  datasets: ['our-own'],
})}\n`;
