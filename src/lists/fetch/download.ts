/**
 * One file from its address: asked for only if it changed, tried again where that may help, unpacked, measured and
 * hashed while it streams into a part beside its place. What comes short, too long or as a web page is never kept.
 */
import { createHash } from 'node:crypto';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CordonError } from '../../base/index.js';
import type { OpenPart, Part } from './part.js';
import type { Answer, Http } from './request.js';
import { type Clock, Passing, retryAfter, withRetries } from './retry.js';

/** What a server said of a file, to ask it next time whether that still holds. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

/** What to get. `known` is what was said of the bytes that are there already; null where there are none. */
export type DownloadOrder = {
  readonly url: string;
  readonly path: string;
  readonly known: Validators | null;
  /** Told as bytes come. */
  readonly onBytes: (bytes: number) => void;
};

/** A file that came whole and lies in `part`, or (`part` null) one that is as it was. */
export type Download = Validators & {
  readonly url: string;
  readonly status: number;
  readonly body: { readonly part: Part; readonly bytes: number; readonly sha256: string } | null;
};

/**
 * Downloads a file.
 *
 * @throws CordonError `download-failed`, `address-refused`, `input-too-large`, `state-unwritable`; then no part is left
 */
export async function download(
  order: DownloadOrder,
  http: Http,
  clock: Clock,
  open: OpenPart,
): Promise<Download> {
  return withRetries(order.url, clock, () => once(order, http, clock, open));
}

async function once(order: DownloadOrder, http: Http, clock: Clock, open: OpenPart): Promise<Download> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), http.limits.totalTime);
  let answer: Answer | null = null;
  try {
    answer = await http.get(order.url, conditions(order.known), ending.signal);
    judgeStatus(answer, order, clock);
    const said = { etag: answer.header('etag'), lastModified: answer.header('last-modified') };
    const { url, status } = answer;
    if (status !== 304) return { ...said, url, status, body: await save(answer, order, http, open) };
    const { known } = order;
    return {
      url,
      status,
      etag: said.etag ?? known?.etag ?? null,
      lastModified: said.lastModified ?? known?.lastModified ?? null,
      body: null,
    };
  } catch (error) {
    throw explain(error, order.url, ending.signal.aborted, http);
  } finally {
    clearTimeout(timer);
    answer?.drop();
  }
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag != null && { 'if-none-match': known.etag }),
    ...(known?.lastModified != null && { 'if-modified-since': known.lastModified }),
  };
}

function judgeStatus({ status, header }: Answer, order: DownloadOrder, clock: Clock): void {
  if (status === 200 || (status === 304 && order.known !== null)) return;
  const answered = `the server answers ${status}`;
  if (status === 429 || status >= 500)
    throw new Passing(answered, retryAfter(header('retry-after') ?? undefined, clock.now()));
  const remedy = 'the address may have changed, or the publisher keeps programs out: try it in a browser';
  throw new CordonError('download-failed', `${order.url}: ${answered}: ${remedy}`);
}

async function save(
  { body, header }: Answer,
  order: DownloadOrder,
  { limits }: Http,
  open: OpenPart,
): Promise<{ part: Part; bytes: number; sha256: string }> {
  const announced = lengthOf(header('content-length') ?? '');
  const tooLarge = () =>
    new CordonError('input-too-large', `${order.url}: over ${limits.bytes} bytes: is this the right file?`);
  if (announced !== null && announced > limits.bytes) throw tooLarge();
  // A body shorter than its Content-Length ends in an error of the client's.
  const unpacked = pipeline(
    body,
    unpacker(header('content-encoding') ?? 'identity', order.url),
    () => undefined,
  );
  const hash = createHash('sha256');
  const part = open(order.path);
  let bytes = 0;
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw tooLarge();
      if (start.length < HEAD) start = Buffer.concat([start, chunk.subarray(0, HEAD - start.length)]);
      hash.update(chunk);
      part.write(chunk);
      order.onBytes(bytes);
    }
    judgeContent(start, order.url);
    part.finish();
    return { part, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    part.discard();
    throw error;
  }
}

const HEAD = 512;

/** A list is no web page: that is what a gatekeeper, a login or a site's own "not found" sends with a friendly 200. */
function judgeContent(start: Buffer, url: string): void {
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (start.length === 0) throw new Passing('nothing came');
  if (/^(?:<!doctype\s+html|<html)\b/i.test(text)) {
    const remedy = 'a gatekeeper or a moved address: try it in a browser';
    throw new CordonError('download-failed', `${url}: a web page came, not the list: ${remedy}`);
  }
}

function lengthOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

function unpacker(packing: string, url: string): Transform {
  const encoding = packing.trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return new PassThrough();
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  throw new CordonError('download-failed', `${url}: packed as "${encoding}", which was not asked for`);
}

/** What went wrong, as a sentence: our own errors as they are, the network's as something that may pass. */
function explain(error: unknown, url: string, outOfTime: boolean, { limits }: Http): unknown {
  if (error instanceof CordonError || error instanceof Passing) return error;
  if (outOfTime) return new Passing(`not done after ${limits.totalTime / 1000} s`);
  const root = rootOf(error);
  const code = root.code ?? '';
  if (/CERT|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH/.test(code)) {
    const message = `${url}: its certificate is not trusted (${root.message}): if your network puts its own in between, name it in NODE_EXTRA_CA_CERTS`;
    return new CordonError('download-failed', message, { cause: error });
  }
  const proxy = PROXY_ANSWER.exec(root.message)?.[1];
  if (proxy?.startsWith('4'))
    return new CordonError('download-failed', `${url}: the proxy answers ${proxy}: may it be asked there?`);
  return new Passing(SENTENCES[code] ?? root.message);
}

/** The client tells a proxy's refusal in its message alone. */
const PROXY_ANSWER = /^Proxy response \((\d{3})\)/;

const SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host, or no network',
  EAI_AGAIN: 'the name server does not answer: is there a network?',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the transfer came to a halt',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the transfer broke off',
  Z_BUF_ERROR: 'the packed transfer broke off',
  Z_DATA_ERROR: 'the packed transfer is damaged',
};

/** The network's errors come wrapped: one for each address that was tried, or as a cause. */
function rootOf(error: unknown): NodeJS.ErrnoException {
  const it = error as NodeJS.ErrnoException & { errors?: unknown[] };
  const inner = it.errors?.[0] ?? (it.code === undefined ? it.cause : undefined);
  return inner instanceof Error ? rootOf(inner) : it;
}
