/**
 * What follows from hits on one listed party: a finding per check and regime, by the strictest ruling in force. Only a
 * confirmed hit takes its listing's verdict; every other is for a person to decide. Rulings that are over, to come, or
 * outside the activity asked for become notes.
 */

import { explain } from '../match/index.js';
import {
  type Discounted,
  type Evidence,
  type Finding,
  type ListedParty,
  type Note,
  type Regime,
  SEVERITY,
  type Strength,
  type SubjectRef,
  type Verdict,
} from '../model/index.js';
import { listingEvidence, matchEvidence, partyEvidence } from './evidence.js';
import { type Ruling, rulingsOf } from './ruling.js';
import type { Hit, World } from './world.js';

/**
 * Hits on one listed party (one at least), for a subject, in a world. `party` is null where hits are looked at one by
 * one; `against` is what entries say that are the same party and contradict the subject.
 */
export type Case = {
  readonly hits: readonly Hit[];
  readonly party: ListedParty | null;
  readonly against: readonly string[];
  readonly subject: SubjectRef;
  readonly world: World;
};

/** A ruling with the hit whose listing gives it. */
export type Said = { readonly hit: Hit; readonly ruling: Ruling };

/** Findings and notes about one listed party. */
export function judge(about: Case): { findings: Finding[]; notes: Note[] } {
  const { former, activity } = about.world.statement.settings;
  const asked = about.world.measures.actsOf(activity);
  const findings: Finding[] = [];
  const notes: Note[] = [];
  for (const group of groupsOf(about)) {
    const inForce = group.filter(({ ruling }) => ruling.state === 'in force');
    const over = group.filter(({ ruling }) => ruling.state === 'over');
    if (inForce.length === 0 && over.length > 0 && former === 'review') {
      findings.push(toFinding(about, over.map(reviewed)));
      continue;
    }
    for (const text of new Set(group.flatMap(({ ruling }) => ruling.says ?? []))) {
      notes.push(
        toNote(
          about,
          group.filter(({ ruling }) => ruling.says === text),
          text,
        ),
      );
    }
    const inside = inForce.filter(
      ({ ruling: { acts } }) => acts.length === 0 || acts.some((act) => asked.includes(act)),
    );
    if (inside.length > 0) findings.push(toFinding(about, inside));
    else if (inForce.length > 0) {
      const acts = [...new Set(inForce.flatMap(({ ruling }) => ruling.acts))].join(', ');
      notes.push(toNote(about, inForce, `listed, but only for ${acts}, which ${activity} does not touch`));
    }
  }
  return { findings, notes };
}

/** One note per check and regime about a hit that fell just under the threshold. */
export function nearMisses(about: Case): Note[] {
  const text = `just under the threshold, score ${bestOf(about.hits).comparison.score.toFixed(2)}`;
  return groupsOf(about).map((group) => toNote(about, group, text));
}

/** One entry per check and regime about a hit that a contradicting fact alone keeps under the threshold. */
export function discount(about: Case): Discounted[] {
  const {
    score,
    scoreWithoutContradictions: scoreWithout,
    contradictions: facts,
  } = bestOf(about.hits).comparison;
  return groupsOf(about).map((group) => {
    const { check, regime, applies, subject, explanation, evidence } = toNote(about, group, '');
    return { check, regime, applies, subject, score, scoreWithout, explanation, facts, evidence };
  });
}

