/**
 * What changed from one snapshot of a list to another. Both are walked side by side in the order of their ids, so that
 * lists of any size are compared in the memory of what differs. The order of values, and of listings, says nothing.
 */
import { formatDate } from '../base/index.js';
import type {
  ChangedEntity,
  EntitiesDiff,
  Entity,
  Listing,
  NamedEntity,
  PropertyChange,
} from '../model/index.js';

/**
 * Compares two lists.
 *
 * @param before entities in the order of their ids, each id once
 * @param after the same
 * @returns a changed entity's changes by property: `schema` and `caption` first, `listings` last, each a sentence
 */
export function diffEntities(before: Iterable<Entity>, after: Iterable<Entity>): EntitiesDiff {
  const added: NamedEntity[] = [];
  const removed: NamedEntity[] = [];
  const changed: ChangedEntity[] = [];
  const left = before[Symbol.iterator]();
  const right = after[Symbol.iterator]();
  let one = left.next();
  let other = right.next();
  while (one.done !== true || other.done !== true) {
    if (other.done === true || (one.done !== true && one.value.id < other.value.id)) {
      removed.push(named(one.value));
      one = left.next();
    } else if (one.done === true || other.value.id < one.value.id) {
      added.push(named(other.value));
      other = right.next();
    } else {
      const changes = changesOf(one.value, other.value);
      if (changes.length > 0) changed.push({ ...named(other.value), changes });
      one = left.next();
      other = right.next();
    }
  }
  return { added, removed, changed };
}

function named({ id, caption }: Entity): NamedEntity {
  return { id, name: caption };
}

function changesOf(before: Entity, after: Entity): PropertyChange[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  const changes = [...names]
    .sort()
    .map((name) => changeOf(name, before.properties[name] ?? [], after.properties[name] ?? []));
  const all = [
    changeOf('schema', [before.schema], [after.schema]),
    changeOf('caption', [before.caption], [after.caption]),
    ...changes,
    changeOf('listings', before.listings.map(listingText), after.listings.map(listingText)),
  ];
  return all.filter((change) => change !== null);
}

/** Null where both sides hold the same values, in whatever order. */
function changeOf(
  property: string,
  before: readonly string[],
  after: readonly string[],
): PropertyChange | null {
  const [held, holds] = [new Set(before), new Set(after)];
  const same = held.size === holds.size && before.every((value) => holds.has(value));
  return same ? null : { property, before, after };
}

/** A listing as one sentence that says all of it: equal sentences are equal listings. */
function listingText(listing: Listing): string {
  const { source, entry, programme, annex, measure, act, start, end, reason, url } = listing;
  const key = [programme, annex, measure].filter((part) => part !== null).join(' / ');
  const days = [
    start === null ? null : `from ${formatDate(start)}`,
    end === null ? null : `until ${formatDate(end)}`,
  ];
  const facts = [`${source} ${entry}`, key || null, act, ...days, reason, url];
  return facts.filter((fact) => fact !== null && fact !== '').join('; ');
}
