/**
 * Which words of the dictionary a word may stand for: the same form, the same key, the same text in its own script, a
 * given name that stands for it, a form that is read alike, a form a slip or two away, one with its consonants, or one
 * that sounds nearly the same. Found once per word and remembered, since the rows of a customer file repeat their names.
 */
import { type Equivalents, readingOf, skeletonsOf } from '../names/index.js';
import { isStrong, likenessOf, NEARLY_ALIKE, SAME_SKELETON } from './coverage.js';
import { Pattern } from './distance.js';
import type { Views } from './format.js';
import { Memo } from './memo.js';
import {
  bucketOf,
  dropsOf,
  dropsOfKey,
  LONGEST,
  MOST_SHORTENINGS,
  shortenings,
  slipsAllowed,
} from './neighbours.js';
import { Encoder, findString, placeOf } from './strings.js';

/**
 * Forms like a word, and how alike (`likenessOf`, 1 for all but slips); the first `strong` of them could be enough alone.
 * The counts say how many names bear strong and weak forms, and how many of these names find them essential.
 */
export type Similar = {
  readonly forms: Uint32Array;
  readonly likeness: Float64Array;
  readonly strong: number;
  readonly strongNames: number;
  readonly weakNames: number;
  readonly strongEssential: number;
  readonly weakEssential: number;
};

/** Letters that a piece of a word has at least. */
export const SHORTEST_PIECE = 4;
/** Forms remembered in all, at 12 bytes. */
const REMEMBERED = 500_000;
const DIGITS = /^\d+$/;

/** Looks words up in one index; not shared between threads. */
export class SimilarForms {
  readonly #views: Views;
  readonly #related: Pick<Equivalents, 'of'>;
  readonly #memo = new Memo<string, Similar>(REMEMBERED, ({ forms }) => forms.length + 8);
  readonly #encoder = new Encoder();
  readonly #pattern = new Pattern();
  readonly #hashes = new Uint32Array(MOST_SHORTENINGS);
  /** Per form, the number of the last search that found it, and that measured it. */
  readonly #met: Uint32Array;
  readonly #measured: Uint32Array;
  #search = 0;
  #strong: number[] = [];
  #strongLikeness: number[] = [];
  #weak: number[] = [];
  #weakLikeness: number[] = [];

  /** @param related given names that stand for each other: Misha for Mikhail */
  constructor(views: Views, related: Pick<Equivalents, 'of'>) {
    this.#views = views;
    this.#related = related;
    this.#met = new Uint32Array(views.formText.length - 1);
    this.#measured = new Uint32Array(views.formText.length - 1);
  }

