/** The door of wire: shapes that cross a border, read and written. Streams are handed in; nothing here opens files. */
export { ANSWER_COLUMNS, answerCells, leadingFinding, strictestVerdict } from './answer.js';
export { readEntity } from './entity-line.js';
export { type ColumnMap, mapColumns } from './headings.js';
export { readPairLine, readSubjectLine } from './lines.js';
export { CHANGE_COLUMNS, changeCells, type FindingChange, findingChanges } from './row-change.js';
export { type ReadSubject, readSchema, readSubject, type SubjectFields } from './subject.js';
