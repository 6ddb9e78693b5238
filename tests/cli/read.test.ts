/** `cordon read`: who is named on a page, where, and what follows. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

type Finding = { regime: string; evidence: { kind: string; start: number; end: number; quote: string }[] };
type Report = {
  world: object;
  document: { text: string; title: string; blocks: { start: number; end: number }[]; removed: object[] };
  mentions: { id: string; type: string; text: string; start: number; end: number; party: string }[];
  parties: { id: string; name: string; mentions: string[]; findings: Finding[] }[];
  findings: Finding[];
};

const article = join(SAMPLE, 'article.html');
const read = (...args: string[]) => cordon(['read', ...args, '--date', DAY], { home });

function write(name: string, content: string | Uint8Array): string {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

describe('the sample’s article', () => {
  it('is read whole: every listed party in it is found', () => {
    const report = JSON.parse(read(article, '--json').out) as Report;
    const named = report.parties.filter(({ findings }) => findings.length > 0).map(({ name }) => name);
    expect(named).toEqual([
      'Vladimir Putin',
      'Alexander Novak',
      'Rosneft',
      'Igor Sechin',
      'Gazprom',
      'Alexei Miller',
      'Ice Pearl Navigation',
      'Lumber Marine',
      'Yasa Golden Bosphorus',
      'SCF Primorye',
      'Yevgeny Prigozhin',
      'Wagner',
    ]);
  });

  it('has every key of the report, and offsets that fit the text', () => {
    const { code, out, err } = read(article, '--json');
    const report = JSON.parse(out) as Report;
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        ...['document', 'mentions', 'parties', 'claims', 'relations', 'contradictions', 'findings', 'world'],
      ]),
    );
    expect(Object.keys(report.document).sort()).toEqual(
      [
        ...['blocks', 'byline', 'hash', 'language', 'published', 'publisher', 'removed', 'source', 'text'],
        'title',
      ].sort(),
    );
    const { text } = report.document;
    expect(report.mentions.length).toBeGreaterThan(9);
    for (const mention of report.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    for (const { start, end } of report.document.blocks)
      expect(0 <= start && start < end && end <= text.length).toBe(true);
    const quotes = report.findings.flatMap((one) => one.evidence.filter((piece) => piece.kind === 'text'));
    expect(quotes.length).toBe(report.findings.length);
    for (const { start, end, quote } of quotes) expect(text.slice(start, end)).toBe(quote);
    expect(report.parties.flatMap((party) => party.findings)).toHaveLength(report.findings.length);
    const ids = report.mentions.map((one) => one.id);
    for (const party of report.parties) for (const id of party.mentions) expect(ids).toContain(id);
  });

  it('names the listed and leaves page furniture out', () => {
    const report = JSON.parse(read(article, '--json').out) as Report;
    expect(report.parties.map((party) => party.name)).toEqual(
      expect.arrayContaining(['Vladimir Putin', 'Igor Sechin', 'Alexei Miller', 'Ice Pearl Navigation']),
    );
    expect(report.document.removed.length).toBeGreaterThan(0);
  });

  it('is the same bytes again, and the same from standard input but for its name', () => {
    const once = read(article, '--json');
    expect(read(article, '--json').out).toBe(once.out);
    const piped = cordon(['read', '-', '--json', '--date', DAY], { home, input: readFileSync(article) });
    expect(piped.out).toBe(once.out.replaceAll(JSON.stringify(article), '"-"'));
  });

  it('as text for people', () => {
    const { code, out } = read(article);
    expect(code).toBe(3);
    expect(out).toMatch(
      /\d+ listed parties may be named in \d+ characters; \d+ pieces of page furniture left out\./,
    );
    expect(out).toContain('No match is not a clearance.');
  });

  it('as a report in one file, which loads nothing', () => {
    const to = join(files, 'report.html');
    expect(read(article, '--html', to).code).toBe(3);
    const html = readFileSync(to, 'utf8');
    expect(html).toContain('<mark class="');
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(/i);
  });
});

it('a page that names nobody: 0, and of the sample 4', () => {
  const path = write('nobody.txt', 'The weather in Lisbon stayed fine on Monday. Nobody was listed.');
  const { code, out } = read(path, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ mentions: [], parties: [], findings: [], claims: [] });
  expect(read(path, '--sample').code).toBe(4);
});

it('--regime: what the others list is shown, not counted', () => {
  const path = write('sechin.txt', 'Igor Sechin came to Lisbon on Monday.');
  const { code, out } = read(path, '--json', '--regime', 'un');
  expect(code).toBe(0);
  expect(
    (JSON.parse(out) as { findings: { applies: boolean }[] }).findings.map((one) => one.applies),
  ).toEqual([false, false]);
});

describe('what cannot be read', () => {
  it.each([
    ['empty.html', '', 'is empty'],
    ['blank.txt', ' \n\t\n', 'holds no text'],
    ['binary.txt', 'Igor\0Sechin\u0001', 'is a binary file of an unknown format'],
    ['paper.pdf', '%PDF-1.4\n%âãÏÓ\n', 'is a PDF file'],
  ])('%s', (name, content, message) => {
    const { code, out, err } = read(write(name, content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it.each([
    ['a file that is not there', join('no', 'such.html'), 'there is no such file: check the name'],
    ['a folder', SAMPLE, 'is a folder: name a file in it'],
    ['an address', 'https://example.org/', 'save the page and name the file'],
  ])('%s', (_, path, message) => {
    const { code, out, err } = read(path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('odd pages', () => {
  const words = 'Igor Sechin came to Lisbon on Monday.';
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF<p>${words}</p>`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF<p>${words}</p>`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF<p>${words}</p>`, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(`<p>${words}</p>`.replaceAll(' ', '\r\n'))],
    ['a document type with entities', Buffer.from(`<!DOCTYPE html [<!ENTITY x "y">]><p>&x; ${words}</p>`)],
    ['20,000 tags that never close', Buffer.from(`${'<div>'.repeat(20_000)}${words}`)],
  ])('%s', (name, bytes) => {
    const { code, out } = read(write(`${name}.html`, bytes), '--json');
    expect(code).toBe(3);
    expect((JSON.parse(out) as Report).parties.map((party) => party.name)).toEqual(['Igor Sechin']);
  });

  it('nothing but emoji: nobody is named', () => {
    expect(read(write('emoji.txt', '🙂 🙂'))).toMatchObject({ code: 0, err: '' });
  });

  it('bytes that are no UTF-8 are read as Windows-1252, with a warning', () => {
    const bytes = Buffer.concat([Buffer.from(`${words} Caf`), Buffer.from([0xe9])]);
    const { code, err } = read(write('latin.txt', bytes));
    expect(code).toBe(3);
    expect(err).toMatch(/latin\.txt: .*Windows-1252/);
  });

  it('a name said ten thousand times takes no longer than ten thousand names', () => {
    const { code, out } = read(write('often.txt', `${words} `.repeat(10_000)), '--json');
    expect(code).toBe(3);
    expect((JSON.parse(out) as Report).parties[0]?.mentions).toHaveLength(10_000);
  });
});
