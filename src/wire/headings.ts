/**
 * Which column means what: headings of customer files in six languages, as a table (`data/wire/headings.csv`). Nothing
 * is guessed from the cells.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';

/** What a subject's row may tell, in the order columns are shown. */
export const SUBJECT_FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'schema',
  'birthDate',
  'country',
  'nationality',
  'gender',
  'address',
  'city',
  'identifier',
  'imo',
] as const;

export type SubjectField = (typeof SUBJECT_FIELDS)[number];

/** Field → positions of its columns, several where a file has several. `unused` are the headings that mean nothing. */
export type ColumnMap = {
  readonly columns: Readonly<Partial<Record<SubjectField, readonly number[]>>>;
  readonly unused: readonly string[];
};

const TABLE = 'wire/headings.csv';

/**
 * Guesses the columns of a customer file.
 *
 * @param given `--map`: field → heading; wins over every guess
 * @throws CordonError `usage` when `given` names a field or a heading that is not there; `input-unreadable` when no
 *   column holds a name or an identifier
 */
export function mapColumns(
  headings: readonly string[],
  tables: DataTables,
  given: Readonly<Record<string, string>>,
  file: string,
): ColumnMap {
  const columns: Partial<Record<SubjectField, number[]>> = {};
  const taken = new Set<number>();
  for (const [field, heading] of Object.entries(given)) {
    if (!isField(field))
      throw new CordonError(
        'usage',
        `--map: "${field}" is no field; fields are ${SUBJECT_FIELDS.join(', ')}`,
      );
    const at = headings.indexOf(heading);
    if (at < 0)
      throw new CordonError(
        'usage',
        `--map: ${file} has no column "${heading}"; it has ${headings.join(', ')}`,
      );
    columns[field] = [...(columns[field] ?? []), at];
    taken.add(at);
  }
  const known = knownHeadings(tables);
  headings.forEach((heading, at) => {
    const field = known.get(plain(heading));
    if (field === undefined || taken.has(at) || given[field] !== undefined) return;
    columns[field] = [...(columns[field] ?? []), at];
    taken.add(at);
  });
  // A French file's "nom" is the whole name unless a given name stands beside it.
  if (columns.lastName !== undefined && columns.firstName === undefined && columns.name === undefined) {
    columns.name = columns.lastName;
    delete columns.lastName;
  }
  if (!(columns.name ?? columns.lastName ?? columns.firstName ?? columns.identifier ?? columns.imo)) {
    const has = `its columns are ${headings.map((heading) => JSON.stringify(heading)).join(', ')}`;
    throw new CordonError(
      'input-unreadable',
      `${file}:1: no column holds a name; ${has}; name one with --map name=COLUMN`,
    );
  }
  return { columns, unused: headings.filter((_, at) => !taken.has(at)) };
}

function knownHeadings(tables: DataTables): Map<string, SubjectField> {
  const rows = readDataTable(dataTable(tables, TABLE), `data/${TABLE}`, [
    'heading',
    'field',
    'language',
    'source',
  ]);
  const known = new Map<string, SubjectField>(SUBJECT_FIELDS.map((field) => [plain(field), field]));
  for (const { line, cells } of rows) {
    if (!isField(cells.field))
      throw new CordonError('table-invalid', `data/${TABLE}:${line}: "${cells.field}" is no field`);
    known.set(plain(cells.heading), cells.field);
  }
  return known;
}

function isField(text: string): text is SubjectField {
  return (SUBJECT_FIELDS as readonly string[]).includes(text);
}

/** Letters and digits only, so that "Date of Birth", "date_of_birth" and "DateOfBirth" are one heading. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
