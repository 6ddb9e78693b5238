/**
 * Two parties compared: the best pair of names and every fact that both give, each as a feature in log-odds, summed to
 * one score. `score(a, b)` is `score(b, a)`, and `bias` with the contributions adds up to the logit of the score.
 */
import type { MatchPart, Strength, WeakAliases } from '../model/index.js';
import { birthDate, sameBirthDay } from './birth-date.js';
import { FACT_FEATURES } from './facts.js';
import type { Feature } from './feature.js';
import {
  type IdentifierKinds,
  type IdentifierMatch,
  identifier,
  matchIdentifiers,
  otherIdentifier,
} from './identifiers.js';
import { bound, NAME_FEATURE_MAKERS, weakAlias } from './name-features.js';
import { logistic, type NameScorer } from './name-scorer.js';
import type { PartyName, PreparedParty } from './party-facts.js';
import { isConfirmed, strengthOf } from './strength.js';
import type { Weights } from './weights.js';

/**
 * How two parties compare. `score` in [0.0001, 0.9999], four decimals; `contradictions` name the facts that speak
 * against, and `scoreWithoutContradictions` is the score as it would be without them; `left`, `right` the names that
 * matched best (null where a side has none), `parts` how they were aligned and `nameScore` what they alone would score
 * (0 without names); `fullName` whether two people's names are full ones and agree in every part that both have;
 * `identifier` the strongest agreement of two numbers, null without one.
 */
export type Comparison = {
  readonly score: number;
  readonly bias: number;
  readonly features: readonly Feature[];
  readonly left: string | null;
  readonly right: string | null;
  readonly parts: readonly MatchPart[];
  readonly nameScore: number;
  readonly fullName: boolean;
  readonly identifier: IdentifierMatch | null;
  readonly strength: Strength;
  readonly confirmed: boolean;
  readonly contradictions: readonly string[];
  readonly scoreWithoutContradictions: number;
};

const LOWEST = 0.0001;
const HIGHEST = 0.9999;
/** Parts that may be missing from a full name, and those of them that may also differ. */
const OPTIONAL: ReadonlySet<string> = new Set(['patronymic', 'particle', 'honorific', 'initial']);
const INCIDENTAL: ReadonlySet<string> = new Set(['particle', 'honorific']);
/** How alike every part of a full name must be for it to confirm. */
const FULLY_ALIKE = 0.95;

type NamePair = {
  readonly left: PartyName;
  readonly right: PartyName;
  readonly sum: number;
  readonly weak: boolean;
};
type BestNames = { readonly best: NamePair | null; readonly strong: NamePair | null };

/** Compares parties with one set of tables and one scorer. */
export class PartyComparer {
  readonly #weights: Weights;
  readonly #kinds: IdentifierKinds;
  readonly #scorer: NameScorer;
  readonly #bias: number;

  constructor(weights: Weights, kinds: IdentifierKinds, scorer: NameScorer) {
    this.#weights = weights;
    this.#kinds = kinds;
    this.#scorer = scorer;
    this.#bias = weights.get('bias', '');
  }

  /** Compares two parties; never throws. */
  compare(left: PreparedParty, right: PreparedParty, weakAliases: WeakAliases): Comparison {
    const { best, strong } = this.#bestNames(left, right, weakAliases);
    const { features: nameFeatures, parts, fullName } = this.#describeNames(best, weakAliases);
    const match = matchIdentifiers(left, right, this.#kinds);
    const nameContradicts =
      best !== null && this.#alone(best) < this.#weights.get('threshold', 'name-contradicts');
    const facts = this.#facts(left, right, match, { otherName: nameContradicts, alone: best === null });
    const contradicting = facts.filter((feature) => feature.contribution < 0);
    const contradictions = contradicting.map((feature) => `${feature.name}: ${feature.detail}`);
    const { score, features } = this.#sum([...nameFeatures, ...facts]);
    const without = this.#sum([...nameFeatures, ...facts.filter((feature) => feature.contribution >= 0)]);
    const settling = {
      identifier: match,
      nameContradicts,
      noName: best === null,
      otherKind: facts.some((feature) => feature.name === 'kind'),
      nameMatches: strong !== null && this.#alone(strong) >= this.#weights.get('threshold', 'match'),
      weakOnly: best?.weak === true,
      fullName: fullName && arePeople(left, right),
      sameBirthDay: sameBirthDay(left, right),
      otherFacts: facts.some((feature) => feature.contribution > 0 && feature.name !== 'gender'),
      contradictions,
    };
    return {
      score,
      bias: this.#bias,
      features,
      left: best?.left.parsed.text ?? null,
      right: best?.right.parsed.text ?? null,
      parts,
      nameScore: best === null ? 0 : this.#alone(best),
      fullName: settling.fullName,
      identifier: match,
      strength: strengthOf(settling),
      confirmed: isConfirmed(settling),
      contradictions,
      scoreWithoutContradictions: without.score,
    };
  }

  /** The pair of names that speaks most for one party; `strong` the best without a weak alias. */
  #bestNames(left: PreparedParty, right: PreparedParty, weakAliases: WeakAliases): BestNames {
    const equalAlias = this.#weights.get('weak-alias', 'equal');
    let best: NamePair | null = null;
    let strong: NamePair | null = null;
    for (const one of left.names) {
      for (const other of right.names) {
        const weak = one.weak || other.weak;
        if (weak && weakAliases === 'off') continue;
        if (weak && weakAliases === 'support') {
          if (!equalToTheLetter(one, other)) continue;
          if (best === null || equalAlias > best.sum)
            best = { left: one, right: other, sum: equalAlias, weak };
          continue;
        }
        const sum = this.#scorer.score(one.parsed, other.parsed);
        if (best === null || sum > best.sum) best = { left: one, right: other, sum, weak };
        if (!weak && (strong === null || sum > strong.sum)) strong = { left: one, right: other, sum, weak };
      }
    }
    // A name that matches on its own is better evidence than any weak alias.
    const matches = strong !== null && this.#alone(strong) >= this.#weights.get('threshold', 'match');
    return { best: best?.weak === true && matches ? strong : best, strong };
  }

