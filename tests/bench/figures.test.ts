/** The figures that the bench of names prints, on cases small enough to count by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy, bestThreshold, precisionAt, reliability, type Scored } from '../../bench/names/figures.js';

const pair = (score: number, same: boolean): Scored => ({ score, same });
const somePairs = fc.array(
  fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), same: fc.boolean() }),
  {
    minLength: 1,
  },
);

describe('accuracy at a threshold', () => {
  it('two of three found and one false alarm: precision, recall and F1 are two thirds', () => {
    const scored = [pair(0.9, true), pair(0.7, true), pair(0.6, true), pair(0.8, false), pair(0.1, false)];
    const { precision, recall, f1, same, pairs } = accuracy(scored, 0.7);
    expect([pairs, same]).toEqual([5, 3]);
    for (const figure of [precision, recall, f1]) expect(figure).toBeCloseTo(2 / 3);
  });

  it('a score at the threshold is a hit', () => {
    expect(accuracy([pair(0.7, true)], 0.7).recall).toBe(1);
  });

  it('nothing found at all is an F1 of 0, although no hit is wrong', () => {
    expect(accuracy([pair(0.2, true)], 0.7)).toMatchObject({ f1: 0, precision: 1, recall: 0 });
  });

  it('Brier is the mean square of what a score is off: 0.2² and 0.6²', () => {
    expect(accuracy([pair(0.8, true), pair(0.6, false)], 0.7).brier).toBeCloseTo(0.2);
  });

  it('no threshold has a higher F1 than the best one', () =>
    fc.assert(
      fc.property(somePairs, fc.double({ min: 0, max: 1, noNaN: true }), (scored, threshold) => {
        fc.pre(scored.some(({ same }) => same));
        const best = bestThreshold(scored);
        expect(accuracy(scored, best.threshold).f1).toBe(best.f1);
        expect(accuracy(scored, threshold).f1).toBeLessThanOrEqual(best.f1);
      }),
    ));
});

describe('reliability', () => {
  it('each pair stands in the bin of its score, 1 in the last', () => {
    const { bins } = reliability([pair(0, false), pair(0.05, false), pair(0.95, true), pair(1, false)]);
    expect(bins.map(({ pairs }) => pairs)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]).toMatchObject({ shareSame: 0.5, meanScore: 0.975 });
  });

  it('three of four same at 0.75 is no error; all of them would be one of a quarter', () => {
    const at = (same: readonly boolean[]) => reliability(same.map((one) => pair(0.75, one))).calibrationError;
    expect(at([true, true, true, false])).toBeCloseTo(0);
    expect(at([true, true, true, true])).toBeCloseTo(0.25);
  });

  it('bins weigh by their pairs: 3 pairs off by 0.1 and 1 by 0.5', () => {
    const scored = [pair(0.9, true), pair(0.9, true), pair(0.9, true), pair(0.5, false)];
    expect(reliability(scored).calibrationError).toBeCloseTo((3 * 0.1 + 0.5) / 4);
  });

  it('loses no pair, and the error is a distance of shares', () =>
    fc.assert(
      fc.property(somePairs, (scored) => {
        const { bins, calibrationError } = reliability(scored);
        expect(bins.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(scored.length);
        expect(calibrationError).toBeGreaterThanOrEqual(0);
        expect(calibrationError).toBeLessThanOrEqual(1);
      }),
    ));
});

describe('precision by base rate', () => {
  it('of 10,000 people 100 are listed: 90 are found beside 99 false alarms of 1 %', () => {
    expect(precisionAt(1 / 100, 0.9, 0.01)).toBeCloseTo(90 / (90 + 99));
  });

  it('without false alarms every hit is right', () => {
    expect(precisionAt(1 / 10_000, 0.9, 0)).toBe(1);
  });

  it('the rarer the listed, the less a hit is worth', () => {
    expect(precisionAt(1 / 10_000, 0.9, 0.005)).toBeLessThan(precisionAt(1 / 100, 0.9, 0.005));
  });
});
