/**
 * What a folder of downloads says of itself: `fetched.json` (where each file came from, when, and what to ask next time)
 * and `SHA256SUMS` (for `sha256sum -c`, and for `lists update` to tell a copy that was damaged on its way).
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from '../store/sums.js';
import type { Validators } from './download.js';
import { type OpenPart, readIfThere, writeWhole } from './part.js';

const FETCHED = 'fetched.json';
const SUMS = 'SHA256SUMS';

/**
 * A file that was fetched. `url` was asked, `finalUrl` answered after redirects, with `status` when it was last asked;
 * `bytes` and `sha256` are of the file as it lies there, unpacked. `fetched` is when these bytes came, `checked` when the
 * server last said that they are still the newest; UTC.
 */
export type FetchedFile = Validators & {
  readonly source: string;
  readonly file: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly fetched: string;
  readonly checked: string;
};

const FORMAT = 'cordon-fetched';
const VERSION = 1;

/** What a folder holds; nothing where `fetched.json` is missing or not to be understood: then all is fetched anew. */
export function readHeld(folder: string): readonly FetchedFile[] {
  const bytes = readIfThere(join(folder, FETCHED));
  if (bytes === null) return [];
  try {
    const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      format?: unknown;
      version?: unknown;
      files?: unknown;
    };
    if (read.format !== FORMAT || read.version !== VERSION || !Array.isArray(read.files)) return [];
    return read.files.filter(isFetchedFile);
  } catch {
    return [];
  }
}

/** Writes both files. @throws CordonError `state-unwritable` */
export function writeHeld(folder: string, files: readonly FetchedFile[], open: OpenPart): void {
  const sorted = [...files].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const state = { format: FORMAT, version: VERSION, files: sorted };
  const sums = sorted.map((file) => `${file.sha256}  ${pathOf(file)}\n`).join('');
  writeIfNew(join(folder, FETCHED), `${JSON.stringify(state, null, 2)}\n`, open);
  writeIfNew(join(folder, SUMS), sums, open);
}

/** Whether the bytes on the disk are those that were fetched. @throws CordonError `input-unreadable` */
export function isIntact(folder: string, file: FetchedFile): boolean {
  const path = join(folder, file.source, file.file);
  if (statSync(path, { throwIfNoEntry: false })?.size !== file.bytes) return false;
  return hashFile(path) === file.sha256;
}

function pathOf(file: FetchedFile): string {
  return `${file.source}/${file.file}`;
}

function writeIfNew(path: string, text: string, open: OpenPart): void {
  const there = readIfThere(path);
  if (there === null || Buffer.from(there).toString('utf8') !== text) writeWhole(open, path, text);
}

/** A file that people can edit: what has no safe name or is half there is not believed. */
function isFetchedFile(it: unknown): it is FetchedFile {
  const file = it as FetchedFile;
  const safe = (name: unknown) => typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
  const validator = (one: unknown) =>
    one === null || (typeof one === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(one));
  return (
    typeof it === 'object' &&
    it !== null &&
    safe(file.source) &&
    safe(file.file) &&
    typeof file.url === 'string' &&
    typeof file.bytes === 'number' &&
    /^[0-9a-f]{64}$/.test(file.sha256) &&
    validator(file.etag) &&
    validator(file.lastModified)
  );
}
