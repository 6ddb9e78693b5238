/** The update that tests and the bench make fail: two lists change, one comes, and an old one goes into history. */
import { names, type Sketch } from './support.js';

export const CRASHED: {
  readonly before: readonly (readonly Sketch[])[];
  readonly update: readonly Sketch[];
  readonly next: readonly Sketch[];
} = {
  before: [
    [
      { source: 'un-sc', of: names(40), published: '2026-01-01', issues: 3 },
      { source: 'eu-journal', of: names(25, 'b'), published: null },
    ],
  ],
  update: [
    { source: 'un-sc', of: names(42), published: '2026-02-01', issues: 4 },
    { source: 'un-sc', of: names(9, 'h'), published: '2025-01-01' },
    { source: 'eu-journal', of: names(24, 'b'), published: null, retrieved: '2026-07-01' },
    { source: 'ch-seco', of: names(3, 'c'), published: '2026-01-15', issues: 2 },
  ],
  next: [{ source: 'un-sc', of: names(43), published: '2026-03-01' }],
};
