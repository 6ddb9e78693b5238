/**
 * The party check: who on the lists could this be, how surely, and what would follow. `search` gives candidates, `match`
 * scores them, `ruling.ts` says what each listing means; only a confirmed hit takes its listing's verdict.
 */
import type { Comparison, PreparedParty } from '../match/index.js';
import {
  type Discounted,
  type Entity,
  type Finding,
  type Judgement,
  type Note,
  type Party,
  type Regime,
  SEVERITY,
  type SubjectRef,
  type WorldList,
} from '../model/index.js';
import { listingEvidence, matchEvidence } from './evidence.js';
import { type Ruling, rulingsOf } from './ruling.js';
import type { World } from './world.js';

/** A listed entity with how it compares. `list` is the ordinal in the world's lists. */
export type Hit = { readonly entity: Entity; readonly list: WorldList; readonly comparison: Comparison };

type Case = { readonly hit: Hit; readonly subject: SubjectRef; readonly world: World };

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
 * @returns findings in the order of the lists, one per listed entity, check and regime
 */
export function checkParty(party: Party, subject: SubjectRef, world: World): Judgement {
  const prepared = world.matcher.prepare(withCountryCodes(party, world));
  const { threshold, near } = world.statement.settings;
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const discounted: Discounted[] = [];
  for (const hit of hitsOf(prepared, world)) {
    const { score, scoreWithoutContradictions } = hit.comparison;
    if (score >= threshold) {
      const said = judge({ hit, subject, world });
      findings.push(...said.findings);
      notes.push(...said.notes);
    } else if (scoreWithoutContradictions >= threshold) discounted.push(...discount({ hit, subject, world }));
    else if (near > 0 && score >= threshold - near) notes.push(...nearMisses({ hit, subject, world }));
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
    const listed = candidate.names.map((name) => world.index.nameOf(name).parsed);
    if (!candidate.byIdentifier && world.matcher.bestNameScore(prepared, listed) < floor) continue;
    const { list, offset, length } = world.index.entity(candidate.entity);
    const entity = world.readEntity(list, offset, length);
    const comparison = world.matcher.compare(prepared, world.matcher.prepare(entity), { weakAliases });
    hits.push({ entity, list: world.statement.lists[list]!, comparison });
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

/** One finding per check and regime, by the strictest ruling in force; rulings over or to come become notes. */
function judge({ hit, subject, world }: Case): { findings: Finding[]; notes: Note[] } {
  const { former, activity } = world.statement.settings;
  const asked = world.measures.actsOf(activity);
  const findings: Finding[] = [];
  const notes: Note[] = [];
  for (const group of groupsOf(rulings(hit, world))) {
    const speaking = group.filter((ruling) => ruling.state === 'in force');
    const over = group.filter((ruling) => ruling.state === 'over');
    if (speaking.length === 0 && over.length > 0 && former === 'review') {
      const reviewed = over.map((ruling) => ({ ...ruling, verdict: 'review' as const }));
      findings.push(toFinding({ hit, subject, world }, reviewed));
      continue;
    }
    for (const text of new Set(group.flatMap((ruling) => ruling.says ?? []))) {
      const saying = group.filter((ruling) => ruling.says === text);
      notes.push(toNote({ hit, subject, world }, saying, text));
    }
    const inside = speaking.filter(
      ({ acts }) => acts.length === 0 || acts.some((act) => asked.includes(act)),
    );
    if (inside.length > 0) findings.push(toFinding({ hit, subject, world }, inside));
    else if (speaking.length > 0) {
      const acts = [...new Set(speaking.flatMap((ruling) => ruling.acts))].join(', ');
      notes.push(
        toNote(
          { hit, subject, world },
          speaking,
          `listed, but only for ${acts}, which ${activity} does not touch`,
        ),
      );
    }
  }
  return { findings, notes };
}

function rulings(hit: Hit, world: World): Ruling[] {
  const { date } = world.statement;
  return rulingsOf(hit.entity, {
    date,
    measures: world.measures,
    source: hit.list.source,
    regime: hit.list.regime,
  });
}

function groupsOf(all: readonly Ruling[]): Ruling[][] {
  const groups = new Map<string, Ruling[]>();
  for (const ruling of all) {
    const key = `${ruling.check} ${ruling.regime ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ruling]);
    else group.push(ruling);
  }
  return [...groups.values()];
}

function toFinding({ hit, subject, world }: Case, group: readonly Ruling[]): Finding {
  const { comparison, entity, list } = hit;
  const top = group.reduce((best, one) => (SEVERITY[one.verdict] > SEVERITY[best.verdict] ? one : best));
  const settled = comparison.confirmed || top.verdict === 'review';
  return {
    check: top.check,
    regime: top.regime,
    verdict: settled ? top.verdict : 'review',
    ifSame: settled ? null : top.verdict,
    strength: comparison.strength,
    applies: applies(top.regime, world),
    measure: top.measure,
    acts: top.acts,
    subject,
    score: comparison.score,
    basis: top.basis,
    evidence: [
      ...listingEvidence(entity, list, group),
      ...matchEvidence(comparison),
      ...remarks(entity),
      ...unchecked(top),
    ],
  };
}

/** What the list itself adds for whoever deals with the party: OFAC's warning of secondary sanctions. */
function remarks(entity: Entity): Finding['evidence'] {
  const notes = entity.properties.notes ?? [];
  return notes.filter((note) => /secondary sanctions/i.test(note)).map((text) => ({ kind: 'note', text }));
}

/** A rule that was remembered or assumed may make an answer stricter, and says so. */
function unchecked({ basis }: Ruling): Finding['evidence'] {
  return basis.confidence === 'checked' ? [] : [{ kind: 'note', text: 'rule not checked against the law' }];
}

function toNote({ hit, subject, world }: Case, group: readonly Ruling[], text: string): Note {
  const [{ check, regime }] = group as readonly [Ruling];
  const evidence = [...listingEvidence(hit.entity, hit.list, group), ...matchEvidence(hit.comparison)];
  return {
    check,
    regime,
    applies: applies(regime, world),
    subject,
    text,
    score: hit.comparison.score,
    evidence,
  };
}

function nearMisses({ hit, subject, world }: Case): Note[] {
  const text = `just under the threshold, score ${hit.comparison.score.toFixed(2)}`;
  return groupsOf(rulings(hit, world)).map((group) => toNote({ hit, subject, world }, group, text));
}

function discount({ hit, subject, world }: Case): Discounted[] {
  const { score, scoreWithoutContradictions: scoreWithout, contradictions: facts } = hit.comparison;
  return groupsOf(rulings(hit, world)).map((group) => {
    const { check, regime, applies: binds, evidence } = toNote({ hit, subject, world }, group, '');
    return { check, regime, applies: binds, subject, score, scoreWithout, facts, evidence };
  });
}

/** A dataset without a regime binds whoever loaded it. */
function applies(regime: Regime | null, world: World): boolean {
  return regime === null || world.statement.settings.regimes.includes(regime);
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
