/**
 * The party check: who on the lists could this be, how surely, and what would follow. `search` gives candidates, `match`
 * scores them, `same-party.ts` brings together what stands on a list more than once, `judge.ts` says what follows.
 */
import type { PreparedParty } from '../match/index.js';
import type { Discounted, Finding, Judgement, Note, Party, SubjectRef } from '../model/index.js';
import { discount, judge, nearMisses } from './judge.js';
import { groupParties } from './same-party.js';
import type { Hit, World } from './world.js';

/** Agreeing facts add about two in log-odds, which lifts half of the threshold over it. */
const LIFT = 0.5;
const COUNTRY_PROPERTIES = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'birthCountry',
  'mainCountry',
  'flag',
];

/**
 * Judges a party against every list of the world.
 *
 * @param party FollowTheMoney schema and properties; countries as codes or names in any language of the country table
 * @returns findings in the order of the lists, one per listed party, check and regime
 */
export function checkParty(party: Party, subject: SubjectRef, world: World): Judgement {
  const prepared = world.matcher.prepare(withCountryCodes(party, world));
  const { threshold, near } = world.statement.settings;
  const hits = hitsOf(prepared, world);
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const discounted: Discounted[] = [];
  const over = hits.filter(({ comparison }) => comparison.score >= threshold);
  for (const group of groupParties(over, world.matcher)) {
    const said = judge({ hits: group, subject, world });
    findings.push(...said.findings);
    notes.push(...said.notes);
  }
  for (const hit of hits) {
    const { score, scoreWithoutContradictions } = hit.comparison;
    if (score >= threshold) continue;
    const alone = { hits: [hit], subject, world };
    if (scoreWithoutContradictions >= threshold) discounted.push(...discount(alone));
    else if (near > 0 && score >= threshold - near) notes.push(...nearMisses(alone));
  }
  return { findings, notes, discounted };
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
    hits.push({ ...listed, comparison });
  }
  return hits;
}

/**
 * The score that names alone must reach for the rest of an entity to be read. Facts that agree can lift a name over the
 * threshold, so a party with facts keeps more.
 */
function nameFloor(prepared: PreparedParty, world: World): number {
  const { threshold, near } = world.statement.settings;
  const facts =
    prepared.births.length +
    prepared.identifiers.length +
    prepared.addresses.length +
    prepared.countries.length;
  return facts === 0 ? threshold - near : (threshold - near) * LIFT;
}

/** Country names in any spelling the table knows become codes, so that they compare; what it lacks stays as it is. */
function withCountryCodes(party: Party, world: World): Party {
  const coded = Object.fromEntries(
    COUNTRY_PROPERTIES.flatMap((property) => {
      const values = party.properties[property];
      return values === undefined
        ? []
        : [[property, values.map((value) => world.countries.codeOf(value) || value)]];
    }),
  );
  return { schema: party.schema, properties: { ...party.properties, ...coded } };
}
