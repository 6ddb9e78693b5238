/**
 * OpenSanctions' statements (`statements.csv`): one row a value, with the entity it is about. Rows of one entity usually
 * stand together; where they do not, its pieces are joined like any record that comes twice.
 */
import { ftmModel } from '../../model/index.js';
import { type HeadedRow, readHeadedRows } from '../reading/rows.js';
import { type FtmForm, hasHeadings } from './form.js';
import { type FtmRecord, readRecord } from './record.js';
import type { Tally } from './tally.js';

const NEEDED = ['canonical_id', 'prop', 'schema', 'value'];
const HEADINGS = {
  known: [...NEEDED, 'entity_id', 'dataset', 'external', 'last_seen'],
  needed: NEEDED,
  passed: ['id', 'prop_type', 'lang', 'original_value', 'origin', 'first_seen'],
};
/** The property by which a statement says only that an entity is there. */
const EXISTS = 'id';

/** The form. */
export const STATEMENTS: FtmForm = {
  format: 'OpenSanctions statements CSV',
  rank: 20,
  isMine: (file) => hasHeadings(file, NEEDED),
  async *records(file, tally, sink) {
    let run: Run | null = null;
    for await (const row of readHeadedRows(file, sink, HEADINGS)) {
      if (/^(?:t|true|1)$/i.test(row.cell('external'))) {
        const at = { line: row.line, field: 'external', value: row.cell('canonical_id') };
        tally.add(
          'orphan-row',
          at,
          'a statement about an entity of another list, found but not confirmed; skipped',
        );
        continue;
      }
      const id = row.cell('canonical_id') || row.cell('entity_id');
      if (run !== null && run.id !== id) {
        yield toRecords(run, tally);
        run = null;
      }
      run ??= openRun(row, id);
      addStatement(run, row);
    }
    if (run !== null) yield toRecords(run, tally);
  },
};

/** Statements of one entity that stand together. */
type Run = {
  readonly line: number;
  readonly id: string;
  schema: string;
  readonly properties: Record<string, string[]>;
  readonly datasets: Set<string>;
  lastSeen: string;
};

function openRun(row: HeadedRow, id: string): Run {
  const schema = row.cell('schema');
  return { line: row.line, id, schema, properties: {}, datasets: new Set(), lastSeen: '' };
}

function addStatement(run: Run, row: HeadedRow): void {
  const schema = row.cell('schema');
  if (ftmModel().isA(schema, run.schema)) run.schema = schema;
  if (row.cell('dataset') !== '') run.datasets.add(row.cell('dataset'));
  if (row.cell('last_seen') > run.lastSeen) run.lastSeen = row.cell('last_seen');
  const prop = row.cell('prop');
  if (prop === EXISTS) return;
  const held = Object.hasOwn(run.properties, prop) ? run.properties[prop]! : [];
  held.push(row.cell('value'));
  // In a hostile file a property may be called `__proto__`.
  Object.defineProperty(run.properties, prop, { value: held, enumerable: true, configurable: true });
}

function toRecords(run: Run, tally: Tally): FtmRecord[] {
  const { id, schema, properties, datasets, lastSeen } = run;
  const raw = { id, schema, properties, datasets: [...datasets].sort(), last_seen: lastSeen };
  const record = readRecord(raw, run.line, tally);
  return record === null ? [] : [record];
}
