/**
 * Rows into designations, as they stream by: one designation is held at a time, and those that are known to be scattered
 * through the file until its end. An id that returns all the same is told apart, with an issue, never lost.
 */
import { CordonError, issue, sha256 } from '../../base/index.js';
import type { ListSink } from '../reader.js';
import { openDistinctIds } from '../reading/distinct-ids.js';
import type { UkRow } from './fields.js';
import { Designation, type UkOrigin } from './map.js';
import { nameOf } from './names.js';
import type { UkTables } from './tables.js';

/** Takes rows; hands entities over as they are whole. */
export type Gathering = {
  /** @param first the row that holds the id, where not each of them does */
  take(row: UkRow, first: UkRow): void;
  /** The designation under way is whole. */
  close(): void;
  /** The file is read. @throws CordonError `list-empty` where it held no row */
  end(): void;
};

/** Opens a gathering for a file. @param scattered ids whose rows do not stand together, or null to hold every one */
export function openGathering(
  origin: UkOrigin,
  tables: UkTables,
  sink: ListSink,
  scattered: ReadonlySet<string> | null,
): Gathering {
  const hand = openDistinctIds(sink, 'rows of this id stood elsewhere in the file');
  let isEmpty = true;
  const held = new Map<string, Designation>();
  let current: Designation | null = null;

  const emit = (designation: Designation): void => {
    isEmpty = false;
    const { line } = designation;
    hand(designation.entity(), { file: origin.file, line, field: 'id' });
  };
  const begin = (id: string, line: number): Designation => new Designation(id, line, origin, tables, sink);
  const close = (): void => {
    if (current !== null) emit(current);
    current = null;
  };

  return {
    take(row, first) {
      const id = first.get('id');
      if (id === '') {
        if (row === first) {
          const at = { file: origin.file, line: row.line, field: 'id' };
          sink.issue(issue('missing-field', at, 'an entry without an id; its id is made of its name'));
          close();
          const name = `${row.get('kind')} ${nameOf(row, false)?.full ?? ''}`;
          current = begin(sha256(name).slice(0, 12), row.line);
        }
        current?.add(row);
        return;
      }
      if (scattered === null || scattered.has(id)) {
        let designation = held.get(id);
        if (designation === undefined) {
          designation = begin(id, row.line);
          held.set(id, designation);
        }
        designation.add(row);
        return;
      }
      if (current?.id !== id) {
        close();
        current = begin(id, row.line);
      }
      current.add(row);
    },
    close,
    end() {
      close();
      for (const designation of held.values()) emit(designation);
      if (isEmpty)
        throw new CordonError('list-empty', `${origin.file}: the list holds no entry; take it again`);
    },
  };
}
