/** What was asked for lately, up to a number: whatever was left alone longest makes room. */

/** Values by key. */
export type Recent<Key, Value> = {
  /** The value, which is the most recent from now on; undefined where it is not at hand. */
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
};

/** Opens an empty one. @param most values that are kept */
export function openRecent<Key, Value>(most: number): Recent<Key, Value> {
  // A Map lists its keys in the order in which they were set.
  const kept = new Map<Key, Value>();
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      kept.delete(key);
      if (kept.size >= most) kept.delete(kept.keys().next().value!);
      kept.set(key, value);
    },
  };
}
