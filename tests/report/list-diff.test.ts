/** The page of what changed: nothing of a list is ever markup, and what went is told from what came. */
import { expect, it } from 'vitest';
import type { ListDiff } from '../../src/model/index.js';
import { renderListDiff } from '../../src/report/index.js';

const diff: ListDiff = {
  source: 'eu-journal',
  official: false,
  from: null,
  to: { hash: 'ab'.repeat(32), day: '2026-02-27', entities: 3 },
  added: [{ id: 'x-1', name: '<script>alert(1)</script>' }],
  removed: [{ id: 'x-2', name: 'Ivan “Example”' }],
  changed: [
    {
      id: 'x-3',
      name: 'Example & Co',
      changes: [{ property: 'address', before: ['A <b>', 'B'], after: ['B', 'C'] }],
    },
  ],
};

it('shows who came and went, and strikes out the values that are gone', () => {
  const page = renderListDiff([diff]);
  expect(page).toContain('eu-journal (extract)');
  expect(page).toContain('not held');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toContain('<del>A &lt;b&gt;</del><br><span>B</span><br><ins>C</ins>');
});

it('says so where nothing changed', () => {
  expect(renderListDiff([{ ...diff, added: [], removed: [], changed: [] }])).toContain('Nothing changed.');
});
