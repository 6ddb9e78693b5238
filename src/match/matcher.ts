/**
 * Compares names and parties. Opened once from the tables; holds scratch arrays, so each thread opens its own. It does not
 * look for candidates and says nothing of what follows from a match.
 */
import type { DataTables } from '../base/index.js';
import type { MatchPart, Party, WeakAliases } from '../model/index.js';
import type { Names, ParsedName } from '../names/index.js';
import { openRomaniser } from '../text/index.js';
import { ADDRESS_WORDS_TABLE, openAddressReader } from './address.js';
import { BUSINESS_WORDS_TABLE, readBusinessWords } from './business-words.js';
import { type Comparison, PartyComparer } from './comparison.js';
import { EDIT_COSTS_TABLE, readEditCosts } from './edit-costs.js';
import { IDENTIFIERS_TABLE, readIdentifierKinds } from './identifiers.js';
import { mostFromFacts } from './most-from-facts.js';
import { nameRules } from './name-rules.js';
import { logistic, NameScorer } from './name-scorer.js';
import { type FactReaders, type PartyName, type PreparedParty, prepareParty } from './party-facts.js';
import { FORMER_STATES_TABLE, readFormerStates } from './places.js';
import { GENDER_ENDINGS_TABLE, readGenderEndings } from './told-gender.js';
import { WEIGHTS_TABLE, Weights } from './weights.js';

/** The tables of this room, under `data/`. */
export const MATCH_TABLES: readonly string[] = [
  WEIGHTS_TABLE,
  EDIT_COSTS_TABLE,
  BUSINESS_WORDS_TABLE,
  IDENTIFIERS_TABLE,
  ADDRESS_WORDS_TABLE,
  FORMER_STATES_TABLE,
  GENDER_ENDINGS_TABLE,
];

/** How weak aliases take part; `support` by default. */
export type CompareOptions = { readonly weakAliases?: WeakAliases };

/** Compares names and parties with one set of tables. */
export class Matcher {
  readonly #names: Names;
  readonly #scorer: NameScorer;
  readonly #comparer: PartyComparer;
  readonly #bias: number;
  readonly #weights: Weights;
  readonly #readers: FactReaders;

  /** @throws CordonError `table-invalid` */
  constructor(tables: DataTables, names: Names) {
    const weights = new Weights(tables);
    this.#names = names;
    this.#weights = weights;
    this.#readers = {
      addresses: openAddressReader(tables, openRomaniser(tables)),
      states: readFormerStates(tables),
      endings: readGenderEndings(tables),
    };
    this.#bias = weights.get('bias', '');
    this.#scorer = new NameScorer(
      nameRules(weights),
      readEditCosts(tables),
      readBusinessWords(tables),
      names,
    );
    this.#comparer = new PartyComparer(weights, readIdentifierKinds(tables), this.#scorer);
  }

  /** A party made ready to be compared as often as wanted; `parsed` saves parsing its names again. */
  prepare(party: Party, parsed?: readonly PartyName[]): PreparedParty {
    return prepareParty(party, this.#names, this.#readers, parsed);
  }

  /**
   * The score that two names alone would give, in (0, 1). Symmetric; allocates nothing; 0.7 and more is a match.
   */
  scoreNames(left: ParsedName, right: ParsedName): number {
    return logistic(this.#bias + this.#scorer.score(left, right));
  }

  /** The score of two names and how their parts were aligned, from one run. */
  compareNames(left: ParsedName, right: ParsedName): { score: number; parts: MatchPart[] } {
    const score = this.scoreNames(left, right);
    return { score, parts: this.#scorer.parts() };
  }

  /** The best score that any name of a party and any of the names given have on their own; 0 without names. */
  bestNameScore(party: PreparedParty, names: readonly ParsedName[]): number {
    let best = Number.NEGATIVE_INFINITY;
    for (const own of party.names) {
      for (const name of names) {
        const sum = this.#scorer.score(own.parsed, name);
        if (sum > best) best = sum;
      }
    }
    return best === Number.NEGATIVE_INFINITY ? 0 : logistic(this.#bias + best);
  }

  /** The most that the facts of a party, identifiers aside, can add to the log-odds of any comparison. */
  mostFromFacts(party: PreparedParty): number {
    return mostFromFacts(party, this.#weights);
  }

  /** Compares two parties by their names and every fact that both give. */
  compare(left: PreparedParty, right: PreparedParty, options: CompareOptions = {}): Comparison {
    return this.#comparer.compare(left, right, options.weakAliases ?? 'support');
  }
}

/** Opens a matcher. @throws CordonError `table-invalid` */
export function openMatcher(tables: DataTables, names: Names): Matcher {
  return new Matcher(tables, names);
}
