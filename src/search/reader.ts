/**
 * Reads an index where it lies. Opening lays views over the file and reads its header; nothing is parsed or copied, so
 * worker threads open the same shared memory. What a query works in belongs to one `SearchIndex`: one per thread.
 */
import type { NameProperty } from '../model/index.js';
import type { Equivalents, NamePart, ParsedName } from '../names/index.js';
import { CandidateNames } from './candidates.js';
import { DecodedNames } from './decoded-names.js';
import { type About, contentIsWhole, readIndex, textReader, type Views } from './format.js';
import { SimilarForms } from './similar.js';
import { Encoder, findString } from './strings.js';

/** Where an entity's record lies, in bytes of its list's `entities.jsonl`; `list` as it was given to the builder. */
export type EntityPlace = {
  readonly list: number;
  readonly offset: number;
  readonly length: number;
  readonly schema: string;
};

/** A name of the index: whose it is, what kind of name, and its parts. */
export type IndexedName = {
  readonly entity: number;
  readonly property: NameProperty;
  readonly parsed: ParsedName;
};

/**
 * An entity that may be who is asked about: ordinals of its names that may match, ascending, and whether it has one of
 * the identifiers.
 */
export type Candidate = {
  readonly entity: number;
  readonly names: readonly number[];
  readonly byIdentifier: boolean;
};

/**
 * Opens an index over its bytes.
 *
 * @param related given names that stand for each other (`Names.equivalents`), so that Misha finds Mikhail
 * @throws CordonError `index-format` for another format or byte order, `index-torn` for a file cut short or damaged in
 *   its header; damage further in is found by `verify`
 */
export function openIndex(
  buffer: ArrayBuffer | SharedArrayBuffer,
  related: Pick<Equivalents, 'of'> = { of: () => [] },
): SearchIndex {
  const { views, about } = readIndex(buffer);
  return new SearchIndex(buffer, views, about, related);
}

/** An open index. Made by `openIndex`. */
export class SearchIndex {
  readonly #buffer: ArrayBuffer | SharedArrayBuffer;
  readonly #views: Views;
  readonly #about: About;
  readonly #decoded: DecodedNames;
  readonly #similar: SimilarForms;
  readonly #names: CandidateNames;
  readonly #encoder = new Encoder();

  constructor(
    buffer: ArrayBuffer | SharedArrayBuffer,
    views: Views,
    about: About,
    related: Pick<Equivalents, 'of'>,
  ) {
    this.#buffer = buffer;
    this.#views = views;
    this.#about = about;
    this.#decoded = new DecodedNames(views, about);
    this.#similar = new SimilarForms(views, related);
    const weak = about.properties.indexOf('weakAlias' satisfies NameProperty);
    this.#names = new CandidateNames(views, this.#similar, this.#decoded, weak);
  }

  /** What the builder's caller said about the index. */
  get meta(): Readonly<Record<string, unknown>> {
    return this.#about.meta;
  }

  get entityCount(): number {
    return this.#views.entityLength.length;
  }

  get nameCount(): number {
    return this.#views.nameEntity.length;
  }

  /** Whether the whole content is what was written: reads all of it, about 1 ms a megabyte. */
  verify(): boolean {
    return contentIsWhole(this.#buffer);
  }

  /** The entity with this ordinal. */
  entity(ordinal: number): EntityPlace {
    const { entityList, entityOffset, entityLength, entitySchema } = this.#views;
    return {
      list: entityList[ordinal]!,
      offset: entityOffset[ordinal]!,
      length: entityLength[ordinal]!,
      schema: this.#about.schemas[entitySchema[ordinal]!]!,
    };
  }

  /** The party that several entities are, by the number and the text that the builder was given; null for one alone. */
  partyOf(entity: number): { readonly number: number; readonly text: string } | null {
    const { entityParty, partyText, partyBytes } = this.#views;
    const number = entityParty[entity]!;
    if (number === 0) return null;
    return { number, text: textReader(partyBytes)(partyText[number - 1]!, partyText[number]!) };
  }

  /** Ordinals of an entity's names: from `start`, up to and without `end`. */
  namesOf(entity: number): { readonly start: number; readonly end: number } {
    const { entityName } = this.#views;
    return { start: entityName[entity]!, end: entityName[entity + 1]! };
  }

  /** The name with this ordinal, parsed as it was added. */
  nameOf(ordinal: number): IndexedName {
    return {
      entity: this.#views.nameEntity[ordinal]!,
      property: this.#about.properties[this.#views.nameProperty[ordinal]!] as NameProperty,
      parsed: this.#decoded.at(ordinal),
    };
  }

  /**
   * Every entity that may be the one with these names or identifiers (values as `readIdentifier` writes them), in order
   * of ordinals. Names are found by equal words, spellings, script, slips of the pen, joined and split words and
   * initials, as `docs/index-format.md` says; a scorer may still find that none is alike.
   */
  candidates(query: { names: readonly ParsedName[]; identifiers: readonly string[] }): readonly Candidate[] {
    const kept: number[] = [];
    for (const name of query.names) this.#names.find(name, kept);
    const { nameEntity } = this.#views;
    const identified = this.#identified(query.identifiers);
    const names = Uint32Array.from(kept).sort();
    const byEntity = new Map<number, number[]>();
    for (let at = 0; at < names.length; at++) {
      const name = names[at]!;
      if (at > 0 && name === names[at - 1]) continue;
      const list = byEntity.get(nameEntity[name]!);
      if (list === undefined) byEntity.set(nameEntity[name]!, [name]);
      else list.push(name);
    }
    for (const entity of identified) if (!byEntity.has(entity)) byEntity.set(entity, []);
    const found = [...byEntity].map(([entity, list]) => ({
      entity,
      names: list,
      byIdentifier: identified.has(entity),
    }));
    return identified.size === 0 ? found : found.sort((a, b) => a.entity - b.entity);
  }

  /** In how many names a form stands; 0 when no name has it. */
  documentFrequency(form: string): number {
    const at = this.#similar.ordinal(form);
    return at < 0 ? 0 : this.#views.formPosting[at + 1]! - this.#views.formPosting[at]!;
  }

  /**
   * Whether a word stands in any listed name: in this form, key or own script, or as a given name that stands for it;
   * slips of the pen do not count. Cheap after the first time: whoever walks a page asks it of every word and looks only
   * at places where one does.
   */
  hasToken(word: Pick<NamePart, 'form' | 'key' | 'native' | 'readings'>): boolean {
    return this.#similar.of(word.form, word.key, word.native, 0, true, word.readings).forms.length > 0;
  }

  #identified(values: readonly string[]): Set<number> {
    const { identifierText, identifierBytes, identifierEntity, identifierEntities } = this.#views;
    const entities = new Set<number>();
    for (const value of values) {
      const end = this.#encoder.write(value, 0);
      const strings = { offsets: identifierText, bytes: identifierBytes };
      const at = findString(strings, this.#encoder.bytes, 0, end);
      if (at < 0) continue;
      for (let place = identifierEntity[at]!; place < identifierEntity[at + 1]!; place++)
        entities.add(identifierEntities[place]!);
    }
    return entities;
  }
}
