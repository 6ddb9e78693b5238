/**
 * Feature types of the advanced format → what they are in the CSV: a column, an address, or a piece of the remarks under
 * the same or another word. A type without a row is a piece under its own name, as most are.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../../../base/index.js';
import type { OfacVessel } from '../record.js';

/** The table of feature types, under `data/`. */
export const FEATURES_TABLE = 'lists/ofac-features.csv';

/** Where a feature goes. */
export type FeatureWord =
  | { readonly as: 'piece'; readonly word: string }
  | { readonly as: 'address' }
  | { readonly as: 'title' }
  | { readonly as: 'vessel'; readonly field: keyof OfacVessel };

/** The table, opened: any case. */
export type FeatureWords = { wordOf(feature: string): FeatureWord };

const COLUMNS = ['feature', 'as', 'word', 'source'] as const;
const FIELDS: readonly string[] = ['callSign', 'type', 'tonnage', 'grossTonnage', 'flag', 'owner'];

/** Opens the table. @throws CordonError `table-invalid` */
export function openFeatureWords(tables: DataTables): FeatureWords {
  const words = new Map<string, FeatureWord>();
  for (const { line, cells } of readDataTable(dataTable(tables, FEATURES_TABLE), FEATURES_TABLE, COLUMNS)) {
    const word = toWord(cells.as, cells.word);
    if (word === null)
      throw new CordonError('table-invalid', `data/${FEATURES_TABLE}:${line}: column "as": "${cells.as}"`);
    words.set(cells.feature.toLowerCase(), word);
  }
  return { wordOf: (feature) => words.get(feature.toLowerCase()) ?? { as: 'piece', word: feature } };
}

function toWord(as: string, word: string): FeatureWord | null {
  if (as === 'piece') return { as, word };
  if (as === 'address' || as === 'title') return { as };
  return as === 'vessel' && FIELDS.includes(word) ? { as, field: word as keyof OfacVessel } : null;
}