function groupsOf({ hits, world }: Case): Said[][] {
  const { date } = world.statement;
  const groups = new Map<string, Said[]>();
  for (const hit of hits) {
    const { source, regime } = hit.list;
    for (const ruling of rulingsOf(hit.entity, { date, measures: world.measures, source, regime })) {
      const key = `${ruling.check} ${ruling.regime ?? ''}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ hit, ruling }]);
      else group.push({ hit, ruling });
    }
  }
  return [...groups.values()];
}

function toFinding(about: Case, group: readonly Said[]): Finding {
  const { subject, world, party } = about;
  const best = bestOf(group.map(({ hit }) => hit));
  const { comparison } = best.via ?? best;
  const settled = strictest(
    group.map(({ hit, ruling }) => ({
      // A link to a settled entry of another list settles nothing here: the law asks who this entry is.
      verdict: hit.comparison.confirmed && hit.via === null ? ruling.verdict : 'review',
      ruling,
    })),
  );
  const table = strictest(group.map(({ ruling }) => ({ verdict: ruling.verdict, ruling })));
  const open = SEVERITY[table.verdict] > SEVERITY[settled.verdict];
  const { check, regime, measure, acts, basis } = open ? table.ruling : settled.ruling;
  const unchecked: Evidence[] =
    basis.confidence === 'checked' ? [] : [{ kind: 'note', text: 'rule not checked against the law' }];
  return {
    check,
    regime,
    verdict: settled.verdict,
    ifSame: open ? table.verdict : null,
    strength: best.via === null ? comparison.strength : strengthThrough(comparison.strength),
    applies: binds(regime, world),
    measure,
    acts,
    subject,
    party: party?.id ?? null,
    score: comparison.score,
    explanation: explain(comparison),
    basis,
    evidence: [
      ...listings(group),
      ...matchEvidence(comparison),
      ...partyEvidence(about, best, group),
      ...remarks(group),
      ...unchecked,
    ],
  };
}

/** What a hit on one entry is worth for another that is held to be the same party: never enough to settle it. */
function strengthThrough(strength: Strength): Strength {
  return strength === 'name only' || strength === 'weak alias only' ? strength : 'name and other facts';
}

function toNote({ subject, world }: Case, group: readonly Said[], text: string): Note {
  const best = bestOf(group.map(({ hit }) => hit));
  const { check, regime } = group[0]!.ruling;
  const { comparison } = best.via ?? best;
  const evidence = [...listings(group), ...matchEvidence(comparison)];
  return {
    check,
    regime,
    applies: binds(regime, world),
    subject,
    text,
    score: comparison.score,
    explanation: explain(comparison),
    evidence,
  };
}

/** Listings of the best hit first, so that the first piece of evidence is who was matched. */
function listings(group: readonly Said[]): Evidence[] {
  const best = bestOf(group.map(({ hit }) => hit));
  const hits = [...new Set([best, ...group.map(({ hit }) => hit)])];
  return hits.flatMap((hit) => {
    const own = group.filter((said) => said.hit === hit).map(({ ruling }) => ruling);
    return listingEvidence(hit.entity, hit.list, own);
  });
}

/** What a list itself adds for whoever deals with the party: OFAC's warning of secondary sanctions. */
function remarks(group: readonly Said[]): Evidence[] {
  const notes = group.flatMap(({ hit }) => hit.entity.properties.notes ?? []);
  return [...new Set(notes)]
    .filter((note) => /secondary sanctions/i.test(note))
    .map((text) => ({ kind: 'note', text }));
}

function reviewed({ hit, ruling }: Said): Said {
  return { hit, ruling: { ...ruling, verdict: 'review' } };
}

function strictest<One extends { readonly verdict: Verdict }>(all: readonly One[]): One {
  return all.reduce((best, one) => (SEVERITY[one.verdict] > SEVERITY[best.verdict] ? one : best));
}

/** The surest hit; one found through another entry comes after those found by themselves. */
function bestOf(hits: readonly Hit[]): Hit {
  const weight = ({ comparison, via }: Hit) =>
    via === null ? 2 + Number(comparison.confirmed) + comparison.score : comparison.score;
  return hits.reduce((best, hit) => (weight(hit) > weight(best) ? hit : best));
}

/** A dataset without a regime binds whoever loaded it. */
function binds(regime: Regime | null, world: World): boolean {
  return regime === null || world.statement.settings.regimes.includes(regime);
}
