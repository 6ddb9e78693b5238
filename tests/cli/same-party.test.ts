/** One party with its listings, as `check`, `screen` and `read` show it; joined and parted by people; replayed. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cordon, DAY, drop, folder, sampleHome } from './cordon.js';

let home = '';
let files = '';
beforeAll(() => {
  home = sampleHome();
  files = folder();
});
afterEach(() => rmSync(join(home, 'same-party.csv'), { force: true }));
afterAll(() => {
  drop(home);
  drop(files);
});

const US = 'us-ofac-sdn/ofac-16692';
const EU = 'eu-journal/eu-32014r0269-i-persons-671-person';

type Link = { left: string; right: string; reason: string; facts: string; leftOut: string | null };
type Answer = {
  world: { settings: { apart: boolean; decisions: { left: string; decision: string }[] } };
  parties: { id: string; regimes: string[]; members: { key: string; entry: string }[]; links: Link[] }[];
  findings: {
    regime: string;
    party: string | null;
    verdict: string;
    ifSame: string | null;
    strength: string;
    score: number;
    evidence: { kind: string; text?: string; list?: string; contribution?: number }[];
  }[];
};

const run = (...args: string[]) => cordon([...args, '--date', DAY], { home });
const ask = (...args: string[]): Answer => JSON.parse(run('check', ...args, '--json').out) as Answer;
const notesOf = ({ evidence }: Answer['findings'][number]) => evidence.flatMap(({ text }) => text ?? []);
const decide = (...rows: string[]) =>
  writeFileSync(join(home, 'same-party.csv'), ['left,right,decision,reason,by,on', ...rows, ''].join('\n'));

describe('check', () => {
  it('shows a person of two lists as one party, with its entries, why they are one, and a finding a regime', () => {
    const { parties, findings } = ask('Igor Sechin');
    expect(parties).toMatchObject([
      {
        id: EU,
        caption: 'Igor Ivanovich SECHIN',
        regimes: ['US', 'EU'],
        members: [
          { key: EU, list: 'eu-journal', entry: '32014R0269 I.PERSONS 671 Person', regime: 'EU' },
          { key: US, list: 'us-ofac-sdn', entity: 'ofac-16692', entry: '16692', regime: 'US' },
        ],
        links: [{ left: EU, right: US, reason: 'name and birth-day', leftOut: null }],
      },
    ]);
    expect(findings.map(({ regime, party }) => [regime, party])).toEqual([
      ['US', EU],
      ['EU', EU],
    ]);
    expect(notesOf(findings[0]!)).toContainEqual(
      expect.stringMatching(`^same party as EU ${EU} \\(extract\\): birth date 1960-09-07; .*; score 1.00$`),
    );
  });

  it('puts the findings of a party under one heading', () => {
    const { out } = cordon(['check', 'Korea Mining Development Trading Corporation', '--sample']);
    expect(out).toMatch(/^KOREA MINING DEVELOPMENT TRADING CORPORATION {2}US, EU, UN$/m);
    expect(out.match(/^ {4}one party with 3 entries: /gm)).toHaveLength(1);
    expect(out.match(/^REVIEW {2}(?:US|EU|UN) {2}/gm)).toHaveLength(3);
  });

  it('an entry found by its number brings the other lists along, for review: the link settles nothing', () => {
    const { findings } = ask('--id', 'INN:7707083893');
    expect(findings.map(({ regime, verdict, strength }) => [regime, verdict, strength])).toEqual([
      ['US', 'prohibited', 'identifier'],
      ['EU', 'review', 'name and other facts'],
    ]);
    const [us, eu] = findings as [Answer['findings'][number], Answer['findings'][number]];
    expect(eu).toMatchObject({ ifSame: 'prohibited', score: us.score });
    expect(notesOf(eu)).toEqual([
      expect.stringMatching(/^same party as US us-ofac-sdn\/ofac-17018: OGRN 1027700132195; /),
      expect.stringMatching(/^found through us-ofac-sdn\/ofac-17018; what this entry itself says scores 0\./),
      expect.stringMatching(/^settled for us-ofac-sdn\/ofac-17018, which alone does not settle it/),
    ]);
    const odds = eu.evidence.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0);
    expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(eu.score, 4);
  });

  it('a BIC alone is shown and settles nothing', () => {
    const { findings } = ask('--id', 'BIC:SABRRUMMXXX');
    expect(findings.map(({ regime, verdict, strength }) => [regime, verdict, strength])).toEqual([
      ['US', 'review', 'identifier'],
      ['EU', 'review', 'name and other facts'],
    ]);
  });

  it('a regime that only another entry of the party has counts for whoever asks for it', () => {
    expect(run('check', '--id', 'INN:7707083893', '--regime', 'eu').code).toBe(3);
    expect(run('check', '--id', 'INN:7707083893', '--regime', 'eu', '--apart').code).toBe(0);
  });

  it('an entry that contradicts what was asked stays away, and the others say so', () => {
    const { findings } = ask('--id', 'INN:7707083893', '--id', 'OGRN:1027799999996');
    for (const finding of findings) expect(finding.regime).not.toBe('EU');
    expect(notesOf(findings[0]!).join()).toMatch(
      /its entry eu-journal\S+ contradicts: identifier-other: OGRN/,
    );
  });

  it('--apart: every entry is a party of its own', () => {
    const { parties, findings, world } = ask('Igor Sechin', '--apart');
    expect(world.settings.apart).toBe(true);
    expect(parties.map(({ id, members, links }) => [id, members.length, links])).toEqual([
      [US, 1, []],
      [EU, 1, []],
    ]);
    expect(findings.flatMap(notesOf)).toEqual([]);
  });
});

describe('screen and read', () => {
  it('name the parties of their findings', () => {
    const customers = join(files, 'customers.csv');
    writeFileSync(customers, 'name\nIgor Sechin\nNobody Inparticular\n');
    const rows = run('screen', customers, '--jsonl')
      .out.trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as Answer);
    expect(rows.map(({ parties }) => parties.map(({ id }) => id))).toEqual([[EU], []]);
    const page = join(files, 'page.txt');
    writeFileSync(page, 'Igor Sechin met the press. Later Igor Ivanovich Sechin left.');
    const report = JSON.parse(run('read', page, '--json').out);
    expect(report.parties).toHaveLength(1);
    expect(report.listedParties).toMatchObject([{ id: EU, regimes: ['US', 'EU'] }]);
  });
});

describe('same-party.csv', () => {
  it('parts two entries, whatever speaks for one party, and the answer says who decided', () => {
    decide(`${US},${EU},different,"invented: two men",J. Doe,2024-05-01`);
    const { parties, world } = ask('Igor Sechin');
    expect(parties.map(({ id }) => id)).toEqual([US, EU]);
    expect(parties[0]!.links).toMatchObject([
      { leftOut: 'decided by J. Doe on 2024-05-01: different, invented: two men' },
    ]);
    expect(world.settings.decisions).toMatchObject([{ left: US, right: EU, decision: 'different' }]);
    expect(run('check', 'Igor Sechin').out.replace(/\s+/g, ' ')).toContain('not held to be one, in spite of');
  });

  it('joins two entries that no rule joins', () => {
    const [us, eu] = ['us-ofac-sdn/ofac-35282', 'eu-journal/eu-32014r0269-i-persons-645-person'];
    expect(ask('Mikhail Mishustin').parties).toHaveLength(2);
    decide(`${us},${eu},same,one prime minister,J. Doe,2024-05-01`);
    expect(ask('Mikhail Mishustin').parties).toMatchObject([
      { regimes: ['US', 'EU'], links: [{ reason: 'decision', facts: expect.stringContaining('J. Doe') }] },
    ]);
  });

  it('leaves parties alone that it does not name', () => {
    const before = ask('Sergei Lavrov').parties;
    decide(`${US},${EU},different,x,J. Doe,2024-05-01`);
    expect(ask('Sergei Lavrov').parties).toEqual(before);
  });

  it('a bad row is named with file and line on standard error, an entry nobody has too; the rest holds', () => {
    decide(
      `${US},${EU},perhaps,x,J. Doe,2024-05-01`,
      `${US},eu-journal/no-such-entry,same,x,J. Doe,2024-05-01`,
      `${US},another-list/1,same,x,J. Doe,2024-05-01`,
      `${EU},${US},different,x,J. Doe,2024-05-01`,
    );
    const { err, out } = run('check', 'Igor Sechin', '--json');
    expect(err).toMatch(/same-party\.csv:2: decision: expected same or different/);
    expect(err).toMatch(/same-party\.csv: no such entry in the version held.*no-such-entry/);
    expect(err.trim().split('\n')).toHaveLength(2);
    expect((JSON.parse(out) as Answer).parties).toHaveLength(2);
  });

  it('threads judge by it like one thread', () => {
    decide(`${US},${EU},different,x,J. Doe,2024-05-01`);
    const many = join(files, 'many.csv');
    // Over 64 KiB, so that it is given to threads.
    writeFileSync(many, `name,comment\n${`Igor Sechin,${'x'.repeat(200)}\n`.repeat(400)}`);
    const lines = run('screen', many, '--jsonl', '--quiet').out.trim().split('\n').slice(1);
    expect(lines).toHaveLength(400);
    for (const line of lines)
      expect((JSON.parse(line) as Answer).parties.map(({ id }) => id)).toEqual([US, EU]);
  });
});

describe('a record', () => {
  it.each([
    ['with a decision', [] as string[], true],
    ['apart', ['--apart'], false],
    ['of the sample', ['--sample'], false],
  ])('%s replays byte for byte, whatever the file says later', (title, options, decided) => {
    if (decided) decide(`${US},${EU},different,x,J. Doe,2024-05-01`);
    const path = join(files, `${title}.json`);
    run('check', 'Igor Sechin', ...options, '--record', path);
    decide(`${US},${EU},same,y,A. N. Other,2024-05-02`);
    expect(cordon(['verify', path], { home })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^identical/),
    });
    rmSync(join(home, 'same-party.csv'));
    expect(cordon(['verify', path], { home }).out).toMatch(/^identical/);
    expect(readFileSync(path.replace('.json', '.html'), 'utf8')).toContain('SECHIN');
  });
});

it('the same world gives the same parties whatever is asked', () => {
  const byName = ask('Sberbank').parties.find(({ id }) => id.includes('eu-32014r0269-i-entities-108'));
  expect(byName).toBeDefined();
  expect(ask('--id', 'INN:7707083893').parties).toEqual([byName]);
});

describe('screen --since', () => {
  it('touches the rows of a party that somebody has parted since the base run, and no other', () => {
    const customers = join(files, 'since.csv');
    writeFileSync(customers, 'name\nIgor Sechin\nSergei Lavrov\nNobody Inparticular\n');
    const base = join(files, 'base.json');
    run('screen', customers, '--record', base);
    const delta = () => JSON.parse(run('screen', customers, '--since', base, '--json').out);
    expect(delta().rows).toEqual([]);
    decide(`${US},${EU},different,x,J. Doe,2024-05-01`);
    const { rows } = delta();
    expect(rows.map(({ row }: { row: number }) => row)).toEqual([1]);
    expect(rows[0].before.parties).toHaveLength(1);
    expect(rows[0].parties).toHaveLength(2);
    const record = join(files, 'delta.json');
    run('screen', customers, '--since', base, '--record', record);
    rmSync(join(home, 'same-party.csv'));
    expect(cordon(['verify', record], { home }).out).toMatch(/^identical/);
  });
});
