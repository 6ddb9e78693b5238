/** Spreadsheets are read as what their cells show, or refused with a code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError, isSpreadsheet, readSheets, type SheetRow } from '../../src/base/index.js';
import { odsOf, odsTable, xlsxOf, xlsxTable } from './sheet-of.js';
import { zipOf } from './zip-of.js';

async function read(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheets(bytes, 'book')) rows.push(row);
  return rows;
}
const cells = async (bytes: Uint8Array) => (await read(bytes)).map((row) => row.cells);

const text = fc
  .string({ unit: fc.constantFrom(...'aZ09 é<&>"\'日本_x') })
  .map((cell) => cell.replace(/\s+/g, ' ').trim());

describe.each([
  ['XLSX', xlsxTable],
  ['ODS', odsTable],
])('%s', (_format, tableOf) => {
  it('gives back what was written, rows without a cell aside', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 8 }), async (rows) => {
        const wanted = rows.map((row, at) => ({
          line: at + 1,
          cells: row.slice(0, row.findLastIndex((cell) => cell !== '') + 1),
        }));
        const got = (await read(tableOf(rows))).map(({ line, cells: found }) => ({ line, cells: found }));
        expect(got).toEqual(wanted.filter((row) => row.cells.length > 0));
      }),
      { numRuns: 60 },
    ));

  it('is known by its first kilobytes', () => {
    expect(isSpreadsheet(tableOf([['a']]).subarray(0, 4_096))).toBe(true);
    expect(isSpreadsheet(zipOf({ 'list.csv': 'a,b' }))).toBe(false);
  });

  it('that is cut anywhere is refused, with a code', () => {
    const whole = tableOf([['a', 'b']]);
    return fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await expect(read(whole.subarray(0, length))).rejects.toThrow(CordonError);
      }),
      { numRuns: 40 },
    );
  });

  it('with any byte changed is read as it was, or refused: never another text', () => {
    const whole = tableOf([
      ['Unique ID', 'Name'],
      ['AFG0001', 'SOMEBODY'],
    ]);
    const all = [
      ['Unique ID', 'Name'],
      ['AFG0001', 'SOMEBODY'],
    ];
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = new Uint8Array(whole);
        bytes[at] = bytes[at]! ^ change;
        const outcome = await cells(bytes).catch((cause: unknown) => cause);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CordonError);
        else expect(outcome).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });
});

it('a workbook with any byte changed never loses its shared text or its dates', () => {
  const whole = xlsxOf(
    { A: '<row><c t="s"><v>0</v></c><c s="1"><v>41988</v></c></row>' },
    { strings: ['<t>SOMEBODY</t>'], styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
  );
  return fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = new Uint8Array(whole);
      bytes[at] = bytes[at]! ^ change;
      const outcome = await cells(bytes).catch((cause: unknown) => cause);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CordonError);
      else expect(outcome).toEqual([['SOMEBODY', '2014-12-15']]);
    }),
    { numRuns: 400 },
  );
});

describe('cells of XLSX', () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-C09]d\\ mmmm\\ yyyy;@"/>
    <numFmt numFmtId="165" formatCode="0000000000"/><numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot; days&quot;"/>
    <numFmt numFmtId="167" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs>${[0, 14, 164, 165, 166, 167, 20].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const one = async (cell: string, more = {}) =>
    (await cells(xlsxOf({ A: `<row>${cell}</row>` }, { styles, ...more })))[0]?.[0];

  it.each([
    ['a day by a built-in format', '<c s="1"><v>41988</v></c>', '2014-12-15'],
    ['a day by a format of the workbook', '<c s="2"><v>18798</v></c>', '1951-06-19'],
    ['the day before 1 March 1900', '<c s="1"><v>59</v></c>', '1900-02-28'],
    ['the day that never was, as its number', '<c s="1"><v>60</v></c>', '60'],
    ['1 March 1900', '<c s="1"><v>61</v></c>', '1900-03-01'],
    ['a day with a time', '<c s="5"><v>41988.5</v></c>', '2014-12-15T12:00:00'],
    ['a time alone', '<c s="6"><v>0.75</v></c>', '18:00:00'],
    ['no day beyond the last', '<c s="1"><v>99999999</v></c>', '99999999'],
    ['a number whose format says days in quotes', '<c s="4"><v>41988</v></c>', '41988'],
    ['a number of general format', '<c s="0"><v>1963</v></c>', '1963'],
    ['leading zeros that the format adds', '<c s="3"><v>77012150</v></c>', '0077012150'],
    ['a long number, in full', '<c><v>7.73420286E9</v></c>', '7734202860'],
    ['a longer one', '<c><v>1E22</v></c>', '10000000000000000000000'],
    ['a broken number as it stands', '<c><v>12x</v></c>', '12x'],
    ['the value a formula last gave', '<c t="str"><f>A1&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['yes and no', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a day in ISO', '<c t="d"><v>2014-12-15T00:00:00</v></c>', '2014-12-15'],
    ['an inline string in runs', '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
  ])('%s', async (_what, cell, shown) => expect(await one(cell)).toBe(shown));

  it('are counted from 1904 where the workbook says so', async () => {
    expect(await one('<c s="1"><v>0</v></c>', { workbook: '<workbookPr date1904="1"/>' })).toBe('1904-01-01');
  });

  it('take shared text in runs, without its reading, with signs that XML cannot hold', async () => {
    const strings = ['<r><t>東</t></r><r><t>京</t></r><rPh><t>とうきょう</t></rPh>', '<t>a_x000A_b</t>'];
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>';
    expect(await cells(xlsxOf({ A: rows }, { strings }))).toEqual([['東京', 'a\nb']]);
  });

  it('stand where they say, in rows that say where they stand', async () => {
    const rows = '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c r="AA4"><v>3</v></c></row>';
    const [third, fourth] = await read(xlsxOf({ A: rows }));
    expect([third?.line, third?.cells]).toEqual([3, ['', '', '1', '2']]);
    expect([fourth?.line, fourth?.cells.length, fourth?.cells.at(-1)]).toEqual([4, 27, '3']);
  });

  it('come sheet by sheet, in the order of the workbook', async () => {
    const row = (value: number) => `<row><c><v>${value}</v></c></row>`;
    expect(
      (await read(xlsxOf({ 'B&B': row(1), A: row(2) }))).map(({ sheet, cells }) => [sheet, ...cells]),
    ).toEqual([
      ['B&B', '1'],
      ['A', '2'],
    ]);
  });
});

describe('cells of ODS', () => {
  const one = async (cell: string) =>
    (await cells(odsOf({ A: `<table:table-row>${cell}</table:table-row>` })))[0];
  const cell = (attributes: string, inside: string) =>
    `<table:table-cell ${attributes}>${inside}</table:table-cell>`;

  it.each([
    [
      'a day',
      cell('office:value-type="date" office:date-value="2014-12-15"', '<text:p>15 Dec</text:p>'),
      ['2014-12-15'],
    ],
    ['a number', cell('office:value-type="float" office:value="1963"', '<text:p>1,963</text:p>'), ['1963']],
    [
      'text with blanks',
      cell('', '<text:p>a<text:s text:c="2"/>b<text:span>c</text:span></text:p>'),
      ['a  bc'],
    ],
    ['paragraphs as lines', cell('', '<text:p>a</text:p><text:p>b</text:p>'), ['a\nb']],
    [
      'no note',
      cell('', '<office:annotation><text:p>seen</text:p></office:annotation><text:p>a</text:p>'),
      ['a'],
    ],
    [
      'repeats',
      cell('table:number-columns-repeated="2"', '<text:p>a</text:p>') + cell('', '<text:p>b</text:p>'),
      ['a', 'a', 'b'],
    ],
    [
      'nothing under a merged cell',
      `${cell('', '<text:p>a</text:p>')}<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>${cell('', '<text:p>b</text:p>')}`,
      ['a', '', 'b'],
    ],
  ])('%s', async (_what, row, shown) => expect(await one(row)).toEqual(shown));

  it('repeat rows that hold something, and number what follows', async () => {
    const rows = `<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="5"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>`;
    expect((await read(odsOf({ A: rows }))).map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a'],
      [2, 'a'],
      [8, 'b'],
    ]);
  });
});

describe('what is refused', () => {
  const refused = (code: string, message: RegExp) =>
    expect.objectContaining({ code, message: expect.stringMatching(message) });

  it.each([
    ['an old or encrypted file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /old \.xls format/],
    ['a text', Buffer.from('a,b\n'), /not a spreadsheet/],
    ['an archive of something else', zipOf({ 'a.xml': '<a/>' }), /no spreadsheet/],
    ['a document without a workbook', zipOf({ '[Content_Types].xml': '<Types/>' }), /no workbook/],
    [
      'a cell whose shared text is not there',
      xlsxOf({ A: '<row><c t="s"><v>9</v></c></row>' }),
      /shared text 9/,
    ],
    ['XML that breaks off', zipOf({ 'content.xml': '<a><b>' }), /content\.xml: no XML/],
  ])('%s', async (_what, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(refused('input-unreadable', message));
  });

  it('a document type, before anything in it is expanded', async () => {
    const bytes = zipOf({ 'content.xml': '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' });
    await expect(read(bytes)).rejects.toThrow(refused('xml-refused', /document type/));
  });

  it('an archive that says it unfolds to gigabytes', async () => {
    const bytes = zipOf({ 'content.xml': '<a/>' }, true, { size: 2 ** 31 });
    await expect(read(bytes)).rejects.toThrow(refused('input-too-large', /1 GiB/));
  });

  it('a few bytes that ask for a million rows of a thousand cells', async () => {
    const rows = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>a</text:p></table:table-cell></table:table-row>`;
    await expect(read(odsOf({ A: rows }))).rejects.toThrow(refused('input-too-large', /cells/));
  });

  it('a cell of a million letters', async () => {
    await expect(read(xlsxTable([['a'.repeat(1_000_001)]]))).rejects.toThrow(
      refused('input-too-large', /a cell/),
    );
  });
});
