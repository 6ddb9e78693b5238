/**
 * A snapshot as bytes: `entities.jsonl` and `issues.jsonl`, one JSON object a line, and a description. The bytes depend
 * on the content alone, so the same list read twice, on any machine, has the same hash.
 */
import { createHash } from 'node:crypto';
import { CordonError, type Day, type Issue, sha256, stableJson } from '../../base/index.js';
import type { Entity, Regime } from '../../model/index.js';

/** What is known of a source apart from its files. `official` is false for an extract that is not the publisher's own. */
export type SourceFacts = {
  readonly title: string;
  readonly publisher: string | null;
  readonly regime: Regime | null;
  readonly official: boolean;
};

/** Who took a list that had been refused, and why. */
type Acceptance = { readonly by: string; readonly reason: string; readonly on: Day };

/**
 * A snapshot's description, as stored beside it and in the manifest; never changed.
 *
 * `published` is null where the publisher gives no date, `retrieved` the day it was first taken; `hash` names the
 * snapshot (source, published and entities; neither retrieval nor issues), `content` is the SHA-256 of
 * `entities.jsonl`; `bytes` its size; `files` the publisher's files it was read from, `engine` the version that read
 * them; `accepted` is null for a list that passed every gate.
 */
export type SnapshotMeta = SourceFacts & {
  readonly source: string;
  readonly format: string;
  readonly files: readonly string[];
  readonly published: Day | null;
  readonly retrieved: Day;
  readonly hash: string;
  readonly content: string;
  readonly entities: number;
  readonly issues: number;
  readonly bytes: number;
  readonly accepted: Acceptance | null;
  readonly engine: string;
};

/** The bytes of a list's content in chunks of about a mebibyte, each with a buffer of its own: threads pass them on. */
export type EncodedSnapshot = {
  readonly source: string;
  readonly published: Day | null;
  readonly hash: string;
  readonly content: string;
  readonly entities: {
    readonly count: number;
    readonly bytes: number;
    readonly chunks: readonly Uint8Array[];
  };
  readonly issues: { readonly count: number; readonly chunks: readonly Uint8Array[] };
};

/** An entity with its place in `entities.jsonl`, in bytes; the line's end is not counted. */
type PlacedEntity = { readonly entity: Entity; readonly offset: number; readonly length: number };

const CHUNK = 1 << 20;

/**
 * Writes a list's content as bytes: entities sorted by id, keys sorted, UTF-8.
 *
 * @throws CordonError `list-unreadable` when the source's name cannot name a folder
 */
export function encodeSnapshot(
  source: string,
  published: Day | null,
  content: { readonly entities: readonly Entity[]; readonly issues: readonly Issue[] },
): EncodedSnapshot {
  checkSource(source);
  const entities = encodeLines([...content.entities].sort(byId));
  const issues = encodeLines(content.issues);
  return {
    source,
    published,
    hash: snapshotHash(source, published, entities.sha256),
    content: entities.sha256,
    entities: { count: content.entities.length, bytes: entities.bytes, chunks: entities.chunks },
    issues: { count: content.issues.length, chunks: issues.chunks },
  };
}

/** The hash that names a snapshot. `content` is the SHA-256 of its `entities.jsonl`. */
export function snapshotHash(source: string, published: Day | null, content: string): string {
  return sha256(`cordon snapshot 1\n${source}\n${published ?? ''}\n${content}\n`);
}

/** The day a snapshot counts from: when it was published, else when it was taken. */
export function snapshotDay(snapshot: { readonly published: Day | null; readonly retrieved: Day }): Day {
  return snapshot.published ?? snapshot.retrieved;
}

/**
 * Walks the entities of an `entities.jsonl`, one at a time, in the order of their lines.
 *
 * @param name what errors call the file
 * @throws CordonError `snapshot-damaged` naming the line that is no JSON
 */
export function* readEntities(bytes: Uint8Array, name: string): Generator<PlacedEntity> {
  let line = 1;
  for (let offset = 0; offset < bytes.length; line += 1) {
    const end = bytes.indexOf(10, offset);
    const length = (end === -1 ? bytes.length : end) - offset;
    yield {
      entity: parseLine<Entity>(bytes.subarray(offset, offset + length), `${name}:${line}`),
      offset,
      length,
    };
    offset += length + 1;
  }
}

/**
 * One line of a snapshot's file.
 *
 * @throws CordonError `snapshot-damaged` naming the place
 */
export function parseLine<Value>(bytes: Uint8Array, place: string): Value {
  try {
    return JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    ) as Value;
  } catch (cause) {
    throw new CordonError('snapshot-damaged', `${place}: not readable: ${DAMAGE_REMEDY}`, { cause });
  }
}

/** What to do about a damaged snapshot: loading the same files again writes the very same bytes. */
export const DAMAGE_REMEDY =
  'run cordon lists update with the same files again, or restore the state folder from a backup';

function encodeLines(values: readonly unknown[]): { chunks: Uint8Array[]; bytes: number; sha256: string } {
  const encoder = new TextEncoder();
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let pending = '';
  const flush = () => {
    const chunk = encoder.encode(pending);
    hash.update(chunk);
    chunks.push(chunk);
    bytes += chunk.length;
    pending = '';
  };
  for (const value of values) {
    pending += `${JSON.stringify(sortKeys(value))}\n`;
    if (pending.length >= CHUNK) flush();
  }
  if (pending !== '') flush();
  return { chunks, bytes, sha256: hash.digest('hex') };
}

/** As `stableJson` sorts them, without calling back for every value: a list has some millions. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(sortKeys) : value;
  const from = value as Record<string, unknown>;
  const keys = Object.keys(from).sort();
  return Object.fromEntries(keys.map((key) => [key, sortKeys(from[key])]));
}

function byId(a: Entity, b: Entity): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  const [left, right] = [stableJson(a), stableJson(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A dataset's name comes from a file and becomes a folder's name. */
function checkSource(source: string): void {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(source)) return;
  const shown = JSON.stringify(source.slice(0, 100));
  throw new CordonError(
    'list-unreadable',
    `${shown} cannot be a source id (letters, digits, "-", "_" and "."): name one with --as ID`,
  );
}
