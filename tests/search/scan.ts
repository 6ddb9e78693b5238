/**
 * The obvious way to find candidates: every listed name is held against the query, part by part, with the textbook's
 * edit distance. What the index returns must be this, no name more or less.
 */
import {
  isTwoSyllables,
  type ParsedName,
  phoneticKey,
  readingOf,
  skeletonsOf,
} from '../../src/names/index.js';
import {
  balanceOf,
  isCovered,
  likenessOf,
  NEARLY_ALIKE,
  SAME_SKELETON,
  weigh,
} from '../../src/search/coverage.js';
import type { IndexedEntity } from '../../src/search/index.js';
import { slipsAllowed } from '../../src/search/neighbours.js';
import { LONGEST_RUN, runsOf, spellingOf, writtenOf } from '../../src/search/runs.js';
import { pieceLikeness, SHORTEST_PIECE } from '../../src/search/similar.js';

/** What can answer what: the texts of a side, each with the parts it stands for. */
type Unit = { form: string; key: string; native: string; from: number; to: number; heard: readonly number[] };

/** Entities and the ordinals of their names that the rule keeps. */
export function scan(
  entities: readonly IndexedEntity[],
  queries: readonly ParsedName[],
): { entity: number; names: number[] }[] {
  let ordinal = 0;
  const readings = new Map<string, Set<number>>();
  for (const { names } of entities)
    for (const { parsed } of names)
      for (const part of parsed.parts) {
        const heard = readings.get(part.form) ?? new Set();
        readings.set(part.form, heard);
        for (const reading of part.readings) heard.add(readingOf(reading));
      }
  const found: { entity: number; names: number[] }[] = [];
  entities.forEach((entity, at) => {
    const names: number[] = [];
    for (const { property, parsed } of entity.names) {
      const kept = queries.some((query) =>
        property === 'weakAlias' ? same(query, parsed) : reaches(query, parsed, readings),
      );
      if (kept) names.push(ordinal);
      ordinal++;
    }
    if (names.length > 0) found.push({ entity: at, names });
  });
  return found;
}

/** Edits between two words, neighbours swapped counting one (optimal string alignment), as textbooks write it. */
export function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const options = [rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + change];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        options.push(rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = Math.min(...options);
    }
  }
  return rows[a.length]![b.length]!;
}

/** @param readings by form, of all listed names */
function reaches(
  query: ParsedName,
  name: ParsedName,
  readings: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  const asked = weigh(query.parts);
  const listed = weigh(name.parts);
  // Per part the best balance; without a partner the whole weight is missing.
  const left = Array.from(asked, (weight) => balanceOf(0, weight, 0));
  const right = Array.from(listed, (weight) => balanceOf(0, weight, 0));
  const sum = (weights: Float64Array, { from, to }: Unit) =>
    weights.slice(from, to).reduce((total, weight) => total + weight, 0);
  const better = (
    balances: number[],
    weights: Float64Array,
    { from, to }: Unit,
    likeness: number,
    ratio: number,
  ) => {
    for (let at = from; at < to; at++)
      balances[at] = Math.max(balances[at]!, balanceOf(likeness, weights[at]!, weights[at]! * ratio));
  };
  const heard = (a: Unit, b: Unit) => a.heard.some((reading) => readings.get(b.form)?.has(reading));
  const pair = (a: Unit, b: Unit, slipsInPair: number) =>
    meet(a, b, heard(a, b) ? 1 : a.form === '' ? null : likenessOfPair(a, b, slipsInPair));
  const pairJoined = (a: Unit, b: Unit) => {
    const [left, right] = [spellingOf(a.form), spellingOf(b.form)];
    if (left.kind !== right.kind || left.text !== right.text) return;
    meet(a, b, likenessOf(slips(a.form, b.form), Math.max(a.form.length, b.form.length)));
  };
  const meet = (a: Unit, b: Unit, likeness: number | null) => {
    const [whole, other] = [sum(asked, a), sum(listed, b)];
    const weight = Math.min(whole, other);
    if (likeness === null) return;
    better(left, asked, a, likeness, whole > 0 ? weight / whole : 0);
    better(right, listed, b, likeness, other > 0 ? weight / other : 0);
  };
  for (const a of wordsOf(query)) for (const b of wordsOf(name)) pair(a, b, asked[a.from]! > 0 ? 2 : 0);
  for (const a of joinedOf(query)) for (const b of wordsOf(name)) pair(a, b, 2);
  for (const b of joinedOf(name)) for (const a of [...wordsOf(query), ...joinedOf(query)]) pairJoined(a, b);
  for (const a of heardTogether(query)) for (const b of wordsOf(name)) pair(a, b, 0);
  for (const b of heardTogether(name))
    for (const a of query.parts.map((part, at) => ({ part, at })))
      if (a.part.readings.some((reading) => isTwoSyllables(reading) && b.heard.includes(readingOf(reading))))
        meet({ ...b, from: a.at, to: a.at + 1 }, b, 1);
  if (query.kind !== 'person')
    for (const text of initialsOf(name))
      for (const a of wordsOf(query)) if (a.form === text) better(left, asked, a, 1, 1);
  const total = asked.reduce((all, weight) => all + weight, 0);
  for (const text of initialsOf(query))
    for (const b of wordsOf(name))
      if (b.form === text)
        right[b.from] = Math.max(
          right[b.from]!,
          balanceOf(1, listed[b.from]!, Math.min(total, listed[b.from]!)),
        );
  return [left, right].some(
    (side) =>
      side.some((balance) => balance > 0) && isCovered(side.reduce((all, balance) => all + balance, 0)),
  );
}

