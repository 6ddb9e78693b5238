/** Which reader reads what of a handed-over folder, what is named in a warning, what is refused. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LISTS_TABLES, openReaders } from '../../../src/lists/index.js';
import { ANY_SOURCE, type ListFile, type ListReader } from '../../../src/lists/reader.js';
import { planReading, readJob } from '../../../src/lists/store/index.js';
import { zipOf } from '../../base/zip-of.js';

/** A reader of files that begin with `mark`; its entities are the words that follow. */
function reader(source: string, format: string, rank: number, mark: string): ListReader {
  const text = ({ head }: ListFile) => Buffer.from(head).toString();
  return {
    source,
    format,
    rank,
    recognise: (files) => files.filter((file) => text(file).startsWith(mark)),
    read: async (files, _sink, folder) => ({
      source: source === ANY_SOURCE ? (text(files[0]!).split(' ')[1] ?? folder ?? null) : null,
      published: null,
    }),
  };
}

const READERS = [
  reader('un-sc', 'UN XML', 0, '<un'),
  reader('us-ofac-sdn', 'OFAC CSV', 2, '36,'),
  reader('us-ofac-sdn', 'OFAC XML', 1, '<sdn'),
  reader(ANY_SOURCE, 'FollowTheMoney', 0, '{ftm}'),
  {
    ...reader(ANY_SOURCE, 'targets', 30, 'id,name'),
    whyNot: ({ head }: ListFile) =>
      Buffer.from(head).toString().startsWith('{"op"') ? 'changes only' : null,
  },
];

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-plan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function plan(as: string | null = null, from = root) {
  const { jobs, troubles, warnings } = planReading(from, READERS, as);
  return {
    jobs: jobs.map(({ source, reader: by, files }) => [source, by.format, ...files.map(({ name }) => name)]),
    sources: (
      await Promise.all(jobs.map((job) => readJob(job, READERS, { entity: () => {}, issue: () => {} })))
    ).map(({ source }) => source),
    troubles: troubles.map(({ source, error }) => [source, error.code, error.message.replace(root, '')]),
    warnings: warnings.map((line) => line.replaceAll(root, '')),
  };
}

describe('a folder with a sub-folder per source', () => {
  it('reads each by the reader that knows it', async () => {
    put('un-sc/anything.txt', '<un>');
    put('us-ofac-sdn/sdn.csv', '36,AEROCARIBBEAN');
    put('us-ofac-sdn/SOURCE.txt', 'where from');
    expect(await plan()).toEqual({
      jobs: [
        ['un-sc', 'UN XML', 'anything.txt'],
        ['us-ofac-sdn', 'OFAC CSV', 'sdn.csv'],
      ],
      sources: ['un-sc', 'us-ofac-sdn'],
      troubles: [],
      warnings: [],
    });
  });

  it('reads the richest of several formats and names the others', async () => {
    put('us-ofac-sdn/sdn.csv', '36,AEROCARIBBEAN');
    put('us-ofac-sdn/sdn.xml', '<sdnList>');
    put('us-ofac-sdn/note.txt', 'hello');
    expect(await plan()).toMatchObject({
      jobs: [['us-ofac-sdn', 'OFAC XML', 'sdn.xml']],
      warnings: [
        'us-ofac-sdn/sdn.csv: not read: OFAC CSV says less than OFAC XML, which is read',
        'us-ofac-sdn: not read, no reader knows note.txt',
      ],
    });
  });

  it('reads packed files', async () => {
    put('un-sc/un.xml.gz', gzipSync('<un>'));
    put('us-ofac-sdn/all.zip', zipOf({ 'SDN.CSV': '36,AEROCARIBBEAN', 'x.pdf': '%PDF' }));
    expect(await plan()).toMatchObject({
      jobs: [
        ['un-sc', 'UN XML', 'un.xml'],
        ['us-ofac-sdn', 'OFAC CSV', 'all.zip/SDN.CSV'],
      ],
      sources: ['un-sc', 'us-ofac-sdn'],
    });
  });

  it('names a folder that nobody knows, and how to load it where its files look like a list', async () => {
    put('names-2026-06/x.json', '[]');
    put('un-sc-2025-04/x.xml', '<un>');
    expect((await plan()).warnings).toEqual([
      'names-2026-06: not loaded, no reader knows this folder',
      'un-sc-2025-04: not loaded, no reader knows this folder; its files look like un-sc: load them with --from /un-sc-2025-04 --as un-sc',
    ]);
  });

  it('names files that lie in no source’s folder', async () => {
    put('un-sc/x.xml', '<un>');
    for (const name of ['a', 'b', 'c', 'd']) put(name, 'x');
    expect((await plan()).warnings).toEqual([
      ': not read, in no source’s folder: a, b, c, … (4 files)'.replace('’', "'"),
    ]);
  });
});

