/**
 * Pages in the shape of real sites, in our own words: each folder under tests/golden/pages holds the page and what is
 * read from it. `npx vitest run tests/documents/golden-pages.test.ts -u` rewrites what is expected.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { documents } from './support.js';

const PAGES = fileURLToPath(new URL('../golden/pages/', import.meta.url));

it.each(readdirSync(PAGES).sort())('%s', async (name) => {
  const bytes = readFileSync(`${PAGES}${name}/source.html`);
  const { document, issues } = documents.readDocument(bytes, { source: `${name}.html` });
  const { text, blocks, hash: _, ...rest } = document;
  const shown = blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
  const names = documents
    .nameSpans(document)
    .filter((span) => !span.alternative && !span.weak)
    .map((span) => [span.text, span.hint, span.role].filter((part) => part !== null).join(' · '));
  expect(issues).toEqual([]);
  await expect(`${JSON.stringify({ ...rest, blocks: shown, names }, null, 2)}\n`).toMatchFileSnapshot(
    `${PAGES}${name}/expected.json`,
  );
});
