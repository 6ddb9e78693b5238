/**
 * Notices whose measures were suspended later. Such a listing carries the notice as its annex, so that the table of
 * measures can hold one row for each period: a suspension is a date in a table.
 */
import { type DataTables, dataTable, readDataTable, type VagueDate } from '../../base/index.js';

/** The table of suspended notices, under `data/`. */
export const CN_SUSPENSIONS_TABLE = 'lists/cn-suspensions.csv';

/** The annex of a listing on a list by a notice of a day; null where the notice was never suspended. */
export type Suspensions = (list: string | null, noticed: VagueDate | null) => string | null;

/** Opens the table. @throws CordonError `table-invalid` */
export function openSuspensions(tables: DataTables): Suspensions {
  const columns = ['list', 'noticed', 'annex', 'confidence', 'source'] as const;
  const rows = readDataTable(dataTable(tables, CN_SUSPENSIONS_TABLE), CN_SUSPENSIONS_TABLE, columns);
  const annexes = new Map(rows.map(({ cells }) => [`${cells.list} ${cells.noticed}`, cells.annex]));
  return (list, noticed) => annexes.get(`${list} ${noticed}`) ?? null;
}
