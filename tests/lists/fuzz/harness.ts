/**
 * Broken lists on purpose: a real or invented list is changed at random, and its reader must refuse it by a code of
 * lists, or read it without losing entities that nothing accounts for. Every reader is held to it, by one table.
 */
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { CordonError } from '../../../src/base/index.js';
import {
  type ListContent,
  type ListFile,
  type ListReader,
  memoryFile,
  readWholeList,
} from '../../../src/lists/index.js';
import { wholeBytes } from '../../../src/lists/reading/file.js';
import { applyAll, changes } from './changes.js';
import { type Bytes, excerpt } from './excerpt.js';
import { STANDING, type Standing } from './folders.js';

/** A list to break, as whole as it is or as an excerpt. */
export type Target = {
  readonly reader: ListReader;
  readonly files: readonly Bytes[];
  readonly folder: string;
};

/**
 * What a reader recognises of a folder, made short enough to be read thousands of times, and beside it the one file of
 * several that the table of standing entries names; nothing where it recognises nothing.
 */
export async function targetsOf(
  reader: ListReader,
  files: readonly ListFile[],
  folder: string,
): Promise<Target[]> {
  const mine: Bytes[] = [];
  const found = reader.recognise(files);
  const some = found.length <= MOST ? found : [...found.slice(0, MOST / 2), ...found.slice(-MOST / 2)];
  for (const file of some) mine.push(await excerpt({ name: file.name, bytes: await wholeBytes(file) }));
  const named = standingOf(reader)?.file;
  const alone = named === undefined ? [] : mine.filter(({ name }) => named.test(name));
  return [mine, ...(mine.length > 1 ? [alone] : [])]
    .filter((all) => all.length > 0)
    .map((all) => ({ reader, files: all, folder }));
}

/** What many runs gave. `issues` are those beyond the whole list's own; `slowest` is a run's seconds. */
export type FuzzReport = {
  runs: number;
  refusals: number;
  issues: number;
  lost: number;
  seconds: number;
  slowest: number;
};

const LIST_CODES: readonly string[] = [
  'list-empty',
  'list-truncated',
  'list-unreadable',
  'xml-refused',
  'input-too-large',
  'input-unreadable',
];
/** Longer than any list of an excerpt's size may take, in seconds. */
const HANGS = 10;
/** Files of one list; of more, the first and the last are taken. */
const MOST = 6;

/**
 * Breaks a list `runs` times, each time with one to three changes.
 *
 * @throws Error naming the changes, shrunk, after which the reader crashed, took over ten seconds, gave an id twice or
 *   lost entities that neither the changes nor its issues account for, or that still stand in the file
 */
export async function fuzzReader(target: Target, runs: number, seed: number): Promise<FuzzReport> {
  const { files } = target;
  const given = files.map(({ name, bytes }) => memoryFile(name, bytes));
  const whole = await readWholeList(target.reader, given, target.folder);
  const report: FuzzReport = { runs: 0, refusals: 0, issues: 0, lost: 0, seconds: 0, slowest: 0 };
  const standing = files.length === 1 ? standingOf(target.reader) : undefined;
  const property = fc.asyncProperty(changes, async (some) => {
    const broken = applyAll(files, some);
    const started = performance.now();
    const read = await tryReading(target, broken.files);
    const seconds = (performance.now() - started) / 1000;
    report.runs += 1;
    report.seconds += seconds;
    report.slowest = Math.max(report.slowest, seconds);
    if (seconds > HANGS) throw new Error(`hangs: ${seconds.toFixed(1)} s`);
    if (read === null) {
      report.refusals += 1;
      return;
    }
    checkIds(read);
    const issues = Math.max(0, read.issues.length - whole.issues.length);
    const lost = whole.entities.length - read.entities.length;
    report.issues += issues;
    report.lost += Math.max(0, lost);
    const told = explained(read, whole);
    if (lost > broken.mayLose + told)
      throw new Error(`${lost} of ${whole.entities.length} entities lost, ${told} explained by issues`);
    if (standing !== undefined && !broken.isOther) checkStanding(standing, broken.texts, read, whole);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: false });
  return report;
}

function standingOf({ source, format }: ListReader): Standing | undefined {
  return STANDING[`${source} ${format}`] ?? STANDING[source];
}

async function tryReading(target: Target, files: readonly ListFile[]): Promise<ListContent | null> {
  try {
    const mine = target.reader.recognise(files);
    // A file that is no longer recognised is named by the folder's plan, not by the reader.
    return mine.length < files.length ? null : await readWholeList(target.reader, mine, target.folder);
  } catch (error) {
    if (error instanceof CordonError && LIST_CODES.includes(error.code)) return null;
    throw error;
  }
}

function checkIds({ entities }: ListContent): void {
  const ids = new Set<string>();
  for (const { id } of entities) {
    if (id === '' || ids.has(id)) throw new Error(`id "${id}" is empty or comes twice`);
    ids.add(id);
  }
}

/** What still stands in a file and is not in the list is told of; the list holds nothing that does not stand there. */
function checkStanding(
  standing: Standing,
  texts: ReadonlyMap<string, string>,
  read: ListContent,
  whole: ListContent,
): void {
  const told = newIssues(read, whole).some(
    ({ code }) => standing.by === 'counted' || standing.excuses?.includes(code) !== true,
  );
  const count = read.entities.length;
  if (standing.by === 'counted') {
    if (!told && count < whole.entities.length - 1)
      throw new Error(`${count} of the ${whole.entities.length} that the file says it holds`);
    return;
  }
  const [text] = texts.values();
  if (text === undefined) return;
  const bare = text.replace(/<!--.*?-->/gs, '');
  const found = [...bare.matchAll(standing.pattern)].map((match) => match.slice(1).find(Boolean) ?? '');
  switch (standing.by) {
    case 'ids': {
      const ids = new Set(read.entities.map(({ listings }) => listings[0]?.entry));
      const gone = found.filter((id) => !ids.has(id));
      if (!told && gone.length > 0)
        throw new Error(`${gone.join(', ')} stand in the file and are not in the list`);
      return;
    }
    case 'entries':
      if (count > found.length || (!told && count < found.length))
        throw new Error(`${count} of the ${found.length} that stand in the file`);
      return;
    case 'most':
      if (!told && count > found.length - 1) throw new Error(`${count}, but ${found.length - 1} rows`);
  }
}

function newIssues(read: ListContent, whole: ListContent): ListContent['issues'] {
  const known = new Set(whole.issues.map((one) => `${one.code} ${one.field} ${one.value}`));
  return read.issues.filter((one) => !known.has(`${one.code} ${one.field} ${one.value}`));
}

/** Lines that the issues beyond the whole list's own speak of: one each, and those that stand in the value they show. */
function explained(read: ListContent, whole: ListContent): number {
  let lines = 0;
  for (const one of newIssues(read, whole)) {
    // A cut at the end is one issue, whatever it took; so is an element that nobody knows, wherever it comes.
    // Rows in a cell are counted only as far as they can be told from text.
    if (/a cell holds at least/.test(one.message)) return Infinity;
    if (one.code === 'perhaps-cut' || one.code === 'unknown-element' || one.code === 'ignored-file')
      return Infinity;
    lines +=
      1 + ((one.value ?? '').match(/\n/g)?.length ?? 0) + Number(/(\d+) times/.exec(one.message)?.[1] ?? 0);
  }
  return lines;
}
