/** Files as broken downloads and careless editors leave them: a few bytes changed, cut out, repeated or cut off. */
import fc from 'fast-check';
import { CordonError } from '../../src/base/index.js';
import { type ListContent, type ListReader, memoryFile, readWholeList } from '../../src/lists/index.js';

/** A change of a file; `at` and `length` are shares of it. */
type Mutation = {
  readonly kind: 'retype' | 'replace' | 'delete' | 'repeat' | 'truncate';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
};

/** Integers, as the doubles of fast-check are nearly all close to nothing. */
const share = (most: number) => fc.integer({ min: 0, max: 99_999 }).map((part) => (part / 100_000) * most);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('retype' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'replace' as const,
        'delete' as const,
        'repeat' as const,
        'truncate' as const,
      ),
    },
  ),
  at: share(1),
  length: share(0.02),
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
    if (kind === 'retype') return retype(file, from, put);
    const parts = {
      replace: [file.subarray(0, from), put, file.subarray(Math.min(file.length, from + put.length))],
      delete: [file.subarray(0, from), file.subarray(to)],
      repeat: [file.subarray(0, to), file.subarray(from)],
      truncate: [file.subarray(0, from)],
    };
    return Buffer.concat(parts[kind]);
  }, bytes);
}

/** Signs that break no format where a letter or digit stood. */
const SIGNS = new TextEncoder().encode("aZ09 -.,:/();|'+*");

/** Letters and digits typed wrong: nothing of the format is touched but names. */
function retype(file: Uint8Array, from: number, put: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(file);
  for (const [at, byte] of put.entries()) {
    const place = from + at;
    if (/[A-Za-z0-9]/.test(String.fromCharCode(changed[place] ?? 0)))
      changed[place] = SIGNS[byte % SIGNS.length]!;
  }
  return changed;
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
