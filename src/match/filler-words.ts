/** Words that only say that something is a firm (data/match/filler-words.csv): Company, Group, Holding. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';

/** Where the words stand under `data/`. */
export const FILLER_WORDS_TABLE = 'match/filler-words.csv';

/** Their forms, as `NamePart.form` has them. */
export function readFillerWords(tables: DataTables): ReadonlySet<string> {
  const text = dataTable(tables, FILLER_WORDS_TABLE);
  return new Set(
    readDataTable(text, FILLER_WORDS_TABLE, ['form', 'case', 'source']).map(({ cells }) => cells.form),
  );
}
