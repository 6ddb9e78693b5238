/**
 * Connections that go only where they may. The address is looked at where the connection is made, so the one that was
 * checked is the one that is connected to, whatever a name server answers next. TLS is always verified, whatever the
 * environment says. Behind a proxy, the proxy connects: then what this machine knows of the name is checked, and the
 * rest is the proxy's.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { CordonError } from '../../base/index.js';
import { bareHost, privateKind } from './addresses.js';

/** An address that a name stands for. */
export type Resolved = { readonly address: string; readonly family: number };

/** Proxies as the environment names them, '' for none. `noProxy` is a list of hosts that are asked directly. */
export type Proxies = { readonly http: string; readonly https: string; readonly none: string };

/** How connections are made. `resolve` asks the system where it is not given. Times are in milliseconds. */
export type ConnectOptions = {
  readonly allowPrivate: boolean;
  readonly proxies: Proxies;
  readonly connectTime: number;
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>;
};

/** An AbortSignal: these types must hold for programs that have no others than the language's own. */
export type Ending = { readonly aborted: boolean };

/** One question: its headers, what ends it, and milliseconds to the answer's head and between two of its pieces. */
export type Asking = {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: Ending;
  readonly headTime: number;
  readonly idleTime: number;
};

/** The head of an answer and its bytes as sent. */
export type Reply = {
  readonly status: number;
  /** A header by its name in small letters; null where it is not there, or several times. */
  header(name: string): string | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** Lets go of what was not taken of the body, with its connection. */
  drop(): void;
};

/** Connections, kept open until `close`. */
export type Connections = {
  /** Asks a URL; a redirect is an answer as any other. @throws what the network gives */
  ask(url: string, asking: Asking): Promise<Reply>;
  /** Refuses a URL before anything is sent. @throws CordonError `address-refused` */
  check(url: string): Promise<void>;
  close(): Promise<void>;
};

/** The variables that people set for a proxy, small letters first as in curl. */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): Proxies {
  const first = (name: string) => env[name.toLowerCase()] || env[name] || '';
  return { http: first('HTTP_PROXY'), https: first('HTTPS_PROXY'), none: first('NO_PROXY') };
}

/** Opens connections. @throws CordonError `usage` for a proxy variable that is no address */
export async function openConnections(options: ConnectOptions): Promise<Connections> {
  // Loaded here: a check of one name must not wait for it.
  const { EnvHttpProxyAgent, buildConnector: makeConnector, request } = await import('undici');
  const { allowPrivate, proxies } = options;
  const resolve = options.resolve ?? ((host: string) => systemLookup(host, { all: true }));
  const tls = { rejectUnauthorized: true };
  const plain = makeConnector({
    ...tls,
    timeout: options.connectTime,
    lookup: allowPrivate ? lookupOf(resolve, null) : lookupOf(resolve, refuseAddress),
  } as buildConnector.BuildOptions);
  const connect: buildConnector.connector = (to, done) => {
    const kind = allowPrivate || isIP(to.hostname) === 0 ? null : privateKind(to.hostname);
    if (kind === null) plain(to, done);
    else done(refused(to.hostname, to.hostname, kind), null);
  };
  for (const proxy of [proxies.http, proxies.https]) checkProxy(proxy);
  const dispatcher = new EnvHttpProxyAgent({
    connect,
    requestTls: tls,
    proxyTls: tls,
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: proxies.none,
  });
  const proxied = proxies.http !== '' || proxies.https !== '';
  return {
    async ask(url, { headers, signal, headTime, idleTime }) {
      const times = { headersTimeout: headTime, bodyTimeout: idleTime };
      const ending = signal as AbortSignal;
      const reply = await request(url, { dispatcher, signal: ending, headers, ...times });
      const { body } = reply;
      return {
        status: reply.statusCode,
        header: (name) => {
          const value = reply.headers[name];
          return typeof value === 'string' ? value : null;
        },
        body,
        drop: () => void body.on('error', () => undefined).destroy(),
      };
    },
    async check(url) {
      if (allowPrivate) return;
      const host = bareHost(new URL(url).hostname);
      if (isIP(host) !== 0) return refuseAddress(host, host);
      if (!proxied) return;
      // Many networks behind a proxy resolve no outside name: then the proxy decides.
      const found = await resolve(host).catch(() => []);
      for (const { address } of found) refuseAddress(host, address);
    },
    close: () => dispatcher.destroy(),
  };
}

/** What `net.connect` asks for the addresses of a name: all of them are checked before any is given. */
function lookupOf(
  resolve: (host: string) => Promise<readonly Resolved[]>,
  check: ((host: string, address: string) => void) | null,
): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        try {
          for (const { address } of found) check?.(host, address);
        } catch (error) {
          done(error as NodeJS.ErrnoException, []);
          return;
        }
        const [first] = found;
        if (first === undefined) {
          const none: NodeJS.ErrnoException = new Error(`${host}: no address`);
          none.code = 'ENOTFOUND';
          done(none, []);
        } else if (options.all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };
}

function refuseAddress(host: string, address: string): void {
  const kind = privateKind(address);
  if (kind !== null) throw refused(host, address, kind);
}

function refused(host: string, address: string, kind: string): CordonError {
  const where = host === address ? host : `${host} is at ${address}`;
  return new CordonError(
    'address-refused',
    `${where}: ${kind}: if it is meant to be asked, add --allow-private`,
  );
}

function checkProxy(proxy: string): void {
  if (proxy === '' || /^https?:\/\/[^/]+\/?$/i.test(proxy)) return;
  const shown = proxy.replace(/\/\/[^@/]*@/, '//');
  throw new CordonError('usage', `HTTPS_PROXY or HTTP_PROXY: expected http://HOST:PORT, got "${shown}"`);
}
