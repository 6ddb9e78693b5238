/** How a listed entity enters the index: which of its facts can find it. */
import { type Entity, ftmModel, identifiersOf, NAME_PROPERTIES } from '../model/index.js';
import { type Names, nameKindOf } from '../names/index.js';
import type { IndexedEntity } from '../search/index.js';

/** Where the entity's record lies: list ordinal, byte offset and length in the list's `entities.jsonl`. */
export type EntityRecord = { readonly list: number; readonly offset: number; readonly length: number };

/**
 * What the index keeps of an entity; null for one that nobody is looked up as (an address, an ownership, a position).
 *
 * Names are the four name properties; a person known by its parts alone gets them joined.
 */
export function toIndexed(entity: Entity, record: EntityRecord, names: Names): IndexedEntity | null {
  if (!ftmModel().isMatchable(entity.schema)) return null;
  const kind = nameKindOf(entity.schema);
  const held = NAME_PROPERTIES.flatMap((property) =>
    (entity.properties[property] ?? []).map((text) => ({ property, parsed: names.parse(text, kind) })),
  );
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'];
  const joined = parts.flatMap((part) => entity.properties[part]?.[0] ?? []).join(' ');
  if (held.length === 0 && joined !== '') held.push({ property: 'name', parsed: names.parse(joined, kind) });
  const identifiers = [...new Set(identifiersOf(entity.properties).map((one) => one.value))];
  if (held.length === 0 && identifiers.length === 0) return null;
  return { ...record, schema: entity.schema, names: held, identifiers };
}
