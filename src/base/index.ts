/** The door of base: results, issues, coded errors, days, hashes, tables. Nothing here knows about sanctions. */
export { type Decoded, decodeText, markOf } from './bytes.js';
export { ERROR_CODES, type ErrorCode, ISSUE_CODES, type IssueCode } from './codes.js';
export {
  addDays,
  type DateSpan,
  type Day,
  dateSpan,
  formatDate,
  isDay,
  readDate,
  type VagueDate,
} from './day.js';
export { sha256, stableJson } from './hash.js';
export { openLineDecoder } from './line-decoder.js';
export { openRecent } from './recent.js';
export { isSpreadsheet, readSheets, type SheetRow } from './spreadsheet.js';
export {
  csvLine,
  type DataTables,
  dataTable,
  LONGEST_RECORD,
  type RawRow,
  readDataTable,
  readRecords,
  readTable,
} from './table.js';
export { streamRecordBatches, streamRecords } from './table-stream.js';
export { CordonError, formatIssue, type Issue, issue } from './trouble.js';
export { isZip, openZipEntry, unzipEntry, type ZipEntry, zipEntries } from './zip.js';
