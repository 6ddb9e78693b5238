/** The tables are written as they are compared, so that no row can never match. */
import { expect, it } from 'vitest';
import { readTable } from '../../src/base/index.js';
import { plainLine } from '../../src/documents/furniture.js';
import { tables } from './support.js';

const rows = (path: string) => readTable(tables.get(path) ?? '', path).rows.map(({ cells }) => cells);

it('patterns of lines are in the form that lines are brought to', () => {
  const lines = rows('documents/furniture.csv').filter(({ where = '' }) =>
    ['line', 'section', 'start'].includes(where),
  );
  const odd = lines.flatMap(({ patterns = '' }) =>
    patterns.split('|').filter((pattern) => pattern === '' || plainLine(pattern) !== pattern),
  );
  expect(odd).toEqual([]);
});

it('no pattern stands twice for one place', () => {
  const seen = new Set<string>();
  const twice = rows('documents/furniture.csv').flatMap(({ where = '', patterns = '' }) =>
    patterns.split('|').filter((pattern) => seen.size === seen.add(`${where} ${pattern}`).size),
  );
  expect(twice).toEqual([]);
});

it('every row names its source', () => {
  for (const path of tables.keys()) expect(rows(path).filter(({ source }) => source === '')).toEqual([]);
});

it('a year has twelve months in every language', () =>
  expect(rows('documents/months.csv').filter(({ months = '' }) => months.split('|').length !== 12)).toEqual(
    [],
  ));
