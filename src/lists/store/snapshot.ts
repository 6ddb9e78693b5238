/**
 * A snapshot: a description, and two streams of JSON lines, the entities sorted by id and the issues. The streams depend
 * on the content alone, so the same list read twice, on any machine, has the same hash.
 */
import { CordonError, type Day, sha256, stableJson } from '../../base/index.js';
import type { Entity, Regime } from '../../model/index.js';
import type { Tree } from './nodes.js';

/** What is known of a source apart from its files. `official` is false for an extract that is not the publisher's own. */
export type SourceFacts = {
  readonly title: string;
  readonly publisher: string | null;
  readonly regime: Regime | null;
  readonly official: boolean;
};

/** Who took a list that had been refused, and why. */
type Acceptance = { readonly by: string; readonly reason: string; readonly on: Day };

/** How many values the entities have: fewer of a kind than before, with as many entities, means that a part is missing. */
export type ValueCounts = Readonly<Record<'names' | 'addresses' | 'numbers' | 'listings', number>>;

/**
 * A snapshot's description, as stored in its own file and in the manifest; never changed.
 *
 * `published` is null where the publisher gives no date, `retrieved` the day it was first taken; `hash` names the
 * snapshot (source, published and entities; neither retrieval nor issues), `content` is the SHA-256 of the stream of
 * entities; `bytes` its size; `files` the publisher's files it was read from, `engine` the version that read them;
 * `values` counts what the entities hold, absent in snapshots of older versions;
 * `accepted` is null for a list that passed every gate. `former`, the hash of the stream of those that are no longer in
 * the file, null without any, is of the turn in which a store gives the snapshot; only older versions stored it here.
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
  readonly former?: string | null;
  readonly values?: ValueCounts;
};

/** The streams of a snapshot; in its own file `former` is null since turns name those that it has no more. */
export type SnapshotTrees = { readonly entities: Tree; readonly issues: Tree; readonly former: Tree };

/** The streams by name. */
export const STREAMS = ['entities', 'issues', 'former'] as const;

/** An entity with its place in the stream, in bytes; the line's end is not counted. */
export type PlacedEntity = { readonly entity: Entity; readonly offset: number; readonly length: number };

const HEAD = /^\{"format":"cordon-snapshot","version":2,"sha256":"([0-9a-f]{64})","state":/;

/** A snapshot's own file: valid JSON with a checksum; a copied folder explains itself. */
export function formatSnapshot(snapshot: SnapshotMeta, trees: SnapshotTrees): string {
  const state = stableJson({ snapshot, ...trees });
  return `{"format":"cordon-snapshot","version":2,"sha256":"${sha256(state)}","state":${state}}\n`;
}

/** Reads a snapshot's own file; null for what is none, or was changed. */
export function parseSnapshot(text: string): (SnapshotTrees & { readonly snapshot: SnapshotMeta }) | null {
  const head = HEAD.exec(text);
  if (head === null || !text.endsWith('}\n')) return null;
  const state = text.slice(head[0].length, -2);
  if (sha256(state) !== head[1]) return null;
  return JSON.parse(state) as SnapshotTrees & { snapshot: SnapshotMeta };
}

/** The hash that names a snapshot. `content` is the SHA-256 of its stream of entities. */
export function snapshotHash(source: string, published: Day | null, content: string): string {
  return sha256(`cordon snapshot 1\n${source}\n${published ?? ''}\n${content}\n`);
}

/** The day a snapshot counts from: when it was published, else when it was taken. */
export function snapshotDay(snapshot: { readonly published: Day | null; readonly retrieved: Day }): Day {
  return snapshot.published ?? snapshot.retrieved;
}

/** The line of a value: keys sorted, so equal values give equal bytes. */
export function formatLine(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

/**
 * Walks the lines of a piece of a stream.
 *
 * @param start where the piece begins in the stream
 * @param name what errors call the stream
 * @throws CordonError `snapshot-damaged` naming the line that is no JSON
 */
export function* readLines<Value>(
  bytes: Uint8Array,
  start: number,
  name: string,
): Generator<{ readonly value: Value; readonly offset: number; readonly length: number }> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const length = (end === -1 ? bytes.length : end) - at;
    const offset = start + at;
    yield {
      value: parseLine<Value>(bytes.subarray(at, at + length), `${name}, byte ${offset}`),
      offset,
      length,
    };
    at += length + 1;
  }
}

/**
 * One line of a stream.
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

/** A dataset's name comes from a file and becomes a folder's name. @throws CordonError `list-unreadable` */
export function checkSource(source: string): void {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(source)) return;
  const shown = JSON.stringify(source.slice(0, 100));
  throw new CordonError(
    'list-unreadable',
    `${shown} cannot be a source id (letters, digits, "-", "_" and "."): name one with --as ID`,
  );
}

/** As `stableJson` sorts them, without calling back for every value: a list has some millions. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(sortKeys) : value;
  const from = value as Record<string, unknown>;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) {
    // Assigned, a property of this name would be lost.
    if (key === '__proto__')
      Object.defineProperty(sorted, key, { value: sortKeys(from[key]), enumerable: true });
    else sorted[key] = sortKeys(from[key]);
  }
  return sorted;
}
