/** The figures of a matcher, from scores and the truth alone. */

/** A pair as a matcher sees it: its score in [0, 1], and whether the two are the same. */
export type Scored = { readonly score: number; readonly same: boolean };

/** How well a threshold tells same from different; `brier` is the mean square of score less truth. */
export type Accuracy = {
  readonly pairs: number;
  readonly same: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly brier: number;
};

/** A bin of scores from `from` up to `to` (the last one included); shares are of its pairs, `Number.NaN` without any. */
export type Bin = {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly shareSame: number;
  readonly meanScore: number;
};

/** Accuracy of "the score is `threshold` or more". Without hits precision is 1, without same pairs recall is 1. */
export function accuracy(scored: readonly Scored[], threshold: number): Accuracy {
  const hits = scored.filter(({ score }) => score >= threshold);
  const found = hits.filter(({ same }) => same).length;
  const same = scored.filter((pair) => pair.same).length;
  const squares = scored.reduce((sum, pair) => sum + (pair.score - (pair.same ? 1 : 0)) ** 2, 0);
  return {
    pairs: scored.length,
    same,
    f1: hits.length + same === 0 ? 1 : (2 * found) / (hits.length + same),
    precision: hits.length === 0 ? 1 : found / hits.length,
    recall: same === 0 ? 1 : found / same,
    brier: squares / Math.max(1, scored.length),
  };
}

/** The threshold, out of all scores, with the highest F1; the higher one of equals. */
export function bestThreshold(scored: readonly Scored[]): { threshold: number; f1: number } {
  let best = { threshold: 1, f1: 0 };
  for (const threshold of new Set(scored.map(({ score }) => score).sort((a, b) => b - a))) {
    const { f1 } = accuracy(scored, threshold);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best;
}

/**
 * Ten bins of scores, and the expected calibration error: the mean distance of a bin's share of same pairs from its mean
 * score, each bin weighed by its pairs.
 */
export function reliability(scored: readonly Scored[]): { bins: Bin[]; calibrationError: number } {
  const bins = Array.from({ length: 10 }, (_, at): Bin => {
    const inside = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === at);
    return {
      from: at / 10,
      to: (at + 1) / 10,
      pairs: inside.length,
      shareSame: inside.filter(({ same }) => same).length / inside.length,
      meanScore: inside.reduce((sum, { score }) => sum + score, 0) / inside.length,
    };
  });
  const filled = bins.filter(({ pairs }) => pairs > 0);
  const off = filled.reduce((sum, bin) => sum + bin.pairs * Math.abs(bin.shareSame - bin.meanScore), 0);
  return { bins, calibrationError: off / Math.max(1, scored.length) };
}

/**
 * The share of hits that are right where `baseRate` of those asked for are listed (Bayes), each of `recall` found and
 * each of the others hit with `falseAlarms`. `Number.NaN` where there would be no hit at all.
 */
export function precisionAt(baseRate: number, recall: number, falseAlarms: number): number {
  const right = baseRate * recall;
  return right / (right + (1 - baseRate) * falseAlarms);
}
