/**
 * The files that a person hands over: a folder with one sub-folder per source, or one source's own folder. Listing looks
 * at names and sizes; bytes are read when asked for, one source at a time, unpacked, and never above a limit.
 */
import {
  closeSync,
  createReadStream,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { CordonError, isZip, openZipEntry, unzipEntry, type ZipEntry, zipEntries } from '../../base/index.js';
import type { ListFile } from '../reader.js';
import { HEAD_BYTES, headOf } from '../reading/file.js';

/**
 * A file as listed. `name` is what readers and messages see: the path inside the source's folder with `/`, without
 * `.gz`, and for a file of an archive `archive.zip/name`; `size` counts bytes on the disk, unpacked for an entry.
 */
export type InputFile = {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly packing: 'none' | 'gzip' | ZipEntry;
};

/** A folder with the files in and below it, sorted by name. `skipped` says what was passed over, and why. */
export type InputFolder = {
  readonly name: string;
  readonly path: string;
  readonly files: readonly InputFile[];
  readonly skipped: readonly string[];
};

/** Bytes of a source's files, packed or unpacked, over which they are refused: no list comes near. */
const LARGEST = 8 * 2 ** 30;
/** Files in one source's folder: over it, somebody named the wrong folder. */
const MOST_FILES = 2_000;
const DEEPEST = 8;
const CHUNK = 1 << 17;
/** Bytes of an archive's header of an entry, its name aside. */
const LOCAL_HEADER = 30;
/** Packed bytes that are unpacked for a head. */
const PACKED_HEAD = 1 << 14;

const IGNORED =
  /^(?:\..*|source\.txt|readme.*|licen[cs]e(?:\..*)?|fetched\.json|sha256sums|thumbs\.db|desktop\.ini|__macosx)$/i;
const FOREIGN = /\.(?:bz2|xz|7z|zst|rar|z|tar|tgz)$/i;

/**
 * The names of a folder's sub-folders and of the files directly in it, sorted; ignored names are left out.
 *
 * @throws CordonError `input-missing`, `input-unreadable` naming the path and what to do
 */
export function listTop(path: string): {
  readonly folders: readonly string[];
  readonly files: readonly string[];
} {
  const found = statOf(path, 'name the folder that holds the list files');
  if (!found.isDirectory())
    throw new CordonError(
      'input-unreadable',
      `${path}: is a file: name the folder that holds it, with --as ID`,
    );
  const names = namesIn(path);
  const isFolder = (name: string) => {
    try {
      return statSync(join(path, name)).isDirectory();
    } catch {
      // A link that leads nowhere: listing it says so.
      return true;
    }
  };
  return { folders: names.filter(isFolder), files: names.filter((name) => !isFolder(name)) };
}

/**
 * Lists a source's folder with everything below it.
 *
 * @throws CordonError `input-missing`, `input-unreadable`, `input-too-large` naming the path and what to do
 */
export function listFolder(path: string, deep = true): InputFolder {
  const files: InputFile[] = [];
  const skipped: string[] = [];
  const walk = (folder: string, prefix: string, above: readonly string[]): void => {
    const real = guard(folder, () => realpathSync(folder));
    if (above.includes(real) || above.length > DEEPEST)
      throw new CordonError(
        'input-unreadable',
        `${folder}: leads back into itself or too deep: remove the link`,
      );
    for (const name of namesIn(folder)) {
      const inside = join(folder, name);
      const found = statOf(inside, 'a link that leads nowhere: remove it');
      if (found.isDirectory()) {
        if (deep) walk(inside, `${prefix}${name}/`, [...above, real]);
      } else if (!found.isFile()) skipped.push(`${inside}: not a file, not read`);
      else if (FOREIGN.test(name))
        skipped.push(`${inside}: packed in a way that is not read: unpack it first`);
      else files.push(...filesAt(inside, prefix + name, found.size));
      if (files.length > MOST_FILES)
        throw new CordonError(
          'input-too-large',
          `${path}: over ${MOST_FILES} files: is this the right folder?`,
        );
    }
  };
  statOf(path, 'name the folder that holds the list files');
  walk(path, '', []);
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.packing === 'none' ? -1 : 1));
  // A file and its packed copy are one file: read twice, every entry would come twice.
  const twice = files.filter((file, at) => file.name === files[at - 1]?.name);
  skipped.push(...twice.map((file) => `${file.path}: not read: lies unpacked beside it`));
  return { name: basename(path), path, files: files.filter((file) => !twice.includes(file)), skipped };
}

/**
 * A source's files for readers: heads are read at once, the rest as it is asked for, unpacked on the way.
 *
 * @param limit bytes that they may have together, unpacked, however often they are read
 * @throws CordonError `input-unreadable`, at once or while chunks are taken, for what cannot be read or unpacked;
 *   `input-too-large` likewise, naming the file
 */
export function openFiles(files: readonly InputFile[], limit = LARGEST): ListFile[] {
  checkSizes(files, limit);
  const room: Room = { left: limit, taken: new Map() };
  return files.map((file) => openFile(file, room));
}

/** What packed files may still unfold into; `taken` is the most that one pass over each has made of it. */
type Room = { left: number; readonly taken: Map<InputFile, number> };

/** One file, as `openFiles` opens them. */
export function openFile(file: InputFile, room: Room = { left: LARGEST, taken: new Map() }): ListFile {
  const { name, size } = file;
  return { name, size, head: readHead(file), chunks: () => guarded(file.path, unpacked(file, room)) };
}

