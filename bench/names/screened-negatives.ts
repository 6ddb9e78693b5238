/** The 50,000 invented people of negatives_us.csv against all lists: as the file has them, and by their names alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine, readTable } from '../../src/base/index.js';
import { BENCHMARKS } from '../support/command.js';
import { type Answer, screened } from './screened.js';

/** How many were asked for, and those of them that were hit. */
export type Alarms = { readonly asked: number; readonly hit: readonly Answer[] };
export type FalseAlarms = { readonly whole: Alarms; readonly nameOnly: Alarms };

/** Screens them twice. */
export async function screenNegatives(home: string): Promise<FalseAlarms> {
  const file = join(BENCHMARKS, 'negatives_us.csv');
  const names = join(home, 'names.csv');
  const rows = readTable(readFileSync(file, 'utf8'), file).rows;
  const lines = rows.map(({ cells }) => `${csvLine([cells.full_name ?? '', 'Person'])}\n`);
  writeFileSync(names, ['name,schema\n', ...lines].join(''));
  return { whole: await alarms(home, file), nameOnly: await alarms(home, names) };
}

/** The share of those asked for who were hit with a score or more. */
export function alarmRate({ asked, hit }: Alarms, threshold: number): number {
  return hit.filter(({ hits }) => (hits[0]?.score ?? 0) >= threshold).length / asked;
}

async function alarms(home: string, file: string): Promise<Alarms> {
  let asked = 0;
  const hit: Answer[] = [];
  for await (const answer of screened(home, file)) {
    asked += 1;
    if (answer.hits.length > 0) hit.push(answer);
  }
  return { asked, hit };
}
