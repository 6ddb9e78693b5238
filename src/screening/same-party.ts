/**
 * The same party listed more than once: under two programmes of one publisher, in two annexes. Each regime then gives
 * one finding with all listings as its evidence. Merging across publishers is not done here.
 */
import type { Matcher } from '../match/index.js';
import type { Hit } from './world.js';

/** Hits in groups of one listed party each, in the order of their first hits. */
export function groupParties(hits: readonly Hit[], matcher: Matcher): Hit[][] {
  const groups: Hit[][] = [];
  for (const hit of hits) {
    const group = groups.find(([first]) => first !== undefined && isSameParty(first, hit, matcher));
    if (group === undefined) groups.push([hit]);
    else group.push(hit);
  }
  return groups;
}

/**
 * Whether two listed entities are one: the publisher's id is the same, or both stand on one list under one name and the
 * facts given settle it (an identifier, a birth date) or, for companies and ships, nothing contradicts. Two companies of
 * one name share a finding then; each keeps its own listing in the evidence.
 */
function isSameParty(one: Hit, other: Hit, matcher: Matcher): boolean {
  if (one.entity.id === other.entity.id) return one.list.regime === other.list.regime;
  if (one.list !== other.list || plainName(one) !== plainName(other)) return false;
  const { confirmed, contradictions } = matcher.compare(one.prepared, other.prepared);
  return confirmed || (one.prepared.kind !== 'person' && contradictions.length === 0);
}

/** The first name without its legal form: what is compared before anything that costs time. */
function plainName({ prepared }: Hit): string {
  const parts = prepared.names[0]?.parsed.parts ?? [];
  return parts.flatMap((part) => (part.type === 'legal-form' ? [] : part.form)).join(' ');
}
