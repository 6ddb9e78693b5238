/**
 * Claim: all lists that the readers know load in under 20 s on 2 cores. Runs the real command on ../shared/data/lists in
 * a fresh state folder, three times, and prints seconds, peak memory of the process, entities and issues per list, and
 * the bytes of the index.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cordon, LISTS, median } from './support/command.js';

export async function run(): Promise<void> {
  const seconds: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < 3; round++) {
    const home = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
    try {
      const started = process.hrtime.bigint();
      const timed = spawnSync('/usr/bin/time', [
        '-f',
        '%M',
        process.execPath,
        cordon,
        'lists',
        'update',
        '--from',
        LISTS,
        '--home',
        home,
        '--quiet',
      ]);
      seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
      const kilobytes = Number(timed.stderr.toString().trim().split('\n').at(-1));
      if (Number.isFinite(kilobytes)) peaks.push(kilobytes / 1024);
      if (round < 2) continue;
      const status = spawnSync(process.execPath, [cordon, 'lists', 'status', '--home', home, '--json']);
      const rows = JSON.parse(status.stdout.toString()) as {
        source: string;
        entities: number;
        issues: number;
      }[];
      console.table(rows.map(({ source, entities, issues }) => ({ source, entities, issues })));
      for (const file of readdirSync(join(home, 'index'))) {
        console.log(`index: ${(statSync(join(home, 'index', file)).size / 1e6).toFixed(1)} MB`);
      }
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
  console.log(
    `lists update: ${median(seconds).toFixed(1)} s (${seconds.map((one) => one.toFixed(1)).join(', ')}), aim under 20 s`,
  );
  if (peaks.length > 0) console.log(`peak memory: ${median(peaks).toFixed(0)} MB`);
}
