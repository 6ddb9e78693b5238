/**
 * Claim: whatever is done to a list, its reader refuses it by a code of lists or reads it, never crashes or hangs, gives no
 * id twice, loses no entity that its issues or the change do not account for, and none that still stands in the file.
 * Every reader is tried 2,000 times on a short, whole excerpt of each real list in ../shared/data/lists that it knows, and
 * on the invented ones: cuts, flipped bits, dropped, doubled and swapped lines and cells, long and huge values, NULs, stray
 * quotes and tags, typed-over, deleted and repeated ranges, also inside workbooks. `npm run bench -- fuzz SOURCE RUNS`.
 */
import { readFileSync } from 'node:fs';
import { LISTS_TABLES, openReaders } from '../src/lists/index.js';
import { FOLDERS } from '../tests/lists/fuzz/folders.js';
import { type FuzzReport, fuzzReader, targetsOf } from '../tests/lists/fuzz/harness.js';
import { INVENTED } from '../tests/lists/fuzz/invented.js';
import { hasReal, realFiles } from '../tests/lists/tables.js';

const ROOT = new URL('../', import.meta.url);
const SEED = 20261124;

export async function run(): Promise<void> {
  const [, , , only, times] = process.argv;
  const runs = Number(times ?? 2000);
  const tables = new Map(
    LISTS_TABLES.map((path) => [path, readFileSync(new URL(`data/${path}`, ROOT), 'utf8')]),
  );
  const rows: (FuzzReport & { reader: string; folder: string })[] = [];
  let failed = 0;
  for (const reader of openReaders(tables)) {
    if (only !== undefined && reader.source !== only) continue;
    const name = `${reader.source} ${reader.format}`;
    let tried = 0;
    const real = (FOLDERS[reader.source] ?? []).filter(hasReal);
    const lists = [
      ...real.map((folder) => [folder, realFiles(folder)] as const),
      ...INVENTED.filter(([source]) => source === reader.source).map(
        ([, , made]) => ['invented', made] as const,
      ),
    ];
    for (const [folder, files] of lists) {
      for (const target of await targetsOf(reader, files, folder)) {
        tried += 1;
        try {
          const report = await fuzzReader(target, runs, SEED);
          const { seconds, slowest, ...counts } = report;
          rows.push({ reader: name, folder, ...counts, seconds: round(seconds), slowest: round(slowest) });
        } catch (error) {
          failed += 1;
          console.error(`${name}, ${folder}: ${told(error)}`);
        }
      }
    }
    if (tried === 0) console.log(`${name}: no list is here; not tried`);
  }
  console.table(rows);
  console.log(`${rows.length} lists held, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** What fast-check says, and what the reader or the harness threw. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${error.cause.stack}` : error.message;
}
