/**
 * The documentation as a specification: links lead somewhere, examples run, screens are what the command prints, options
 * and JSON keys are those of the command. Runs the built command. `UPDATE_DOCS=1` writes the screens anew.
 */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FEATURE_SENTENCES } from '../src/match/index.js';
import { NO_WAY_OUT } from './cli/cordon.js';
import { serve } from './lists/fetch/servers.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const cordon = join(root, 'bin', 'cordon.js');
const scratch = mkdtempSync(join(tmpdir(), 'cordon-docs-'));
const home = join(scratch, 'home');
// Programs of a user stand outside the checkout and find the package as if it were installed.
const installed = join(scratch, 'node_modules', 'cordon');
mkdirSync(dirname(installed));
symlinkSync(root, installed);
afterAll(() => {
  unlinkSync(installed);
  rmSync(scratch, { recursive: true });
});

const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((name) => `docs/${name}`)];
const pageOf = (path: string) => readFileSync(join(root, path), 'utf8');

type Fence = { readonly page: string; readonly language: string; readonly code: string };
type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

function fencesOf(page: string): Fence[] {
  return [...pageOf(page).matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, code]) => ({
    page,
    language: language!,
    code: code!,
  }));
}

const FENCES = PAGES.flatMap(fencesOf);
const prose = (page: string) => pageOf(page).replace(/^```.*?^```$/gms, '');

/** Runs node in the checkout, with an empty state folder. */
function node(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...NO_WAY_OUT, CORDON_HOME: home, NO_COLOR: '1' };
    const options = { cwd: root, env, maxBuffer: 1 << 26 };
    const child = execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

const run = (line: string, input = '') => node([cordon, ...wordsOf(line)], input);

/** The arguments of `cordon …`, as a shell splits them. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  expect(words.shift()).toBe('cordon');
  return words;
}

describe('links', () => {
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
  const anchors = (page: string) =>
    [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, text]) => anchorOf(text!));

  it.each(PAGES)('%s leads to files and headings that exist', (page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const broken = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [path, anchor] = link.split('#') as [string, string | undefined];
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });
});

describe('examples', () => {
  const lines = FENCES.filter(({ language }) => language === 'sh')
    .flatMap(({ page, code }) => code.split('\n').map((line) => ({ page, line })))
    .filter(({ line }) => line.startsWith('cordon ') && line.includes('--sample'));

  it.concurrent.each(lines)('$page: $line', async ({ line }) => {
    const { code, stdout, stderr } = await run(line);
    expect([0, 3, 4], stderr).toContain(code);
    expect(stdout).not.toBe('');
  });

  const screens = FENCES.filter(({ language }) => language === 'console');

  it.concurrent.each(screens)('$page shows what the command prints', async ({ page, code }) => {
    const [command = ''] = code.split('\n', 1);
    const { stdout } = await run(command.replace('$ ', ''));
    if (process.env.UPDATE_DOCS) {
      writeFileSync(
        join(root, page),
        pageOf(page).replace(code, () => `${command}\n${stdout}`),
      );
    } else expect(code).toBe(`${command}\n${stdout}`);
  });

  const scripts = FENCES.filter(({ language }) => language === 'js').map((fence, at) => ({ ...fence, at }));

  it.concurrent.each(scripts)('$page: program $at of the library runs', async ({ code, at }) => {
    const path = join(scratch, `program-${at}.mjs`);
    writeFileSync(path, code);
    const ran = await node([path]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toBe('');
  });

  it.concurrent.each(readdirSync(join(root, 'examples')))('examples/%s runs', async (name) => {
    const ran = await node([join('examples', name)]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toBe('');
  });
});

describe('docs/adding-a-list.md', () => {
  const shown = FENCES.filter(({ page, language }) => page === 'docs/adding-a-list.md' && language === 'ts');

  it.each(shown)('shows the source as it is, %#', ({ code }) => {
    const folder = join(root, 'src', 'lists', 'ch-fiaa');
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(sources.some((source) => source.includes(code))).toBe(true);
  });

  it('shows some', () => expect(shown).toHaveLength(3));
});

describe('docs/cli.md', () => {
  const sections = new Map(
    prose('docs/cli.md')
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0]!.replaceAll('`', ''), section]),
  );
  const own = (section: string) => [...section.matchAll(/^\| `(-[^`]+)` \|/gm)].map(([, flags]) => flags!);

  /** The options a section names, and those of the shared sections that it takes. */
  function documented(command: string): string[] {
    const section = sections.get(`cordon ${command}`) ?? '';
    const takes = section.split('Takes the ')[1]?.split('\n\n', 1)[0] ?? '';
    const shared = [...sections].filter(([title]) =>
      takes.includes(`#${title.toLowerCase().replaceAll(' ', '-')})`),
    );
    return [...shared.map(([, text]) => text), section].flatMap(own).sort();
  }

  const helps = new Map<string, Promise<Ran>>();
  const helpOf = async (command: string) => {
    const help = helps.get(command) ?? run(`cordon ${command} --help`);
    helps.set(command, help);
    return (await help).stdout;
  };
  const part = (help: string, title: string) => help.split(`${title}:\n`)[1]?.split('\n\n', 1)[0] ?? '';
  const commandsOf = async (command: string): Promise<string[]> => {
    const names = [...part(await helpOf(command), 'Commands').matchAll(/^ {2}([a-z]+)/gm)].map(
      ([, name]) => name!,
    );
    const below = names.filter((name) => name !== 'help').map((name) => `${command} ${name}`.trim());
    return below.length === 0 ? [command] : (await Promise.all(below.map(commandsOf))).flat();
  };

  it('has a section for every command and for no other, each with exactly its options', async () => {
    const commands = await commandsOf('');
    const titles = [...sections.keys()].filter((title) => title.startsWith('cordon '));
    expect(titles.sort()).toEqual(commands.map((command) => `cordon ${command}`).sort());
    for (const command of commands) {
      const flags = [...part(await helpOf(command), 'Options').matchAll(/^ {2}(-.*?)(?: {2,}.*)?$/gm)].map(
        ([, text]) => text!,
      );
      const expected = flags.filter((text) => text !== '-h, --help').sort();
      expect({ command, options: documented(command) }).toEqual({ command, options: expected });
    }
  });
});

