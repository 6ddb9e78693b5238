/** Whatever happens to an update, the world from before it answers on; what happened is said, with its place. */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, cordon, DAY, drop, environment, folder, SAMPLE, SAMPLE_DAY, sampleHome } from './cordon.js';

const LISTS = join(SAMPLE, 'lists');
const CUSTOMERS = join(SAMPLE, 'customers.csv');
let home = '';
let before = '';
beforeAll(() => {
  home = sampleHome();
  before = answers();
});
afterAll(() => drop(home));

/** What the world answers: its lists, and hits on each of them. */
function answers(at = home): string {
  const { code, out, err } = cordon(['screen', CUSTOMERS, '--date', DAY, '--jsonl', '--quiet'], { home: at });
  if (code !== 3) throw new Error(err);
  return out;
}

function withLists(change: (from: string) => void): { from: string; done: () => void } {
  const from = folder();
  cpSync(LISTS, from, { recursive: true });
  change(from);
  return { from, done: () => drop(from) };
}

describe('a bad list', () => {
  const xml = (from: string) => join(from, 'un-sc', 'consolidated.xml');
  const sdn = (from: string) => join(from, 'us-ofac-sdn', 'sdn.csv');
  const cut = (path: string, share: number) => {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * share)));
  };
  const doctype = '<!DOCTYPE b [<!ENTITY a "aa"><!ENTITY c "&a;&a;&a;">]>';
  type Fault = readonly [name: string, change: (from: string) => void, message: RegExp];
  const xmlFaults: readonly Fault[] = [
    ['XML that breaks off', (from) => cut(xml(from), 0.4), /consolidated\.xml:\d+: the file ends inside/],
    ['XML without its last bytes', (from) => cut(xml(from), 0.999), /consolidated\.xml:\d+: the file ends/],
    ['an empty file', (from) => writeFileSync(xml(from), ''), /nothing in consolidated\.xml/],
    ['blank lines only', (from) => writeFileSync(xml(from), '\n \n'), /nothing in consolidated\.xml/],
    ['no file at all', (from) => rmSync(xml(from)), /holds no file/],
    ['a list without an entry', (from) => writeFileSync(xml(from), EMPTY_LIST), /no entr|holds no/],
    [
      'XML with a document type',
      (from) => writeFileSync(xml(from), readFileSync(xml(from), 'utf8').replace('?>', `?>${doctype}`)),
      /consolidated\.xml:1: a document type is declared/,
    ],
    ['a web page', (from) => writeFileSync(xml(from), '<html><body>503</body></html>'), /un-sc/],
  ];
  const csvFaults: readonly Fault[] = [
    ['CSV cut in half', (from) => cut(sdn(from), 0.5), /% fewer than the 55|sdn\.csv/],
    ['random bytes', (from) => writeFileSync(sdn(from), noise()), /sdn\.csv/],
    ['a note in its place', (from) => writeFileSync(sdn(from), 'see website'), /sdn\.csv/],
    ['a quote that never closes', (from) => appendFileSync(sdn(from), '99,"NEVER'), /sdn\.csv:\d+: /],
  ];
  const pairs = xmlFaults.map((fault, at) => [fault[0], csvFaults[at % csvFaults.length]![0], at] as const);

  it.each(pairs)('%s and %s are refused, the others are done', (_, __, at) => {
    const [, breakXml, xmlMessage] = xmlFaults[at]!;
    const [, breakCsv, csvMessage] = csvFaults[at % csvFaults.length]!;
    const { from, done } = withLists((lists) => {
      breakXml(lists);
      breakCsv(lists);
    });
    const { code, out } = cordon(['lists', 'update', '--from', from, '--published', SAMPLE_DAY, '--json'], {
      home,
    });
    done();
    const rows = JSON.parse(out) as { source: string; result: string; message: string }[];
    expect(code).toBe(1);
    expect(rows.map((row) => [row.source, row.result])).toEqual([
      ['eu-journal', 'unchanged'],
      ['un-sc', 'refused'],
      ['us-ofac-consolidated', 'unchanged'],
      ['us-ofac-sdn', 'refused'],
    ]);
    expect(rows[1]?.message).toMatch(xmlMessage);
    expect(rows[3]?.message).toMatch(csvMessage);
    expect(answers()).toBe(before);
  });
});

const EMPTY_LIST =
  '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-01-01T00:00:00Z"><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>';

/** Bytes without a meaning, the same every time. */
function noise(): Uint8Array {
  let seed = 7;
  return Uint8Array.from({ length: 50_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed >> 16;
  });
}

/** The sample's lists in other words: an update that has everything to write. */
function otherLists(): string {
  const from = folder();
  cpSync(LISTS, from, { recursive: true });
  const path = join(from, 'un-sc', 'consolidated.xml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(SAMPLE_DAY, '2024-02-01').replace('YONG CHOL', 'YONG-CHOL'),
  );
  return from;
}

function start(args: readonly string[], at: string) {
  const child = spawn(process.execPath, [BIN, ...args], { env: environment(at), stdio: 'ignore' });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return { child, ended };
}

