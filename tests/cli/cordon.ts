/** The built command, run as people run it: a process of its own, and what it leaves on its two outputs. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const BIN = join(ROOT, 'bin', 'cordon.js');
export const SAMPLE = join(ROOT, 'data', 'sample');
/** The day of the sample's lists, and a later one on which answers are asked for. */
export const SAMPLE_DAY = '2023-10-31';
export const DAY = '2024-06-01';

/** What a run left behind. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunOptions = {
  readonly home?: string;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** No test ever asks a publisher: what is encrypted goes to a proxy of this machine that is not there. */
export const NO_WAY_OUT: Readonly<Record<string, string>> = {
  ...{ HTTP_PROXY: '', http_proxy: '', HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: '' },
  ...{ NO_PROXY: '', no_proxy: '' },
};

/** The environment of every run: the user's own, without what would change answers or leave this machine. */
export function environment(home: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, CORDON_DEBUG: ___, ...rest } = process.env;
  return { ...rest, ...NO_WAY_OUT, CORDON_HOME: home, ...more };
}

/** Runs `cordon`. Nothing it ever says may hold a stack trace: that is held here, for every run of every test. */
export function cordon(args: readonly string[], options: RunOptions = {}): Run {
  const { home = join(tmpdir(), 'cordon-no-such-folder'), input, cwd = ROOT, env } = options;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env: environment(home, env),
    input: input ?? '',
    maxBuffer: 1 << 28,
  });
  // A command that has seen enough closes its input: that is its right.
  if (error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  const run = { code: status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
  if (/^\s+at .+:\d+/m.test(run.out + run.err) || run.err.includes('defect in Cordon'))
    throw new Error(`cordon ${args.join(' ')}: a stack trace or a defect:\n${run.out}${run.err}`);
  return run;
}

/** An empty folder of the test's own; remove it with `drop`. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'cordon-test-'));
}

export function drop(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** A state folder that holds the sample's lists, and an invented dataset for what the sample has no case of. */
export function sampleHome(): string {
  return preparedHome('sample', loadSample);
}

/** Loads the sample's lists into a state folder. */
function loadSample(home: string): void {
  const lists = join(SAMPLE, 'lists');
  const held = cordon(['lists', 'update', '--from', lists, '--published', SAMPLE_DAY], { home });
  if (held.code !== 0) throw new Error(held.err);
}

/** A copy of a state folder that is filled once a run, whichever test file needs it first. The test drops the copy. */
function preparedHome(name: string, fill: (home: string) => void): string {
  const kept = join(inject('prepared'), name);
  if (!existsSync(kept)) {
    const made = mkdtempSync(join(inject('prepared'), 'making-'));
    fill(made);
    try {
      renameSync(made, kept);
    } catch (cause) {
      // Another test file was faster.
      if (!existsSync(kept)) throw cause;
      drop(made);
    }
  }
  const home = folder();
  cpSync(kept, home, { recursive: true });
  return home;
}

/** Loads the invented dataset `made-up` into a state folder. Nobody of that name exists. */
export function loadMadeUp(home: string): void {
  const from = folder();
  writeDataset(join(from, 'made-up'), MADE_UP);
  const held = cordon(['lists', 'update', '--from', from, '--published', SAMPLE_DAY], { home });
  drop(from);
  if (held.code !== 0) throw new Error(held.err);
}

export function writeDataset(path: string, entities: readonly object[]): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'entities.ftm.json'), entities.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

const person = (id: string, name: string, more: object = {}) => ({
  id,
  schema: 'Person',
  properties: { name: [name], topics: ['sanction'], ...more },
  datasets: ['made-up'],
});
const sanction = (entity: string, dates: object) => ({
  id: `${entity}-sanction`,
  schema: 'Sanction',
  properties: { entity: [entity], authority: ['Invented Office'], program: ['INV'], ...dates },
  datasets: ['made-up'],
});

const MADE_UP = [
  person('delisted', 'Zebulon Quarterstaff'),
  sanction('delisted', { startDate: ['2010-01-01'], endDate: ['2015-06-30'] }),
  person('to-come', 'Ottoline Featherbottom'),
  sanction('to-come', { startDate: ['2030-01-01'] }),
  person('weak', 'Cornelius Applegarth', { birthDate: ['1970-01-01'], weakAlias: ['Snodgrass'] }),
  sanction('weak', { startDate: ['2020-01-01'] }),
  {
    id: 'pep',
    schema: 'Person',
    properties: { name: ['Barnaby Thistlewaite'], topics: ['role.pep'] },
    datasets: ['made-up'],
  },
];
