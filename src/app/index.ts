/** The door of app: files, the state folder and the clock around the pure rooms; what commands and the library stand on. */

export type { PageReport } from '../screening/index.js';
export { type CheckAnswer, type CompareAnswer, check, compare, read } from './answers.js';
export { refuseOtherInput } from './base-run.js';
export type { EntryCounts } from './changed-entries.js';
export { diffLists } from './diff.js';
export { type AddressOptions, fetchLists, updateFromAddresses } from './fetch.js';
export { openMatching, openTables } from './knowledge.js';
export { exportLists, type ListsPlace, listIssues, listsStatus, restoreList, verifyLists } from './lists.js';
export { hashInput, readInput, streamText } from './open-input.js';
export { baseOf, type OpenWorlds, openBeside, openSince } from './open-since.js';
export { type OpenWorld, openWorld, type WorldOptions } from './open-world.js';
export { writeWhole } from './output-file.js';
export { engineVersion } from './paths.js';
export {
  compareAnswers,
  type RecordedCommand,
  readRecord,
  type SearchRecord,
  twinOf,
  writeRecord,
} from './record.js';
export type { RowFile, SourceRow } from './rows.js';
export { type ScreenedRow, type Screening, type ScreenOptions, screenFile } from './screen.js';
export { type AnswerFile, openAnswers, rejectsOf } from './screen-output.js';
export type { JudgedRow } from './screen-rows.js';
export { textLines } from './text-lines.js';
export { CLOCK, now } from './today.js';
export { type UpdateOptions, type UpdateReport, updateLists } from './update.js';
export { type Round, watchLists } from './watch.js';
