/**
 * Pairs of names that are known to be the same party's or not, made from listed entries and popular names by a seed.
 * Same: aliases of one entry that are spellings of one name, and names rewritten as other hands would. Not the same:
 * other entries that look alike, names with one part of another name in its place, and people who share a common name.
 */

import { type Random, seeded } from '../../bench/support/seeded.js';
import type { Matcher } from '../../src/match/index.js';
import type { NameKind, Names, ParsedName } from '../../src/names/index.js';
import { pick, pickWeighted } from './random.js';
import { rewrite } from './rewrite.js';
import type { Listed, Popular } from './sources.js';

/** A pair; `how` says what it was made by. */
export type Pair = {
  readonly same: boolean;
  readonly how: string;
  readonly kind: NameKind;
  readonly left: string;
  readonly right: string;
};

/** Popular names of people. */
type Popularity = { readonly given: readonly Popular[]; readonly family: readonly Popular[] };
type Makers = { readonly names: Names; readonly matcher: Matcher; readonly random: Random };

/** How many pairs to make of each sort. */
export type Counts = { readonly same: number; readonly other: number };

/**
 * Makes pairs of listed entries and popular names.
 *
 * @param matcher finds which entries look alike; what it finds is a pair that is not the same, whatever it thinks
 */
export function makePairs(
  listed: readonly Listed[],
  popular: Popularity,
  counts: Counts,
  seed: number,
  names: Names,
  matcher: Matcher,
): Pair[] {
  const makers: Makers = { names, matcher, random: seeded(seed) };
  const { random } = makers;
  const lookAlikes = openLookAlikes(listed, makers);
  const customers = openCustomers(popular, listed, makers);
  const words = openWords(listed, names);
  const aliases = listed.filter((entry) => entry.names.length > 1 && entry.kind !== 'vessel');
  const vessels = listed.filter((entry) => entry.kind === 'vessel');
  const others = listed.filter((entry) => entry.kind !== 'vessel');
  const drawn = () => pick(random() < 0.08 ? vessels : others, random);
  const pairs: Pair[] = [];
  const fill = (until: number, make: () => Pair | null) => {
    for (let attempt = 0; pairs.length < until && attempt < 20 * until; attempt += 1) {
      const pair = make();
      if (pair !== null) pairs.push(pair);
    }
  };
  fill(counts.same, () =>
    pickWeighted<() => Pair | null>(
      [
        [30, () => aliasPair(pick(aliases, random), makers)],
        [62, () => rewrittenPair(drawn(), makers)],
        [8, () => ownScriptPair(popular, random)],
      ],
      random,
    )(),
  );
  fill(counts.same + counts.other, () =>
    pickWeighted<() => Pair | null>(
      [
        [35, () => otherEntryPair(drawn(), lookAlikes)],
        [30, () => exchangedPair(drawn(), words, makers)],
        [10, () => namesakePair(popular, random)],
        [25, customers],
      ],
      random,
    )(),
  );
  return pairs;
}

/** Two names of one entry, if most of the shorter one is in the other: an alias that shares nothing is no spelling. */
function aliasPair(entry: Listed, { names, matcher, random }: Makers): Pair | null {
  const left = pick(entry.names, random);
  const right = pick(entry.names, random);
  if (left === right) return null;
  const one = names.parse(left, entry.kind);
  const other = names.parse(right, entry.kind);
  const { parts } = matcher.compareNames(one, other);
  const alike = parts.filter((part) => CORE.has(part.type) && part.similarity > 0).length;
  const fewest = Math.min(coreOf(one).length, coreOf(other).length);
  if (alike === 0 || alike < Math.ceil(0.6 * fewest)) return null;
  return { same: true, how: 'alias', kind: entry.kind, left, right };
}

const CORE: ReadonlySet<string> = new Set(['word', 'given', 'family', 'acronym', 'sector', 'broad', 'place']);
const TIED: ReadonlySet<string> = new Set(['particle', 'legal-form', 'generic', 'honorific', 'prefix']);

function coreOf(name: ParsedName): ParsedName['parts'] {
  const core = name.parts.filter((part) => !TIED.has(part.type));
  return core.length > 0 ? core : name.parts;
}

function rewrittenPair(entry: Listed, { names, random }: Makers): Pair | null {
  const left = pick(entry.names, random);
  const { how, text } = rewrite(left, entry.kind, random, names);
  return { same: true, how, kind: entry.kind, left, right: text };
}

