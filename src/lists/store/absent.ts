/**
 * Who was in the file before and is not any more, found while the new stream is written beside the old one: only parts
 * that the two do not share are looked into, so a day's update reads a day's changes.
 */
import type { Day } from '../../base/index.js';
import type { Entity } from '../../model/index.js';
import type { Piece, Pieces, Tree } from './nodes.js';
import { formatLine, readLines } from './snapshot.js';
import { partsOf } from './tree-reader.js';

/** Compares two streams whose keys ascend. */
export type Absence = {
  /** A part of the old stream that the new one does not share. */
  passed(piece: Piece): void;
  /** Everything of both streams below `key` has been told. */
  upTo(key: string): void;
  /** A line of the new stream; `shared` when it stands in a part that both have. */
  present(key: string, shared: boolean): void;
  /** The entities that are gone, those before them that did not come back, sorted by id: as lines. */
  lines(): readonly { readonly key: string; readonly line: string }[];
};

/**
 * Starts comparing with the snapshot before.
 *
 * @param former the stream of those that were gone already then
 * @param since the day of the new snapshot
 */
export function openAbsence(former: Tree, pieces: Pieces, since: Day): Absence {
  const gone = new Map<string, string>();
  for (const { part } of partsOf(former, pieces))
    for (const entity of entitiesOf(pieces.part(part))) gone.set(entity.id, formatLine(entity));
  let old: Entity[] = [];
  const fresh = new Set<string>();
  return {
    passed(piece) {
      old.push(...entitiesOf(pieces.part(piece)));
    },
    upTo(key) {
      for (const entity of old)
        if (entity.id < key && !fresh.has(entity.id))
          gone.set(entity.id, formatLine({ ...entity, absentSince: since }));
      old = old.filter(({ id }) => id >= key);
      fresh.clear();
    },
    present(key, shared) {
      gone.delete(key);
      if (!shared) fresh.add(key);
    },
    lines() {
      for (const entity of old)
        if (!fresh.has(entity.id)) gone.set(entity.id, formatLine({ ...entity, absentSince: since }));
      const found = [...gone].map(([key, line]) => ({ key, line }));
      return found.sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}

function* entitiesOf(bytes: Uint8Array): Generator<Entity> {
  for (const { value } of readLines<Entity>(bytes, 0, 'entities')) yield value;
}
