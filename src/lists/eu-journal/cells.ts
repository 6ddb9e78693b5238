/** The cells of a Journal row → properties, column by column. What a column cannot take is kept in the notes. */
import { type Issue, type IssueCode, issue } from '../../base/index.js';
import { isBic, isImo, type PropertyBag } from '../../model/index.js';
import type { Countries } from '../countries.js';
import { placeNumber } from '../identity-numbers.js';
import { readPrintedDates } from './dates.js';
import { splitItems, unquote } from './items.js';
import { type NamedKind, readPrintedName } from './names.js';
import {
  type NumberLabels,
  type PrintedNumber,
  readDocumentNumbers,
  readRegisterNumbers,
} from './numbers.js';
import type { JournalRow } from './read.js';

/** The tables that cells are read with. */
export type CellTables = { readonly countries: Countries; readonly labels: NumberLabels };

type Cell = {
  readonly row: JournalRow;
  readonly column: string;
  readonly text: string;
  readonly schema: string;
  readonly bag: PropertyBag;
  readonly tables: CellTables;
  readonly issues: Issue[];
};

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
  ['passportNumber', (cell) => addNumbers(cell, readDocumentNumbers(cell.text))],
  ['idNumber', (cell) => addNumbers(cell, readDocumentNumbers(cell.text))],
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

/** Programmes about Russia and the occupied territories, where numbers of no known country are Russian ones. */
const RUSSIAN_PROGRAMMES: ReadonlySet<string> = new Set(['EU-UKR', 'EU-RUS']);

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
    if (text !== '') read({ row, column, text, schema, bag, tables, issues });
  }
  for (const [column, text] of Object.entries(row.cells)) {
    if (text !== '' && !isKnown(column)) bag.add('notes', `${column}: ${text}`);
  }
}

/** One issue per file and column that no rule knows. */
export function addUnknown(rows: readonly JournalRow[], issues: Issue[]): void {
  const told = new Set<string>();
  for (const { file, cells } of rows) {
    if (told.has(file)) continue;
    told.add(file);
    for (const column of Object.keys(cells).filter((name) => !isKnown(name))) {
      const message = 'a column that the reader does not know (its cells were kept as notes)';
      issues.push(issue('unknown-column', { file, line: 1, field: column }, message));
    }
  }
}

function isKnown(column: string): boolean {
  return KEY_COLUMNS.includes(column) || COLUMNS.has(column);
}

function isParty(cell: Cell): boolean {
  return cell.schema !== 'Vessel' && cell.schema !== 'Asset';
}

function addNames(cell: Cell, property: string): void {
  const kind: NamedKind =
    cell.schema === 'Person' ? 'person' : cell.schema === 'Vessel' ? 'thing' : 'organisation';
  // A name column holds one name, semicolons and all but for "A; B" of two spellings.
  const isPlace = (text: string) => Boolean(cell.tables.countries.codeOf(text));
  for (const item of splitItems(cell.text)) {
    if (/^(?:date|place|time) of /i.test(item)) {
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

/** `Tunisian. National Identification No.: 08619445`: a number that went into the wrong column. */
function addNumbersBehind(cell: Cell): void {
  const [, identity = ''] = /identification No\.?:?\s*(.+)$/i.exec(cell.text) ?? [];
  const [, passport = ''] = /passport (?:no\.?|number)\s*(\S+ ?\d*)/i.exec(cell.text) ?? [];
  for (const { value } of readDocumentNumbers(identity)) cell.bag.add('idNumber', value);
  for (const { value } of readDocumentNumbers(passport)) cell.bag.add('passportNumber', value);
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

function addRegisterNumbers(cell: Cell): void {
  addNumbers(cell, readRegisterNumbers(cell.text, cell.tables.labels));
}

function addNumbers(cell: Cell, numbers: readonly PrintedNumber[]): void {
  const party = isParty(cell) && (cell.schema === 'Person' || cell.column !== 'passportNumber');
  let inn = false;
  let told = !party || numbers.length === 0;
  for (const { value, property, bracket, told: more } of numbers) {
    told ||= more || value === '';
    if (!party || value === '') continue;
    const stated = property ?? afterInn(cell.column, value, inn);
    // What is no BIC in the BIC's column is somebody's telephone number.
    if (stated === 'swiftBic' && !isBic(value)) {
      told = true;
      continue;
    }
    const placed = placeNumber(companyOnly(cell, stated), value, isRussian(cell, bracket));
    cell.bag.add(placed.property, placed.value);
    inn ||= placed.property === 'innCode';
    if (placed.failed) report(cell, 'bad-checksum', value, 'a number that fails its check digit (kept)');
  }
  if (told) cell.bag.add('notes', `${cell.column}: ${unquote(cell.text)}`);
}

/** `7701215046 / 770301001`: behind a tax number, nine digits with 01, 43, 44, 45 or 50 inside are its KPP. */
function afterInn(column: string, value: string, inn: boolean): string {
  return inn && /^\d{4}(?:01|4[345]|50)\d{3}$/.test(value) ? 'kppCode' : column;
}

/** A person has no KPP and no ticker; the model gives people a plain number instead. */
function companyOnly(cell: Cell, property: string): string {
  return cell.schema === 'Person' && property === 'kppCode' ? 'taxNumber' : property;
}

/** By the country in the number's own bracket, else by the party's countries, else by the programme. */
function isRussian(cell: Cell, bracket: string): 'yes' | 'likely' | 'no' | 'unknown' {
  const own = cell.tables.countries.codeOf(bracket);
  if (own) return own === 'ru' ? 'yes' : 'no';
  const held = cell.bag.freeze();
  const codes = [...(held.nationality ?? []), ...(held.country ?? []), ...(held.jurisdiction ?? [])];
  if (codes.includes('ru')) return 'yes';
  const open = codes.length === 0 || codes.includes('ua');
  if (open && RUSSIAN_PROGRAMMES.has(cell.row.cells.programKey ?? '')) return 'likely';
  return codes.length > 0 ? 'no' : 'unknown';
}

function addImo(cell: Cell): void {
  const [digits] = /\b\d{7}\b/.exec(cell.text) ?? [];
  if (digits === undefined || cell.schema === 'Person' || cell.schema === 'Asset') {
    cell.bag.add('notes', `${cell.column}: ${cell.text}`);
    report(cell, 'bad-value', cell.text, 'no IMO number of seven digits (kept as a note)');
    return;
  }
  cell.bag.add('imoNumber', digits);
  // The numbers of companies carry no check digit.
  if (cell.schema === 'Vessel' && !isImo(digits))
    report(cell, 'bad-checksum', digits, 'an IMO number that fails its check digit (kept)');
}

function addContacts(cell: Cell): void {
  const separator = cell.column === 'phone' ? /;|,\s+(?=[+\d(])/ : /[;,]\s*|\s+(?=\S+@|https?:|www\.)/;
  const property = isParty(cell) ? cell.column : 'notes';
  for (const part of unquote(cell.text).split(separator))
    cell.bag.add(property, part.trim().replace(/^[,;]+|[,;]+$/g, ''));
}

function report(cell: Cell, code: IssueCode, value: string, message: string): void {
  const { file, line } = cell.row;
  cell.issues.push(issue(code, { file, line, field: cell.column, value }, message));
}