/** The parts, and those with one form in all languages as written too. */
function wordsOf({ parts }: ParsedName): Unit[] {
  return parts.flatMap((part, at) => {
    const { form, key, native } = part;
    const written = writtenOf(part);
    const unit = { form, key, native, from: at, to: at + 1, heard: part.readings.map(readingOf) };
    return written === form
      ? [unit]
      : [unit, { ...unit, form: written, key: phoneticKey(written), native: '', heard: [] }];
  });
}

function joinedOf(name: ParsedName): Unit[] {
  return runsOf(name)
    .filter((run) => run.kind === 'form')
    .map(({ text, from, to }) => ({ form: text, key: '', native: '', from, to, heard: [] }));
}

function heardTogether(name: ParsedName): Unit[] {
  return runsOf(name)
    .filter((run) => run.kind === 'reading')
    .map(({ text, from, to }) => ({ form: '', key: '', native: '', from, to, heard: [Number(text)] }));
}

function initialsOf(name: ParsedName): string[] {
  return runsOf(name)
    .filter((run) => run.kind === 'initials')
    .map((run) => run.text);
}

/** How alike, null when not at all. */
function likenessOfPair(a: Unit, b: Unit, most: number): number | null {
  if (a.form === b.form && a.form !== '') return 1;
  if (a.key !== '' && a.key === b.key) return 1;
  if (a.native !== '' && a.native === b.native) return 1;
  if (/^\d*$/.test(a.form)) return null;
  const apart = slips(a.form, b.form);
  const allowed = Math.min(most, slipsAllowed(a.form.length, b.form.length));
  if (apart <= allowed) return likenessOf(apart, Math.max(a.form.length, b.form.length));
  const skeletons = skeletonsOf(b.form);
  const shared = skeletonsOf(a.form).some((skeleton) => skeletons.includes(skeleton));
  if (most > 0 && a.key !== '' && b.key !== '' && shared) return SAME_SKELETON;
  const [piece, word] = a.form.length < b.form.length ? [a.form, b.form] : [b.form, a.form];
  // A listed word's end is not looked for, since the dictionary is sorted by beginnings.
  const isPiece = word.startsWith(piece) || (word === a.form && word.endsWith(piece));
  if (most > 0 && a.key !== '' && isPiece && piece.length >= SHORTEST_PIECE)
    return pieceLikeness(word.length - piece.length, word.length);
  const sounds = a.key.length >= 3 && b.key.length >= 3 && most > 0;
  return sounds && slips(a.key, b.key) === 1 ? NEARLY_ALIKE : null;
}

function same(query: ParsedName, name: ParsedName): boolean {
  const holds = (parsed: ParsedName, other: ParsedName) => {
    const weights = weigh(parsed.parts);
    return parsed.parts.every(
      (part, at) => weights[at] === 0 || other.parts.some((it) => it.form === part.form),
    );
  };
  const letters = (parsed: ParsedName) => parsed.parts.map(writtenOf).join('');
  if (query.parts.length === 0 || name.parts.length === 0) return false;
  const joined = letters(query);
  return (
    (holds(query, name) && holds(name, query)) ||
    (Buffer.byteLength(joined) <= LONGEST_RUN && joined === letters(name))
  );
}
