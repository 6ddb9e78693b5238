/**
 * The coverage rule: which names may be passed over, whatever a scorer would make of them. Parts weigh their rarity.
 * A pair of like parts weighs what the commoner of the two does, so that a slip of the pen makes no part rarer. A name
 * is kept when the pairs make up `COVERAGE` of what either side then weighs: one shared "ivan" or "trading" is not
 * enough, unless it is all that one side has.
 *
 * Two bounds follow, and both are exact. To cover a side, some part outside its lightest parts, those that together
 * stay under `COVERAGE` of it, has to be shared: the essential parts. So the index is searched for a query's essential
 * parts among all names, and for its others only among the names in which they are essential
 * (Broder et al. 2003, WAND; Chaudhuri et al. 2006, prefix filter).
 */
import type { NamePart, PartType } from '../names/index.js';

/** Share of either side's weight that the parts in common must reach. */
export const COVERAGE = 0.45;

/** Sums of rarities are compared with this much grace, since adding in another order rounds differently. */
export const GRACE = 1e-9;

/** Parts that say little on their own: they weigh nothing beside parts that do. */
const LIGHT: Readonly<Record<PartType, boolean>> = {
  word: false,
  given: false,
  family: false,
  patronymic: false,
  number: false,
  place: false,
  generic: false,
  particle: true,
  honorific: true,
  generation: true,
  initial: true,
  'legal-form': true,
  prefix: true,
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

/** Whether a side is covered: `shared` weighs enough against `rest`, what the side has besides. */
export function covers(shared: number, rest: number): boolean {
  return shared > 0 && shared * (1 - COVERAGE) >= COVERAGE * rest - GRACE;
}
