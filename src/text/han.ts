/**
 * Chinese signs that are one sign in another form: traditional, simplified, Japanese (澤, 泽, 沢). The table is read when
 * the first of them comes.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';

/** The table of signs, under `data/`. */
export const HAN_TABLE = 'text/han-variants.csv';

/** A text with each sign that has a simplified form in that form. */
export type Simplify = (text: string) => string;

/** Opens the table. @throws CordonError `table-invalid` when first asked and the table is missing or malformed */
export function openSimplify(tables: DataTables): Simplify {
  let forms: ReadonlyMap<string, string> | null = null;
  return (text) => {
    forms ??= read(tables);
    let simple = '';
    for (const sign of text) simple += forms.get(sign) ?? sign;
    return simple;
  };
}

function read(tables: DataTables): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const columns = ['variants', 'simplified', 'source'] as const;
  for (const { line, cells } of readDataTable(dataTable(tables, HAN_TABLE), HAN_TABLE, columns)) {
    const [variants, simplified] = [[...cells.variants], [...cells.simplified]];
    if (variants.length !== simplified.length)
      throw new CordonError(
        'table-invalid',
        `${HAN_TABLE}:${line}: not as many simplified signs as variants`,
      );
    variants.forEach((sign, at) => {
      forms.set(sign, simplified[at]!);
    });
  }
  return forms;
}
