/** `cordon screen --since`: the morning after a list changed, as people and programs see it. */
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cordon, drop, folder, loadSample, preparedHome, ROOT, SAMPLE } from './cordon.js';

const CUSTOMERS = join(SAMPLE, 'customers.csv');
const RECORD = 'yesterday.json';
const [YESTERDAY, TODAY] = ['2023-11-06', '2023-11-07'];

let home = '';
let out = '';
beforeEach(() => {
  home = preparedHome('yesterday', loadYesterday);
  out = folder();
});
afterEach(() => {
  drop(home);
  drop(out);
});

function load(day: string, at = home): void {
  const from = join(SAMPLE, 'morning', day);
  expect(cordon(['lists', 'update', '--from', from], { home: at }).code).toBe(0);
}
function loadYesterday(made: string): void {
  loadSample(made);
  load('yesterday', made);
}
const screen = (...args: string[]) => cordon(['screen', ...args], { home });
type Answer = { row: number; verdict: string | null; before: { verdict: string | null } };
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

/** Yesterday's run, kept as a record; then the list of today is loaded. */
function night(...more: string[]): string {
  drop(home);
  home = preparedHome(['morning', ...more].join(' '), (made) => {
    loadYesterday(made);
    const args = ['--date', YESTERDAY!, '--record', join(made, RECORD), ...more];
    expect(cordon(['screen', CUSTOMERS, ...args], { home: made }).code).toBe(3);
    load('today', made);
  });
  renameSync(join(home, RECORD), join(out, RECORD));
  return join(out, RECORD);
}

describe('the morning after', () => {
  it('shows the three customers that the change touches, and no hit of yesterday again', () => {
    const run = screen(CUSTOMERS, '--since', night(), '--date', TODAY!);
    expect(run.code).toBe(3);
    expect(run.out).toMatch(/^ 42 {2}C042 .* \+ {2}PROHIBITED /m);
    expect(run.out).toMatch(/^ 46 {2}C046 .* \+ {2}PROHIBITED /m);
    expect(run.out).toMatch(/^ 47 {2}C047 .* − {2}REVIEW /m);
    expect(run.out).not.toContain('C001');
    expect(run.out).toContain('un-sc 2023-11-06 → 2023-11-07: 2 added, 1 removed, 1 changed.');
    expect(run.out).toContain('48 rows: 3 touched by the change');
  });

  it('gives programs the difference of two full runs: the same lines, with the answer before', () => {
    const record = night();
    const [head, ...touched] = lines(screen(CUSTOMERS, '--since', record, '--date', TODAY!, '--jsonl').out);
    const full = lines(screen(CUSTOMERS, '--date', TODAY!, '--jsonl').out).slice(1) as Answer[];
    expect(head).toMatchObject({ world: { date: TODAY }, since: { date: YESTERDAY } });
    expect((touched as Answer[]).map(({ row }) => row)).toEqual([42, 46, 47]);
    for (const { before, ...now } of touched as Answer[]) expect(now).toEqual(full[now.row - 1]);
    expect((touched as Answer[]).map(({ verdict, before }) => [before.verdict, verdict])).toEqual([
      [null, 'prohibited'],
      [null, 'prohibited'],
      ['review', null],
    ]);
  });

  it('writes only touched rows to a file, with what happened to each', () => {
    const answers = join(out, 'answers.csv');
    screen(CUSTOMERS, '--since', night(), '--date', TODAY!, '-o', answers);
    const [head, ...rows] = readFileSync(answers, 'utf8').trim().split('\n');
    expect(head).toMatch(/,cordon_change,cordon_before$/);
    expect(rows.map((row) => row.replace(/^(\w+),.*,(\w+,\w*)$/, '$1 $2'))).toEqual([
      'C042 new,',
      'C046 new,',
      'C047 gone,review',
    ]);
  });

  it('takes a version, a day or the answers of a run as the base, too', () => {
    const answers = join(out, 'answers.jsonl');
    screen(CUSTOMERS, '--date', YESTERDAY!, '-o', answers);
    const { hash } = (
      JSON.parse(cordon(['lists', 'status', '--json'], { home }).out) as { source: string; hash: string }[]
    ).find(({ source }) => source === 'un-sc')!;
    load('today');
    const rowsOf = (since: string) =>
      lines(screen(CUSTOMERS, '--since', since, '--date', TODAY!, '--jsonl').out)
        .slice(1)
        .map((line) => (line as Answer).row);
    expect(rowsOf(hash.slice(0, 12))).toEqual([42, 46, 47]);
    expect(rowsOf(YESTERDAY!)).toEqual([42, 46, 47]);
    expect(rowsOf(answers)).toEqual([42, 46, 47]);
    expect(rowsOf(TODAY!)).toEqual([]);
  });

  it('keeps a record that replays, and threads change nothing', () => {
    const record = join(out, 'morning.json');
    const base = night();
    screen(CUSTOMERS, '--since', base, '--date', TODAY!, '--record', record);
    expect(cordon(['verify', record], { home })).toMatchObject({ code: 0 });
    const one = screen(CUSTOMERS, '--since', base, '--date', TODAY!, '--jsonl', '--threads', '1').out;
    expect(screen(CUSTOMERS, '--since', base, '--date', TODAY!, '--jsonl', '--threads', '2').out).toBe(one);
  });
});

