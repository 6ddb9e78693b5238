/**
 * Rows of one party that stand apart in a file, brought together without holding the file: a first pass counts each
 * key's rows, a second one holds rows only until the last of their key has come.
 */

/** Rows of one key, in the order of the file. */
export type RowGroup<Row> = readonly [Row, ...Row[]];

/**
 * @param rows the file's rows from its start, each time it is called; the second call is the one that may tell issues
 * @param keyOf what rows of one party share
 */
export async function* groupRows<Row>(
  rows: (pass: 1 | 2) => AsyncIterable<Row>,
  keyOf: (row: Row) => string,
): AsyncGenerator<RowGroup<Row>> {
  const once = new Set<string>();
  const more = new Map<string, number>();
  for await (const row of rows(1)) {
    const key = keyOf(row);
    if (once.has(key)) more.set(key, (more.get(key) ?? 1) + 1);
    else once.add(key);
  }
  once.clear();
  const held = new Map<string, [Row, ...Row[]]>();
  for await (const row of rows(2)) {
    const key = keyOf(row);
    const count = more.get(key);
    if (count === undefined) {
      yield [row];
      continue;
    }
    const group = held.get(key);
    if (group === undefined) held.set(key, [row]);
    else group.push(row);
    if (count > (group?.length ?? 1)) continue;
    held.delete(key);
    yield group ?? [row];
  }
}
