/**
 * A folder on a disk. A file is written beside its place, synced and renamed, then its folder is synced, so a kill or a
 * power cut at any moment leaves the old file or the new one (after tantivy's `mmap_directory`).
 */
import * as nodeFiles from 'node:fs';
import { dirname, join } from 'node:path';
import { CordonError } from '../../base/index.js';
import { claimWriter } from './claim.js';
import { checkPath, type Storage, UNFINISHED } from './storage.js';

type FoundFile = { readonly size: number; isFile(): boolean; isDirectory(): boolean };
type FoundName = { readonly name: string; isDirectory(): boolean };

/** The calls of `node:fs` that are made here, as they are made, so that a test can make any of them fail. */
export type FileCalls = {
  closeSync(file: number): void;
  fstatSync(file: number): FoundFile;
  fsyncSync(file: number): void;
  mkdirSync(path: string, options: { readonly recursive: true }): unknown;
  openSync(path: string, flags: string): number;
  readdirSync(path: string, options: { readonly withFileTypes: true }): readonly FoundName[];
  readSync(file: number, into: Uint8Array, at: number, length: number, position: number): number;
  renameSync(from: string, to: string): void;
  rmSync(path: string, options: { readonly recursive?: boolean; readonly force: true }): void;
  statSync(path: string): FoundFile;
  writeSync(file: number, bytes: Uint8Array, at: number, length: number): number;
};

/** Some systems refuse a single write or read of 2 GiB and over. */
const LONGEST_CALL = 1 << 28;

/** The folder `root`; it is made by the first write, never by reading. */
export function diskStorage(root: string, files: FileCalls = nodeFiles): Storage {
  const full = (path: string): string => {
    checkPath(path);
    return join(root, path);
  };
  return {
    place: root,
    read: (path, allocate) => readAll(files, full(path), allocate ?? ((bytes) => new Uint8Array(bytes))),
    readRange: (path, offset, length) => readPart(files, full(path), offset, length),
    write: (path, chunks) => replaceFile(files, full(path), chunks),
    list: (folder) => namesIn(files, full(folder)),
    remove: (path) => removeAll(files, full(path)),
    lock: () => {
      const folder = join(root, 'lock');
      return attempt('state-unwritable', folder, () => {
        makeFolder(files, folder);
        return claimWriter(folder);
      });
    },
  };
}

/** One open file from its size to its last byte: another process may put a new one in its place meanwhile. */
function readAll(files: FileCalls, path: string, allocate: (bytes: number) => Uint8Array): Uint8Array | null {
  return attempt('state-unreadable', path, () => {
    let file: number;
    try {
      file = files.openSync(path, 'r');
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
    try {
      const found = files.fstatSync(file);
      if (!found.isFile()) return null;
      const into = allocate(found.size);
      if (fill(files, file, 0, into) === into.length) return into;
      throw new CordonError('state-unreadable', `${path}: ends early: run the command again`);
    } finally {
      files.closeSync(file);
    }
  });
}

function readPart(files: FileCalls, path: string, offset: number, length: number): Uint8Array {
  return attempt('state-unreadable', path, () => {
    const file = files.openSync(path, 'r');
    try {
      const into = new Uint8Array(length);
      return into.subarray(0, fill(files, file, offset, into));
    } finally {
      files.closeSync(file);
    }
  });
}

function fill(files: FileCalls, file: number, offset: number, into: Uint8Array): number {
  let done = 0;
  while (done < into.length) {
    const count = files.readSync(file, into, done, Math.min(into.length - done, LONGEST_CALL), offset + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

function replaceFile(files: FileCalls, path: string, chunks: Iterable<Uint8Array>): void {
  attempt('state-unwritable', path, () => {
    makeFolder(files, dirname(path));
    const beside = path + UNFINISHED;
    try {
      const file = files.openSync(beside, 'w');
      try {
        for (const chunk of chunks) writeAll(files, file, chunk);
        files.fsyncSync(file);
      } finally {
        files.closeSync(file);
      }
      files.renameSync(beside, path);
    } catch (cause) {
      dropQuietly(files, beside);
      throw cause;
    }
    syncFolder(files, dirname(path));
  });
}

function writeAll(files: FileCalls, file: number, chunk: Uint8Array): void {
  let done = 0;
  while (done < chunk.length)
    done += files.writeSync(file, chunk, done, Math.min(chunk.length - done, LONGEST_CALL));
}

/** On a full disk the half that was written is what stands in the way; the error to be told is the first one. */
function dropQuietly(files: FileCalls, path: string): void {
  try {
    files.rmSync(path, { force: true });
  } catch {
    // The next writer sweeps it.
  }
}

function makeFolder(files: FileCalls, path: string): void {
  try {
    if (files.statSync(path).isDirectory()) return;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  const parent = dirname(path);
  if (parent !== path) makeFolder(files, parent);
  files.mkdirSync(path, { recursive: true });
  syncFolder(files, parent);
}

/** Windows and some network disks cannot sync a folder; there the rename alone has to do. */
function syncFolder(files: FileCalls, path: string): void {
  try {
    const folder = files.openSync(path, 'r');
    try {
      files.fsyncSync(folder);
    } finally {
      files.closeSync(folder);
    }
  } catch (cause) {
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(codeOf(cause))) throw cause;
  }
}

function namesIn(files: FileCalls, path: string): readonly string[] {
  return attempt('state-unreadable', path, () => {
    try {
      const found = files.readdirSync(path, { withFileTypes: true });
      return found.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
    } catch (cause) {
      if (isMissing(cause)) return [];
      throw cause;
    }
  });
}

function removeAll(files: FileCalls, path: string): void {
  attempt('state-unwritable', path, () => files.rmSync(path, { recursive: true, force: true }));
}

function attempt<Result>(
  code: 'state-unreadable' | 'state-unwritable',
  path: string,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (cause) {
    // Without a code it is no complaint of the system's, but a defect in what makes the chunks.
    if (cause instanceof CordonError || codeOf(cause) === '') throw cause;
    throw new CordonError(code, `${path}: ${reasonOf(codeOf(cause), cause)}`, { cause });
  }
}

function reasonOf(code: string, cause: unknown): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; nothing was changed: free some space and run the command again';
    case 'EACCES':
    case 'EPERM':
      return 'no permission: give this user the right to the folder, or name another with --home';
    case 'EROFS':
      return 'the disk is read-only: name another folder with --home';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return 'a file stands where a folder should be, or the other way round: move it, or name another folder with --home';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}

function isMissing(cause: unknown): boolean {
  return codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR';
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? '';
}