describe('a base run that cannot be the base', () => {
  const refused = (base: string, ...args: string[]) =>
    screen(CUSTOMERS, '--since', base, '--date', TODAY!, ...args);

  it.each([
    ['another threshold', ['--threshold', '0.8'], 'threshold (0.8, now 0.7)'],
    ['other regimes', ['--regime', 'un'], 'regimes (["UN"], now '],
  ])('%s is refused with the reason', (_what, args, reason) => {
    const { code, err } = refused(night(...args));
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(err).toContain('screen the whole file once');
  });

  it('another engine or other rules are refused with the reason', () => {
    const answers = join(out, 'answers.jsonl');
    screen(CUSTOMERS, '--date', YESTERDAY!, '-o', answers);
    const text = readFileSync(answers, 'utf8');
    writeFileSync(answers, text.replace(/"engine":"[^"]*"/, '"engine":"0.0.1"'));
    expect(refused(answers)).toMatchObject({
      code: 1,
      err: expect.stringContaining('engine ("0.0.1", now '),
    });
    writeFileSync(answers, text.replace(/"rules":"[^"]*"/, '"rules":"other"'));
    expect(refused(answers)).toMatchObject({ code: 1, err: expect.stringContaining('rules ("other", now ') });
  });

  it('another customer file is refused: whoever came into it since would be passed over', () => {
    const base = night();
    const other = join(out, 'customers.csv');
    cpSync(CUSTOMERS, other);
    expect(screen(other, '--since', base, '--date', TODAY!).code).toBe(3);
    writeFileSync(other, `${readFileSync(other, 'utf8')}C049,Jan Kowalski-Przykład,person,,,,,,,invented\n`);
    expect(screen(other, '--since', base, '--date', TODAY!)).toMatchObject({
      code: 1,
      err: expect.stringContaining('of other bytes'),
    });
  });

  it('a base of a later day, a version that is not held, a file that is no run', () => {
    const base = night();
    expect(screen(CUSTOMERS, '--since', base, '--date', '2023-11-01').code).toBe(2);
    expect(refused('0123456789abcdef').code).toBe(1);
    expect(refused(CUSTOMERS)).toMatchObject({ code: 2, err: expect.stringContaining('neither a version') });
    expect(screen(CUSTOMERS, '--sample', '--since', YESTERDAY!).code).toBe(2);
  });
});

describe('real UN lists of April 2025 and February 2026', () => {
  const lists = join(ROOT, '..', 'shared', 'data', 'lists');
  const people = join(lists, '..', 'benchmarks', 'positives_un_untreated.csv');
  const there = existsSync(people) && existsSync(join(lists, 'un-sc-2025-04'));
  it(`the delta is the difference of two full runs over listed people${there ? '' : ' (real lists are not here: not tried)'}`, () => {
    if (!there) return;
    const place = folder();
    const run = (...args: string[]) => cordon(args, { home: place });
    run('lists', 'update', '--from', join(lists, 'un-sc-2025-04'), '--as', 'un-sc');
    run('lists', 'update', '--from', join(lists, 'un-sc'), '--as', 'un-sc');
    const [before, now, delta] = [
      ['--date', '2025-04-19'],
      ['--date', '2026-02-27'],
      ['--date', '2026-02-27', '--since', '2025-04-19'],
    ].map((args) => lines(run('screen', people, '--jsonl', ...args).out).slice(1) as Answer[]);
    drop(place);
    const said = (row: unknown) =>
      JSON.stringify(row, (key, value: unknown) =>
        key === 'snapshot' || key === 'hash' ? undefined : value,
      );
    const differing = now!.filter((row, at) => said(row) !== said(before![at])).map(({ row }) => row);
    expect(delta!.map(({ row }) => row)).toEqual(differing);
    expect(differing.length).toBeGreaterThan(0);
  });
});
