/** Real processes, killed without warning, on a real disk: the lock is free again and the world is whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskStorage, openStore, openWriter } from '../../../src/lists/store/index.js';
import { describeWorld, update } from './support.js';

let root = '';
let child: ChildProcess | null = null;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-killed-'));
});
afterEach(async () => {
  await kill();
  rmSync(root, { recursive: true, force: true });
});

/** Starts the other process and waits until it has said `lines` lines. */
async function start(mode: string, lines: number): Promise<void> {
  const script = fileURLToPath(new URL('killed.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', script, root, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    started.on('exit', () => reject(new Error('ended by itself')));
    started.stdout.on('data', (text) => {
      said += text;
      if (said.split('\n').length > lines) resolve();
    });
  });
  started.removeAllListeners('exit');
}

async function kill(): Promise<void> {
  if (child === null) return;
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  child = null;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

describe('a writer that is killed', () => {
  it.each([0, 3, 7, 12, 20])('%i ms into its work leaves a whole world and no lock', async (delay) => {
    await start('write', 3);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await kill();
    const storage = diskStorage(root);
    const store = openStore(storage);
    const days = store.current().map(({ source, hash, published }) => {
      store.verify(hash);
      for (const snapshot of store.snapshots(source)) store.verify(snapshot.hash);
      return published;
    });
    expect(days).toHaveLength(2);
    expect(days[0]).toBe(days[1]);
    expect(Buffer.from(store.index(store.current(), 'test 1')!).toString()).toBe(describeWorld(store));
    await update(storage, { source: 'ch-seco', of: ['c'], published: '2030-01-01' });
    const held = openStore(storage);
    const snapshots = ['un-sc', 'eu-journal', 'ch-seco'].flatMap((source) => held.snapshots(source));
    expect(filesUnder('snapshots')).toHaveLength(snapshots.length);
    expect(filesUnder('staging')).toEqual([]);
    expect(filesUnder('lock')).toEqual([]);
    expect(filesUnder('.').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('while it lives, another is told its process id and that it should wait', async () => {
    await start('hold', 1);
    const storage = diskStorage(root);
    expect(() => openWriter(storage)).toThrow(
      expect.objectContaining({
        code: 'state-locked',
        message: expect.stringContaining(`process ${child?.pid} is writing`),
      }),
    );
    expect(openStore(storage).current()).toEqual([]);
    await kill();
    openWriter(storage).close();
  });
});

describe('a claim left in the lock folder', () => {
  const claim = (content: unknown) => {
    mkdirSync(join(root, 'lock'), { recursive: true });
    writeFileSync(
      join(root, 'lock', '1-0000'),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  };
  const own = () => {
    const release = diskStorage(root).lock();
    const [name = ''] = readdirSync(join(root, 'lock'));
    const held = JSON.parse(readFileSync(join(root, 'lock', name), 'utf8')) as Record<string, unknown>;
    release();
    return held;
  };

  const takenOver = (make: () => unknown) => {
    claim(make());
    const release = diskStorage(root).lock();
    expect(readdirSync(join(root, 'lock'))).toHaveLength(1);
    release();
    expect(readdirSync(join(root, 'lock'))).toEqual([]);
  };

  it.each([
    ['of a process that has ended', () => ({ ...own(), pid: 2 ** 22 + 1 })],
    ['that a power cut left empty', () => ''],
    ['that is no claim', () => ({ pid: 'x' })],
  ])('%s keeps nobody out, and goes', (_what, make) => takenOver(make));

  it.skipIf(!existsSync('/proc/self/stat')).each([
    ['of an earlier process with an id used again', () => ({ ...own(), started: '1' })],
    ['of the time before the machine was started anew', () => ({ ...own(), boot: 'another' })],
  ])('%s keeps nobody out (skipped where there is no /proc)', (_what, make) => takenOver(make));

  it('of this very process keeps a second writer of it out', () => {
    claim(own());
    expect(() => diskStorage(root).lock()).toThrow(new RegExp(`process ${process.pid} is writing: wait`));
  });

  it('of another machine is believed, and the message says which file to delete', () => {
    claim({ ...own(), host: `not-${hostname()}` });
    expect(() => diskStorage(root).lock()).toThrow(
      /1-0000: process \d+ on not-.* or delete this file if that machine is off/,
    );
  });
});
