import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CordonError, ERROR_CODES, ISSUE_CODES } from '../../src/base/index.js';

type CodeRow = { readonly sentence: string; readonly exit: number; readonly http: number };

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** The rows of the table under a heading: code → what the page says of it. */
function documented(heading: string): Record<string, CodeRow> {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?) \| (\d+) \| (\d+) \| (\S.*) \|$/gm)];
  return Object.fromEntries(
    rows.map(([, code, sentence, exit, http]) => [
      code!,
      { sentence: sentence!, exit: Number(exit), http: Number(http) },
    ]),
  );
}

it('every error code stands in docs/errors.md, with its sentence, exit code and HTTP status, and no other', () => {
  expect(documented('Errors')).toEqual(ERROR_CODES);
});

it('every issue code stands in docs/errors.md, and no other', () => {
  expect(documented('Issues')).toEqual(ISSUE_CODES);
});

it('no code is an error and an issue', () => {
  expect(Object.keys(ERROR_CODES).filter((code) => code in ISSUE_CODES)).toEqual([]);
});

it('an error knows the exit code of the command that ends with it', () => {
  expect(new CordonError('usage', 'message').exit).toBe(2);
  expect(new CordonError('no-lists', 'message').exit).toBe(1);
});
