/** How much of a name is looked at. */

/** Parts of a name that are looked at; what stands behind the 24th is passed over (no listed name has as many). */
export const MAX_PARTS = 24;
/** Letters of a name that are looked at, and of one part. */
export const MAX_LETTERS = 512;
export const MAX_PART_LETTERS = 40;
