/**
 * How many slips of the pen lie between two words: letters lost, gained, changed, or two neighbours swapped (optimal
 * string alignment, the restricted Damerau distance), on bytes. One word is prepared, many are compared with it, one
 * column of the matrix in a machine word at a time (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances").
 */
import type { Column } from './format.js';

/** Words of more bytes than this are compared letter by letter. */
const WORD_BITS = 32;

/** A word to compare others with. Reused: preparing clears only what the last word set. */
export class Pattern {
  readonly #places = new Int32Array(256);
  #bytes = new Uint8Array(0);
  #length = 0;

  /** Takes the word `bytes[from] … bytes[to − 1]`. */
  prepare(bytes: Uint8Array, from: number, to: number): void {
    const places = this.#places;
    for (let at = 0; at < this.#length; at++) places[this.#bytes[at] as number] = 0;
    this.#bytes = bytes.slice(from, to);
    this.#length = to - from;
    if (this.#length > WORD_BITS) return;
    for (let at = 0; at < this.#length; at++) {
      const letter = this.#bytes[at] as number;
      places[letter] = (places[letter] as number) | (1 << at);
    }
  }

  /** Edits between the prepared word and `other[from] … other[to − 1]`. */
  distanceTo(other: Column, from: number, to: number): number {
    const length = this.#length;
    if (length === 0) return to - from;
    if (length > WORD_BITS) return this.#byLetter(other, from, to);
    const places = this.#places;
    const last = 1 << (length - 1);
    let up = -1; // vertical steps of +1, one bit a row
    let down = 0; // vertical steps of −1
    let level = 0; // diagonal steps of 0
    let seen = 0; // rows where the last letter matched
    let edits = length;
    for (let at = from; at < to; at++) {
      const match = places[other[at] as number] as number;
      const swap = ((~level & match) << 1) & seen;
      level = (((match & up) + up) ^ up) | match | down | swap;
      let right = down | ~(level | up);
      let left = level & up;
      if ((right & last) !== 0) edits++;
      else if ((left & last) !== 0) edits--;
      right = (right << 1) | 1;
      left = left << 1;
      up = left | ~(level | right);
      down = right & level;
      seen = match;
    }
    return edits;
  }

  #byLetter(other: Column, from: number, to: number): number {
    const word = this.#bytes;
    const width = to - from + 1;
    let before = new Uint32Array(width);
    let last = Uint32Array.from({ length: width }, (_, at) => at);
    for (let row = 1; row <= this.#length; row++) {
      const next = new Uint32Array(width);
      next[0] = row;
      for (let at = 1; at < width; at++) {
        const letter = word[row - 1];
        const same = letter === other[from + at - 1] ? 0 : 1;
        let best = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + same);
        if (row > 1 && at > 1 && letter === other[from + at - 2] && word[row - 2] === other[from + at - 1])
          best = Math.min(best, before[at - 2]! + 1);
        next[at] = best;
      }
      before = last;
      last = next;
    }
    return last[width - 1]!;
  }
}
