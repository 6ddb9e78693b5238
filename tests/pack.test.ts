/** What `npm publish` would send, installed as a user installs it: a command, a library, its types. Needs the registry. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
let folder = '';
let app = '';
let packed: { filename: string; files: { path: string; size: number }[] };
let unreachable: string | null = null;

function run(command: string, args: readonly string[], cwd = app, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    timeout: 180_000,
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-pack-'));
  app = join(folder, 'app');
  mkdirSync(app);
  // Without scripts: they would build `dist` anew under the tests that run it.
  const pack = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  [packed] = JSON.parse(pack.out.slice(pack.out.indexOf('['))) as [typeof packed];
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  const install = run('npm', ['install', join(folder, packed.filename), ...flags]);
  if (install.code === 0) return;
  if (!/ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|network/.test(install.err))
    throw new Error(install.err);
  unreachable = 'the registry cannot be reached';
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what runs and what explains it, and nothing of the workshop', () => {
    const paths = packed.files.map((file) => file.path);
    for (const path of ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md', 'bin/cordon.js'])
      expect(paths).toContain(path);
    for (const path of [
      'dist/index.js',
      'dist/index.d.ts',
      'dist/app/thread.js',
      'data/sample/customers.csv',
    ])
      expect(paths).toContain(path);
    expect(
      paths.filter(
        (path) => !/^(?:bin|dist|data|docs|examples)\/|^[A-Z]+(?:\.md)?$|^package\.json$/.test(path),
      ),
    ).toEqual([]);
    expect(paths.filter((path) => /\.(?:test|tsbuildinfo)|\.tmp$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    expect(packed.files.reduce((sum, file) => sum + file.size, 0)).toBeLessThan(25_000_000);
  });

  it('installs, and its command answers', (context) => {
    if (unreachable !== null) context.skip(unreachable);
    const env = { CORDON_HOME: join(folder, 'state') };
    const check = run(
      'npx',
      ['--no-install', 'cordon', 'check', 'Igor Sechin', '--sample', '--json'],
      app,
      env,
    );
    expect(check.code).toBe(3);
    expect(JSON.parse(check.out).findings[0]).toMatchObject({ regime: 'US', verdict: 'review' });
    const sample = join(app, 'node_modules', 'cordon', 'data', 'sample');
    const update = run(
      'npx',
      ['--no-install', 'cordon', 'lists', 'update', '--from', join(sample, 'lists')],
      app,
      env,
    );
    expect(update.code).toBe(0);
    const screen = ['cordon', 'screen', join(sample, 'customers.csv'), '-o', 'out.csv', '--threads', '2'];
    expect(run('npx', ['--no-install', ...screen], app, env).code).toBe(3);
    expect(readdirSync(app)).toContain('out.csv');
  });

  it('is a library for a module', (context) => {
    if (unreachable !== null) context.skip(unreachable);
    writeFileSync(
      join(app, 'program.js'),
      `import { check, openWorld } from 'cordon';
const world = await openWorld({ sample: true });
console.log(check(world, 'Igor Sechin').findings.map((one) => one.regime + ' ' + one.verdict).join(', '));`,
    );
    expect(run(process.execPath, ['program.js'])).toEqual({
      code: 0,
      out: 'US review, EU review\n',
      err: '',
    });
  });

  it('and its types hold, without any other package’s', (context) => {
    if (unreachable !== null) context.skip(unreachable);
    writeFileSync(
      join(app, 'program.ts'),
      `import { check, CordonError, type Finding, openWorld, read, screen, type Verdict } from 'cordon';
const world = await openWorld({ sample: true, regimes: ['US', 'EU'], date: '2024-06-01' });
const answer = check(world, { name: ['Igor Sechin'], birthDate: ['1960-09-07'] });
export const verdicts: readonly Verdict[] = answer.findings.map((one: Finding) => one.verdict);
export const { report } = read(world, new Uint8Array(1), 'page.html');
const { rows } = await screen(world, 'customers.csv');
for await (const { judged } of rows) if (judged.error === null) verdicts.includes(judged.verdict!);
// @ts-expect-error: no such regime
await openWorld({ regimes: ['MARS'] });
// @ts-expect-error: a finding cannot be changed
if (answer.findings[0]) answer.findings[0].verdict = 'clear';
export const code: string = new CordonError('usage', 'x').code;
`,
    );
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = '--strict --noEmit --module nodenext --target es2022 --lib es2023 --types';
    const checked = run(process.execPath, [
      tsc,
      ...options.split(' '),
      '',
      '--skipLibCheck',
      'false',
      'program.ts',
    ]);
    expect(checked).toMatchObject({ code: 0, out: '' });
  });
});
