/**
 * `SHA256SUMS` beside a folder's sources, as `cordon lists fetch` and `sha256sum` write it: a list whose files are not
 * those that were fetched, because a copy broke off or somebody changed them, is not loaded.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CordonError } from '../../base/index.js';
import type { ReadJob, ReadPlan } from './plan.js';

const SUMS = 'SHA256SUMS';
const PIECE = 1 << 20;

/**
 * Checks what is to be read against the folder's `SHA256SUMS`, where there is one.
 *
 * @param from the folder that was planned
 * @returns the plan: a source with a changed or missing file among its troubles (`list-altered`), a file that is not
 *   named there among the warnings
 * @throws CordonError `input-unreadable` for a `SHA256SUMS` that is none
 */
export function checkSums(from: string, plan: ReadPlan): ReadPlan {
  const sums = readSums(from);
  if (sums === null) return plan;
  const jobs: ReadJob[] = [];
  const troubles = [...plan.troubles];
  const warnings = [...plan.warnings];
  for (const job of plan.jobs) {
    const paths = [...new Set(job.files.map(({ path }) => relative(from, path).split(sep).join('/')))];
    const error = alteredIn(from, folderOf(paths), sums);
    if (error !== null) {
      troubles.push({ source: job.source, error });
      continue;
    }
    jobs.push(job);
    const unnamed = paths.filter((path) => !sums.has(path));
    if (unnamed.length > 0) warnings.push(`${unnamed.join(', ')}: not verified, not named in ${SUMS}`);
  }
  return { jobs, troubles, warnings };
}

/** What the files read have above them: the sub-folder of the source, '' for the folder itself. */
function folderOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  return first.slice(0, first.indexOf('/') + 1);
}

/** Trouble with one source's files never stops the others. */
function alteredIn(from: string, folder: string, sums: ReadonlyMap<string, string>): CordonError | null {
  try {
    return findAltered(from, folder, sums);
  } catch (error) {
    if (error instanceof CordonError) return error;
    throw error;
  }
}

function findAltered(from: string, folder: string, sums: ReadonlyMap<string, string>): CordonError | null {
  for (const [path, sum] of sums) {
    if (!path.startsWith(folder) || (folder === '' && path.includes('/'))) continue;
    const found = hashFile(join(from, path));
    if (found === sum) continue;
    const what = found === null ? `not there, but named in ${SUMS}` : `not the content that ${SUMS} names`;
    const remedy = 'copy or fetch the folder again';
    return new CordonError('list-altered', `${join(from, path)}: ${what}: ${remedy}`);
  }
  return null;
}

function readSums(from: string): ReadonlyMap<string, string> | null {
  const path = join(from, SUMS);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CordonError('input-unreadable', `${path}: ${message}`, { cause });
  }
  const sums = new Map<string, string>();
  text.split(/\r?\n/).forEach((line, at) => {
    if (line === '') return;
    const [, sum, name] = /^([0-9a-fA-F]{64}) [ *](?:\.\/)?(.+)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined || name.split('/').includes('..'))
      throw new CordonError(
        'input-unreadable',
        `${path}:${at + 1}: expected a SHA-256, two blanks, a file: make it again`,
      );
    sums.set(name, sum.toLowerCase());
  });
  return sums;
}

/** SHA-256 of a file, however large; null where there is none. @throws CordonError `input-unreadable` */
export function hashFile(path: string): string | null {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const hash = createHash('sha256');
    const piece = new Uint8Array(PIECE);
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece))
      hash.update(piece.subarray(0, count));
    return hash.digest('hex');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CordonError('input-unreadable', `${path}: ${message}`, { cause });
  } finally {
    if (file !== null) closeSync(file);
  }
}
