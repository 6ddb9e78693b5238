/**
 * Claim: lists stream by at 40 MB/s (XML) and 15 MB/s (CSV) or more on one core, and memory does not grow with the file.
 * Each list in ../shared/data/lists that a reader knows is read in a process of its own (five times, the fastest counts)
 * beside the parser library alone on the same file, its handlers doing nothing; then a made list, 1, 10 and 50 times as
 * long, its entities counted and let go. `npm run bench -- lists SOURCE` narrows it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDERS } from '../tests/lists/fuzz/folders.js';
import { hasReal } from '../tests/lists/tables.js';
import { GROWN, grow } from './support/grown-list.js';
import type { Reading } from './support/read-list.js';

const CHILD = fileURLToPath(new URL('support/read-list.ts', import.meta.url));
const REAL = fileURLToPath(new URL('../../shared/data/lists/', import.meta.url));
const TIMES = [1, 10, 50];

export async function run(): Promise<void> {
  const [, , , only] = process.argv;
  const chosen = (source: string) => only === undefined || only === source;
  const rows = Object.entries(FOLDERS)
    .filter(([source]) => chosen(source))
    .flatMap(([source, folders]) =>
      folders.filter(hasReal).flatMap((folder) => measure(source, join(REAL, folder), 5)),
    );
  console.table(rows.map(shown));
  const place = mkdtempSync(join(tmpdir(), 'cordon-grown-'));
  try {
    const grown = GROWN.filter(({ source }) => chosen(source)).flatMap((list) =>
      TIMES.flatMap((times) => {
        const folder = join(place, `${list.source}-${times}`);
        grow(list, times, folder);
        const measured = measure(list.source, folder, 1);
        rmSync(folder, { recursive: true });
        return measured.map((one) => ({ times, ...shown(one) }));
      }),
    );
    console.log('made lists, grown: peak memory of the process, entities let go as they come');
    console.table(grown);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function measure(source: string, folder: string, rounds: number): Reading[] {
  const args = ['--import', 'tsx', CHILD, source, folder, String(rounds)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${source}: ${stderr.toString()}`);
  return JSON.parse(stdout.toString()) as Reading[];
}

function shown(one: Reading) {
  const perSecond = (seconds: number) => Math.round((one.megabytes / seconds) * 10) / 10;
  return {
    list: `${one.source}: ${one.format}`,
    file: one.file,
    MB: Math.round(one.megabytes * 100) / 100,
    date: one.published ?? '-',
    entities: one.entities,
    listings: one.listings,
    issues: one.issues,
    seconds: Math.round(one.seconds * 1000) / 1000,
    'MB/s': perSecond(one.seconds),
    'library alone': one.libraryAlone === null ? '-' : perSecond(one.libraryAlone),
    'peak MB': Math.round(one.peakMegabytes),
  };
}
