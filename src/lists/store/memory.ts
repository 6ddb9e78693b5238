/**
 * The disk's twin in memory: for tests, and for worlds that are never kept (a folder compared with a folder). It can be
 * told to fail at its n-th operation in every way a disk fails, so "whatever happens, yesterday's world works" is
 * something that can be counted through.
 */
import { CordonError } from '../../base/index.js';
import { checkPath, type Storage, UNFINISHED } from './storage.js';

/**
 * How an operation fails. `error`: nothing done, later operations work · `unsure`: done, but told as failed · `full`: this and all later writes find no room
 * · `kill`: the process dies before it · `torn`: it dies half-way, leaving half of the bytes · `late`: it dies after it.
 */
export type Fault = 'error' | 'unsure' | 'full' | 'kill' | 'torn' | 'late';

/** Files in memory, with the faults to come. */
export type MemoryStorage = Storage & {
  /** All files, unfinished ones too, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Operations done so far by this process. */
  readonly operations: number;
  /** Makes operation number `at` (from 1, counted from the start of this process) fail. */
  failAt(at: number, fault: Fault): void;
  /** The same files as another process sees them beside this one. */
  join(): MemoryStorage;
  /** The same files as the next process finds them, this one being dead. */
  restart(): MemoryStorage;
};

/** An empty folder in memory. */
export function memoryStorage(): MemoryStorage {
  return openProcess(new Map(), { holder: null });
}

type Process = { dead: boolean };
type Lock = { holder: Process | null };

function openProcess(files: Map<string, Uint8Array>, lock: Lock): MemoryStorage {
  const self: Process = { dead: false };
  let operations = 0;
  let planned: { at: number; fault: Fault } | null = null;
  let full = false;

  /** Counts the operation in, and out again; `half` does part of the work, as a kill in the middle would. */
  const run = <Result>(work: () => Result, half: () => void, writes: boolean): Result => {
    if (self.dead) throw new CordonError('internal', 'memory: the process was killed');
    operations += 1;
    const fault = planned?.at === operations ? planned.fault : null;
    full ||= fault === 'full';
    if (full && writes) throw new CordonError('state-unwritable', 'memory: the disk is full');
    if (fault === 'late' || fault === 'unsure') work();
    if (fault === 'error' || fault === 'unsure')
      throw new CordonError(writes ? 'state-unwritable' : 'state-unreadable', 'memory: failed');
    if (fault === 'torn') half();
    if (fault !== null && fault !== 'full') {
      self.dead = true;
      throw new CordonError('internal', 'memory: the process was killed');
    }
    return work();
  };
  const nothing = () => {};

  return {
    place: 'memory',
    files,
    get operations() {
      return operations;
    },
    failAt: (at, fault) => {
      planned = { at, fault };
    },
    join: () => openProcess(files, lock),
    restart: () => {
      self.dead = true;
      return openProcess(files, lock);
    },
    read: (path, allocate) => {
      checkPath(path);
      return run(() => copyOf(files.get(path), allocate), nothing, false);
    },
    readRange: (path, offset, length) => {
      checkPath(path);
      return run(() => partOf(files, path, offset, length), nothing, false);
    },
    write: (path, chunks) => {
      checkPath(path);
      // Chunks may be made from other files on the way, as on a disk: only once the operation has begun.
      const join = () => Buffer.concat([...chunks]);
      const half = () => {
        const bytes = join();
        files.set(path + UNFINISHED, bytes.subarray(0, bytes.length >> 1));
      };
      run(() => void files.set(path, join()), half, true);
    },
    list: (folder) => {
      checkPath(folder);
      return run(() => namesIn(files, folder), nothing, false);
    },
    remove: (path) => {
      checkPath(path);
      const inside = [...files.keys()].filter((name) => name === path || name.startsWith(`${path}/`)).sort();
      const removeFirst = (count: number) => inside.slice(0, count).map((name) => files.delete(name));
      run(
        () => void removeFirst(inside.length),
        () => removeFirst(inside.length >> 1),
        false,
      );
    },
    lock: () =>
      run(
        () => {
          if (lock.holder !== null && !lock.holder.dead)
            throw new CordonError('state-locked', 'memory: another process is writing: wait for it to end');
          const mine: Process = self;
          lock.holder = mine;
          return () => {
            if (lock.holder === mine) lock.holder = null;
          };
        },
        nothing,
        true,
      ),
  };
}

function copyOf(file: Uint8Array | undefined, allocate?: (bytes: number) => Uint8Array): Uint8Array | null {
  if (file === undefined) return null;
  const into = (allocate ?? ((bytes: number) => new Uint8Array(bytes)))(file.length);
  into.set(file);
  return into;
}

function partOf(files: Map<string, Uint8Array>, path: string, offset: number, length: number): Uint8Array {
  const file = files.get(path);
  if (file === undefined) throw new CordonError('state-unreadable', `memory/${path}: not there`);
  return file.slice(offset, offset + length);
}

function namesIn(files: Map<string, Uint8Array>, folder: string): readonly string[] {
  const names = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [first, ...rest] = path.slice(folder.length + 1).split('/');
    names.add(rest.length === 0 ? first! : `${first}/`);
  }
  return [...names].sort();
}
