/** The real tables, opened once, and short ways to write parties. */
import { readFileSync } from 'node:fs';
import type { DataTables } from '../../src/base/index.js';
import { MATCH_TABLES, openMatcher } from '../../src/match/index.js';
import type { Properties } from '../../src/model/index.js';
import { NAMES_TABLES, type NameKind, nameKindOf, openNames } from '../../src/names/index.js';
import { TEXT_TABLES } from '../../src/text/index.js';

const data = new URL('../../data/', import.meta.url);

export const tables: DataTables = new Map(
  [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
    path,
    readFileSync(new URL(path, data), 'utf8'),
  ]),
);
export const names = openNames(tables);
export const matcher = openMatcher(tables, names);

/** Score of two names alone. */
export function scoreNames(schema: string, left: string, right: string): number {
  const kind: NameKind = nameKindOf(schema);
  return matcher.scoreNames(names.parse(left, kind), names.parse(right, kind));
}

type Facts = Readonly<Record<string, string | readonly string[]>>;

/** A party ready to be compared; single values need no brackets. */
export function party(schema: string, name: string, facts: Facts = {}) {
  const properties: Record<string, readonly string[]> = name === '' ? {} : { name: [name] };
  for (const [property, value] of Object.entries(facts))
    properties[property] = typeof value === 'string' ? [value] : value;
  return matcher.prepare({ schema, properties: properties as Properties });
}

export const person = (name: string, facts: Facts = {}) => party('Person', name, facts);
export const company = (name: string, facts: Facts = {}) => party('Company', name, facts);
export const vessel = (name: string, facts: Facts = {}) => party('Vessel', name, facts);

/** Log-odds of a score. */
export function logit(score: number): number {
  return Math.log(score / (1 - score));
}
