/** Changes of a file, as broken downloads, careless editors and enemies make them, as fast-check values that shrink. */
import fc from 'fast-check';
import { unzipEntry, zipEntries } from '../../../src/base/index.js';
import { type ListFile, memoryFile } from '../../../src/lists/index.js';
import { zipOf } from '../../base/zip-of.js';
import { type Bytes, isPacked } from './excerpt.js';

const KINDS = [
  ...['cut', 'flip', 'drop', 'double', 'swap', 'long', 'nul', 'huge', 'quote', 'tag'],
  ...['retype', 'write', 'insert', 'delete', 'repeat'],
] as const;
type Kind =
  | 'cut'
  | 'flip'
  | 'drop'
  | 'double'
  | 'swap'
  | 'long'
  | 'nul'
  | 'huge'
  | 'quote'
  | 'tag'
  | 'retype'
  | 'write'
  | 'insert'
  | 'delete'
  | 'repeat';

/**
 * One change: its kind, the file and the place as parts of a million, a number for what is written there or how far it
 * goes, and bytes for what is overwritten. `outside`, a packed file is changed as it is; else one of its parts is changed
 * and packed anew, so that its checksum holds.
 */
export type Change = {
  readonly kind: Kind;
  readonly file: number;
  readonly at: number;
  readonly what: number;
  readonly put: Uint8Array;
  readonly outside: boolean;
};

/** One to three changes. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(KINDS as readonly Kind[])),
    file: fc.nat(999_999),
    at: fc.nat(999_999),
    what: fc.nat(999),
    put: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    outside: fc.nat(4).map((one) => one === 4),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A list after its changes; `mayLose` entities may be gone without a trace that a reader could see. */
export type Broken = {
  readonly files: readonly ListFile[];
  readonly mayLose: number;
  /** Headings have changed places: the file says other things of everybody. */
  readonly isOther: boolean;
  /** What each file holds as text, the part with the rows of a packed one; without one that is no archive any more. */
  readonly texts: ReadonlyMap<string, string>;
};

const LONG = 100_000;
/** A range is up to forty bytes long, or up to a fiftieth of the file. */
const SHORT_RANGE = 40;
/** The day in a line above the headings is all that stands before them. */
const TITLE = /^\W*(?:Report Date|Last Updated)\W[^\n]*\n$/;
/** Signs that break no format where a letter or digit stood. */
const SIGNS = new TextEncoder().encode("aZ09 -.,:/();|'+*");

/** The files with their changes made, one after the other. */
export function applyAll(files: readonly Bytes[], some: readonly Change[]): Broken {
  const held = new Map<string, Buffer>(files.map((file) => [file.name, Buffer.from(file.bytes)]));
  // What a file is, it is before it is broken.
  const marked = new Set(
    files.filter((file) => isPacked(file.bytes) || isXml(file.bytes)).map(({ name }) => name),
  );
  const opened = new Set<string>();
  let mayLose = 0;
  let isOther = false;
  // A cut comes last: whole lines behind a cut one would be a shorter, whole list. What breaks an archive comes behind it.
  const order = (one: Change) => Number(one.kind === 'cut') + 2 * Number(one.outside);
  for (const one of [...some].sort((a, b) => order(a) - order(b))) {
    const { name } = files[one.file % files.length]!;
    const bytes = held.get(name)!;
    const isInside = isPacked(bytes) && !one.outside;
    const part = isInside ? contentOf(bytes) : bytes;
    const at = Math.floor((one.at / 1_000_000) * part.length);
    const made = apply(part, at, one, marked.has(name));
    held.set(name, isInside ? repacked(bytes, made.bytes) : Buffer.from(made.bytes));
    if (isPacked(bytes) && !isInside) opened.add(name);
    mayLose += made.mayLose;
    if (one.kind === 'swap' && made.mayLose === Infinity) isOther = true;
  }
  const all = [...held];
  return {
    files: all.map(([name, bytes]) => memoryFile(name, bytes)),
    mayLose,
    isOther,
    texts: new Map(
      all
        .filter(([name]) => !opened.has(name))
        .map(([name, bytes]) => [name, (isPacked(bytes) ? contentOf(bytes) : bytes).toString()]),
    ),
  };
}

function isXml(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 200)).includes('<');
}

