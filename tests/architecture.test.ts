/**
 * Who may import whom. The table below is the floor plan (docs/architecture.md shows it as a picture); this test reads
 * every import under src/ and prints the line and the row that forbids it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Room = {
  /** Rooms it may import, by their doors. */
  readonly rooms: readonly string[];
  /** Outside packages at home here. */
  readonly packages: readonly string[];
  /** Where in the room files, net and clock may be touched; '' is everywhere, an empty list nowhere. */
  readonly touches: readonly string[];
};

const GROUND = ['base', 'text', 'model'];
const READING = [...GROUND, 'wire', 'names', 'lists', 'documents'];
const JUDGING = ['search', 'match', 'ownership', 'rules', 'trade'];

const FLOOR_PLAN: Readonly<Record<string, Room>> = {
  base: { rooms: [], packages: ['csv-parse', 'saxes'], touches: [] },
  text: { rooms: ['base'], packages: ['pinyin-pro'], touches: [] },
  model: { rooms: ['base', 'text'], packages: ['@alephdata/followthemoney'], touches: [] },
  wire: { rooms: GROUND, packages: ['zod'], touches: [] },
  names: { rooms: GROUND, packages: [], touches: [] },
  lists: { rooms: GROUND, packages: ['saxes', 'csv-parse', 'undici'], touches: ['store/', 'fetch/'] },
  documents: {
    rooms: [...GROUND, 'names'],
    packages: ['linkedom', '@mozilla/readability', 'unpdf', 'wink-nlp'],
    touches: [],
  },
  search: { rooms: [...GROUND, 'names'], packages: [], touches: [] },
  match: { rooms: [...GROUND, 'names'], packages: [], touches: [] },
  ownership: { rooms: [...GROUND, 'names'], packages: [], touches: [] },
  rules: { rooms: [...GROUND, 'names'], packages: [], touches: [] },
  trade: { rooms: GROUND, packages: ['@duckdb/node-api'], touches: [''] },
  report: { rooms: GROUND, packages: [], touches: [] },
  screening: { rooms: [...READING, ...JUDGING], packages: [], touches: [] },
  cases: { rooms: ['base', 'model'], packages: ['kysely', 'better-sqlite3', 'pg'], touches: [''] },
  work: {
    rooms: ['base', 'model'],
    packages: ['@nats-io/jetstream', '@nats-io/transport-node'],
    touches: [''],
  },
  app: {
    rooms: [...READING, ...JUDGING, 'report', 'screening', 'cases', 'work'],
    packages: ['pino', '@duckdb/node-api'],
    touches: [''],
  },
  server: { rooms: ['base', 'model', 'wire', 'report', 'app'], packages: ['fastify', 'zod'], touches: [''] },
  cli: {
    rooms: ['base', 'model', 'wire', 'report', 'app', 'server'],
    packages: ['commander', 'cli-progress'],
    touches: [''],
  },
};

/** Builtins that touch nothing outside the process: usable everywhere. */
const PURE_BUILTINS = ['node:crypto', 'node:module', 'node:zlib'];
const CLOCK =
  /\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bprocess\.(?!stdout\b)/;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');

type Import = { file: string; line: number; from: string; room: string };

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const file = relative(src, path);
  const room = file.split('/')[0]!;
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|(?:\bimport|\brequire\w*|createRequire\(import\.meta\.url\)|\bload)\(\s*['"]([^'"]+)['"]\s*,?\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    line: text.slice(0, match.index + match[0].length).split('\n').length,
    from: (match[1] ?? match[2] ?? match[3])!,
    room,
  }));
}

const files = sources(src);
const imports = files.flatMap(importsOf);
const at = (it: Import) => `src/${it.file}:${it.line} imports '${it.from}'`;

/** The room and the path inside it that a relative import leads to. */
function target(it: Import): { room: string; inside: string } {
  const path = normalize(join(dirname(it.file), it.from));
  const [room, ...inside] = path.split('/');
  return { room: room!, inside: inside.join('/') };
}

