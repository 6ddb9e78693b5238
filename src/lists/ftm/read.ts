/**
 * FollowTheMoney JSON lines (`entities.ftm.json`): one entity a line, with an `index.json` of the dataset beside it or
 * not. Nested exports (`targets.nested.json`) and delta files (`{"op": …}`) look alike and are left alone.
 */
import { CordonError, type Day, type Issue, isDay, issue } from '../../base/index.js';
import type { ListContent, ListFile } from '../reader.js';
import { readLines } from './lines.js';
import { mapRecords } from './map.js';
import { type FtmRecord, readRecord } from './record.js';
import { Tally } from './tally.js';

/** A file in memory: Sanctions may stand behind or before what they name. */
export type FtmFile = { readonly name: string; readonly bytes: Uint8Array };

const HEAD_LINES = 20;
/** How a line begins that holds an entity: two of the envelope's keys, no change of a delta file. */
const BEGINNING =
  /^\uFEFF?\s*\{(?!\s*"op")(?=.*"(?:schema|properties)"\s*:).*"(?:id|caption|properties)"\s*:/s;
/** What may name a source; a name becomes a folder, so it must not lead out of one. */
const DATASET_NAME = /^[a-z0-9][a-z0-9_.-]{0,99}$/i;

/** Whether the file is one entity a line, judged by its first lines: a schema and properties, no `op`, none nested. */
export function isEntities(file: ListFile): boolean {
  const head = file.head;
  let seen = 0;
  for (const { text, ended } of readLines(head)) {
    const value = text === null ? null : parse(text);
    if (value === null) {
      if (ended || seen > 0) continue;
      // A first line that is longer than the head: its beginning must do.
      return BEGINNING.test(new TextDecoder().decode(head.subarray(head.lastIndexOf(0x0a) + 1)));
    }
    if (!isFlatEntity(value)) return false;
    seen += 1;
    if (seen === HEAD_LINES) return true;
  }
  return seen > 0;
}

/** Whether the file is a dataset's index, which names it. */
export function isIndex(file: Pick<ListFile, 'name'>): boolean {
  return /(?:^|\/)index\.json$/.test(file.name);
}

/**
 * Reads a dataset. Of several entity files the one with the newest `last_seen` is read, the others get an issue.
 *
 * @param folder the source's name where the files name none
 * @throws CordonError `list-empty`, `list-truncated` (the last line is cut) or `list-unreadable` (no line is an entity)
 */
export function readFtm(files: readonly FtmFile[], folder: string | null): ListContent {
  const parts = files.filter((file) => !isIndex(file)).map(readFile);
  const [newest, ...others] = parts.sort(byNewest);
  if (newest === undefined) throw new CordonError('list-empty', 'no file of entities');
  const index = readIndex(files.find((file) => isIndex(file) && sameFolder(file.name, newest.file)));
  const naming = nameOf(index, newest.datasets);
  const source = naming.name ?? folder;
  const { entities, issues } = mapRecords(newest.records, newest.file, source);
  const seen = newest.lastSeen.slice(0, 10);
  return {
    source,
    published: (naming.byIndex ? index.published : null) ?? (isDay(seen) ? seen : null),
    entities,
    issues: [
      ...index.issues,
      ...naming.issues,
      ...newest.issues,
      ...issues,
      ...others.map(({ file }) =>
        issue('ignored-file', { file }, `${newest.file} is newer or as new; this file was not read`),
      ),
    ],
  };
}

type Part = {
  readonly file: string;
  readonly records: readonly FtmRecord[];
  readonly issues: readonly Issue[];
  readonly lastSeen: string;
  /** The datasets that every entity names alike; null where they differ or some name none. */
  readonly datasets: readonly string[] | null;
};

function readFile({ name: file, bytes }: FtmFile): Part {
  const tally = new Tally(file);
  const records: FtmRecord[] = [];
  let lastSeen = '';
  let shared: readonly string[] | null | undefined;
  let lines = 0;
  for (const { line, text, ended } of readLines(bytes)) {
    lines += 1;
    const value = text === null ? null : parse(text);
    if (value === null) {
      if (!ended) throw truncated(file, line);
      const code = text === null ? 'bad-encoding' : 'bad-record';
      const what = text === null ? 'not valid UTF-8, or longer than 32 MB' : 'not valid JSON';
      tally.add(code, { line, field: null, value: text }, `${what}; the line was skipped`);
      continue;
    }
    const record = readRecord(value, line, tally);
    if (record === null) continue;
    records.push(record);
    if (record.lastSeen > lastSeen) lastSeen = record.lastSeen;
    if (shared === undefined) shared = record.datasets;
    else if (shared !== null && !sameList(shared, record.datasets)) shared = null;
  }
  if (lines === 0) throw new CordonError('list-empty', `${file}: the file is empty; take it again`);
  if (records.length === 0) {
    const [first] = tally.issues();
    const reason = first === undefined ? '' : ` (line ${first.line ?? 1}: ${first.message})`;
    throw new CordonError('list-unreadable', `${file}: no line is a FollowTheMoney entity${reason}`);
  }
  return { file, records, issues: tally.issues(), lastSeen, datasets: shared ?? null };
}

type Index = {
  readonly file: string;
  readonly name: string | null;
  readonly published: Day | null;
  /** Datasets the index says it is made of, where it is a collection. */
  readonly members: readonly string[];
  readonly issues: readonly Issue[];
};

function readIndex(file: FtmFile | undefined): Index {
  const none: Index = { file: file?.name ?? '', name: null, published: null, members: [], issues: [] };
  if (file === undefined) return none;
  const value = parse(new TextDecoder().decode(file.bytes));
  if (value === null) {
    const issues = [issue('bad-record', { file: file.name }, 'not a JSON object; passed over')];
    return { ...none, issues };
  }
  const days = [value.last_export, value.updated_at, value.version].map((at) =>
    String(at ?? '').slice(0, 10),
  );
  const members = [value.datasets, value.sources, value.children].flatMap((list) =>
    Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [],
  );
  return {
    ...none,
    name: typeof value.name === 'string' && DATASET_NAME.test(value.name) ? value.name : null,
    published: days.find(isDay) ?? null,
    members,
  };
}

/**
 * The dataset's name: the index's; but where every entity names one other dataset, and the index does not say that it
 * is made of that one, the index was left behind by another download, and the entities' word counts.
 */
function nameOf(
  index: Index,
  datasets: readonly string[] | null,
): { name: string | null; byIndex: boolean; issues: Issue[] } {
  const [only = null] = datasets?.length === 1 ? datasets : [];
  const own = only !== null && DATASET_NAME.test(only) ? only : null;
  if (index.name === null) return { name: own, byIndex: false, issues: [] };
  if (own === null || own === index.name || index.members.includes(own))
    return { name: index.name, byIndex: true, issues: [] };
  const at = { file: index.file, field: 'name', value: index.name };
  const message = `every entity says dataset "${own}"; loaded as that, the index was passed over`;
  return { name: own, byIndex: false, issues: [issue('bad-value', at, message)] };
}

function byNewest(a: Part, b: Part): number {
  if (a.lastSeen !== b.lastSeen) return a.lastSeen < b.lastSeen ? 1 : -1;
  return a.file < b.file ? -1 : 1;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isFlatEntity(value: Record<string, unknown>): boolean {
  const { schema, properties } = value;
  if ('op' in value || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    return false;
  return !Object.values(properties)
    .flat()
    .some((held) => typeof held === 'object' && held !== null && 'schema' in held);
}

function truncated(file: string, line: number): CordonError {
  const what = 'the file ends in the middle of this line; take it again';
  return new CordonError('list-truncated', `${file}:${line}: ${what}`);
}

function sameFolder(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf('/') + 1) === b.slice(0, b.lastIndexOf('/') + 1);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
