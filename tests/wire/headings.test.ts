/** Which column means what, in the headings of real customer files. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapColumns, SUBJECT_FIELDS } from '../../src/wire/headings.js';

const path = 'wire/headings.csv';
const tables = new Map([[path, readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')]]);
const map = (headings: string[], given: Record<string, string> = {}) =>
  mapColumns(headings, tables, given, 'f.csv');

it.each([
  [
    ['Customer ID', 'Full Name', 'Date of Birth', 'Nationality'],
    { id: [0], name: [1], birthDate: [2], nationality: [3] },
  ],
  [
    ['Kundennummer', 'Nachname', 'Vorname', 'Geburtsdatum', 'Ort'],
    { id: [0], lastName: [1], firstName: [2], birthDate: [3], city: [4] },
  ],
  [['nom', 'prénom', 'date_de_naissance'], { lastName: [0], firstName: [1], birthDate: [2] }],
  [['nom', 'ville'], { name: [0], city: [1] }],
  [['ФИО', 'Дата рождения', 'ИНН'], { name: [0], birthDate: [1], identifier: [2] }],
  [['name', 'NAME', ' Name '], { name: [0, 1, 2] }],
])('%j', (headings, columns) => {
  expect(map(headings).columns).toEqual(columns);
});

it('every field goes by its own name', () => {
  expect(Object.keys(map([...SUBJECT_FIELDS]).columns).sort()).toEqual([...SUBJECT_FIELDS].sort());
});

it('what is given wins over every guess, and what means nothing is named', () => {
  expect(map(['name', 'Kunde', 'note'], { name: 'Kunde' })).toEqual({
    columns: { name: [1] },
    unused: ['name', 'note'],
  });
});

describe('refused', () => {
  it.each([
    [['foo', 'bar'], {}, 'input-unreadable', 'f.csv:1: no column holds a name; its columns are "foo", "bar"'],
    [[], {}, 'input-unreadable', 'no column holds a name'],
    [['name'], { nome: 'name' }, 'usage', '"nome" is no field; fields are id, name'],
    [['name'], { name: 'Name' }, 'usage', 'f.csv has no column "Name"; it has name'],
  ])('%j with %j', (headings, given, code, message) => {
    expect(() => map(headings, given as Record<string, string>)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