describe('an update that is killed', () => {
  it('at any moment leaves the old world or the new one, and the next update works', async () => {
    const from = otherLists();
    const own = folder();
    cpSync(home, own, { recursive: true });
    const update = ['lists', 'update', '--from', from, '--published', '2024-02-01'];
    const whole = folder();
    cpSync(home, whole, { recursive: true });
    cordon(update, { home: whole });
    const after = answers(whole);
    expect(after).not.toBe(before);
    const seen: string[] = [];
    for (const delay of [150, 280, 360, 420, 480, 540, 620, 750]) {
      const { child, ended } = start(update, own);
      await sleep(delay);
      child.kill('SIGKILL');
      await ended;
      seen.push(answers(own));
    }
    for (const answer of seen) expect([before, after]).toContain(answer);
    expect(cordon(update, { home: own }).code).toBe(0);
    expect(answers(own)).toBe(after);
    for (const path of [from, own, whole]) drop(path);
  });

  it('by Ctrl-C ends with 130 and keeps no lock', async () => {
    const from = otherLists();
    const own = folder();
    cpSync(home, own, { recursive: true });
    const { child, ended } = start(['lists', 'update', '--from', from], own);
    // From the moment it holds the lock it is at work, and listens.
    while (readdirSync(join(own, 'lock')).length === 0 && child.exitCode === null) await sleep(2);
    child.kill('SIGINT');
    const { code } = await ended;
    expect([0, 130]).toContain(code);
    expect(cordon(['lists', 'update', '--from', from], { home: own }).code).toBe(0);
    drop(from);
    drop(own);
  });
});

describe('a state folder that cannot be written', () => {
  it('because it is a file', () => {
    const at = folder();
    const file = join(at, 'state');
    writeFileSync(file, 'not a folder');
    const { code, out, err } = cordon(['lists', 'update', '--from', LISTS], { home: file });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/a file stands where a folder should be.*--home/);
    expect(cordon(['check', 'X'], { home: file }).err).toContain('no list is loaded');
    drop(at);
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)(`because of its rights${root ? ' (skipped: root may write everywhere)' : ''}`, () => {
    const own = folder();
    cpSync(home, own, { recursive: true });
    spawnSync('chmod', ['-R', 'a-w', own]);
    const { code, err } = cordon(['lists', 'update', '--from', LISTS], { home: own });
    expect(code).toBe(1);
    expect(err).toContain('no permission');
    expect(answers(own)).toBe(before);
    expect(cordon(['check', 'Igor Sechin', '--date', '2020-01-01'], { home: own }).code).toBe(3);
    spawnSync('chmod', ['-R', 'u+w', own]);
    drop(own);
  });

  it('because somebody else is writing', async () => {
    const own = folder();
    cpSync(home, own, { recursive: true });
    const from = otherLists();
    const update = ['lists', 'update', '--from', from];
    const runs = [start(update, own), start(update, own), start(update, own)];
    const codes = await Promise.all(runs.map(async (one) => (await one.ended).code));
    expect(codes).toContain(0);
    for (const code of codes) expect([0, 1]).toContain(code);
    const states = JSON.parse(cordon(['lists', 'status', '--json'], { home: own }).out) as {
      state: string;
    }[];
    expect(states.map((one) => one.state)).not.toContain('damaged');
    expect(answers(own)).toContain('"2024-02-01"');
    drop(own);
    drop(from);
  });
});

describe('a full disk', () => {
  let at = '';
  let mounted = false;
  beforeAll(() => {
    at = folder();
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', at]).status === 0;
  });
  afterAll(() => {
    if (mounted) spawnSync('umount', [at]);
    drop(at);
  });

  it('leaves the former world, and no half of an answer', (context) => {
    if (!mounted) context.skip('this user cannot mount a small disk to fill');
    const own = join(at, 'state');
    const first = cordon(['lists', 'update', '--from', join(LISTS, 'un-sc'), '--as', 'un-sc'], { home: own });
    expect(first.code).toBe(0);
    const former = answers(own);
    writeFileSync(join(at, 'ballast'), Buffer.alloc(130_000));
    const { code, out, err } = cordon(['lists', 'update', '--from', LISTS], { home: own });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/the disk is full; nothing was changed: free some space/);
    expect(answers(own)).toBe(former);

    expect(spawnSync('dd', ['if=/dev/zero', `of=${join(at, 'ballast')}`, 'bs=1k']).status).not.toBe(0);
    const record = cordon(['check', 'KIM YONG CHOL', '--record', join(at, 'r.json')], { home: own });
    expect({ code: record.code, out: record.out }).toEqual({ code: 1, out: '' });
    expect(record.err).toContain(
      'r.json: cannot be written: the disk is full: free some space, or name another place',
    );
    const screened = cordon(['screen', CUSTOMERS, '-o', join(at, 'o.csv')], { home: own });
    expect({ code: screened.code, out: screened.out }).toEqual({ code: 1, out: '' });
    expect(readdirSync(at).sort()).toEqual(['ballast', 'state']);
  });
});
