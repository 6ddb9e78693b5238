/**
 * What the keeper of snapshots needs of a disk, and nothing more: whole files written atomically, byte ranges read, one
 * writer at a time. `diskStorage` and its twin `memoryStorage` pass the same conformance suite. Non-goals: appending,
 * renaming, permissions.
 */
import { CordonError } from '../../base/index.js';

/**
 * A folder of files. Paths are relative, parts joined by `/`, none empty or starting with a dot.
 *
 * Every operation either does its work or throws `CordonError` `state-unreadable` or `state-unwritable`.
 */
export type Storage = {
  /** The folder as messages name it. */
  readonly place: string;
  /**
   * The whole of a file as it was at one moment, or null where there is no such file.
   *
   * @param allocate makes the room for it (a shared buffer, say)
   */
  read(path: string, allocate?: (bytes: number) => Uint8Array): Uint8Array | null;
  /** `length` bytes from `offset` on, fewer only at the end of the file. A missing file throws. */
  readRange(path: string, offset: number, length: number): Uint8Array;
  /**
   * Writes a whole file: seen either as it was or with all chunks, by readers and after a crash; makes its folders. What
   * the chunks throw while they are made is thrown on, and nothing is written.
   */
  write(path: string, chunks: Iterable<Uint8Array>): void;
  /** Names in a folder, sorted, folders with `/` at the end; empty where there is no such folder. */
  list(folder: string): readonly string[];
  /** Removes a file, or a folder with all it holds; what is missing is no trouble. */
  remove(path: string): void;
  /**
   * Becomes the one writer.
   *
   * @returns gives the right back; a process that dies has given it back
   * @throws CordonError `state-locked` naming the process that has it
   */
  lock(): () => void;
};

/** The end of the name of a file that is still being written, beside the one it will replace. */
export const UNFINISHED = '.tmp';

const PIECE = 1 << 20;

/** The pieces of a file, by default a mebibyte at a time, so that checking a big file holds little memory. */
export function* readPieces(storage: Storage, path: string, size = PIECE): Generator<Uint8Array> {
  for (let offset = 0; ; offset += size) {
    const piece = storage.readRange(path, offset, size);
    if (piece.length > 0) yield piece;
    if (piece.length < size) return;
  }
}

/** Throws `internal` for a path that could leave the folder: such a path is a defect, never input. */
export function checkPath(path: string): void {
  if (/^[^./\\][^/\\]*(?:\/[^./\\][^/\\]*)*$/.test(path)) return;
  throw new CordonError('internal', `${path}: not a path of the state folder`);
}
