/**
 * What a sanctions set of the Swiss list does, by its words: the list names articles and annexes of an ordinance and,
 * beside them, what they are about (`article 16 and 17 -- Restrictions on the money and capital market`).
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of words, under `data/`. */
export const SECO_SETS_TABLE = 'lists/seco-sets.csv';

/** The measure of a set by its words, null where no row has one of them. */
export type SetMeasures = (set: string) => string | null;

/**
 * Opens the table. Its rows are looked at in their order, and the first whose words occur decides: a set that freezes
 * assets and bans travel is a freeze.
 *
 * @throws CordonError `table-invalid`
 */
export function openSetMeasures(tables: DataTables): SetMeasures {
  const rows = readDataTable(dataTable(tables, SECO_SETS_TABLE), SECO_SETS_TABLE, [
    'words',
    'measure',
    'source',
  ]);
  const measures = rows.map(({ line, cells }) => {
    if (cells.words === '' || cells.measure === '')
      throw new CordonError('table-invalid', `data/${SECO_SETS_TABLE}:${line}: an empty cell`);
    return { words: cells.words.toLowerCase(), measure: cells.measure };
  });
  return (set) => {
    const text = set.toLowerCase();
    return measures.find(({ words }) => text.includes(words))?.measure ?? null;
  };
}
