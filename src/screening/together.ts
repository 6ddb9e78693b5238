/**
 * Hits brought together by the listed party they are. An entry that is held to be the same party comes along even where
 * its own names would not have been found; it is never settled by the link, and stays away if its facts contradict.
 */
import type { PreparedParty } from '../match/index.js';
import type { ListedParty } from '../model/index.js';
import { membersOf, partyOf } from './listed-party.js';
import { entryKey } from './merge/find-parties.js';
import type { Hit, World } from './world.js';

/** Hits on one listed party: those over the threshold, those linked with them, and what else its entries say. */
export type PartyHits = {
  readonly party: ListedParty;
  readonly hits: readonly Hit[];
  readonly against: readonly string[];
};

/**
 * @param over hits over the threshold
 * @returns groups in the order of their first hits
 */
export function bringTogether(over: readonly Hit[], prepared: PreparedParty, world: World): PartyHits[] {
  const groups = new Map<number, Hit[]>();
  for (const hit of over) {
    const key = world.parties.of(hit.ordinal)?.members[0] ?? hit.ordinal;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hit]);
    else group.push(hit);
  }
  return [...groups.values()].map((group) => withLinked(group, prepared, world));
}

function withLinked(own: readonly Hit[], prepared: PreparedParty, world: World): PartyHits {
  const [first] = own;
  const best = own.reduce((so, hit) => (hit.comparison.score > so.comparison.score ? hit : so));
  const { threshold, weakAliases } = world.statement.settings;
  const hits = [...own];
  const against: string[] = [];
  for (const listed of membersOf(first!, world)) {
    if (own.some(({ ordinal }) => ordinal === listed.ordinal)) continue;
    const comparison = world.matcher.compare(prepared, listed.prepared, { weakAliases });
    const { contradictions, score } = comparison;
    if (contradictions.length > 0 && score < threshold)
      against.push(`its entry ${entryKey(listed)} contradicts: ${contradictions.join('; ')}`);
    else hits.push({ ...listed, comparison, via: score < threshold ? best : null });
  }
  return { party: partyOf(first!, world), hits, against };
}