  /** Scores the best pair once more, so that the explanation is read from the arrays of its own run. */
  #describeNames(
    pair: NamePair | null,
    weakAliases: WeakAliases,
  ): { features: Feature[]; parts: MatchPart[]; fullName: boolean } {
    if (pair === null) return { features: [], parts: [], fullName: false };
    if (pair.weak && weakAliases === 'support')
      return { features: [weakAlias(pair.sum, pair.right.parsed.text)], parts: [], fullName: false };
    this.#scorer.score(pair.left.parsed, pair.right.parsed);
    const parts = this.#scorer.parts();
    const features = NAME_FEATURE_MAKERS.map((make, at) => make(this.#scorer.contributions[at]!, parts));
    const told = features.filter((feature) => feature.contribution !== 0 || feature.name === 'name');
    return { features: told, parts, fullName: !pair.weak && isFullName(parts) };
  }

  #facts(
    left: PreparedParty,
    right: PreparedParty,
    match: IdentifierMatch | null,
    names: { readonly otherName: boolean; readonly alone: boolean },
  ): Feature[] {
    const weights = this.#weights;
    return [
      identifier(match, weights, names),
      otherIdentifier(left, right, this.#kinds, weights),
      birthDate(left, right, weights),
      ...FACT_FEATURES.map((weigh) => weigh(left, right, weights)),
    ].filter((feature) => feature !== null);
  }

  /**
   * The score of features. It is rounded first; what rounding moved is put into the first feature, at most 0.01 where
   * scores lie between 0.01 and 0.99, so that the sum is the logit of the score as it is given.
   */
  #sum(features: readonly Feature[]): { score: number; features: Feature[] } {
    const raw = features.reduce((sum, feature) => sum + feature.contribution, this.#bias);
    const score = Math.min(HIGHEST, Math.max(LOWEST, Math.round(logistic(raw) * 10_000) / 10_000));
    const rest = Math.log(score / (1 - score)) - raw;
    const [first, ...others] = features;
    if (first === undefined || score === HIGHEST || score === LOWEST)
      return { score, features: [...features, bound(rest)] };
    return { score, features: [{ ...first, contribution: first.contribution + rest }, ...others] };
  }

  #alone(pair: NamePair): number {
    return logistic(this.#bias + pair.sum);
  }
}

function equalToTheLetter(one: PartyName, other: PartyName): boolean {
  if (one.parsed.latin !== other.parsed.latin || one.parsed.parts.length === 0) return false;
  const native = (name: PartyName) => name.parsed.parts.map((part) => part.native).join(' ');
  const [left, right] = [native(one), native(other)];
  return left.trim() === '' || right.trim() === '' || left === right;
}

/** Who has a birth date is a person, so one side may leave open what it is. */
function arePeople(left: PreparedParty, right: PreparedParty): boolean {
  const kinds = [left.kind, right.kind];
  return kinds.includes('person') && kinds.every((kind) => kind === 'person' || kind === 'any');
}

/**
 * Two parts at least, every one with its equal; only what people often leave out may be missing. What both names have
 * must agree: another patronymic is another father.
 */
function isFullName(parts: readonly MatchPart[]): boolean {
  const agreeing = parts.filter((part) => part.similarity >= FULLY_ALIKE && !OPTIONAL.has(part.type));
  return agreeing.length >= 2 && parts.every((part) => part.similarity >= FULLY_ALIKE || mayStand(part));
}

/** Whether a full name may have a part that is not alike: one side lacks it, or it says nothing about who it is. */
function mayStand(part: MatchPart): boolean {
  const oneSided = part.left === null || part.right === null;
  return oneSided ? OPTIONAL.has(part.type) : INCIDENTAL.has(part.type);
}
