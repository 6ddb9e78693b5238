/** `cordon screen`: a customer file in, an answer for every row out, whatever the rows are like. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/base/index.js';
import { cordon, DAY, drop, folder, SAMPLE, sampleHome } from './cordon.js';

let home = '';
let files = '';
beforeAll(() => {
  home = sampleHome();
  files = folder();
});
afterAll(() => {
  drop(home);
  drop(files);
});

type Line = {
  row: number;
  line: number;
  id: string | null;
  subject?: { schema: string; label: string; properties: Record<string, string[]> };
  verdict?: string | null;
  findings?: { check: string; regime: string; verdict: string; ifSame: string | null; applies: boolean }[];
  discounted?: unknown[];
  error?: { code: string; message: string };
};

const screen = (...args: string[]) => cordon(['screen', ...args, '--date', DAY], { home });

function write(name: string, content: string | Uint8Array): string {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

/** The lines behind the world's. */
function linesOf(out: string): Line[] {
  const [world, ...lines] = out.trimEnd().split('\n');
  expect(Object.keys(JSON.parse(world ?? ''))).toEqual(['world']);
  return lines.map((line) => JSON.parse(line) as Line);
}

describe('the sample’s customers as JSON lines', () => {
  const customers = join(SAMPLE, 'customers.csv');
  const rows = readTable(readFileSync(customers, 'utf8'), customers).rows;

  it('one line a row, hit or not, in order, with every key', () => {
    const { code, out } = screen(customers, '--jsonl');
    const lines = linesOf(out);
    expect(code).toBe(3);
    expect(lines.map((line) => line.row)).toEqual(rows.map((_, at) => at + 1));
    expect(lines.map((line) => line.line)).toEqual(rows.map((row) => row.line));
    expect(lines.map((line) => line.id)).toEqual(rows.map((row) => row.cells['customer number']));
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['row', 'line', 'id', 'subject', 'verdict', 'findings', 'discounted']),
      );
      if (line.findings?.every((one) => !one.applies)) expect(line.verdict).toBeNull();
      else expect(['review', 'restricted', 'prohibited']).toContain(line.verdict);
    }
  });

  it('the same bytes on one thread and on many', () => {
    const head = 'name,birth date,city\n';
    const names = [
      'Igor Sechin,1960-09-07,',
      'Мишустин Михаил,,Москва',
      'Nobody Inparticular,,Sevastopol',
      ',,',
    ];
    const path = write(
      'many.csv',
      head + Array.from({ length: 700 }, (_, at) => `${names[at % 4]}\n`).join(''),
    );
    const one = screen(path, '--jsonl', '--threads', '1');
    expect(one.out.split('\n')).toHaveLength(702);
    expect(screen(path, '--jsonl', '--threads', '3')).toEqual(one);
  });

  it('as one JSON value: the world and the rows', () => {
    const path = write('two.csv', 'name\nIgor Sechin\nNobody Inparticular\n');
    const { out } = screen(path, '--json');
    const { world, rows: shown } = JSON.parse(out) as { world: { date: string }; rows: Line[] };
    expect(world.date).toBe(DAY);
    expect(shown).toEqual(linesOf(screen(path, '--jsonl').out));
  });

  it('says under the table what was not counted: discounted by a fact, or near the threshold', () => {
    const path = write('under.csv', 'name,birth date\nAlexey Miller,1987-05-14\nIgor Sechkin,\n');
    const plain = screen(path, '--regime', 'us');
    expect(plain.out).toMatch(
      /^ {2}1 {2}Alexey Miller {2}discounted +0\.\d\d {2}Alexey Borisovich .* birth-date: 1987/m,
    );
    const near = screen(path, '--threshold', '0.95', '--near', '0.2', '--regime', 'us');
    expect(near.out).toMatch(/^ {2}2 {2}Igor Sechkin +note +0\.\d\d {2}Igor Ivanovich .* just under the/m);
    const [, second] = linesOf(screen(path, '--threshold', '0.95', '--near', '0.2', '--jsonl').out);
    expect(second).toMatchObject({
      verdict: null,
      notes: expect.arrayContaining([
        expect.objectContaining({ explanation: 'In the names igor agrees, sechkin may be sechin.' }),
      ]),
    });
  });

  it('as a table for people, with the columns it read on standard error', () => {
    const { code, out, err } = screen(customers);
    expect(code).toBe(3);
    expect(out).toMatch(/^row {2}id .*verdict .*if same/);
    expect(out).toMatch(/48 rows: \d+ PROHIBITED.*; \d+ without a match; 0 could not be read\./);
    expect(out).toContain('No match is not a clearance.');
    expect(err).toContain('read as id=customer number, name=name, schema=kind, birthDate=birth date');
    expect(err).toContain('not used: note');
  });

  it('the sample itself: 3 with a finding, 4 without', () => {
    expect(screen(customers, '--sample', '--quiet').code).toBe(3);
    expect(screen(write('none.csv', 'name\nNobody Inparticular\n'), '--sample').code).toBe(4);
  });
});

