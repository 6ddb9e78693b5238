/** The door of lists/store: the keeper of snapshots, and the folder of files they are taken from. */
export { diskStorage, type FileCalls } from './disk.js';
export { type EncodedSnapshot, openEncoder } from './encoder.js';
export type { Version } from './manifest.js';
export { type Fault, type MemoryStorage, memoryStorage } from './memory.js';
export { planReading, type ReadJob, readJob } from './plan.js';
export { type SnapshotMeta, type SourceFacts, snapshotDay } from './snapshot.js';
export type { Storage } from './storage.js';
export { type ListStore, neighbourOf, openStore, type StatusRow } from './store.js';
export { checkSums } from './sums.js';
export { STAGING } from './sweep.js';
export { type VerifyReport, verifyState } from './verify.js';
export {
  type IndexMaker,
  openWriter,
  type RestoreRow,
  type StoreWriter,
  type UpdateRow,
} from './writer.js';
