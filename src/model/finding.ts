/** Findings and their evidence: the one shape of every answer (docs/json.md). */
import type { Day } from '../base/index.js';
import type { Regime } from './regime.js';
import type { SubjectRef } from './subject.js';
import type { Act, Confidence, Verdict } from './verdict.js';

/** Ids of checks. */
export type CheckId =
  | 'party'
  | 'territory'
  | 'ownership'
  | 'goods-code'
  | 'goods-clause'
  | 'goods-sign'
  | 'price-cap'
  | 'attestation'
  | 'import-ban'
  | 'services-ban'
  | 'vessel'
  | 'trade'
  | 'pep'
  | 'interest';

/** What settles, or fails to settle, that a party is the listed one. */
export type Strength =
  | 'identifier'
  | 'name and birth date'
  | 'name and other facts'
  | 'name only'
  | 'weak alias only';

/** The rule behind a finding: its table row, legal citation, days in force (both included), and how surely it is known. */
export type Basis = {
  readonly rule: string;
  readonly citation: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly confidence: Confidence;
};

/** Where on a list: `snapshot` is the publication date, else the retrieval date; `hash` the snapshot's. */
export type ListingEvidence = {
  readonly kind: 'listing';
  readonly list: string;
  readonly snapshot: Day;
  readonly hash: string;
  readonly entity: string;
  readonly entry: string;
  readonly programme: string | null;
  readonly listedOn: string | null;
  readonly caption: string;
  readonly reason: string | null;
};

/** One aligned pair of name parts; null on one side where a part is left over. `similarity` in [0, 1]. */
export type MatchPart = {
  readonly left: string | null;
  readonly right: string | null;
  readonly type: string;
  readonly weight: number;
  readonly similarity: number;
};

/**
 * What two facts said about sameness; `value` in [0, 1], `contribution` in log-odds. `left` and `right` are the names
 * that were compared, null for other facts, whose values stand in `detail`.
 */
export type MatchEvidence = {
  readonly kind: 'match';
  readonly feature: string;
  readonly value: number;
  readonly contribution: number;
  readonly left: string | null;
  readonly right: string | null;
  readonly detail: string;
  readonly parts: readonly MatchPart[];
};

/** A row of one of Cordon's tables. */
export type RowEvidence = {
  readonly kind: 'row';
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly value: string | number | null;
};

/** Words of a document; offsets in UTF-16 code units of `document.text`, end exclusive. */
export type TextEvidence = {
  readonly kind: 'text';
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

/** A sentence that says what else to know. */
export type NoteEvidence = { readonly kind: 'note'; readonly text: string };

/** What a finding rests on. */
export type Evidence = ListingEvidence | MatchEvidence | RowEvidence | TextEvidence | NoteEvidence;

/**
 * An entry of a party: `key` names it in `same-party.csv` and in links, as `list/entity`; `official` is false on an
 * extract.
 */
export type PartyMember = {
  readonly key: string;
  readonly list: string;
  readonly entity: string;
  readonly entry: string;
  readonly caption: string;
  readonly regime: Regime | null;
  readonly official: boolean;
};

/**
 * Why two entries are held to be one party: `reason` the kind of fact, `facts` the facts for people, `score` that of the
 * two entries compared; `leftOut` says what kept the link from being taken, null for one that was.
 */
export type PartyLink = {
  readonly left: string;
  readonly right: string;
  readonly reason: string;
  readonly score: number;
  readonly facts: string;
  readonly leftOut: string | null;
};

/** A listed party with every entry held to be it. `id` is the key of its first entry; `links` those taken and left out. */
export type ListedParty = {
  readonly id: string;
  readonly caption: string;
  readonly regimes: readonly Regime[];
  readonly members: readonly PartyMember[];
  readonly links: readonly PartyLink[];
};

/**
 * One answer. `party` is the id of the listed party, null for what is found without a list. `ifSame` is the table's
 * verdict should an unconfirmed party be the listed one, else null. `applies` is false where the regime is not among
 * those asked for. `score` in [0, 1], four decimals, null for rules; `explanation` says in one sentence why the score is
 * what it is, null without one.
 */
export type Finding = {
  readonly check: CheckId;
  readonly regime: Regime | null;
  readonly verdict: Verdict;
  readonly ifSame: Verdict | null;
  readonly strength: Strength | null;
  readonly applies: boolean;
  readonly measure: string | null;
  readonly acts: readonly Act[];
  readonly subject: SubjectRef;
  readonly party: string | null;
  readonly score: number | null;
  readonly explanation: string | null;
  readonly basis: Basis;
  readonly evidence: readonly Evidence[];
};

/**
 * What is worth saying and is no verdict: "formerly listed, START to END", "no longer in the file since DATE", "will
 * apply from START", an act outside the activity asked for. Never counts for a verdict or an exit code.
 */
export type Note = {
  readonly check: CheckId;
  readonly regime: Regime | null;
  readonly applies: boolean;
  readonly subject: SubjectRef;
  readonly text: string;
  readonly score: number | null;
  readonly explanation: string | null;
  readonly evidence: readonly Evidence[];
};

/** What a contradicting fact alone pushed under the threshold: the score as it is, as it would be, and the facts. */
export type Discounted = {
  readonly check: CheckId;
  readonly regime: Regime | null;
  readonly applies: boolean;
  readonly subject: SubjectRef;
  readonly score: number;
  readonly scoreWithout: number;
  readonly explanation: string | null;
  readonly facts: readonly string[];
  readonly evidence: readonly Evidence[];
};

/**
 * What a subject's checks gave together: findings sorted by applies, verdict (or what it would be), score; `parties` are
 * those of the findings, in the order of their first.
 */
export type Judgement = {
  readonly parties: readonly ListedParty[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  readonly discounted: readonly Discounted[];
};
