/** Number cells: which property each number belongs to, by its label, its country and its checksum. */
import { isBic, isImo, isImoCompany } from '../../model/index.js';
import { placeNumber } from '../wording/identity-numbers.js';
import { unquote } from '../wording/printed-items.js';
import { type PrintedNumber, readDocumentNumbers, readRegisterNumbers } from '../wording/printed-numbers.js';
import { type Cell, isParty, report } from './cell.js';

/** Programmes about Russia and the occupied territories, where numbers of no known country are Russian ones. */
const RUSSIAN_PROGRAMMES: ReadonlySet<string> = new Set(['EU-UKR', 'EU-RUS']);

/** Numbers of registers and tax offices, labelled or not. */
export function addRegisterNumbers(cell: Cell): void {
  addNumbers(cell, readRegisterNumbers(cell.text, cell.tables.labels));
}

/** Numbers of passports and identity cards. */
export function addDocumentNumbers(cell: Cell): void {
  addNumbers(cell, readDocumentNumbers(cell.text));
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

/** The IMO number of a ship or of a shipping company, each with its check digit. */
export function addImo(cell: Cell): void {
  const [digits] = /\b\d{7}\b/.exec(cell.text) ?? [];
  if (digits === undefined || cell.schema === 'Person' || cell.schema === 'Asset') {
    cell.bag.add('notes', `${cell.column}: ${cell.text}`);
    report(cell, 'bad-value', cell.text, 'no IMO number of seven digits (kept as a note)');
    return;
  }
  cell.bag.add('imoNumber', digits);
  if (!(cell.schema === 'Vessel' ? isImo(digits) : isImoCompany(digits)))
    report(cell, 'bad-checksum', digits, 'an IMO number that fails its check digit (kept)');
}

/** `Tunisian. National Identification No.: 08619445`: a number that went into the wrong column. */
export function addNumbersBehind(cell: Cell): void {
  const [, identity = ''] = /identification No\.?:?\s*(.+)$/i.exec(cell.text) ?? [];
  const [, passport = ''] = /passport (?:no\.?|number)\s*(\S+ ?\d*)/i.exec(cell.text) ?? [];
  for (const { value } of readDocumentNumbers(identity)) cell.bag.add('idNumber', value);
  for (const { value } of readDocumentNumbers(passport)) cell.bag.add('passportNumber', value);
}
