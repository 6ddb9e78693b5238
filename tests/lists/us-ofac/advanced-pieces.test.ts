/** OFAC's advanced XML is read in two halves: wherever it is cut into pieces, cut off, or written in other bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { type ListFile, memoryFile, readWholeList } from '../../../src/lists/index.js';
import { type AdvancedFile, advancedFile, at, place } from './advanced-file.js';
import { readerOf } from './support.js';

const reader = readerOf('us-ofac-sdn', 10);
const NAME = 'SDN_ADVANCED.XML';
const read = (text: string) => readWholeList(reader, [memoryFile(NAME, new TextEncoder().encode(text))]);
const named = (part: string, name: string) => [{ main: true, type: 'Name', parts: [[part, name]] }] as const;

describe('a file in pieces', () => {
  const whole: AdvancedFile = {
    parties: [
      { id: 11, kind: 'Individual', names: named('Last Name', 'DOE'), features: [['Location', at(1)]] },
      { id: 12, kind: 'Entity', names: named('Entity Name', 'EXAMPLE TRADING LLC') },
    ],
    locations: [[1, place({ CITY: 'Tehran' }, 'Iran')]],
    documents: [{ party: 11, type: 'Passport', number: 'A1', country: 'Iran' }],
    relations: [{ from: 11, to: 12, type: 'Owned or Controlled By' }],
  };
  const text = advancedFile(whole);
  const inPieces = (bytes: Uint8Array, size: number): ListFile => ({
    ...memoryFile(NAME, bytes),
    async *chunks() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    },
  });

  it('reads the same wherever it is cut into pieces', async () => {
    const expected = await read(text);
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
        expect(await readWholeList(reader, [inPieces(bytes, size)])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same where its halves cannot be told by their bytes: with a prefix, or in UTF-16', async () => {
    const { entities } = await read(text);
    const prefixed = text.replace(/<(\/?)(?=[A-Za-z])/g, '<$1s:').replace('xmlns=', 'xmlns:s=');
    expect(await read(prefixed)).toMatchObject({ entities, issues: [] });
    const wide = Buffer.from(`\uFEFF${text.replace('encoding="utf-8"', 'encoding="utf-16"')}`, 'utf16le');
    expect(await readWholeList(reader, [inPieces(wide, 101)])).toMatchObject({ entities, issues: [] });
  });

  it('cut off anywhere it is refused, never read as a shorter list', async () => {
    const bytes = new TextEncoder().encode(text);
    const end = text.lastIndexOf('</Sanctions>') + '</Sanctions>'.length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: end - 1 }), async (size) => {
        await expect(readWholeList(reader, [memoryFile(NAME, bytes.subarray(0, size))])).rejects.toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^list-(truncated|empty)$/) }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('a declared document type is refused, never expanded', async () => {
    const bomb = text.replace('<Sanctions ', '<!DOCTYPE Sanctions [<!ENTITY a "b">]><Sanctions ');
    await expect(read(bomb)).rejects.toThrow(expect.objectContaining({ code: 'xml-refused' }));
  });

  it('with any bytes changed it is read with issues or refused with a code, and never hangs or breaks', async () => {
    const bytes = new TextEncoder().encode(text);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const changed = bytes.slice();
        for (const [place, byte] of changes) changed[place] = byte;
        try {
          const { entities } = await readWholeList(reader, [memoryFile(NAME, changed)]);
          expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
        } catch (error) {
          expect(error).toBeInstanceOf(CordonError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
