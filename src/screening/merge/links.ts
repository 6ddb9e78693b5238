/**
 * Whether two list entries are one party, and why: the first rule of the table that holds. What contradicts is asked
 * apart, since it also keeps entries apart that a third one would join.
 */
import type { Comparison, Matcher, PreparedParty } from '../../match/index.js';
import { type Entity, REFERENTS, type WorldList } from '../../model/index.js';
import type { Names, ParsedName } from '../../names/index.js';
import { coreKey, entriesOf, isOrganization, isTellingDay, referentsOf, yearOf } from './blocks.js';
import type { LinkRule, MergeRules } from './table.js';

/** What may be said for one party; `facts` is a sentence's worth for people, `score` that of the whole comparison. */
export type LinkFound = {
  readonly rank: number;
  readonly reason: string;
  readonly score: number;
  readonly facts: string;
};

/** An entry of a list, ready to be compared. */
export type Entry = {
  readonly entity: Entity;
  readonly list: Pick<WorldList, 'source' | 'regime'>;
  readonly prepared: PreparedParty;
};

/** What comparing needs. */
export type MergeTools = {
  readonly matcher: Matcher;
  readonly rules: MergeRules;
  readonly legalFamily: Names['legalFamily'];
};

/** The strongest rule by which two entries are one, and the facts that contradict; weak aliases say nothing here. */
export function compareEntries(
  left: Entry,
  right: Entry,
  { matcher, rules, legalFamily }: MergeTools,
): { link: LinkFound | null; contradictions: readonly string[] } {
  const comparison = matcher.compare(left.prepared, right.prepared, { weakAliases: 'off' });
  const contradictions = contradictionsIn(comparison, left, right, rules);
  const link = linkIn({ left, right, comparison, rules, legalFamily });
  if (link === null && isHeldApart(left, right, matcher, rules))
    contradictions.push(
      `own-list: ${left.list.source} gives ${left.entity.caption} and ${right.entity.caption} apart`,
    );
  return { link, contradictions };
}

type Pair = {
  readonly left: Entry;
  readonly right: Entry;
  readonly comparison: Comparison;
  readonly rules: MergeRules;
  readonly legalFamily: Names['legalFamily'];
};

function linkIn(pair: Pair): LinkFound | null {
  for (const rule of pair.rules.links) {
    const facts = kindFits(rule, pair.left, pair.right) ? factsOf(rule, pair) : null;
    if (facts === null) continue;
    return { rank: rule.rank, reason: reasonOf(rule), score: pair.comparison.score, facts };
  }
  return null;
}

/** Whether a publisher gives two entries of one list names of their own that are not alike. */
function isHeldApart(left: Entry, right: Entry, matcher: Matcher, rules: MergeRules): boolean {
  if (left.list.source !== right.list.source || !rules.contradictions.has('any own-list')) return false;
  const own = ({ prepared }: Entry) =>
    prepared.names.filter(({ property }) => property === 'name').map(({ parsed }) => parsed);
  return !own(left).some((one) =>
    own(right).some((other) => matcher.scoreNames(one, other) >= rules.limits.namesAlike),
  );
}

function kindFits({ kind }: LinkRule, left: Entry, right: Entry): boolean {
  const kinds = [left.prepared.kind, right.prepared.kind];
  if (kind === 'any') return true;
  // Of two that may be people as well, one name says too little.
  if (kind === 'organization') return kinds.every(isOrganization) && kinds.includes('organization');
  return kinds.every((one) => one === kind);
}

/** What people read when the rule holds, null where it does not. */
function factsOf(rule: LinkRule, pair: Pair): string | null {
  switch (rule.names) {
    case 'full':
      return fullNameAndBirth(rule, pair);
    case 'own-core':
    case 'core':
      return coreAnd(rule, pair);
    default:
      return rule.names === 'alike' && pair.comparison.nameScore < rule.least
        ? null
        : sharedNumber(rule, pair);
  }
}

/** Two people of one full name and one birth date, or birth year with a country, and nothing that contradicts. */
function fullNameAndBirth(
  { fact, least }: LinkRule,
  { left, right, comparison, rules }: Pair,
): string | null {
  const { fullName, nameScore, contradictions, score } = comparison;
  if (!fullName || nameScore < rules.limits.namesAlike || contradictions.length > 0 || score < least)
    return null;
  const names = bothNames(comparison.left ?? '', comparison.right ?? '');
  const days =
    fact === 'birth-day' ? sharedDays(left, right, (text) => (isTellingDay(text) ? [text] : [])) : null;
  if (days !== null) return days.length === 0 ? null : `birth date ${days[0]}; ${names}`;
  const [year] = sharedDays(left, right, yearOf);
  const country = sharedCountry(left, right);
  return year === undefined || country === undefined
    ? null
    : `birth year ${year}, country ${country}; ${names}`;
}

/**
 * Two companies of one country, or one list, and one name but for the legal form. A publisher knows its own entries apart,
 * so within a list no alias counts, and words only letter by letter.
 */
