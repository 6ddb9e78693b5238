/**
 * Sorted dictionaries of strings: UTF-8 bytes in one array, offsets in another, ordered by bytes so that a string is
 * found by halving. Strings stand at the edge only; inside, a string is its ordinal.
 */
import type { Column } from './format.js';

/** `bytes[offsets[i]] … bytes[offsets[i + 1] − 1]` is string `i`. */
export type Strings = { readonly offsets: Column; readonly bytes: Column };

const LONE = /\p{Surrogate}/u;

/** Strings met while building, each once, numbered as they came. */
export class StringSet {
  readonly #ids = new Map<string, number>();

  /** The string's number, a new one when it was not met before. */
  add(value: string): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    // Half a surrogate pair has no bytes of its own; UTF-8 writes U+FFFD for it, on the query's side too.
    if (LONE.test(value)) return this.add(value.replace(new RegExp(LONE, 'gu'), '\uFFFD'));
    const id = this.#ids.size;
    this.#ids.set(value, id);
    return id;
  }

  /** The dictionary, and the ordinal in it of each number given out. */
  freeze(): { strings: { offsets: Uint32Array; bytes: Uint8Array }; ordinals: Uint32Array } {
    const sorted = [...this.#ids].sort(([a], [b]) => compareByCodePoint(a, b));
    const ordinals = new Uint32Array(sorted.length);
    sorted.forEach(([, id], ordinal) => {
      ordinals[id] = ordinal;
    });
    return { strings: packStrings(sorted.map(([value]) => value)), ordinals };
  }
}

/** Strings one behind the other as UTF-8. */
export function packStrings(values: readonly string[]): { offsets: Uint32Array; bytes: Uint8Array } {
  const offsets = new Uint32Array(values.length + 1);
  let size = 0;
  for (const value of values) size += Buffer.byteLength(value);
  const bytes = new Uint8Array(size);
  const encoder = new TextEncoder();
  let at = 0;
  values.forEach((value, index) => {
    at += encoder.encodeInto(value, bytes.subarray(at)).written;
    offsets[index + 1] = at;
  });
  return { offsets, bytes };
}

/** Ordinal of the string whose bytes are `wanted[from] … wanted[to − 1]`, or −1. */
export function findString(strings: Strings, wanted: Uint8Array, from: number, to: number): number {
  const place = placeOf(strings, wanted, from, to);
  const { offsets, bytes } = strings;
  if (place === offsets.length - 1) return -1;
  const start = offsets[place] as number;
  if ((offsets[place + 1] as number) - start !== to - from) return -1;
  for (let at = from; at < to; at++) if (bytes[start + at - from] !== wanted[at]) return -1;
  return place;
}

/** Ordinal of the first string that is not before `wanted[from] … wanted[to − 1]`; the count when all are. */
export function placeOf({ offsets, bytes }: Strings, wanted: Uint8Array, from: number, to: number): number {
  let low = 0;
  let high = offsets.length - 1;
  const length = to - from;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = offsets[middle] as number;
    const size = (offsets[middle + 1] as number) - start;
    const shared = Math.min(size, length);
    let order = 0;
    for (let at = 0; at < shared && order === 0; at++)
      order = (bytes[start + at] as number) - (wanted[from + at] as number);
    if (order === 0) order = size - length;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** UTF-8 bytes of strings, encoded into memory that is used again: the query's side of a comparison. */
export class Encoder {
  bytes = new Uint8Array(256);

  /** Writes `value` at `at` and returns the end. ASCII, which forms and keys are, takes the short way. */
  write(value: string, at: number): number {
    if (at + value.length * 3 > this.bytes.length) {
      const wider = new Uint8Array((at + value.length * 3) * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    const bytes = this.bytes;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return at + new TextEncoder().encodeInto(value, bytes.subarray(at)).written;
      bytes[at + index] = code;
    }
    return at + value.length;
  }
}

/** The order of UTF-8 bytes, which is the order of code points; `<` on strings differs above U+FFFF. */
function compareByCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for characters above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
