/** SHA256SUMS beside the lists: what was changed or lost on its way is not loaded, the others are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256 } from '../../../src/base/index.js';
import type { ListReader } from '../../../src/lists/reader.js';
import { planReading } from '../../../src/lists/store/plan.js';
import { checkSums } from '../../../src/lists/store/sums.js';

let from = '';
beforeEach(() => {
  from = mkdtempSync(join(tmpdir(), 'cordon-sums-'));
});
afterEach(() => rmSync(from, { recursive: true }));

/** Readers of two lists that take any file; nothing is read here. */
const READERS = ['list-a', 'list-b'].map(
  (source): ListReader => ({
    source,
    format: 'any',
    rank: 1,
    recognise: (files) => files,
    read: () => Promise.reject(new Error('not read here')),
  }),
);

function lay(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(from, path, '..'), { recursive: true });
    writeFileSync(join(from, path), text);
  }
}

function verdicts(as: string | null = null): string[] {
  const { jobs, troubles, warnings } = checkSums(from, planReading(from, READERS, as));
  return [
    ...jobs.map(({ source }) => `${source} read`),
    ...troubles.map(
      ({ source, error }) => `${source} ${error.code}: ${error.message.replace(`${from}/`, '')}`,
    ),
    ...warnings.map((text) => `warning: ${text.replace(`${from}/`, '')}`),
  ].sort();
}

const sum = (text: string, path: string) => `${sha256(text)}  ${path}\n`;

it('files that are those named are read; the sums and fetched.json are no lists', () => {
  lay({
    'list-a/1.csv': 'one',
    'list-a/deep/2.csv': 'two',
    'list-b/3.csv': 'three',
    'fetched.json': '{}',
    'list-a/fetched.json': '{}',
    'list-b/SHA256SUMS': 'of another tool',
    SHA256SUMS: sum('one', 'list-a/1.csv') + sum('two', 'list-a/deep/2.csv') + sum('three', 'list-b/3.csv'),
  });
  expect(verdicts()).toEqual(['list-a read', 'list-b read']);
});

it('a changed file keeps its list out, and no other', () => {
  lay({ 'list-a/1.csv': 'changed', 'list-b/3.csv': 'three' });
  lay({ SHA256SUMS: sum('one', 'list-a/1.csv') + sum('three', 'list-b/3.csv') });
  expect(verdicts()).toEqual([
    'list-a list-altered: list-a/1.csv: not the content that SHA256SUMS names: copy or fetch the folder again',
    'list-b read',
  ]);
});

it('a file that was lost keeps its list out', () => {
  lay({ 'list-a/1.csv': 'one', SHA256SUMS: sum('one', 'list-a/1.csv') + sum('two', 'list-a/2.csv') });
  expect(verdicts()).toEqual([
    'list-a list-altered: list-a/2.csv: not there, but named in SHA256SUMS: copy or fetch the folder again',
  ]);
});

it('a file that is not named is read with a warning', () => {
  lay({ 'list-a/1.csv': 'one', 'list-b/3.csv': 'three', SHA256SUMS: sum('one', 'list-a/1.csv') });
  expect(verdicts()).toEqual([
    'list-a read',
    'list-b read',
    'warning: list-b/3.csv: not verified, not named in SHA256SUMS',
  ]);
});

it('without sums nothing is checked', () => {
  lay({ 'list-a/1.csv': 'one' });
  expect(verdicts()).toEqual(['list-a read']);
});

it('the sums of one list’s own folder are checked too', () => {
  lay({ '1.csv': 'changed', SHA256SUMS: sum('one', '1.csv') });
  expect(verdicts('list-a')[0]).toMatch(/^list-a list-altered: 1\.csv/);
});

it('sums as every tool writes them are understood', () => {
  lay({ 'list-a/1.csv': 'one', 'list-a/2.csv': 'two', 'list-b/3.csv': 'three' });
  const upper = sha256('two').toUpperCase();
  lay({
    SHA256SUMS: `${sha256('one')} *list-a/1.csv\r\n${upper}  ./list-a/2.csv\r\n${sum('three', 'list-b/3.csv')}`,
  });
  expect(verdicts()).toEqual(['list-a read', 'list-b read']);
});

it.each(['no sums at all', `${'0'.repeat(63)}  list-a/1.csv`, `${'0'.repeat(64)}  ../outside`])(
  'a SHA256SUMS that says "%s" is refused with its line',
  (line) => {
    lay({ 'list-a/1.csv': 'one', SHA256SUMS: `${sum('one', 'list-a/1.csv')}${line}\n` });
    expect(() => verdicts()).toThrow(
      expect.objectContaining({
        code: 'input-unreadable',
        message: expect.stringContaining('SHA256SUMS:2: ') as string,
      }),
    );
  },
);