function coreAnd(
  { fact, least, names }: LinkRule,
  { left, right, comparison, rules, legalFamily }: Pair,
): string | null {
  const where = fact === 'list' ? listOfBoth(left, right) : sharedCountry(left, right);
  if (where === undefined || comparison.score < least) return null;
  const within = left.list.source === right.list.source;
  const coreOf = (name: ParsedName) => coreKey(name, rules.limits.coreLetters, within ? 'text' : 'form');
  for (const one of left.prepared.names) {
    for (const other of right.prepared.names) {
      if (one.weak || other.weak) continue;
      const own = Number(one.property === 'name') + Number(other.property === 'name');
      if (own < (names === 'own-core' || within ? 2 : 1)) continue;
      const core = coreOf(one.parsed);
      if (core === null || core !== coreOf(other.parsed)) continue;
      if (formsAgree(one.parsed, other.parsed, legalFamily))
        return `${fact} ${where}; ${bothNames(one.parsed.text, other.parsed.text)}`;
    }
  }
  return null;
}

/** Two names as people read them, once where they are the same but for capitals. */
function bothNames(one: string, other: string): string {
  return one.toLowerCase() === other.toLowerCase() ? one : `${one} / ${other}`;
}

/** Whether legal forms given on both sides are of one family: a limited company is no joint-stock company. */
function formsAgree(one: ParsedName, other: ParsedName, legalFamily: Names['legalFamily']): boolean {
  const [ours, theirs] = [one, other].map(({ parts }) =>
    parts.filter(({ type }) => type === 'legal-form').map(({ form }) => legalFamily(form)),
  );
  return ours!.length === 0 || theirs!.length === 0 || ours!.some((form) => theirs!.includes(form));
}

/** A number, id or quoted entry that both give, as people read it. */
function sharedNumber({ fact, quotes }: LinkRule, { left, right, comparison, rules }: Pair): string | null {
  if (fact === 'entity-id')
    return left.entity.id === right.entity.id && left.list.regime === right.list.regime
      ? `the publisher's own number: ${left.entity.id}`
      : null;
  if (fact === 'referent') {
    // Two that bear one id and name no other are told apart by whose number it is.
    if (![left, right].some(({ entity }) => entity.properties[REFERENTS] !== undefined)) return null;
    const shared = referentsOf(left.entity).find((id) => referentsOf(right.entity).includes(id));
    return shared === undefined ? null : `an aggregator made one entry of these: ${shared}`;
  }
  if (quotes !== '') {
    const [ours, theirs] = [left, right].map(({ entity, list }) =>
      entriesOf(entity, list.regime, fact, quotes),
    );
    const shared = ours!.find((entry) => theirs!.includes(entry));
    return shared === undefined ? null : `${quotes} reference ${shared}`;
  }
  const { identifier } = comparison;
  // A row names its fact, so one that merely supports (a bank's BIC) may link beside names that are alike.
  const equal = identifier?.level === 'same' || identifier?.level === 'same-shared';
  if (identifier === null || !equal || identifier.property !== fact) return null;
  const { label, value } = identifier.identifier;
  return value.length < rules.limits.numberLength ? null : `${label} ${value}`;
}

function sharedDays(left: Entry, right: Entry, read: (text: string) => readonly string[]): string[] {
  const [ours, theirs] = [left, right].map(({ prepared }) =>
    prepared.births.flatMap(({ text }) => read(text)),
  );
  return ours!.filter((one) => theirs!.includes(one)).sort();
}

/**
 * The list of two entries that stand in different annexes, or of which exactly one says its country: within one annex,
 * where neither says one, a name is all there is.
 */
function listOfBoth(left: Entry, right: Entry): string | undefined {
  if (left.list.source !== right.list.source) return undefined;
  const said = [left, right].filter(({ prepared }) => prepared.countries.length > 0);
  return said.length === 1 || standApart(left.entity, right.entity) ? left.list.source : undefined;
}

/** Whether every listing of both names an annex, and none is the other's. */
function standApart(one: Entity, other: Entity): boolean {
  const [ours, theirs] = [one, other].map(({ listings }) => listings.map(({ annex }) => annex));
  const known = ours!.length > 0 && theirs!.length > 0 && ![...ours!, ...theirs!].includes(null);
  return known && !ours!.some((annex) => theirs!.includes(annex));
}

function sharedCountry(left: Entry, right: Entry): string | undefined {
  return left.prepared.countries.find((one) => right.prepared.countries.includes(one));
}

function contradictionsIn(
  { features }: Comparison,
  left: Entry,
  right: Entry,
  { contradictions }: MergeRules,
): string[] {
  const company = isOrganization(left.prepared.kind) && isOrganization(right.prepared.kind);
  const kinds = ['any', company ? 'organization' : left.prepared.kind];
  return features
    .filter(
      ({ name, contribution }) =>
        contribution < 0 && kinds.some((kind) => contradictions.has(`${kind} ${name}`)),
    )
    .map(({ name, detail }) => `${name}: ${detail}`);
}

/** The reason as answers name it: the property of a number, else what beside the name agrees. */
function reasonOf({ fact, names }: LinkRule): string {
  return names === 'any' || names === 'alike' ? fact : `name and ${fact}`;
}
