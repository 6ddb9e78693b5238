/**
 * Issues counted instead of listed: a dataset with one odd property has it in every line, and a person wants one line
 * about that, with a number.
 */
import { type Issue, type IssueCode, issue } from '../../base/index.js';

type Place = { readonly line: number; readonly field: string | null; readonly value: string | null };
type Count = { readonly code: IssueCode; readonly at: Place; readonly message: string; count: number };

/** Counts issues of one file by code, field and message; line and value are those of the first. */
export class Tally {
  readonly #file: string;
  readonly #counts = new Map<string, Count>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Counts one; `message` must not hold the value, or nothing is counted together. */
  add(code: IssueCode, at: Place, message: string): void {
    const key = `${code}\n${at.field ?? ''}\n${message}`;
    const held = this.#counts.get(key);
    if (held === undefined) this.#counts.set(key, { code, at, message, count: 1 });
    else held.count += 1;
  }

  /** One issue for each thing counted, by first line, then field; the count is said when it is over one. */
  issues(): Issue[] {
    return [...this.#counts.values()]
      .map(({ code, at, message, count }) =>
        issue(code, { file: this.#file, ...at }, count === 1 ? message : `${message} (${count} times)`),
      )
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compare(a.field ?? '', b.field ?? ''));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
