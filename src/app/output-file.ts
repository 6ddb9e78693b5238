/** An output file that is either whole or not there: written beside its place, synced, renamed when it is done. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { CordonError } from '../base/index.js';

/** A file being written. `finish` puts it in its place; `discard` leaves nothing behind. */
export type OutputFile = {
  write(text: string): void;
  finish(): void;
  discard(): void;
};

const BUFFERED = 1 << 18;

/**
 * Opens an output file beside `path`.
 *
 * @throws CordonError `state-unwritable`, here and from every method, naming the path; nothing half-written stays
 */
export function openOutput(path: string): OutputFile {
  const beside = `${path}.${process.pid}.tmp`;
  // Ctrl-C, a closed pipe: however the process ends, the half that was written goes with it.
  const drop = () => {
    try {
      rmSync(beside, { force: true });
    } catch {
      // The error to be told is the first one.
    }
  };
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof CordonError) throw cause;
      drop();
      process.removeListener('exit', drop);
      throw new CordonError('state-unwritable', `${path}: cannot be written: ${reasonOf(cause)}`, { cause });
    }
  };
  attempt(() => {
    // A device must not be renamed away, nor a folder.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
      throw new CordonError('state-unwritable', `${path}: is no file: name another place`);
  });
  process.once('exit', drop);
  const file = attempt(() => openSync(beside, 'w'));
  let pending = '';
  const flush = () => {
    const bytes = Buffer.from(pending);
    pending = '';
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  return {
    write(text) {
      pending += text;
      if (pending.length >= BUFFERED) attempt(flush);
    },
    finish() {
      attempt(() => {
        flush();
        fsyncSync(file);
        closeSync(file);
        renameSync(beside, path);
      });
      process.removeListener('exit', drop);
    },
    discard() {
      try {
        closeSync(file);
      } catch {
        // Already closed by a failed finish.
      }
      drop();
      process.removeListener('exit', drop);
    },
  };
}

/** Removes a file that an earlier run wrote. @throws CordonError `state-unwritable` */
export function dropFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw new CordonError('state-unwritable', `${path}: cannot be removed: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full: free some space, or name another place';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder is not there: make it, or name another place';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission: name another place';
    default:
      return (cause as Error).message;
  }
}

/**
 * Writes a whole file at once, in the same way.
 *
 * @throws CordonError `state-unwritable`
 */
export function writeWhole(path: string, content: string): void {
  const file = openOutput(path);
  file.write(content);
  file.finish();
}
