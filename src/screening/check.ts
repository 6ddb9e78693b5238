/** The table of checks, and one subject through all of them. A check is a row here and a folder elsewhere. */
import { type Finding, type Judgement, type Party, SEVERITY, type SubjectRef } from '../model/index.js';
import { checkTerritory } from '../rules/index.js';
import { checkParty } from './party.js';
import type { World } from './world.js';

type Check = (
  party: Party,
  subject: SubjectRef,
  world: World,
) => { [Part in keyof Judgement]?: Judgement[Part] };

const CHECKS: readonly Check[] = [checkParty, territoryOf];

/**
 * Judges one party by every check.
 *
 * @returns findings sorted by applies, verdict (or what it would be), score; weak aliases last. The same party in the
 *   same world gives the same value. Never throws on content.
 */
export function checkSubject(party: Party, subject: SubjectRef, world: World): Judgement {
  const parts = CHECKS.map((check) => check(party, subject, world));
  return {
    findings: parts.flatMap((part) => part.findings ?? []).sort(byWeight),
    notes: parts.flatMap((part) => part.notes ?? []),
    discounted: parts.flatMap((part) => part.discounted ?? []),
  };
}

/** Findings as answers list them. Ties keep the order of the lists, so the sort must be stable. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    Number(b.applies) - Number(a.applies) ||
    Number(a.strength === 'weak alias only') - Number(b.strength === 'weak alias only') ||
    SEVERITY[b.ifSame ?? b.verdict] - SEVERITY[a.ifSame ?? a.verdict] ||
    SEVERITY[b.verdict] - SEVERITY[a.verdict] ||
    (b.score ?? 0) - (a.score ?? 0)
  );
}

function territoryOf(party: Party, subject: SubjectRef, world: World): ReturnType<Check> {
  const values = (...names: string[]) => names.flatMap((name) => party.properties[name] ?? []);
  const { date, settings } = world.statement;
  const person = party.schema === 'Person';
  return checkTerritory(
    {
      label: subject.label,
      ref: subject.ref,
      addresses: values('address', 'full'),
      cities: values('city'),
      countries: values('country', 'jurisdiction', 'mainCountry', ...(person ? [] : ['flag'])),
      nationalities: values('nationality', 'citizenship'),
      birthPlaces: values('birthPlace'),
      birthCountries: values('birthCountry'),
    },
    { date, regimes: settings.regimes, territories: world.territories },
  );
}
