/** The assignment, held against trying every one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Assignment } from '../../src/match/assignment.js';
import { MAX_PARTS } from '../../src/match/letters.js';

function bestByTrying(gains: readonly (readonly number[])[], row = 0, used = 0): number {
  if (row === gains.length) return 0;
  let best = bestByTrying(gains, row + 1, used);
  gains[row]!.forEach((gain, column) => {
    if ((used & (1 << column)) !== 0) return;
    best = Math.max(best, gain + bestByTrying(gains, row + 1, used | (1 << column)));
  });
  return best;
}

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 })), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

it('finds the best one-to-one pairing, and uses no column twice', () =>
  fc.assert(
    fc.property(matrix, (gains) => {
      const columns = gains[0]!.length;
      const flat = new Float64Array(MAX_PARTS * MAX_PARTS);
      gains.forEach((row, at) => {
        flat.set(row, at * MAX_PARTS);
      });
      const assignment = new Assignment();
      const none = new Uint8Array(MAX_PARTS);
      expect(assignment.solve(flat, gains.length, columns, none, none)).toBe(bestByTrying(gains));
      const taken = [...assignment.columnOf.slice(0, gains.length)].filter((column) => column >= 0);
      expect(new Set(taken).size).toBe(taken.length);
    }),
  ));
