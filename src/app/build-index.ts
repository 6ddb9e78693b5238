/** The index of a set of snapshots: every entity that can be looked up, in the order of lists and lines. */
import type { ListStore, SnapshotMeta } from '../lists/store/index.js';
import type { Names } from '../names/index.js';
import { toIndexed } from '../screening/index.js';
import { IndexBuilder } from '../search/index.js';

/**
 * Builds the index. List ordinals are positions in `snapshots`.
 *
 * @throws CordonError `snapshot-missing`, `snapshot-damaged`
 */
export function buildIndex(store: ListStore, snapshots: readonly SnapshotMeta[], names: Names): Uint8Array {
  const builder = new IndexBuilder();
  snapshots.forEach((snapshot, list) => {
    for (const { entity, offset, length } of lookedUp(store, snapshot.hash)) {
      const indexed = toIndexed(entity, { list, offset, length }, names);
      if (indexed !== null) builder.add(indexed);
    }
  });
  return builder.freeze({ lists: snapshots.map(({ source, hash }) => ({ source, hash })) });
}

/** Who is in the file, and who was: a former entry is found too, and gives a note. */
function* lookedUp(store: ListStore, hash: string): ReturnType<ListStore['entities']> {
  yield* store.entities(hash);
  yield* store.former(hash);
}
