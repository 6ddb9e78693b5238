/**
 * How common a word is on the lists themselves: by how many parties it is borne, each once however many lists, aliases
 * and spellings repeat it. Names at large know nothing of "Rosneft"; a word that sixty listed firms share tells little.
 */

/** Parties from which a word's own count says something. */
const FEWEST = 5;
/** A handful of entries says nothing of how common a word is: fewer parties count as this many. */
const LEAST_PARTIES = 10_000;

/**
 * Counts the parties that bear each form.
 *
 * @param starts, names the postings: per form, the ordinals of names with it
 * @param nameEntity per name its entity
 * @param ofEntity per entity the number of its party from 1, 0 for one that stands alone
 */
export function countBearers(
  starts: ArrayLike<number>,
  names: ArrayLike<number>,
  nameEntity: ArrayLike<number>,
  ofEntity: ArrayLike<number>,
): Uint32Array {
  const forms = starts.length - 1;
  const counts = new Uint32Array(forms);
  // The last form for which an entity that stands alone, or a party, was counted.
  const alone = new Int32Array(ofEntity.length).fill(-1);
  const together = new Int32Array(ofEntity.length + 1).fill(-1);
  for (let form = 0; form < forms; form++) {
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const entity = nameEntity[names[at]!]!;
      const party = ofEntity[entity]!;
      const seen = party === 0 ? alone : together;
      const which = party === 0 ? entity : party;
      if (seen[which] === form) continue;
      seen[which] = form;
      counts[form] = counts[form]! + 1;
    }
  }
  return counts;
}

/** How many parties there are: those that are several entities, and every entity that stands alone. */
export function countParties(ofEntity: ArrayLike<number>): number {
  let most = 0;
  let alone = 0;
  for (let entity = 0; entity < ofEntity.length; entity++) {
    const party = ofEntity[entity]!;
    if (party === 0) alone++;
    else if (party > most) most = party;
  }
  return alone + most;
}

/** Rarity in nats of a word that `bearers` of `parties` have, infinite where that is too few to tell. */
export function listedRarity(bearers: number, parties: number): number {
  if (bearers < FEWEST) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.log(Math.max(parties, LEAST_PARTIES) / bearers));
}
