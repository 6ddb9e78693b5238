/** Delimited text as it really arrives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csvLine,
  decodeText,
  readDataTable,
  readRecords,
  readTable,
  streamRecords,
} from '../../src/base/index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function stream(text: string, size: number) {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const rows = [];
  for await (const row of streamRecords(chunks(), ',')) rows.push(row);
  return rows;
}

describe('reading rows', () => {
  it('names the line where a record begins, across blank lines, line breaks in cells and mixed line ends', () => {
    const text = 'a,b\n\n\n1,"x\ny"\r\n2,3\n4,5';
    expect(readRecords(text, 'f.csv').rows.map((row) => row.line)).toEqual([1, 4, 6, 7]);
  });

  it('keeps the records before a quote that never closes, and names the line', () => {
    const { rows, issues } = readRecords('a,b\n1,2\n3,"4\n5,6\n', 'f.csv');
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(issues).toMatchObject([{ code: 'bad-record', file: 'f.csv', line: 3 }]);
  });

  it('keeps them in a stream too, however many come at once', async () => {
    const rows: unknown[] = [];
    const read = async (size: number) => {
      rows.length = 0;
      const text = `a,b\n${'1,2\n'.repeat(500)}3,"4\n5,6\n`;
      async function* chunks() {
        for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
      }
      for await (const row of streamRecords(chunks(), ',')) rows.push(row);
    };
    for (const size of [7, 100, 1000, 100_000]) {
      await expect(read(size)).rejects.toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' });
      expect(rows).toHaveLength(501);
    }
  });

  it('fills missing cells and drops the byte order mark', () => {
    const table = readTable('\uFEFFname,city\nA\n', 'f.csv');
    expect(table.rows[0]?.cells).toEqual({ name: 'A', city: '' });
  });

  it('reads a stream of any text, plain records or not, as the parser reads the whole', async () => {
    const pieces = [
      'a',
      'é',
      '',
      ' ',
      '"',
      '""',
      ',',
      ',',
      '\n',
      '\r\n',
      '\r',
      '\uFEFF',
      '"x, ""y""\nz",',
      'thirteen letters',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.join('');
          const { rows, issues } = readRecords(text, 'f');
          if (issues.length > 0) await expect(stream(text, size)).rejects.toThrow();
          else expect(await stream(text, size)).toEqual(rows);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads a stream cut anywhere as it reads the whole', async () => {
    const cell = fc.string({ maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (rows, size) => {
          const text = rows.map((row) => csvLine(row.map((one) => `x${one}`))).join('\n');
          expect(await stream(text, size)).toEqual(readRecords(text, 'f').rows);
        },
      ),
    );
  });

  it('and so with lines of one cell above the table, empty ones too', async () => {
    const title = fc.string({ unit: fc.constantFrom(...'Report 0-8\t'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (titles, end, size) => {
          const text = [...titles, 'a,b', '1,"2\n3"', '4,5', ''].join(end);
          expect(await stream(text, size)).toEqual(readRecords(text, 'f').rows);
        },
      ),
    );
  });

  it('reads back what it writes', () =>
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
        fc.pre(cells.some((cell) => cell !== ''));
        fc.pre(!cells[0]!.startsWith('\uFEFF'));
        expect(readRecords(csvLine(cells), 'f').rows[0]?.cells).toEqual(cells);
      }),
    ));

  it('stops at a record of over a million characters instead of filling memory', async () => {
    await expect(stream(`a,b\n1,"${'x'.repeat(1_200_000)}`, 65_536)).rejects.toMatchObject({
      code: 'CSV_MAX_RECORD_SIZE',
    });
  });
});

describe('tables of our own', () => {
  it('a column too many or too few is a defect that names the file', () => {
    expect(() => readDataTable('a,b\n', 'x.csv', ['a'])).toThrow('x.csv: column "b" is not known');
    expect(() => readDataTable('a\n', 'x.csv', ['a', 'b'])).toThrow('x.csv: column "b" is missing');
  });
});

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8('Ж'), 'utf-8'],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, 0xd0, 0x96]), 'utf-8'],
    ['UTF-16 little-endian', new Uint8Array([0xff, 0xfe, 0x16, 0x04]), 'utf-16le'],
    ['UTF-16 big-endian', new Uint8Array([0xfe, 0xff, 0x04, 0x16]), 'utf-16be'],
  ])('%s', (_name, bytes, encoding) =>
    expect(decodeText(bytes, 'f')).toEqual({ text: 'Ж', encoding, issues: [] }),
  );

  it('says at which line bytes stop being UTF-8, and reads them as Windows-1252', () => {
    const decoded = decodeText(new Uint8Array([...utf8('one\ntwo '), 0xe9]), 'f.csv');
    expect(decoded).toMatchObject({ text: 'one\ntwo é', issues: [{ code: 'bad-encoding', line: 2 }] });
  });

  it('drops the DOS end-of-file that OFAC writes', () =>
    expect(decodeText(new Uint8Array([65, 0x1a]), 'f').text).toBe('A'));
});

it('lines are those of the file behind cells with line breaks of every kind, read at once or as they stream by', async () => {
  const text = 'id,name\r\n1,"a\r\nb\r\n\r\nc"\r\n2,c\r\n\r\n3,"x\ny"\r\n4,"p\rq"\r\n5,e\r\n';
  const lines = [1, 2, 6, 8, 10, 12];
  expect(readRecords(text, 'a.csv').rows.map(({ line }) => line)).toEqual(lines);
  for (const size of [1, 5, 100]) expect((await stream(text, size)).map(({ line }) => line)).toEqual(lines);
});
