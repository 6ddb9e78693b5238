/** A list that goes back to what it was: who stood only in between is found, recorded, and missed where it is not held. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cordon, drop, folder, writeDataset } from './cordon.js';

let home = '';
let other = '';
let files = '';

const person = (name: string) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  schema: 'Person',
  properties: { name: [name], topics: ['sanction'] },
  datasets: ['made-up'],
});
const ALWAYS = [
  'Ottoline Featherbottom',
  'Cornelius Applegarth',
  ...[...'BCDFGHKLMN'].map((letter) => `${letter}arnaby Thistlewaite`),
].map(person);
const BETWEEN = person('Wilhelmina Crankshaft');

function load(into: string, entities: readonly object[]): void {
  loads += 1;
  const from = join(files, `list-${loads}`);
  writeDataset(join(from, 'made-up'), entities);
  const run = cordon(['lists', 'update', '--from', from], { home: into });
  if (run.code !== 0) throw new Error(run.err + run.out);
}
let loads = 0;

beforeAll(() => {
  [home, other, files] = [folder(), folder(), folder()];
  load(home, ALWAYS);
  load(home, [...ALWAYS, BETWEEN]);
  load(home, ALWAYS);
  load(other, ALWAYS);
});
afterAll(() => [home, other, files].forEach(drop));

type Answer = { world: { lists: { former: string | null }[] } };

it('who stood only in the version between is found, with the day since when they are gone', () => {
  const { out } = cordon(['check', 'Wilhelmina Crankshaft'], { home });
  expect(out).toMatch(/no longer in the file since/);
  const answer = JSON.parse(cordon(['check', 'Wilhelmina Crankshaft', '--json'], { home }).out) as Answer;
  expect(answer.world.lists[0]!.former).toMatch(/^[0-9a-f]{64}$/);
  expect(cordon(['lists', 'verify'], { home })).toMatchObject({ code: 0 });
});

it('a record is identical where it was made, and differs by its former entries where others are held', () => {
  const record = join(files, 'record.json');
  cordon(['check', 'Wilhelmina Crankshaft', '--record', record], { home });
  expect(cordon(['verify', record], { home }).out).toMatch(/^identical/);
  const elsewhere = cordon(['verify', record], { home: other });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.out).toMatch(
    /^different:\n {2}\$\.world\.lists\[0\]\.former: was "[0-9a-f]{64}", is null$/m,
  );
});

it('a delta is refused against a base run with former entries that are not held, and runs where they are', () => {
  const customers = join(files, 'customers.csv');
  writeFileSync(customers, 'name\nWilhelmina Crankshaft\nNobody Inparticular\n');
  const base = join(files, 'base.json');
  cordon(['screen', customers, '--record', base], { home });
  const there = JSON.parse(cordon(['screen', customers, '--since', base, '--json'], { home }).out);
  expect(there.rows).toEqual([]);
  const elsewhere = cordon(['screen', customers, '--since', base], { home: other });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.err).toMatch(/base-differs|other former entries of made-up/);
});

it('a delta against the same list before the detour finds whoever is gone since', () => {
  const customers = join(files, 'customers-2.csv');
  writeFileSync(customers, 'name\nWilhelmina Crankshaft\nNobody Inparticular\n');
  const base = join(files, 'base-2.json');
  const fresh = folder();
  load(fresh, ALWAYS);
  cordon(['screen', customers, '--record', base], { home: fresh });
  load(fresh, [...ALWAYS, BETWEEN]);
  load(fresh, ALWAYS);
  const { rows } = JSON.parse(cordon(['screen', customers, '--since', base, '--json'], { home: fresh }).out);
  drop(fresh);
  expect(rows.map(({ row }: { row: number }) => row)).toEqual([1]);
});
