/**
 * A file that is being downloaded: written beside its place under a name that no reader looks at, synced, and renamed
 * only when it is whole. However the process ends, the half goes with it.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CordonError } from '../../base/index.js';

/** A file to be. `finish` makes its bytes safe, `keep` puts it in its place, `discard` leaves nothing behind. */
export type Part = {
  write(chunk: Uint8Array): void;
  finish(): void;
  keep(): void;
  discard(): void;
};

/** Opens the part of a file. @throws CordonError `state-unwritable`, here and from every method, naming the file */
export type OpenPart = (path: string) => Part;

const UNFINISHED = /^\..*\.part$/;

/** Parts that are open now; Ctrl-C ends the process, and they go with it. */
const unfinished = new Set<string>();
let sweeps = false;

/** A part on the disk; it makes the folder. */
export function openPart(path: string): Part {
  const beside = partOf(path);
  let file = -1;
  const close = () => {
    if (file >= 0) closeSync(file);
    file = -1;
  };
  attempt(path, () => {
    makeFolder(dirname(path));
    file = openSync(beside, 'w');
  });
  unfinished.add(beside);
  if (!sweeps) process.once('exit', () => unfinished.forEach(drop));
  sweeps = true;
  return {
    write: (chunk) =>
      attempt(path, () => {
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      }),
    finish: () =>
      attempt(path, () => {
        fsyncSync(file);
        close();
      }),
    keep: () => {
      attempt(path, () => renameSync(beside, path));
      unfinished.delete(beside);
    },
    discard: () => {
      try {
        close();
      } catch {
        // A full disk may say so again on closing.
      }
      drop(beside);
      unfinished.delete(beside);
    },
  };
}

/**
 * Puts the parts of one source in place and takes away `gone`: all of it, or nothing.
 *
 * @throws CordonError `state-unwritable`; then what was there before is there again
 */
export function keepAll(
  parts: readonly { readonly path: string; readonly part: Part }[],
  gone: readonly string[],
): void {
  const undo: (() => void)[] = [];
  const aside: string[] = [];
  try {
    for (const path of [...parts.map((one) => one.path), ...gone]) {
      if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
      const before = partOf(`${path}.before`);
      attempt(path, () => renameSync(path, before));
      undo.push(() => renameSync(before, path));
      aside.push(before);
    }
    for (const { path, part } of parts) {
      part.keep();
      undo.push(() => rmSync(path));
    }
  } catch (error) {
    for (const step of undo.reverse()) attempt(dirname(parts[0]?.path ?? gone[0]!), step);
    throw error;
  }
  aside.forEach(drop);
}

function drop(beside: string): void {
  try {
    rmSync(beside, { force: true });
  } catch {
    // The error to be told is the first one; the next download sweeps it.
  }
}

/** Writes a small file whole. @throws CordonError `state-unwritable` */
export function writeWhole(open: OpenPart, path: string, text: string): void {
  const part = open(path);
  try {
    part.write(Buffer.from(text));
    part.finish();
    part.keep();
  } catch (error) {
    part.discard();
    throw error;
  }
}

/** Removes what a killed download left in a folder. Never throws. */
export function sweepParts(folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (UNFINISHED.test(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // No such folder yet.
  }
}

/** A file's bytes; null where there is none. @throws CordonError `state-unreadable` */
export function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CordonError('state-unreadable', `${path}: cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** Makes a folder and those above it; one at a time, as only so a read-only disk is told from a missing folder. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) {
      makeFolder(dirname(path));
      mkdirSync(path);
    } else if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw cause;
  }
}

/** Does what changes a folder. @throws CordonError `state-unwritable` */
export function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    throw new CordonError('state-unwritable', `${path}: cannot be written: ${reasonOf(cause)}`, { cause });
  }
}

function partOf(path: string): string {
  return join(dirname(path), `.${path.slice(dirname(path).length + 1)}.part`);
}

function reasonOf(cause: unknown): string {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; what was there before is untouched: free some space and run the command again';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission: give this user the right to the folder, or name another';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return 'a file stands where a folder should be, or the other way round: move it, or name another folder';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}
