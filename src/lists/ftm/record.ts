/**
 * One line of a FollowTheMoney file as a record: id, schema, properties as lists of text. Files in the wild hold single
 * values instead of lists, numbers, properties outside `properties` and names of older or newer models; whatever can be
 * taken is taken, and what was odd is counted.
 */
import { dateSpan } from '../../base/index.js';
import { ftmModel, type Properties, REFERENTS } from '../../model/index.js';
import type { Tally } from './tally.js';

/** A record as read. `lastSeen` is the newest moment the line itself names, '' where it names none. */
export type FtmRecord = {
  readonly line: number;
  readonly id: string;
  readonly caption: string | null;
  readonly schema: string;
  readonly properties: Record<string, string[]>;
  readonly datasets: readonly string[];
  readonly lastSeen: string;
  /** Sanctions that stand in the record itself, as in a table of targets. */
  readonly sanctions: readonly Properties[];
};

const NO_SANCTIONS: readonly Properties[] = [];

/** Keys of the envelope; any other key beside them is a property that stands in the wrong place. */
const ENVELOPE: ReadonlySet<string> = new Set([
  'id',
  'caption',
  'schema',
  'properties',
  'referents',
  'datasets',
  'first_seen',
  'last_seen',
  'last_change',
  'target',
  'origin',
  'op',
  'links',
  'key_prefix',
  'role_id',
  'mutable',
  'score',
  'features',
  'match',
]);

/**
 * Reads a parsed line.
 *
 * @param tally takes what was odd: `missing-field`, `bad-record`, `unknown-schema`, `unknown-property`, `bad-value`,
 *   `bad-date`
 * @returns null where the line is no entity
 */
export function readRecord(value: unknown, line: number, tally: Tally): FtmRecord | null {
  const raw = asObject(value);
  if (raw === null || 'op' in raw) {
    const what =
      raw === null ? 'a JSON object was expected' : 'a change of a delta file stands among entities';
    tally.add('bad-record', { line, field: null, value: null }, `${what}; skipped`);
    return null;
  }
  const id = typeof raw.id === 'number' ? String(raw.id) : raw.id;
  if (typeof id !== 'string' || id.trim() === '') {
    tally.add('missing-field', { line, field: 'id', value: null }, 'an entity without an id was skipped');
    return null;
  }
  const schema = schemaOf(raw.schema, id, line, tally);
  if (schema === null) return null;
  const properties: Record<string, string[]> = {};
  const take = (key: string, values: unknown) =>
    takeProperty({ schema, properties, line, tally }, key, values);
  for (const [key, values] of Object.entries(asObject(raw.properties) ?? {})) take(key, values);
  for (const [key, values] of Object.entries(raw)) if (!ENVELOPE.has(key)) take(key, values);
  const referents = referentsOf(raw.referents, id);
  if (referents.length > 0) properties[REFERENTS] = referents;
  return {
    line,
    id: id.trim(),
    caption: typeof raw.caption === 'string' && raw.caption.trim() !== '' ? raw.caption.trim() : null,
    schema,
    properties,
    datasets: Array.isArray(raw.datasets) ? raw.datasets.filter((name) => typeof name === 'string') : [],
    lastSeen:
      [raw.last_seen, raw.last_change]
        .filter((at) => typeof at === 'string')
        .sort()
        .at(-1) ?? '',
    sanctions: NO_SANCTIONS,
  };
}

/** Ids of the entries that an aggregator made this one of, but its own. */
function referentsOf(value: unknown, id: string): string[] {
  const ids = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return [...new Set(ids.map((one) => one.trim()))].filter((one) => one !== '' && one !== id.trim());
}

function schemaOf(schema: unknown, id: string, line: number, tally: Tally): string | null {
  if (typeof schema !== 'string' || schema === '') {
    tally.add(
      'missing-field',
      { line, field: 'schema', value: id },
      'an entity without a schema was skipped',
    );
    return null;
  }
  if (ftmModel().isSchema(schema)) return schema;
  tally.add(
    'unknown-schema',
    { line, field: 'schema', value: schema },
    `no schema "${schema}"; kept as Thing`,
  );
  return 'Thing';
}

type Taking = { schema: string; properties: Record<string, string[]>; line: number; tally: Tally };

function takeProperty(at: Taking, key: string, values: unknown): void {
  const { schema, line, tally } = at;
  const model = ftmModel();
  // `Person:alias` is the qualified name of `alias`, as statements and index files write it.
  const bare = key.slice(key.indexOf(':') + 1);
  const name = model.propertyType(schema, key) === null && bare !== '' ? bare : key;
  const type = model.propertyType(schema, name);
  const texts = textsOf(values, schema, name, line, tally);
  if (texts.length === 0) return;
  const first = texts[0] ?? null;
  if (type === null) {
    const field = `${schema}:${name}`;
    tally.add('unknown-property', { line, field, value: first }, 'the model has no such property; kept');
  }
  const kept = Object.hasOwn(at.properties, name) ? (at.properties[name] ?? []) : [];
  for (const text of texts) {
    const value = type === null ? text : checked(type, text, { schema, name, line, tally });
    if (!kept.includes(value)) kept.push(value);
  }
  if (name !== '__proto__') at.properties[name] = kept;
  // In a hostile file a property may be called so; only a definition keeps it an ordinary one.
  else Object.defineProperty(at.properties, name, { value: kept, enumerable: true, writable: true });
}

/** Values as trimmed text; objects, which no flat file holds, as JSON. */
function textsOf(values: unknown, schema: string, name: string, line: number, tally: Tally): string[] {
  const list = Array.isArray(values) ? values : [values];
  if (!Array.isArray(values) && values !== null) {
    const at = { line, field: 'properties', value: name };
    tally.add('bad-value', at, 'a value that is no list was read as a list of one');
  }
  const texts: string[] = [];
  for (const value of list) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') {
      const at = { line, field: `${schema}:${name}`, value: JSON.stringify(value) };
      tally.add('bad-value', at, 'text was expected, got a nested object; kept as JSON text');
      texts.push(at.value);
      continue;
    }
    const text = String(value).trim();
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** A value of a typed property: country codes in small letters; what its type does not hold is kept and counted. */
function checked(
  type: string,
  text: string,
  at: { schema: string; name: string; line: number; tally: Tally },
): string {
  const where = { line: at.line, field: `${at.schema}:${at.name}`, value: text };
  if (type === 'date') {
    if (dateSpan(text.slice(0, text.search(/[T ]\d|$/))) === null)
      at.tally.add('bad-date', where, 'no date; kept as text');
    return text;
  }
  const model = ftmModel();
  if (model.isValue(type, text)) return text;
  if (model.isValue(type, text.toLowerCase())) return text.toLowerCase();
  at.tally.add('bad-value', where, `no ${type} of the model; kept as text`);
  return text;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
