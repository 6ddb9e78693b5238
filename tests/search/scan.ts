/**
 * The obvious way to find candidates: every listed name is held against the query, part by part, with the textbook's
 * edit distance. What the index returns must be this, no name more or less.
 */
import type { ParsedName } from '../../src/names/index.js';
import { covers, weigh } from '../../src/search/coverage.js';
import type { IndexedEntity } from '../../src/search/index.js';
import { slipsAllowed } from '../../src/search/neighbours.js';
import { LONGEST_RUN, runKey, runsOf } from '../../src/search/runs.js';

/** What can answer what: the texts of a side, each with the parts it stands for. */
type Unit = { form: string; key: string; native: string; from: number; to: number; most: number };

/** Entities and the ordinals of their names that the rule keeps. */
export function scan(
  entities: readonly IndexedEntity[],
  queries: readonly ParsedName[],
): { entity: number; names: number[] }[] {
  let ordinal = 0;
  const found: { entity: number; names: number[] }[] = [];
  entities.forEach((entity, at) => {
    const names: number[] = [];
    for (const { property, parsed } of entity.names) {
      const kept = queries.some((query) =>
        property === 'weakAlias' ? same(query, parsed) : reaches(query, parsed),
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

function reaches(query: ParsedName, name: ParsedName): boolean {
  const asked = weigh(query.parts);
  const listed = weigh(name.parts);
  const sharedAsked = new Array<number>(asked.length).fill(-1);
  const sharedListed = new Array<number>(listed.length).fill(-1);
  const sum = (weights: ArrayLike<number>, from: number, to: number) =>
    Array.from(weights)
      .slice(from, to)
      .reduce((total, weight) => total + weight, 0);
  const pair = (left: { from: number; to: number }, right: { from: number; to: number }) => {
    const whole = sum(asked, left.from, left.to);
    const other = sum(listed, right.from, right.to);
    const weight = Math.min(whole, other);
    for (let at = left.from; at < left.to; at++)
      sharedAsked[at] = Math.max(sharedAsked[at]!, whole > 0 ? (asked[at]! * weight) / whole : 0);
    for (let at = right.from; at < right.to; at++)
      sharedListed[at] = Math.max(sharedListed[at]!, other > 0 ? (listed[at]! * weight) / other : 0);
  };
  const words = (parsed: ParsedName): Unit[] =>
    parsed.parts.map(({ form, key, native }, at) => ({ form, key, native, from: at, to: at + 1, most: 2 }));
  const runs = (parsed: ParsedName): Unit[] =>
    runsOf(parsed)
      .filter((run) => run.kind === 'form')
      .map(({ text, from, to }) => ({ form: text, key: runKey(text), native: '', from, to, most: 1 }));
  const initials = (parsed: ParsedName) => runsOf(parsed).filter((run) => run.kind === 'initials');

  for (const left of words(query))
    for (const right of words(name)) if (alike(left, right, asked[left.from]! > 0 ? 2 : 0)) pair(left, right);
  for (const left of runs(query))
    for (const right of words(name)) if (alike(left, right, 1)) pair(left, right);
  for (const right of runs(name))
    for (const left of [...words(query), ...runs(query)]) if (alike(left, right, 0)) pair(left, right);
  if (query.kind !== 'person')
    for (const { text } of initials(name))
      query.parts.forEach((part, at) => {
        if (part.form === text) sharedAsked[at] = asked[at]!;
      });
  const whole = sum(asked, 0, asked.length);
  for (const { text } of initials(query))
    name.parts.forEach((part, at) => {
      if (part.form === text) sharedListed[at] = Math.max(sharedListed[at]!, Math.min(whole, listed[at]!));
    });
  return covered(asked, sharedAsked) || covered(listed, sharedListed);
}

function covered(weights: Float64Array, shared: readonly number[]): boolean {
  let have = 0;
  let rest = 0;
  weights.forEach((weight, at) => {
    if (shared[at]! < 0) rest += weight;
    else have += shared[at]!;
  });
  return covers(have, rest);
}

function alike(a: Unit, b: Unit, most: number): boolean {
  if (a.form === b.form) return a.form !== '';
  if (a.key !== '' && a.key === b.key) return true;
  if (a.native !== '' && a.native === b.native) return true;
  if (/^\d+$/.test(a.form)) return false;
  return slips(a.form, b.form) <= Math.min(most, slipsAllowed(a.form.length, b.form.length), a.form.length);
}

function same(query: ParsedName, name: ParsedName): boolean {
  const holds = (parsed: ParsedName, other: ParsedName) => {
    const weights = weigh(parsed.parts);
    return parsed.parts.every(
      (part, at) => weights[at] === 0 || other.parts.some((it) => it.form === part.form),
    );
  };
  const letters = (parsed: ParsedName) => parsed.parts.map((part) => part.form).join('');
  if (query.parts.length === 0 || name.parts.length === 0) return false;
  const joined = letters(query);
  return (
    (holds(query, name) && holds(name, query)) || (joined.length <= LONGEST_RUN && joined === letters(name))
  );
}