describe('the floor plan', () => {
  it('has a row for every folder under src, and files only in folders', () => {
    const rooms = readdirSync(src, { withFileTypes: true });
    expect(rooms.filter((entry) => entry.isDirectory() && FLOOR_PLAN[entry.name] === undefined)).toEqual([]);
    expect(rooms.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)).toEqual(['index.ts']);
  });

  it('lets arrows point only where a row allows it', () => {
    const forbidden = imports
      .filter((it) => it.from.startsWith('.') && it.file.includes('/'))
      .filter((it) => target(it).room !== it.room && !FLOOR_PLAN[it.room]?.rooms.includes(target(it).room))
      .map((it) => `${at(it)}: ${it.room} may import ${FLOOR_PLAN[it.room]?.rooms.join(', ') || 'nothing'}`);
    expect(forbidden).toEqual([]);
  });

  it('goes through doors: another room is imported by its index, never by a file inside', () => {
    const windows = imports
      .filter((it) => it.from.startsWith('.') && target(it).room !== it.room && it.file.includes('/'))
      .filter((it) => !['index.js', 'store/index.js', 'fetch/index.js'].includes(target(it).inside))
      .map(at);
    expect(windows).toEqual([]);
  });

  it('never imports its own door (that is how cycles start)', () => {
    const own = imports.filter(
      (it) => it.from.startsWith('.') && target(it).room === it.room && target(it).inside === 'index.js',
    );
    expect(own.map(at)).toEqual([]);
  });

  it('keeps every outside package in its home', () => {
    const homeless = imports
      .filter((it) => !it.from.startsWith('.') && !it.from.startsWith('node:'))
      .filter(
        (it) =>
          !FLOOR_PLAN[it.room]?.packages.some((name) => it.from === name || it.from.startsWith(`${name}/`)),
      )
      .map(at);
    expect(homeless).toEqual([]);
  });

  it('touches files, net and clock only where the last column says so', () => {
    const allowed = (file: string) => {
      const room = FLOOR_PLAN[file.split('/')[0]!];
      const inside = file.split('/').slice(1).join('/');
      return room?.touches.some((place) => inside.startsWith(place)) === true;
    };
    const builtins = imports.filter(
      (it) => it.from.startsWith('node:') && !PURE_BUILTINS.includes(it.from) && !allowed(it.file),
    );
    const clocks = files
      .map((path) => relative(src, path))
      .filter((file) => file.includes('/') && !allowed(file))
      .flatMap((file) =>
        readFileSync(join(src, file), 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            CLOCK.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line)
              ? [`src/${file}:${index + 1} ${line.trim()}`]
              : [],
          ),
      );
    expect([...builtins.map(at), ...clocks]).toEqual([]);
  });

  it('has no cycles between files', () => {
    const edges = new Map<string, string[]>();
    for (const it of imports.filter((one) => one.from.startsWith('.'))) {
      const to = normalize(join(dirname(it.file), it.from)).replace(/\.js$/, '.ts');
      edges.set(it.file, [...(edges.get(it.file) ?? []), to]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

/** Rooms under src/lists that are no lists → the rooms there that they may import beside the loose files. */
const LIST_GROUND: Readonly<Record<string, readonly string[]>> = {
  reading: [],
  wording: [],
  'gb-designation': ['reading', 'wording'],
  store: ['reading'],
  fetch: ['store'],
};
/** What every list may import: how files are read, how lists word things, and the mapping that two lists share. */
const OF_EVERY_LIST = ['reading', 'wording', 'gb-designation'];

describe('the rooms under lists', () => {
  const roomIn = (inside: string): string | null =>
    inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : null;
  const within = imports.filter((it) => it.room === 'lists' && it.from.startsWith('.'));

  it('siblings do not meet: no list imports from the folder of another', () => {
    const meeting = within.filter((it) => {
      const from = roomIn(it.file.slice('lists/'.length));
      const { room, inside } = target(it);
      const to = roomIn(inside);
      if (from === null || to === null || room !== 'lists' || from === to) return false;
      return !(LIST_GROUND[from] ?? OF_EVERY_LIST).includes(to);
    });
    expect(meeting.map(at)).toEqual([]);
  });

  it('has no ground that fewer than two rooms stand on', () => {
    const users = (ground: string) =>
      new Set(
        within
          .filter(
            (it) => target(it).inside.startsWith(`${ground}/`) && !it.file.startsWith(`lists/${ground}/`),
          )
          .map((it) => roomIn(it.file.slice('lists/'.length))),
      );
    expect(OF_EVERY_LIST.filter((ground) => users(ground).size < 2)).toEqual([]);
  });
});

describe('the house rules a machine can hold', () => {
  it('no default exports', () => {
    expect(
      files
        .filter((path) => /^export default /m.test(readFileSync(path, 'utf8')))
        .map((path) => relative(src, path)),
    ).toEqual([]);
  });

  it('no file over 400 lines', () => {
    const long = files.map(
      (path) => [relative(src, path), readFileSync(path, 'utf8').split('\n').length] as const,
    );
    expect(long.filter(([, lines]) => lines > 400)).toEqual([]);
  });

  it('every file begins by saying what it is', () => {
    const silent = files.filter((path) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(path, 'utf8')));
    expect(silent.map((path) => relative(src, path))).toEqual([]);
  });

  it('no folder named for nothing', () => {
    const names = files
      .map((path) => relative(src, path))
      .filter((file) => /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|\.ts|$)/.test(file));
    expect(names).toEqual([]);
  });
});
