/**
 * OFAC's headerless CSV set: bytes → rows with their lines. Four files make one list: entries (`sdn`, `cons_prim`),
 * addresses (`add`), aliases (`alt`) and the rest of long remarks (`comments`). They are known by the shape of their
 * first record, an empty one by its name.
 */
import { CordonError, decodeText, type Issue, issue, type RawRow, readRecords } from '../../base/index.js';
import type { ListFile } from '../reader.js';

/** A file in memory: the four of a set are joined. */
export type OfacFile = { readonly name: string; readonly head: Uint8Array; readonly bytes: Uint8Array };

/** What a file of the set holds. */
type OfacRole = 'prim' | 'add' | 'alt' | 'comments';

/** A record: its file, line and cells, the source's `-0- ` turned into ''. */
export type OfacRow = { readonly file: string; readonly line: number; readonly cells: readonly string[] };

/**
 * The records of a set. `behind` are entries after an end-of-file byte inside the entries' file: there the non-SDN
 * list was glued behind the SDN list.
 */
export type OfacSet = {
  readonly prim: readonly OfacRow[];
  readonly behind: readonly OfacRow[];
  readonly add: readonly OfacRow[];
  readonly alt: readonly OfacRow[];
  readonly comments: ReadonlyMap<string, OfacRow>;
  readonly hasComments: boolean;
  readonly issues: readonly Issue[];
};

/** Columns of each file (checked in the lists of 2021 to 2026). */
const COLUMNS: Readonly<Record<OfacRole, number>> = { prim: 12, add: 6, alt: 5, comments: 2 };
const ROLES: readonly OfacRole[] = ['prim', 'add', 'alt', 'comments'];
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

/**
 * Reads the files that `ofacFiles` chose.
 *
 * @throws CordonError `list-truncated` where a file ends in the middle of a record, `list-empty` without entries
 */
export function readOfac(files: readonly OfacFile[]): OfacSet {
  const rows: Record<OfacRole, OfacRow[]> = { prim: [], add: [], alt: [], comments: [] };
  const issues: Issue[] = [];
  let behind: OfacRow[] = [];
  let hasComments = false;
  for (const file of files) {
    const role = roleOf(file);
    if (role === null) continue;
    const { text, issues: decoding } = decodeText(file.bytes, file.name);
    issues.push(...decoding);
    const read = readFile(text, file.name, role, issues);
    rows[role] = read.rows;
    if (role === 'prim') behind = read.behind;
    if (role === 'comments') hasComments = true;
  }
  if (rows.prim.length === 0) {
    const name = files.find((file) => roleOf(file) === 'prim')?.name ?? 'the file of entries';
    throw new CordonError('list-empty', `${name}: holds no entry; take a fresh download`);
  }
  const comments = new Map(rows.comments.map((row) => [row.cells[0] ?? '', row]));
  return { prim: rows.prim, behind, add: rows.add, alt: rows.alt, comments, hasComments, issues };
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

function readFile(
  text: string,
  file: string,
  role: OfacRole,
  issues: Issue[],
): { rows: OfacRow[]; behind: OfacRow[] } {
  const { rows: records, issues: broken } = readRecords(text, file);
  const [unclosed] = broken;
  if (unclosed !== undefined) throw truncated(file, unclosed.line ?? 0, 'a quote never closes');
  const rows: OfacRow[] = [];
  const behind: OfacRow[] = [];
  let ended = false;
  for (const [at, record] of records.entries()) {
    if (record.cells[0]?.startsWith(END)) {
      if (record.cells.length === 1) continue;
      const count = records.slice(at).filter(({ cells }) => cells.length > 1).length;
      issues.push(endInside(file, record.line, count));
      ended = true;
    }
    if (at === records.length - 1) refuseCut(record, file, role, text);
    if (record.cells.length !== COLUMNS[role]) {
      const message = `expected ${COLUMNS[role]} columns, got ${record.cells.length} (row skipped)`;
      issues.push(issue('bad-record', { file, line: record.line, value: record.cells.join(',') }, message));
      continue;
    }
    (ended ? behind : rows).push({ file, line: record.line, cells: record.cells.map(clean) });
  }
  return { rows, behind };
}

/** The last record of a whole file has all its columns, and its last cell is not the beginning of `-0- `. */
function refuseCut(record: RawRow, file: string, role: OfacRole, text: string): void {
  const open = !/[\r\n]$/.test(text);
  const cells = record.cells;
  const tail = cells.at(-1) ?? '';
  const short = cells.length < COLUMNS[role];
  if (short || (open && /^-0?$/.test(tail)) || (open && cells.length > 2 && tail === ''))
    throw truncated(file, record.line, `the last record has ${cells.length} of ${COLUMNS[role]} columns`);
}

function truncated(file: string, line: number, why: string): CordonError {
  return new CordonError('list-truncated', `${file}:${line}: ${why}: the file is cut; download it again`);
}

function endInside(file: string, line: number, count: number): Issue {
  const message = `an end-of-file byte stands inside the file; the ${count} records behind it were read as entries of OFAC's non-SDN list`;
  return issue('bad-record', { file, line }, message);
}

function clean(cell: string): string {
  const text = cell.replaceAll(END, '');
  return /^-0- ?$/.test(text) ? '' : text;
}
