/**
 * The two kinds of trouble. Bad input is a value: an `Issue` beside whatever could be read. A broken disk, a refused
 * list or a defect is a thrown `CordonError` with a code. Nobody matches on message text.
 */
import { ERROR_CODES, type ErrorCode, type IssueCode } from './codes.js';

/**
 * Something in the input that could not be used, while reading went on.
 *
 * `file` as the user named it, `line` counted from 1 (null where the format has none), `field` the column, element or
 * property, `value` the offending text (cut to 200 characters), `message` one sentence: what was expected, what was done.
 */
export type Issue = {
  readonly code: IssueCode;
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
};

/** Work that could not be done. `message` says where, what, what next; `cause` is the error underneath, if any. */
export class CordonError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'CordonError';
    this.code = code;
  }

  /** The exit code of a command that ends with this error. */
  get exit(): number {
    return ERROR_CODES[this.code].exit;
  }
}

/** An issue, its value cut to 200 characters. */
export function issue(
  code: IssueCode,
  at: { file: string; line?: number | null; field?: string | null; value?: string | null },
  message: string,
): Issue {
  const value = at.value ?? null;
  return {
    code,
    file: at.file,
    line: at.line ?? null,
    field: at.field ?? null,
    value: value !== null && value.length > 200 ? `${value.slice(0, 199)}…` : value,
    message,
  };
}

/** `file:line: field: message`, as people and editors read it. */
export function formatIssue(it: Issue): string {
  const place = it.line === null ? it.file : `${it.file}:${it.line}`;
  const field = it.field === null ? '' : ` ${it.field}:`;
  const got = it.value === null ? '' : ` (got ${JSON.stringify(it.value)})`;
  return `${place}:${field} ${it.message}${got}`;
}
