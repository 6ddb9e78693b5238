/** The door of report: self-contained HTML from findings, and the sentences people read. No I/O, no judging. */
export type { ReportInput } from './input.js';
export { renderListDiff } from './list-diff.js';
export { renderReport } from './render.js';
export {
  byParty,
  coverageSentence,
  dateWords,
  findingSubject,
  leftOutSentences,
  listName,
  missingSentence,
  noMatchSentence,
  partySentence,
  verdictWord,
} from './words.js';
