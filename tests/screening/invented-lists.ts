/** A list of invented entities in several versions, held by a store in memory as any list is. */
import {
  type ListStore,
  memoryStorage,
  neighbourOf,
  openEncoder,
  openStore,
  openWriter,
  type SnapshotMeta,
  STAGING,
} from '../../src/lists/store/index.js';
import type { Entity } from '../../src/model/index.js';

/** Holds versions of `un-sc`, oldest first, each of a day of its own. @returns the store and their descriptions */
export async function holdVersions(
  versions: readonly { readonly day: string; readonly entities: readonly Entity[] }[],
): Promise<{ readonly store: ListStore; readonly snapshots: readonly SnapshotMeta[] }> {
  const storage = memoryStorage();
  for (const [at, { day, entities }] of versions.entries()) {
    const writer = openWriter(storage);
    const encoder = openEncoder(storage, `${STAGING}/${at}`);
    entities.forEach(encoder.entity);
    writer.take({
      encoded: encoder.finish('un-sc', day, neighbourOf(storage, 'un-sc', day)),
      facts: { title: 'Invented', publisher: null, regime: 'UN', official: true },
      format: 'invented',
      files: [],
      retrieved: day,
      engine: '0',
      accept: { by: 'test', reason: 'lists of any size' },
    });
    await writer.commit({ builder: '', build: () => new Uint8Array(0) });
    writer.close();
  }
  const store = openStore(storage);
  return { store, snapshots: store.snapshots('un-sc') };
}
