/**
 * OFAC's headerless CSV set: bytes → rows with their lines. Four files make one list: entries (`sdn`, `cons_prim`), which
 * stream by, and what is joined to them: addresses (`add`), aliases (`alt`) and the rest of long remarks (`comments`).
 * They are known by the shape of their first record, an empty one by its name.
 */
import { CordonError, type Issue, issue, type RawRow, readRecords } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { readRecordsOf, tellSwallowed } from '../reading/rows.js';

/** What a file of the set holds. */
type OfacRole = 'prim' | 'add' | 'alt' | 'comments';

/** A record: its file, line and cells, the source's `-0- ` turned into ''. */
export type OfacRow = { readonly file: string; readonly line: number; readonly cells: readonly string[] };

/**
 * A record, and whether it stands after an end-of-file byte inside the file: there the non-SDN list was glued behind the
 * SDN list.
 */
export type Taken = { readonly row: OfacRow; readonly behind: boolean };

/** An entry's rows in the other files; `comment` is the rest of its remarks. */
export type Satellites = {
  readonly add: readonly OfacRow[];
  readonly alt: readonly OfacRow[];
  readonly comment: OfacRow | null;
};

/** The files that are joined to the entries, by the number of their entry, each in its file's order. */
export type OfacJoins = {
  of(id: string): Satellites;
  ids(): Iterable<string>;
  rowsOf(id: string): readonly OfacRow[];
};

/** Columns of each file (checked in the lists of 2021 to 2026). */
const COLUMNS: Readonly<Record<OfacRole, number>> = { prim: 12, add: 6, alt: 5, comments: 2 };
const ROLES: readonly OfacRole[] = ['prim', 'add', 'alt', 'comments'];
/** Characters: remarks stop at 1,000, their comments go on for some thousand. */
const LONG_CELL = 1_000;
/** DOS end of file. */
const END = '\u001a';

/**
 * The files of the set: the entries and at most one of each other kind, the largest where there are several. None
 * without entries.
 */
export function ofacFiles(files: readonly ListFile[]): readonly ListFile[] {
  const chosen = new Map<OfacRole, ListFile>();
  for (const file of files) {
    const role = roleOf(file);
    const held = role === null ? undefined : chosen.get(role);
    if (role !== null && (held === undefined || held.size < file.size)) chosen.set(role, file);
  }
  if (!chosen.has('prim')) return [];
  return ROLES.flatMap((role) => chosen.get(role) ?? []);
}

/** Whether a file of this kind ends with OFAC's end mark; that of comments does not always. */
export function isEndMarked(file: ListFile): boolean {
  const role = roleOf(file);
  return role !== null && role !== 'comments';
}

/** Says which files of the set are not there: a list without its aliases finds few of those that are on it. */
export function tellMissing(files: readonly ListFile[], sink: Pick<ListSink, 'issue'>): void {
  const roles = files.map(roleOf);
  for (const [role, what] of [
    ['add', 'addresses'],
    ['alt', 'aliases'],
  ] as const) {
    if (roles.includes(role)) continue;
    const name = files.find((file) => roleOf(file) === 'prim')?.name ?? '';
    const message = `the file of ${what} is not with it: all entries are read without their ${what}`;
    sink.issue(issue('perhaps-cut', { file: name, field: role }, message));
  }
}

/**
 * Reads addresses, aliases and comments of the files that `ofacFiles` chose, to be joined; they are held.
 *
 * @throws CordonError `list-truncated` where a file ends in the middle of a record
 */
export async function readJoins(
  files: readonly ListFile[],
  sink: Pick<ListSink, 'issue'>,
): Promise<OfacJoins> {
  const held: Record<Exclude<OfacRole, 'prim'>, Map<string, OfacRow[]>> = {
    add: new Map(),
    alt: new Map(),
    comments: new Map(),
  };
  for (const file of files) {
    const role = roleOf(file);
    if (role === null || role === 'prim') continue;
    for await (const taken of readRows(file, role, sink))
      for (const { row } of taken) {
        const id = row.cells[0] ?? '';
        const rows = held[role].get(id);
        if (rows === undefined) held[role].set(id, [row]);
        else rows.push(row);
        if (role === 'comments' && rows !== undefined) {
          const at = { file: row.file, line: row.line, field: 'ent_num', value: id };
          sink.issue(issue('bad-record', at, 'a second comment on this entry; only the last one is read'));
        }
      }
  }
  const { add, alt, comments } = held;
  return {
    of: (id) => ({
      add: add.get(id) ?? [],
      alt: alt.get(id) ?? [],
      comment: comments.get(id)?.at(-1) ?? null,
    }),
    ids: () => new Set([...add.keys(), ...alt.keys(), ...comments.keys()]),
    rowsOf: (id) => [add, alt, comments].flatMap((rows) => rows.get(id) ?? []),
  };
}

/**
 * The entries, in the file's order, those of a chunk at once.
 *
 * @throws CordonError `list-truncated` where the file ends in the middle of a record, `list-empty` without entries
 */
