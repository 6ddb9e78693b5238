/** Columns that grow while an index is built, and the narrowest array that holds the finished values. */
import type { Column } from './format.js';

/** Whole numbers from 0 to 2³² − 1, added one by one, four bytes each. */
export class GrowingColumn {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(place: number): number {
    return this.#values[place] as number;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  /** The values so far, over the same memory: read it before the next `push`. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** The values in one, two or four bytes each, whatever the largest needs. */
export function narrow(values: Uint32Array): Column {
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, values[at] as number);
  if (largest < 0x100) return Uint8Array.from(values);
  if (largest < 0x10000) return Uint16Array.from(values);
  return values.slice();
}

/**
 * Lists by owner, in one array: the list of owner `o` is `items[starts[o]] … items[starts[o + 1] − 1]`, in the order the
 * pairs were given.
 */
export function groupByOwner(
  owners: Uint32Array,
  items: Uint32Array,
  ownerCount: number,
): { starts: Uint32Array; items: Uint32Array } {
  const starts = new Uint32Array(ownerCount + 1);
  for (let at = 0; at < owners.length; at++) {
    const next = (owners[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let owner = 0; owner < ownerCount; owner++)
    starts[owner + 1] = (starts[owner + 1] as number) + (starts[owner] as number);
  const cursor = starts.slice();
  const grouped = new Uint32Array(items.length);
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at] as number;
    const place = cursor[owner] as number;
    grouped[place] = items[at] as number;
    cursor[owner] = place + 1;
  }
  return { starts, items: grouped };
}
