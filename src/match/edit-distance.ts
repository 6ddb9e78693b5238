/**
 * Weighted edit distance between two runs of letters (Damerau 1964, optimal string alignment, with costs by letter and
 * pairs of letters that sound as one). Three rows of a small array, reused; symmetric, since every cost is. Only a band
 * beside the diagonal is filled: letters that would move by more than the difference in length and three are unlike.
 */
import { type EditCosts, LETTERS } from './edit-costs.js';
import type { LoadedName } from './loaded-name.js';

const WIDTH = 160;
/** Longest run that is compared; two longer ones count as unlike. */
const LONGEST_RUN = WIDTH - 4;
const BAND = 3;
const FAR = 1_000_000;

/** Distances of two names' runs of letters. */
export class EditDistance {
  readonly #costs: EditCosts;
  // Rows i - 2, i - 1 and i of the table, which change places.
  #before = new Int32Array(WIDTH);
  #above = new Int32Array(WIDTH);
  #here = new Int32Array(WIDTH);

  constructor(costs: EditCosts) {
    this.#costs = costs;
  }

  /**
   * The cost, in hundredths of an edit, of turning one run into the other; something over the limit as soon as it must
   * be over the limit.
   *
   * @param abjad whether one side's script writes no vowels, so that they come for little
   */
  between(
    left: LoadedName,
    leftFrom: number,
    leftTo: number,
    right: LoadedName,
    rightFrom: number,
    rightTo: number,
    limit: number,
    abjad: boolean,
  ): number {
    const rows = leftTo - leftFrom;
    const columns = rightTo - rightFrom;
    if (rows > LONGEST_RUN || columns > LONGEST_RUN) return FAR;
    const { pairTo, swap, firstFactor } = this.#costs;
    const substitute = abjad ? this.#costs.abjadSubstitute : this.#costs.substitute;
    const leftLetters = left.letters;
    const rightLetters = right.letters;
    const leftPairs = left.pairs;
    const rightPairs = right.pairs;
    const leftDrops = abjad ? left.abjadDrops : left.drops;
    const rightDrops = abjad ? right.abjadDrops : right.drops;
    const band = (rows > columns ? rows - columns : columns - rows) + BAND;
    const firstDrop = Math.round(rightDrops[rightFrom]! * firstFactor);
    let before = this.#before;
    let above = this.#above;
    let here = this.#here;
    above[0] = 0;
    above[1] = firstDrop;
    const reach = Math.min(band, columns);
    for (let column = 2; column <= reach; column += 1)
      above[column] = above[column - 1]! + rightDrops[rightFrom + column - 1]!;
    above[reach + 1] = FAR;
    above[reach + 2] = FAR;
    let leastAbove = 0;
    for (let row = 1; row <= rows; row += 1) {
      const leftAt = leftFrom + row - 1;
      const letter = leftLetters[leftAt]!;
      const costsOfLetter = letter * LETTERS;
      const drop = row === 1 ? Math.round(leftDrops[leftAt]! * firstFactor) : leftDrops[leftAt]!;
      const pair = row > 1 ? leftPairs[leftAt]! : 0;
      const last = row > 1 ? leftLetters[leftAt - 1]! : -1;
      const from = Math.max(row - band, 1);
      const to = Math.min(row + band, columns);
      let diagonal = above[from - 1]!;
      let beside = from === 1 ? diagonal + drop : FAR;
      here[from - 1] = beside;
      let least = beside;
      let otherLast = -1;
      for (let column = from; column <= to; column += 1) {
        const rightAt = rightFrom + column - 1;
        const other = rightLetters[rightAt]!;
        const up = above[column]!;
        let best = diagonal;
        if (letter !== other) {
          const cost = substitute[costsOfLetter + other]!;
          best += row === 1 && column === 1 ? Math.round(cost * firstFactor) : cost;
        }
        if (up + drop < best) best = up + drop;
        const added = beside + (column === 1 ? firstDrop : rightDrops[rightAt]!);
        if (added < best) best = added;
        if (pair !== 0) {
          const asOne = pairTo[pair * LETTERS + other]!;
          if (asOne !== 0 && before[column - 1]! + asOne < best) best = before[column - 1]! + asOne;
        }
        if (column > 1 && rightPairs[rightAt] !== 0) {
          const asOne = pairTo[rightPairs[rightAt]! * LETTERS + letter]!;
          if (asOne !== 0 && above[column - 2]! + asOne < best) best = above[column - 2]! + asOne;
        }
        if (letter === otherLast && other === last && letter !== other && before[column - 2]! + swap < best)
          best = before[column - 2]! + swap;
        here[column] = best;
        if (best < least) least = best;
        beside = best;
        diagonal = up;
        otherLast = other;
      }
      here[to + 1] = FAR;
      here[to + 2] = FAR;
      // A swap or a pair reaches back two rows, so both must be over the limit.
      if (least > limit && leastAbove > limit) return FAR;
      leastAbove = least;
      const spare = before;
      before = above;
      above = here;
      here = spare;
    }
    return above[columns]!;
  }
}
