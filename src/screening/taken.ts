/** Which code units of a text are somebody's name already. A page may name thousands: every look must cost the same. */
import type { Span } from '../documents/index.js';

/** Spans of one text that must not overlap. */
export type Taken = { overlaps(span: Span): boolean; add(span: Span): void };

/** @param length of the text in UTF-16 code units */
export function openTaken(length: number): Taken {
  const taken = new Uint8Array(length);
  return {
    overlaps: ({ start, end }) => taken.subarray(start, end).includes(1),
    add: ({ start, end }) => {
      taken.fill(1, start, end);
    },
  };
}
