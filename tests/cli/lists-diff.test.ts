/** `cordon lists diff`: days, hashes and folders, as people and programs read it. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cordon, drop, folder, ROOT, SAMPLE, SAMPLE_DAY, sampleHome } from './cordon.js';

let home = '';
let from = '';
beforeEach(() => {
  home = sampleHome();
  from = folder();
});
afterEach(() => {
  drop(home);
  drop(from);
});

type Diff = {
  source: string;
  from: string | null;
  to: string | null;
  added: { id: string; name: string }[];
  removed: { id: string; name: string }[];
  changed: { id: string; changes: { property: string; before: string[]; after: string[] }[] }[];
};
const diff = (...args: string[]) => cordon(['lists', 'diff', ...args], { home });
const json = (...args: string[]) => JSON.parse(diff(...args, '--json').out) as Diff[];

/** The sample's UN list of a later day: its first person gone, the date of its second changed. */
function laterUnList(): string {
  const xml = readFileSync(join(SAMPLE, 'lists', 'un-sc', 'consolidated.xml'), 'utf8');
  const [head, , ...rest] = xml.replace(SAMPLE_DAY, '2024-03-01').split(/(?=<INDIVIDUAL>)/);
  const changed = rest.join('').replace(/<LISTED_ON>[^<]*</, '<LISTED_ON>2001-01-01<');
  const path = join(from, 'later');
  mkdirSync(path);
  writeFileSync(join(path, 'list.xml'), head! + changed);
  return path;
}

describe('lists diff', () => {
  it('compares days: what was loaded since shows, every source has its row', () => {
    const later = laterUnList();
    expect(cordon(['lists', 'update', '--from', later, '--as', 'un-sc'], { home }).code).toBe(0);
    const rows = json(SAMPLE_DAY, '2024-03-01');
    expect(rows.map(({ source }) => source)).toEqual([
      'eu-journal',
      'un-sc',
      'us-ofac-consolidated',
      'us-ofac-sdn',
    ]);
    const un = rows[1]!;
    expect([un.added.length, un.removed.length, un.changed.length]).toEqual([0, 1, 1]);
    expect(un.changed[0]!.changes.map(({ property }) => property)).toContain('listings');
    expect(rows[0]).toMatchObject({ added: [], removed: [], changed: [] });
    // The hashes of a day's answer compare the same two snapshots.
    expect(json(un.from!, un.to!)).toEqual([un]);
  });

  it('compares a folder of files with what is held, without keeping it', () => {
    const later = laterUnList();
    const status = () => cordon(['lists', 'status', '--json'], { home }).out;
    const before = status();
    const [un, ...others] = json(SAMPLE_DAY, later, '--as', 'un-sc');
    expect(others).toEqual([]);
    expect(un!.removed).toHaveLength(1);
    expect(status()).toBe(before);
  });

  it('shows people a table and writes a page', () => {
    const page = join(from, 'diff.html');
    const { code, out } = diff(SAMPLE_DAY, laterUnList(), '--as', 'un-sc', '--html', page);
    expect(code).toBe(0);
    expect(out).toMatch(/^un-sc {2}2023-10-31 \(\d+\) → 2024-03-01 \(\d+\): 0 added, 1 removed, 1 changed\n/);
    expect(out).toMatch(/\n- +un-sc-/);
    expect(out).toMatch(/\n~ +un-sc-.*listings/);
    expect(readFileSync(page, 'utf8')).toContain('Removed: no longer in the file: 1');
  });

  it('takes a source that was not held on the first day as all new', () => {
    const rows = json('2020-01-01', SAMPLE_DAY);
    expect(rows.every((row) => row.from === null && row.added.length > 0)).toBe(true);
  });

  it('says what is wrong with a side', () => {
    expect(diff('yesterday', SAMPLE_DAY)).toMatchObject({ code: 2 });
    expect(diff('yesterday', SAMPLE_DAY).err).toContain('neither a folder, nor a day');
    expect(diff('0123456789ab', SAMPLE_DAY)).toMatchObject({ code: 1 });
    const other = join(from, 'other');
    cpSync(join(SAMPLE, 'lists', 'un-sc'), join(other, 'un-sc'), { recursive: true });
    expect(diff(other, SAMPLE_DAY, '--as', 'eu-journal').code).not.toBe(0);
  });

  const REAL = join(ROOT, '..', 'shared', 'data', 'lists');
  const there = existsSync(join(REAL, 'un-sc-2025-04'));
  it(`real UN lists of April 2025 and February 2026: 130 came and 4 went${there ? '' : ' (real lists are not here: not compared)'}`, () => {
    if (!there) return;
    const [un] = json(join(REAL, 'un-sc-2025-04'), join(REAL, 'un-sc'), '--as', 'un-sc');
    expect([un!.added.length, un!.removed.length]).toEqual([130, 4]);
  });
});
