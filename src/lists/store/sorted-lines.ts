/**
 * Lines sorted by key, however many: runs of bounded size are sorted in memory and laid aside, then merged. Lines are held
 * as the bytes they will be written as, in blocks of their own: as text they take twice the room, and as garbage they wait.
 */
import { readPieces, type Storage } from './storage.js';

/** A line, its line end included, with what it is sorted by; equal keys are in the order of their lines. */
export type KeyedLine = { readonly key: string; readonly line: Uint8Array };

/** Takes lines in any order, gives them sorted, once. */
export type LineSorter = {
  add(key: string, line: string): void;
  sorted(): Iterable<KeyedLine>;
};

type Held = { readonly key: string; readonly line: Buffer };

const BLOCK = 1 << 20;
/** Bytes of a run that are read at once: of each run of a long list there is a piece in memory. */
const PIECE = 1 << 17;

/**
 * Starts sorting.
 *
 * @param folder where runs are laid aside; whoever named it removes it
 * @param runSize bytes of lines that are held in memory
 */
export function openSorter(storage: Storage, folder: string, runSize: number): LineSorter {
  const runs: string[] = [];
  let blocks = openBlocks();
  let held: Held[] = [];
  let size = 0;
  return {
    add(key, line) {
      const bytes = blocks.put(`${line}\n`);
      held.push({ key, line: bytes });
      size += key.length + bytes.length;
      if (size < runSize) return;
      const path = `${folder}/run-${runs.length + 1}`;
      storage.write(path, encodeRun(held.sort(byKey)));
      runs.push(path);
      held = [];
      blocks = blocks.reused();
      size = 0;
    },
    sorted() {
      held.sort(byKey);
      if (runs.length === 0) return held;
      return merge([...runs.map((path) => readRun(storage, path)), held[Symbol.iterator]()]);
    },
  };
}

type Blocks = {
  put(text: string): Buffer;
  /** The same room, for other lines: what was put before is void. */
  reused(): Blocks;
};

function openBlocks(free: Buffer[] = []): Blocks {
  const filled: Buffer[] = [];
  let block = free.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
  let used = 0;
  return {
    put(text) {
      // A character has three bytes at the most.
      const most = text.length * 3;
      if (most > BLOCK / 4) return Buffer.from(text);
      if (most > BLOCK - used) {
        filled.push(block);
        block = free.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
        used = 0;
      }
      const line = block.subarray(used, used + block.write(text, used));
      used += line.length;
      return line;
    },
    reused: () => openBlocks([...free, ...filled, block]),
  };
}

function byKey(a: Held, b: Held): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  // As text: bytes have another order beyond the first plane of letters.
  const [one, other] = [a.line.toString(), b.line.toString()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A line of a run: the key as JSON, which holds no tab, and the line. */
function* encodeRun(lines: readonly Held[]): Generator<Uint8Array> {
  for (let at = 0; at < lines.length; ) {
    const pending: Uint8Array[] = [];
    let size = 0;
    for (; at < lines.length && size < BLOCK; at += 1) {
      const { key, line } = lines[at]!;
      const head = Buffer.from(`${JSON.stringify(key)}\t`);
      pending.push(head, line);
      size += head.length + line.length;
    }
    yield Buffer.concat(pending, size);
  }
}

function* readRun(storage: Storage, path: string): Generator<Held> {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of readPieces(storage, path, PIECE)) {
    const bytes = Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const tab = bytes.indexOf(9, start);
      const key = JSON.parse(bytes.toString('utf8', start, tab)) as string;
      yield { key, line: bytes.subarray(tab + 1, end + 1) };
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** There are as many runs as a list has 32 megabytes: looking at all of their heads is fast enough. */
function* merge(runs: readonly Iterator<Held>[]): Generator<Held> {
  const heads = runs.map((run) => ({ run, next: run.next() })).filter(({ next }) => next.done !== true);
  while (heads.length > 0) {
    let least = 0;
    for (let at = 1; at < heads.length; at += 1)
      if (byKey(heads[at]!.next.value as Held, heads[least]!.next.value as Held) < 0) least = at;
    const head = heads[least]!;
    yield head.next.value as Held;
    head.next = head.run.next();
    if (head.next.done === true) heads.splice(least, 1);
  }
}
