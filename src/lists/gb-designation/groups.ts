/** Cells of a designation that belong together, and what becomes of each group: one row per group, in reading order. */
import { type Day, dateSpan, type IssueCode, isDay, readDate } from '../../base/index.js';
import { isImo, isImoCompany, type PropertyBag } from '../../model/index.js';
import { placeNumber } from '../wording/identity-numbers.js';
import { readDocumentNumbers, readRegisterNumbers } from '../wording/printed-numbers.js';
import type { UkField } from './fields.js';
import type { UkTables } from './tables.js';

/** What a group is read with: its row's fields, and where its values go. */
export type Placing = {
  readonly bag: PropertyBag;
  readonly schema: string;
  readonly tables: UkTables;
  get(field: UkField): string;
  report(code: IssueCode, field: UkField, value: string, message: string): void;
};

type Group = { readonly fields: readonly UkField[]; readonly add: (placing: Placing) => void };

const ADDRESS: readonly UkField[] = [
  'address1',
  'address2',
  'address3',
  'address4',
  'address5',
  'address6',
  'postcode',
];

/** Every group but names and listings. */
export const GROUPS: readonly Group[] = [
  { fields: ['nationality'], add: (on) => addCountry(on, 'nationality', 'nationality') },
  { fields: [...ADDRESS, 'country'], add: addAddress },
  { fields: ['birthTown', 'birthCountry'], add: addBirthPlace },
  { fields: ['script', 'scriptType', 'scriptLanguage'], add: addScript },
  { fields: ['birthDate'], add: addBirthDates },
  { fields: ['title'], add: (on) => on.bag.add('title', on.get('title')) },
  { fields: ['position'], add: (on) => addNumbered(on, 'position', 'position', 'Position') },
  { fields: ['gender'], add: (on) => on.bag.add('gender', on.get('gender').toLowerCase()) },
  { fields: ['passport', 'passportInfo'], add: addPassport },
  { fields: ['idNumber', 'idInfo'], add: addIdNumber },
  { fields: ['entityType'], add: (on) => addNumbered(on, 'entityType', 'legalForm', 'Type of entity') },
  { fields: ['registration'], add: addRegistration },
  { fields: ['imo'], add: addImo },
  { fields: ['flag'], add: (on) => addCountry(on, 'flag', 'flag') },
  { fields: ['previousFlag'], add: (on) => addCountry(on, 'previousFlag', 'pastFlags') },
  { fields: ['shipType'], add: (on) => on.bag.add('type', on.get('shipType')) },
  { fields: ['tonnage'], add: (on) => on.bag.add('tonnage', on.get('tonnage')) },
  { fields: ['built'], add: addBuilt },
  { fields: ['phone'], add: (on) => on.bag.add('phone', ...numbered(on.get('phone'))) },
  { fields: ['email'], add: (on) => on.bag.add('email', ...numbered(on.get('email'))) },
  { fields: ['website'], add: (on) => on.bag.add('website', ...numbered(on.get('website'))) },
  { fields: ['unReference'], add: (on) => on.bag.add('unscId', on.get('unReference')) },
  { fields: ['updated'], add: (on) => on.bag.add('modifiedAt', dayOf(on.get('updated'))) },
  note('group', 'OFSI Group ID'),
  note('origin', 'Designation source'),
  note('subsidiary', 'Subsidiaries'),
  note('parent', 'Parent company'),
  note('owner', 'Current owner or operator'),
  note('previousOwner', 'Previous owner or operator'),
  note('length', 'Length of ship'),
  note('hull', 'Hull identification number'),
  { fields: ['other'], add: addOther },
];

/** Field → its group's place among them. */
export const GROUP_OF: ReadonlyMap<UkField, number> = new Map(
  GROUPS.flatMap(({ fields }, at) => fields.map((field) => [field, at] as const)),
);

/** A day as the list writes it: `31/07/2024`, `31-07-2024`; null where it is none. */
export function dayOf(text: string): Day | null {
  const plain = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(text);
  if (plain !== null) {
    const day = `${plain[3]}-${plain[2]}-${plain[1]}`;
    return isDay(day) ? day : null;
  }
  const date = readDate(text);
  return date !== null && isDay(date) ? date : null;
}

function note(field: UkField, label: string): Group {
  return { fields: [field], add: (on) => on.bag.add('notes', `${label}: ${on.get(field)}`) };
}

/** `(1) Minister. (2) Member of Parliament` as two values. */
function numbered(text: string): string[] {
  if (!/^\(?1\)/.test(text)) return [text];
  return text
    .split(/(?:^|\s)\(?\d{1,2}\)\s*/)
    .map((part) => part.replace(/[.;,]\s*$/, '').trim())
    .filter((part) => part !== '');
}

function addNumbered(on: Placing, field: UkField, property: string, label: string): void {
  const isPersons = property === 'position';
  const fits = isPersons ? on.schema === 'Person' : on.schema === 'Organization';
  for (const value of numbered(on.get(field)))
    if (fits) on.bag.add(property, value);
    else on.bag.add('notes', `${label}: ${value}`);
}

