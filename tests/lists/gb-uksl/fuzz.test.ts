/**
 * Damaged files of the UK list: read or refused with a code, never a crash, and no designation that still stands in the
 * file is gone without an issue. The CSV and the spreadsheet are the publisher's, where they lie beside the checkout.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError, readSheets, unzipEntry, zipEntries } from '../../../src/base/index.js';
import type { ListContent } from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { odsTable, xlsxTable } from '../../base/sheet-of.js';
import { damaged, damagedPart, edits, FUZZ_RUNS, outcomeOf } from '../mutations.js';
import { hasReal, realFiles } from '../tables.js';
import { csvOf, readers, row, type Tree, xmlFile } from './support.js';

type Damage = (list: Parameters<typeof damaged>[1]) => { readonly bytes: Uint8Array; readonly text: string };

const readerOf = (format: string) => readers.find((one) => one.format === format)!;
const real = (pattern: RegExp) => wholeBytes(realFiles('gb-uksl').find(({ name }) => pattern.test(name))!);
const absent = !hasReal('gb-uksl');

/** Ids that stand in the text and are neither in the list nor told of. */
function lost(outcome: ListContent | CordonError, ids: readonly string[]): string[] {
  if (outcome instanceof CordonError || outcome.issues.length > 0) return [];
  const read = new Set(outcome.entities.map(({ listings }) => listings[0]!.entry));
  return ids.filter((id) => !read.has(id));
}

function holds(format: string, damage: Damage, id: RegExp): Promise<void> {
  return fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const { bytes, text } = damage(list);
      const ids = [...text.matchAll(id)].map((match) => match[1]!);
      expect(lost(await outcomeOf(readerOf(format), 'list', bytes), ids)).toEqual([]);
    }),
    { numRuns: FUZZ_RUNS, seed: 20_260_808 },
  );
}

const plain =
  (whole: Uint8Array): Damage =>
  (list) => {
    const bytes = damaged(whole, list);
    return { bytes, text: Buffer.from(bytes).toString() };
  };
const CSV_ID = /^\d{2}\/\d{2}\/\d{4},([A-Z]{3}\d{4}),/gm;

describe('invented', () => {
  const rows = ['RUS9001', 'RUS9001', 'RUS9002', 'AFG9003'].map((id, at) =>
    row({
      'Unique ID': id,
      'Name 6': `NAME${at}`,
      'Other Information': 'one, "two"\nthree',
      'D.O.B': 'dd/mm/1964',
    }),
  );
  const tree = (id: string): Tree => ({
    UniqueID: id,
    RegimeName: 'Russia',
    IndividualEntityShip: 'Individual',
    SanctionsImposed: 'Asset freeze|Travel Ban',
    DateDesignated: '31/07/2024',
    Names: { Name: { Name6: `NAME ${id}`, Name1: 'Given', NameType: 'Primary Name' } },
    Addresses: { Address: { AddressLine1: 'A', AddressCountry: 'Russia' } },
  });

  it('CSV', () => holds('UK CSV', plain(csvOf(rows).head), CSV_ID));
  it('XML', () =>
    holds(
      'UK XML',
      plain(xmlFile(['RUS9001', 'RUS9002', 'AFG9003'].map(tree)).head),
      /<Designation>\s*<UniqueID>([A-Z]{3}\d{4})<\/UniqueID>/g,
    ));
});

it.skipIf(absent)('the CSV as it is published (skipped without ../shared/data)', async () => {
  await holds('UK CSV', plain(await real(/\.csv$/)), CSV_ID);
});

it.skipIf(absent)(
  'forty rows of the spreadsheet as it is published, in both formats (skipped without ../shared/data)',
  async () => {
    const cells: (readonly string[])[] = [];
    for await (const found of readSheets(await real(/\.ods$/), 'list.ods')) {
      cells.push(found.cells);
      if (cells.length === 40) break;
    }
    const part =
      (archive: Uint8Array, name: string): Damage =>
      (list) => {
        const bytes = damagedPart(archive, name, list);
        const entry = zipEntries(bytes, 'list').find((one) => one.name === name)!;
        return { bytes, text: Buffer.from(unzipEntry(bytes, entry, 'list')).toString() };
      };
    const first = (start: string, end: string) => new RegExp(`${start}([A-Z]{3}\\d{4})${end}`, 'g');
    await holds(
      'UK spreadsheet',
      part(odsTable(cells), 'content.xml'),
      first(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>',
        '</text:p></table:table-cell>',
      ),
    );
    await holds(
      'UK spreadsheet',
      part(xlsxTable(cells), 'xl/worksheets/sheet0.xml'),
      first('<row><c t="inlineStr"><is><t xml:space="preserve">', '</t></is></c><c t="inlineStr">'),
    );
  },
);
