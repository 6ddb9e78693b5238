/**
 * Builds an index: entities go in one by one, a file comes out. Strings become ordinals of sorted dictionaries at the
 * end, so the order in which names arrive decides nothing but the ordinals of entities and names.
 */
import { CordonError } from '../base/index.js';
import type { NameProperty } from '../model/index.js';
import { type NamePart, type ParsedName, phoneticKey, skeletonsOf } from '../names/index.js';
import { concat, GrowingColumn, groupByOwner, groupOnce, narrow } from './column.js';
import { essentialParts, weigh } from './coverage.js';
import { type About, WEIGHS, writeIndex } from './format.js';
import { buildNeighbours, dropsOf, dropsOfKey, groupIntoBuckets } from './neighbours.js';
import { hashSpelling, runsOf, spellingOfRun, writtenOf } from './runs.js';
import { packStrings, StringSet } from './strings.js';

/**
 * An entity to be found. `list` is the list's ordinal in the caller's own order; `offset` and `length` say in bytes where
 * its record lies in the list's `entities.jsonl`; `identifiers` are values as `readIdentifier` writes them, without type.
 */
export type IndexedEntity = {
  readonly list: number;
  readonly offset: number;
  readonly length: number;
  readonly schema: string;
  readonly names: readonly { readonly property: NameProperty; readonly parsed: ParsedName }[];
  readonly identifiers: readonly string[];
};

/**
 * Parties that several entities are: `ofEntity` holds per entity the number of its party from 1, 0 for one that stands
 * alone; `texts` is what the caller wants to read again of each. The index does not look into it.
 */
export type IndexedParties = { readonly ofEntity: Uint32Array; readonly texts: readonly string[] };

/** Collects entities, then freezes. Memory: about 300 bytes a name, and the words of all names once. */
export class IndexBuilder {
  #frozen = false;
  #entityCount = 0;
  readonly #entityList = new GrowingColumn();
  readonly #entityOffset: number[] = [];
  readonly #entityLength = new GrowingColumn();
  readonly #entitySchema = new GrowingColumn();
  readonly #entityName = new GrowingColumn();
  readonly #nameEntity = new GrowingColumn();
  readonly #nameProperty = new GrowingColumn();
  readonly #nameKind = new GrowingColumn();
  readonly #nameTexts: string[] = [];
  readonly #namePart = new GrowingColumn();
  readonly #partToken = new GrowingColumn();
  readonly #partType = new GrowingColumn();
  readonly #partStart = new GrowingColumn();
  readonly #partLength = new GrowingColumn();
  readonly #words = { schemas: list(), properties: list(), kinds: list(), types: list(), scripts: list() };
  readonly #forms = new StringSet();
  readonly #keys = new StringSet();
  readonly #natives = new StringSet();
  readonly #skeletons = new StringSet();
  /** Skeletons and the forms that have them, as pairs. */
  readonly #skeleton = { id: new GrowingColumn(), form: new GrowingColumn() };
  readonly #tokens = new Map<string, number>();
  readonly #tokenForm = new GrowingColumn();
  readonly #tokenWritten = new GrowingColumn();
  readonly #tokenKey = new GrowingColumn();
  readonly #tokenWrittenKey = new GrowingColumn();
  readonly #tokenNative = new GrowingColumn();
  readonly #tokenScript = new GrowingColumn();
  readonly #tokenRarity: number[] = [];
  /** Readings of all tokens, one behind the other, with starts. */
  readonly #tokenReading = new GrowingColumn();
  readonly #tokenReadings = new GrowingColumn();
  /** Postings as pairs, form and name, those that are essential for their name apart. */
  readonly #essential = { form: new GrowingColumn(), name: new GrowingColumn() };
  readonly #other = { form: new GrowingColumn(), name: new GrowingColumn() };
  readonly #run = { hash: new GrowingColumn(), name: new GrowingColumn() };
  readonly #identifiers = new StringSet();
  readonly #identifierId = new GrowingColumn();
  readonly #identifierEntity = new GrowingColumn();

