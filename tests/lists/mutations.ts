/** Files as broken downloads and careless editors leave them: a few bytes changed, cut out, repeated or cut off. */
import fc from 'fast-check';
import { CordonError } from '../../src/base/index.js';
import { type ListContent, type ListReader, memoryFile, readWholeList } from '../../src/lists/index.js';

/** A change of a file; `at` and `length` are shares of it. */
type Mutation = {
  readonly kind: 'replace' | 'delete' | 'repeat' | 'truncate';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('replace' as const, 'delete' as const, 'repeat' as const, 'truncate' as const),
  at: share,
  length: fc.double({ min: 0, max: 0.02, noNaN: true }),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        ';',
        ',',
        '\t',
        '\n',
        '(',
        ']]>',
        '<!--',
        '\u0000',
        '9999',
        '{',
        '},',
      )
      .map((text) => new TextEncoder().encode(text)),
  ),
});

/** One to three changes, one after the other. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

/** The file with its changes. */
export function mutate(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce<Uint8Array>((file, { kind, at, length, bytes: put }) => {
    const from = Math.floor(at * file.length);
    const to = Math.min(file.length, from + Math.ceil(length * file.length));
    const parts = {
      replace: [file.subarray(0, from), put, file.subarray(Math.min(file.length, from + put.length))],
      delete: [file.subarray(0, from), file.subarray(to)],
      repeat: [file.subarray(0, to), file.subarray(from)],
      truncate: [file.subarray(0, from)],
    };
    return Buffer.concat(parts[kind]);
  }, bytes);
}

/** What becomes of a changed file: its content, or null where it is refused with a code (anything else is thrown on). */
export async function readMutated(
  reader: ListReader,
  name: string,
  bytes: Uint8Array,
): Promise<ListContent | null> {
  const mine = reader.recognise([memoryFile(name, bytes)]);
  if (mine.length === 0) return null;
  try {
    return await readWholeList(reader, mine);
  } catch (error) {
    if (error instanceof CordonError && error.code !== 'internal') return null;
    throw error;
  }
}
