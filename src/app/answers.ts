/** The verbs that answer at once: a party, a pair, a page. Each answer carries the world it was given in. */
import { CordonError } from '../base/index.js';
import { explain } from '../match/index.js';
import type { Judgement, MatchPart, Party, WorldStatement } from '../model/index.js';
import type { Knowledge } from '../screening/index.js';
import {
  checkSubject,
  type PageReport,
  readPage,
  remark,
  type World,
  withCountryCodes,
} from '../screening/index.js';
import { readEntity, readSubject, type SubjectFields } from '../wire/index.js';

/** The answer of `check`: `query` is the party as it was understood. */
export type CheckAnswer = Judgement & {
  readonly query: Party & { readonly label: string };
  readonly world: WorldStatement;
};

/**
 * The answer of `compare`: contributions are in log-odds and, with `bias` among the features, add up to logit(score).
 * `explanation` is one sentence for people; `left` and `right` are the names that agree best, `parts` how they were
 * paired.
 */
export type CompareAnswer = {
  readonly score: number;
  readonly match: boolean;
  readonly explanation: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly parts: readonly MatchPart[];
  readonly features: readonly { name: string; value: number; contribution: number; detail: string }[];
};

/**
 * Judges one party.
 *
 * @param subject fields as text (`{ name: ['…'], birthDate: ['1966-03-03'] }`), a name, or a FollowTheMoney party
 * @throws CordonError `usage` when it has neither a name nor an identifier
 */
export function check(world: World, subject: string | SubjectFields | Party): CheckAnswer {
  const { party, label, ref, remarks } = toParty(subject);
  const about = { kind: 'party', label, ref } as const;
  const judged = checkSubject(party, about, world);
  const notes = remarks.map((text) => remark(about, text));
  return {
    query: { ...party, label },
    world: world.statement,
    parties: judged.parties,
    findings: judged.findings,
    discounted: judged.discounted,
    notes: [...judged.notes, ...notes],
  };
}

/**
 * Compares two parties; no list is needed. `score(a, b)` is `score(b, a)`.
 *
 * @param threshold score from which `match` is true
 */
export function compare(
  knowledge: Pick<Knowledge, 'matcher' | 'countries'>,
  left: Party,
  right: Party,
  threshold = 0.7,
): CompareAnswer {
  const { matcher, countries } = knowledge;
  const prepare = (party: Party) => matcher.prepare(withCountryCodes(party, countries));
  const compared = matcher.compare(prepare(left), prepare(right));
  const { score, bias, features, parts } = compared;
  const start = { name: 'bias', value: 0, contribution: bias, detail: 'before anything is known' };
  return {
    score,
    match: score >= threshold,
    explanation: explain(compared),
    left: compared.left,
    right: compared.right,
    parts,
    features: [start, ...features],
  };
}

/**
 * Reads a page or a text and says which listed parties it names.
 *
 * @throws CordonError `input-empty`, `input-too-large`, `input-unreadable`
 */
export function read(
  world: World,
  bytes: Uint8Array,
  source: string,
): { report: PageReport; warnings: readonly string[] } {
  const type = /\.(?:html?|xhtml)$/i.test(source)
    ? 'html'
    : /\.(?:txt|text|md)$/i.test(source)
      ? 'text'
      : null;
  const { report, issues } = readPage(bytes, { source, type }, world);
  return { report, warnings: issues.map((one) => `${one.file}: ${one.message}`) };
}

function toParty(subject: string | SubjectFields | Party): {
  party: Party;
  label: string;
  ref: string | null;
  remarks: readonly string[];
} {
  const read =
    typeof subject === 'string'
      ? readSubject({ name: [subject] })
      : 'properties' in subject
        ? readEntity(subject)
        : readSubject(subject);
  if (!read.ok) throw new CordonError('usage', `${read.reason}: give a name, or an identifier`);
  return { party: read.party, label: read.label, ref: read.id, remarks: read.remarks };
}
