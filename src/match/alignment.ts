/**
 * Which parts of one name are which parts of the other: the best one-to-one pairing, where neighbouring parts may stand
 * together for one. Everything lies in arrays that the next pair of names reuses; the explanation reads the same arrays.
 */
import { Assignment } from './assignment.js';
import { MAX_PARTS } from './letters.js';
import type { LoadedName } from './loaded-name.js';
import { type NameRules, TYPES } from './name-rules.js';
import { GAIN_UNIT, PLAIN, Runs } from './runs.js';
import type { Spelling } from './spelling.js';

/** Pairs of two names; all arrays by pair up to `count`, or by part. */
export class Alignment {
  count = 0;
  readonly leftFirst = new Int32Array(MAX_PARTS);
  readonly leftEnd = new Int32Array(MAX_PARTS);
  readonly rightFirst = new Int32Array(MAX_PARTS);
  readonly rightEnd = new Int32Array(MAX_PARTS);
  readonly similarity = new Float64Array(MAX_PARTS);
  readonly how = new Uint8Array(MAX_PARTS);
  /** 1 where a part stands in a pair. */
  readonly leftTaken = new Uint8Array(MAX_PARTS);
  readonly rightTaken = new Uint8Array(MAX_PARTS);

  readonly #rules: NameRules;
  readonly #spelling: Spelling;
  readonly #runs: Runs;
  readonly #assignment = new Assignment();
  // By row and column, MAX_PARTS columns a row: how alike two parts are, and what pairing them gains.
  readonly #alike = new Float64Array(MAX_PARTS * MAX_PARTS);
  readonly #gains = new Float64Array(MAX_PARTS * MAX_PARTS);
  readonly #leftExact = new Uint8Array(MAX_PARTS);
  readonly #rightExact = new Uint8Array(MAX_PARTS);

  constructor(rules: NameRules, spelling: Spelling) {
    this.#rules = rules;
    this.#spelling = spelling;
    this.#runs = new Runs(rules, spelling);
  }

  /** Pairs the parts of two loaded names by the rules of a kind. */
  align(left: LoadedName, right: LoadedName, kind: number): void {
    const open = this.#compareParts(left, right, kind);
    if (open) this.#runs.find(left, this.#leftExact, right, this.#rightExact, kind);
    else this.#runs.count = 0;
    const chosen = this.#runs.count === 0 ? 0 : this.#chooseRuns(left.count, right.count);
    this.#solve(chosen, left.count, right.count);
    this.#collect(chosen, left.count);
  }

  /**
   * Fills the similarities and gains of single parts. A part with an equal partner of its own is compared with no
   * unlike one.
   *
   * @returns whether both names have parts without an equal partner
   */
  #compareParts(left: LoadedName, right: LoadedName, kind: number): boolean {
    const equal = this.#compareForms(left, right, kind);
    const rows = left.count;
    const columns = right.count;
    if (equal === rows || equal === columns) return false;
    for (let row = 0; row < rows; row += 1) {
      if (this.#leftExact[row] !== 0) continue;
      for (let column = 0; column < columns; column += 1) {
        const at = row * MAX_PARTS + column;
        if (this.#rightExact[column] !== 0 || this.#gains[at] !== 0) continue;
        const alike = this.#spelling.ofUnlike(left, row, right, column, kind);
        this.#alike[at] = alike;
        if (alike > 0) this.#gains[at] = this.#gain(left, row, right, column, alike, kind);
      }
    }
    return true;
  }

  /** Pairs of equal form; marks parts so that each has one equal partner at most. @returns how many were marked */
  #compareForms(left: LoadedName, right: LoadedName, kind: number): number {
    const rows = left.count;
    const columns = right.count;
    let equal = 0;
    for (let row = 0; row < rows; row += 1) this.#leftExact[row] = 0;
    for (let column = 0; column < columns; column += 1) this.#rightExact[column] = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * MAX_PARTS + column;
        this.#gains[at] = 0;
        if (left.heads[row] !== right.heads[column] || !this.#spelling.sameForm(left, row, right, column))
          continue;
        const alike = this.#spelling.ofEqual(left, row, right, column);
        this.#alike[at] = alike;
        this.#gains[at] = this.#gain(left, row, right, column, alike, kind);
        if (this.#leftExact[row] !== 0 || this.#rightExact[column] !== 0) continue;
        this.#leftExact[row] = 1;
        this.#rightExact[column] = 1;
        equal += 1;
      }
    }
    return equal;
  }

