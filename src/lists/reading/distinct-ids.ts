/** Entity ids that come twice in one list: the later entity is kept beside the first under an id of its own. */
import { issue } from '../../base/index.js';
import type { Entity } from '../../model/index.js';
import type { ListSink } from '../reader.js';

/** Where an entity stands, for the issue; `value` is what the list itself calls it, where that is not its id. */
type Place = {
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly value?: string;
};

/**
 * Hands entities on; one whose id came before gets `-2`, `-3` … behind it and an issue.
 *
 * @param what what it means in this list that an id comes again
 */
export function openDistinctIds(
  sink: ListSink,
  what = 'came before',
): (entity: Entity, place: Place) => void {
  const times = new Map<string, number>();
  return (entity, place) => {
    const time = (times.get(entity.id) ?? 0) + 1;
    times.set(entity.id, time);
    if (time === 1) return sink.entity(entity);
    let id = `${entity.id}-${time}`;
    // An id of the list may look like one that was made.
    while (times.has(id)) id += '-2';
    times.set(id, 1);
    sink.issue(issue('duplicate-entry', { value: entity.id, ...place }, `${what}; kept as ${id}`));
    sink.entity({ ...entity, id });
  };
}
