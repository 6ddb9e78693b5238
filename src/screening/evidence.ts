/** What a party finding rests on, as values: the list entries, and what every fact said. */
import type { Comparison } from '../match/index.js';
import type {
  Entity,
  ListedParty,
  ListingEvidence,
  MatchEvidence,
  NoteEvidence,
  WorldList,
} from '../model/index.js';
import { entryKey } from './merge/find-parties.js';
import type { Ruling } from './ruling.js';
import type { Hit } from './world.js';

/** One piece per list entry behind the rulings; of entries with several rulings the programmes are joined. */
export function listingEvidence(
  entity: Entity,
  list: WorldList,
  rulings: readonly Ruling[],
): ListingEvidence[] {
  const byEntry = new Map<string, ListingEvidence & { programmes: string[] }>();
  for (const { listing } of rulings) {
    const entry = listing?.entry ?? entity.id;
    const annex = listing?.annex == null ? '' : ` ${listing.annex}`;
    const programme = listing?.programme == null ? null : `${listing.programme}${annex}`;
    const held = byEntry.get(entry);
    if (held !== undefined) {
      if (programme !== null && !held.programmes.includes(programme)) held.programmes.push(programme);
      continue;
    }
    byEntry.set(entry, {
      kind: 'listing',
      list: list.source,
      snapshot: list.published ?? list.retrieved,
      hash: list.hash,
      entity: entity.id,
      entry,
      programme: null,
      listedOn: listing?.start ?? null,
      caption: entity.caption,
      reason: listing?.reason ?? null,
      programmes: programme === null ? [] : [programme],
    });
  }
  return [...byEntry.values()].map(({ programmes, ...piece }) => ({
    ...piece,
    programme: programmes.join('; ') || null,
  }));
}

/**
 * One piece per feature that had something to say, the name's with the aligned parts; `bias` last, so that contributions
 * add up to the logit of the score.
 */
export function matchEvidence({ features, bias, left, right, parts }: Comparison): MatchEvidence[] {
  const pieces = features.map(({ name, value, contribution, detail }): MatchEvidence => {
    const named = name.startsWith('name');
    return {
      kind: 'match',
      feature: name,
      value,
      contribution,
      left: named ? left : null,
      right: named ? right : null,
      detail,
      parts: name === 'name' ? parts : [],
    };
  });
  const detail = 'before anything is known';
  return [
    ...pieces,
    {
      kind: 'match',
      feature: 'bias',
      value: 0,
      contribution: bias,
      left: null,
      right: null,
      detail,
      parts: [],
    },
  ];
}

/**
 * Which entries of other lists are held to be the same party and why, what they contradict, and that being found through
 * one of them settles nothing.
 */
export function partyEvidence(
  about: {
    readonly party: ListedParty | null;
    readonly hits: readonly Hit[];
    readonly against: readonly string[];
  },
  best: Hit,
  group: readonly { readonly hit: Hit }[],
): NoteEvidence[] {
  const { party, hits, against } = about;
  if (party === null || party.members.length === 1) return [];
  const own = new Set(group.map(({ hit }) => entryKey(hit)));
  const notes = party.members
    .filter(({ key }) => !own.has(key))
    .map(
      ({ key, regime, official }) =>
        `same party as ${regime ?? 'dataset'} ${key}${official ? '' : ' (extract)'}: ${whySame(party, own, key)}`,
    );
  if (best.via !== null) {
    const score = best.comparison.score.toFixed(2);
    notes.push(`found through ${entryKey(best.via)}; what this entry itself says scores ${score}`);
  }
  const settled = hits.find(({ comparison, via }) => comparison.confirmed && via === null);
  const isSettled = group.some(({ hit }) => hit.comparison.confirmed && hit.via === null);
  if (settled !== undefined && !isSettled)
    notes.push(`settled for ${entryKey(settled)}, which alone does not settle it for this entry`);
  return [...notes, ...against].map((text) => ({ kind: 'note', text }));
}

function whySame({ links }: ListedParty, own: ReadonlySet<string>, other: string): string {
  const direct = links.find(
    ({ left, right, leftOut }) =>
      leftOut === null && ((own.has(left) && right === other) || (own.has(right) && left === other)),
  );
  if (direct !== undefined) return `${direct.facts}; score ${direct.score.toFixed(2)}`;
  return 'by way of another entry';
}
