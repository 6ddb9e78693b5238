/** The door of lists/store: the keeper of snapshots, and the folder of files they are taken from. */
export { diskStorage } from './disk.js';
export { type Fault, type MemoryStorage, memoryStorage } from './memory.js';
export { planReading, type ReadJob, readJob } from './plan.js';
export {
  type EncodedSnapshot,
  encodeSnapshot,
  readEntities,
  type SnapshotMeta,
  type SourceFacts,
  snapshotDay,
} from './snapshot.js';
export type { Storage } from './storage.js';
export { type ListStore, openStore, type StatusRow } from './store.js';
export { checkSums } from './sums.js';
export { type IndexMaker, openWriter, type StoreWriter, type UpdateRow } from './writer.js';
