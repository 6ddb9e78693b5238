/** `cordon lists …`: what is loaded, under which name, how old, and what was said about it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cordon, drop, folder, loadMadeUp, SAMPLE, SAMPLE_DAY, sampleHome, writeDataset } from './cordon.js';

let home = '';
let from = '';
beforeEach(() => {
  home = folder();
  from = folder();
});
afterEach(() => {
  drop(home);
  drop(from);
});

type Row = {
  source: string;
  result: string;
  hash: string | null;
  entities: number | null;
  issues: number | null;
  message: string;
};

const LISTS = join(SAMPLE, 'lists');
const lists = (...args: string[]) => cordon(['lists', ...args], { home });
function update(...args: string[]): { code: number | null; err: string; rows: Row[] } {
  const { code, out, err } = lists('update', ...args, '--json');
  return { code, err, rows: out === '' ? [] : (JSON.parse(out) as Row[]) };
}
const status = () =>
  JSON.parse(lists('status', '--json').out) as { [key: string]: unknown; source: string }[];
const worldOf = (...args: string[]) =>
  (JSON.parse(cordon(['check', 'X Y', '--json', ...args], { home }).out) as { world: { lists: Row[] } })
    .world;

/** The UN list of the sample as published on another day, without its last `fewer` persons. */
function unList(day: string, fewer = 0): string {
  const xml = readFileSync(join(LISTS, 'un-sc', 'consolidated.xml'), 'utf8').replace(SAMPLE_DAY, day);
  const persons = xml.split(/(?=<INDIVIDUAL>)/);
  const kept = persons.slice(0, persons.length - fewer).join('');
  const tail = xml.slice(xml.lastIndexOf('</INDIVIDUAL>') + '</INDIVIDUAL>'.length);
  const content = fewer === 0 ? xml : kept.slice(0, kept.lastIndexOf('</INDIVIDUAL>') + 13) + tail;
  const path = join(from, `un-${day}-${fewer}`);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'list.xml'), content);
  return path;
}

