/**
 * Broken lists on purpose: a real or invented list is changed at random, and its reader must refuse it by a code of
 * lists, or read it without losing entities that nothing accounts for. Every reader is held to it, by one table.
 */
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { CordonError } from '../../src/base/index.js';
import {
  type ListContent,
  type ListFile,
  type ListReader,
  memoryFile,
  readWholeList,
} from '../../src/lists/index.js';
import { wholeBytes } from '../../src/lists/reading/file.js';
import { type Bytes, excerpt } from './excerpt.js';

/** A list to break, as whole as it is or as an excerpt. */
export type Target = {
  readonly reader: ListReader;
  readonly files: readonly Bytes[];
  readonly folder: string;
};

/** What a reader recognises of a folder, made short enough to be read thousands of times; null where it is nothing. */
export async function targetOf(
  reader: ListReader,
  files: readonly ListFile[],
  folder: string,
): Promise<Target | null> {
  const mine: Bytes[] = [];
  const found = reader.recognise(files);
  const some = found.length <= MOST ? found : [...found.slice(0, MOST / 2), ...found.slice(-MOST / 2)];
  for (const file of some) mine.push(excerpt({ name: file.name, bytes: await wholeBytes(file) }));
  return mine.length === 0 ? null : { reader, files: mine, folder };
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

/** Source → folders of real lists that its readers may read; every format is tried that a folder holds. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'us-ofac-sdn': ['us-ofac-sdn', 'us-ofac-sdn-xml-sample'],
  'us-ofac-consolidated': ['us-ofac-consolidated', 'us-ofac-consolidated-xml'],
  'us-csl': ['us-csl-sample'],
  'us-bis-dpl': ['us-bis-dpl'],
  'us-dod-1260h': ['us-dod-1260h'],
  'us-fincen-311': ['us-fincen-311'],
  'us-state-cuba': ['us-state-cuba'],
  'us-special-leg': ['us-special-leg'],
  'eu-journal': ['eu-journal'],
  'eu-fsf': ['eu-fsf'],
  'gb-uksl': ['gb-uksl'],
  'gb-ofsi-conlist': ['gb-ofsi-conlist'],
  'un-sc': ['un-sc'],
  'ch-seco': ['ch-seco'],
  'ch-fiaa': ['ch-fiaa'],
  'ca-sema': ['ca-sema'],
  'au-dfat': ['au-dfat'],
  'ua-war-sanctions': ['ua-war-sanctions'],
  'cn-sanctions': ['cn-sanctions'],
  '*': ['ftm-samples/yente/zala', 'ftm-samples/ransomwhere'],
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
const LONG = 100_000;
/** Files of one list; of more, the first and the last are taken. */
const MOST = 6;

const KINDS = ['cut', 'flip', 'drop', 'double', 'swap', 'long', 'nul', 'huge', 'quote', 'tag'] as const;
/** One change: its kind, the file and the place as parts of a million, and a number for what is written there. */
type Change = {
  readonly kind: (typeof KINDS)[number];
  readonly file: number;
  readonly at: number;
  readonly what: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...KINDS),
  file: fc.nat(999_999),
  at: fc.nat(999_999),
  what: fc.nat(999),
});

/**
 * Breaks a list `runs` times, each time with one to three changes.
 *
 * @throws Error naming the changes, shrunk, after which the reader crashed, took over ten seconds, gave an id twice or
 *   lost entities that neither the changes nor its issues account for
 */
export async function fuzzReader(target: Target, runs: number, seed: number): Promise<FuzzReport> {
  const { files } = target;
  const given = files.map(({ name, bytes }) => memoryFile(name, bytes));
  const whole = await readWholeList(target.reader, given, target.folder);
  const report: FuzzReport = { runs: 0, refusals: 0, issues: 0, lost: 0, seconds: 0, slowest: 0 };
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
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
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: false });
  return report;
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

