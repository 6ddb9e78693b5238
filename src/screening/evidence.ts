/** What a party finding rests on, as values: the list entries, and what every fact said. */
import type { Comparison } from '../match/index.js';
import type { Entity, ListingEvidence, MatchEvidence, WorldList } from '../model/index.js';
import type { Ruling } from './ruling.js';

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
