/** What every feature answers: how two facts speak for or against one party. */
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

/**
 * One feature of a comparison. `value` in [0, 1]: 1 agrees fully, 0 contradicts; `contribution` in log-odds; `detail`
 * the facts themselves, for people.
 */
export type Feature = {
  readonly name: string;
  readonly value: number;
  readonly contribution: number;
  readonly detail: string;
};

/**
 * Weighs one kind of fact of two parties; null where one side says nothing of it, since a missing fact neither agrees
 * nor contradicts.
 */
export type FactFeature = (left: PreparedParty, right: PreparedParty, weights: Weights) => Feature | null;

/** A feature of the level that a table row names; below 0 it contradicts. */
export function featureOf(
  weights: Weights,
  name: string,
  level: string,
  value: number,
  detail: string,
): Feature {
  return { name, value, contribution: weights.get(name, level), detail };
}
