/** Every reader is held against broken lists: a few times here, thousands of times in `npm run bench -- fuzz`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CordonError, readTable } from '../../../src/base/index.js';
import {
  LISTS_TABLES,
  type ListFile,
  type ListReader,
  memoryFile,
  openReaders,
} from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import type { Entity } from '../../../src/model/index.js';
import { hasReal, listFile, realFiles, tablesOf } from '../tables.js';
import { excerpt } from './excerpt.js';
import { FOLDERS, STANDING } from './folders.js';
import { fuzzReader, targetsOf } from './harness.js';
import { INVENTED } from './invented.js';

const SEED = 4;
const RUNS = 40;
const readers = openReaders(tablesOf(LISTS_TABLES));
const SAMPLE = new URL('../../../data/sample/lists/', import.meta.url);

function sampleFiles(folder: string): ListFile[] {
  const names = readdirSync(new URL(`${folder}/`, SAMPLE), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => memoryFile(name, readFileSync(new URL(`${folder}/${name}`, SAMPLE))));
}

/** Breaks what each reader of a source knows of these files. */
async function fuzzSource(source: string, files: readonly ListFile[], folder: string): Promise<string[]> {
  const tried: string[] = [];
  for (const reader of readers.filter((one) => one.source === source))
    for (const target of await targetsOf(reader, files, folder)) {
      expect((await fuzzReader(target, RUNS, SEED)).runs).toBe(RUNS);
      tried.push(reader.format);
    }
  return tried;
}

describe('broken lists are refused or read, never lost', () => {
  it.each(readdirSync(SAMPLE))('the sample of %s', async (source) => {
    expect(await fuzzSource(source, sampleFiles(source), source)).not.toEqual([]);
  });

  it.each(INVENTED)('invented: %s, %s', async (source, format, files) => {
    expect(await fuzzSource(source, files, source)).toEqual([format]);
  });

  const real = Object.entries(FOLDERS).flatMap(([source, folders]) =>
    folders.map((folder) => [source, folder] as const),
  );
  for (const [source, folder] of real) {
    it.skipIf(!hasReal(folder))(`the real ${folder}, as ${source} (skipped where it is absent)`, async () => {
      expect(await fuzzSource(source, realFiles(folder), folder)).not.toEqual([]);
    });
  }
});