export async function* readEntries(
  files: readonly ListFile[],
  sink: Pick<ListSink, 'issue'>,
): AsyncGenerator<Iterable<Taken>> {
  const file = files.find((one) => roleOf(one) === 'prim');
  let own = 0;
  function* counted(taken: Iterable<Taken>): Generator<Taken> {
    for (const one of taken) {
      if (!one.behind) own += 1;
      yield one;
    }
  }
  if (file !== undefined) for await (const taken of readRows(file, 'prim', sink)) yield counted(taken);
  if (own === 0)
    throw new CordonError(
      'list-empty',
      `${file?.name ?? 'the file of entries'}: holds no entry; take a fresh download`,
    );
}

/** What a file is by its first record; by its name where it holds nothing. Null for a file of another kind. */
function roleOf(file: Pick<ListFile, 'name' | 'head'>): OfacRole | null {
  const name = file.name.split('/').at(-1)?.toLowerCase() ?? '';
  if (/\.(?:txt|json|xml|md|pdf|html?|xlsx|ods)$/.test(name) || name.startsWith('readme')) return null;
  const head = new TextDecoder('latin1').decode(file.head.subarray(0, 8_000));
  const line = head.replaceAll(END, '').split(/\r?\n/, 1)[0] ?? '';
  if (line.trim() === '') return roleByName(name);
  if (!/^\d+,/.test(line)) return null;
  const cells = readRecords(line, name).rows[0]?.cells ?? [];
  if (cells.length === COLUMNS.prim)
    return /^(?:-0- ?|individual|vessel|aircraft)$/.test(cells[2]!) ? 'prim' : null;
  if (cells.length === COLUMNS.add) return /^\d+$/.test(cells[1]!) ? 'add' : null;
  if (cells.length === COLUMNS.alt) return /^[afn]\.?k\.?a\.?$/.test(cells[2]!) ? 'alt' : null;
  // A first record that is cut, or a remark: only the name can say.
  return roleByName(name);
}

function roleByName(name: string): OfacRole | null {
  if (!/\.csv$|^[^.]+$/.test(name)) return null;
  if (/comment/.test(name)) return 'comments';
  if (/(?:^|[_-])add/.test(name)) return 'add';
  if (/(?:^|[_-])alt/.test(name)) return 'alt';
  return /prim|sdn/.test(name) ? 'prim' : null;
}

async function* readRows(
  file: ListFile,
  role: OfacRole,
  sink: Pick<ListSink, 'issue'>,
): AsyncGenerator<Iterable<Taken>> {
  const { name } = file;
  let ended = true;
  let behind: { line: number; count: number } | null = null;
  /** The last record may be cut, and only the end says which is the last. */
  let held: RawRow | null = null;
  const take = (record: RawRow): OfacRow | null => {
    if (behind === null && record.cells[0]?.startsWith(END)) behind = { line: record.line, count: 0 };
    if (behind !== null && record.cells.length > 1) behind.count += 1;
    tellSwallowed(record, COLUMNS[role], name, sink);
    if (record.cells.length === COLUMNS[role])
      return { file: name, line: record.line, cells: record.cells.map(clean) };
    const message = `expected ${COLUMNS[role]} columns, got ${record.cells.length} (row skipped)`;
    sink.issue(
      issue('bad-record', { file: name, line: record.line, value: record.cells.join(',') }, message),
    );
    return null;
  };
  // One by one as they are asked for, so that issues of a row and of its reading come in the order of the file.
  function* takeAll(records: readonly RawRow[]): Generator<Taken> {
    for (const record of records) {
      const row = held === null ? null : take(held);
      if (row !== null) yield { row, behind: behind !== null };
      // The end mark, alone in its line, is no row.
      held = record.cells.length === 1 && record.cells[0]?.startsWith(END) ? null : record;
    }
  }
  for await (const records of readRecordsOf(file, sink, ',', (whole) => (ended = whole))) {
    yield takeAll(records);
  }
  if (held !== null) {
    refuseCut(held, name, role, ended);
    const row = take(held);
    if (row !== null) yield [{ row, behind: behind !== null }];
  }
  if (behind !== null) sink.issue(endInside(name, behind));
}

/** The last record of a whole file has all its columns, and its last cell is not the beginning of `-0- `. */
function refuseCut({ cells, line }: RawRow, file: string, role: OfacRole, ended: boolean): void {
  const tail = cells.at(-1) ?? '';
  const short = cells.length < COLUMNS[role];
  if (short || (!ended && /^-0?$/.test(tail)) || (!ended && cells.length > 2 && tail === ''))
    throw truncated(file, line, `the last record has ${cells.length} of ${COLUMNS[role]} columns`);
}

function truncated(file: string, line: number, why: string): CordonError {
  return new CordonError('list-truncated', `${file}:${line}: ${why}: the file is cut; download it again`);
}

function endInside(file: string, { line, count }: { line: number; count: number }): Issue {
  const message = `an end-of-file byte stands inside the file; the ${count} records behind it were read as entries of OFAC's non-SDN list`;
  return issue('bad-record', { file, line }, message);
}

function clean(cell: string): string {
  const text = cell.includes(END) ? cell.replaceAll(END, '') : cell;
  if (text === '-0- ' || text === '-0-') return '';
  // No publisher's cell holds such a run of blanks, and patterns that look for a blank's end would walk it over and over.
  return text.length > LONG_CELL ? text.replace(/\s{20,}/g, ' ') : text;
}
