/** The coverage rule, and what may be left out of a search without losing a name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  COVERAGE,
  essentialParts,
  isCovered,
  isStrong,
  likenessOf,
  weigh,
} from '../../src/search/coverage.js';
import { parse } from './invented.js';

const pairs = fc.array(
  fc.record({
    weight: fc.integer({ min: 0, max: 12 }),
    other: fc.integer({ min: 0, max: 12 }),
    likeness: fc.option(fc.constantFrom(0.2, 0.4, 0.5, 0.7, 1)),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('what parts weigh', () => {
  it.each([
    ['Ivan Golub', [4, 9]],
    ['Golub form:Ltd', [9, 0]],
    ['honorific:Haji Golub', [0, 9]],
    ['form:Holding form:Ltd', [9, 9]],
  ])('%s', (name, weights) => {
    expect([...weigh(parse(name).parts)]).toEqual(weights);
  });
});

describe('two words', () => {
  it.each([
    ['alike', 0, 8, 1, true],
    ['three letters of ten apart', 3, 10, COVERAGE, true],
    ['a letter of three apart', 1, 3, 0.4444, false],
    ['six of eight apart', 6, 8, 0, false],
  ])('%s', (_, slips, longer, likeness, strong) => {
    expect(likenessOf(slips, longer)).toBeCloseTo(likeness, 4);
    expect(isStrong(likenessOf(slips, longer))).toBe(strong);
  });
});

describe('a side that is covered', () => {
  it('has an essential part and a strong pair among those it shares', () => {
    fc.assert(
      fc.property(pairs, (parts) => {
        const balances = parts.map(({ weight, other, likeness }) =>
          balanceOf(likeness ?? 0, weight, likeness === null ? 0 : Math.min(weight, other)),
        );
        const sum = balances.reduce((total, balance) => total + balance, 0);
        if (!isCovered(sum) || Math.max(...balances) <= 0) return;
        const essential = essentialParts(Float64Array.from(parts, ({ weight }) => weight));
        expect(parts.some(({ likeness }, at) => likeness !== null && essential[at] === 1)).toBe(true);
        expect(parts.some(({ likeness }) => likeness !== null && isStrong(likeness))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
