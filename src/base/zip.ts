/**
 * A zip archive's entries, read from its central directory and inflated one at a time. Sizes are believed only as an
 * upper limit and every entry is held against its checksum: an archive that lies or was cut off is refused, never read
 * in part. Non-goals: encryption, several volumes, methods other than store and deflate. (PKWARE APPNOTE 6.3.10)
 */
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import { CordonError } from './trouble.js';

/** An entry: `size` unpacked as the directory says, `start` where its local header begins. */
export type ZipEntry = {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly crc: number;
  readonly start: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ESCAPED = 0xffffffff;
/** Bytes that are unpacked at a time. */
const PIECE = 1 << 16;

/** Whether the bytes begin as a zip archive does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/**
 * The files of an archive, in its order; folders are left out.
 *
 * @param place the archive as messages name it
 * @throws CordonError `input-unreadable` when there is no directory at its end, as in a download that was cut off
 */
export function zipEntries(archive: Uint8Array, place: string): readonly ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries: ZipEntry[] = [];
  try {
    const end = findEnd(view);
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry where one should be');
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) =>
        view.getUint16(at + field, true),
      );
      const name = Buffer.from(archive.subarray(at + 46, at + 46 + nameLength!)).toString('utf8');
      if ((view.getUint16(at + 8, true) & 1) === 1)
        throw new CordonError('input-unreadable', `${place}/${name}: is encrypted: unpack it first`);
      if (!name.endsWith('/')) entries.push(entryAt(view, at, name));
      at += 46 + nameLength! + extraLength! + noteLength!;
    }
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    throw new CordonError('input-unreadable', `${place}: not a whole zip archive: download it again`, {
      cause,
    });
  }
  return entries;
}

/**
 * The bytes of an entry; with `head` at least the first of them, without checking the rest.
 *
 * @throws CordonError `input-unreadable` when they cannot be unpacked or do not match their size or checksum
 */
export function unzipEntry(archive: Uint8Array, entry: ZipEntry, place: string, head?: number): Uint8Array {
  const name = `${place}/${entry.name}`;
  try {
    const packed = packedBytes(archive, entry);
    if (head !== undefined) return unpack(packed.subarray(0, head), entry.method, packed.length > head, null);
    const bytes = unpack(packed, entry.method, false, entry.size);
    if (bytes.length === entry.size && crc32(bytes) === entry.crc) return bytes;
  } catch (cause) {
    throw new CordonError('input-unreadable', `${name}: cannot be unpacked: download it again`, { cause });
  }
  throw new CordonError('input-unreadable', `${name}: does not match its checksum: download it again`);
}

/**
 * The bytes of an entry as they are unpacked: size and checksum are held against the directory at its end, so what came
 * before is to be believed only when the last chunk was taken.
 *
 * @throws CordonError as `unzipEntry`
 */
export async function* openZipEntry(
  archive: Uint8Array,
  entry: ZipEntry,
  place: string,
): AsyncGenerator<Uint8Array> {
  const name = `${place}/${entry.name}`;
  let size = 0;
  let crc = -1;
  try {
    const packed = packedBytes(archive, entry);
    for await (const chunk of entry.method === 0 ? pieces(packed) : inflated(packed, entry.method)) {
      size += chunk.length;
      // A directory that understates is the mark of a bomb.
      if (size > entry.size) break;
      crc = crcStep(crc, chunk);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    throw new CordonError('input-unreadable', `${name}: cannot be unpacked: download it again`, { cause });
  }
  if (size !== entry.size || ~crc >>> 0 !== entry.crc)
    throw new CordonError('input-unreadable', `${name}: does not match its checksum: download it again`);
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* inflated(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method !== 8) throw new RangeError(`compression method ${method}`);
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  for await (const chunk of inflate) yield chunk as Uint8Array;
}

function packedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (view.getUint32(entry.start, true) !== LOCAL) throw new RangeError('no local header');
  const from =
    entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  return archive.subarray(from, from + entry.packedSize);
}

function unpack(packed: Uint8Array, method: number, cut: boolean, size: number | null): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new RangeError(`compression method ${method}`);
  const finishFlush = cut ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  // One byte more than announced is enough to see a lie, and no room for a bomb.
  return inflateRawSync(packed, size === null ? { finishFlush } : { finishFlush, maxOutputLength: size + 1 });
}

/** The end record, behind which a comment of up to 64 KiB may stand. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new RangeError('no end record');
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const start = view.getUint32(at + 42, true);
  // Only archives over 4 GiB need the 64-bit fields; those are over the limit anyway.
  if (size === ESCAPED || packedSize === ESCAPED || start === ESCAPED) throw new RangeError('zip64');
  return {
    name,
    size,
    packedSize,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    start,
  };
}

/** CRC-32 as zip and gzip use it; `zlib.crc32` is missing in the first Node 20 releases. */
function crc32(bytes: Uint8Array): number {
  return ~crcStep(-1, bytes) >>> 0;
}

/** The running checksum, before its last inversion. */
function crcStep(before: number, bytes: Uint8Array): number {
  table ??= crcTable();
  let crc = before;
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 0xff]!;
  return crc;
}

let table: Int32Array | null = null;

function crcTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[byte] = value;
  }
  return table;
}
