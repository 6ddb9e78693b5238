/**
 * One question to a server, with its redirects followed by hand: each place is checked as the first one was. Only https
 * is spoken, or plain http to this very machine where private addresses are allowed.
 */
import { CordonError } from '../../base/index.js';
import { isLoopbackHost } from './addresses.js';
import {
  type Connections,
  type ConnectOptions,
  type Ending,
  openConnections,
  type Reply,
} from './connect.js';

/** Bounds of a transfer: milliseconds to the answer's head, between two pieces, and for all; bytes once unpacked. */
export type Limits = {
  readonly headTime: number;
  readonly idleTime: number;
  readonly totalTime: number;
  readonly bytes: number;
};

/** Who asks, and within which bounds. */
export type HttpOptions = ConnectOptions & { readonly userAgent: string; readonly limits: Limits };

/** The head of an answer and its bytes as sent. `url` is where it came from at last. */
export type Answer = Reply & { readonly url: string };

/** A door to the network. Give its connections back with `close`. */
export type Http = {
  readonly limits: Limits;
  /**
   * Asks for a URL; any status that is no redirect is an answer.
   *
   * @param signal ends it at any moment
   * @throws CordonError `address-refused` for a place that may not be asked, `download-failed` for redirects that lead
   *   nowhere; else what the network gives
   */
  get(url: string, headers: Readonly<Record<string, string>>, signal: Ending): Promise<Answer>;
  close(): Promise<void>;
};

const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Opens a door. @throws CordonError `usage` for a proxy variable that is no address */
export async function openHttp(options: HttpOptions): Promise<Http> {
  const connections = await openConnections(options);
  return {
    limits: options.limits,
    get: (url, headers, signal) => follow(url, headers, signal, connections, options),
    close: connections.close,
  };
}

async function follow(
  first: string,
  headers: Readonly<Record<string, string>>,
  signal: Ending,
  { ask, check }: Connections,
  { userAgent, limits, allowPrivate }: HttpOptions,
): Promise<Answer> {
  const seen = new Set<string>();
  let url = parseUrl(first);
  for (;;) {
    checkScheme(url, allowPrivate);
    await check(url.href);
    seen.add(url.href);
    const asked = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip', ...headers };
    const { headTime, idleTime } = limits;
    const reply = await ask(url.href, { headers: asked, signal, headTime, idleTime });
    const to = reply.header('location');
    if (!REDIRECTS.includes(reply.status) || to === null) return { url: url.href, ...reply };
    // What a redirect says to people is of no use; a long one is cut off with its connection.
    reply.drop();
    const next = parseUrl(to, url);
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw new CordonError('address-refused', `${url.href}: leads away from https to ${next.href}`);
    if (seen.has(next.href))
      throw new CordonError('download-failed', `${first}: its redirects lead in a circle, to ${next.href}`);
    if (seen.size > MOST_REDIRECTS)
      throw new CordonError('download-failed', `${first}: over ${MOST_REDIRECTS} redirects, to ${next.href}`);
    url = next;
  }
}

function parseUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (url === null) throw new CordonError('address-refused', `${text}: no address: expected https://…`);
  url.hash = '';
  return url;
}

function checkScheme(url: URL, allowPrivate: boolean): void {
  if (url.username !== '' || url.password !== '') {
    url.password = '';
    url.username = '';
    throw new CordonError('address-refused', `${url.href}: holds a user name or password: leave it out`);
  }
  if (url.protocol === 'https:') return;
  if (url.protocol !== 'http:') throw new CordonError('address-refused', `${url.href}: only https is spoken`);
  if (!isLoopbackHost(url.hostname))
    throw new CordonError('address-refused', `${url.href}: not encrypted: only https is spoken`);
  if (!allowPrivate)
    throw new CordonError(
      'address-refused',
      `${url.href}: this machine: if it is meant to be asked, add --allow-private`,
    );
}