describe('exit codes', () => {
  it.each([
    ['nothing found', 'name\nNobody Inparticular\n', [], 0],
    ['a finding', 'name\nIgor Sechin\n', [], 3],
    ['a finding for a regime not asked for', 'name\nIgor Sechin\n', ['--regime', 'un'], 0],
    ['a row that cannot be read', 'name\nNobody Inparticular\n""\n', [], 4],
    ['both', 'name\nIgor Sechin\n""\n', [], 3],
    ['a regime without a list', 'name\nNobody Inparticular\n', ['--regime', 'us,uk'], 4],
  ])('%s', (name, content, options, code) => {
    expect(screen(write(`${name}.csv`, content), ...options).code).toBe(code);
  });
});

describe('columns', () => {
  it('are guessed from their headings in several languages, or mapped', () => {
    const german = write(
      'kunden.csv',
      'Kundennummer;Nachname;Vorname;Geburtsdatum\n7;Mischustin;Michail;03.03.1966\n',
    );
    const [line] = linesOf(screen(german, '--jsonl').out);
    expect(line).toMatchObject({ id: '7', subject: { schema: 'Person', label: 'Michail Mischustin' } });
    expect(line?.findings?.[0]).toMatchObject({ check: 'party', regime: 'US' });
    const odd = write('odd.csv', 'foo,bar\n9,Igor Sechin\n');
    const mapped = linesOf(screen(odd, '--jsonl', '--map', 'name=bar,id=foo').out);
    expect(mapped).toMatchObject([{ id: '9', subject: { label: 'Igor Sechin' }, verdict: 'review' }]);
  });

  it('that mean nothing are refused, with what to do', () => {
    const { code, out, err } = screen(write('unknown.csv', 'foo,bar\nIgor Sechin,x\n'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(
      'unknown.csv:1: no column holds a name; its columns are "foo", "bar"; name one with --map',
    );
  });

  it.each([
    ['name=nope', 'has no column "nope"; it has name'],
    ['nope=name', '"nope" is no field; fields are id, name'],
    ['name', 'expected field=COLUMN, got "name"'],
  ])('--map %s is refused', (map, message) => {
    const { code, err } = screen(write('map.csv', 'name\nX\n'), '--map', map);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('with the same heading are all read', () => {
    const [line] = linesOf(screen(write('twice.csv', 'name,name\nNobody,Igor Sechin\n'), '--jsonl').out);
    expect(line?.subject?.properties.name).toEqual(['Nobody', 'Igor Sechin']);
    expect(line?.verdict).toBe('review');
  });

  it('fewer than a row has cells: the rest is not read, and that is said', () => {
    const { out, err } = screen(write('commas.csv', 'name,city\nA B\nSechin, Igor,Moscow\n'), '--jsonl');
    expect(linesOf(out)).toHaveLength(2);
    expect(err).toMatch(/commas\.csv:3: a row holds more cells than there are headings/);
  });

  it('city, address and country are checked as well as the name', () => {
    const path = write(
      'places.csv',
      'name,city,address,country,nationality\nA Bakery,Sevastopol,,,\nB Bakery,,"Lenina 5, Simferopol",,\nC Bakery,,,KP,\nMaria Musterfrau,,,,IR\nD Bakery,Moscow,,RU,\n',
    );
    const lines = linesOf(screen(path, '--jsonl', '--regime', 'us').out);
    expect(lines.map((line) => line.verdict)).toEqual([
      'prohibited',
      'prohibited',
      'prohibited',
      'review',
      null,
    ]);
    for (const { findings = [] } of lines.slice(0, 4))
      expect(findings.every((one) => one.check === 'territory')).toBe(true);
  });
});

describe('JSON lines in', () => {
  it('keys of Cordon’s own and FollowTheMoney entities; a bad line gives an error in its place', () => {
    const lines = [
      '{"id":"a","name":"Igor Sechin","birthDate":"1960-09-07"}',
      'not json',
      '{"id":"b","schema":"Person","properties":{"name":["Igor Sechin"]}}',
      '{"id":"c","schema":"Person","properties":{"country":["ru"]}}',
      '[1]',
      '{"name":{"first":"Igor"}}',
      '',
      '{"id":"d","schema":"Sanction","properties":{"entity":["b"]}}',
      '{"id":"e","schema":"Starship","properties":{"name":["Igor Sechin"]}}',
      '{"imo":9421960}',
    ];
    const { code, out } = screen(write('mixed.jsonl', lines.join('\r\n')), '--jsonl');
    const answers = linesOf(out);
    expect(code).toBe(3);
    expect(answers.map(({ row, line, id }) => [row, line, id])).toEqual([
      [1, 1, 'a'],
      [2, 2, null],
      [3, 3, 'b'],
      [4, 4, 'c'],
      [5, 5, null],
      [6, 6, null],
      [7, 8, 'd'],
      [8, 9, 'e'],
      [9, 10, null],
    ]);
    expect(answers.map((one) => one.error?.message ?? one.verdict)).toEqual([
      'prohibited',
      'not a JSON object',
      'review',
      'no name and no identifier',
      'not a JSON object',
      'name: Invalid input',
      'a Sanction is no party',
      'review',
      'prohibited',
    ]);
    for (const { error } of answers) if (error !== undefined) expect(error.code).toBe('bad-record');
  });

  it('read from standard input', () => {
    const { code, out } = cordon(['screen', '-', '--jsonl', '--date', DAY], {
      home,
      input: '{"name":"Igor Sechin"}\n',
    });
    expect(code).toBe(3);
    expect(linesOf(out)).toMatchObject([{ row: 1, verdict: 'review' }]);
  });

  it.each([
    [
      'array.json',
      '[{"name":"Igor Sechin"}]',
      'array.json:1: a JSON file with an array: write one object a line',
    ],
    ['pretty.json', '{\n "name": "x"\n}\n', 'pretty.json:1: a JSON file with an object over several lines'],
  ])('%s is refused, with what to do', (name, content, message) => {
    const { code, out, err } = screen(write(name, content), '--jsonl');
    expect(code).toBe(2);
    expect(linesOf(out)).toEqual([]);
    expect(err).toContain(message);
  });
});

describe('-o', () => {
  it('CSV: the customer’s columns, then Cordon’s; rejects beside it; standard output has the summary only', () => {
    const path = write(
      'in.csv',
      'ref;name;remark\n1;Igor Sechin;"says ""hello"", twice"\n2;"";no name\n3;Nobody;-\n',
    );
    const to = join(files, 'out.csv');
    const { code, out } = screen(path, '-o', to);
    expect(code).toBe(3);
    expect(out).toMatch(/^3 rows: 1 REVIEW; 1 without a match; 1 could not be read\./);
    const table = readTable(readFileSync(to, 'utf8'), to);
    expect(table.headings).toEqual([
      ...['ref', 'name', 'remark', 'cordon_verdict', 'cordon_if_same', 'cordon_strength', 'cordon_score'],
      ...['cordon_regimes', 'cordon_list', 'cordon_entry', 'cordon_caption'],
    ]);
    expect(table.rows.map((row) => row.cells)).toMatchObject([
      {
        ref: '1',
        remark: 'says "hello", twice',
        cordon_verdict: 'review',
        cordon_if_same: 'prohibited',
        cordon_strength: 'name only',
        cordon_regimes: 'US;EU',
        cordon_list: 'us-ofac-sdn',
        cordon_entry: '16692',
        cordon_caption: 'Igor Ivanovich SECHIN',
      },
      { ref: '3', cordon_verdict: '', cordon_score: '', cordon_caption: '' },
    ]);
    const rejects = readTable(readFileSync(`${to}.rejects.csv`, 'utf8'), 'rejects');
    expect(rejects.rows.map((row) => row.cells)).toMatchObject([
      { row: '2', line: '3', reason: 'no name and no identifier', ref: '2', remark: 'no name' },
    ]);
    // The rejected row was mended: what the run before rejected must not lie about.
    expect(screen(write('in.csv', 'name\nNobody\n'), '-o', to).code).toBe(0);
    expect(existsSync(`${to}.rejects.csv`)).toBe(false);
  });

  it('a confirmed row tells of the hit that confirmed it', () => {
    const to = join(files, 'confirmed.csv');
    screen(write('confirmed-in.csv', 'name,birth date\nMikhail Mishustin,1966-03-03\n'), '-o', to);
    const [row] = readTable(readFileSync(to, 'utf8'), to).rows;
    expect(row?.cells).toMatchObject({
      cordon_verdict: 'prohibited',
      cordon_if_same: '',
      cordon_strength: 'name and birth date',
      cordon_list: 'us-ofac-sdn',
    });
  });

  it('JSON lines: the world, then the rows that could be read', () => {
    const to = join(files, 'out.jsonl');
    screen(write('in2.csv', 'name\nIgor Sechin\n""\n'), '-o', to);
    expect(linesOf(readFileSync(to, 'utf8'))).toMatchObject([{ row: 1, verdict: 'review' }]);
    expect(readFileSync(`${to}.rejects.csv`, 'utf8')).toContain('no name and no identifier');
  });

  it.each([
    ['out.txt', 2, 'name a .csv or .jsonl file'],
    ['no-such-folder/out.csv', 1, 'its folder is not there: make it, or name another place'],
    ['in3.csv', 2, 'is the input itself: name another file for the answer'],
  ])('%s is refused', (name, exit, message) => {
    const { code, err } = screen(write('in3.csv', 'name\nIgor Sechin\n'), '-o', join(files, name));
    expect(code).toBe(exit);
    expect(err).toContain(message);
    expect(readFileSync(join(files, 'in3.csv'), 'utf8')).toBe('name\nIgor Sechin\n');
  });

  it('a file that breaks off: what stands before is written, the place is named', () => {
    const to = join(files, 'broken.csv');
    const content = 'name,city\nIgor Sechin,Moscow\nNobody,Here\n"Unclosed,x\nA,b\n';
    const { code, err } = screen(write('broken-in.csv', content), '-o', to);
    expect(code).toBe(2);
    expect(err).toContain('broken-in.csv:4: a quote opens in this line or after it and never closes');
    expect(readTable(readFileSync(to, 'utf8'), to).rows).toHaveLength(2);
    expect(readdirSync(files).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
