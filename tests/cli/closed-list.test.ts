/** A list that its publisher has closed: what a search says where nothing else of its regime is loaded. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cordon, drop, folder } from './cordon.js';

const HEADINGS =
  'Name 6,Name 1,Group Type,Alias Type,Regime,Listed On,Group ID\nMUSTER,Hans,Individual,Prime Alias,Syria,22/01/2019,99001\n';
let home = '';
beforeAll(() => {
  home = folder();
  mkdirSync(join(home, 'from', 'gb-ofsi-conlist'), { recursive: true });
  writeFileSync(join(home, 'from', 'gb-ofsi-conlist', 'ConList.csv'), `Last Updated,27/04/2020\n${HEADINGS}`);
  expect(cordon(['lists', 'update', '--from', join(home, 'from')], { home })).toMatchObject({ code: 0 });
});
afterAll(() => drop(home));

it.each([
  ['2026-01-27', 0, []],
  ['2026-01-28', 4, [{ regime: 'UK', reason: 'list gb-ofsi-conlist was closed on 2026-01-28' }]],
])('on %s, nobody found ends with %i', (day, code, missing) => {
  const run = cordon(['check', 'Nobody Inparticular', '--regime', 'uk', '--date', day, '--json'], { home });
  expect([run.code, JSON.parse(run.out).world.missing]).toEqual([code, missing]);
});