describe('lists update --from', () => {
  it('loads a folder per source, and says so; the same again changes nothing', () => {
    const first = update('--from', LISTS, '--published', SAMPLE_DAY);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.rows.map((row) => [row.source, row.result])).toEqual([
      ['eu-journal', 'updated'],
      ['un-sc', 'updated'],
      ['us-ofac-consolidated', 'updated'],
      ['us-ofac-sdn', 'updated'],
    ]);
    for (const row of first.rows) {
      expect(Object.keys(row).sort()).toEqual(['entities', 'hash', 'issues', 'message', 'result', 'source']);
      expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(row.entities).toBeGreaterThan(0);
    }
    const again = update('--from', LISTS, '--published', SAMPLE_DAY);
    expect(again.rows.map((row) => row.result)).toEqual(Array(4).fill('unchanged'));
    expect(again.rows.map((row) => row.hash)).toEqual(first.rows.map((row) => row.hash));
  });

  it('names folders it does not know, ignores notes beside the files, and goes on', () => {
    cpSync(join(LISTS, 'un-sc'), join(from, 'un-sc'), { recursive: true });
    cpSync(join(LISTS, 'un-sc'), join(from, 'un-sc-old'), { recursive: true });
    mkdirSync(join(from, 'recipes'));
    writeFileSync(join(from, 'recipes', 'soup.txt'), 'Boil.');
    writeFileSync(join(from, 'un-sc', 'SOURCE.txt'), 'taken by hand');
    writeFileSync(join(from, 'un-sc', 'README.md'), '# notes');
    const { code, err, rows } = update('--from', from);
    expect(code).toBe(0);
    expect(rows.map((row) => [row.source, row.result])).toEqual([['un-sc', 'updated']]);
    expect(err).toContain('recipes: not loaded, no reader knows this folder');
    expect(err).toMatch(
      /un-sc-old: not loaded.*its files look like un-sc: load them with --from .*un-sc-old --as un-sc/,
    );
    expect(err).not.toMatch(/SOURCE|README/);
  });

  it('--as takes one folder as a source; --published dates what carries no date', () => {
    const { rows } = update(
      '--from',
      join(LISTS, 'us-ofac-sdn'),
      '--as',
      'us-ofac-sdn',
      '--published',
      '2023-11-05',
    );
    expect(rows).toMatchObject([{ source: 'us-ofac-sdn', result: 'updated' }]);
    expect(status()).toMatchObject([{ source: 'us-ofac-sdn', published: '2023-11-05' }]);
  });

  it('a FollowTheMoney dataset goes by its own name', () => {
    writeDataset(join(from, 'some-folder'), [
      { id: 'a', schema: 'Person', properties: { name: ['Ann Example'] }, datasets: ['own-name'] },
    ]);
    expect(update('--from', from).rows).toMatchObject([
      { source: 'own-name', result: 'updated', entities: 1 },
    ]);
  });

  it('an older list is history: it answers for its days and never becomes current', () => {
    update('--from', unList('2024-03-01'), '--as', 'un-sc');
    const old = update('--from', unList('2022-03-01', 1), '--as', 'un-sc');
    expect(old).toMatchObject({ code: 0, rows: [{ result: 'history', entities: 12 }] });
    expect(status()).toMatchObject([{ published: '2024-03-01', entities: 13 }]);
    const of = (date: string) => worldOf('--date', date).lists[0];
    expect(of('2024-03-01')).toMatchObject({ entities: 13, later: false });
    expect(of('2024-02-29')).toMatchObject({ entities: 12, published: '2022-03-01', later: false });
    expect(of('2022-02-28')).toMatchObject({ entities: 12, later: true });
  });

  it('a list that shrank by over a tenth is refused, until somebody takes it and says why', () => {
    update('--from', unList('2024-03-01'), '--as', 'un-sc');
    const shrunk = unList('2024-04-01', 2);
    const refused = update('--from', shrunk, '--as', 'un-sc');
    expect(refused.code).toBe(1);
    expect(refused.rows).toMatchObject([{ result: 'refused', message: expect.stringMatching(/15 % fewer/) }]);
    expect(status()).toMatchObject([{ state: 'refused', published: '2024-03-01', entities: 13 }]);
    expect(lists('update', '--from', shrunk, '--as', 'un-sc', '--accept', 'un-sc')).toMatchObject({
      code: 2,
      err: 'cordon: --accept: say why with --reason TEXT\n',
    });
    const other = update('--from', shrunk, '--as', 'un-sc', '--accept', 'eu-journal', '--reason', 'delisted');
    expect(other.rows).toMatchObject([{ result: 'refused' }]);
    const taken = update(
      '--from',
      shrunk,
      '--as',
      'un-sc',
      '--accept',
      'un-sc',
      '--reason',
      'two were delisted',
    );
    expect(taken).toMatchObject({ code: 0, rows: [{ result: 'updated', entities: 11 }] });
    expect(status()).toMatchObject([{ state: 'stale', published: '2024-04-01' }]);
    const manifest = readFileSync(join(home, 'manifest.json'), 'utf8');
    expect(manifest).toContain('two were delisted');
  });

  it('a tenth fewer is taken', () => {
    update('--from', unList('2024-03-01'), '--as', 'un-sc');
    expect(update('--from', unList('2024-04-01', 1), '--as', 'un-sc')).toMatchObject({
      code: 0,
      rows: [{ result: 'updated', entities: 12 }],
    });
  });

  it.each([
    [
      'a folder that is not there',
      ['--from', '/no/such/folder'],
      2,
      'name the folder that holds the list files',
    ],
    [
      'a file',
      ['--from', join(LISTS, 'un-sc', 'consolidated.xml')],
      2,
      'is a file: name the folder that holds it',
    ],
    ['no folder at all', ['--as', 'un-sc'], 2, '--as: names a folder: add --from DIR'],
    ['a day that is none', ['--from', LISTS, '--published', 'May'], 2, '--published: expected a day'],
  ])('%s', (_, args, exit, message) => {
    const { code, out, err } = lists('update', ...args);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toContain(message);
  });
});

