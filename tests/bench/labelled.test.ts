/** How the bench of names reads pairs, and which of them are held back. */
import { describe, expect, it } from 'vitest';
import { isHeldBack, readPairs } from '../../bench/names/labelled.js';

const equal = (left: string, right: string) => (left === right ? 1 : 0);

describe('pairs of a file', () => {
  it('are read with headings, remarks and either word for the truth', () => {
    const text =
      'same\tkind\tleft\tright\n# made by a seed\n1\tperson\tAnna Lim\tAnna Lim\nfalse\tCompany\tNord\tSüd\n';
    expect(readPairs(text, 'pairs.tsv', equal)).toEqual([
      { same: true, kind: 'person', score: 1 },
      { same: false, kind: 'organization', score: 0 },
    ]);
  });

  it('a line that is none is named by file and line', () => {
    expect(() => readPairs('1\tperson\tAnna Lim\n', 'pairs.tsv', equal)).toThrow('pairs.tsv:1:');
    expect(() => readPairs('1\tperson\tA\tA\nyes\tperson\tA\tB\n', 'pairs.tsv', equal)).toThrow(
      'pairs.tsv:2:',
    );
  });
});

describe('pairs held back', () => {
  const names = Array.from({ length: 3000 }, (_, at) => `name ${at}`);

  it('are the same whichever name stands first', () => {
    for (const name of names) expect(isHeldBack(name, 'other')).toBe(isHeldBack('other', name));
  });

  it('are about a third', () => {
    const share = names.filter((name) => isHeldBack(name, 'other')).length / names.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.37);
  });
});
