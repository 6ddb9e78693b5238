/** What the benches of whole commands share: where the command and the lists are, a loaded state folder, a median. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built command. */
export const cordon = join(root, 'bin', 'cordon.js');
/** The shared lists and benchmarks beside the checkout. */
export const LISTS = join(root, '..', 'shared', 'data', 'lists');
export const BENCHMARKS = join(root, '..', 'shared', 'data', 'benchmarks');

/** A state folder with all lists loaded; the caller removes it. Throws when the lists are not there. */
export function loadedHome(): string {
  if (!existsSync(LISTS)) throw new Error(`${LISTS} is not there: this bench needs the real lists`);
  const home = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  const { status, stderr } = spawnSync(process.execPath, [
    cordon,
    'lists',
    'update',
    '--from',
    LISTS,
    '--home',
    home,
    '--quiet',
  ]);
  if (status !== 0) throw new Error(stderr.toString());
  return home;
}

/** Runs the command. Throws what it says when it fails. */
export function runCordon(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cordon, ...args]);
  if (status !== 0) throw new Error(stderr.toString());
  return stdout.toString();
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
