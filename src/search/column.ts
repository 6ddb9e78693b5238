/** Columns that grow while an index is built, and the narrowest array that holds the finished values. */
import type { Column } from './format.js';

/** Whole numbers from 0 to 2³² − 1, added one by one, four bytes each. */
export class GrowingColumn {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The value that was pushed after `place` others. */
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

/** As `groupByOwner`, from pairs in any order that may come twice: each owner's items once, ascending. */
export function groupOnce(
  owners: Uint32Array,
  items: Uint32Array,
  ownerCount: number,
): { starts: Uint32Array; items: Uint32Array } {
  const order = Uint32Array.from(owners.keys()).sort(
    (a, b) => owners[a]! - owners[b]! || items[a]! - items[b]!,
  );
  const once = order.filter((pair, at) => {
    const last = order[at - 1];
    return last === undefined || owners[pair] !== owners[last] || items[pair] !== items[last];
  });
  return groupByOwner(
    once.map((pair) => owners[pair]!),
    once.map((pair) => items[pair]!),
    ownerCount,
  );
}

/** The values of one column, then those of the other. */
export function concat(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