describe('lists status', () => {
  it('of nothing is an empty list', () => {
    expect(lists('status', '--json')).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(lists('status').out).toContain(
      'No list is loaded. Run cordon lists update; without internet, cordon lists update --from DIR',
    );
  });

  it('has every key, and whole names for people', () => {
    drop(home);
    home = sampleHome();
    loadMadeUp(home);
    const rows = status();
    expect(rows.map((row) => row.source)).toEqual([
      ...['eu-journal', 'made-up', 'un-sc', 'us-ofac-consolidated', 'us-ofac-sdn'],
    ]);
    for (const row of rows)
      expect(Object.keys(row)).toEqual([
        ...['source', 'title', 'publisher', 'regime', 'official', 'published', 'retrieved', 'hash'],
        ...['entities', 'issues', 'state'],
      ]);
    const shown = lists('status').out;
    expect(shown).toContain('eu-journal (extract)  EU');
    expect(shown).toContain('us-ofac-consolidated  US');
  });

  it('sees damage, and so does whoever asks', () => {
    update('--from', join(LISTS, 'un-sc'), '--as', 'un-sc');
    const [pack = ''] = readdirSync(join(home, 'packs'));
    const path = join(home, 'packs', pack);
    writeFileSync(path, readFileSync(path).subarray(0, 500));
    expect(status()).toMatchObject([{ source: 'un-sc', state: 'damaged' }]);
    const { code, err } = lists('export');
    expect(code).toBe(1);
    expect(err).toMatch(/un-sc .*packs.*[0-9a-f]{32}\.pack: byte \d+: damaged: run cordon lists update/);
  });
});

describe('lists verify and restore', () => {
  const load = (folder: string, published: string) =>
    update('--from', folder, '--as', 'un-sc', '--published', published);
  /** Two versions of the sample's UN list; the second has an entry of its own words. */
  function twoVersions(): { readonly newer: string } {
    const newer = folder();
    cpSync(join(LISTS, 'un-sc'), newer, { recursive: true });
    const path = join(newer, 'consolidated.xml');
    const text = readFileSync(path, 'utf8').replace(SAMPLE_DAY, '2024-02-01');
    writeFileSync(path, text.replace('<FIRST_NAME>', '<FIRST_NAME>OTHER '));
    load(join(LISTS, 'un-sc'), SAMPLE_DAY);
    load(newer, '2024-02-01');
    return { newer };
  }
  /** Flips a bit of the pack that only the newer version needs. */
  function spoilNewer(): string {
    const file = join(home, 'snapshots', 'un-sc', `${status()[0]?.hash}.json`);
    const { state } = JSON.parse(readFileSync(file, 'utf8'));
    const pack = `packs/${state.entities.root.pack}.pack`;
    const bytes = readFileSync(join(home, pack));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(home, pack), bytes);
    return pack;
  }

  it('say that all is well, name what is not, go back, and forward again', () => {
    const { newer } = twoVersions();
    expect(lists('verify')).toEqual({
      code: 0,
      out: '7 files, 2 snapshots: all as they were written\n',
      err: '',
    });
    const pack = spoilNewer();
    const broken = lists('verify');
    expect(broken.code).toBe(1);
    expect(broken.err).toBe('1 of 7 files damaged\n');
    expect(broken.out).toMatch(
      new RegExp(`^${pack}: byte \\d+: damaged\n  un-sc [0-9a-f]{12} of 2024-02-01 \\(current\\): \\d+ entr`),
    );
    expect(broken.out).toContain('  what to do: run cordon lists update with the same files again');
    expect(broken.out).toContain(
      `until then cordon lists restore un-sc brings back the list of ${SAMPLE_DAY}`,
    );
    const report = JSON.parse(lists('verify', '--json').out);
    expect(report).toMatchObject({ intact: false, files: 7, snapshots: 2, damage: [{ file: pack }] });
    const restored = `un-sc: now the list of ${SAMPLE_DAY}; load the files of 2024-02-01 again to go on from there\n`;
    expect(lists('restore', 'un-sc')).toEqual({ code: 0, out: restored, err: '' });
    expect(status()).toMatchObject([{ published: SAMPLE_DAY, state: 'stale' }]);
    load(newer, '2024-02-01');
    expect(status()).toMatchObject([{ published: '2024-02-01', state: 'stale' }]);
    expect(lists('verify').code).toBe(0);
    expect(lists('restore', 'un-sc').out).toBe(
      'un-sc: the list of 2024-02-01 is whole; nothing was changed\n',
    );
    drop(newer);
  });

  it('restoring a list that is not held fails, and says so', () =>
    expect(lists('restore', 'un-sc')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('not held'),
    }));
});

