/** Delimited lists as they stream by: the same rows wherever chunks are cut, and nothing lost without a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError, type Issue } from '../../../src/base/index.js';
import type { ListFile } from '../../../src/lists/reader.js';
import { readHeadedRows, readRecordsOf } from '../../../src/lists/reading/rows.js';
import { chunkedFile, listFile } from '../tables.js';

const HEADINGS = { known: ['id', 'name', 'note'], needed: ['id', 'name'], passed: ['stamp'] };
const TABLE = 'id,name,note,stamp\r\n1,"Ольга, ""O""",x,9\r\n2,"郑\nDoe",,9\r\n3,Ivan,last,9\r\n';
const ROWS = [
  [2, '1', 'Ольга, "O"', 'x'],
  [3, '2', '郑\nDoe', ''],
  [5, '3', 'Ivan', 'last'],
];

async function read(file: ListFile | string, titles?: string[][], delimiter?: string) {
  const issues: Issue[] = [];
  const rows: unknown[] = [];
  const options = {
    ...(delimiter === undefined ? {} : { delimiter }),
    titles: ({ cells }: { cells: readonly string[] }) => titles?.push([...cells]),
  };
  const source = typeof file === 'string' ? listFile('list.csv', file) : file;
  for await (const row of readHeadedRows(source, { issue: (one) => issues.push(one) }, HEADINGS, options))
    rows.push([row.line, row.cell('id'), row.cell('name'), row.cell('note')]);
  return { rows, issues };
}

async function failed(work: Promise<unknown>): Promise<CordonError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CordonError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('rows by heading', () => {
  it('have their lines, and cells trimmed', async () => {
    expect(await read(TABLE.replace('Ivan', ' Ivan '))).toEqual({ rows: ROWS, issues: [] });
  });

  it('are the same wherever chunks are cut', async () => {
    const bytes = new TextEncoder().encode(TABLE);
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, async (cuts) => {
        expect(await read(chunkedFile('list.csv', bytes, cuts))).toEqual({ rows: ROWS, issues: [] });
      }),
    );
  });

  it.each([
    ['UTF-16 little end', new Uint8Array(Buffer.from(`\uFEFF${TABLE}`, 'utf16le'))],
    ['UTF-16 big end', new Uint8Array(Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16())],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TABLE}`)],
    ['a DOS end mark behind them', new TextEncoder().encode(`${TABLE}\u001a`)],
  ])('are the same in %s', async (_what, bytes) => {
    for (const size of [1, 3, 1 << 16])
      expect(await read(chunkedFile('list.csv', bytes, [size]))).toEqual({ rows: ROWS, issues: [] });
  });

  it('stand under a title and a date, which are handed over', async () => {
    const titles: string[][] = [];
    const { rows } = await read(`Report Date: 08-Oct-2026\r\nUK Sanctions List,,\r\n${TABLE}`, titles);
    expect(rows).toHaveLength(3);
    expect(titles).toEqual([['Report Date: 08-Oct-2026'], ['UK Sanctions List', '', '']]);
  });

  it('a column nobody knows is an issue; one that is known and not used is none', async () => {
    const { rows, issues } = await read(TABLE.replace('note', 'shoe size'));
    expect(rows).toHaveLength(3);
    expect(issues).toMatchObject([{ code: 'unknown-column', line: 1, field: 'shoe size' }]);
  });

  it('a row of another width is kept, with an issue', async () => {
    const { rows, issues } = await read(TABLE.replace('3,Ivan', '8,short\r\n9,long,n,9,more\r\n3,Ivan'));
    expect(rows).toHaveLength(5);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['bad-record', 5],
      ['bad-record', 6],
    ]);
  });

  it('rows that a stray quote draws into a cell are told, with their number', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => `${at},Jane,x,9\r\n`).join('');
    const { rows: read_, issues } = await read(
      `id,name,note,stamp\r\n7,"Ivan,x,9\r\n${rows}8,"John",x,9\r\n`,
    );
    expect(read_.length).toBeLessThan(7);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'bad-record',
        line: 2,
        message: expect.stringContaining('a cell holds at least 5 rows'),
      }),
    );
  });

  it('lines in another encoding are read as Windows-1252, the first of them named', async () => {
    const text = TABLE.replace('Ivan', 'Günter');
    const bytes = Buffer.concat(
      text
        .split('Günter')
        .flatMap((part, at) => [...(at === 0 ? [] : [Buffer.from('Günter', 'latin1')]), Buffer.from(part)]),
    );
    const { rows, issues } = await read(chunkedFile('list.csv', bytes, [5]));
    expect(rows[2]).toEqual([5, '3', 'Günter', 'last']);
    expect(issues).toMatchObject([{ code: 'bad-encoding', line: 5 }]);
  });
});

describe('a file that was cut', () => {
  it('at any byte is refused, or has all rows that were whole; a cut inside a row is told', async () => {
    const bytes = new TextEncoder().encode(TABLE);
    for (let end = 0; end < bytes.length; end += 1) {
      const text = new TextDecoder().decode(bytes.subarray(0, end));
      const result = await read(listFile('list.csv', text)).catch((error: unknown) => error);
      if (result instanceof CordonError) {
        expect(result.code, `cut at ${end}`).toMatch(/^list-(?:truncated|empty|unreadable)$/);
        continue;
      }
      const { rows, issues } = result as Awaited<ReturnType<typeof read>>;
      // At a line's end nothing in the file tells a cut one from a shorter list: the store compares sizes.
      const atLineEnd = /[\r\n]$/.test(text);
      expect(
        issues.some(({ code }) => code === 'perhaps-cut'),
        `cut at ${end}`,
      ).toBe(!atLineEnd);
      expect(rows).toEqual(ROWS.slice(0, rows.length));
    }
  });

  it.each([
    ['inside a quote', TABLE.slice(0, TABLE.indexOf('Doe')), 3],
    ['between columns', TABLE.slice(0, TABLE.indexOf('Ivan') + 2), 5],
  ])('%s names the line', async (_where, text, line) => {
    const error = await failed(read(text));
    expect(error.code).toBe('list-truncated');
    expect(error.message).toContain(`list.csv:${line}:`);
  });
});

describe('refused', () => {
  it.each([
    ['an empty file', '', 'list-empty'],
    ['a file of blanks', '\r\n \r\n', 'list-empty'],
    ['a file with an end mark only', '\u001a', 'list-empty'],
    ['a file without a needed heading', 'id,title\r\n1,A\r\n', 'list-unreadable'],
    ['an error page', '<html>\n<body>\nNot\nfound\nhere</html>\n', 'list-unreadable'],
  ])('%s', async (_what, text, code) => {
    expect(await failed(read(text))).toMatchObject({ code });
  });

  it('a missing heading is named', async () => {
    expect((await failed(read('id,title\r\n1,A\r\n'))).message).toContain('column "name" is missing');
  });
});

it('records without headings come as they stand', async () => {
  const records: unknown[] = [];
  const file = listFile('d.txt', '1\t"a"\tb\n2\tc\n');
  for await (const some of readRecordsOf(file, { issue: () => undefined }, '\t')) records.push(...some);
  expect(records).toEqual([
    { line: 1, cells: ['1', 'a', 'b'] },
    { line: 2, cells: ['2', 'c'] },
  ]);
});
