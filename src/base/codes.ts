/**
 * Every code Cordon gives for trouble: the sentence behind it, the exit code of the command that meets it, the
 * HTTP status a server answers. Codes are never reused; `docs/errors.md` is held equal by a test.
 */

/** One row: what the code means; `exit` is the command's exit code, `http` the status of a server's answer. */
export type CodeRow = { readonly sentence: string; readonly exit: 0 | 1 | 2 | 130; readonly http: number };

/** Codes of thrown errors: the work asked for could not be done. */
export const ERROR_CODES = {
  usage: { sentence: 'The command line or call is wrong.', exit: 2, http: 400 },
  'input-missing': { sentence: 'A file or folder that was named does not exist.', exit: 2, http: 400 },
  'input-unreadable': { sentence: 'The input cannot be read as what it should be.', exit: 2, http: 400 },
  'input-empty': { sentence: 'The input holds nothing.', exit: 2, http: 400 },
  'input-too-large': { sentence: 'The input is over the size that is read.', exit: 2, http: 413 },
  'no-lists': { sentence: 'No list is loaded, so nothing can be judged.', exit: 1, http: 503 },
  'list-empty': { sentence: 'A list file holds no entry.', exit: 1, http: 422 },
  'list-truncated': { sentence: 'A list file ends before its end.', exit: 1, http: 422 },
  'list-unreadable': { sentence: 'A list file cannot be read as its format.', exit: 1, http: 422 },
  'list-version': {
    sentence: 'A list file follows a version of its format that this Cordon does not know.',
    exit: 1,
    http: 422,
  },
  'list-shrunk': { sentence: 'A list is over a tenth smaller than the one before.', exit: 1, http: 422 },
  'list-unknown': { sentence: 'No reader knows this folder or source.', exit: 2, http: 422 },
  'list-altered': { sentence: 'A list file is not the one that its SHA256SUMS names.', exit: 1, http: 422 },
  'xml-refused': {
    sentence: 'An XML file declares a document type or entities; these are never expanded.',
    exit: 1,
    http: 422,
  },
  'snapshot-missing': { sentence: 'A snapshot that is asked for is not held.', exit: 1, http: 404 },
  'snapshot-damaged': { sentence: 'A stored snapshot does not match its hash.', exit: 1, http: 500 },
  'index-torn': { sentence: 'An index file is incomplete or damaged.', exit: 1, http: 500 },
  'index-format': {
    sentence: 'An index file was built by another format or byte order.',
    exit: 1,
    http: 500,
  },
  'state-locked': { sentence: 'Another process is writing to the state folder.', exit: 1, http: 409 },
  'state-unwritable': {
    sentence: 'The state folder or an output file cannot be written.',
    exit: 1,
    http: 500,
  },
  'state-unreadable': { sentence: 'The state folder cannot be read.', exit: 1, http: 500 },
  'table-invalid': { sentence: 'A table under data/ holds a bad row.', exit: 1, http: 500 },
  'record-invalid': {
    sentence: 'A record file is not one, or was changed after it was written.',
    exit: 2,
    http: 400,
  },
  'record-differs': {
    sentence: 'The file named is not the input that the record was made from.',
    exit: 1,
    http: 409,
  },
  'address-refused': {
    sentence: 'An address is refused: it is private, or not encrypted.',
    exit: 2,
    http: 400,
  },
  'download-failed': { sentence: 'A file cannot be fetched from its address.', exit: 1, http: 502 },
  'base-differs': {
    sentence: 'The run that a delta is held against was made in another way or from another file.',
    exit: 1,
    http: 409,
  },
  internal: { sentence: 'A defect in Cordon itself.', exit: 1, http: 500 },
} as const satisfies Record<string, CodeRow>;

/** Codes of issues: something in the input could not be used; the rest was. */
export const ISSUE_CODES = {
  'bad-encoding': { sentence: 'Bytes that are not valid in the file’s encoding.', exit: 0, http: 200 },
  'bad-record': {
    sentence: 'A record does not have the shape of its format; it was skipped.',
    exit: 0,
    http: 200,
  },
  'bad-value': {
    sentence: 'A value cannot be read as its field’s type; it was kept as text.',
    exit: 0,
    http: 200,
  },
  'bad-date': { sentence: 'A date cannot be read; it was kept as text.', exit: 0, http: 200 },
  'bad-checksum': {
    sentence: 'An identifier fails its own checksum; it was kept, and never confirms a hit.',
    exit: 0,
    http: 200,
  },
  'unknown-column': { sentence: 'A column that the reader does not know.', exit: 0, http: 200 },
  'unknown-element': { sentence: 'An element that the reader does not know.', exit: 0, http: 200 },
  'unknown-version': {
    sentence: 'A schema version or namespace that the reader does not know; read as the newest it knows.',
    exit: 0,
    http: 200,
  },
  'unknown-property': {
    sentence: 'A property that the FollowTheMoney model lacks; it was kept.',
    exit: 0,
    http: 200,
  },
  'unknown-schema': {
    sentence: 'A schema that the FollowTheMoney model lacks; the entity was kept as a Thing.',
    exit: 0,
    http: 200,
  },
  'unplaced-text': {
    sentence: 'A piece of free text that no rule could place; it was kept in the notes.',
    exit: 0,
    http: 200,
  },
  'duplicate-entry': {
    sentence: 'Two entries share one id; the later one was kept beside the first.',
    exit: 0,
    http: 200,
  },
  'orphan-row': { sentence: 'A row points at an entry that is not in the list.', exit: 0, http: 200 },
  'no-measure-row': {
    sentence: 'No row of the measures table covers this listing; it gives review.',
    exit: 0,
    http: 200,
  },
  'missing-name': { sentence: 'An entry or subject without a name.', exit: 0, http: 200 },
  'missing-field': { sentence: 'A field that is required is absent.', exit: 0, http: 200 },
  'perhaps-cut': {
    sentence: 'A file ends as one that was cut may end; all of it was read.',
    exit: 0,
    http: 200,
  },
  'ignored-file': {
    sentence: 'A file was not read because a richer one of the same list was.',
    exit: 0,
    http: 200,
  },
} as const satisfies Record<string, CodeRow>;

export type ErrorCode = keyof typeof ERROR_CODES;
export type IssueCode = keyof typeof ISSUE_CODES;
