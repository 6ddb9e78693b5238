/** An output file that is either whole or not there: written beside its place, synced, renamed when it is done. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
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
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      rmSync(beside, { force: true });
      throw new CordonError('state-unwritable', `${path}: cannot be written: ${(cause as Error).message}`, {
        cause,
      });
    }
  };
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
    },
    discard() {
      try {
        closeSync(file);
      } catch {
        // Already closed by a failed finish.
      }
      rmSync(beside, { force: true });
    },
  };
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
