/** Files damaged in seeded ways: bytes set, put in, taken out or repeated, as fast-check edits that shrink. */
import fc from 'fast-check';
import { CordonError, unzipEntry, zipEntries } from '../../src/base/index.js';
import { type ListContent, type ListReader, memoryFile, readWholeList } from '../../src/lists/index.js';
import { zipOf } from '../base/zip-of.js';

/** Runs per reader in the tests; a long run sets FUZZ_RUNS. */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 40);

type Edit = {
  readonly kind: 'set' | 'insert' | 'delete' | 'repeat';
  readonly at: number;
  readonly length: number;
  readonly byte: number;
};

/** One to four edits; `at` is a part of the file, from 0 to 1. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('set' as const, 'insert' as const, 'delete' as const, 'repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 1, max: 40 }),
    byte: fc.oneof(
      fc.constantFrom(...[...'",<>&;/\n|\u0000'].map((sign) => sign.charCodeAt(0))),
      fc.nat(255),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The bytes with the edits made, one after the other. */
export function damaged(bytes: Uint8Array, list: readonly Edit[]): Uint8Array {
  let out = Buffer.from(bytes);
  for (const { kind, at, length, byte } of list) {
    const from = Math.floor(at * out.length);
    const piece = out.subarray(from, from + length);
    if (kind === 'set') out[from] = byte;
    else if (kind === 'insert')
      out = Buffer.concat([out.subarray(0, from), Buffer.from([byte]), out.subarray(from)]);
    else if (kind === 'delete') out = Buffer.concat([out.subarray(0, from), out.subarray(from + length)]);
    else out = Buffer.concat([out.subarray(0, from + length), piece, out.subarray(from + length)]);
  }
  return new Uint8Array(out);
}

/** An archive with one of its parts damaged and packed anew, so that its checksum holds. */
export function damagedPart(archive: Uint8Array, part: string, list: readonly Edit[]): Uint8Array {
  const files = zipEntries(archive, 'archive').map((entry) => {
    const bytes = unzipEntry(archive, entry, 'archive');
    const content = entry.name === part ? damaged(bytes, list) : bytes;
    return [entry.name, Buffer.from(content).toString('utf8')] as const;
  });
  return new Uint8Array(zipOf(Object.fromEntries(files)));
}

/** What a reader makes of bytes: the list, or the coded error. Anything else that is thrown is a defect. */
export async function outcomeOf(
  reader: ListReader,
  name: string,
  bytes: Uint8Array,
): Promise<ListContent | CordonError> {
  try {
    return await readWholeList(reader, [memoryFile(name, bytes)]);
  } catch (cause) {
    if (cause instanceof CordonError && cause.code !== 'internal') return cause;
    throw cause;
  }
}
