/**
 * The index file: a header, a directory of sections, and the sections themselves, typed arrays that begin at multiples
 * of eight bytes and are used where they lie. Everything is in the byte order of the machine that wrote it; another
 * machine's file is refused, not converted. `docs/index-format.md` draws the layout.
 */
import { CordonError, sha256, stableJson } from '../base/index.js';

/** The format this code writes and reads. Any change of layout, hash or meaning of a section raises it. */
export const INDEX_FORMAT = 3;

/** Bit of `partType` that says the part weighs (`coverage.ts`); the rest is the type's number. */
export const WEIGHS = 0x80;

/** Sections in file order; a section's number is its position here. */
export const SECTIONS = [
  'about',
  'entityList',
  'entityOffset',
  'entityLength',
  'entitySchema',
  'entityName',
  'nameEntity',
  'nameProperty',
  'nameKind',
  'nameText',
  'nameBytes',
  'namePart',
  'partToken',
  'partType',
  'partStart',
  'partLength',
  'tokenForm',
  'tokenWritten',
  'tokenKey',
  'tokenNative',
  'tokenScript',
  'tokenRarity',
  'tokenReading',
  'tokenReadings',
  'formText',
  'formBytes',
  'formPosting',
  'formEssential',
  'posting',
  'keyText',
  'keyBytes',
  'keyForm',
  'keyForms',
  'skeletonText',
  'skeletonBytes',
  'skeletonForm',
  'skeletonForms',
  'nativeText',
  'nativeBytes',
  'nativeForm',
  'nativeForms',
  'reading',
  'readingForm',
  'readingForms',
  'neighbour',
  'neighbourForms',
  'keyNeighbour',
  'keyNeighbourKeys',
  'run',
  'runNames',
  'runTags',
  'identifierText',
  'identifierBytes',
  'identifierEntity',
  'identifierEntities',
  'entityParty',
  'partyText',
  'partyBytes',
] as const;

export type SectionName = (typeof SECTIONS)[number];
type FloatName = 'entityOffset' | 'tokenRarity';

/** Whole numbers in the narrowest array that holds them. */
export type Column = Uint8Array | Uint16Array | Uint32Array;

/** The sections as arrays over the file's own memory. */
export type Views = Readonly<
  Record<Exclude<SectionName, FloatName>, Column> & Record<FloatName, Float64Array>
>;

/** What the `about` section says: the caller's own `meta`, and the words that numbers in other sections stand for. */
export type About = {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly schemas: readonly string[];
  readonly properties: readonly string[];
  readonly kinds: readonly string[];
  readonly types: readonly string[];
  readonly scripts: readonly string[];
};

const MAGIC = 'CORDONIX';
const BYTE_ORDER = 0x01020304;
const BYTE_ORDER_SWAPPED = 0x04030201;

/**
 * Header, bytes: 0 magic, 8 byte order, 12 format, 16 sections, 20 size of header, directory and `about`, 24 file size,
 * 32 hash of all behind these, 64 check of these.
 */
const HASH_AT = 32;
const CHECK_AT = 64;
const DIRECTORY_AT = 72;
const ROW = 16;
const FLOATS: ReadonlySet<string> = new Set<FloatName>(['entityOffset', 'tokenRarity']);

/** One file of the sections given. Same sections, same bytes. */
export function writeIndex(about: About, sections: Omit<Views, 'about'>): Uint8Array {
  const all: Views = { about: new TextEncoder().encode(stableJson(about)), ...sections };
  const first = aligned(DIRECTORY_AT + SECTIONS.length * ROW);
  const head = first + aligned(all.about.byteLength);
  const size = SECTIONS.reduce((sum, name) => sum + aligned(all[name].byteLength), first);
  const file = new Uint8Array(size);
  const words = new Uint32Array(file.buffer, 0, first / 4);
  file.set(new TextEncoder().encode(MAGIC));
  words.set([BYTE_ORDER, INDEX_FORMAT, SECTIONS.length, head], 2);
  new Float64Array(file.buffer, 24, 1)[0] = size;
  let at = first;
  SECTIONS.forEach((name, number) => {
    const section = all[name];
    words.set([number, widthOf(section), at / 8, section.length], (DIRECTORY_AT + number * ROW) / 4);
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  });
  file.set(fromHex(sha256(file.subarray(head))), HASH_AT);
  file.set(headCheck(file.subarray(0, head)), CHECK_AT);
  return file;
}

