/** Letters as the inner loop counts them, and how much of a name is looked at. */

/** Parts of a name that are aligned; what stands behind them must be equal (the longest listed name has 34). */
export const MAX_PARTS = 40;
/** Letters of a name that are looked at, and of one part; parts that are longer are equal or other words. */
export const MAX_LETTERS = 512;
export const MAX_PART_LETTERS = 64;

/** Letters as small numbers: a-z 0 to 25, digits 26 to 35, what has no Latin spelling 36 to 63. */
export const LETTERS = 64;
export const DIGIT_A = 26;
export const FOREIGN = 36;

/** The number of a letter by its UTF-16 code. */
export function letterOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 48 + DIGIT_A;
  return FOREIGN + (code % (LETTERS - FOREIGN));
}
