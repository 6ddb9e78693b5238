/** The library's door: open a world, ask it, read what it answers. */
export {
  type CheckAnswer,
  type CompareAnswer,
  check,
  compare,
  type JudgedRow,
  type ListsPlace,
  listsStatus,
  type OpenWorld,
  openWorld,
  type PageReport,
  type RowFile,
  read,
  type ScreenedRow,
  type Screening,
  type ScreenOptions,
  type SourceRow,
  screenFile as screen,
  type UpdateOptions,
  type UpdateReport,
  updateLists,
  type WorldOptions,
} from './app/index.js';
export { CordonError, type Day, type Issue } from './base/index.js';
export type {
  Discounted,
  Entity,
  Evidence,
  Finding,
  Judgement,
  Listing,
  Note,
  Party,
  Regime,
  Verdict,
  WorldStatement,
} from './model/index.js';
export type { SubjectFields } from './wire/index.js';