/** Countries whose signs do not tell how a name is read. */
const SIGNS: ReadonlySet<string> = new Set(['JP', 'TW', 'HK', 'KH', 'PH']);

function ownScriptPair(popular: Popularity, random: Random): Pair | null {
  const family = pick(popular.family, random);
  if (SIGNS.has(family.country) || family.local === family.latin) return null;
  const given = popular.given.filter((one) => one.country === family.country);
  if (given.length === 0) return null;
  const { local, latin } = pick(given, random);
  if (local === latin) return null;
  const familyFirst = /[\u3000-\u9fff\uac00-\ud7af]/.test(family.local);
  const left = familyFirst ? `${family.local}${local}` : `${local} ${family.local}`;
  const right = familyFirst ? `${family.latin} ${latin}` : `${latin} ${family.latin}`;
  return { same: true, how: 'own script', kind: 'person', left, right };
}

/** Finds the listed entry that looks most like a name, or nearly the most, or one that only shares a word with it. */
type LookAlikes = (text: string, kind: NameKind, own: Listed | null) => Listed | null;

function openLookAlikes(listed: readonly Listed[], { names, matcher, random }: Makers): LookAlikes {
  const parsed = listed.map((entry) => names.parse(entry.names[0] as string, entry.kind));
  const bearers = new Map<string, number[]>();
  parsed.forEach((name, at) => {
    for (const block of blocksOf(name)) {
      const list = bearers.get(block) ?? [];
      list.push(at);
      bearers.set(block, list);
    }
  });
  return (text, kind, own) => {
    const name = names.parse(text, kind);
    const found = new Set<number>();
    for (const block of blocksOf(name)) {
      const list = bearers.get(block) ?? [];
      // Of a common word's bearers a few are enough.
      for (let draw = 0; draw < Math.min(list.length, 60); draw += 1)
        found.add(list.length <= 60 ? (list[draw] as number) : pick(list, random));
    }
    const scored = [...found].flatMap((at) => {
      const entry = listed[at] as Listed;
      if (entry.kind !== kind || (own !== null && shareName(entry, own))) return [];
      return [{ entry, score: matcher.scoreNames(name, parsed[at] as ParsedName) }];
    });
    if (scored.length === 0) return null;
    scored.sort((a, b) => b.score - a.score);
    const near = scored.slice(0, random() < 0.7 ? 2 : scored.length);
    return pick(near, random).entry;
  };
}

/** A listed name and another entry that looks like it. */
function otherEntryPair(entry: Listed, lookAlikes: LookAlikes): Pair | null {
  const left = entry.names[0] as string;
  const other = lookAlikes(left, entry.kind, entry);
  if (other === null) return null;
  return { same: false, how: 'another entry', kind: entry.kind, left, right: other.names[0] as string };
}

/** Makes pairs of a popular name, as a customer may have it, and the listed person of all who looks most like it. */
function openCustomers(popular: Popularity, listed: readonly Listed[], { names, matcher, random }: Makers) {
  const people = listed
    .filter((entry) => entry.kind === 'person')
    .map((entry) => ({ entry, parsed: names.parse(entry.names[0] as string, 'person') }));
  return (): Pair | null => {
    const family = pick(popular.family, random);
    const given = popular.given.filter((one) => one.country === family.country);
    if (given.length === 0) return null;
    const script = random() < 0.4 ? 'local' : 'latin';
    const left = `${pick(given, random)[script]} ${family[script]}`;
    const name = names.parse(left, 'person');
    let best = people[0] as (typeof people)[number];
    let most = 0;
    for (const person of people) {
      const score = matcher.scoreNames(name, person.parsed);
      if (score <= most) continue;
      most = score;
      best = person;
    }
    const right = best.entry.names[0] as string;
    // Of popular names there are listed bearers as well.
    if (most > 0.9 && best.parsed.parts.length === name.parts.length) return null;
    return { same: false, how: 'a customer', kind: 'person', left, right };
  };
}

/** By which words names may look alike: the same, the same in sound, the same beginning. */
function blocksOf(name: ParsedName): Set<string> {
  return new Set(coreOf(name).flatMap(({ form, key }) => [form, `:${key}`, `^${form.slice(0, 3)}`]));
}

/** Two entries with one name are branches, ships of one name or one party twice: nothing to learn from. */
function shareName(one: Listed, other: Listed): boolean {
  return one.names.some((name) => other.names.includes(name));
}

