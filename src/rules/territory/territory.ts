/** The territory check: who sits in an embargoed or occupied territory, whatever their name. */
import type { Day } from '../../base/index.js';
import {
  type Evidence,
  type Finding,
  type Note,
  type Regime,
  SEVERITY,
  type SubjectRef,
  type Verdict,
} from '../../model/index.js';
import { type Context, contextOf, type Reading, readCountry, readText } from './read-places.js';
import type { Territories, TerritoryRule } from './table.js';

/**
 * What is known of where a party is and comes from. `addresses` free text; `cities` towns or ports alone; `countries`
 * of seat, residence or jurisdiction, `nationalities`, `birthCountries`: codes or names in any script.
 */
export type TerritorySubject = {
  readonly label: string;
  readonly ref: string | null;
  readonly addresses: readonly string[];
  readonly cities: readonly string[];
  readonly countries: readonly string[];
  readonly nationalities: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly birthCountries: readonly string[];
};

/** A reading with the field it comes from; `origin` is nationality or birth, which alone never settle anything. */
type Sign = Reading & { readonly field: string; readonly origin: boolean };

/**
 * Judges where a party is against the territories of each regime.
 *
 * An address, seat or port in an embargoed territory takes the rule's verdict, for here no identity is to be confirmed;
 * a doubtful or ambiguous place, a region without its occupied part, a nationality or a place of birth alone is
 * `review`. A town outside the occupied part does not settle its region: who holds it is known from memory only, and
 * that may not clear.
 *
 * @param world `regimes` are those asked for: findings of others have `applies: false`
 * @returns one finding per regime and territory in table order; notes for rules that ended or have not begun, and for
 *   towns that lie in a named region but outside the territory. Never throws on content.
 * @see 31 CFR parts 510, 515, 542, 560; EO 13685, EO 14065; Regulations (EU) 692/2014, 2022/263; SI 2019/855 Part 5
 */
export function checkTerritory(
  subject: TerritorySubject,
  world: { date: Day; regimes: readonly Regime[]; territories: Territories },
): { findings: Finding[]; notes: Note[] } {
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const signs = readSubject(subject, world.territories);
  if (signs.length === 0) return { findings, notes };
  const ref: SubjectRef = { kind: 'party', label: subject.label, ref: subject.ref };
  const outside = signs.filter((sign) => sign.grade === 'outside');
  for (const rule of world.territories.rules) {
    const held = signs.filter((sign) => sign.territory === rule.territory && sign.grade !== 'outside');
    if (held.length === 0) continue;
    const applies = world.regimes.includes(rule.regime);
    const out = whenOutOfForce(rule, world.date);
    if (out === null) findings.push(toFinding(ref, rule, held, applies));
    else
      notes.push({
        check: 'territory',
        regime: rule.regime,
        applies,
        subject: ref,
        text: out,
        score: null,
        explanation: null,
        evidence: evidenceOf(rule, held),
      });
  }
  for (const text of new Set(outside.map(outsideText)))
    notes.push({
      check: 'territory',
      regime: null,
      applies: true,
      subject: ref,
      text,
      score: null,
      explanation: null,
      evidence: outside.filter((sign) => outsideText(sign) === text).flatMap(placeEvidence),
    });
  return { findings, notes };
}

function readSubject(subject: TerritorySubject, territories: Territories): Sign[] {
  const { addresses, cities, countries, nationalities, birthPlaces, birthCountries } = subject;
  const lists = [addresses, cities, countries, nationalities, birthPlaces, birthCountries];
  if (lists.every((list) => list.length === 0)) return [];
  const index = territories.places();
  const signs: Sign[] = [];
  const add = (readings: readonly Reading[], field: string, origin: boolean) => {
    for (const reading of readings) signs.push({ ...reading, field, origin });
  };
  const seat = contextOf(countries, index);
  for (const city of cities) add(readText(city, index, seat, { field: true, given: false }), 'city', false);
  const town = cities.some((city) => city.trim() !== '');
  for (const address of addresses)
    add(readText(address, index, seat, { field: false, given: town }), 'address', false);
  for (const country of countries) add(readCountry(country, index), 'country', false);
  for (const nationality of nationalities) add(readCountry(nationality, index, true), 'nationality', true);
  const birth: Context = contextOf(birthCountries, index);
  for (const place of birthPlaces) {
    const readings = readText(place, index, birth, { field: true, given: false });
    add(
      readings.filter((reading) => reading.grade !== 'outside'),
      'place of birth',
      true,
    );
  }
  for (const country of birthCountries) add(readCountry(country, index), 'country of birth', true);
  return signs;
}

function whenOutOfForce(rule: TerritoryRule, date: Day): string | null {
  if (rule.validUntil !== null && rule.validUntil < date) return `ended ${rule.validUntil}: ${rule.citation}`;
  if (rule.validFrom !== null && rule.validFrom > date)
    return `will apply from ${rule.validFrom}: ${rule.citation}`;
  return null;
}

function toFinding(
  subject: SubjectRef,
  rule: TerritoryRule,
  signs: readonly Sign[],
  applies: boolean,
): Finding {
  const there = signs.some((sign) => sign.grade === 'sure' && !sign.origin);
  const verdict: Verdict = there || SEVERITY[rule.verdict] < SEVERITY.review ? rule.verdict : 'review';
  const { id, citation, validFrom, validUntil, confidence, regime, measure, acts } = rule;
  return {
    check: 'territory',
    regime,
    verdict,
    ifSame: null,
    party: null,
    strength: null,
    applies,
    measure,
    acts,
    subject,
    score: null,
    explanation: null,
    basis: { rule: id, citation: `territory: ${citation}`, validFrom, validUntil, confidence },
    evidence: evidenceOf(rule, signs),
  };
}

function evidenceOf(rule: TerritoryRule, signs: readonly Sign[]): Evidence[] {
  const evidence: Evidence[] = [
    { kind: 'row', table: 'territories', id: rule.id, field: 'verdict', value: rule.verdict },
    ...signs.flatMap(placeEvidence),
  ];
  if (signs.every((sign) => sign.origin))
    evidence.push({ kind: 'note', text: 'nationality or birth alone: ask where the party lives' });
  if (rule.confidence !== 'checked')
    evidence.push({ kind: 'note', text: 'rule not checked against the law' });
  if (rule.note !== null)
    evidence.push({ kind: 'row', table: 'territories', id: rule.id, field: 'note', value: rule.note });
  return evidence;
}

function placeEvidence(sign: Sign): Evidence[] {
  const quote = `${sign.field} "${around(sign.text, sign.written)}"`;
  const evidence: Evidence[] = [
    { kind: 'row', table: 'places', id: sign.place.id, field: 'territory', value: sign.territory },
    { kind: 'note', text: sign.text.trim() === sign.written ? quote : `"${sign.written}" in ${quote}` },
  ];
  if (sign.doubt !== null) evidence.push({ kind: 'note', text: sign.doubt });
  return evidence;
}

function outsideText(sign: Sign): string {
  return `"${sign.written}" lies in a region of which a part is occupied, but not in that part`;
}

/** The text itself, or 80 signs on both sides of the words where it is long. */
function around(text: string, words: string): string {
  const clean = text.trim().replace(/\s+/g, ' ');
  if (clean.length <= 200) return clean;
  const at = Math.max(0, clean.indexOf(words));
  const from = Math.max(0, at - 80);
  const to = Math.min(clean.length, at + words.length + 80);
  return `${from > 0 ? '…' : ''}${clean.slice(from, to)}${to < clean.length ? '…' : ''}`;
}
