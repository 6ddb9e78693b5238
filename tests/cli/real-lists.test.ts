/** The official lists, where they lie beside the checkout: loaded whole, asked for what people will ask first. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cordon, drop, folder, ROOT } from './cordon.js';

const data = join(ROOT, '..', 'shared', 'data');
const lists = join(data, 'lists');
const absent = !existsSync(lists);
const title = absent ? 'the official lists (skipped: ../shared/data is not there)' : 'the official lists';

describe.skipIf(absent)(title, () => {
  let home = '';
  let updated: ReturnType<typeof cordon>;
  beforeAll(() => {
    home = folder();
    updated = cordon(['lists', 'update', '--from', lists, '--json'], { home });
  });
  afterAll(() => drop(home));

  const run = (...args: string[]) => cordon(args, { home });

  it('load without a refusal; folders that nobody knows are named', () => {
    const rows = JSON.parse(updated.out) as { source: string; result: string; entities: number }[];
    expect(updated.code).toBe(0);
    expect(rows.filter((row) => row.result !== 'updated')).toEqual([]);
    const entities = Object.fromEntries(rows.map((row) => [row.source, row.entities]));
    expect(entities['us-ofac-sdn']).toBeGreaterThan(8000);
    expect(entities['us-ofac-consolidated']).toBeGreaterThan(400);
    expect(entities['eu-journal']).toBeGreaterThan(8000);
    expect(entities['un-sc']).toBeGreaterThan(900);
    expect(updated.err).toMatch(/un-sc-2025-04: not loaded.* --as un-sc/);
  });

  it.each([
    ['Мишустин Михаил', /MISHUSTIN/i, ['EU']],
    ['Yevgeniy Prigozin', /PRIGOZHIN/i, ['EU', 'US']],
    ['Wagner Group', /WAGNER/i, ['EU', 'US']],
    ['Gazprom Neft', /GAZPROM NEFT/i, ['EU', 'US']],
  ])('%s is found, by name only', (name, caption, regimes) => {
    const { code, out } = run('check', name, '--json');
    const { findings } = JSON.parse(out) as {
      findings: { regime: string; verdict: string; strength: string; evidence: { caption: string }[] }[];
    };
    expect(code).toBe(3);
    expect(findings[0]?.evidence[0]?.caption).toMatch(caption);
    expect([...new Set(findings.map((one) => one.regime))].sort()).toEqual(expect.arrayContaining(regimes));
    for (const one of findings) expect([one.verdict, one.strength]).toEqual(['review', 'name only']);
  });

  it('a customer file gives the same bytes on one thread and on many', () => {
    const head = readFileSync(join(data, 'benchmarks', 'negatives_us.csv'), 'utf8')
      .split('\n')
      .slice(0, 2001);
    const file = join(home, 'customers.csv');
    writeFileSync(file, `${head.join('\n')}\n`);
    const one = run('screen', file, '--jsonl', '--threads', '1');
    expect(one.out.split('\n')).toHaveLength(2002);
    expect(run('screen', file, '--jsonl', '--threads', '3')).toEqual(one);
  });

  it('another day of the UN list is history; the answer of that day uses it', () => {
    const older = run('lists', 'update', '--from', join(lists, 'un-sc-2025-04'), '--as', 'un-sc', '--json');
    expect(JSON.parse(older.out)).toMatchObject([{ source: 'un-sc', result: 'history' }]);
    const world = (date: string) =>
      (
        JSON.parse(run('check', 'X Y', '--json', '--date', date).out) as {
          world: { lists: { source: string; published: string }[] };
        }
      ).world.lists.find((list) => list.source === 'un-sc')!;
    expect(world('2025-06-01').published.slice(0, 4)).toBe('2025');
    expect(world('2026-06-01').published.slice(0, 4)).toBe('2026');
    // The index of every list is made anew: most of a minute where other work keeps the processors busy.
  }, 180_000);

  it('what is exported is one JSON object a line', () => {
    const { code, out } = run('lists', 'export', 'un-sc');
    expect(code).toBe(0);
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
