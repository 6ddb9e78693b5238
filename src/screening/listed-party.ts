/** Listed parties as answers name them: who is held to be one, on which lists, and why. */
import { type ListedParty, type PartyLink, REGIMES } from '../model/index.js';
import { entryKey } from './merge/find-parties.js';
import type { MergedLink } from './merge/parties.js';
import type { Listed, World } from './world.js';

/** The entries held to be one party with this one, itself included, in the order of their keys. */
export function membersOf(listed: Listed, world: World): readonly Listed[] {
  const members = world.parties.of(listed.ordinal)?.members ?? [listed.ordinal];
  return members.map((ordinal) => (ordinal === listed.ordinal ? listed : world.listed(ordinal)));
}

/** The party that an entry is part of. Its caption is that of the entry whose regime answers list first. */
export function partyOf(listed: Listed, world: World): ListedParty {
  const members = membersOf(listed, world);
  const links = world.parties.of(listed.ordinal)?.links ?? [];
  const rank = ({ list }: Listed) => (list.regime === null ? REGIMES.length : REGIMES.indexOf(list.regime));
  const first = members.reduce((best, one) => (rank(one) < rank(best) ? one : best));
  return {
    id: entryKey(members[0]!),
    caption: first.entity.caption,
    regimes: REGIMES.filter((regime) => members.some(({ list }) => list.regime === regime)),
    members: members.map((one) => ({
      key: entryKey(one),
      list: one.list.source,
      entity: one.entity.id,
      entry: one.entity.listings[0]?.entry ?? one.entity.id,
      caption: one.entity.caption,
      regime: one.list.regime,
      official: one.list.official,
    })),
    links: links.map(toLink),
  };
}

function toLink({ leftKey: left, rightKey: right, reason, score, facts, leftOut }: MergedLink): PartyLink {
  return { left, right, reason, score, facts, leftOut };
}
