/**
 * The party check: who on the lists could this be, how surely, and what would follow. `search` gives candidates, `match`
 * scores them, `together.ts` brings together the entries that are one party, `judge.ts` says what follows.
 */
import type { PreparedParty } from '../match/index.js';
import type { Discounted, Finding, Judgement, ListedParty, Note, Party, SubjectRef } from '../model/index.js';
import { discount, judge, nearMisses } from './judge.js';
import { withCountryCodes } from './subject.js';
import { bringTogether } from './together.js';
import type { Hit, World } from './world.js';

/**
 * Judges a party against every list of the world.
 *
 * @param party FollowTheMoney schema and properties; countries as codes or names in any language of the country table
 * @returns findings in the order of the lists, one per listed party, check and regime
 */
export function checkParty(party: Party, subject: SubjectRef, world: World): Judgement {
  const prepared = world.matcher.prepare(withCountryCodes(party, world.countries));
  const { threshold, near } = world.statement.settings;
  const hits = hitsOf(prepared, world);
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const discounted: Discounted[] = [];
  const over = hits.filter(({ comparison }) => comparison.score >= threshold);
  const parties: ListedParty[] = [];
  const linked = new Set<number>();
  for (const { party, hits: group, against } of bringTogether(over, prepared, world)) {
    const said = judge({ hits: group, party, against, subject, world });
    findings.push(...said.findings);
    notes.push(...said.notes);
    if (said.findings.length > 0) parties.push(party);
    for (const { ordinal } of group) linked.add(ordinal);
  }
  for (const hit of hits) {
    const { score, scoreWithoutContradictions } = hit.comparison;
    if (score >= threshold || linked.has(hit.ordinal)) continue;
    const alone = { hits: [hit], party: null, against: [], subject, world };
    if (scoreWithoutContradictions >= threshold) discounted.push(...discount(alone));
    else if (near > 0 && score >= threshold - near) notes.push(...nearMisses(alone));
  }
  return { parties, findings, notes, discounted };
}

/** Every entity that could be the party, compared, those that a contradiction alone keeps away included. */
export function hitsOf(prepared: PreparedParty, world: World): Hit[] {
  const { weakAliases } = world.statement.settings;
  const floor = nameFloor(prepared, world);
  const query = {
    names: prepared.names.map((name) => name.parsed),
    identifiers: prepared.identifiers.map((one) => one.value),
  };
  const hits: Hit[] = [];
  for (const candidate of world.index.candidates(query)) {
    const names = candidate.names.map((name) => world.index.nameOf(name).parsed);
    if (!candidate.byIdentifier && world.matcher.bestNameScore(prepared, names) < floor) continue;
    const listed = world.listed(candidate.entity);
    const comparison = world.matcher.compare(prepared, listed.prepared, { weakAliases });
    hits.push({ ...listed, comparison, via: null });
  }
  return hits;
}

/**
 * The score that names alone must reach for the rest of an entity to be read: what the party's facts could add at the
 * most may not be needed to reach the threshold. No entity that `compare` would accept is left out here.
 */
function nameFloor(prepared: PreparedParty, world: World): number {
  const { threshold, near } = world.statement.settings;
  const lowest = Math.min(0.9999, Math.max(0.0001, threshold - near));
  const odds = Math.log(lowest / (1 - lowest)) - world.matcher.mostFromFacts(prepared);
  return 1 / (1 + Math.exp(-odds));
}
