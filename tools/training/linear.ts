/** Linear equations: Gauss with the largest pivot. */

/** Solves `matrix · x = right` for a symmetric, positive definite matrix; both are overwritten. */
export function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(matrix[row]?.[column] as number) > Math.abs(matrix[pivot]?.[column] as number))
        pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot] as Float64Array, matrix[column] as Float64Array];
    [right[column], right[pivot]] = [right[pivot] as number, right[column] as number];
    const line = matrix[column] as Float64Array;
    for (let row = column + 1; row < size; row += 1) {
      const other = matrix[row] as Float64Array;
      const factor = (other[column] as number) / (line[column] as number);
      if (factor === 0) continue;
      for (let at = column; at < size; at += 1)
        other[at] = (other[at] as number) - factor * (line[at] as number);
      right[row] = (right[row] as number) - factor * (right[column] as number);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = matrix[row] as Float64Array;
    let sum = right[row] as number;
    for (let at = row + 1; at < size; at += 1) sum -= (line[at] as number) * (right[at] as number);
    right[row] = sum / (line[row] as number);
  }
  return right;
}
