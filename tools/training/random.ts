/** Draws from lists, by numbers that a seed repeats. */

import type { Random } from '../../bench/support/seeded.js';

/** One of a list that is not empty. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** One of a list of [weight, item] by weight. */
export function pickWeighted<T>(items: readonly (readonly [number, T])[], random: Random): T {
  let left = random() * items.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, item] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return (items.at(-1) as readonly [number, T])[1];
}
