/**
 * Which entries are worth comparing: those that share a number, a publisher's id, a birth day with a word of the name, or
 * every word of a company's name. Only these can be linked, so nothing is lost by looking at no other pair but this: a name
 * that over a hundred entries bear tells none of them apart. Numbers always count.
 */
import { dateSpan } from '../../base/index.js';
import { type Entity, ftmModel, identifiersOf, REFERENTS, type Regime } from '../../model/index.js';
import { type NameKind, nameKindOf, type ParsedName } from '../../names/index.js';
import type { MergeRules } from './table.js';

/** An entry with its names as parsed; weak aliases are left out by whoever hands it over. */
export type BlockEntry = {
  readonly entity: Entity;
  readonly regime: Regime | null;
  readonly names: readonly ParsedName[];
};

/** Parts that say nothing of who it is. */
const IDLE: ReadonlySet<string> = new Set(['legal-form', 'particle', 'honorific']);
/** Schemata of parties. */
const PARTIES: readonly string[] = ['LegalEntity', 'Vehicle'];
/** How the keys of numbers begin, so that they are told from those of names. */
const NUMBER = '#';
/** Ordinals of a pair in one number: the left one times this and the right one. */
const SHIFT = 2 ** 26;

/** Collects entries by what they share. */
export class Blocks {
  readonly #rules: MergeRules;
  readonly #facts: ReadonlySet<string>;
  readonly #quoting: readonly { readonly property: string; readonly regime: string }[];
  readonly #blocks = new Map<string, number | number[]>();

  constructor(rules: MergeRules) {
    this.#rules = rules;
    this.#facts = new Set(rules.links.map(({ fact }) => fact));
    this.#quoting = rules.links.flatMap(({ fact, quotes }) =>
      quotes === '' ? [] : [{ property: fact, regime: quotes }],
    );
  }

  /** Adds an entry; each ordinal once, ascending. What is neither a legal entity nor a craft (a wallet) is no party. */
  add(ordinal: number, entry: BlockEntry): void {
    const { schema } = entry.entity;
    if (!PARTIES.some((parent) => ftmModel().isA(schema, parent))) return;
    for (const key of new Set(this.#keysOf(entry))) {
      const held = this.#blocks.get(key);
      if (held === undefined) this.#blocks.set(key, ordinal);
      else if (typeof held === 'number') this.#blocks.set(key, [held, ordinal]);
      else held.push(ordinal);
    }
  }

  /** Pairs of entries that share something, the smaller ordinal first, sorted. */
  pairs(): [number, number][] {
    const pairs = new Set<number>();
    for (const [key, block] of this.#blocks) {
      if (typeof block === 'number') continue;
      if (block.length > this.#rules.limits.blockSize && !key.startsWith(NUMBER)) continue;
      for (const [at, left] of block.entries())
        for (const right of block.slice(at + 1)) pairs.add(left * SHIFT + right);
    }
    return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / SHIFT), pair % SHIFT]);
  }

  #keysOf({ entity, regime, names }: BlockEntry): string[] {
    const kind = nameKindOf(entity.schema);
    const keys = this.#facts.has('entity-id') ? [`${NUMBER}id ${regime} ${entity.id}`] : [];
    if (this.#facts.has('referent')) keys.push(...referentsOf(entity).map((id) => `referent ${id}`));
    for (const { property, value, valid } of identifiersOf(entity.properties))
      if (valid !== false && this.#facts.has(property)) keys.push(`${NUMBER}${property} ${value}`);
    for (const { property, regime: quoted } of this.#quoting)
      keys.push(
        ...entriesOf(entity, regime, property, quoted).map((entry) => `${NUMBER}${property} ${entry}`),
      );
    if (kind === 'person') keys.push(...personKeys(entity, names));
    else if (isOrganization(kind))
      keys.push(...names.flatMap((name) => coreKey(name, this.#rules.limits.coreLetters) ?? []));
    return keys;
  }
}

/** The publisher's numbers under which a regime lists an entry: its own there, those that it quotes elsewhere. */
export function entriesOf(
  entity: Entity,
  regime: Regime | null,
  property: string,
  quoted: string,
): readonly string[] {
  const own = regime === quoted ? entity.listings.map(({ entry }) => entry) : [];
  return [...own, ...(entity.properties[property] ?? [])];
}

/** The ids an entry goes by: its own, and those of the entries that an aggregator made it of. */
export function referentsOf(entity: Entity): readonly string[] {
  return [entity.id, ...(entity.properties[REFERENTS] ?? [])];
}

/** Whether the kind may be a company's, which a legal entity's is too. */
export function isOrganization(kind: NameKind): boolean {
  return kind === 'organization' || kind === 'any';
}

/** A birth date that may link: given to the day, and no 1 January, which stands for a year too often. */
export function isTellingDay(text: string): boolean {
  const span = dateSpan(text);
  return span !== null && span.precision === 'day' && !span.circa && !span.from.endsWith('-01-01');
}

/** Days of birth with each word of the names, years with each pair of words: a full name has two that agree. */
function personKeys(entity: Entity, names: readonly ParsedName[]): string[] {
  const born = entity.properties.birthDate ?? [];
  const days = born.filter(isTellingDay);
  const years = [...new Set(born.flatMap(yearOf))];
  if (days.length + years.length === 0) return [];
  return names.flatMap((name) => {
    const telling = name.parts.filter((part) => !IDLE.has(part.type) && part.key !== '');
    const words = [...new Set(telling.map((part) => part.key))].sort();
    const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`));
    return [
      ...days.flatMap((day) => words.map((word) => `${day} ${word}`)),
      ...years.flatMap((year) => pairs.map((pair) => `${year} ${pair}`)),
    ];
  });
}

/** The year that a birth date means; none where it means several, or about one. */
export function yearOf(text: string): string[] {
  const span = dateSpan(text);
  if (span === null || span.circa) return [];
  const [from, to] = [span.from.slice(0, 4), span.to.slice(0, 4)];
  return from === to ? [from] : [];
}

/**
 * The words of a company's name but its legal form and its small words, in any order; null for what is too short to be
 * told apart. One letter is no small word: "Investments I".
 *
 * @param as `form` takes words that mean one thing for one (Telecom, Telecommunications), `text` only the same letters
 */
export function coreKey(name: ParsedName, least: number, as: 'form' | 'text' = 'form'): string | null {
  const words = name.parts
    .filter(({ type, text }) => type !== 'legal-form' && (!IDLE.has(type) || text.length === 1))
    .map((part) => (as === 'form' && part.text.length > 1 ? part.form : part.text.toLowerCase()));
  return words.join('').length < least ? null : `core ${words.sort().join(' ')}`;
}