  /** What a pair is worth against leaving both parts to contradict each other, in thousandths; of equal gains the one at its own place. */
  #gain(
    left: LoadedName,
    row: number,
    right: LoadedName,
    column: number,
    alike: number,
    kind: number,
  ): number {
    const { conflict, perNat } = this.#rules;
    const one = conflict[kind * TYPES + left.types[row]!]!;
    const other = conflict[kind * TYPES + right.types[column]!]!;
    const info = Math.min(left.info[row]!, right.info[column]!);
    return Math.round(GAIN_UNIT * alike * (Math.min(one, other) + perNat * info)) + (row === column ? 2 : 1);
  }

  /** Tries every set of joined readings that do not overlap; of equally good ones the first, so the fewest. */
  #chooseRuns(rows: number, columns: number): number {
    let chosen = 0;
    let most = -1;
    for (let set = 0; set < 1 << this.#runs.count; set += 1) {
      const gain = this.#solve(set, rows, columns);
      if (gain <= most) continue;
      most = gain;
      chosen = set;
    }
    return chosen;
  }

  /** Pairs the parts that a set of readings leaves. @returns the gain of all, -1 when two readings overlap */
  #solve(set: number, rows: number, columns: number): number {
    const gain = this.#takeRuns(set, rows, columns);
    if (gain < 0) return gain;
    return gain + this.#assignment.solve(this.#gains, rows, columns, this.leftTaken, this.rightTaken);
  }

  /** Marks the parts of a set of readings as taken. @returns their gain, -1 when two overlap */
  #takeRuns(set: number, rows: number, columns: number): number {
    for (let row = 0; row < rows; row += 1) this.leftTaken[row] = 0;
    for (let column = 0; column < columns; column += 1) this.rightTaken[column] = 0;
    const { leftFirst, leftEnd, rightFirst, rightEnd } = this.#runs;
    let gain = 0;
    for (let run = 0; 1 << run <= set; run += 1) {
      if ((set & (1 << run)) === 0) continue;
      for (let part = leftFirst[run]!; part < leftEnd[run]!; part += 1) {
        if (this.leftTaken[part] !== 0) return -1;
        this.leftTaken[part] = 1;
      }
      for (let part = rightFirst[run]!; part < rightEnd[run]!; part += 1) {
        if (this.rightTaken[part] !== 0) return -1;
        this.rightTaken[part] = 1;
      }
      gain += this.#runs.gain[run]!;
    }
    return gain;
  }

  /** Writes the pairs in the order of the left name. */
  #collect(set: number, rows: number): void {
    const { leftFirst, leftEnd, rightFirst, rightEnd, alike, how } = this.#runs;
    this.count = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let run = 0; 1 << run <= set; run += 1) {
        if ((set & (1 << run)) === 0 || leftFirst[run] !== row) continue;
        this.#write(row, leftEnd[run]!, rightFirst[run]!, rightEnd[run]!, alike[run]!, how[run]!);
      }
      const column = this.#assignment.columnOf[row]!;
      if (this.leftTaken[row] !== 0 || column < 0) continue;
      this.#write(row, row + 1, column, column + 1, this.#alike[row * MAX_PARTS + column]!, PLAIN);
      this.leftTaken[row] = 1;
      this.rightTaken[column] = 1;
    }
  }

  #write(
    leftFirst: number,
    leftEnd: number,
    rightFirst: number,
    rightEnd: number,
    alike: number,
    how: number,
  ): void {
    const at = this.count;
    this.leftFirst[at] = leftFirst;
    this.leftEnd[at] = leftEnd;
    this.rightFirst[at] = rightFirst;
    this.rightEnd[at] = rightEnd;
    this.similarity[at] = alike;
    this.how[at] = how;
    this.count = at + 1;
  }
}
