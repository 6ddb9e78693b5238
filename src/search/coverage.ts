/**
 * The coverage rule: which names may be passed over, whatever a scorer would make of them. Parts weigh their rarity.
 * A pair of like parts weighs what the commoner of the two does, so that a slip of the pen makes no part rarer, and
 * shares as much of that as the two are alike. A name is kept when on either side the shared weight is `COVERAGE` of all
 * weight; in other words, when what agrees outweighs what contradicts: one "ivan" or "trading" in common is not enough,
 * unless it is all that one side has.
 *
 * What follows saves work and loses nothing. Nothing is covered without a strong pair, one whose likeness alone reaches
 * `COVERAGE`. And nothing is covered without one of its essential parts, those beyond the lightest parts that together
 * stay under `COVERAGE` of it (Broder et al. 2003, WAND; Chaudhuri et al. 2006, prefix filter). So it is enough to look
 * at the names with a strong pair, or else at those with a pair that is essential to the query or to the name.
 */
import type { NamePart, PartType } from '../names/index.js';

/** Share of either side's weight that the parts in common must reach. */
export const COVERAGE = 0.5;

/** Letters in common from which two words alone would be enough, as a share of the longer: seven of ten. */
const ENOUGH = 0.7;

/** Likeness of two words whose phonetic keys are one sound apart: nothing alone, little beside others. */
export const NEARLY_ALIKE = 0.2;

/** Likeness of two words that share a consonant skeleton: one name in two languages' dress, or near it. */
export const SAME_SKELETON = 0.6;

/** Sums of rarities are compared with this much grace, since adding in another order rounds differently. */
const GRACE = 1e-9;

/** Parts that say little on their own: they weigh nothing beside parts that do. */
const LIGHT: Readonly<Record<PartType, boolean>> = {
  word: false,
  given: false,
  family: false,
  patronymic: false,
  matronymic: false,
  nickname: false,
  number: false,
  place: false,
  generic: false,
  particle: true,
  honorific: true,
  generation: true,
  initial: true,
  'legal-form': true,
  prefix: true,
  acronym: false,
};

/** Weight of a part whose rarity is no sensible number, in nats. */
const LEAST = 0.5;

/** What each part weighs, in nats; where a name has only light parts ("Holding Ltd."), all of them weigh. */
export function weigh(parts: readonly Pick<NamePart, 'type' | 'rarity'>[]): Float64Array {
  const allLight = parts.every((part) => LIGHT[part.type]);
  const weights = new Float64Array(parts.length);
  parts.forEach((part, at) => {
    if (allLight || !LIGHT[part.type]) weights[at] = weightOf(part.rarity);
  });
  return weights;
}

/** The weight of a part that weighs. */
export function weightOf(rarity: number): number {
  return Math.max(rarity, LEAST);
}

/** 1 for each essential part: at least one of them is shared with whatever covers this name. */
export function essentialParts(weights: Float64Array): Uint8Array {
  const order = Array.from(weights.keys()).sort((a, b) => weights[a]! - weights[b]! || a - b);
  let total = 0;
  for (const weight of weights) total += weight;
  const essential = new Uint8Array(weights.length);
  let lightest = 0;
  for (const at of order) {
    lightest += weights[at]!;
    if (lightest >= COVERAGE * total - GRACE) essential[at] = 1;
  }
  return essential;
}

/**
 * How much of a pair's weight is shared by two words so many slips apart: all of it when they are equal, `COVERAGE` when
 * seven letters of ten are the same, in a straight line. 0 to 1.
 *
 * @param longer letters of the longer word
 */
export function likenessOf(slips: number, longer: number): number {
  return Math.max(0, 1 - ((slips / longer) * (1 - COVERAGE)) / (1 - ENOUGH));
}

/** Whether a pair so alike could be enough alone. */
export function isStrong(likeness: number): boolean {
  return likeness >= COVERAGE - GRACE;
}

/**
 * What a part adds to its side's balance: the weight it shares, less `COVERAGE` of its own weight. That is the pair's as
 * far as the two words are alike, and what the part weighs alone as far as they are not.
 *
 * @param likeness of the part and its partner, 0 without one
 * @param weight of the part alone
 * @param pair weight of the pair, which is that of the commoner
 */
export function balanceOf(likeness: number, weight: number, pair: number): number {
  return likeness * pair - COVERAGE * (weight - likeness * (weight - pair));
}

/** Whether a side is covered, by the sum of its balances. */
export function isCovered(balance: number): boolean {
  return balance >= -GRACE;
}
