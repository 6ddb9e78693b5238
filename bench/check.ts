/**
 * Claim: a cold `cordon check` from the shell takes under 0.4 s, start to exit, and a warm `check` in the library under
 * 1 ms, against all lists that the readers know. Cold runs alternate with an empty node process, since that is the limit.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, openWorld } from '../src/index.js';
import { BENCHMARKS, cordon, loadedHome, median } from './support/command.js';

const ROUNDS = 15;
const WARM = 2000;

export async function run(): Promise<void> {
  const home = loadedHome();
  try {
    const cold: number[] = [];
    const node: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      cold.push(timed([cordon, 'check', 'Мишустин Михаил', '--home', home]));
      node.push(timed(['-e', '0']));
    }
    console.log(
      `cold check: ${median(cold).toFixed(0)} ms (${spread(cold)}), aim under 400 ms; an empty node: ${median(node).toFixed(0)} ms`,
    );
    const names = readFileSync(join(BENCHMARKS, 'negatives_us.csv'), 'utf8')
      .split('\n')
      .slice(1, WARM + 1)
      .map((line) => line.split(',')[0]!);
    const world = await openWorld({ home });
    for (const name of names.slice(0, 300)) check(world, name);
    const warm = names.map((name) => {
      const started = process.hrtime.bigint();
      check(world, name);
      return Number(process.hrtime.bigint() - started) / 1e6;
    });
    const sorted = [...warm].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(2);
    console.log(
      `warm check over ${names.length} names: median ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, aim under 1 ms`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function timed(args: readonly string[]): number {
  const started = process.hrtime.bigint();
  spawnSync(process.execPath, args);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
}
