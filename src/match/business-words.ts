/**
 * What a word of business says of a firm (data/match/business-words.csv): a `filler` only that it is one (Company,
 * Group), a `broad` word what firms add and drop freely (Technologies, Industries). Any other generic word names a line of
 * business, by which sister companies differ (Neft, Bank, Shipping). Of the places the table has those that are a
 * `country`.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';

/** Where the words stand under `data/`. */
export const BUSINESS_WORDS_TABLE = 'match/business-words.csv';

/** Form of a word (as `NamePart.form` has it) → its class. */
export type BusinessWords = ReadonlyMap<string, 'filler' | 'broad' | 'country'>;

/** Reads the table. @throws CordonError `table-invalid` */
export function readBusinessWords(tables: DataTables): BusinessWords {
  const text = dataTable(tables, BUSINESS_WORDS_TABLE);
  const rows = readDataTable(text, BUSINESS_WORDS_TABLE, ['form', 'class', 'case', 'source']);
  return new Map(
    rows.map(({ line, cells }) => {
      if (cells.class !== 'filler' && cells.class !== 'broad' && cells.class !== 'country')
        throw new CordonError(
          'table-invalid',
          `${BUSINESS_WORDS_TABLE}:${line}: class: expected filler, broad or country`,
        );
      return [cells.form, cells.class];
    }),
  );
}
