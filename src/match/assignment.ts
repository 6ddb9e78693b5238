/**
 * The best one-to-one assignment of rows to columns (Kuhn 1955, in the form with potentials of Jonker & Volgenant
 * 1987), so that no part of a name is used twice. Small matrices, all scratch reused.
 */
import { MAX_PARTS } from './letters.js';

const SIZE = MAX_PARTS + 1;

/** Solves assignments of at most MAX_PARTS rows and columns. */
export class Assignment {
  /** Column assigned to each row, -1 for none. */
  readonly columnOf = new Int32Array(MAX_PARTS);
  readonly #rowPotential = new Float64Array(SIZE);
  readonly #columnPotential = new Float64Array(SIZE);
  readonly #rowAt = new Int32Array(SIZE);
  readonly #way = new Int32Array(SIZE);
  readonly #least = new Float64Array(SIZE);
  readonly #seen = new Uint8Array(SIZE);
  readonly #rows = new Int32Array(MAX_PARTS);
  readonly #columns = new Int32Array(MAX_PARTS);

  /**
   * Fills `columnOf` so that the sum of gains is largest; pairs without a gain stay unassigned.
   *
   * @param gains row-major with MAX_PARTS columns a row, none negative
   * @param rowTaken, columnTaken 1 for rows and columns to be left out
   * @returns the sum of gains
   */
  solve(
    gains: Float64Array,
    rows: number,
    columns: number,
    rowTaken: Uint8Array,
    columnTaken: Uint8Array,
  ): number {
    for (let row = 0; row < rows; row += 1) this.columnOf[row] = -1;
    let rowCount = 0;
    let columnCount = 0;
    let contested = false;
    for (let column = 0; column < columns; column += 1) this.#seen[column] = 0;
    for (let row = 0; row < rows; row += 1) {
      if (rowTaken[row] !== 0) continue;
      let partners = 0;
      for (let column = 0; column < columns; column += 1) {
        if (columnTaken[column] !== 0 || gains[row * MAX_PARTS + column] === 0) continue;
        partners += 1;
        if (this.#seen[column] !== 0) contested = true;
        this.#seen[column] = 1;
      }
      if (partners === 0) continue;
      if (partners > 1) contested = true;
      this.#rows[rowCount++] = row;
    }
    for (let column = 0; column < columns; column += 1)
      if (this.#seen[column] !== 0) this.#columns[columnCount++] = column;
    if (!contested) return this.#takeOnlyPartners(gains, rowCount, columnCount);
    return this.#improve(gains, rowCount, columnCount);
  }

  #takeOnlyPartners(gains: Float64Array, rowCount: number, columnCount: number): number {
    let total = 0;
    for (let at = 0; at < rowCount; at += 1) {
      const row = this.#rows[at]!;
      for (let to = 0; to < columnCount; to += 1) {
        const gain = gains[row * MAX_PARTS + this.#columns[to]!]!;
        if (gain === 0) continue;
        this.columnOf[row] = this.#columns[to]!;
        total += gain;
      }
    }
    return total;
  }

  /** Rows and columns change places when there are more rows, since the method wants a column for every row. */
  #improve(gains: Float64Array, rowCount: number, columnCount: number): number {
    const turned = rowCount > columnCount;
    const lines = turned ? columnCount : rowCount;
    const places = turned ? rowCount : columnCount;
    const u = this.#rowPotential.fill(0, 0, lines + 1);
    const v = this.#columnPotential.fill(0, 0, places + 1);
    const lineAt = this.#rowAt.fill(0, 0, places + 1);
    for (let line = 1; line <= lines; line += 1) {
      lineAt[0] = line;
      let place = 0;
      this.#least.fill(Number.POSITIVE_INFINITY, 0, places + 1);
      this.#seen.fill(0, 0, places + 1);
      do {
        this.#seen[place] = 1;
        const current = lineAt[place]!;
        let delta = Number.POSITIVE_INFINITY;
        let next = 0;
        for (let to = 1; to <= places; to += 1) {
          if (this.#seen[to] !== 0) continue;
          const row = this.#rows[(turned ? to : current) - 1]!;
          const column = this.#columns[(turned ? current : to) - 1]!;
          const cost = -gains[row * MAX_PARTS + column]! - u[current]! - v[to]!;
          if (cost < this.#least[to]!) {
            this.#least[to] = cost;
            this.#way[to] = place;
          }
          if (this.#least[to]! < delta) {
            delta = this.#least[to]!;
            next = to;
          }
        }
        for (let to = 0; to <= places; to += 1) {
          if (this.#seen[to] !== 0) {
            u[lineAt[to]!]! += delta;
            v[to]! -= delta;
          } else this.#least[to]! -= delta;
        }
        place = next;
      } while (lineAt[place] !== 0);
      do {
        const back = this.#way[place]!;
        lineAt[place] = lineAt[back]!;
        place = back;
      } while (place !== 0);
    }
    let total = 0;
    for (let to = 1; to <= places; to += 1) {
      if (lineAt[to] === 0) continue;
      const row = this.#rows[(turned ? to : lineAt[to]!) - 1]!;
      const column = this.#columns[(turned ? lineAt[to]! : to) - 1]!;
      const gain = gains[row * MAX_PARTS + column]!;
      if (gain === 0) continue;
      this.columnOf[row] = column;
      total += gain;
    }
    return total;
  }
}
