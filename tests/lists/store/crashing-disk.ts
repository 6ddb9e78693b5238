/**
 * A disk that fails as it is told: every change of an update is counted, and the n-th one is where the process dies, the
 * power goes, the disk is full. What was not synced is lost with the power: half-written files, renames, new folders.
 */
import * as fs from 'node:fs';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  diskStorage,
  type FileCalls,
  openStore,
  type Storage,
  verifyState,
} from '../../../src/lists/store/index.js';
import { describeWorld, type Sketch, update } from './support.js';

/**
 * `kill`: the process dies before the call · `torn`: it dies within it, half of the bytes written · `power`: it dies, and
 * all that was not synced is gone · `error`: the call fails, later ones work · `full`: no write finds room from then on.
 */
export type DiskFault = 'kill' | 'torn' | 'power' | 'error' | 'full';
export const DISK_FAULTS: readonly DiskFault[] = ['kill', 'torn', 'power', 'error', 'full'];

/** What came of failing once at every call. `broken` says where a world was not whole afterwards; it should be empty. */
export type CrashCount = { readonly points: number; readonly broken: readonly string[] };

type Undo = { readonly folder: string; readonly path: string; readonly former: Uint8Array | null };

/** Calls that work until the `at`-th change, and then fail; `changes` counts. `losePower` takes what was not synced. */
function crashingFiles(
  at: number,
  fault: DiskFault | null,
): {
  calls: FileCalls;
  changes: () => number;
  losePower: () => void;
} {
  let changes = 0;
  let dead = false;
  let full = false;
  const paths = new Map<number, string>();
  const unsynced = new Map<string, number>();
  let renamed: Undo[] = [];
  let made: { folder: string; path: string }[] = [];

  const losePower = () => {
    for (const [path] of unsynced) if (existsSync(path)) fs.truncateSync(path, fs.statSync(path).size >> 1);
    for (const { path, former } of renamed.toReversed()) {
      if (former === null) rmSync(path, { force: true });
      else if (existsSync(dirname(path))) writeFileSync(path, former);
    }
    for (const { path } of made) rmSync(path, { recursive: true, force: true });
  };
  const change = <Result>(work: () => Result, writes: boolean, half: () => void = () => {}): Result => {
    if (dead) throw new Error('dead');
    changes += 1;
    const now = changes === at;
    if (now && fault === 'full') full = true;
    if (full && writes) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    if (now && fault === 'error') throw Object.assign(new Error('i/o error'), { code: 'EIO' });
    if (now && fault !== null && fault !== 'full') {
      if (fault === 'torn') half();
      if (fault === 'power') losePower();
      dead = true;
      throw new Error('dead');
    }
    return work();
  };
  const alive = <Args extends readonly unknown[], Result>(call: (...args: Args) => Result) =>
    ((...args: Args) => {
      if (dead) throw new Error('dead');
      return call(...args);
    }) as typeof call;

  const calls = {
    closeSync: fs.closeSync,
    fstatSync: alive(fs.fstatSync),
    readdirSync: alive(fs.readdirSync),
    readSync: alive(fs.readSync),
    statSync: alive(fs.statSync),
    openSync(path: string, flags: string) {
      const open = () => {
        const file = fs.openSync(path, flags);
        paths.set(file, path);
        if (flags === 'w') unsynced.set(path, file);
        return file;
      };
      return flags === 'w' ? change(open, true) : alive(open)();
    },
    writeSync(file: number, bytes: Uint8Array, offset: number, length: number) {
      const half = () => fs.writeSync(file, bytes, offset, length >> 1);
      return change(() => fs.writeSync(file, bytes, offset, length), true, half);
    },
    // Nothing is synced in truth: what a loss of power would take is known without.
    fsyncSync(file: number) {
      const path = paths.get(file) ?? '';
      change(() => {
        unsynced.delete(path);
        renamed = renamed.filter(({ folder }) => folder !== path);
        made = made.filter(({ folder }) => folder !== path);
      }, true);
    },
    renameSync(from: string, to: string) {
      change(() => {
        renamed.push({ folder: dirname(to), path: to, former: existsSync(to) ? fs.readFileSync(to) : null });
        if (unsynced.delete(from)) unsynced.set(to, 0);
        fs.renameSync(from, to);
      }, true);
    },
    mkdirSync(path: string) {
      change(() => {
        fs.mkdirSync(path, { recursive: true });
        made.push({ folder: dirname(path), path });
      }, true);
    },
    rmSync(path: string, options: fs.RmOptions) {
      change(() => fs.rmSync(path, options), false);
    },
  } as unknown as FileCalls;
  return { calls, changes: () => changes, losePower };
}

/** Fails an update at every change it makes to the disk, in one way, and looks at what the next process finds. */
export async function crashEverywhere(
  before: readonly (readonly Sketch[])[],
  sketches: readonly Sketch[],
  next: readonly Sketch[],
  fault: DiskFault,
): Promise<CrashCount> {
  const root = mkdtempSync(join(tmpdir(), 'cordon-crashes-'));
  try {
    const held = join(root, 'held');
    fs.mkdirSync(held);
    for (const each of before) await update(quick(held), ...each);
    const former = worldOf(held);
    const done = join(root, 'done');
    cpSync(held, done, { recursive: true });
    const whole = crashingFiles(0, null);
    await update(diskStorage(done, whole.calls), ...sketches);
    const wanted = worldOf(done);
    // The power may also go just after the work is done.
    const points = whole.changes() + (fault === 'power' ? 1 : 0);
    const broken: string[] = [];
    for (let at = 1; at <= points; at += 1) {
      const home = join(root, 'home');
      cpSync(held, home, { recursive: true });
      const files = crashingFiles(at, fault);
      const told = await update(diskStorage(home, files.calls), ...sketches).then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'dead',
      );
      if (fault === 'power' && told === 'done') files.losePower();
      // The claim of a dead process keeps nobody out; here the process lives on, so it goes by hand.
      if (['kill', 'torn', 'power'].includes(fault))
        rmSync(join(home, 'lock'), { recursive: true, force: true });
      const trouble = await troubleOf(home, told, { former, wanted, next });
      if (trouble !== null) broken.push(`${fault} at change ${at} of ${points}: ${trouble}`);
      rmSync(home, { recursive: true });
    }
    return { points, broken };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function troubleOf(
  home: string,
  told: string,
  { former, wanted, next }: { former: string; wanted: string; next: readonly Sketch[] },
): Promise<string | null> {
  try {
    const found = worldOf(home);
    if (found !== former && found !== wanted) return 'a mixed world';
    if (told === 'done' && found !== wanted) return 'said to be done, but the old world';
    const { damage } = verifyState(diskStorage(home));
    if (damage.length > 0) return `damaged: ${damage[0]!.file}`;
    await update(quick(home), ...next);
    const after = verifyState(diskStorage(home)).damage;
    if (after.length > 0) return `damaged after the next update: ${after[0]!.file}`;
    if (existsSync(join(home, 'staging'))) return 'staging is left';
    return null;
  } catch (error) {
    return String(error);
  }
}

/** The world as readers find it, all of its lists read entry by entry, the index that of these very lists. */
function worldOf(home: string): string {
  const store = openStore(diskStorage(home));
  const world = describeWorld(store);
  const index = store.index(store.current(), 'test 1');
  if (store.current().length > 0 && Buffer.from(index ?? []).toString() !== world)
    throw new Error('the index is of another world');
  return world;
}

/** The disk without waiting for it: only what is told to fail matters here. */
function quick(home: string): Storage {
  return diskStorage(home, crashingFiles(0, null).calls);
}
