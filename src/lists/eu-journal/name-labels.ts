/** Words that stand in a name column and are no names: the language of the name behind them, a picture's caption. */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table, under `data/`. */
export const NAME_LABELS_TABLE = 'lists/eu-name-labels.csv';

/** Labels in small letters. */
export type NameLabels = ReadonlySet<string>;

/** Reads the table. @throws CordonError `table-invalid` */
export function openNameLabels(tables: DataTables): NameLabels {
  const rows = readDataTable(dataTable(tables, NAME_LABELS_TABLE), NAME_LABELS_TABLE, [
    'label',
    'case',
    'source',
  ]);
  return new Set(rows.map(({ cells }) => cells.label));
}
