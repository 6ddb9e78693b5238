/**
 * FollowTheMoney datasets in the forms that OpenSanctions publishes and anybody may write: JSON lines, statements, a table
 * of targets. Each is read twice: what is joined across records is found in the first pass, entities leave in the second.
 */
import { CordonError, type Issue, isDay, issue } from '../../base/index.js';
import { ANY_SOURCE, type ListFacts, type ListFile, type ListReader, type ListSink } from '../reader.js';
import type { FtmForm } from './form.js';
import { isDelta, JSON_LINES } from './json-lines.js';
import { Joins } from './map.js';
import { isIndex, nameOf, readIndex } from './naming.js';
import type { FtmRecord } from './record.js';
import { STATEMENTS } from './statements.js';
import { merged, type Survey, surveyFile } from './survey.js';
import { Tally } from './tally.js';
import { TARGETS } from './targets.js';

const FORMS: readonly FtmForm[] = [JSON_LINES, STATEMENTS, TARGETS];

/**
 * The readers of every form, the richest first.
 *
 * @param source the list that the files are an export of; without it each dataset is a source of its own, named by its
 *   files or their folder
 */
export function openFtmReaders(source: string = ANY_SOURCE): readonly ListReader[] {
  return FORMS.map((form) => openReader(form, source));
}

function openReader(form: FtmForm, source: string): ListReader {
  return {
    source,
    format: form.format,
    rank: form.rank,
    recognise: (files) => {
      const entities = files.filter((file) => !isIndex(file) && form.isMine(file));
      return entities.length === 0 ? [] : [...entities, ...files.filter(isIndex)];
    },
    read: (files, sink, folder) => readDataset(files, form, source, folder ?? null, sink),
    whyNot: (file) =>
      isDelta(file)
        ? 'the changes of a dataset, not the dataset: take its whole export (entities.ftm.json)'
        : null,
  };
}

/** Of several files of entities the one with the newest `last_seen` is read, the others get an issue. */
async function readDataset(
  files: readonly ListFile[],
  form: FtmForm,
  source: string,
  folder: string | null,
  sink: ListSink,
): Promise<ListFacts> {
  const { file, survey, issues } = await newestOf(files, form, sink);
  const index = await readIndex(files, file.name);
  const naming = nameOf(index, survey.datasets);
  const only = source !== ANY_SOURCE;
  const name = only ? source : (naming.name ?? folder);
  for (const one of [...index.issues, ...(only ? [] : naming.issues), ...issues]) sink.issue(one);
  const tally = new Tally(file.name);
  const joins = new Joins(survey, { name, only }, tally);
  for (const one of tally.issues()) sink.issue(one);
  await handOver(file, form, survey, joins, sink);
  const seen = survey.lastSeen.slice(0, 10);
  const published = (naming.byIndex || only ? index.published : null) ?? (isDay(seen) ? seen : null);
  return only ? { published } : { source: name, published };
}

async function newestOf(files: readonly ListFile[], form: FtmForm, sink: Pick<ListSink, 'issue'>) {
  let newest: Awaited<ReturnType<typeof surveyFile>> | null = null;
  for (const file of files.filter((one) => !isIndex(one))) {
    const read = await surveyFile(file, form);
    if (read.survey.size === 0) throw nothingIn(file.name, read.issues);
    const isNewer = newest === null || isLater(read, newest);
    const other = isNewer ? newest?.file : file;
    if (isNewer) newest = read;
    if (other === undefined || newest === null) continue;
    const what = `${newest.file.name} is newer or as new; this file was not read`;
    sink.issue(issue('ignored-file', { file: other.name }, what));
  }
  if (newest === null) throw new CordonError('list-empty', 'no file of entities');
  return newest;
}

/** The second pass: every record as an entity, fragments of one when all of them have been seen. */
async function handOver(
  file: ListFile,
  form: FtmForm,
  survey: Survey,
  joins: Joins,
  sink: ListSink,
): Promise<void> {
  const fragments = new Map<string, FtmRecord>();
  const give = (record: FtmRecord): void => {
    const entity = joins.entityOf(record);
    if (entity !== null) sink.entity(entity);
  };
  // The first pass told everything there is to tell.
  for await (const records of form.records(file, new Tally(file.name), { issue: () => undefined })) {
    for (const record of records) {
      if (!survey.isAgain(record.id)) give(record);
      else {
        const held = fragments.get(record.id);
        fragments.set(record.id, held === undefined ? record : merged(held, record));
      }
    }
  }
  for (const record of fragments.values()) give(record);
}

type Read = { readonly file: ListFile; readonly survey: Survey };

function isLater(a: Read, b: Read): boolean {
  if (a.survey.lastSeen !== b.survey.lastSeen) return a.survey.lastSeen > b.survey.lastSeen;
  return a.file.name < b.file.name;
}

function nothingIn(file: string, issues: readonly Issue[]): CordonError {
  const [first] = issues;
  if (first === undefined) return new CordonError('list-empty', `${file}: the file is empty; take it again`);
  const reason = ` (line ${first.line ?? 1}: ${first.message})`;
  return new CordonError('list-unreadable', `${file}: no line is a FollowTheMoney entity${reason}`);
}
