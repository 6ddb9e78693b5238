/** Several copies of a list in one folder. */
import { expect, it } from 'vitest';
import type { Issue } from '../../../src/base/index.js';
import { newestFile } from '../../../src/lists/reading/newest.js';
import { listFile } from '../tables.js';

const choose = (dates: Readonly<Record<string, string | null>>) => {
  const issues: Issue[] = [];
  const files = Object.keys(dates).map((name) => listFile(name, 'x'));
  const chosen = newestFile(files, ({ name }) => dates[name] ?? null, { issue: (one) => issues.push(one) });
  return [chosen.name, ...issues.map(({ code, file }) => `${code} ${file}`)];
};

it('the newest is read and every other one is named', () => {
  expect(choose({ a: '2025-04-19', b: '2026-02-27', c: null })).toEqual([
    'b',
    'ignored-file a',
    'ignored-file c',
  ]);
});

it('of equals and of undated ones the first is read', () => {
  expect(choose({ a: '2026-02-27', b: '2026-02-27' })).toEqual(['a', 'ignored-file b']);
  expect(choose({ a: null, b: null })).toEqual(['a', 'ignored-file b']);
});

it('one file alone is no matter for an issue', () => {
  expect(choose({ a: null })).toEqual(['a']);
});
