/**
 * Which reader reads which files of a handed-over folder. A sub-folder is a source by its name; FollowTheMoney files are
 * known by their content wherever they lie. One bad sub-folder never stops the others. Deciding is pure; bytes are read
 * only as far as `recognise` looks.
 */
import { basename, join, resolve } from 'node:path';
import { CordonError, type Day } from '../../base/index.js';
import { ANY_SOURCE, type ListFile, type ListReader, type ListSink } from '../reader.js';
import {
  checkSizes,
  type InputFile,
  type InputFolder,
  listFolder,
  listTop,
  openFile,
  openFiles,
} from './folder.js';

/**
 * One list to read. Plain data, so that a worker thread can be given it.
 *
 * `source` names it until it is read; where `named` is false, the name inside the files wins. `reader` is the reader's
 * source and format.
 */
export type ReadJob = {
  readonly source: string;
  readonly named: boolean;
  readonly folder: string;
  readonly reader: { readonly source: string; readonly format: string };
  readonly files: readonly InputFile[];
};

/** What to read, which sources cannot be read and why, and what was passed over (sentences for people). */
export type ReadPlan = {
  readonly jobs: readonly ReadJob[];
  readonly troubles: readonly { readonly source: string; readonly error: CordonError }[];
  readonly warnings: readonly string[];
};

/** What a reader chose of a folder's files. */
type Claim = { readonly reader: ListReader; readonly files: readonly ListFile[] };

/**
 * Plans the reading of a folder with one sub-folder per source or, with `as`, of one source's own folder.
 *
 * @param as the source's id, or null
 * @param only the sub-folders to look at; null for all, and for what lies beside them
 * @throws CordonError `input-missing`, `input-unreadable`, `input-empty` for the folder itself; `list-unknown` when no
 *   reader knows `as`. Trouble with one sub-folder is returned.
 */
export function planReading(
  from: string,
  readers: readonly ListReader[],
  as: string | null,
  only: readonly string[] | null = null,
): ReadPlan {
  const found = listTop(from);
  const wanted = found.folders.filter((name) => only?.includes(name) ?? true);
  const top = { folders: wanted, files: only === null ? found.files : [] };
  if (as !== null) {
    if (!readers.some(({ source }) => source === as || source === ANY_SOURCE))
      throw unknownSource(as, readers);
    return planFolder(from, as, true, readers);
  }
  const plans = top.folders.map((name) => planFolder(join(from, name), name, false, readers));
  if (top.files.length > 0) plans.push(planTop(from, top.files, readers));
  const plan = {
    jobs: plans.flatMap(({ jobs }) => jobs),
    troubles: plans.flatMap(({ troubles }) => troubles),
    warnings: plans.flatMap(({ warnings }) => warnings),
  };
  if (top.folders.length > 0 || plan.jobs.length > 0) return plan;
  const message = `${from}: holds no folder per source (us-ofac-sdn, un-sc, …): to load this folder as one source, add --as ID`;
  throw new CordonError('input-empty', message);
}

/**
 * Reads a job's files into a sink.
 *
 * @returns the source's id, by what the files say of themselves where nobody named it, and their date
 * @throws CordonError what the reader throws, and `input-unreadable`, `input-too-large`
 */
export async function readJob(
  job: ReadJob,
  readers: readonly ListReader[],
  sink: ListSink,
): Promise<{ readonly source: string; readonly published: Day | null }> {
  const reader = readers.find(
    ({ source, format }) => source === job.reader.source && format === job.reader.format,
  );
  if (reader === undefined) throw new CordonError('internal', `${job.reader.format}: no such reader`);
  const { source, published } = await reader.read(openFiles(job.files), sink, job.folder);
  return { source: job.named ? job.source : (source ?? job.source), published };
}

