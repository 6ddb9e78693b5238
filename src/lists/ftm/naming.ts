/**
 * What a dataset is called and when it was published: by the `index.json` beside it, by what its entities say, else by
 * its folder.
 */
import { type Day, type Issue, isDay, issue } from '../../base/index.js';
import type { ListFile } from '../reader.js';
import { wholeBytes } from '../reading/file.js';
import { parseObject } from './json-lines.js';

/** What may name a source; a name becomes a folder, so it must not lead out of one. */
const DATASET_NAME = /^[a-z0-9][a-z0-9_.-]{0,99}$/i;

/** Whether the file is a dataset's index, which names it. */
export function isIndex(file: Pick<ListFile, 'name'>): boolean {
  return /(?:^|\/)index\.json$/.test(file.name);
}

export type Index = {
  readonly file: string;
  readonly name: string | null;
  readonly published: Day | null;
  /** Datasets the index says it is made of, where it is a collection. */
  readonly members: readonly string[];
  readonly issues: readonly Issue[];
};

/** Reads the index in the folder of `beside`, where one is there. */
export async function readIndex(files: readonly ListFile[], beside: string): Promise<Index> {
  const file = files.find((one) => isIndex(one) && folderOf(one.name) === folderOf(beside));
  const none: Index = { file: file?.name ?? '', name: null, published: null, members: [], issues: [] };
  if (file === undefined) return none;
  const value = parseObject(new TextDecoder().decode(await wholeBytes(file)));
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
export function nameOf(
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

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
