/** Country codes of lists: two letters or three, and each of them a country of the model. */
import { expect, it } from 'vitest';
import { COUNTRY_CODES_TABLE, openCountryCodes } from '../../../src/lists/wording/country-codes.js';
import { ftmModel } from '../../../src/model/index.js';
import { tablesOf } from '../tables.js';

const tables = tablesOf([COUNTRY_CODES_TABLE]);
const codes = openCountryCodes(tables);

it.each([
  ['DZ', 'dz'],
  ['dza', 'dz'],
  ['XK', 'xk'],
  ['SCG', 'csxx'],
  ['00', ''],
  ['QQ', null],
  ['', null],
])('%j is %j', (text, code) => {
  expect(codes(text)).toBe(code);
});

it('every code of the table is one of FollowTheMoney', () => {
  const rows = tables.get(COUNTRY_CODES_TABLE)!.trim().split('\n').slice(1);
  const held = rows.map((row) => row.split(',')[2]!).filter((code) => code !== '');
  expect(held.filter((code) => !ftmModel().isValue('country', code))).toEqual([]);
  expect(held.length).toBeGreaterThan(249);
});