  /**
   * Adds an entity; its ordinal is the number of those before it. Names without any part are kept, and never found. Of a
   * part, `text` is not stored: it is what stands between its offsets.
   *
   * @throws CordonError `internal` after `freeze`
   */
  add(entity: IndexedEntity): void {
    if (this.#frozen) throw new CordonError('internal', 'an index cannot be added to once it is frozen');
    this.#entityList.push(entity.list);
    this.#entityOffset.push(entity.offset);
    this.#entityLength.push(entity.length);
    this.#entitySchema.push(numberOf(this.#words.schemas, entity.schema));
    this.#entityName.push(this.#nameTexts.length);
    for (const { property, parsed } of entity.names) this.#addName(property, parsed);
    for (const identifier of new Set(entity.identifiers)) {
      this.#identifierId.push(this.#identifiers.add(identifier));
      this.#identifierEntity.push(this.#entityCount);
    }
    this.#entityCount++;
  }

  get entityCount(): number {
    return this.#entityCount;
  }

  /** The file, with the caller's own description in it. The same entities in the same order give the same bytes. */
  freeze(meta: Record<string, unknown>, parties?: IndexedParties): Uint8Array {
    if (this.#frozen) throw new CordonError('internal', 'an index is frozen once');
    this.#frozen = true;
    this.#entityName.push(this.#nameTexts.length);
    this.#namePart.push(this.#partToken.length);
    const about: About = {
      meta,
      schemas: [...this.#words.schemas.keys()],
      properties: [...this.#words.properties.keys()],
      kinds: [...this.#words.kinds.keys()],
      types: [...this.#words.types.keys()],
      scripts: [...this.#words.scripts.keys()],
    };
    return writeIndex(about, {
      ...this.#entitySections(),
      ...this.#nameSections(),
      ...this.#dictionarySections(),
      ...this.#identifierSections(),
      ...this.#partySections(parties ?? { ofEntity: new Uint32Array(this.#entityCount), texts: [] }),
    });
  }

  #addName(property: NameProperty, parsed: ParsedName): void {
    const name = this.#nameTexts.length;
    this.#nameEntity.push(this.#entityCount);
    this.#nameProperty.push(numberOf(this.#words.properties, property));
    this.#nameKind.push(numberOf(this.#words.kinds, parsed.kind));
    this.#nameTexts.push(parsed.text);
    this.#namePart.push(this.#partToken.length);
    const weights = weigh(parsed.parts);
    const essential = essentialParts(weights);
    const postings = new Map<number, number>();
    parsed.parts.forEach((part, at) => {
      const token = this.#tokenOf(part);
      for (const forms of [this.#tokenForm, this.#tokenWritten]) {
        const form = forms.at(token);
        postings.set(form, (postings.get(form) ?? 0) | essential[at]!);
      }
      this.#partToken.push(token);
      this.#partType.push(numberOf(this.#words.types, part.type) | (weights[at]! > 0 ? WEIGHS : 0));
      this.#partStart.push(part.start);
      this.#partLength.push(part.end - part.start);
    });
    for (const [form, needed] of postings) {
      const pairs = needed === 1 ? this.#essential : this.#other;
      pairs.form.push(form);
      pairs.name.push(name);
    }
    const hashes = new Set<number>();
    for (const run of runsOf(parsed)) hashes.add(hashSpelling(spellingOfRun(run)));
    for (const hash of hashes) {
      this.#run.hash.push(hash);
      this.#run.name.push(name);
    }
  }

  #tokenOf(part: NamePart): number {
    const written = writtenOf(part);
    const identity = `${part.form}\0${part.key}\0${part.native}\0${part.script}\0${part.rarity}\0${written}\0${part.readings}`;
    const known = this.#tokens.get(identity);
    if (known !== undefined) return known;
    const token = this.#tokens.size;
    this.#tokens.set(identity, token);
    this.#tokenForm.push(this.#forms.add(part.form));
    this.#tokenWritten.push(this.#forms.add(written));
    this.#tokenKey.push(this.#keys.add(part.key));
    this.#tokenWrittenKey.push(this.#keys.add(written === part.form ? part.key : phoneticKey(written)));
    this.#tokenNative.push(this.#natives.add(part.native));
    for (const form of new Set([part.form, written])) {
      for (const skeleton of skeletonsOf(form)) {
        this.#skeleton.id.push(this.#skeletons.add(skeleton));
        this.#skeleton.form.push(this.#forms.add(form));
      }
    }
    this.#tokenScript.push(numberOf(this.#words.scripts, part.script));
    this.#tokenRarity.push(part.rarity);
    this.#tokenReading.push(this.#tokenReadings.length);
    for (const reading of part.readings) this.#tokenReadings.push(reading);
    return token;
  }

  #entitySections() {
    return {
      entityList: narrow(this.#entityList.view()),
      entityOffset: Float64Array.from(this.#entityOffset),
      entityLength: narrow(this.#entityLength.view()),
      entitySchema: narrow(this.#entitySchema.view()),
      entityName: narrow(this.#entityName.view()),
    };
  }

  #nameSections() {
    const texts = packStrings(this.#nameTexts);
    return {
      nameEntity: narrow(this.#nameEntity.view()),
      nameProperty: narrow(this.#nameProperty.view()),
      nameKind: narrow(this.#nameKind.view()),
      nameText: texts.offsets,
      nameBytes: texts.bytes,
      namePart: this.#namePart.view(),
      partToken: narrow(this.#partToken.view()),
      partType: Uint8Array.from(this.#partType.view()),
      partStart: narrow(this.#partStart.view()),
      partLength: narrow(this.#partLength.view()),
    };
  }

  #dictionarySections() {
    const forms = this.#forms.freeze();
    const keys = this.#keys.freeze();
    const natives = this.#natives.freeze();
    const skeletons = this.#skeletons.freeze();
    const formCount = forms.ordinals.length;
    const tokenForm = renumber(this.#tokenForm, forms.ordinals);
    const tokenWritten = renumber(this.#tokenWritten, forms.ordinals);
    const tokenKey = renumber(this.#tokenKey, keys.ordinals);
    const tokenWrittenKey = renumber(this.#tokenWrittenKey, keys.ordinals);
    const tokenNative = renumber(this.#tokenNative, natives.ordinals);
    const byKey = groupOnce(
      concat(tokenKey, tokenWrittenKey),
      concat(tokenForm, tokenWritten),
      keys.ordinals.length,
    );
    const bySkeleton = groupOnce(
      renumber(this.#skeleton.id, skeletons.ordinals),
      renumber(this.#skeleton.form, forms.ordinals),
      skeletons.ordinals.length,
    );
    const byNative = groupOnce(tokenNative, tokenForm, natives.ordinals.length);
    const postings = this.#postings(forms.ordinals, formCount);
    const neighbours = buildNeighbours(forms.strings, dropsOf);
    const keyNeighbours = buildNeighbours(keys.strings, dropsOfKey);
    const readings = this.#readingSections(tokenForm);
    const runs = this.#runSections();
    return {
      tokenForm: narrow(tokenForm),
      tokenWritten: narrow(tokenWritten),
      tokenKey: narrow(tokenKey),
      tokenNative: narrow(tokenNative),
      tokenScript: narrow(this.#tokenScript.view()),
      tokenRarity: Float64Array.from(this.#tokenRarity),
      formText: forms.strings.offsets,
      formBytes: forms.strings.bytes,
      ...postings,
      keyText: keys.strings.offsets,
      keyBytes: keys.strings.bytes,
      keyForm: byKey.starts,
      keyForms: narrow(byKey.items),
      skeletonText: skeletons.strings.offsets,
      skeletonBytes: skeletons.strings.bytes,
      skeletonForm: bySkeleton.starts,
      skeletonForms: narrow(bySkeleton.items),
      nativeText: natives.strings.offsets,
      nativeBytes: natives.strings.bytes,
      nativeForm: byNative.starts,
      nativeForms: narrow(byNative.items),
      ...readings,
      neighbour: neighbours.starts,
      neighbourForms: narrow(neighbours.items),
      keyNeighbour: keyNeighbours.starts,
      keyNeighbourKeys: narrow(keyNeighbours.items),
      ...runs,
    };
  }

  /** Readings as a sorted dictionary, each token's by their places in it, and the forms that have each. */
  #readingSections(tokenForm: Uint32Array) {
    const all = this.#tokenReadings.view();
    const reading = Uint32Array.from(new Set(all)).sort();
    const places = new Map<number, number>();
    reading.forEach((value, place) => {
      places.set(value, place);
    });
    const items = all.map((value) => places.get(value)!);
    this.#tokenReading.push(all.length);
    const starts = this.#tokenReading.view();
    const forms = new Uint32Array(all.length);
    tokenForm.forEach((form, token) => {
      forms.fill(form, starts[token], starts[token + 1]);
    });
    const byReading = groupOnce(items, forms, reading.length);
    return {
      tokenReading: narrow(starts),
      tokenReadings: narrow(items),
      reading,
      readingForm: byReading.starts,
      readingForms: narrow(byReading.items),
    };
  }

  /** Names by the hash of a run, each with the hash's top byte, which tells most strangers in a bucket. */
  #runSections() {
    const hashes = this.#run.hash.view();
    const { starts, items } = groupIntoBuckets(hashes, Uint32Array.from(hashes.keys()));
    const names = this.#run.name.view();
    return {
      run: starts,
      runNames: items.map((at) => names[at]!),
      runTags: Uint8Array.from(items, (at) => hashes[at]! >>> 24),
    };
  }

  /** Per form its names, those it is essential for first. */
  #postings(ordinals: Uint32Array, formCount: number) {
    const essentialForms = renumber(this.#essential.form, ordinals);
    const otherForms = renumber(this.#other.form, ordinals);
    const formEssential = new Uint32Array(formCount);
    for (const form of essentialForms) formEssential[form] = formEssential[form]! + 1;
    const { starts, items } = groupByOwner(
      concat(essentialForms, otherForms),
      concat(this.#essential.name.view(), this.#other.name.view()),
      formCount,
    );
    return { formPosting: starts, formEssential: narrow(formEssential), posting: items };
  }

  #partySections({ ofEntity, texts }: IndexedParties) {
    if (ofEntity.length !== this.#entityCount)
      throw new CordonError('internal', 'an index has a party, or none, for each of its entities');
    const { offsets, bytes } = packStrings(texts);
    return { entityParty: narrow(ofEntity), partyText: offsets, partyBytes: bytes };
  }

  #identifierSections() {
    const { strings, ordinals } = this.#identifiers.freeze();
    const owners = renumber(this.#identifierId, ordinals);
    const { starts, items } = groupByOwner(owners, this.#identifierEntity.view(), ordinals.length);
    return {
      identifierText: strings.offsets,
      identifierBytes: strings.bytes,
      identifierEntity: starts,
      identifierEntities: narrow(items),
    };
  }
}

function renumber(column: GrowingColumn, ordinals: Uint32Array): Uint32Array {
  return column.view().map((id) => ordinals[id]!);
}

function list(): Map<string, number> {
  return new Map();
}

function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}
