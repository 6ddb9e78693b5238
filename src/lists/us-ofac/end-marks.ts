/**
 * Whether OFAC's CSV files are whole, as far as the set itself tells: entries, addresses and aliases end with a DOS
 * end-of-file byte, so one without it among others that have it was cut; a cut between two records shows nowhere else.
 */
import { CordonError } from '../../base/index.js';
import type { ListFile } from '../reader.js';

const END = 0x1a;

/** Files that are looked at while they are read. */
export type WatchedFiles = {
  readonly files: readonly ListFile[];
  /** Once all were read: refuses the set. @throws CordonError `list-truncated` naming the file without the mark */
  refuseUnmarked(): void;
};

/** @param isMarked whether a file of this kind carries the mark */
export function watchEnds(files: readonly ListFile[], isMarked: (file: ListFile) => boolean): WatchedFiles {
  const ends = new Map<string, boolean>();
  const watched = files.map((file) => ({ ...file, chunks: () => chunksOf(file, ends) }));
  return {
    files: watched,
    refuseUnmarked() {
      const looked = files.filter((file) => isMarked(file) && ends.has(file.name));
      const marked = looked.find(({ name }) => ends.get(name) === true);
      const cut = looked.find(({ name }) => ends.get(name) === false);
      if (marked === undefined || cut === undefined) return;
      const why = `it lacks the end mark that ${marked.name} has: the file is cut; download the set again`;
      throw new CordonError('list-truncated', `${cut.name}: ${why}`);
    },
  };
}

async function* chunksOf(file: ListFile, ends: Map<string, boolean>): AsyncGenerator<Uint8Array> {
  let tail = '';
  for await (const chunk of file.chunks()) {
    // A line end may stand behind the mark where somebody saved the file again.
    tail = (tail + Buffer.from(chunk.subarray(-3)).toString('latin1')).slice(-3);
    yield chunk;
  }
  ends.set(file.name, tail.includes(String.fromCharCode(END)));
}
