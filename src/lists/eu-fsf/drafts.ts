/** Rows of a delimited file into records: rows of one entry stand together, and a record is whole as the next begins. */
import { issue } from '../../base/index.js';
import type { ListSink } from '../reader.js';
import { type FsfRecord, RecordDraft } from './record.js';

/** The record under way. */
export type Drafts = {
  /** The draft of a row's entry, begun by `begin` with its first row; null, and an issue, for a row without an id. */
  draftOf(id: string, line: number, begin: (draft: RecordDraft) => void): RecordDraft | null;
  /** The file is read. */
  end(): void;
};

/** @param key the heading of the column whose value keeps the rows of an entry together */
export function openDrafts(
  file: string,
  key: string,
  onRecord: (record: FsfRecord) => void,
  sink: Pick<ListSink, 'issue'>,
): Drafts {
  let draft: RecordDraft | null = null;
  return {
    draftOf(id, line, begin) {
      if (id === '') {
        const at = { file, line, field: key };
        sink.issue(issue('missing-field', at, 'a row that belongs to no entry (row skipped)'));
        return null;
      }
      if (draft?.logicalId === id) return draft;
      if (draft !== null) onRecord(draft.finish());
      draft = new RecordDraft(id, line);
      begin(draft);
      return draft;
    },
    end() {
      if (draft !== null) onRecord(draft.finish());
    },
  };
}
