/** The cells of a Journal row → properties, column by column. What a column cannot take is kept in the notes. */
import { type Issue, issue } from '../../base/index.js';
import type { PropertyBag } from '../../model/index.js';
import { splitItems, unquote } from '../wording/printed-items.js';
import { type NamedKind, readPrintedName } from '../wording/printed-names.js';
import { type Cell, type CellTables, isParty, report } from './cell.js';
import { readPrintedDates } from './dates.js';
import { addDocumentNumbers, addImo, addNumbersBehind, addRegisterNumbers } from './number-cells.js';
import type { JournalRow } from './read.js';

/** Columns that make the key and the listing; they are read elsewhere. */
const KEY_COLUMNS: readonly string[] = [
  'celex',
  'amendedCelex',
  'amendmentCelex',
  'recordId',
  'programKey',
  'annex',
  'measure',
  'startDate',
  'reason',
  'schema',
];

/** Characters of a cell that is taken apart; the longest in the extract of 2026 is under a third of it. */
const LONGEST_CELL = 8_000;

/** Column → what reads it. The order matters once: countries come before the numbers that depend on them. */
const COLUMNS: ReadonlyMap<string, (cell: Cell) => void> = new Map<string, (cell: Cell) => void>([
  ['name', (cell) => addNames(cell, 'name')],
  ['alias', (cell) => addNames(cell, 'alias')],
  ['weakAlias', (cell) => addNames(cell, 'weakAlias')],
  ['previousName', (cell) => addNames(cell, 'previousName')],
  ['country', (cell) => addCountries(cell, 'country')],
  ['nationality', (cell) => addCountries(cell, cell.schema === 'Person' ? 'nationality' : 'country')],
  ['jurisdiction', (cell) => addCountries(cell, isParty(cell) ? 'jurisdiction' : 'country')],
  ['flag', (cell) => addCountries(cell, cell.schema === 'Vessel' ? 'flag' : 'country')],
  ['address', addAddresses],
  ['birthDate', (cell) => addDates(cell, 'Person')],
  ['incorporationDate', (cell) => addDates(cell, 'LegalEntity')],
  ['birthPlace', (cell) => addTexts(cell, 'Person')],
  ['position', (cell) => addTexts(cell, 'Person')],
  ['appearance', (cell) => addWhole(cell, 'Person')],
  ['ethnicity', (cell) => addWhole(cell, 'Person')],
  ['fatherName', (cell) => addWhole(cell, 'Person')],
  ['motherName', (cell) => addWhole(cell, 'Person')],
  ['gender', addGender],
  ['legalForm', (cell) => addWhole(cell, 'LegalEntity')],
  ['sector', (cell) => addWhole(cell, 'LegalEntity')],
  ['passportNumber', addDocumentNumbers],
  ['idNumber', addDocumentNumbers],
  ...[
    'registrationNumber',
    'taxNumber',
    'innCode',
    'ogrnCode',
    'kppCode',
    'okpoCode',
    'leiCode',
    'swiftBic',
  ].map((column) => [column, addRegisterNumbers] as const),
  ['ticker', (cell) => addTexts(cell, 'LegalEntity')],
  ['imoNumber', addImo],
  ['mmsi', (cell) => addTexts(cell, 'Vessel')],
  ['phone', addContacts],
  ['email', addContacts],
  ['website', addContacts],
  ['notes', (cell) => cell.bag.add('notes', unquote(cell.text))],
]);

/** Puts every cell of a row into its property; the cells of columns not known go to the notes. */
export function addCells(
  bag: PropertyBag,
  row: JournalRow,
  schema: string,
  tables: CellTables,
  issues: Issue[],
): void {
  for (const [column, read] of COLUMNS) {
    const text = row.cells[column] ?? '';
    if (text === '') continue;
    const cell = { row, column, text, schema, bag, tables, issues };
    if (text.length <= LONGEST_CELL || column === 'notes') read(cell);
    else {
      bag.add('notes', `${column}: ${text}`);
      report(
        cell,
        'unplaced-text',
        text,
        'longer than any such cell of the Journal; kept as a note, not taken apart',
      );
    }
  }
  for (const column in row.cells) {
    const text = row.cells[column];
    if (text !== '' && !isKnown(column)) bag.add('notes', `${column}: ${text}`);
  }
}

/** One issue for each column of a row's file that no rule knows. */
export function unknownColumns({ file, cells }: JournalRow): Issue[] {
  const message = 'a column that the reader does not know (its cells were kept as notes)';
  return Object.keys(cells)
    .filter((name) => !isKnown(name))
    .map((column) => issue('unknown-column', { file, line: 1, field: column }, message));
}

