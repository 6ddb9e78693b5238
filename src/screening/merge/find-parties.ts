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
  const contradictions = new Map<string, readonly string[]>();
  const decided = new Map<string, PairDecision>();
  for (const one of decisions) {
    const key = pairKey(one.left, one.right);
    if (decided.get(key)?.same !== false) decided.set(key, one);
  }
  const links: Link[] = [];
  for (const [left, right] of pairs) {
    const { link, contradictions: found } = compareEntries(entryOf(left), entryOf(right), tools);
    contradictions.set(pairKey(left, right), found);
    if (link !== null && decided.get(pairKey(left, right))?.same !== true)
      links.push({ left, right, ...link });
  }
  for (const { left, right, same, says } of decided.values())
    if (same) links.push({ left, right, rank: DECIDED, reason: 'decision', score: 1, facts: says });
  return clusterLinks(links, entriesOf(entryOf, tools, contradictions, decided));
}

function entriesOf(
  entryOf: EntryOf,
  tools: MergeTools,
  known: Map<string, readonly string[]>,
  decided: ReadonlyMap<string, PairDecision>,
): Entries {
  const keys = new Map<number, string>();
  return {
    keyOf(entry) {
      let key = keys.get(entry);
      if (key === undefined) {
        key = entryKey(entryOf(entry));
        keys.set(entry, key);
      }
      return key;
    },
    contradictions(left, right) {
      const key = pairKey(left, right);
      const word = decided.get(key);
      if (word !== undefined) return word.same ? [] : [word.says];
      let found = known.get(key);
      if (found === undefined) {
        found = compareEntries(entryOf(left), entryOf(right), tools).contradictions;
        known.set(key, found);
      }
      return found;
    },
  };
}

/** How an entry is named in the state folder and in answers: its list and its id there. */
export function entryKey({ list, entity }: Pick<Entry, 'list' | 'entity'>): string {
  return `${list.source}/${entity.id}`;
}

function pairKey(left: number, right: number): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}
