/**
 * One writer per folder, without a lock that outlives its process. Each would-be writer announces itself by a claim file
 * of its own and only then looks for others: of two that announce at once at least one sees the other and steps back.
 * No claim is ever taken over, so there is no moment in which two processes both believe the dead one's place is theirs.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CordonError } from '../../base/index.js';
import { UNFINISHED } from './storage.js';

/** Who claims. `started` and `boot` tell a reused process id from the process that wrote it; null without /proc. */
type Claim = {
  readonly pid: number;
  readonly started: string | null;
  readonly boot: string | null;
  readonly host: string;
};

/** Two that start at once both step back; they try again this often, after waits that differ by process. */
const ATTEMPTS = 4;

/**
 * Claims the right to write.
 *
 * @param folder holds the claims, nothing else; it exists
 * @returns gives the claim back
 * @throws CordonError `state-locked` naming the process that writes
 */
export function claimWriter(folder: string): () => void {
  for (let attempt = 1; ; attempt += 1) {
    const own = announce(folder);
    const rival = own === null ? null : findRival(folder, own);
    if (own !== null && rival === null) return () => rmSync(join(folder, own), { force: true });
    if (own !== null) rmSync(join(folder, own), { force: true });
    if (attempt >= ATTEMPTS && rival !== null) throw lockedBy(rival.claim, join(folder, rival.name));
    pause(attempt * (5 + (process.pid % 31)));
  }
}

/** Writes the own claim, whole or not at all; null when a rival that cleared up removed it half-way. */
function announce(folder: string): string | null {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const path = join(folder, name);
  const own: Claim = { pid: process.pid, started: startOf(process.pid), boot: bootOf(), host: hostname() };
  writeFileSync(path + UNFINISHED, `${JSON.stringify(own)}\n`);
  try {
    renameSync(path + UNFINISHED, path);
    return name;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

/** The first living claim that is not the own one; dead ones are removed on the way. */
function findRival(folder: string, own: string): { name: string; claim: Claim } | null {
  let rival: { name: string; claim: Claim } | null = null;
  for (const name of readdirSync(folder).sort()) {
    if (name === own) continue;
    const claim = name.endsWith(UNFINISHED) ? null : readClaim(join(folder, name));
    if (claim !== null && isAlive(claim)) rival ??= { name, claim };
    else rmSync(join(folder, name), { force: true });
  }
  return rival;
}

/** Null for what is no claim: a whole claim appears at once, so half of one is what a power cut left. */
function readClaim(path: string): Claim | null {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Claim;
    return Number.isInteger(read.pid) && typeof read.host === 'string' ? read : null;
  } catch {
    return null;
  }
}

function isAlive(claim: Claim): boolean {
  // Nothing can be learnt about a process of another machine, so it is taken to live.
  if (claim.host !== hostname()) return true;
  const boot = bootOf();
  if (boot !== null && claim.boot !== null && boot !== claim.boot) return false;
  try {
    process.kill(claim.pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  const started = startOf(claim.pid);
  return started === null || claim.started === null || started === claim.started;
}

/** Clock ticks from boot to the process's start; '' for one that has ended but was not yet collected by its parent. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold blanks: count from the last bracket. proc(5): state, field 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function bootOf(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

function lockedBy(claim: Claim, path: string): CordonError {
  const who =
    claim.host === hostname()
      ? `process ${claim.pid} is writing: wait for it to end`
      : `process ${claim.pid} on ${claim.host} is writing: wait for it to end, or delete this file if that machine is off`;
  return new CordonError('state-locked', `${path}: ${who}`);
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
