/**
 * Fetching lists into a folder, one sub-folder a source. A source's files are put in place only when all that are needed
 * have come, so a folder never mixes yesterday's half of a list with today's; a source that fails keeps what it had, and
 * never stops the others.
 */
import { join } from 'node:path';
import { CordonError, type ErrorCode } from '../../base/index.js';
import { claimWriter } from '../store/claim.js';
import { type Download, download } from './download.js';
import type { Offer, WantedFile } from './downloads.js';
import { type FetchedFile, isIntact, readHeld, writeHeld } from './held.js';
import { attempt, keepAll, makeFolder, type OpenPart, sweepParts } from './part.js';
import type { Http } from './request.js';
import type { Clock } from './retry.js';

/** What became of a source. `files` are those that lie in its folder now; `code` says why it failed, else null. */
export type FetchRow = {
  readonly source: string;
  readonly result: 'fetched' | 'unchanged' | 'failed';
  readonly files: readonly FetchedFile[];
  readonly message: string;
  readonly code: ErrorCode | null;
};

/** What fetching needs of the world around it. */
export type FetchTools = {
  readonly http: Http;
  readonly clock: Clock;
  readonly open: OpenPart;
  /** Told as sources are done, and as bytes come (`label` says of what). */
  readonly onProgress: (done: number, label: string) => void;
};

/** Servers that are asked at the same time; the files of one source are fetched one after the other. */
const AT_ONCE = 3;
const MEBIBYTE = 1 << 20;

/**
 * Keeps a folder of downloads to oneself while `work` runs.
 *
 * @throws CordonError `state-locked` naming the process that has it, `state-unwritable`; what `work` throws
 */
export async function withFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(folder, '.lock');
  const release = attempt(folder, () => {
    makeFolder(lock);
    return claimWriter(lock);
  });
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Fetches the sources offered; the caller has the folder to itself (`withFolder`).
 *
 * @returns one row a source, in the order of the offers
 * @throws CordonError `state-unwritable`, `state-unreadable` for the folder's own files: trouble with one source is a row
 */
export async function fetchOffers(
  offers: readonly Offer[],
  folder: string,
  tools: FetchTools,
): Promise<readonly FetchRow[]> {
  let held = readHeld(folder);
  const rows: FetchRow[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < offers.length; at = next++) {
      const offer = offers[at]!;
      const own = held.filter(({ source }) => source === offer.source);
      const say = (label: string) => tools.onProgress(done, label);
      const row = await fetchSource(offer, own, folder, tools, say);
      rows[at] = row;
      done += 1;
      tools.onProgress(done, offer.source);
      if (row.result === 'failed') continue;
      // Written after every source: what a later one or a kill spoils is not fetched again.
      held = [...held.filter(({ source }) => source !== offer.source), ...row.files];
      writeHeld(folder, held, tools.open);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return rows;
}

async function fetchSource(
  offer: Offer,
  held: readonly FetchedFile[],
  folder: string,
  tools: FetchTools,
  say: (label: string) => void,
): Promise<FetchRow> {
  const { source } = offer;
  const place = join(folder, source);
  sweepParts(place);
  const got: Got[] = [];
  const missed: string[] = [];
  try {
    for (const wanted of offer.files) {
      try {
        got.push(await fetchFile(source, wanted, held, folder, tools, say));
      } catch (error) {
        if (wanted.needed || !(error instanceof CordonError) || error.code !== 'download-failed') throw error;
        missed.push(`without ${wanted.name}: ${error.message}`);
      }
    }
    const parts = got.flatMap(({ file: { file }, download: { body } }) =>
      body === null ? [] : [{ path: join(place, file), part: body.part }],
    );
    const names = got.map(({ file }) => file.file);
    const gone = held.filter(({ file }) => !names.includes(file));
    keepAll(
      parts,
      gone.map(({ file }) => join(place, file)),
    );
  } catch (error) {
    for (const {
      download: { body },
    } of got)
      body?.part.discard();
    if (!(error instanceof CordonError)) throw error;
    return { source, result: 'failed', files: held, message: error.message, code: error.code };
  }
  const changed = got.filter((one) => one.changed);
  const bytes = changed.reduce((sum, { file }) => sum + file.bytes, 0);
  const message =
    changed.length === 0 ? 'as it was' : `${changed.length} of ${got.length} files, ${sizeOf(bytes)}`;
  return {
    source,
    result: changed.length === 0 ? 'unchanged' : 'fetched',
    files: got.map(({ file }) => file),
    message: [message, ...missed].join('; '),
    code: null,
  };
}

type Got = { readonly file: FetchedFile; readonly download: Download; readonly changed: boolean };

async function fetchFile(
  source: string,
  wanted: WantedFile,
  held: readonly FetchedFile[],
  folder: string,
  { http, clock, open }: FetchTools,
  say: (label: string) => void,
): Promise<Got> {
  const before = held.find(({ file }) => file === wanted.name);
  // Bytes that are not those that were fetched are fetched again, whatever the server says of them.
  const intact =
    before !== undefined && before.url === wanted.url && isIntact(folder, before) ? before : null;
  const path = join(folder, source, wanted.name);
  let shown = 0;
  const onBytes = (bytes: number) => {
    if (bytes - shown < MEBIBYTE) return;
    shown = bytes;
    say(`${source} ${sizeOf(bytes)}`);
  };
  say(source);
  const result = await download({ url: wanted.url, path, known: intact, onBytes }, http, clock, open);
  const when = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  const { url: finalUrl, status, etag, lastModified, body } = result;
  const said = { source, file: wanted.name, url: wanted.url, finalUrl, status, etag, lastModified };
  const same = intact !== null && (body === null || body.sha256 === intact.sha256);
  if (same) {
    body?.part.discard();
    const { bytes, sha256, fetched } = intact;
    const kept = { ...said, bytes, sha256, fetched, checked: when };
    return { file: kept, download: { ...result, body: null }, changed: false };
  }
  const { bytes, sha256 } = body!;
  return { file: { ...said, bytes, sha256, fetched: when, checked: when }, download: result, changed: true };
}

function sizeOf(bytes: number): string {
  return bytes < MEBIBYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEBIBYTE).toFixed(1)} MB`;
}