describe('a list that was taken although it was refused', () => {
  it('is told of in the status, with who and why', () => {
    update('--from', unList('2024-01-02'), '--as', 'un-sc');
    const less = ['--from', unList('2024-01-03', 2), '--as', 'un-sc'];
    expect(lists('update', ...less).code).toBe(1);
    expect(lists('update', ...less, '--accept', 'un-sc', '--reason', 'seen in the press').code).toBe(0);
    expect(lists('status').err).toMatch(
      /un-sc: taken although it was refused, by \S+ on [-\d]{10}: seen in the press/,
    );
  });
});

describe('lists issues', () => {
  it('come with file, line and field', () => {
    loadMadeUp(home);
    expect(JSON.parse(lists('issues', 'made-up', '--json').out)).toMatchObject([
      { code: 'no-measure-row', file: 'made-up', field: 'programme / annex / measure', value: 'INV / - / -' },
    ]);
    expect(lists('issues', 'made-up').out).toMatch(/^no-measure-row {2}made-up: programme/);
    expect(lists('issues', 'un-sc', '--sample')).toEqual({ code: 0, out: 'un-sc: no issues\n', err: '' });
    expect(lists('issues', 'nope')).toMatchObject({ code: 1, out: '' });
  });
});

describe('lists export', () => {
  it('writes FollowTheMoney lines that Cordon reads back as the same list', () => {
    drop(home);
    home = sampleHome();
    const { code, out } = lists('export', 'us-ofac-sdn', '--format', 'ftm');
    expect(code).toBe(0);
    const entities = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; schema: string; properties: { name?: string[] } });
    expect(entities.filter((one) => one.schema !== 'Sanction').map((one) => one.id)).toContain('ofac-16692');
    expect(entities.some((one) => one.schema === 'Sanction')).toBe(true);
    const parties = entities.filter((one) => one.schema !== 'Sanction' && one.schema !== 'Address');
    writeFileSync(join(from, 'all.jsonl'), out);
    const screened = cordon(['screen', join(from, 'all.jsonl'), '--jsonl', '--quiet'], { home });
    const found = screened.out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as { id: string; verdict: string | null; error?: object })
      .filter((line) => line.error === undefined);
    expect(found.map((line) => line.id)).toEqual(parties.map((one) => one.id));
    expect(found.filter((line) => line.verdict === null)).toEqual([]);
  });

  it('refuses a list that is not held, and other formats', () => {
    expect(lists('export')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('no list is loaded'),
    });
    expect(lists('export', 'nope', '--sample').err).toContain('nope: no such list is loaded');
    expect(lists('export', '--format', 'csv', '--sample')).toMatchObject({ code: 2, out: '' });
  });
});

describe('a list of which a part is missing', () => {
  const dataset = (aliases: boolean) =>
    Array.from({ length: 120 }, (_, at) => ({
      id: `p${at}`,
      schema: 'Person',
      properties: { name: [`Invented Person ${at}`], ...(aliases ? { alias: [`Other Name ${at}`] } : {}) },
      datasets: ['made-up'],
    }));
  const load = (day: string, aliases: boolean, ...args: string[]) => {
    const folder = join(from, day);
    writeDataset(join(folder, 'made-up'), dataset(aliases));
    return update('--from', folder, '--published', day, ...args);
  };

  it('is refused though it has as many entries: without its aliases half of its names would find nobody', () => {
    expect(load('2024-01-01', true).code).toBe(0);
    const cut = load('2024-01-02', false);
    expect(cut.code).toBe(1);
    expect(cut.rows[0]).toMatchObject({
      result: 'refused',
      message: expect.stringMatching(
        /^120 names on as many entries as before, where those of 2024-01-01 had 240: a part of the files is missing/,
      ),
    });
    expect(load('2024-01-02', false, '--accept', 'made-up', '--reason', 'seen').code).toBe(0);
  });
});