function isKnown(column: string): boolean {
  return COLUMNS.has(column) || KEY_COLUMNS.includes(column);
}

function addNames(cell: Cell, property: string): void {
  const kind: NamedKind =
    cell.schema === 'Person' ? 'person' : cell.schema === 'Vessel' ? 'thing' : 'organisation';
  // A name column holds one name, semicolons and all but for "A; B" of two spellings.
  const isPlace = (text: string) => Boolean(cell.tables.countries.codeOf(text));
  for (const item of splitItems(cell.text)) {
    const isLabel = cell.tables.nameLabels.has(
      item
        .toLowerCase()
        .replace(/[^a-z ]/g, '')
        .trim(),
    );
    if (isLabel || (property !== 'name' && isPlace(item)) || /^(?:date|place|time) of /i.test(item)) {
      cell.bag.add('notes', `${cell.column}: ${item}`);
      continue;
    }
    const { names, former, notes } = readPrintedName(item, kind, isPlace);
    const [first, ...others] = names;
    cell.bag.add(property, first);
    cell.bag.add(property === 'name' ? 'alias' : property, ...others);
    cell.bag.add('previousName', ...former);
    cell.bag.add('notes', ...notes.map((note) => `${cell.column}: ${note}`));
  }
}

function addCountries(cell: Cell, property: string): void {
  const { codes, rest } = cell.tables.countries.readAll(cell.text);
  cell.bag.add(property, ...codes);
  if (rest !== '') cell.bag.add('notes', `${cell.column}: ${unquote(cell.text)}`);
  if (cell.schema === 'Person' && rest !== '') addNumbersBehind(cell);
  if (codes.length === 0 && cell.tables.countries.codeOf(unquote(cell.text)) !== '')
    report(cell, 'bad-value', cell.text, 'no country that the table knows (kept as a note)');
}

function addAddresses(cell: Cell): void {
  for (const item of splitItems(cell.text)) {
    const code = cell.tables.countries.codeOf(item);
    // A country alone is no address.
    if (code !== null && code !== '') cell.bag.add('country', code);
    else {
      cell.bag.add('address', item);
      cell.bag.add('country', cell.tables.countries.ofAddress(item.replace(/\s*\([^()]*\)$/, '')));
    }
  }
}

function addDates(cell: Cell, only: string): void {
  const property = allowed(cell, only) ? cell.column : 'notes';
  for (const item of splitItems(cell.text)) {
    const { dates, told } = readPrintedDates(item);
    if (property !== 'notes') cell.bag.add(property, ...dates);
    if (told || dates.length === 0 || property === 'notes') cell.bag.add('notes', `${cell.column}: ${item}`);
    if (dates.length === 0) report(cell, 'bad-date', item, 'no date that can be read (kept as a note)');
  }
}

function addTexts(cell: Cell, only: string): void {
  const property = allowed(cell, only) ? cell.column : 'notes';
  const label = property === 'notes' ? `${cell.column}: ` : '';
  for (const item of splitItems(cell.text)) cell.bag.add(property, label + item);
}

function addWhole(cell: Cell, only: string): void {
  const text = unquote(cell.text);
  if (allowed(cell, only)) cell.bag.add(cell.column, text);
  else cell.bag.add('notes', `${cell.column}: ${text}`);
}

/** `only` is Person, Vessel, or LegalEntity for everything that is a party. */
function allowed(cell: Cell, only: string): boolean {
  return only === 'LegalEntity' ? isParty(cell) && cell.schema !== 'Person' : cell.schema === only;
}

function addGender(cell: Cell): void {
  const [, gender] = /^(male|female)\.?$/i.exec(cell.text) ?? [];
  if (gender !== undefined && cell.schema === 'Person') cell.bag.add('gender', gender.toLowerCase());
  else {
    cell.bag.add('notes', `gender: ${cell.text}`);
    report(cell, 'bad-value', cell.text, 'neither male nor female (kept as a note)');
  }
}

function addContacts(cell: Cell): void {
  const separator = cell.column === 'phone' ? /;|,\s+(?=[+\d(])/ : /[;,]\s*|\s+(?=\S+@|https?:|www\.)/;
  const property = isParty(cell) ? cell.column : 'notes';
  for (const part of unquote(cell.text).split(separator))
    cell.bag.add(property, part.trim().replace(/^[,;]+|[,;]+$/g, ''));
}
