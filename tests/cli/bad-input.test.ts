/** Input as it should not be: a clear error with its place, or a sensible answer; never a stack trace, never all memory. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, cordon, DAY, drop, environment, folder, sampleHome } from './cordon.js';

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

function write(name: string, content: string | Uint8Array): string {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

/** A file that takes no room on the disk, of 2 GB where nothing else is said: `head`, then zeros. */
function sparse(name: string, head = '', size = 2 ** 31): string {
  const path = write(name, head);
  truncateSync(path, size);
  return path;
}

/** The most memory the process ever held, in MB, told by itself on its fourth descriptor. */
const TELL = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

function measured(args: readonly string[], input: number | 'ignore' = 'ignore') {
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ['--import', TELL, BIN, ...args], {
    env: environment(home),
    stdio: [input, 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    timeout: 50_000,
  });
  return {
    code: status,
    out: stdout.toString(),
    err: stderr.toString(),
    megabytes: Number(output[3]) / 1024,
  };
}

describe('2 GB', () => {
  const rows = `name\n${'Igor Sechin\n'.repeat(1000)}`;
  const lines = '{"name":"Igor Sechin"}\n'.repeat(400);
  it.each([
    [
      'screen, zeros',
      ['screen'],
      'zeros.csv',
      '',
      'holds binary data, not a table of text: save it as CSV in UTF-8',
    ],
    [
      'screen, rows and then zeros',
      ['screen', '--threads', '1'],
      'rows.csv',
      rows,
      'rows.csv:1002: a record of over',
    ],
    ['screen in threads', ['screen', '--threads', '2'], 'more.csv', rows, 'more.csv:1002: a record of over'],
    [
      'screen, JSON lines and then zeros',
      ['screen'],
      'lines.jsonl',
      lines,
      'lines.jsonl:401: a line of over',
    ],
    ['read', ['read'], 'page.html', '<p>Igor Sechin', 'over 20 MB, which is not read: name a smaller file'],
    ['verify', ['verify'], 'record.json', '{"format":"cordon-record"', 'over 400 MB, which is not read'],
  ])('%s: refused soon, in little memory', (_, args, name, head, message) => {
    const { code, err, megabytes } = measured([...args, sparse(name, head)]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(megabytes).toBeLessThan(600);
  });

  it.each([
    ['compare', ['compare', '--jsonl'], 'standard input:1: a line of over 1000000 characters'],
    ['screen -', ['screen', '-'], 'standard input: holds binary data'],
    ['read -', ['read', '-'], 'standard input: over 20 MB'],
  ])('%s from standard input', (_, args, message) => {
    const input = openSync(sparse('input'), 'r');
    const { code, err, megabytes } = measured(args, input);
    closeSync(input);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(megabytes).toBeLessThan(600);
  });

  it('lists update: refused, the former world stays', () => {
    const from = join(files, 'lists');
    mkdirSync(join(from, 'un-sc'), { recursive: true });
    sparse(join('lists', 'un-sc', 'list.xml'), '<?xml version="1.0"?><CONSOLIDATED_LIST>', 2 ** 34);
    const { code, err, megabytes } = measured(['lists', 'update', '--from', from]);
    expect(code).toBe(1);
    expect(err).toContain('list.xml: 16.0 GiB; up to 8 GiB a source are read');
    expect(megabytes).toBeLessThan(600);
    expect(cordon(['check', 'KIM YONG CHOL', '--date', DAY], { home }).code).toBe(3);
  });
});

describe('a customer file', () => {
  const screen = (path: string) => cordon(['screen', path, '--jsonl', '--date', DAY], { home });

  it.each([
    ['that is not there', join('no', 'such.csv'), /no.such\.csv: there is no such file: check the name/],
    ['that is a folder', '/', /^cordon: \/: is a folder: name a file in it\n$/],
    [
      'that is a spreadsheet',
      'book.xlsx',
      /book\.xlsx: \.xlsx files are not read yet; save it as CSV or JSON lines/,
    ],
  ])('%s', (_, path, message) => {
    if (path.endsWith('xlsx')) write(path, 'PK');
    const { code, out, err } = screen(path.endsWith('xlsx') ? join(files, path) : path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['of blank lines', '\n\r\n\n', 'holds blank lines only'],
    ['of zeros', '\0\0\0\0', 'holds binary data'],
    ['in UTF-16 without a mark', Buffer.from('name\nIgor Sechin\n', 'utf16le'), 'holds binary data'],
    [
      'with one endless word',
      `name\n${'a'.repeat(3_000_000)}`,
      '.csv:2: a record of over 1000000 characters',
    ],
    [
      'that opens with a quote',
      '"name\nIgor',
      '.csv:1: a quote opens in this line or after it and never closes',
    ],
  ])('%s', (name, content, message) => {
    const { code, out, err } = screen(write(`${name}.csv`, content));
    expect(code).toBe(2);
    expect(out.split('\n').slice(1).join('')).toBe('');
    expect(err).toContain(message);
  });

  it.skipIf(process.platform === 'win32')('from a pipe that has a name', () => {
    const path = write('piped.csv', 'name\nIgor Sechin\n');
    const shell = (args: string) =>
      spawnSync('sh', ['-c', `cat "${path}" | "${process.execPath}" "${BIN}" screen /dev/stdin ${args}`], {
        env: environment(home),
      });
    expect(shell('--jsonl').stdout.toString()).toContain('"label":"Igor Sechin"');
    const recorded = shell(`--record "${path}.json"`);
    expect(recorded.status).toBe(2);
    expect(recorded.stderr.toString()).toContain(
      '/dev/stdin: is a pipe, which is read only once: save it first',
    );
  });

  it('with headings alone: no row, no finding', () => {
    const { code, out } = screen(write('headings.csv', 'name,city\r\n'));
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  const text = 'name,city\r\nИгорь Сечин,Москва\r\n';
  it.each([
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['old Macintosh line ends', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
  ])('with %s is read', (name, bytes) => {
    const { code, out } = screen(write(`${name}.csv`, bytes));
    expect(code).toBe(3);
    expect(JSON.parse(out.split('\n')[1] ?? '')).toMatchObject({
      row: 1,
      line: 2,
      subject: { label: 'Игорь Сечин', properties: { city: ['Москва'] } },
      verdict: 'review',
    });
  });

  it('with a byte that is no UTF-8: that line is read as Windows-1252, those around it are not', () => {
    const bytes = Buffer.concat([
      Buffer.from('name\nИгорь Сечин\nM'),
      Buffer.from([0xfc]),
      Buffer.from('ller\nŁódź\n'),
    ]);
    const { out, err } = screen(write('latin.csv', bytes));
    expect(
      out
        .split('\n')
        .slice(1, 4)
        .map((line) => JSON.parse(line).subject.label),
    ).toEqual(['Игорь Сечин', 'Müller', 'Łódź']);
    expect(err).toContain('latin.csv:3: a line is not valid UTF-8 and read as Windows-1252');
  });

  it('with odd cells: each row has its own answer', () => {
    const cells = [
      '🙂',
      '\u0001\u0002',
      '',
      '  ',
      '-',
      `${'x'.repeat(10_000)}`,
      'Igor\u0007 Sechin',
      '"Igor\nSechin"',
    ];
    const { code, out } = screen(
      write('odd.csv', `name,country\n${cells.map((cell) => `${cell},ZZ\n`).join('')}`),
    );
    const rows = out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(
        (line) => JSON.parse(line) as { line: number; verdict?: string | null; error?: { message: string } },
      );
    expect(code).toBe(3);
    expect(rows.map((row) => row.error?.message ?? row.verdict)).toEqual([
      ...Array<string>(5).fill('no name and no identifier'),
      null,
      'review',
      'review',
    ]);
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