function planFolder(path: string, id: string, named: boolean, readers: readonly ListReader[]): ReadPlan {
  try {
    const folder = listFolder(path);
    const heads = folder.files.map((file) => openFile(file));
    const known = readers.some(({ source }) => source === id);
    const [best, ...others] = claimFiles(id, heads, readers);
    const plan =
      best === undefined
        ? planDatasets(folder, id, named, heads, readers)
        : planList(folder, id, best, others, heads, readers);
    const warnings = [...folder.skipped, ...plan.warnings];
    if (plan.jobs.length > 0) return { ...plan, warnings };
    if (known || named)
      return {
        jobs: [],
        troubles: [{ source: id, error: nothingKnown(id, folder, heads, readers) }],
        warnings,
      };
    const refused = declined(id, heads, readers);
    const unknown = refused.size > 0 ? [...refused.values()] : [unknownFolder(folder, heads, readers)];
    return { jobs: [], troubles: [], warnings: [...warnings, ...unknown] };
  } catch (error) {
    if (!(error instanceof CordonError)) throw error;
    return { jobs: [], troubles: [{ source: id, error }], warnings: [] };
  }
}

/** The richest format is read; the others are named, never merged. */
function planList(
  folder: InputFolder,
  id: string,
  best: Claim,
  others: readonly Claim[],
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): ReadPlan {
  const job = jobOf(folder, id, true, basename(folder.path), best);
  const claimed = namesOf([best, ...others]);
  const warnings = [...poorer(id, best, others), ...unread(id, heads, claimed, readers)];
  return { jobs: [job], troubles: [], warnings };
}

/** A line for each file of the formats that are not read. */
function poorer(id: string, best: Claim, others: readonly Claim[]): string[] {
  const read = namesOf([best]);
  const lines = others.flatMap(({ reader, files }) =>
    files
      .filter(({ name }) => !read.has(name))
      .map(
        ({ name }) =>
          `${id}/${name}: not read: ${reader.format} says less than ${best.reader.format}, which is read`,
      ),
  );
  return [...new Set(lines)];
}

function namesOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.flatMap(({ files }) => files.map(({ name }) => name)));
}

/** Every directory that directly holds a dataset is a source of its own. */
function planDatasets(
  folder: InputFolder,
  id: string,
  named: boolean,
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): ReadPlan {
  const jobs: ReadJob[] = [];
  const claimed = new Set<string>();
  const warnings: string[] = [];
  for (const [directory, inside] of byDirectory(heads)) {
    const [best, ...others] = claimFiles(ANY_SOURCE, inside, readers);
    if (best === undefined) continue;
    warnings.push(...poorer(id, best, others));
    const name = directory === '' ? id : basename(directory).replace(/\.zip$/i, '');
    jobs.push(jobOf(folder, named ? id : name, named, name, best));
    for (const name of namesOf([best, ...others])) claimed.add(name);
  }
  if (named && jobs.length > 1) {
    const places = jobs.map(({ folder: name }) => name).join(', ');
    throw new CordonError(
      'list-unreadable',
      `${folder.path}: holds several datasets (${places}): name one of them`,
    );
  }
  if (jobs.length > 0) warnings.push(...unread(id, heads, claimed, readers));
  return { jobs, troubles: [], warnings };
}

/** Files directly in the folder: a dataset may lie there, everything else is named. */
function planTop(from: string, names: readonly string[], readers: readonly ListReader[]): ReadPlan {
  const name = basename(resolve(from));
  const beside = `${names.slice(0, 3).join(', ')}${names.length > 3 ? `, … (${names.length} files)` : ''}`;
  try {
    const folder = listFolder(from, false);
    const plan = planDatasets(
      folder,
      name,
      false,
      folder.files.map((file) => openFile(file)),
      readers,
    );
    if (plan.jobs.length > 0) return { ...plan, warnings: [...folder.skipped, ...plan.warnings] };
  } catch (error) {
    if (!(error instanceof CordonError)) throw error;
  }
  return { jobs: [], troubles: [], warnings: [`${from}: not read, in no source's folder: ${beside}`] };
}

