/**
 * Which words of the dictionary a word may stand for: the same form, the same key, the same text in its own script, or
 * a form a slip or two away. Found once per word and remembered, since the rows of a customer file repeat their names.
 */

import type { Equivalents } from '../names/index.js';
import { Pattern } from './distance.js';
import type { Views } from './format.js';
import { Memo } from './memo.js';
import { bucketOf, dropsOf, LONGEST, MOST_SHORTENINGS, shortenings, slipsAllowed } from './neighbours.js';
import { Encoder, findString } from './strings.js';

const REMEMBERED = 8192;
const DIGITS = /^\d+$/;

/** Looks words up in one index; not shared between threads. */
export class SimilarForms {
  readonly #views: Views;
  readonly #related: Pick<Equivalents, 'of'>;
  readonly #memo = new Memo<string, Uint32Array>(REMEMBERED);
  readonly #encoder = new Encoder();
  readonly #pattern = new Pattern();
  readonly #hashes = new Uint32Array(MOST_SHORTENINGS);
  /** Per form, the number of the last search that met it. */
  readonly #met: Uint32Array;
  #search = 0;
  #found: number[] = [];

  /** @param related given names that stand for each other: Misha for Mikhail */
  constructor(views: Views, related: Pick<Equivalents, 'of'>) {
    this.#views = views;
    this.#related = related;
    this.#met = new Uint32Array(views.formText.length - 1);
  }

  /** Ordinal of a form, or −1; a word without letters and digits has none. */
  ordinal(form: string): number {
    if (form === '') return -1;
    const { formText: offsets, formBytes: bytes } = this.#views;
    return findString({ offsets, bytes }, this.#encoder.bytes, 0, this.#encoder.write(form, 0));
  }

  /**
   * Ordinals of the forms that a word may stand for, each once.
   *
   * @param key '' where the word has none
   * @param native '' where the word is written in Latin
   * @param related whether given names that stand for it count
   * @param slips the most edits, 0 to 2; `slipsAllowed` of the two lengths when that is fewer, none for digits
   */
  of(form: string, key: string, native: string, slips: number, related: boolean): Uint32Array {
    const asked = `${related ? 'r' : ''}${slips}${form}\0${key}\0${native}`;
    const known = this.#memo.get(asked);
    if (known !== undefined) return known;
    this.#search++;
    this.#found = [];
    const views = this.#views;
    const encoder = this.#encoder;
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
    this.#addForm(form);
    if (related) for (const other of this.#related.of(form)) this.#addForm(other);
    if (slips > 0 && !DIGITS.test(form)) this.#addNeighbours(encoder.write(form, 0), slips);
    const found = Uint32Array.from(this.#found);
    this.#memo.set(asked, found);
    return found;
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
        if (this.#met[form] === this.#search) continue;
        const from = formText[form]!;
        const to = formText[form + 1]!;
        const allowed = Math.min(slips, slipsAllowed(length, to - from));
        const gap = to - from - length;
        if (gap > allowed || gap < -allowed || to - from > LONGEST) continue;
        if (this.#pattern.distanceTo(formBytes, from, to) <= allowed) this.#add(form);
        else this.#met[form] = this.#search;
      }
    }
  }

  #addForm(form: string): void {
    const at = this.ordinal(form);
    if (at >= 0) this.#add(at);
  }

  #addAll(forms: Views['keyForms'], from: number, to: number): void {
    for (let at = from; at < to; at++) this.#add(forms[at]!);
  }

  #add(form: number): void {
    if (this.#met[form] === this.#search) return;
    this.#met[form] = this.#search;
    this.#found.push(form);
  }
}
