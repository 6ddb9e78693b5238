/** A bounded memory of answers: two halves; when the newer is full, the older is forgotten and they change places. */
export class Memo<Key, Value> {
  readonly #half: number;
  readonly #sizeOf: (value: Value) => number;
  #size = 0;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  /**
   * @param half what one half holds, in the units of `sizeOf`; the last answers of that size in sum are kept
   * @param sizeOf the size of an answer; one each when not given
   */
  constructor(half: number, sizeOf: (value: Value) => number = () => 1) {
    this.#half = half;
    this.#sizeOf = sizeOf;
  }

  get(key: Key): Value | undefined {
    const value = this.#newer.get(key);
    if (value !== undefined) return value;
    const kept = this.#older.get(key);
    if (kept !== undefined) this.set(key, kept);
    return kept;
  }

  set(key: Key, value: Value): void {
    if (this.#size >= this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
      this.#size = 0;
    }
    this.#size += this.#sizeOf(value);
    this.#newer.set(key, value);
  }
}