function jobOf(
  folder: InputFolder,
  source: string,
  named: boolean,
  name: string,
  { reader, files }: Claim,
): ReadJob {
  const names = new Set(files.map((file) => file.name));
  const chosen = folder.files.filter((file) => names.has(file.name));
  checkSizes(chosen);
  return {
    source,
    named,
    folder: name,
    reader: { source: reader.source, format: reader.format },
    files: chosen,
  };
}

/** What `recognise` makes of a source's files: the richest format first. */
function claimFiles(
  source: string,
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): readonly Claim[] {
  const own = readers.filter((reader) => reader.source === source);
  const claims = own.map((reader) => ({ reader, files: reader.recognise(heads) }));
  return claims
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => a.reader.rank - b.reader.rank || (a.reader.format < b.reader.format ? -1 : 1));
}

function byDirectory(heads: readonly ListFile[]): Map<string, ListFile[]> {
  const directories = new Map<string, ListFile[]>();
  for (const head of heads) {
    const directory = head.name.slice(0, Math.max(0, head.name.lastIndexOf('/')));
    const held = directories.get(directory);
    if (held === undefined) directories.set(directory, [head]);
    else held.push(head);
  }
  return directories;
}

function unread(
  id: string,
  heads: readonly ListFile[],
  claimed: ReadonlySet<string>,
  readers: readonly ListReader[],
): string[] {
  const left = heads.filter(({ name }) => !claimed.has(name));
  const refused = declined(id, left, readers);
  const names = left.map(({ name }) => name).filter((name) => !refused.has(name));
  const unknown = names.length === 0 ? [] : [`${id}: not read, no reader knows ${shorten(names)}`];
  return [...refused.values(), ...unknown];
}

/** Files that a reader knows and never reads: name → a line that says why. */
function declined(
  id: string,
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const file of heads) {
    const why = readers.map((reader) => reader.whyNot?.(file) ?? null).find((said) => said !== null);
    if (why !== undefined) lines.set(file.name, `${id}/${file.name}: not read: ${why}`);
  }
  return lines;
}

function shorten(names: readonly string[]): string {
  return names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more files`;
}

/** A source that was asked for, but nothing in its folder has the shape of one of its formats. */
function nothingKnown(
  id: string,
  folder: InputFolder,
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): CordonError {
  const [refused] = declined(folder.name, heads, readers).values();
  if (refused !== undefined) return new CordonError('list-unreadable', refused);
  const names = shorten(heads.map(({ name }) => name));
  if (heads.length === 0)
    return new CordonError('list-empty', `${folder.path}: holds no file: put the list's files there`);
  if (heads.every(({ head }) => head.every((byte) => byte <= 32)))
    return new CordonError('list-empty', `${folder.path}: nothing in ${names}: download it again`);
  if (!readers.some(({ source }) => source === id)) {
    const message = `${id}: no list that is known, and no dataset in ${names}: known are ${sourcesOf(readers).join(', ')}`;
    return new CordonError('list-unknown', message);
  }
  const message = `${folder.path}: no format of this list in ${names}: download it again, or check the folder's name`;
  return new CordonError('list-unreadable', message);
}

function unknownFolder(
  folder: InputFolder,
  heads: readonly ListFile[],
  readers: readonly ListReader[],
): string {
  const sources = sourcesOf(readers);
  const fitting = sources.filter((source) => claimFiles(source, heads, readers).length > 0);
  const known = `${folder.name}: not loaded, no reader knows this folder`;
  if (fitting.length === 0) return known;
  const id =
    fitting.length === 1 ? fitting[0] : (fitting.find((source) => folder.name.startsWith(source)) ?? 'ID');
  return `${known}; its files look like ${fitting.join(' or ')}: load them with --from ${folder.path} --as ${id}`;
}

function unknownSource(as: string, readers: readonly ListReader[]): CordonError {
  const known = sourcesOf(readers).join(', ');
  return new CordonError('list-unknown', `${as}: no reader knows this source; known are ${known}`);
}

function sourcesOf(readers: readonly ListReader[]): string[] {
  const sources = readers.map(({ source }) => source).filter((source) => source !== ANY_SOURCE);
  return [...new Set(sources)].sort();
}
