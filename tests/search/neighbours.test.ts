/** Two words as many slips apart as their lengths allow always share a shortening; that is all the table rests on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropsOf, MOST_SHORTENINGS, shortenings, slipsAllowed } from '../../src/search/neighbours.js';
import { slips } from './scan.js';

const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 10 });

describe('shortenings', () => {
  it('meet where two words are near enough', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = slips(a, b);
        fc.pre(edits > 0 && edits <= slipsAllowed(a.length, b.length));
        const own = new Set(hashesOf(a, Math.min(2, dropsOf(a.length))));
        expect(hashesOf(b, dropsOf(b.length)).some((hash) => own.has(hash))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are each given once, and never more than there is room for', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 2 }), (text, drops) => {
        const hashes = hashesOf(text, drops);
        expect(new Set(hashes).size).toBe(hashes.length);
        expect(hashes.length).toBeLessThanOrEqual(MOST_SHORTENINGS);
      }),
    );
  });
});

it.each([
  [2, 3, 0],
  [3, 3, 1],
  [4, 4, 1],
  [4, 5, 1],
  [5, 5, 2],
  [4, 6, 2],
  [12, 10, 2],
])('words of %i and %i letters may lie %i slips apart', (a, b, most) => {
  expect(slipsAllowed(a, b)).toBe(most);
  expect(slipsAllowed(b, a)).toBe(most);
});

function hashesOf(text: string, drops: number): number[] {
  const out = new Uint32Array(MOST_SHORTENINGS);
  return [...out.subarray(0, shortenings(new TextEncoder().encode(text), 0, text.length, drops, out))];
}
