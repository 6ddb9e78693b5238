/**
 * JSON lines as they come in: subjects for `screen`, pairs for `compare`. Shapes are zod's; it is loaded when the first
 * line is read, since a single check does not need it.
 */
import { createRequire } from 'node:module';
import type { Party } from '../model/index.js';
import { readEntity } from './entity-line.js';
import { SUBJECT_FIELDS, type SubjectField } from './headings.js';
import { type ReadSubject, readSubject } from './subject.js';

type Zod = typeof import('zod').z;

/** A pair to compare, or why the line holds none. */
export type ReadPair =
  | { readonly ok: true; readonly left: Party; readonly right: Party }
  | { readonly ok: false; readonly message: string };

let shapes: ReturnType<typeof makeShapes> | null = null;

/** One line of `screen`'s JSON lines: keys of `SUBJECT_FIELDS`, or a FollowTheMoney entity. */
export function readSubjectLine(line: string): ReadSubject {
  const value = readJson(line);
  if (value === undefined) return { ok: false, id: null, reason: 'not a JSON object' };
  shapes ??= makeShapes();
  const entity = shapes.entity.safeParse(value);
  if (entity.success) return readEntity(entity.data);
  const fields = shapes.fields.safeParse(value);
  if (!fields.success) return { ok: false, id: null, reason: firstMessage(fields.error) };
  const asText = Object.entries(fields.data).flatMap(([key, inner]) =>
    inner == null ? [] : [[key, asList(inner)]],
  );
  return readSubject(Object.fromEntries(asText) as Partial<Record<SubjectField, string[]>>);
}

/** One line of `compare`: `{schema, name1, name2}` or `{left, right}` as entities. */
export function readPairLine(line: string): ReadPair {
  const value = readJson(line);
  if (value === undefined) return { ok: false, message: 'not a JSON object' };
  shapes ??= makeShapes();
  const names = shapes.names.safeParse(value);
  if (names.success) {
    const { schema, name1, name2 } = names.data;
    return {
      ok: true,
      left: { schema, properties: { name: [name1] } },
      right: { schema, properties: { name: [name2] } },
    };
  }
  const pair = shapes.pair.safeParse(value);
  if (pair.success) return { ok: true, ...pair.data };
  const wantsPair = typeof value === 'object' && value !== null && ('left' in value || 'right' in value);
  return { ok: false, message: firstMessage(wantsPair ? pair.error : names.error) };
}

function makeShapes() {
  const z = (createRequire(import.meta.url)('zod') as { z: Zod }).z;
  const scalar = z.union([z.string(), z.number().transform(String)]);
  const field = z.union([scalar, z.array(scalar), z.null()]).optional();
  const properties = z.record(z.string(), z.union([z.array(scalar), scalar.transform((one) => [one])]));
  const party = z.object({ schema: z.string().default('Thing'), properties });
  return {
    entity: party.extend({ id: z.string().nullish(), caption: z.string().nullish(), schema: z.string() }),
    fields: z.object(Object.fromEntries(SUBJECT_FIELDS.map((name) => [name, field]))),
    names: z.object({ schema: z.string().default('Thing'), name1: z.string(), name2: z.string() }),
    pair: z.object({ left: party, right: party }),
  };
}

function readJson(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function asList(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}

function firstMessage(error: {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}): string {
  const [problem] = error.issues;
  if (problem === undefined) return 'not the shape expected';
  const path = problem.path.map(String).join('.');
  return path === '' ? problem.message : `${path}: ${problem.message}`;
}