describe('no reader is forgotten', () => {
  it('each source has its folders, and no other', () => {
    expect(Object.keys(FOLDERS).sort()).toEqual([...new Set(readers.map(({ source }) => source))].sort());
  });

  it('what tells standing entries speaks of readers there are', () => {
    const known = readers.flatMap(({ source, format }) => [source, `${source} ${format}`]);
    expect(Object.keys(STANDING).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.skipIf(!Object.values(FOLDERS).flat().every(hasReal))(
    'each format is broken, in a real list, the sample or an invented one (skipped where a real list is absent)',
    () => {
      const files = Object.entries(FOLDERS).flatMap(([source, folders]) => [
        ...folders.map((folder) => [source, realFiles(folder)] as const),
      ]);
      const all = [...files, ...INVENTED.map(([source, , made]) => [source, made] as const)];
      const missed = readers.filter(
        (reader) =>
          !all.some(([source, some]) => source === reader.source && reader.recognise(some).length > 0),
      );
      expect(missed.map(({ source, format }) => `${source} ${format}`)).toEqual([]);
    },
  );
});

/** A reader of one entity a line that begins with `+`, and what it does with any other line. */
function reader(
  other: (line: string, at: number, sink: Parameters<ListReader['read']>[1]) => void,
): ListReader {
  return {
    source: 'x',
    format: 'lines',
    rank: 0,
    recognise: (files) => files,
    read: async (files, sink) => {
      const text = new TextDecoder().decode(await wholeBytes(files[0]!));
      if (!text.endsWith('\n')) throw new CordonError('list-truncated', 'a.txt: no line end');
      const lines = text.split('\n');
      for (const [at, line] of lines.entries()) {
        const entity = {
          id: String(at),
          caption: line,
          schema: 'Thing',
          properties: {},
          datasets: [],
          listings: [],
        };
        if (/^\+[a-z]+$/.test(line)) sink.entity(entity);
        else if (line !== '') other(line, at, sink);
      }
      return { published: null };
    },
  };
}
const LINES = listFile('a.txt', '+abc\n'.repeat(200));
const fuzz = async (one: ListReader) => fuzzReader((await targetsOf(one, [LINES], 'x'))[0]!, 200, SEED);

describe('the harness itself finds', () => {
  it('nothing in a reader that tells every line it cannot read', async () => {
    const honest = reader((line, at, sink) => {
      const place = { file: 'a.txt', line: at + 1, field: null, value: line };
      sink.issue({ code: 'bad-record', message: 'not read', ...place });
    });
    const report = await fuzz(honest);
    expect(report.issues).toBeGreaterThan(50);
  });

  it('a reader that stops at the first bad line without a word', async () => {
    let stopped = false;
    const quiet = reader(() => {
      stopped = true;
    });
    const stopping: ListReader = {
      ...quiet,
      read: (files, sink) => {
        stopped = false;
        return quiet.read(files, { ...sink, entity: (entity) => !stopped && sink.entity(entity) });
      },
    };
    await expect(fuzz(stopping)).rejects.toThrow(/Counterexample/);
  });

  it('a reader that crashes', async () => {
    const crashing = reader((line) => {
      throw new TypeError(line);
    });
    await expect(fuzz(crashing)).rejects.toThrow(/Counterexample/);
  });

  it('a reader that gives one id twice', async () => {
    const twice = reader((line, at, sink) => {
      const entity = { id: '0', caption: line, schema: 'Thing', properties: {}, datasets: [], listings: [] };
      for (const _ of [0, at]) sink.entity(entity);
    });
    await expect(fuzz(twice)).rejects.toThrow(/Counterexample/);
  });
});

describe('the harness knows what stands in a file, and finds', () => {
  const byId: ListReader = {
    ...reader(() => undefined),
    source: 'gb-ofsi-conlist',
    read: async (files, sink) => {
      const text = new TextDecoder().decode(await wholeBytes(files[0]!));
      if (!text.endsWith('\n')) throw new CordonError('list-truncated', 'a.csv: no line end');
      const lines = text.split('\n');
      for (const line of new Set(lines)) {
        const entry = /^a*,(\d{4})$/.exec(line)?.[1];
        // A line that somebody has written far too long into is passed over without a word.
        if (entry !== undefined && line.length < 1000)
          sink.entity({ ...ENTITY, id: line, listings: [at(entry)] });
      }
      return { published: null };
    },
  };
  const ENTITY = { caption: '', schema: 'Thing', properties: {}, datasets: [] };
  const at = (entry: string) => ({ entry }) as Entity['listings'][number];
  const file = listFile('a.csv', Array.from({ length: 200 }, (_, id) => `a,${1000 + id}\n`).join(''));

  it('one entry that is gone without a word', async () => {
    const [target] = await targetsOf(byId, [file], 'x');
    await expect(fuzzReader(target!, 400, SEED)).rejects.toMatchObject({
      cause: expect.objectContaining({
        message: expect.stringMatching(/stand in the file and are not in the list/),
      }),
    });
  });

  it('entries that stand nowhere', async () => {
    const [target] = await targetsOf({ ...reader(() => undefined), source: 'ca-sema' }, [LINES], 'x');
    await expect(fuzzReader(target!, 10, SEED)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringMatching(/of the 0 that stand in the file/) }),
    });
  });

  it('two of a counted list that are gone without a word', async () => {
    const forgetful = { ...reader(() => undefined), source: 'us-bis-meu' };
    const [target] = await targetsOf(forgetful, [LINES], 'x');
    await expect(fuzzReader(target!, 400, SEED)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringMatching(/of the 200 that the file says/) }),
    });
  });
});

describe('an excerpt', () => {
  it('of a table ends behind a whole record, not inside a quote', async () => {
    const text = 'id,name\n1,"a\nb"\n'.repeat(8_000);
    const { bytes } = await excerpt({ name: 'a.csv', bytes: new TextEncoder().encode(text) });
    const { rows, issues } = readTable(new TextDecoder().decode(bytes), 'a.csv');
    expect(bytes.length).toBeLessThanOrEqual(1 << 15);
    expect([issues, new Set(rows.map(({ cells }) => Object.values(cells).length))]).toEqual([
      [],
      new Set([2]),
    ]);
  });

  it('of XML is well-formed and keeps the first elements of each parent', async () => {
    const list = `<L><A>${'<P a="&lt;"><N>я</N><N/></P>'.repeat(4_000)}</A><B>${'<Q/>'.repeat(3)}</B></L>`;
    const { bytes } = await excerpt({ name: 'a.xml', bytes: new TextEncoder().encode(list) });
    const text = new TextDecoder().decode(bytes);
    expect(text).toBe(`<L><A>${'<P a="&lt;"><N>я</N><N/></P>'.repeat(40)}</A><B>${'<Q/>'.repeat(3)}</B></L>`);
  });
});