type Words = (type: string, kind: NameKind, form: string, random: Random) => string | null;

/** Words of listed names by their type, to be put in another's place: any of them, or more often one that looks like it. */
function openWords(listed: readonly Listed[], names: Names): Words {
  const byType = new Map<string, { all: string[]; byLetter: Map<string, Set<string>> }>();
  for (const entry of listed) {
    for (const part of names.parse(entry.names[0] as string, entry.kind).parts) {
      if (part.script !== 'Latin') continue;
      const type = `${entry.kind} ${part.type}`;
      const known = byType.get(type) ?? { all: [], byLetter: new Map<string, Set<string>>() };
      byType.set(type, known);
      known.all.push(part.text);
      const letter = part.form.slice(0, 1);
      known.byLetter.set(letter, (known.byLetter.get(letter) ?? new Set()).add(part.text));
    }
  }
  return (type, kind, form, random) => {
    const known = byType.get(`${kind} ${type}`);
    if (known === undefined || known.all.length < 20) return null;
    if (form.length < 4 || random() < 0.35) return pick(known.all, random);
    // Petrov for Petrenko: a name of its own, two to four letters away.
    const near = [...(known.byLetter.get(form.slice(0, 1)) ?? [])].filter((word) => {
      const small = word.toLowerCase();
      if (small.length < 4 || Math.abs(small.length - form.length) > 3) return false;
      const apart = lettersApart(small, form);
      return apart >= 2 && apart <= 0.6 * Math.max(small.length, form.length);
    });
    return near.length === 0 ? null : pick(near, random);
  };
}

/** Letters to change, add or drop from one word to the other (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (above[column - 1] as number) + (one[row - 1] === other[column - 1] ? 0 : 1);
      here.push(Math.min(changed, (above[column] as number) + 1, (here[column - 1] as number) + 1));
    }
    above = here;
  }
  return above[other.length] as number;
}

const EXCHANGED: readonly (readonly [number, string])[] = [
  [25, 'given'],
  [35, 'family'],
  [45, 'word'],
  [8, 'patronymic'],
  [8, 'place'],
  [6, 'number'],
  [25, 'generic'],
];

/** A name with one part of another name in the place of its own: a brother, a sister company, another ship. */
function exchangedPair(entry: Listed, words: Words, { names, random }: Makers): Pair | null {
  const left = pick(entry.names, random);
  const { parts } = names.parse(left, entry.kind);
  const type = pickWeighted(EXCHANGED, random);
  const own = parts.filter((part) => part.type === type && part.script === 'Latin');
  if (own.length === 0) return null;
  const part = pick(own, random);
  // A generic word says which firm it is only where it names a line of business.
  if (type === 'generic' && NO_BUSINESS.has(part.form)) return null;
  const word = words(type, entry.kind, part.form, random);
  if (word === null || NO_BUSINESS.has(word.toLowerCase())) return null;
  if (names.parse(word, entry.kind).parts.some((one) => one.form === part.form || one.key === part.key))
    return null;
  if (names.equivalents.relate(word.toLowerCase(), part.form) !== null) return null;
  const changed = left.slice(0, part.start) + word + left.slice(part.end);
  const right = random() < 0.25 ? rewrite(changed, entry.kind, random, names).text : changed;
  return { same: false, how: `another ${type}`, kind: entry.kind, left, right };
}

const NO_BUSINESS: ReadonlySet<string> = new Set([
  'company',
  'group',
  'holding',
  'corporation',
  'enterprise',
  'co',
  'limited',
]);

/** Two people of one country who share a popular name. */
function namesakePair(popular: Popularity, random: Random): Pair | null {
  const family = pick(popular.family, random);
  const given = popular.given.filter((one) => one.country === family.country);
  if (given.length < 2) return null;
  const families = popular.family.filter((one) => one.country === family.country);
  const one = pick(given, random);
  const sameFamily = random() < 0.5;
  const other = sameFamily ? pick(given, random) : one;
  const otherFamily = sameFamily ? family : pick(families, random);
  if ((sameFamily && other.latin === one.latin) || (!sameFamily && otherFamily.latin === family.latin))
    return null;
  const left = `${one.latin} ${family.latin}`;
  const right = `${other.latin} ${otherFamily.latin}`;
  return { same: false, how: 'namesake', kind: 'person', left, right };
}
