/**
 * logic-v2 itself, in a Python process that answers when asked. Its package is installed once, under the user's cache
 * folder; that takes minutes where ICU has to be compiled.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The version measured against: figures of two days must be comparable. */
const PACKAGE = 'nomenklatura==4.17.4';
const FOLDER = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cordon-bench', PACKAGE);

/** How it is asked: names parsed beforehand, or parsed each time. */
export type Mode = 'prepared' | 'parsing';
/** `seconds` of processor time; `scores` in the order of the pairs. */
export type Round = { readonly seconds: number; readonly scores: readonly number[] };
/** `allRemembered`: whether it keeps the parsed names of all pairs, so that `prepared` parses nothing. */
export type LogicV2 = {
  readonly version: string;
  readonly allRemembered: boolean;
  readonly round: (mode: Mode, rounds: number) => Promise<Round>;
  readonly close: () => void;
};

/** Starts it with the pairs. Throws why it is not to be had. */
export async function openLogicV2(
  pairs: readonly (readonly [schema: string, left: string, right: string])[],
): Promise<LogicV2> {
  const script = fileURLToPath(new URL('logic-v2.py', import.meta.url));
  const child = spawn(installed(), [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  // A process that cannot start or has ended gives no line, which is told below.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string): Promise<unknown> => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('logic-v2 ended without an answer');
    return JSON.parse(value as string) as unknown;
  };
  const head = (await ask(JSON.stringify(pairs))) as Pick<LogicV2, 'version' | 'allRemembered'>;
  return {
    ...head,
    round: async (mode, rounds) => (await ask(`${mode} ${rounds}`)) as Round,
    close: () => child.stdin.end(),
  };
}

/** The Python that has the package, installed now where it is not. */
function installed(): string {
  const python = join(FOLDER, 'bin', 'python');
  const whole = join(FOLDER, 'installed');
  if (existsSync(whole)) return python;
  if (spawnSync('python3', ['--version']).status !== 0) throw new Error('python3 is not there');
  console.log(`(installing ${PACKAGE} under ${FOLDER}, once)`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [command, ...args] of [
    ['python3', '-m', 'venv', FOLDER],
    [python, '-m', 'pip', 'install', '--quiet', PACKAGE],
  ] as const) {
    const { status, stderr } = spawnSync(command, args, { maxBuffer: 2 ** 26 });
    if (status !== 0)
      throw new Error(`${PACKAGE} could not be installed: ${stderr.toString().trim().split('\n').at(-1)}`);
  }
  writeFileSync(whole, '');
  return python;
}
