/**
 * Lists from their addresses: into a folder that another machine can load, or into the state folder's own `downloads/`
 * and from there into the world. What cannot be fetched is told and keeps what it had; the others are done.
 */
import { join } from 'node:path';
import {
  chooseOffers,
  type FetchRow,
  fetchOffers,
  type Offer,
  openDownloads,
  openHttp,
  openPart,
  proxiesOf,
  type Wishes,
  withFolder,
} from '../lists/fetch/index.js';
import { openTables } from './knowledge.js';
import { engineVersion, stateFolder } from './paths.js';
import { CLOCK } from './today.js';
import { type UpdateOptions, type UpdateReport, updateLists } from './update.js';

/**
 * What to fetch (see `Wishes`), and whether addresses of this machine and its network may be asked. Proxies are those of
 * the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).
 */
export type AddressOptions = Wishes & {
  readonly allowPrivate: boolean;
  /** Told as sources are done, and as bytes come. */
  readonly onProgress?: (done: number, total: number, label: string) => void;
};

/** A publisher's server may be slow; one that stays silent for a minute, or sends for half an hour, is given up. */
const LIMITS = { headTime: 60_000, idleTime: 60_000, totalTime: 1_800_000, bytes: 1 << 30 };
const CONNECT_TIME = 15_000;

const NOTHING_DONE: UpdateReport = { rows: [], warnings: [] };

/**
 * Fetches lists into a folder: one sub-folder a source, `fetched.json` and `SHA256SUMS` beside them.
 *
 * @throws CordonError `list-unknown`, `usage` for what was asked; `state-locked`, `state-unwritable` for the folder
 */
export async function fetchLists(folder: string, options: AddressOptions): Promise<readonly FetchRow[]> {
  const offers = chooseOffers(openDownloads(openTables().tables), options);
  return withFolder(folder, () => fetchInto(folder, offers, options));
}

/**
 * Fetches the lists that a reader knows into the state folder, then updates from there.
 *
 * @throws CordonError what `fetchLists` and `updateLists` throw
 */
export async function updateFromAddresses(
  addresses: AddressOptions,
  options: Omit<UpdateOptions, 'from' | 'as' | 'only'>,
): Promise<UpdateReport> {
  const folder = join(stateFolder(options.home ?? null), 'downloads');
  const offers = chooseOffers(openDownloads(openTables().tables), addresses);
  return withFolder(folder, async () => {
    const fetched = await fetchInto(folder, offers, addresses);
    const failed = fetched.flatMap(({ source, result, message, code }) =>
      result === 'failed'
        ? [
            {
              source,
              result,
              hash: null,
              entities: null,
              issues: null,
              message,
              code,
              official: null,
            } as const,
          ]
        : [],
    );
    const only = fetched.filter(({ result }) => result !== 'failed').map(({ source }) => source);
    const report = only.length === 0 ? NOTHING_DONE : await updateLists({ ...options, from: folder, only });
    const rows = [...failed, ...report.rows].sort((a, b) => (a.source < b.source ? -1 : 1));
    return { rows, warnings: report.warnings };
  });
}

async function fetchInto(
  folder: string,
  offers: readonly Offer[],
  options: AddressOptions,
): Promise<readonly FetchRow[]> {
  const http = await openHttp({
    allowPrivate: options.allowPrivate,
    proxies: proxiesOf(process.env),
    connectTime: CONNECT_TIME,
    userAgent: `Cordon/${engineVersion()} (sanctions lists; one request a file)`,
    limits: LIMITS,
  });
  const onProgress = (done: number, label: string) => options.onProgress?.(done, offers.length, label);
  try {
    return await fetchOffers(offers, folder, { http, clock: CLOCK, open: openPart, onProgress });
  } finally {
    await http.close();
  }
}