it('docs/matching.md tells every feature of a score and no other', () => {
  const rows = [...prose('docs/matching.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
  expect(rows.sort()).toEqual(Object.keys(FEATURE_SENTENCES).sort());
});

describe('docs/json.md', () => {
  /** Every key of a value. Properties are FollowTheMoney's own, and what was asked is the asker's. */
  function keysOf(value: unknown, into: Set<string>, above = ''): Set<string> {
    if (Array.isArray(value)) for (const one of value) keysOf(one, into, above);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        into.add(key);
        if (key !== 'properties' && above !== 'command') keysOf(inner, into, key);
      }
    }
    return into;
  }

  /** Everything the commands write as JSON, about the sample and a small list with an issue. */
  async function everything(): Promise<unknown[]> {
    const lists = join(scratch, 'lists', 'own');
    mkdirSync(lists, { recursive: true });
    const entity = {
      id: 'x1',
      schema: 'Person',
      properties: { name: ['Invented Person'], shoeSize: ['43'] },
    };
    writeFileSync(join(lists, 'entities.ftm.json'), `${JSON.stringify(entity)}\n`);
    const changed = join(scratch, 'changed');
    mkdirSync(join(changed, 'own'), { recursive: true });
    const other = { ...entity, caption: 'Invented' };
    writeFileSync(join(changed, 'own', 'entities.ftm.json'), `${JSON.stringify(other)}\n`);
    const customers = join(scratch, 'customers.csv');
    writeFileSync(customers, 'name,birth date,city\nIgor Sechin,soon,Tehran\n,,\n');
    const record = join(scratch, 'record.json');
    const lines = async (line: string, input = '') =>
      (await run(line, input)).stdout
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as unknown);
    const value = async (line: string) => JSON.parse((await run(line)).stdout) as unknown;
    const pair = '{"name1":"Igor Sechin","name2":"I. Sechin"}\nno pair\n';
    const written = [
      await value('cordon check "Alexey Miller" --birth-date 1987-05-14 --sample --json'),
      await value(`cordon check "Igor Sechin" --sample --json --record ${record}`),
      ...(await lines(`cordon screen ${customers} --sample --jsonl`)),
      await value(`cordon screen ${customers} --sample --json`),
      await value('cordon read data/sample/article.html --sample --json'),
      ...(await lines('cordon compare --jsonl', pair)),
      await value(`cordon lists update --from ${dirname(lists)} --json`),
      await value('cordon lists status --json'),
      await value('cordon lists issues own --json'),
      await value(`cordon lists diff ${dirname(lists)} ${changed} --json`),
      ...(await lines('cordon lists export un-sc --sample')),
      await fetched(value),
      JSON.parse(readFileSync(record, 'utf8')) as unknown,
    ];
    writeFileSync(record, readFileSync(record, 'utf8').replace('"threshold": 0.7', '"threshold": 0.6'));
    return [...written, await value(`cordon verify ${record} --json`)];
  }

  /** What fetching says, of a publisher on this machine. */
  async function fetched(value: (line: string) => Promise<unknown>): Promise<unknown> {
    const server = await serve((_, response) => response.end('{}'));
    const folder = join(scratch, 'fetched');
    const told = await value(
      `cordon lists fetch own -o ${folder} --url own=${server.url}/own.json --allow-private --json`,
    );
    await server.close();
    return [told, JSON.parse(readFileSync(join(folder, 'fetched.json'), 'utf8'))];
  }

  it('tells every key that the commands write, and no key that they do not', async () => {
    const actual = new Set<string>();
    for (const value of await everything()) keysOf(value, actual);
    const page = prose('docs/json.md');
    const named = new Set([...page.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code!.match(/\w+/g) ?? []));
    expect([...actual].filter((key) => !named.has(key))).toEqual([]);
    const tables = page.split('\n\n').filter((text) => text.startsWith('| key |'));
    const keys = tables
      .flatMap((table) => [...table.matchAll(/^\| (`.*?`) \|/gm)])
      .flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, key]) => key!));
    expect(keys.filter((key) => !actual.has(key))).toEqual([]);
  });
});