describe('datasets known by their content', () => {
  it('are found wherever they lie, each folder a source, named by the files or the folder', async () => {
    put('ftm-samples/yente/t1/entities.ftm.json', '{ftm} un_sc');
    put('ftm-samples/yente/zala/entities.ftm.json', '{ftm}');
    put('ftm-samples/sa-peps/entities.ftm.json', '{ftm} wd_peps');
    put('ftm-samples/sa-peps/names.txt', 'Novak');
    put('mine/entities.ftm.json', '{ftm}');
    expect(await plan()).toMatchObject({
      jobs: [
        ['sa-peps', 'FollowTheMoney', 'sa-peps/entities.ftm.json'],
        ['t1', 'FollowTheMoney', 'yente/t1/entities.ftm.json'],
        ['zala', 'FollowTheMoney', 'yente/zala/entities.ftm.json'],
        ['mine', 'FollowTheMoney', 'entities.ftm.json'],
      ],
      sources: ['wd_peps', 'un_sc', 'zala', 'mine'],
      warnings: ['ftm-samples: not read, no reader knows sa-peps/names.txt'],
    });
  });

  it('in several forms: the richest is read, the others are named, and why changes are not read', async () => {
    put('mine/entities.ftm.json', '{ftm} wd_peps');
    put('mine/targets.simple.csv', 'id,name');
    put('mine/v2/entities.delta.json', '{"op"');
    put('changes/entities.delta.json', '{"op"');
    const result = await plan();
    expect(result.jobs).toEqual([['mine', 'FollowTheMoney', 'entities.ftm.json']]);
    expect(result.warnings.sort()).toEqual([
      'changes/entities.delta.json: not read: changes only',
      'mine/targets.simple.csv: not read: targets says less than FollowTheMoney, which is read',
      'mine/v2/entities.delta.json: not read: changes only',
    ]);
    expect((await plan('ours', join(root, 'changes'))).troubles).toEqual([
      ['ours', 'list-unreadable', 'changes/entities.delta.json: not read: changes only'],
    ]);
  });

  it('may lie directly in the folder handed over', async () => {
    put('entities.ftm.json', '{ftm}');
    expect(await plan()).toMatchObject({ sources: [basename(root)], warnings: [] });
  });

  it('take the name given with --as', async () => {
    put('entities.ftm.json', '{ftm} wd_peps');
    expect((await plan('our-peps')).sources).toEqual(['our-peps']);
  });

  it('are not merged under one --as', async () => {
    put('a/entities.ftm.json', '{ftm}');
    put('b/entities.ftm.json', '{ftm}');
    expect((await plan('ours')).troubles).toEqual([
      ['ours', 'list-unreadable', ': holds several datasets (a, b): name one of them'],
    ]);
  });
});

describe('--as', () => {
  it('loads one folder as a source, whatever it is called', async () => {
    put('un-sc-2025-04/x.xml', '<un>');
    expect(await plan('un-sc', join(root, 'un-sc-2025-04'))).toMatchObject({
      sources: ['un-sc'],
      troubles: [],
      warnings: [],
    });
  });

  it('with a name that no reader knows is wrong usage, and the known ones are named', async () => {
    put('x.xml', '<un>');
    expect(() => planReading(root, READERS.slice(0, 3), 'un-cs')).toThrow(
      expect.objectContaining({
        code: 'list-unknown',
        message: 'un-cs: no reader knows this source; known are un-sc, us-ofac-sdn',
      }),
    );
    expect((await plan('un-cs')).troubles).toMatchObject([
      ['un-cs', 'list-unknown', expect.stringContaining('known are un-sc, us-ofac-sdn')],
    ]);
  });
});

