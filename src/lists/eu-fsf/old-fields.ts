/**
 * Version 1.0 of the EU list says less than 1.1 and in other words: one cell holds a document's number, kind and remark.
 * Its fields, by the names of XML 1.1.
 */
import { readContacts } from './contacts.js';
import type { BlockKind, Fields, FsfBlock } from './record.js';

/** Block → its field in 1.0 (small letters) → the attribute of 1.1. */
export const OLD_FIELDS: Readonly<Record<BlockKind, Readonly<Record<string, string>>>> = {
  nameAlias: {
    lastname: 'lastName',
    firstname: 'firstName',
    middlename: 'middleName',
    wholename: 'wholeName',
    gender: 'gender',
    title: 'title',
    function: 'function',
    language: 'nameLanguage',
  },
  address: {
    number: 'number',
    street: 'street',
    zipcode: 'zipCode',
    city: 'city',
    country: 'countryIso3Code',
    other: 'other',
  },
  birthdate: { date: 'birthdate', place: 'city', country: 'countryIso3Code' },
  identification: { number: 'number', country: 'countryIso3Code' },
  citizenship: { country: 'countryIso3Code' },
};

/** `AD001095 (passport-National passport) ((passport))`. */
const DOCUMENT = /^(.*?)\s*\(([a-z]+)-([^()]*)\)\s*(.*)$/s;
/** The longest cell that is taken apart. */
const LONGEST = 1000;

/**
 * A block of 1.0 as 1.1 would say it.
 *
 * @param said its fields, by the names of 1.1, as written
 */
export function oldBlock(kind: BlockKind, line: number, said: Fields): FsfBlock {
  if (kind === 'identification') return oldDocument(line, said);
  if (kind === 'address') {
    const { number = '', street = '', other = '', ...fields } = said;
    const { contacts, rest } = readContacts(other);
    const remarks = rest === '' ? [] : [rest];
    return { line, fields: { ...fields, street: `${number} ${street}`.trim() }, remarks, contacts };
  }
  const unknownDate = kind === 'birthdate' && /^N\/A$/i.test(said.birthdate ?? '');
  return { line, fields: unknownDate ? { ...said, birthdate: '' } : said, remarks: [], contacts: [] };
}

function oldDocument(line: number, said: Fields): FsfBlock {
  const text = said.number ?? '';
  const parts = text.length > LONGEST ? null : DOCUMENT.exec(text);
  if (parts === null) return { line, fields: said, remarks: [], contacts: [] };
  const [, number, identificationTypeCode, identificationTypeDescription, rest = ''] = parts;
  const fields = { ...said, number, identificationTypeCode, identificationTypeDescription };
  const remark = rest.replace(/^\(\??\(?|\)?\)$/g, '').trim();
  return { line, fields, remarks: remark === '' ? [] : [remark], contacts: [] };
}
