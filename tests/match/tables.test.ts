/** The tables of matching: rows that mean something, and bad rows refused with file and line. */
import { expect, it } from 'vitest';
import { CordonError, readTable } from '../../src/base/index.js';
import { openMatcher } from '../../src/match/index.js';
import { PART_TYPES } from '../../src/match/name-rules.js';
import { names, tables } from './support.js';

function openWith(path: string, change: (text: string) => string) {
  return () => openMatcher(new Map([...tables, [path, change(tables.get(path) ?? '')]]), names);
}

it.each([
  [
    'match/weights.csv',
    'bias,,-4',
    'bias,,heavy',
    /weights\.csv:2: contribution: expected a number, got "heavy"/,
  ],
  ['match/weights.csv', 'bias,,', 'bios,,', /row "bias, " is missing/],
  ['match/edit-costs.csv', 'swap,any', 'leap,any', /kind: "leap" with "any" is not known/],
  ['match/edit-costs.csv', 'drop,h,,0.4', 'drop,h,,0', /cost: expected/],
  ['match/edit-costs.csv', 'drop,h,,', 'drop,hh,,', /expected one letter or the name of a set/],
  [
    'match/edit-costs.csv',
    'sound,ch tch',
    'sound,ch t-ch',
    /expected letters that are one sound, got "t-ch"/,
  ],
  ['match/business-words.csv', 'company,filler', 'company,nice', /class: expected filler, broad or country/],
  ['match/identifiers.csv', 'innCode,unique,world', 'innCode,unique,moon', /:2: type, class, scope/],
  [
    'match/identifiers.csv',
    'leiCode,',
    'laiCode,',
    /type, class, scope, only-one or other-name is not known/,
  ],
  ['match/address-words.csv', 'street,street', 'street,strait', /address-words\.csv:2: kind is not known/],
  ['match/former-states.csv', 'suhh,am,former', 'suhh,am,past', /former-states\.csv:2: kind is not known/],
  ['match/gender-endings.csv', 'patronymic,ovich', 'given,ovich', /part or gender is not known/],
])('%s: %s written as %s is refused', (path, from, to, message) => {
  const open = openWith(path, (text) => text.replace(from, to));
  expect(open).toThrow(CordonError);
  expect(open).toThrow(message);
});

it('every row about a part of a name is of a kind and a type that there is', () => {
  const kinds = ['person', 'organization', 'vessel'];
  const special = ['one-part', 'no-family', 'own-name', 'own-name-alone', 'both', 'syllable'];
  special.push('no-proper', 'number-near', 'legal-form-class', 'legal-form-country');
  const rows = readTable(tables.get('match/weights.csv') ?? '', 'weights.csv').rows;
  const families = ['name-conflict', 'name-left-over', 'name-left-over-share'];
  for (const { cells } of rows.filter((row) => families.includes(row.cells.feature ?? ''))) {
    const [kind = '', type = ''] = (cells.level ?? '').split('/');
    expect(kinds).toContain(kind);
    expect([...PART_TYPES, ...special]).toContain(type);
  }
});

it('every row has its case and its source', () => {
  for (const path of tables.keys()) {
    if (!path.startsWith('match/')) continue;
    const table = readTable(tables.get(path) ?? '', path);
    for (const { line, cells } of table.rows)
      expect([path, line, cells.case !== '', cells.source !== '']).toEqual([path, line, true, true]);
  }
});