describe('one bad source never stops the others', () => {
  beforeEach(() => void put('us-ofac-sdn/sdn.csv', '36,AEROCARIBBEAN'));

  it.each([
    ['is empty', () => put('un-sc/x.xml', ''), 'list-empty', /nothing in x\.xml: download it again/],
    ['is blank', () => put('un-sc/x.xml', ' \r\n'), 'list-empty', /nothing in x\.xml/],
    [
      'has no file',
      () => put('un-sc/SOURCE.txt', ''),
      'list-empty',
      /holds no file: put the list's files there/,
    ],
    [
      'is an error page',
      () => put('un-sc/x.xml', '<html>503'),
      'list-unreadable',
      /no format of this list in x\.xml/,
    ],
    [
      'is cut off while packed',
      () => put('un-sc/x.gz', gzipSync('<un>').subarray(0, 12)),
      'list-unreadable',
      /no format/,
    ],
    [
      'is a damaged archive',
      () => put('un-sc/x.zip', 'PK\u0003\u0004…'),
      'list-truncated',
      /not a whole zip archive/,
    ],
    [
      'has 9 GB',
      () => truncateSync(put('un-sc/x.xml', '<un>'), 9_000_000_000),
      'input-too-large',
      /x\.xml: 8\.4 GiB/,
    ],
    ['leads nowhere', () => symlinkSync('/nowhere', join(root, 'un-sc')), 'input-missing', /not there/],
    [
      'leads to itself',
      () => symlinkSync('un-sc', join(root, 'un-sc')),
      'input-unreadable',
      /back to itself/,
    ],
  ])('one that %s is refused by name', async (_what, make, code, message) => {
    make();
    expect(await plan()).toMatchObject({
      sources: ['us-ofac-sdn'],
      troubles: [['un-sc', code, expect.stringMatching(message)]],
    });
  });
});

describe('a folder that cannot be the one meant', () => {
  it('is empty, or holds one source’s files: the message says how to load those', async () => {
    const message = expect.stringMatching(/holds no folder per source .* add --as ID/);
    await expect(plan()).rejects.toThrow(expect.objectContaining({ code: 'input-empty', message }));
    put('consolidated.xml', '<un>');
    await expect(plan()).rejects.toThrow(expect.objectContaining({ code: 'input-empty', message }));
  });

  it('is a file, or is not there', async () => {
    await expect(plan(null, put('un.xml', '<un>'))).rejects.toThrow(
      expect.objectContaining({ code: 'input-unreadable' }),
    );
    await expect(plan('un-sc', join(root, 'no'))).rejects.toThrow(
      expect.objectContaining({ code: 'input-missing' }),
    );
  });
});

const repo = fileURLToPath(new URL('../../../', import.meta.url));
const real = join(repo, '../shared/data/lists');
describe('the real lists', () => {
  it.skipIf(!existsSync(real))(
    'are planned: known sources, nested datasets, the rest named (skipped: no ../shared/data)',
    () => {
      const tables = new Map(
        LISTS_TABLES.map((path) => [path, readFileSync(join(repo, 'data', path), 'utf8')]),
      );
      const readers = openReaders(tables);
      const { jobs, troubles, warnings } = planReading(real, readers, null);
      expect(troubles).toEqual([]);
      const sources = jobs.map(({ source }) => source);
      expect(sources).toEqual(expect.arrayContaining(['sa-peps', 't1', 'zala', 'un-sc']));
      expect(sources.filter((source) => /-20\d\d/.test(source))).toEqual([]);
      expect(warnings.filter((line) => line.startsWith('un-sc-2025-04'))).toEqual([
        expect.stringMatching(/look like un-sc: load them with --from .* --as un-sc$/),
      ]);
      expect(warnings.filter((line) => line.startsWith('names-2026-06'))).toHaveLength(1);
    },
  );
});
