/** Where a question may go: redirects, private addresses by any road, names that change their mind. */
import { describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../src/lists/fetch/request.js';
import { serve, serveProxy, serveTls, type TestServer } from './servers.js';
import { closing, testHttp } from './support.js';

const never = new AbortController().signal;

async function ask(url: string, options: Partial<Omit<HttpOptions, 'limits'>> = {}): Promise<string> {
  const http = await testHttp(options);
  try {
    const { status, url: from, body } = await http.get(url, {}, never);
    for await (const _ of body);
    return `${status} from ${from}`;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${code}: ${message}`;
  }
}

/** A server that redirects from the paths given, and answers 200 elsewhere. */
async function redirecting(to: Readonly<Record<string, string>>): Promise<TestServer> {
  return closing(
    serve((request, response) => {
      const location = to[request.url ?? ''];
      if (location === undefined) response.end('here');
      else response.writeHead(302, { location }).end();
    }),
  );
}

describe('redirects', () => {
  it('are followed to where they lead, relative ones too', async () => {
    const { url } = await redirecting({ '/a': '/b?x=1', '/b?x=1': 'c#part' });
    expect(await ask(`${url}/a`)).toBe(`200 from ${url}/c`);
  });

  it('five are followed, six are not', async () => {
    const chain = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, at) => [`/${at}`, `/${at + 1}`]));
    const five = await redirecting(chain(5));
    expect(await ask(`${five.url}/0`)).toBe(`200 from ${five.url}/5`);
    const six = await redirecting(chain(6));
    expect(await ask(`${six.url}/0`)).toMatch(/^download-failed: .*over 5 redirects/);
    expect(six.seen).toHaveLength(6);
  });

  it('that lead in a circle are seen', async () => {
    const { url, seen } = await redirecting({ '/a': '/b', '/b': '/a' });
    expect(await ask(`${url}/a`)).toMatch(/^download-failed: .*lead in a circle/);
    expect(seen).toHaveLength(2);
  });

  it.each(['file:///etc/passwd', 'ftp://lists.example/x', 'http://lists.example/x', 'data:,x'])(
    'to %s are not followed',
    async (location) => {
      const { url } = await redirecting({ '/a': location });
      expect(await ask(`${url}/a`)).toMatch(/^address-refused: /);
    },
  );

  it('to no address at all are not followed', async () => {
    const { url } = await redirecting({ '/a': 'https://[' });
    expect(await ask(`${url}/a`)).toMatch(/^address-refused: .*no address/);
  });
});

describe('private addresses', () => {
  const outside = { allowPrivate: false };

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1:8443/',
  ])('%s is refused as it is written', async (url) => {
    expect(await ask(url, outside)).toMatch(/^address-refused: .*--allow-private/);
  });

  it('a name that stands for one is refused, and nothing is sent', async () => {
    const server = await closing(serve((_, response) => response.end('secret')));
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await ask(`https://lists.example:${server.port}/`, { ...outside, resolve })).toBe(
      'address-refused: lists.example is at 127.0.0.1: this machine: if it is meant to be asked, add --allow-private',
    );
    expect(server.seen).toEqual([]);
  });

  it('one among several is enough', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: 'fd00::1', family: 6 },
    ];
    expect(await ask('https://lists.example/', { ...outside, resolve })).toMatch(/is at fd00::1/);
  });

  it('a name is asked for once a connection: no second answer can lead elsewhere than the one that was checked', async () => {
    const server = await redirecting({});
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    expect(await ask(`http://lists.localhost:${server.port}/`, { resolve })).toMatch(/^200/);
    expect(asked).toBe(1);
  });

  it('this machine is asked without encryption only where that is allowed', async () => {
    const server = await redirecting({});
    expect(await ask(server.url)).toMatch(/^200/);
    expect(await ask(server.url, outside)).toMatch(/^address-refused: .*--allow-private/);
    expect(await ask('http://lists.example/')).toMatch(/^address-refused: .*not encrypted/);
    expect(server.seen).toHaveLength(1);
  });

  it('a user name in an address is refused, and its password told to nobody', async () => {
    const said = await ask('https://me:hush@lists.example/');
    expect(said).toMatch(/^address-refused: https:\/\/lists\.example\//);
    expect(said).not.toContain('hush');
  });
});

describe('a proxy', () => {
  const proxies = (url: string, none = '') => ({ http: '', https: url, none });
  const outside = { allowPrivate: false, resolve: async () => [] };

  it('is asked for the way to the server, whose certificate is looked at all the same', async () => {
    const server = await closing(serveTls((_, response) => response.end('here')));
    const proxy = await closing(serveProxy(server.port));
    const said = await ask('https://lists.example/', { ...outside, proxies: proxies(proxy.url) });
    expect(proxy.seen.map(({ url }) => url)).toEqual(['lists.example:443']);
    expect(said).toMatch(/^(?:UNABLE_TO|SELF_SIGNED)/);
    expect(server.seen).toEqual([]);
  });

  it('is left out for the hosts of NO_PROXY', async () => {
    const server = await closing(serve((_, response) => response.end('here')));
    const proxy = await closing(serveProxy(server.port));
    const through = { http: proxy.url, https: proxy.url, none: '127.0.0.1' };
    expect(await ask(server.url, { proxies: through })).toMatch(/^200/);
    expect(proxy.seen).toEqual([]);
    expect(await ask(server.url, { proxies: { ...through, none: '' } })).toMatch(/^200/);
    expect(proxy.seen).toHaveLength(1);
  });

  it('is no way around the guard: not for an address, not for a name known here', async () => {
    const proxy = await closing(serveProxy(1));
    const inside = async () => [{ address: '10.0.0.7', family: 4 }];
    const through = { ...outside, proxies: proxies(proxy.url) };
    expect(await ask('https://10.0.0.7/', through)).toMatch(/^address-refused/);
    expect(await ask('https://intranet.example/', { ...through, resolve: inside })).toMatch(
      /is at 10\.0\.0\.7/,
    );
    expect(proxy.seen).toEqual([]);
  });

  it('that is no address is said to be none, without its password', async () => {
    const said = await ask('https://lists.example/', { proxies: proxies('socks9://me:hush@nowhere') }).catch(
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );
    expect(said).toBe('usage: HTTPS_PROXY or HTTP_PROXY: expected http://HOST:PORT, got "socks9://nowhere"');
  });
});
