import { expect, it } from 'vitest';
import { readDocument } from '../../../src/lists/un-sc/documents.js';
import { countries } from './support.js';

const NONE = {
  type: '',
  type2: '',
  number: '',
  country: '',
  countryOfIssue: '',
  city: '',
  date: '',
  note: '',
};
const ID = 'National Identification Number';

it.each([
  // type, second type, number, note → property, number
  ['Passport', '', 'A123456', '', 'passportNumber', 'A123456'],
  ['Número de pasaporte', '', 'A123456', '', 'passportNumber', 'A123456'],
  ['Numéro de passeport', '', 'A123456', '', 'passportNumber', 'A123456'],
  ['Passport', '', 'CAR diplomatic passport no. D00000000', '', 'passportNumber', 'D00000000'],
  ['Passport', '', 'Provisional passport No.: 20000000', 'expired', 'passportNumber', '20000000'],
  ['Passport', '', 'Russian passport number 8200 No. 500000', '', 'passportNumber', '8200 500000'],
  ['Passport', '', '300000000 (Expired 25 Jan. 2016)', '', 'passportNumber', '300000000'],
  ['Passport', '', 'R00010000, South Sudan', '', 'passportNumber', 'R00010000'],
  ['Passport', '', 'Jordan 600000', '', 'passportNumber', '600000'],
  ['Passport', '', 'OB 0200000', '', 'passportNumber', 'OB 0200000'],
  ['Passport', '', 'No30000/129', '', 'passportNumber', '30000/129'],
  [
    'Passport',
    '',
    '',
    'Libyan passport number 300000, issued under name X, expired in 2014',
    'passportNumber',
    '300000',
  ],
  [
    'Passport',
    '',
    '',
    'Tunisian passport number L 100000 issued on 28 Feb. 1996',
    'passportNumber',
    'L 100000',
  ],
  [ID, 'national passport', '9100000000', '', 'passportNumber', '9100000000'],
  [ID, '', 'national identity card number 44000-5000000-5', '', 'idNumber', '44000-5000000-5'],
  [
    ID,
    'Afghan national identification card (tazkira) number 540000',
    '',
    'issued in 1974',
    'idNumber',
    '540000',
  ],
  [ID, '', '', 'Moroccan national identity card DE- 400000', 'idNumber', 'DE-400000'],
  [ID, '', '', '04000000 issued on 18 Jun. 1999', 'idNumber', '04000000'],
  [ID, '', 'Social Security Number 400-00-0000 (US)', '', 'socialSecurityNumber', '400-00-0000'],
  [ID, '', '', 'SSN 100-00-0000 (United States of America)', 'socialSecurityNumber', '100-00-0000'],
  [ID, 'Italian Fiscal Code:', 'AAABBB00A00Z000B', '', 'taxNumber', 'AAABBB00A00Z000B'],
  ['Passport', '', '', 'issued in 1993, under another name', 'passportNumber', null],
])('%s · %s · %s · %s', (type, type2, number, note, property, expected) => {
  const facts = readDocument({ ...NONE, type, type2, number, note }, countries);
  expect(facts).toMatchObject({ property, number: expected });
});

it('says country, day and place of issue in the note', () => {
  const fields = {
    ...NONE,
    type: 'Passport',
    number: 'L100000',
    country: 'Tunisia',
    note: 'expired on 7 Nov. 2001',
  };
  const { note } = readDocument(
    { ...fields, countryOfIssue: 'Italy', city: 'Milan', date: '1996-11-08' },
    countries,
  );
  expect(note).toBe('Passport L100000, Tunisia, issued 1996-11-08 in Milan, Italy, expired on 7 Nov. 2001');
});
