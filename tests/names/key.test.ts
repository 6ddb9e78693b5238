/** Spellings of one name share a key; names that are not one do not share too many. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneticKey } from '../../src/names/index.js';
import { names } from './support.js';

describe('spellings of one name', () => {
  it.each([
    'sergei sergey serguei siergiej sergej sergii',
    'yevgeniy evgeny evgenii yevgeny evgueni jewgenij',
    'prigozhin prigozin prigojine',
    'tsai cai',
    'xi hsi',
    'muhammad mohamed mahomet mohammad mehmet',
    'husayn hussein hossein',
    'mukhtarov moukhtaroff muhtarov',
    'tsvetaev cvetaev',
    'gaddafi qadhafi kadafi',
    'lavrov lavroff lavrow',
    'aleksandr alexander alexandr',
    'dmitri dmitry dmitriy dmitrii dzmitry',
    'yuri yuriy iurii jurij',
    'zelensky zelenskyy zelenskij zelenskyi',
    'shcherbakov scherbakov chtcherbakov szczerbakow',
    'milosevic milosevich milosevitch',
    'rashid rachid rasheed',
    'jamal djamel jamaal',
    'faisal faysal feisal',
    'yusuf youssef yousef',
    'tawfiq taufik toufic',
    'zaitsev zaytsev zaitsau',
    'vladimirovich wladimirowitsch vladimirovitj',
    'ahmed ahmad ahmet',
    'said saeed',
    'salih saleh',
    'fatima fatimah',
    'jong jeong',
  ])('%s', (spellings) => expect(new Set(spellings.split(' ').map(phoneticKey)).size).toBe(1));
});

describe('other names', () => {
  it.each([
    ['ivanov', 'ivanova'],
    ['hasan', 'hasani'],
    ['omar', 'amir'],
    ['li', 'lu'],
    ['petrov', 'bedrov'],
    ['zhang', 'wang'],
  ])('%s and %s differ', (left, right) => expect(phoneticKey(left)).not.toBe(phoneticKey(right)));
});

it('is short, lower case and never empty', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,60}$/), (form) => {
      const key = phoneticKey(form);
      expect(key.length).toBeGreaterThan(0);
      expect(key.length).toBeLessThanOrEqual(Math.max(12, /[0-9]/.test(form) ? form.length : 0));
      expect(key).toMatch(/^[a-z0-9]+$/);
    }),
  ));

const list = new URL('../../../shared/data/lists/us-ofac-sdn-2026/names-2026-08.json', import.meta.url);

describe.skipIf(!existsSync(list))('on a real list (skipped where the shared lists are not there)', () => {
  it('a key stands for fewer than five forms, for the form one meets', () => {
    const { entries } = JSON.parse(readFileSync(list, 'utf8')) as {
      entries: { name: string; type: string; alternateNames: string[] }[];
    };
    const byKey = new Map<string, Set<string>>();
    for (const { name, type, alternateNames } of entries) {
      for (const text of [name, ...alternateNames])
        for (const { form, key } of names.parse(text, type === 'individual' ? 'person' : 'organization')
          .parts)
          if (/^[a-z]{3,}$/.test(form)) byKey.set(key, (byKey.get(key) ?? new Set()).add(form));
    }
    let forms = 0;
    let company = 0;
    for (const { size } of byKey.values()) {
      forms += size;
      company += size * size;
    }
    expect(forms).toBeGreaterThan(20_000);
    expect(company / forms).toBeLessThan(5);
  });
});