/**
 * Lays views over a file. Reads the header, its directory and `about` only; `contentIsWhole` reads the rest.
 *
 * @throws CordonError `index-format` when the file is no index, of another format or byte order; `index-torn` when it is
 *   shorter or longer than it says, or its header is damaged
 */
export function readIndex(buffer: ArrayBuffer | SharedArrayBuffer): { views: Views; about: About } {
  const bytes = new Uint8Array(buffer);
  const remedy = 'delete the folder `index/` of the state folder, it is built again';
  if (bytes.length < DIRECTORY_AT)
    throw new CordonError('index-torn', `index: only ${bytes.length} bytes; ${remedy}`);
  if (textReader(bytes)(0, 8) !== MAGIC)
    throw new CordonError('index-format', `index: not an index file; ${remedy}`);
  const [order, format, count, head = 0] = new Uint32Array(buffer, 8, 4);
  if (order === BYTE_ORDER_SWAPPED)
    throw new CordonError('index-format', `index: built on a machine of the other byte order; ${remedy}`);
  if (order !== BYTE_ORDER)
    throw new CordonError('index-torn', `index: its byte order is damaged; ${remedy}`);
  if (format !== INDEX_FORMAT)
    throw new CordonError(
      'index-format',
      `index: built by format ${format}, this is ${INDEX_FORMAT}; ${remedy}`,
    );
  const size = new Float64Array(buffer, 24, 1)[0];
  if (size !== bytes.length)
    throw new CordonError('index-torn', `index: ${bytes.length} bytes of ${size}; ${remedy}`);
  if (count !== SECTIONS.length || head < DIRECTORY_AT + SECTIONS.length * ROW || head > size)
    throw new CordonError('index-torn', `index: its header is damaged; ${remedy}`);
  if (!headCheck(bytes.slice(0, head)).every((byte, at) => byte === bytes[CHECK_AT + at]))
    throw new CordonError('index-torn', `index: its header does not match its checksum; ${remedy}`);
  const directory = new Uint32Array(buffer, DIRECTORY_AT, SECTIONS.length * 4);
  const views = Object.fromEntries(SECTIONS.map((name, at) => [name, view(buffer, directory, name, at)]));
  const about = views.about as Uint8Array;
  const description = JSON.parse(textReader(about)(0, about.length)) as About;
  return { views: views as unknown as Views, about: description };
}

/** Whether everything behind the header is what was written: reads the whole file once, about 1 ms a megabyte. */
export function contentIsWhole(buffer: ArrayBuffer | SharedArrayBuffer): boolean {
  const bytes = new Uint8Array(buffer);
  const head = new Uint32Array(buffer, 20, 1)[0] as number;
  return fromHex(sha256(bytes.subarray(head))).every((byte, at) => byte === bytes[HASH_AT + at]);
}

/** Reads text out of UTF-8 bytes, shared memory too; several times faster than a `TextDecoder` on short names. */
export function textReader(bytes: Column): (start: number, end: number) => string {
  const buffer = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
  return (start, end) => buffer.toString('utf8', start, end);
}

function view(
  buffer: ArrayBuffer | SharedArrayBuffer,
  directory: Uint32Array,
  name: SectionName,
  number: number,
): Column | Float64Array {
  const [id, width = 0, at = 0, length = 0] = directory.subarray(number * 4, number * 4 + 4);
  const fits = at * 8 + length * width <= buffer.byteLength;
  if (id !== number || !fits || FLOATS.has(name) !== (width === 8))
    throw new CordonError('index-torn', `index: section ${name} does not lie inside the file`);
  if (width === 1) return new Uint8Array(buffer, at * 8, length);
  if (width === 2) return new Uint16Array(buffer, at * 8, length);
  if (width === 4) return new Uint32Array(buffer, at * 8, length);
  return new Float64Array(buffer, at * 8, length);
}

function headCheck(head: Uint8Array): Uint8Array {
  const blank = head.slice();
  blank.fill(0, CHECK_AT, CHECK_AT + 8);
  return fromHex(sha256(blank)).subarray(0, 8);
}

function widthOf(section: Column | Float64Array): number {
  return section.BYTES_PER_ELEMENT;
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