  /** Ordinal of a form, or −1; a word without letters and digits has none. */
  ordinal(form: string): number {
    if (form === '') return -1;
    const { formText: offsets, formBytes: bytes } = this.#views;
    const end = this.#encoder.write(form, 0);
    return findString({ offsets, bytes }, this.#encoder.bytes, 0, end);
  }

  /**
   * The forms that a word may stand for, each once.
   *
   * @param key '' for words joined, which have none; their pieces are words of their own and are not looked for
   * @param native '' where the word is written in Latin
   * @param slips the most edits, 0 to 2; `slipsAllowed` of the two lengths when that is fewer, none for digits
   * @param related whether given names that stand for it count
   * @param readings what the word stands for in East Asian romanisations
   */
  of(
    form: string,
    key: string,
    native: string,
    slips: number,
    related: boolean,
    readings: readonly number[],
  ): Similar {
    const asked = `${related ? 'r' : ''}${slips}${form}\0${key}\0${native}\0${readings}`;
    const known = this.#memo.get(asked);
    if (known !== undefined) return known;
    this.#search++;
    for (const list of [this.#strong, this.#strongLikeness, this.#weak, this.#weakLikeness]) list.length = 0;
    const views = this.#views;
    const encoder = this.#encoder;
    this.#addForm(form);
    if (key !== '') {
      const end = encoder.write(key, 0);
      const at = findString({ offsets: views.keyText, bytes: views.keyBytes }, encoder.bytes, 0, end);
      if (at >= 0) this.#addAll(views.keyForms, views.keyForm[at]!, views.keyForm[at + 1]!);
    }
    if (native !== '') {
      const end = encoder.write(native, 0);
      const at = findString({ offsets: views.nativeText, bytes: views.nativeBytes }, encoder.bytes, 0, end);
      if (at >= 0) this.#addAll(views.nativeForms, views.nativeForm[at]!, views.nativeForm[at + 1]!);
    }
    for (const reading of readings) this.#addReading(readingOf(reading));
    if (related) for (const other of this.#related.of(form)) this.#addForm(other);
    if (slips > 0 && !DIGITS.test(form)) {
      const length = encoder.write(form, 0);
      this.#addNeighbours(length, slips);
      if (key !== '') {
        this.#addSkeletons(form);
        this.#addPieces(encoder.write(form, 0));
      }
      this.#addKeyNeighbours(encoder.write(key, 0));
    }
    const found = this.#found();
    this.#memo.set(asked, found);
    return found;
  }

  /** How alike two strings of letters are by the slips between them, however many. */
  likeness(letters: string, other: string): number {
    if (letters === other) return 1;
    const encoder = this.#encoder;
    const middle = encoder.write(letters, 0);
    const end = encoder.write(other, middle);
    this.#pattern.prepare(encoder.bytes, 0, middle);
    const apart = this.#pattern.distanceTo(encoder.bytes, middle, end);
    return likenessOf(apart, Math.max(middle, end - middle));
  }

  #addNeighbours(length: number, slips: number): void {
    const { neighbour, neighbourForms, formText, formBytes } = this.#views;
    const bytes = this.#encoder.bytes;
    const buckets = neighbour.length - 1;
    const drops = Math.min(slips, dropsOf(length));
    if (drops === 0) return;
    const count = shortenings(bytes, 0, length, drops, this.#hashes);
    this.#pattern.prepare(bytes, 0, length);
    for (let at = 0; at < count; at++) {
      const bucket = bucketOf(this.#hashes[at]!, buckets);
      const end = neighbour[bucket + 1]!;
      for (let place = neighbour[bucket]!; place < end; place++) {
        const form = neighbourForms[place]!;
        if (this.#measured[form] === this.#search) continue;
        this.#measured[form] = this.#search;
        const from = formText[form]!;
        const to = formText[form + 1]!;
        const allowed = Math.min(slips, slipsAllowed(length, to - from));
        const gap = to - from - length;
        if (gap > allowed || gap < -allowed || to - from > LONGEST) continue;
        const apart = this.#pattern.distanceTo(formBytes, from, to);
        if (apart <= allowed) this.#add(form, likenessOf(apart, Math.max(length, to - from)));
      }
    }
  }

  /**
   * Forms that the word begins or ends with, and forms that begin with it: what was joined with more than a slip, what
   * was cut short. As alike as the letters lacking allow.
   */
  #addPieces(length: number): void {
    const { formText: offsets, formBytes } = this.#views;
    if (length < SHORTEST_PIECE || length > LONGEST) return;
    const forms = { offsets, bytes: formBytes };
    const bytes = this.#encoder.bytes;
    for (let size = SHORTEST_PIECE; size < length; size++) {
      const begins = findString(forms, bytes, 0, size);
      if (begins >= 0) this.#add(begins, pieceLikeness(length - size, length));
      const ends = findString(forms, bytes, length - size, length);
      if (ends >= 0) this.#add(ends, pieceLikeness(length - size, length));
    }
    for (let form = placeOf(forms, bytes, 0, length); form < offsets.length - 1; form++) {
      const from = offsets[form]!;
      const size = offsets[form + 1]! - from;
      if (!startsWith(formBytes, from, size, bytes, length)) break;
      if (size <= LONGEST) this.#add(form, pieceLikeness(size - length, size));
    }
  }

  /** Forms that share a skeleton: the same name as other languages write it. */
  #addSkeletons(form: string): void {
    const { skeletonText: offsets, skeletonBytes: bytes, skeletonForm, skeletonForms } = this.#views;
    for (const skeleton of skeletonsOf(form)) {
      const end = this.#encoder.write(skeleton, 0);
      const at = findString({ offsets, bytes }, this.#encoder.bytes, 0, end);
      if (at >= 0) this.#addAll(skeletonForms, skeletonForm[at]!, skeletonForm[at + 1]!, SAME_SKELETON);
    }
  }

  /** Forms whose key is one sound away. */
  #addKeyNeighbours(length: number): void {
    const { keyNeighbour, keyNeighbourKeys, keyText, keyBytes, keyForm, keyForms } = this.#views;
    const drops = dropsOfKey(length);
    if (drops === 0) return;
    const bytes = this.#encoder.bytes;
    const buckets = keyNeighbour.length - 1;
    const count = shortenings(bytes, 0, length, drops, this.#hashes);
    this.#pattern.prepare(bytes, 0, length);
    for (let at = 0; at < count; at++) {
      const bucket = bucketOf(this.#hashes[at]!, buckets);
      const end = keyNeighbour[bucket + 1]!;
      for (let place = keyNeighbour[bucket]!; place < end; place++) {
        const key = keyNeighbourKeys[place]!;
        if (this.#pattern.distanceTo(keyBytes, keyText[key]!, keyText[key + 1]!) > drops) continue;
        for (let form = keyForm[key]!; form < keyForm[key + 1]!; form++)
          this.#add(keyForms[form]!, NEARLY_ALIKE);
      }
    }
  }

  /** Forms with a reading, however certain. */
  #addReading(wanted: number): void {
    const { reading, readingForm, readingForms } = this.#views;
    let low = 0;
    for (let high = reading.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (readingOf(reading[middle]!) < wanted) low = middle + 1;
      else high = middle;
    }
    for (; low < reading.length && readingOf(reading[low]!) === wanted; low++)
      this.#addAll(readingForms, readingForm[low]!, readingForm[low + 1]!);
  }

  #addForm(form: string): void {
    const at = this.ordinal(form);
    if (at >= 0) this.#add(at, 1);
  }

  #addAll(forms: Views['keyForms'], from: number, to: number, likeness = 1): void {
    for (let at = from; at < to; at++) this.#add(forms[at]!, likeness);
  }

  #add(form: number, likeness: number): void {
    if (this.#met[form] === this.#search) return;
    this.#met[form] = this.#search;
    const strong = isStrong(likeness);
    (strong ? this.#strong : this.#weak).push(form);
    (strong ? this.#strongLikeness : this.#weakLikeness).push(likeness);
  }

  #found(): Similar {
    const strong = this.#strong.length;
    const forms = Uint32Array.from([...this.#strong, ...this.#weak]);
    const { formPosting, formEssential } = this.#views;
    const names = [0, 0];
    const essential = [0, 0];
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at]!;
      const side = at < strong ? 0 : 1;
      names[side] = names[side]! + formPosting[form + 1]! - formPosting[form]!;
      essential[side] = essential[side]! + formEssential[form]!;
    }
    return {
      forms,
      likeness: Float64Array.from([...this.#strongLikeness, ...this.#weakLikeness]),
      strong,
      strongNames: names[0]!,
      weakNames: names[1]!,
      strongEssential: essential[0]!,
      weakEssential: essential[1]!,
    };
  }
}

/** How alike a word and a piece of it are that lacks some of its letters. */
export function pieceLikeness(lacking: number, length: number): number {
  return Math.max(NEARLY_ALIKE, likenessOf(lacking, length));
}

function startsWith(
  bytes: Views['formBytes'],
  from: number,
  size: number,
  start: Uint8Array,
  length: number,
) {
  if (size < length) return false;
  for (let at = 0; at < length; at++) if (bytes[from + at] !== start[at]) return false;
  return true;
}
