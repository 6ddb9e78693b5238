/** The United Nations Security Council consolidated list, XML. */
import { type Issue, isDay, issue } from '../../base/index.js';
import type { Entity } from '../../model/index.js';
import type { Countries } from '../countries.js';
import type { ListContent, ListFile, ListReader } from '../reader.js';
import { mapEntry, UN_SC } from './map.js';
import { isUnList, readUnList } from './read.js';

/** The reader of `un-sc`. */
export function openUnScReader(countries: Countries): ListReader {
  return {
    source: UN_SC,
    format: 'UN XML',
    rank: 0,
    recognise: (files) => files.filter(isUnList),
    read: (files) => newestOf(files.map((file) => readOne(file, countries))),
  };
}

type Part = ListContent & { readonly file: string };

function readOne(file: ListFile, countries: Countries): Part {
  const entities: Entity[] = [];
  const issues: Issue[] = [];
  const times = new Map<string, number>();
  const { dateGenerated, issues: odd } = readUnList(file, (entry) => {
    const mapped = mapEntry(entry, file.name, countries);
    const { id } = mapped.entity;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    issues.push(...mapped.issues);
    if (time === 1) {
      entities.push(mapped.entity);
      return;
    }
    const at = { file: file.name, line: entry.line, field: 'REFERENCE_NUMBER', value: id };
    issues.push(issue('duplicate-entry', at, `came before; kept as ${id}-${time}`));
    entities.push({ ...mapped.entity, id: `${id}-${time}` });
  });
  const published = dateGenerated?.slice(0, 10) ?? '';
  const dated = isDay(published);
  if (!dated) {
    const at = { file: file.name, line: 1, field: 'dateGenerated', value: dateGenerated };
    issues.push(issue('missing-field', at, 'the list does not say of which day it is'));
  }
  return {
    file: file.name,
    published: dated ? published : null,
    entities,
    issues: [...odd, ...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

/** Several copies in one folder: the newest is read, the others are named, nothing is merged. */
function newestOf(parts: readonly Part[]): ListContent {
  const byNewest = (a: Part, b: Part) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1);
  const [newest, ...others] = parts.toSorted(byNewest);
  if (newest === undefined) throw new TypeError('read() was given no file');
  const ignored = others.map(({ file }) =>
    issue('ignored-file', { file }, `${newest.file} is newer or as new; this file was not read`),
  );
  return {
    published: newest.published,
    entities: newest.entities,
    issues: [...newest.issues, ...ignored],
  };
}
