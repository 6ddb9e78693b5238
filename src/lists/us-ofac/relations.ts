/** Relations between OFAC entries → the FollowTheMoney property that can hold the other's id, where there is one. */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of relations, under `data/`. */
export const RELATIONS_TABLE = 'lists/ofac-relations.csv';

/** The table, opened. */
export type RelationRules = {
  /** The property of this schema for a relation in OFAC's words, any case; null where only the notes can say it. */
  propertyOf(relation: string, schema: string): string | null;
};

const COLUMNS = ['relation', 'schema', 'property', 'source'] as const;

/** Opens the table. @throws CordonError `table-invalid` */
export function openRelationRules(tables: DataTables): RelationRules {
  const rows = readDataTable(dataTable(tables, RELATIONS_TABLE), RELATIONS_TABLE, COLUMNS);
  const properties = new Map(
    rows.map(({ cells }) => [keyOf(cells.relation, cells.schema), cells.property] as const),
  );
  return { propertyOf: (relation, schema) => properties.get(keyOf(relation, schema)) ?? null };
}

function keyOf(relation: string, schema: string): string {
  return `${schema} ${relation.toLowerCase()}`;
}
