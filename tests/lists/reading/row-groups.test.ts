import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupRows } from '../../../src/lists/reading/row-groups.js';

async function groupsOf(rows: readonly string[]): Promise<string[][]> {
  async function* inTurn() {
    yield* rows.map((key, at) => ({ key, at }));
  }
  const groups: string[][] = [];
  for await (const group of groupRows(inTurn, ({ key }) => key))
    groups.push(group.map(({ key, at }) => `${key}${at}`));
  return groups;
}

it('rows of one key come together when the last of them has come', async () => {
  expect(await groupsOf(['a', 'b', 'a', 'c', 'b', 'a'])).toEqual([['c3'], ['b1', 'b4'], ['a0', 'a2', 'a5']]);
});

it('every row arrives once, in the order of the file within its group', async () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(keys, async (rows) => {
      const groups = await groupsOf(rows);
      const expected = new Map<string, string[]>();
      for (const [at, key] of rows.entries())
        expected.set(key, [...(expected.get(key) ?? []), `${key}${at}`]);
      expect(new Map(groups.map((group) => [group[0]![0]!, group]))).toEqual(expected);
    }),
  );
});
