/**
 * The manifest: the one small file that names everything live, replaced last and whole. A process that has read it holds
 * a world that nobody changes any more. Its first line carries format, version and checksum.
 */
import { CordonError, type Day, type ErrorCode, sha256, stableJson } from '../../base/index.js';
import type { Moved, Tree } from './nodes.js';
import type { SnapshotMeta } from './snapshot.js';

/** Why the last update of a source was not taken. */
export type Refusal = { readonly code: ErrorCode; readonly message: string; readonly on: Day };

/**
 * From `day` on, until the next of the timeline, this was the newest snapshot. `former` are the entities that older ones
 * held and it has no more: they are the turn's, since a list may go back to what it was, with others gone in between.
 * Turns of older versions have none of their own: theirs are those that the snapshot's file names.
 */
export type Turn = { readonly day: Day; readonly hash: string; readonly former?: Tree };

/** A snapshot with the former entities it stood with, by their hash: those of its newest turn where none is named. */
export type Version = string | { readonly hash: string; readonly former?: string | null | undefined };

/**
 * What is held of one source: `snapshots` in order of arrival; `timeline` in order of days, its last turn being the
 * current snapshot; `checked` the last day on which files were taken, changed or not; `replaced` the turns that a dated
 * copy of the same entries took the place of, kept for replays.
 */
export type SourceState = {
  readonly snapshots: readonly SnapshotMeta[];
  readonly timeline: readonly Turn[];
  readonly checked: Day | null;
  readonly refused: Refusal | null;
  readonly replaced?: readonly Turn[];
};

/** An index file: `key` says for which snapshots and by which builder it was made. */
export type IndexEntry = {
  readonly key: string;
  readonly builder: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Everything live. `indexes`: newest first; `packs` by name, sorted; `moved` what a damaged pack held and another holds whole. */
export type Manifest = {
  readonly sources: Readonly<Record<string, SourceState>>;
  readonly indexes: readonly IndexEntry[];
  readonly packs: readonly string[];
  readonly moved: readonly Moved[];
};

/** A snapshot as a date chooses it; `later` when even the oldest held is younger than the date. */
export type Chosen = { readonly snapshot: SnapshotMeta; readonly later: boolean };

export const MANIFEST = 'manifest.json';
const VERSION = 2;
const HEAD = /^\{"format":"cordon-state","version":(\d+),"sha256":"([0-9a-f]{64})","state":/;

/** A state folder before the first list. */
export const NO_LISTS: Manifest = { sources: {}, indexes: [], packs: [], moved: [] };

const NOTHING_HELD: SourceState = { snapshots: [], timeline: [], checked: null, refused: null };

/** The manifest as text: valid JSON, the same bytes for the same content. */
export function formatManifest(manifest: Manifest): string {
  const state = stableJson(manifest);
  return `{"format":"cordon-state","version":${VERSION},"sha256":"${sha256(state)}","state":${state}}\n`;
}

/**
 * Reads a manifest.
 *
 * @param place the file as messages name it
 * @throws CordonError `state-unreadable` when it is none, was made by a newer Cordon, or does not match its checksum
 */
export function parseManifest(text: string, place: string): Manifest {
  const unreadable = (what: string) => new CordonError('state-unreadable', `${place}: ${what}`);
  const head = HEAD.exec(text);
  const restore = 'restore the state folder from a backup, or delete the folder and run cordon lists update';
  if (head === null) throw unreadable(`not a manifest of Cordon's: ${restore}`);
  const version = Number(head[1]);
  if (version > VERSION)
    throw unreadable(
      `written by a newer Cordon (format ${version}, this one knows ${VERSION}): update Cordon`,
    );
  const state = text.slice(head[0].length, -2);
  if (sha256(state) !== head[2] || !text.endsWith('}\n'))
    throw unreadable(`does not match its own checksum: ${restore}`);
  // Format 1 knew no packs: its snapshots are whole files.
  return { ...NO_LISTS, ...(JSON.parse(state) as Partial<Manifest>) };
}

/** What is held of a source. A source may be called `constructor`, so only own keys count. */
export function stateOf(manifest: Manifest, source: string): SourceState {
  return Object.hasOwn(manifest.sources, source) ? manifest.sources[source]! : NOTHING_HELD;
}

/** The manifest with another state of one source. */
export function withState(manifest: Manifest, source: string, state: SourceState): Manifest {
  return { ...manifest, sources: { ...manifest.sources, [source]: state } };
}

/** The newest snapshot of every source, sorted by source: the order in which worlds list them. */
export function currentSnapshots(manifest: Manifest): readonly SnapshotMeta[] {
  return heldSources(manifest).map((id) => {
    const state = stateOf(manifest, id);
    return atTurn(currentOf(state)!, state.timeline.at(-1)!);
  });
}

/** The newest snapshot of a source, null where none is held. */
export function currentOf(state: SourceState): SnapshotMeta | null {
  const last = state.timeline.at(-1);
  return last === undefined ? null : (heldAs(state, last.hash) ?? null);
}

/** A snapshot of the source by its hash. */
export function heldAs(state: SourceState, hash: string): SnapshotMeta | undefined {
  return state.snapshots.find((snapshot) => snapshot.hash === hash);
}

/** The turns in which a snapshot stood, the newest last. */
export function turnsOf(state: SourceState, hash: string): readonly Turn[] {
  return [...(state.replaced ?? []), ...state.timeline].filter((turn) => turn.hash === hash);
}

/** A snapshot's description with the former entities of a turn. */
export function atTurn(snapshot: SnapshotMeta, { former }: Pick<Turn, 'former'>): SnapshotMeta {
  return former === undefined ? snapshot : { ...snapshot, former: former?.root.hash ?? null };
}

/**
 * What was known on a day: of each source the newest snapshot of that day or before, else the oldest held, marked
 * `later`. A snapshot counts from its publication, from its retrieval where the publisher gives no date.
 */
export function chooseSnapshots(manifest: Manifest, day: Day): readonly Chosen[] {
  return heldSources(manifest).map((id) => {
    const state = stateOf(manifest, id);
    const known = state.timeline.findLast((turn) => turn.day <= day);
    const turn = known ?? state.timeline[0]!;
    return { snapshot: atTurn(heldAs(state, turn.hash)!, turn), later: known === undefined };
  });
}

/** Names the index of these snapshots, in this order, as `builder` makes it. */
export function indexKey(
  snapshots: readonly Pick<SnapshotMeta, 'hash' | 'former'>[],
  builder: string,
): string {
  const names = snapshots.map(({ hash, former }) => (former ? `${hash} ${former}` : hash));
  return sha256(['cordon index', builder, ...names].join('\n'));
}

function heldSources(manifest: Manifest): readonly string[] {
  const ids = Object.keys(manifest.sources).sort();
  return ids.filter((id) => stateOf(manifest, id).timeline.length > 0);
}
