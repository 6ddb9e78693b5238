/**
 * The parties of a world: as the index holds them, and anew where a person has joined or parted entries. What is kept of
 * a party is its entries, by ordinal, and every link that was taken or left out.
 */
import type { IndexedParties, SearchIndex } from '../../search/index.js';
import type { Clusters, SettledLink } from './clusters.js';
import { type EntryOf, entryKey, findParties, type PairDecision } from './find-parties.js';
import type { MergeTools } from './links.js';

/** A link with the keys of its ends, so that it is told, and compared with that of other versions, without reading them. */
export type MergedLink = SettledLink & { readonly leftKey: string; readonly rightKey: string };

/** Entries held to be one party, sorted by their `keys`, and the links that speak for it or were left out. */
export type MergedParty = {
  readonly members: readonly number[];
  readonly keys: readonly string[];
  readonly links: readonly MergedLink[];
};

/** The parties of a world; an entry that stands alone, and never nearly met another, has none. */
export type Parties = { readonly of: (ordinal: number) => MergedParty | null };

/** Every entry a party of its own. */
export const APART: Parties = { of: () => null };

/** Parties as the index keeps them: one of a single entry where a link was left out. */
export function encodeParties(clusters: Clusters, entities: number, entryOf: EntryOf): IndexedParties {
  const ofEntity = new Uint32Array(entities);
  const parties = partiesOf(clusters, entryOf);
  parties.forEach(({ members }, at) => {
    for (const member of members) ofEntity[member] = at + 1;
  });
  return { ofEntity, texts: parties.map((party) => JSON.stringify(party)) };
}

/**
 * The parties of an index.
 *
 * @param decisions a person's word on pairs of entries; only what they touch is grouped anew
 */
export function openParties(
  index: SearchIndex,
  entryOf: EntryOf,
  tools: MergeTools,
  decisions: readonly PairDecision[],
): Parties {
  const held = (ordinal: number): MergedParty | null => {
    const party = index.partyOf(ordinal);
    return party === null ? null : (JSON.parse(party.text) as MergedParty);
  };
  if (decisions.length === 0) return { of: held };
  const touched = reach(
    decisions.flatMap(({ left, right }) => [left, right]),
    held,
  );
  const pairs = [...touched].flatMap((ordinal) => (held(ordinal)?.links ?? []).map(pairOf));
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  const anew = new Map<number, MergedParty>();
  for (const party of partiesOf(findParties([...distinct.values()], entryOf, tools, decisions), entryOf))
    for (const member of party.members) anew.set(member, party);
  return { of: (ordinal) => (touched.has(ordinal) ? (anew.get(ordinal) ?? null) : held(ordinal)) };
}

/** What a party says of itself whatever the ordinals: two worlds in which it is the same say the same. */
export function partyAsSaid({ keys, links }: MergedParty): string {
  return JSON.stringify([
    keys,
    links.map(({ leftKey, rightKey, reason, score, facts, leftOut }) => [
      leftKey,
      rightKey,
      reason,
      score,
      facts,
      leftOut,
    ]),
  ]);
}

/** Entries joined with these, or linked with them in vain, however far that goes. */
function reach(from: readonly number[], held: (ordinal: number) => MergedParty | null): Set<number> {
  const touched = new Set<number>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (touched.has(next)) continue;
    touched.add(next);
    const party = held(next);
    if (party === null) continue;
    open.push(...party.members, ...party.links.flatMap(({ left, right }) => [left, right]));
  }
  return touched;
}

function partiesOf({ members, links }: Clusters, entryOf: EntryOf): MergedParty[] {
  const keyOf = (ordinal: number) => entryKey(entryOf(ordinal));
  const joined = new Set(members.flat());
  const lone = new Set(
    links.flatMap(({ left, right }) => [left, right]).filter((entry) => !joined.has(entry)),
  );
  const groups = [...members, ...[...lone].map((entry) => [entry])];
  const partyOf = new Map(groups.flatMap((group, at) => group.map((entry) => [entry, at] as const)));
  const own = groups.map((): MergedLink[] => []);
  for (const link of links) {
    const keyed = { ...link, leftKey: keyOf(link.left), rightKey: keyOf(link.right) };
    for (const at of new Set([partyOf.get(link.left)!, partyOf.get(link.right)!])) own[at]!.push(keyed);
  }
  return groups.map((group, at) => ({ members: group, keys: group.map(keyOf), links: own[at]! }));
}

function pairOf({ left, right }: SettledLink): [number, number] {
  return left < right ? [left, right] : [right, left];
}
