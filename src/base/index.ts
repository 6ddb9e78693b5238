/** The door of base: results, issues, coded errors, days, hashes, tables. Nothing here knows about sanctions. */
export { type Decoded, decodeText } from './bytes.js';
export { type CodeRow, ERROR_CODES, type ErrorCode, ISSUE_CODES, type IssueCode } from './codes.js';
export {
  addDays,
  type DateSpan,
  type Day,
  dateSpan,
  eachDay,
  formatDate,
  isDay,
  readDate,
  type VagueDate,
} from './day.js';
export { sha256, stableJson } from './hash.js';
export {
  csvLine,
  type DataTables,
  dataTable,
  type RawRow,
  type Row,
  readDataTable,
  readRecords,
  readTable,
  type Table,
} from './table.js';
export { LONGEST_RECORD, streamRecords } from './table-stream.js';
export { CordonError, formatIssue, type Issue, issue } from './trouble.js';