/** Lines that the issues beyond the whole list's own speak of: one each, and those that stand in the value they show. */
function explained(read: ListContent, whole: ListContent): number {
  const known = new Set(whole.issues.map((one) => `${one.code} ${one.field} ${one.value}`));
  let lines = 0;
  for (const one of read.issues) {
    if (known.has(`${one.code} ${one.field} ${one.value}`)) continue;
    // A cut at the end is one issue, whatever it took; so is an element that nobody knows, wherever it comes.
    // Rows in a cell are counted only as far as they can be told from text.
    if (/a cell holds at least/.test(one.message)) return Infinity;
    if (one.field === 'line end' || one.code === 'unknown-element' || one.code === 'ignored-file')
      return Infinity;
    lines +=
      1 + ((one.value ?? '').match(/\n/g)?.length ?? 0) + Number(/(\d+) times/.exec(one.message)?.[1] ?? 0);
  }
  return lines;
}

type Broken = { readonly files: readonly ListFile[]; readonly mayLose: number };

function applyAll(files: readonly Bytes[], changes: readonly Change[]): Broken {
  const bytes = new Map(files.map((file) => [file.name, Buffer.from(file.bytes)]));
  let mayLose = 0;
  // A cut comes last: whole lines behind a cut one would be a shorter, whole list.
  for (const one of [...changes].sort((a, b) => Number(a.kind === 'cut') - Number(b.kind === 'cut'))) {
    const { name } = files[one.file % files.length]!;
    const held = bytes.get(name)!;
    const at = Math.floor((one.at / 1_000_000) * held.length);
    const made = apply(held, at, one);
    bytes.set(name, Buffer.from(made.bytes));
    mayLose += made.mayLose;
  }
  return { files: [...bytes].map(([name, all]) => memoryFile(name, all)), mayLose };
}

/** A change of a file's bytes, with how many entities it may take without a trace that a reader could see. */
function apply(bytes: Buffer, at: number, { kind, what }: Change): { bytes: Uint8Array; mayLose: number } {
  const insert = (text: string) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
  const isXml = bytes.includes('<?xml') || bytes.subarray(0, 200).includes('<');
  const start = bytes.lastIndexOf(10, Math.max(0, at - 1)) + 1;
  const found = bytes.indexOf(10, at);
  const end = found === -1 ? bytes.length : found + 1;
  const line = bytes.subarray(start, end);
  switch (kind) {
    case 'cut': {
      // Rows and lines that are cut at a line's end, or where their last value ends, make a whole, shorter file.
      const last = bytes[at - 1];
      const isWhole =
        !isXml && (last === 10 || last === 13 || last === 0x22 || last === 0x7d || last === 0x1a);
      return { bytes: bytes.subarray(0, at), mayLose: isWhole ? Infinity : 0 };
    }
    case 'flip': {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[Math.min(at, changed.length - 1)]! ^= 1 << (what % 8);
      return { bytes: changed, mayLose: 1 };
    }
    case 'drop':
      return {
        bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
        mayLose: isXml ? Infinity : 1,
      };
    case 'double':
      return { bytes: Buffer.concat([bytes.subarray(0, end), line, bytes.subarray(end)]), mayLose: 0 };
    case 'swap': {
      const cells = line.toString('latin1').split(',');
      const one = what % cells.length;
      const other = (one + 1) % cells.length;
      [cells[one], cells[other]] = [cells[other]!, cells[one]!];
      const swapped = Buffer.from(cells.join(','), 'latin1');
      // Headings that change places make another table, which says other things of everybody.
      return {
        bytes: Buffer.concat([bytes.subarray(0, start), swapped, bytes.subarray(end)]),
        mayLose: start === 0 ? Infinity : 1,
      };
    }
    case 'long':
      return { bytes: insert(['A', '(', ';', ',', ' '][what % 5]!.repeat(LONG)), mayLose: 1 };
    case 'nul':
      return { bytes: insert('\0'), mayLose: 1 };
    case 'huge':
      return { bytes: insert('9'.repeat(400)), mayLose: 1 };
    case 'quote':
      return { bytes: insert(['"', "'", '""', '",'][what % 4]!), mayLose: 1 };
    case 'tag':
      return {
        bytes: insert(['<', '>', '</a>', '<a>', '&', ']]>', '<!--', '{', '}', '['][what % 10]!),
        mayLose: 1,
      };
  }
}
