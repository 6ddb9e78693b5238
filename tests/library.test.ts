/** The library's one door: what it exports, and that a program gets from it what the command prints. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Door = typeof import('../src/index.js');
// The built one: threads are started from it.
const door = (await import(new URL('../dist/index.js', import.meta.url).href)) as Door;
const sample = fileURLToPath(new URL('../data/sample/', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-library-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of types that the door exports, as its source lists them. */
function exportedTypes(): string[] {
  const source = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
  const lists = [...source.matchAll(/export (type )?\{([^}]*)\}/g)];
  return lists
    .flatMap(([, all, names]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && (all !== undefined || name.startsWith('type ')))
        .map((name) => name.replace('type ', '')),
    )
    .sort();
}

describe('the door', () => {
  it('exports these names, and no other: a promise to everybody who imports them', () => {
    expect(Object.keys(door).sort()).toMatchInlineSnapshot(`
      [
        "CordonError",
        "check",
        "compare",
        "listsStatus",
        "openMatching",
        "openWorld",
        "read",
        "screen",
        "updateLists",
      ]
    `);
    expect(exportedTypes()).toMatchInlineSnapshot(`
      [
        "CheckAnswer",
        "CompareAnswer",
        "Day",
        "Discounted",
        "Entity",
        "Evidence",
        "Finding",
        "Issue",
        "JudgedRow",
        "Judgement",
        "ListedParty",
        "Listing",
        "ListsPlace",
        "Note",
        "OpenWorld",
        "PageReport",
        "Party",
        "PartyDecision",
        "Regime",
        "RowFile",
        "ScreenOptions",
        "ScreenedRow",
        "Screening",
        "SourceRow",
        "SubjectFields",
        "UpdateOptions",
        "UpdateReport",
        "Verdict",
        "WorldOptions",
        "WorldStatement",
      ]
    `);
  });
});

describe('a world', () => {
  it('of the sample: check, compare, read and screen', async () => {
    const world = await door.openWorld({ sample: true, date: '2024-06-01' });
    expect(world.statement).toMatchObject({ sample: true, date: '2024-06-01' });
    expect(world.complete).toBe(false);

    const { findings } = door.check(world, 'Мишустин Михаил');
    expect(findings).toMatchObject([
      { regime: 'US', verdict: 'review', ifSame: 'prohibited', strength: 'name only' },
      { regime: 'EU', verdict: 'review', ifSame: 'prohibited', strength: 'name only' },
    ]);
    expect(door.check(world, { name: ['Nobody Inparticular'] }).findings).toEqual([]);
    const party = { schema: 'Person', properties: { name: ['Igor Sechin'], birthDate: ['1960-09-07'] } };
    expect(door.check(world, party).findings[0]).toMatchObject({ verdict: 'prohibited' });

    const pair = door.compare(world, party, { schema: 'Person', properties: { name: ['Sechin, Igor'] } });
    expect(pair.match).toBe(true);

    const article = readFileSync(join(sample, 'article.html'));
    const { report } = door.read(world, article, 'article.html');
    expect(report.parties.map((one) => one.name)).toContain('Igor Sechin');

    const screening = await door.screen(world, join(sample, 'customers.csv'));
    const verdicts = new Map<string | null, number>();
    for await (const { judged } of screening.rows) {
      verdicts.set(judged.verdict, (verdicts.get(judged.verdict) ?? 0) + 1);
    }
    expect([...verdicts.values()].reduce((sum, one) => sum + one, 0)).toBe(48);
    expect(verdicts.get('prohibited')).toBeGreaterThan(5);
  });

  it('of a state folder: lists are loaded, then asked, on one thread and on many alike', async () => {
    const home = join(folder, 'state');
    await expect(door.openWorld({ home })).rejects.toMatchObject({ code: 'no-lists', exit: 1 });
    const report = await door.updateLists({ home, from: join(sample, 'lists'), published: '2023-10-31' });
    expect(report.rows.map((row) => row.result)).toEqual(Array(4).fill('updated'));
    const world = await door.openWorld({ home, regimes: ['US', 'EU'] });
    expect(world.complete).toBe(true);
    const customers = join(sample, 'customers.csv');
    const lines = async (threads: number) => {
      const all: string[] = [];
      const screening = await door.screen(world, customers, { threads });
      for await (const { judged } of screening.rows) all.push(judged.json);
      return all;
    };
    expect(await lines(3)).toEqual(await lines(1));
  });

  it('lets the process end when a caller stops taking rows', () => {
    const path = join(folder, 'many.csv');
    writeFileSync(path, `name\n${'Igor Sechin\n'.repeat(5000)}`);
    const program = `
      import { openWorld, screen } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
      const screening = await screen(await openWorld({ sample: true }), ${JSON.stringify(path)}, { threads: 2 });
      for await (const { judged } of screening.rows) if (judged.row === 300) break;
      console.log('done');`;
    const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 30_000,
    });
    expect({ signal, said: stdout.toString() }).toEqual({ signal: null, said: 'done\n' });
  });

  it('trouble has a code', async () => {
    const world = await door.openWorld({ sample: true });
    const refused = (work: () => unknown, code: string) =>
      expect(async () => work()).rejects.toMatchObject({ name: 'CordonError', code });
    await refused(() => door.check(world, ''), 'usage');
    await refused(() => door.check(world, { city: ['Moscow'] }), 'usage');
    await refused(() => door.read(world, new Uint8Array(0), 'a.txt'), 'input-empty');
    await refused(() => door.screen(world, join(folder, 'none.csv')), 'input-missing');
    await refused(() => door.updateLists({ home: folder, from: join(folder, 'none') }), 'input-missing');
    expect(new door.CordonError('usage', 'x')).toBeInstanceOf(Error);
  });
});
