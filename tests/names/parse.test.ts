/** What holds for every name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../src/base/index.js';
import { type NameKind, nameKindOf, openNames } from '../../src/names/index.js';
import { names } from './support.js';

const kinds: NameKind[] = ['person', 'organization', 'vessel', 'any'];

describe('any text gives an answer', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \t\n'],
    ['emoji', '🚢🔥'],
    ['control characters', '\u0000\u0007\u200b\u202e'],
    ['punctuation', '.,-/()"\''],
    ['a lone surrogate', '\ud83d'],
  ])('%s has no parts', (_, text) => {
    for (const kind of kinds) expect(names.parse(text, kind)).toEqual({ text, kind, latin: '', parts: [] });
  });
  it.each([
    ['letters', 'a'.repeat(10_000)],
    ['words', 'Ivan Petrov '.repeat(900)],
    ['initials', 'I. '.repeat(3_500)],
    ['commas', 'Al,'.repeat(3_400)],
    ['Han characters', '有限公司中国'.repeat(1_700)],
    ['marks', `e${'\u0301'.repeat(9_999)}`],
  ])('10,000 characters of %s', (_, text) => {
    for (const kind of kinds) expect(names.parse(text, kind).parts.length).toBeGreaterThan(0);
  });
});

it('parts stand in order, quote the name, and have forms and keys', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((words) => words.join(' ')),
      ),
      fc.constantFrom(...kinds),
      (text, kind) => {
        const name = names.parse(text, kind);
        let last = 0;
        for (const part of name.parts) {
          expect(part.text).toBe(text.slice(part.start, part.end));
          expect(part.start).toBeGreaterThanOrEqual(last);
          expect(part.end).toBeGreaterThan(part.start);
          expect(part.form).toMatch(/^[a-z0-9]+$/);
          expect(part.key).not.toBe('');
          expect(part.rarity).toBeGreaterThanOrEqual(1);
          expect(part.rarity).toBeLessThanOrEqual(12);
          last = part.start;
        }
        expect(name.latin).toBe(name.parts.map(({ form }) => form).join(' '));
        expect(names.parse(text, kind)).toEqual(name);
      },
    ),
  ));

const WORDS =
  'Ivan PETROV, Ltd ООО S.A. de C.V. bin al- Abdulaziz 5th Forty Four II Dr. Jr. JC 华为有限公司 김정은 محمد الظواهري and & Co. (Schweiz) "Kvant" Sp. z o.o. M/V Lt. Gen. Sergeevich oglu'.split(
    ' ',
  );

it('a schema tells the kind of name', () => {
  expect(
    ['Person', 'Company', 'PublicBody', 'Vessel', 'Airplane', 'LegalEntity', 'Thing'].map(nameKindOf),
  ).toEqual(['person', 'organization', 'organization', 'vessel', 'vessel', 'any', 'any']);
});

it('says which table is missing', () => {
  expect(() => openNames(new Map())).toThrow(CordonError);
  expect(() => openNames(new Map())).toThrow(/phrases\.tsv/);
});

it('letters that only stretch a word are no name', () => {
  expect(names.parse('ـــ', 'person').parts).toEqual([]);
});