function addCountry(on: Placing, field: UkField, property: string): void {
  for (const name of numbered(on.get(field))) {
    const code = on.tables.countries.codeOf(name);
    if (code !== null) {
      if (code !== '') on.bag.add(property, code);
      else on.bag.add('notes', `${property}: ${name}`);
      continue;
    }
    const { codes, rest } = on.tables.countries.readAll(name);
    on.bag.add(property, ...codes);
    if (rest !== '') on.bag.add('notes', `${property}: ${name}`);
    if (codes.length === 0)
      on.report('bad-value', field, name, 'no country that is known; kept in the notes');
  }
}

function addAddress(on: Placing): void {
  const country = on.get('country');
  const lines = ADDRESS.map((field) => on.get(field)).filter((line) => line !== '');
  if (lines.length > 0) on.bag.add('address', [...lines, country].filter((part) => part !== '').join(', '));
  if (country !== '') addCountry(on, 'country', 'country');
}

function addBirthPlace(on: Placing): void {
  const country = on.get('birthCountry');
  const town = on.get('birthTown');
  if (town !== '') on.bag.add('birthPlace', [town, country].filter((part) => part !== '').join(', '));
  if (country !== '') addCountry(on, 'birthCountry', 'birthCountry');
}

function addScript(on: Placing): void {
  on.bag.add('name', ...on.get('script').split(';'));
}

/** Unknown parts are written `dd`, `mm` or as zeros. */
function addBirthDates(on: Placing): void {
  for (const text of numbered(on.get('birthDate'))) {
    const date = readDate(text.replace(/^dd\b/i, '00').replace(/(?<=^00[/-])mm\b/i, '00'));
    if (date !== null && dateSpan(date) !== null) {
      on.bag.add(on.schema === 'Person' ? 'birthDate' : 'incorporationDate', date);
      continue;
    }
    on.bag.add('notes', `Date of birth: ${text}`);
    on.report('bad-date', 'birthDate', text, 'no date that can be read; kept in the notes');
  }
}

function addPassport(on: Placing): void {
  const text = on.get('passport');
  const info = on.get('passportInfo');
  const numbers = numbered(text).flatMap(readDocumentNumbers);
  for (const { value } of numbers) on.bag.add('passportNumber', value);
  const told = numbers.some((number) => number.told || number.value === '');
  if (told || info !== '') on.bag.add('notes', ['Passport', text, info].filter(Boolean).join(' '));
}

function addIdNumber(on: Placing): void {
  const text = on.get('idNumber');
  const info = on.get('idInfo');
  // The kind of number stands beside it: `Russian tax number (INN)`.
  const word = /\b(INN|OGRN|TIN|tax)\b/i.exec(info)?.[1]?.toLowerCase();
  const stated =
    word === undefined ? null : (on.tables.labels.get(word) ?? (word === 'tax' ? 'taxNumber' : null));
  addNumbers(on, 'idNumber', text, stated ?? 'idNumber');
  if (info !== '') on.bag.add('notes', ['National identifier', text, info].filter(Boolean).join(' '));
}

function addRegistration(on: Placing): void {
  addNumbers(on, 'registration', on.get('registration'), 'registrationNumber');
}

function addNumbers(on: Placing, field: UkField, text: string, property: string): void {
  let told = on.schema === 'Vessel';
  for (const cell of numbered(text)) {
    const numbers = readRegisterNumbers(cell, on.tables.labels);
    told ||= numbers.length === 0;
    for (const number of numbers) {
      told ||= number.told;
      if (on.schema === 'Vessel') continue;
      const placed = placeNumber(number.property ?? property, number.value, isRussian(on));
      on.bag.add(placed.property, placed.value);
      if (placed.failed)
        on.report('bad-checksum', field, number.value, 'a number that fails its check digit (kept)');
    }
  }
  if (told && text !== '') on.bag.add('notes', `${property}: ${text}`);
}

function isRussian(on: Placing): 'yes' | 'no' | 'unknown' {
  const held = on.bag.freeze();
  const codes = [...(held.nationality ?? []), ...(held.country ?? [])];
  if (codes.includes('ru')) return 'yes';
  return codes.length > 0 ? 'no' : 'unknown';
}

/** `IMO9826902`: the number without its prefix, held against its check digit. */
function addImo(on: Placing): void {
  for (const text of numbered(on.get('imo'))) {
    const [, digits] = /^(?:IMO)?\W*(\d{7})$/i.exec(text) ?? [];
    if (digits === undefined || on.schema === 'Person') {
      on.bag.add('notes', `IMO number: ${text}`);
      on.report('bad-value', 'imo', text, 'no IMO number of seven digits; kept in the notes');
      continue;
    }
    on.bag.add('imoNumber', digits);
    if (!(on.schema === 'Vessel' ? isImo(digits) : isImoCompany(digits)))
      on.report('bad-checksum', 'imo', text, 'an IMO number that fails its check digit (kept)');
  }
}

function addBuilt(on: Placing): void {
  const text = on.get('built');
  const date = readDate(text);
  if (date !== null) on.bag.add('buildDate', date);
  else {
    on.bag.add('notes', `Year built: ${text}`);
    on.report('bad-date', 'built', text, 'no date that can be read; kept in the notes');
  }
}

/** OFSI's list has no column for the UN's reference: `(UN Ref):QDi.263`, `UN Ref IRi.018`. */
function addOther(on: Placing): void {
  const text = on.get('other');
  on.bag.add('notes', text);
  const [, reference] = /\bUN Ref\)?[:\s]*([A-Z]{2}[ie]\.\d{3})\b/.exec(text) ?? [];
  on.bag.add('unscId', reference);
}
