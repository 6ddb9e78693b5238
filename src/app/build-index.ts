/**
 * The index of a set of snapshots: every entity that can be looked up, in the order of lists and lines, and which of them
 * are one party.
 */
import { openRecent } from '../base/index.js';
import type { ListStore, SnapshotMeta } from '../lists/store/index.js';
import {
  Blocks,
  type Entry,
  encodeParties,
  findParties,
  type Knowledge,
  toIndexed,
} from '../screening/index.js';
import { IndexBuilder } from '../search/index.js';

/** What building needs of the tables. */
export type IndexKnowledge = Pick<Knowledge, 'names' | 'matcher' | 'mergeRules'>;

type Place = { readonly list: number; readonly offset: number; readonly length: number };

/** Entries that were compared lately stay at hand: a pair is often followed by another with the same entry. */
const KEPT_ENTRIES = 16_384;

/**
 * Builds the index. List ordinals are positions in `snapshots`.
 *
 * @throws CordonError `snapshot-missing`, `snapshot-damaged`
 */
export function buildIndex(
  store: ListStore,
  snapshots: readonly SnapshotMeta[],
  knowledge: IndexKnowledge,
): Uint8Array {
  const { names, matcher, mergeRules: rules } = knowledge;
  const builder = new IndexBuilder();
  const blocks = new Blocks(rules);
  const places: Place[] = [];
  snapshots.forEach((snapshot, list) => {
    for (const { entity, offset, length } of lookedUp(store, snapshot)) {
      const place = { list, offset, length };
      const indexed = toIndexed(entity, place, names);
      if (indexed === null) continue;
      const strong = indexed.names.filter(({ property }) => property !== 'weakAlias');
      const parsed = strong.map((name) => name.parsed);
      blocks.add(places.length, { entity, regime: snapshot.regime, names: parsed });
      builder.add(indexed);
      places.push(place);
    }
  });
  const entries = openEntries(store, snapshots, places, knowledge);
  const tools = { matcher, rules, legalFamily: names.legalFamily };
  const parties = encodeParties(findParties(blocks.pairs(), entries, tools), places.length, entries);
  return builder.freeze({ lists: snapshots.map(({ source, hash }) => ({ source, hash })) }, parties);
}

/** Entries by ordinal, read again: those that are compared are few, and all of them in memory would be much. */
function openEntries(
  store: ListStore,
  snapshots: readonly SnapshotMeta[],
  places: readonly Place[],
  { matcher }: IndexKnowledge,
): (ordinal: number) => Entry {
  const kept = openRecent<number, Entry>(KEPT_ENTRIES);
  return (ordinal) => {
    const known = kept.get(ordinal);
    if (known !== undefined) return known;
    const { list: at, offset, length } = places[ordinal]!;
    const list = snapshots[at]!;
    const entity = store.entityAt(list, offset, length);
    const entry = { entity, list, prepared: matcher.prepare(entity) };
    kept.set(ordinal, entry);
    return entry;
  };
}

/** Who is in the file, and who was: a former entry is found too, and gives a note. */
function* lookedUp(store: ListStore, snapshot: SnapshotMeta): ReturnType<ListStore['entities']> {
  yield* store.entities(snapshot.hash);
  yield* store.former(snapshot);
}
