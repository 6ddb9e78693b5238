/** The door of report: self-contained HTML from findings, and the sentences people read. No I/O, no judging. */
export type { ReportFile, ReportInput, ReportPage, ReportSubject } from './input.js';
export { renderReport } from './render.js';
export {
  coverageSentence,
  dateWords,
  findingSubject,
  listName,
  missingSentence,
  noMatchSentence,
  verdictLine,
  verdictWord,
} from './words.js';
