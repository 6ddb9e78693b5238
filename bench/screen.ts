/**
 * Claim: `cordon screen` takes 5,000 rows a second on 2 cores. Runs the real command over the 50,000 invented customers
 * of negatives_us.csv, three times, and says how many got a finding; then over the 683 listed people of
 * positives_un_untreated.csv, and says how many were missed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BENCHMARKS, cordon, loadedHome, median } from './support/command.js';

export async function run(): Promise<void> {
  const home = loadedHome();
  try {
    const file = join(BENCHMARKS, 'negatives_us.csv');
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n').length - 1;
    const seconds: number[] = [];
    let summary = '';
    for (let round = 0; round < 3; round++) {
      const started = process.hrtime.bigint();
      const ran = spawnSync('/usr/bin/time', [
        '-f',
        'peak memory %M kB',
        process.execPath,
        cordon,
        'screen',
        file,
        '-o',
        join(home, 'out.csv'),
        '--home',
        home,
        '--quiet',
      ]);
      seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
      summary = `${ran.stdout.toString().split('\n')[0]} ${ran.stderr.toString().trim().split('\n').at(-1)}`;
    }
    console.log(summary);
    const rate = rows / median(seconds);
    console.log(
      `${rows} rows in ${median(seconds).toFixed(1)} s: ${rate.toFixed(0)} rows a second, aim 5,000`,
    );
    const listed = spawnSync(process.execPath, [
      cordon,
      'screen',
      join(BENCHMARKS, 'positives_un_untreated.csv'),
      '-o',
      join(home, 'listed.csv'),
      '--home',
      home,
      '--quiet',
      '--regime',
      'un',
    ]);
    console.log(`listed people: ${listed.stdout.toString().split('\n')[0]}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
