/**
 * Weighted edit distance between two runs of letters (Damerau 1964, optimal string alignment, with costs by letter and
 * spellings of one sound for each other: tsch for ch). One small table, reused; symmetric, since every cost is. Only a
 * band beside the diagonal is filled: letters that would move by more than the difference in length and three are unlike.
 */
import { type Certainty, type EditCosts, SYLLABLE } from './edit-costs.js';
import { LETTERS } from './letters.js';
import type { LoadedName } from './loaded-name.js';

const WIDTH = 160;
/** Longest run that is compared; two longer ones count as unlike. */
const LONGEST_RUN = WIDTH - 4;
const BAND = 3;
const FAR = 1_000_000;
/** Letters of the longest spelling that a row of the table may have; rows ahead that may reach back. */
const REACH = 10;

/** Distances of two names' runs of letters. */
export class EditDistance {
  readonly #costs: EditCosts;
  // Row after row, `columns + 3` cells each: the first column is that of no letter.
  readonly #table = new Int32Array(WIDTH * WIDTH);
  readonly #rightDrops = new Int32Array(WIDTH);

  constructor(costs: EditCosts) {
    this.#costs = costs;
  }

  /**
   * The cost, in hundredths of an edit, of turning one run into the other; something over the limit as soon as it must
   * be over the limit.
   *
   * @param sure how sure the letters of both are
   */
  between(
    left: LoadedName,
    leftFrom: number,
    leftTo: number,
    right: LoadedName,
    rightFrom: number,
    rightTo: number,
    limit: number,
    sure: Certainty,
  ): number {
    const rows = leftTo - leftFrom;
    const columns = rightTo - rightFrom;
    if (rows > LONGEST_RUN || columns > LONGEST_RUN) return FAR;
    const { swap, double, firstFactor, graphemes } = this.#costs;
    const { meets, lists } = graphemes;
    const soundCosts = sure === SYLLABLE ? graphemes.syllableCost : graphemes.cost;
    const { substitute, drop: drops } = this.#costs.letters[sure];
    const leftLetters = left.letters;
    const rightLetters = right.letters;
    const leftGraphemes = left.graphemes;
    const rightGraphemes = right.graphemes;
    const rightDrops = this.#rightDrops;
    for (let column = 1; column <= columns; column += 1) {
      const dropped = drops[rightLetters[rightFrom + column - 1]!]!;
      rightDrops[column] = right.doubled[rightFrom + column - 1] !== 0 && double < dropped ? double : dropped;
    }
    rightDrops[1] = Math.round(rightDrops[1]! * firstFactor);
    const band = (rows > columns ? rows - columns : columns - rows) + BAND;
    const table = this.#table;
    const stride = columns + 3;
    table[0] = 0;
    const reach = Math.min(band, columns);
    for (let column = 1; column <= reach; column += 1)
      table[column] = table[column - 1]! + rightDrops[column]!;
    table[reach + 1] = FAR;
    table[reach + 2] = FAR;
    let leastAbove = 0;
    for (let row = 1; row <= rows; row += 1) {
      const here = row * stride;
      const above = here - stride;
      const leftAt = leftFrom + row - 1;
      const letter = leftLetters[leftAt]!;
      const costsOfLetter = letter * LETTERS;
      let drop = drops[letter]!;
      if (left.doubled[leftAt] !== 0 && double < drop) drop = double;
      if (row === 1) drop = Math.round(drop * firstFactor);
      const meetsOfList = leftGraphemes[leftAt]! * lists;
      const last = row > 1 ? leftLetters[leftAt - 1]! : -1;
      const from = Math.max(row - band, 1);
      const to = Math.min(row + band, columns);
      let diagonal = table[above + from - 1]!;
      let beside = from === 1 ? diagonal + drop : FAR;
      table[here + from - 1] = beside;
      let least = beside;
      let otherLast = -1;
      for (let column = from; column <= to; column += 1) {
        const rightAt = rightFrom + column - 1;
        const other = rightLetters[rightAt]!;
        const up = table[above + column]!;
        let best = diagonal;
        if (letter !== other) {
          const cost = substitute[costsOfLetter + other]!;
          best += row === 1 && column === 1 ? Math.round(cost * firstFactor) : cost;
        }
        if (up + drop < best) best = up + drop;
        const added = beside + rightDrops[column]!;
        if (added < best) best = added;
        if (meets[meetsOfList + rightGraphemes[rightAt]!] !== 0) {
          const asSound = this.#asSound(
            soundCosts,
            leftGraphemes[leftAt]!,
            rightGraphemes[rightAt]!,
            row,
            column,
            stride,
            band,
          );
          if (asSound < best) best = asSound;
        }
        if (letter === otherLast && other === last && letter !== other) {
          const swapped = table[above - stride + column - 2]! + swap;
          if (swapped < best) best = swapped;
        }
        table[here + column] = best;
        if (best < least) least = best;
        beside = best;
        diagonal = up;
        otherLast = other;
      }
      table[here + to + 1] = FAR;
      table[here + to + 2] = FAR;
      // A swap reaches back two rows, a spelling of one sound as many as it has letters.
      if (least > limit && leastAbove > limit && !this.#reachesOver(leftGraphemes, leftAt, leftTo))
        return FAR;
      leastAbove = least;
    }
    return table[rows * stride + columns]!;
  }

  /** The least cost up to a cell when its letters end two spellings of one sound. */
  #asSound(
    cost: Uint8Array,
    list: number,
    otherList: number,
    row: number,
    column: number,
    stride: number,
    band: number,
  ): number {
    const { starts, items, lengths, count } = this.#costs.graphemes;
    const table = this.#table;
    let best = FAR;
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      const top = row - lengths[at]!;
      if (top < 0) continue;
      const costsOfItem = items[at]! * count;
      for (let to = starts[otherList]!; to < starts[otherList + 1]!; to += 1) {
        const price = cost[costsOfItem + items[to]!]!;
        if (price === 0) continue;
        const start = column - lengths[to]!;
        // Cells beside the band hold nothing.
        if (start < 0 || start - top > band || top - start > band) continue;
        const whole = table[top * stride + start]! + price;
        if (whole < best) best = whole;
      }
    }
    return best;
  }

  /** Whether a spelling that ends further down began above the last two rows. */
  #reachesOver(leftGraphemes: Uint16Array, leftAt: number, leftTo: number): boolean {
    const { longest } = this.#costs.graphemes;
    const end = Math.min(leftTo, leftAt + REACH);
    for (let at = leftAt + 1; at < end; at += 1)
      if (longest[leftGraphemes[at]!]! > at - leftAt + 1) return true;
    return false;
  }
}
