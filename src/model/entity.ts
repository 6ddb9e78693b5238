/**
 * Entities and listings. An entity is a FollowTheMoney entity (schema and properties of that model); its listings say
 * why it is on a list. Date properties hold EDTF, so a year stays a year; `ftm.ts` writes plain FollowTheMoney.
 */
import type { Day, VagueDate } from '../base/index.js';

/** Property name → values, as in FollowTheMoney. Never holds empty strings or empty arrays. */
export type Properties = Readonly<Record<string, readonly string[]>>;

/**
 * Why an entity is on a list: FollowTheMoney's `Sanction`, with the parts of the verdict's key held apart.
 *
 * `entry` is the publisher's own id, as people cite it (`36`, `QDi.263`, `32014R0269 I.PERSONS 645 Person`);
 * `programme`, `annex` (annex or directive) and `measure` are the source's own words, null where it has none;
 * `act` the legal act; `start` and `end` EDTF, both days in force; `line` where the entry begins in its file, null
 * where the format has no lines.
 */
export type Listing = {
  readonly source: string;
  readonly entry: string;
  readonly programme: string | null;
  readonly annex: string | null;
  readonly measure: string | null;
  readonly act: string | null;
  readonly start: VagueDate | null;
  readonly end: VagueDate | null;
  readonly reason: string | null;
  readonly url: string | null;
};

/**
 * An entity with its listings. `id` stays the same from one snapshot of a list to the next. `absentSince` is the day of
 * the first file that no longer has it, undefined for one that is in the file.
 */
export type Entity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Properties;
  readonly datasets: readonly string[];
  readonly listings: readonly Listing[];
  readonly absentSince?: Day;
};

/** The property that holds the ids of the entries of which an aggregator made one; an export's `referents`. */
export const REFERENTS = 'referents';

/** The properties that hold names, strongest first. Weak aliases are those the list itself calls low quality. */
export const NAME_PROPERTIES = ['name', 'alias', 'previousName', 'weakAlias'] as const;

/** Which of the four name properties a name stands in. */
export type NameProperty = (typeof NAME_PROPERTIES)[number];

/** Collects values per property, trimmed, each once, in the order they came. */
export class PropertyBag {
  readonly #values = new Map<string, string[]>();

  /** Adds values; empty ones and repeats are passed over. */
  add(property: string, ...values: readonly (string | null | undefined)[]): void {
    for (const value of values) {
      const text = value?.trim() ?? '';
      if (text === '') continue;
      const held = this.#values.get(property);
      if (held === undefined) this.#values.set(property, [text]);
      else if (!held.includes(text)) held.push(text);
    }
  }

  /** Takes a property out. */
  remove(property: string): void {
    this.#values.delete(property);
  }

  /** Whether the property holds anything. */
  has(property: string): boolean {
    return this.#values.has(property);
  }

  /** The properties collected so far. */
  freeze(): Properties {
    // A third of what `Object.fromEntries` costs, and every entity of every list comes by here.
    const properties: Record<string, readonly string[]> = {};
    for (const [name, list] of this.#values) {
      const value = Object.freeze(list.slice());
      // A hostile file may call a property so; assigned, it would be lost.
      if (name === '__proto__') Object.defineProperty(properties, name, { value, enumerable: true });
      else properties[name] = value;
    }
    return Object.freeze(properties);
  }
}