function readHead(file: InputFile): Uint8Array {
  const bytes = guard(file.path, () => {
    if (typeof file.packing !== 'string')
      return unzipEntry(
        readEntry(file.path, file.packing, PACKED_HEAD + 1),
        atStart(file.packing),
        file.path,
        PACKED_HEAD,
      );
    if (file.packing === 'none') return readStart(file.path, HEAD_BYTES + 1);
    return gunzipSync(readStart(file.path, PACKED_HEAD), { finishFlush: constants.Z_SYNC_FLUSH });
  });
  return headOf(bytes);
}

async function* unpacked(file: InputFile, room: Room): AsyncGenerator<Uint8Array> {
  if (typeof file.packing !== 'string') {
    const packed = readEntry(file.path, file.packing, file.packing.packedSize);
    yield* openZipEntry(packed, atStart(file.packing), file.path);
    return;
  }
  const stream = createReadStream(file.path, { highWaterMark: CHUNK });
  if (file.packing === 'none') {
    yield* stream;
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK });
  stream.on('error', (cause) => gunzip.destroy(cause));
  let size = 0;
  for await (const chunk of stream.pipe(gunzip)) {
    size += (chunk as Uint8Array).length;
    const taken = room.taken.get(file) ?? 0;
    if (size > taken) {
      room.left -= size - taken;
      room.taken.set(file, size);
    }
    if (room.left < 0) throw tooLarge(file.path, 'too large when unpacked');
    yield chunk as Uint8Array;
  }
}

async function* guarded(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    throw unreadable(path, cause);
  }
}

/**
 * Refuses files that are over the limit together, by the sizes that are known without reading them.
 *
 * @throws CordonError `input-too-large` naming the largest
 */
export function checkSizes(files: readonly Pick<InputFile, 'path' | 'size'>[], limit = LARGEST): void {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= limit) return;
  const largest = files.reduce((most, file) => (file.size > most.size ? file : most));
  throw tooLarge(
    largest.path,
    `${(total / (1 << 30)).toFixed(1)} GiB${files.length > 1 ? ' with the other files' : ''}`,
  );
}

/** Packed files are known by their first bytes: a download may well be called `.csv` and be packed. */
function filesAt(path: string, name: string, size: number): InputFile[] {
  const start = guard(path, () => readStart(path, 4));
  if (start[0] === 0x1f && start[1] === 0x8b)
    return [{ name: name.replace(/\.gz$/i, ''), path, size, packing: 'gzip' }];
  if (!isZip(start)) return [{ name, path, size, packing: 'none' }];
  checkSizes([{ path, size }]);
  const entries = entriesOf(path);
  // Spreadsheets are zip archives too (OOXML, OpenDocument); those are the readers' own.
  if (entries.some((entry) => /^(?:\[Content_Types\]\.xml|mimetype)$/.test(entry.name)))
    return [{ name, path, size, packing: 'none' }];
  const wanted = entries.filter((entry) => !entry.name.split('/').some((part) => IGNORED.test(part)));
  return wanted.map((entry) => ({ name: `${name}/${entry.name}`, path, size: entry.size, packing: entry }));
}

/** An archive that is cut off or damaged is a list that is: a spreadsheet is refused as any other file would be. */
function entriesOf(path: string): readonly ZipEntry[] {
  const bytes = guard(path, () => readFileSync(path));
  try {
    return zipEntries(bytes, path);
  } catch (cause) {
    if (!(cause instanceof CordonError)) throw cause;
    throw new CordonError('list-truncated', cause.message, { cause });
  }
}

function namesIn(folder: string): string[] {
  const names = guard(folder, () => readdirSync(folder));
  return names.filter((name) => !IGNORED.test(name)).sort();
}

function statOf(path: string, remedy: string): Stats {
  try {
    return statSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(path, cause);
    throw new CordonError('input-missing', `${path}: not there: ${remedy}`, { cause });
  }
}

/** An entry's local header and up to `most` of its packed bytes, without the rest of the archive. */
function readEntry(path: string, { start, packedSize }: ZipEntry, most: number): Uint8Array {
  const fixed = readStart(path, LOCAL_HEADER, start);
  if (fixed.length < LOCAL_HEADER) return fixed;
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.length);
  const named = view.getUint16(26, true) + view.getUint16(28, true);
  return readStart(path, LOCAL_HEADER + named + Math.min(most, packedSize), start);
}

/** The entry as it lies in bytes that begin with it. */
function atStart(entry: ZipEntry): ZipEntry {
  return { ...entry, start: 0 };
}

function readStart(path: string, length: number, from = 0): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const into = new Uint8Array(length);
    return into.subarray(0, readSync(file, into, 0, length, from));
  } finally {
    closeSync(file);
  }
}

function guard<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(path, 'too large when unpacked');
    throw unreadable(path, cause);
  }
}

function tooLarge(path: string, size: string): CordonError {
  const message = `${path}: ${size}; up to 8 GiB a source are read: is this the right file?`;
  return new CordonError('input-too-large', message);
}

function unreadable(path: string, cause: unknown): CordonError {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'no permission to read it: give this user the right to',
    EPERM: 'no permission to read it: give this user the right to',
    ELOOP: 'a link that leads back to itself: remove it',
    Z_BUF_ERROR: 'a packed file that was cut off: download it again',
    Z_DATA_ERROR: 'a packed file that is damaged: download it again',
  };
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new CordonError('input-unreadable', `${path}: ${reason}`, { cause });
}