/** The part of an archive that holds the rows: the largest. */
function contentName(archive: Uint8Array): string {
  const sized = zipEntries(archive, 'archive').map(
    (entry) => [entry.name, unzipEntry(archive, entry, 'archive').length] as const,
  );
  return sized.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function contentOf(archive: Uint8Array): Buffer {
  const name = contentName(archive);
  const entry = zipEntries(archive, 'archive').find((one) => one.name === name)!;
  return Buffer.from(unzipEntry(archive, entry, 'archive'));
}

function repacked(archive: Uint8Array, content: Uint8Array): Buffer {
  const name = contentName(archive);
  const parts = zipEntries(archive, 'archive').map((entry) => [
    entry.name,
    entry.name === name ? content : unzipEntry(archive, entry, 'archive'),
  ]);
  return zipOf(Object.fromEntries(parts));
}

/** A change of a file's bytes, with how many entities it may take without a trace that a reader could see. */
function apply(
  bytes: Buffer,
  at: number,
  { kind, what, put }: Change,
  isXml: boolean,
): { bytes: Uint8Array; mayLose: number } {
  const insert = (text: string | Uint8Array) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(text as string), bytes.subarray(at)]);
  const start = bytes.lastIndexOf(10, Math.max(0, at - 1)) + 1;
  const found = bytes.indexOf(10, at);
  const end = found === -1 ? bytes.length : found + 1;
  const line = bytes.subarray(start, end);
  const length = what % 2 === 0 ? 1 + (what % SHORT_RANGE) : Math.ceil((what / 1000) * 0.02 * bytes.length);
  const range = bytes.subarray(at, at + length);
  switch (kind) {
    case 'cut': {
      // Rows and lines that are cut at a line's end, or where their last value ends, make a whole, shorter file.
      const last = bytes[at - 1];
      const isWhole =
        !isXml && (last === 10 || last === 13 || last === 0x22 || last === 0x7d || last === 0x1a);
      return { bytes: bytes.subarray(0, at), mayLose: isWhole ? Infinity : 0 };
    }
    case 'flip': {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[Math.min(at, changed.length - 1)]! ^= 1 << (what % 8);
      return { bytes: changed, mayLose: 1 };
    }
    case 'drop':
      return {
        bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
        mayLose: isXml ? Infinity : 1,
      };
    case 'double':
      return { bytes: Buffer.concat([bytes.subarray(0, end), line, bytes.subarray(end)]), mayLose: 0 };
    case 'swap': {
      const cells = line.toString('latin1').split(',');
      const one = what % cells.length;
      const other = (one + 1) % cells.length;
      [cells[one], cells[other]] = [cells[other]!, cells[one]!];
      const swapped = Buffer.from(cells.join(','), 'latin1');
      // Headings that change places make another table, which says other things of everybody.
      return {
        bytes: Buffer.concat([bytes.subarray(0, start), swapped, bytes.subarray(end)]),
        mayLose: start === 0 || TITLE.test(bytes.subarray(0, start).toString()) ? Infinity : 1,
      };
    }
    case 'long':
      return { bytes: insert(['A', '(', ';', ',', ' '][what % 5]!.repeat(LONG)), mayLose: 1 };
    case 'nul':
      return { bytes: insert('\0'), mayLose: 1 };
    case 'huge':
      return { bytes: insert('9'.repeat(400)), mayLose: 1 };
    case 'quote':
      return { bytes: insert(['"', "'", '""', '",'][what % 4]!), mayLose: 1 };
    case 'tag':
      return {
        bytes: insert(['<', '>', '</a>', '<a>', '&', ']]>', '<!--', '{', '}', '['][what % 10]!),
        mayLose: 1,
      };
    case 'insert':
      return { bytes: insert(put), mayLose: put.length };
    case 'retype':
    case 'write': {
      const changed = Buffer.from(bytes);
      for (const [behind, byte] of put.entries()) {
        const old = bytes[at + behind];
        if (old === undefined) break;
        if (kind === 'write') changed[at + behind] = byte;
        else if (/[A-Za-z0-9]/.test(String.fromCharCode(old)))
          changed[at + behind] = SIGNS[byte % SIGNS.length]!;
      }
      return { bytes: changed, mayLose: 1 + endsIn(bytes.subarray(at, at + put.length)) };
    }
    case 'delete':
      return {
        bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
        mayLose: isXml ? Infinity : 1 + endsIn(range),
      };
    case 'repeat':
      return { bytes: Buffer.concat([bytes.subarray(0, at), range, bytes.subarray(at)]), mayLose: 1 };
  }
}

/** Ends of lines, or of objects where a file is one line, that a range holds. */
function endsIn(range: Uint8Array): number {
  const count = (byte: number) => range.filter((one) => one === byte).length;
  return Math.max(count(10), count(0x7d));
}
