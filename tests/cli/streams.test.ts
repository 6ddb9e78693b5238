/** Pipes, interrupts, colours: how the command behaves among others. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, cordon, drop, environment, folder, ROOT, SAMPLE, sampleHome } from './cordon.js';

let home = '';
let files = '';
let many = '';
beforeAll(() => {
  home = sampleHome();
  files = folder();
  many = join(files, 'many.csv');
  const rows = Array.from({ length: 40_000 }, (_, at) => `${at},Igor Sechin the ${at}th\n`);
  writeFileSync(many, `id,name\n${rows.join('')}`);
});
afterAll(() => {
  drop(home);
  drop(files);
});

type End = { code: number | null; out: string; err: string };

/** Runs `cordon` and does something to it once it has said something, or once `there` is a file. */
function interrupted(
  args: readonly string[],
  act: (child: ReturnType<typeof spawn>) => void,
  there?: () => boolean,
) {
  return new Promise<End>((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { env: environment(home), cwd: ROOT });
    let [out, err] = ['', ''];
    let acted = false;
    const once = () => {
      if (acted) return;
      acted = true;
      clearInterval(timer);
      act(child);
    };
    const timer = setInterval(() => {
      if (there?.() === true) once();
    }, 5);
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (there === undefined) once();
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, out, err });
    });
  });
}

describe('a closed pipe', () => {
  it.each([
    ['screen', ['screen', 'FILE', '--jsonl', '--quiet']],
    ['screen in threads', ['screen', 'FILE', '--jsonl', '--threads', '2']],
    ['lists export', ['lists', 'export']],
  ])('%s ends quietly with 0', async (_, args) => {
    const real = args.map((arg) => (arg === 'FILE' ? many : arg));
    const { code, err } = await interrupted(real, (child) => child.stdout?.destroy());
    expect(code).toBe(0);
    expect(err.replace(/^.*: read as .*\n/, '')).toBe('');
  });

  it('of standard error does not matter', async () => {
    const child = spawn(process.execPath, [BIN, 'check', 'Igor Sechin', '--date', '2020-01-01'], {
      env: environment(home),
    });
    child.stderr.destroy();
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(3);
    expect(out).toContain('SECHIN');
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is a failure with a reason', () => {
    const shell = `"${process.execPath}" "${BIN}" check "Igor Sechin" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', shell], { env: environment(home) });
    expect(status).toBe(1);
    expect(stderr.toString()).toMatch(/^cordon: standard output cannot be written: .*\n$/);
  });
});

describe('Ctrl-C while screening', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i and leaves no half of a file', async (signal, exit) => {
    const to = join(files, 'answers.csv');
    const begun = () => readdirSync(files).some((name) => name.startsWith('answers.csv'));
    const end = await interrupted(['screen', many, '-o', to], (child) => child.kill(signal), begun);
    expect(end.code).toBe(exit);
    expect(end.out).toBe('');
    expect(readdirSync(files)).toEqual(['many.csv']);
  });
});

describe('colours', () => {
  const coloured = /\u001b\[\d/;
  const script = spawnSync('script', ['--version']).status === 0;
  const onTerminal = (args: string, env: Record<string, string> = {}) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${BIN}" ${args}`, '/dev/null'], {
      env: environment(home, env),
    }).stdout.toString();

  it('none in a pipe', () => {
    expect(cordon(['check', 'Igor Sechin'], { home }).out).not.toMatch(coloured);
  });

  it.skipIf(!script)(
    `on a terminal, unless switched off${script ? '' : ' (skipped: no script command to make a terminal)'}`,
    () => {
      expect(onTerminal('check "Igor Sechin"')).toMatch(coloured);
      expect(onTerminal('check "Igor Sechin" --no-color')).not.toMatch(coloured);
      expect(onTerminal('check "Igor Sechin"', { NO_COLOR: '1' })).not.toMatch(coloured);
    },
  );

  it.skipIf(!script)(
    `progress on a terminal, unless --quiet${script ? '' : ' (skipped: no script command to make a terminal)'}`,
    () => {
      const update = `lists update --from "${join(SAMPLE, 'lists')}"`;
      expect(onTerminal(update)).toContain('4/4 lists');
      expect(onTerminal(`${update} --quiet`)).not.toContain('4/4 lists');
    },
  );
});

describe('the command itself', () => {
  it.each([['-v'], ['--version']])('%s names Cordon, the index format and the rule tables', (flag) => {
    expect(cordon([flag]).out).toMatch(
      /^cordon \d+\.\d+\.\d+\nindex format \d+\nrule tables [0-9a-f]{64}\n$/,
    );
  });

  it('helps', () => {
    expect(cordon(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes: 0 done') });
    expect(cordon(['help', 'check'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--birth-date'),
    });
    expect(cordon([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: cordon') });
    expect(cordon(['lists'])).toMatchObject({ code: 2, out: '' });
  });

  it('does not take a wrong word for another', () => {
    expect(cordon(['chekc', 'Igor'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('chekc: no such command; commands are check, screen'),
    });
    // A name without its quotes: its first word alone must not be checked.
    expect(cordon(['check', 'Igor', 'Sechin', '--sample'])).toMatchObject({ code: 2, out: '' });
  });

  it('finds its state in CORDON_HOME, in --home, or where the user keeps data', () => {
    const none = { CORDON_HOME: '' };
    const data = folder();
    expect(cordon(['check', 'X', '--home', home], { env: none }).code).toBe(0);
    expect(cordon(['check', 'X'], { env: { ...none, XDG_DATA_HOME: data } }).err).toContain(
      `${join(data, 'cordon')}: no list is loaded`,
    );
    expect(cordon(['check', 'X'], { env: { ...none, XDG_DATA_HOME: '', HOME: data } }).err).toContain(
      `${join(data, '.local', 'share', 'cordon')}: no list is loaded`,
    );
    drop(data);
  });
});
