/** The fast distance is the textbook's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern } from '../../src/search/distance.js';
import { slips } from './scan.js';

const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 40 });

describe('slips of the pen between two words', () => {
  it.each([
    ['prigozhin', 'prigozin', 1],
    ['mikhail', 'mihkail', 1],
    ['husayn', 'hussein', 3],
    ['anna', 'anna', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(measure(a, b)).toBe(edits);
    expect(slips(a, b)).toBe(edits);
  });

  it('agrees with the textbook on any two words, longer than a machine word too', () => {
    fc.assert(fc.property(word, word, (a, b) => measure(a, b) === slips(a, b)));
  });

  it('forgets the word prepared before', () => {
    const pattern = new Pattern();
    fc.assert(
      fc.property(word, word, word, (first, a, b) => {
        prepare(pattern, first);
        prepare(pattern, a);
        return distance(pattern, b) === slips(a, b);
      }),
    );
  });
});

function measure(a: string, b: string): number {
  const pattern = new Pattern();
  prepare(pattern, a);
  return distance(pattern, b);
}

function prepare(pattern: Pattern, word: string): void {
  const bytes = new TextEncoder().encode(`--${word}-`);
  pattern.prepare(bytes, 2, bytes.length - 1);
}

function distance(pattern: Pattern, word: string): number {
  const bytes = new TextEncoder().encode(`--${word}-`);
  return pattern.distanceTo(bytes, 2, bytes.length - 1);
}
