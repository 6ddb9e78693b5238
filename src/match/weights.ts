/**
 * The table of weights (data/match/weights.csv): every figure that moves a score is a row there, in log-odds (natural
 * logarithm) unless its case says otherwise. Code asks for a row by feature and level and knows no figure itself.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';

/** Where the weights stand under `data/`. */
export const WEIGHTS_TABLE = 'match/weights.csv';

/** Weights by feature and level. */
export class Weights {
  readonly #rows = new Map<string, number>();

  /** @throws CordonError `table-invalid` with file and line of a row that is no number */
  constructor(tables: DataTables) {
    const columns = ['feature', 'level', 'contribution', 'prior', 'case', 'source'] as const;
    for (const { line, cells } of readDataTable(dataTable(tables, WEIGHTS_TABLE), WEIGHTS_TABLE, columns)) {
      const value = Number(cells.contribution);
      if (cells.contribution === '' || !Number.isFinite(value))
        throw new CordonError(
          'table-invalid',
          `${WEIGHTS_TABLE}:${line}: contribution: expected a number, got "${cells.contribution}"`,
        );
      this.#rows.set(`${cells.feature} ${cells.level}`, value);
    }
  }

  /**
   * The figure of a row.
   *
   * @throws CordonError `table-invalid` for a row that the table lacks: code and table do not fit, a defect
   */
  get(feature: string, level: string): number {
    const value = this.find(feature, level);
    if (value === null)
      throw new CordonError('table-invalid', `${WEIGHTS_TABLE}: row "${feature}, ${level}" is missing`);
    return value;
  }

  /** The figure of a row, or null where the table has none. */
  find(feature: string, level: string): number | null {
    return this.#rows.get(`${feature} ${level}`) ?? null;
  }
}
