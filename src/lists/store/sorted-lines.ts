/**
 * Lines sorted by key, however many: runs of bounded size are sorted in memory and laid aside, then merged. A list of
 * some tens of megabytes is one run and never touches the disk.
 */
import { readPieces, type Storage } from './storage.js';

/** A line with what it is sorted by; equal keys are in the order of their lines. */
export type KeyedLine = { readonly key: string; readonly line: string };

/** Takes lines in any order, gives them sorted, once. */
export type LineSorter = {
  add(key: string, line: string): void;
  sorted(): Iterable<KeyedLine>;
};

/**
 * Starts sorting.
 *
 * @param folder where runs are laid aside; whoever named it removes it
 * @param runSize characters of lines that are held in memory
 */
export function openSorter(storage: Storage, folder: string, runSize: number): LineSorter {
  const runs: string[] = [];
  let held: KeyedLine[] = [];
  let size = 0;
  return {
    add(key, line) {
      held.push({ key, line });
      size += key.length + line.length;
      if (size < runSize) return;
      const path = `${folder}/run-${runs.length + 1}`;
      storage.write(path, encodeRun(held.sort(byKey)));
      runs.push(path);
      held = [];
      size = 0;
    },
    sorted() {
      held.sort(byKey);
      if (runs.length === 0) return held;
      return merge([...runs.map((path) => readRun(storage, path)), held[Symbol.iterator]()]);
    },
  };
}

function byKey(a: KeyedLine, b: KeyedLine): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.line < b.line ? -1 : a.line > b.line ? 1 : 0;
}

/** A line of a run: the key as JSON, which holds no tab, and the line. */
function* encodeRun(lines: readonly KeyedLine[]): Generator<Uint8Array> {
  let pending = '';
  for (const { key, line } of lines) {
    pending += `${JSON.stringify(key)}\t${line}\n`;
    if (pending.length < 1 << 20) continue;
    yield Buffer.from(pending);
    pending = '';
  }
  if (pending !== '') yield Buffer.from(pending);
}

function* readRun(storage: Storage, path: string): Generator<KeyedLine> {
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of readPieces(storage, path)) {
    const bytes = Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const line = bytes.toString('utf8', start, end);
      const tab = line.indexOf('\t');
      yield { key: JSON.parse(line.slice(0, tab)) as string, line: line.slice(tab + 1) };
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** There are as many runs as a list has 64 megabytes: looking at all of their heads is fast enough. */
function* merge(runs: readonly Iterator<KeyedLine>[]): Generator<KeyedLine> {
  const heads = runs.map((run) => ({ run, next: run.next() })).filter(({ next }) => next.done !== true);
  while (heads.length > 0) {
    let least = 0;
    for (let at = 1; at < heads.length; at += 1)
      if (byKey(heads[at]!.next.value as KeyedLine, heads[least]!.next.value as KeyedLine) < 0) least = at;
    const head = heads[least]!;
    yield head.next.value as KeyedLine;
    head.next = head.run.next();
    if (head.next.done === true) heads.splice(least, 1);
  }
}
