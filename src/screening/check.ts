/** The table of checks, and one subject through all of them. A check is a row here and a folder elsewhere. */
import {
  type Finding,
  type Judgement,
  type ListedParty,
  type Note,
  type Party,
  SEVERITY,
  type SubjectRef,
} from '../model/index.js';
import { checkTerritory } from '../rules/index.js';
import { checkParty } from './party.js';
import type { World } from './world.js';

type Check = (
  party: Party,
  subject: SubjectRef,
  world: World,
) => { [Part in keyof Judgement]?: Judgement[Part] };

const CHECKS: readonly Check[] = [checkParty, territoryOf, unknownCountries];

/**
 * Judges one party by every check.
 *
 * @returns findings sorted by applies, verdict (or what it would be), score; weak aliases last. The same party in the
 *   same world gives the same value. Never throws on content.
 */
export function checkSubject(party: Party, subject: SubjectRef, world: World): Judgement {
  const parts = CHECKS.map((check) => check(party, subject, world));
  const findings = parts.flatMap((part) => part.findings ?? []).sort(byWeight);
  const parties = parts.flatMap((part) => part.parties ?? []);
  return {
    parties: inOrderOf(findings, parties),
    findings,
    notes: parts.flatMap((part) => part.notes ?? []),
    discounted: parts.flatMap((part) => part.discounted ?? []),
  };
}

/** Parties in the order of their first findings, each once. */
export function inOrderOf(findings: readonly Finding[], parties: readonly ListedParty[]): ListedParty[] {
  const ids = [...new Set(findings.map(({ party }) => party))];
  return ids.flatMap((id) => parties.find((party) => party.id === id) ?? []);
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

/** A note that is no verdict and comes from no list: which fact of a subject could not be used. */
export function remark(subject: SubjectRef, text: string): Note {
  return {
    check: 'party',
    regime: null,
    applies: true,
    subject,
    text,
    score: null,
    explanation: null,
    evidence: [],
  };
}

/** A country that nobody knows was compared with nothing, and the asker must hear of it. */
function unknownCountries(party: Party, subject: SubjectRef, world: World): { notes: Note[] } {
  const given = ['country', 'nationality'].flatMap((name) => party.properties[name] ?? []);
  const unknown = given.filter(
    (value) => world.countries.codeOf(value) === null && !/^[a-z]{2}$/i.test(value),
  );
  return {
    notes: unknown.map((value) => remark(subject, `country "${value}" is not known and was not compared`)),
  };
}

/** The territory check of a party's addresses and countries. */
export function territoryOf(party: Party, subject: SubjectRef, world: World): ReturnType<Check> {
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
