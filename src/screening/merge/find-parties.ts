/**
 * Every party that stands on the lists more than once: pairs worth comparing, the links between them, the groups they
 * make. A pure function of the entries and the tables: the same snapshots give the same parties, whatever is asked later.
 */
import { type Clusters, clusterLinks, type Entries, type Link } from './clusters.js';
import { compareEntries, type Entry, type MergeTools } from './links.js';

/** Entries by ordinal. */
export type EntryOf = (ordinal: number) => Entry;

/** What a person said of two entries: a link before all others, or a contradiction. */
export type PairDecision = {
  readonly left: number;
  readonly right: number;
  readonly same: boolean;
  readonly says: string;
};

type Compared = ReturnType<typeof compareEntries>;

const DECIDED = -1;

/**
 * Groups entries.
 *
 * @param pairs the pairs worth comparing (`Blocks`)
 * @param decisions a person's word, which goes before every rule; `different` before `same`
 */
export function findParties(
  pairs: readonly (readonly [number, number])[],
  entryOf: EntryOf,
  tools: MergeTools,
  decisions: readonly PairDecision[] = [],
): Clusters {
  const { keyOf, compare } = openPairs(entryOf, tools);
  const decided = new Map<string, PairDecision>();
  for (const one of decisions) {
    const key = pairKey(one.left, one.right);
    if (decided.get(key)?.same !== false) decided.set(key, one);
  }
  const links: Link[] = [];
  for (const [left, right] of pairs) {
    const { link } = compare(left, right);
    if (link !== null && decided.get(pairKey(left, right))?.same !== true)
      links.push({ left, right, ...link });
  }
  for (const { left, right, same, says } of decided.values())
    if (same) links.push({ left, right, rank: DECIDED, reason: 'decision', score: 1, facts: says });
  const contradictions = (left: number, right: number): readonly string[] => {
    const word = decided.get(pairKey(left, right));
    if (word !== undefined) return word.same ? [] : [word.says];
    return compare(left, right).contradictions;
  };
  return clusterLinks(links, { keyOf, contradictions });
}

/** Each pair compared once, the entry with the smaller key first: sentences too must not depend on the order of lists. */
function openPairs(
  entryOf: EntryOf,
  tools: MergeTools,
): Pick<Entries, 'keyOf'> & { compare: (left: number, right: number) => Compared } {
  const keys = new Map<number, string>();
  const known = new Map<string, Compared>();
  const keyOf = (ordinal: number): string => {
    const key = keys.get(ordinal) ?? entryKey(entryOf(ordinal));
    keys.set(ordinal, key);
    return key;
  };
  const compare = (left: number, right: number): Compared => {
    const pair = pairKey(left, right);
    let compared = known.get(pair);
    if (compared === undefined) {
      const [one, other] = keyOf(left) <= keyOf(right) ? [left, right] : [right, left];
      compared = compareEntries(entryOf(one), entryOf(other), tools);
      known.set(pair, compared);
    }
    return compared;
  };
  return { keyOf, compare };
}

/** How an entry is named in the state folder and in answers: its list and its id there. */
export function entryKey({ list, entity }: Pick<Entry, 'list' | 'entity'>): string {
  return `${list.source}/${entity.id}`;
}

function pairKey(left: number, right: number): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}
