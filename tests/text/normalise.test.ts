/** What is written the same has one spelling. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, scriptOf } from '../../src/text/index.js';

describe('one spelling', () => {
  it.each([
    ['  Müller   GmbH\t', 'muller gmbh'],
    ['Łódź Øresund Straße Ægir Œuvre Þór Đoković', 'lodz oresund strasse aegir oeuvre thor dokovic'],
    ['İstanbul ISPARTA ışık Əliyev', 'istanbul isparta isik aliyev'],
    ['Ｐｕｔｉｎ 𝐏𝐮𝐭𝐢𝐧', 'putin putin'],
    ['Пётр Йодль Її', 'петр йодль її'],
    ['Ευάγγελος Μαρινάκης', 'ευαγγελοσ μαρινακησ'],
    ['مُحَمَّد أحمد إلى آية القـــدس', 'محمد احمد الي ايه القدس'],
    ['ایران کریمی', 'ايران كريمي'],
    ['דָּוִד', 'דוד'],
    ['٣١ ۷ ३', '31 7 3'],
    ['«Роснефть» – “PJSC” l’État', '"роснефть" - "pjsc" l\'etat'],
    ['a\u200bb\u202ec\u00ad', 'abc'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => expect(normalise(text)).toBe(expected));

  it('does not change what it made', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    ));
  it('never throws', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void normalise(text))));
});

describe('scripts', () => {
  it.each([
    ['a', 'Latin'],
    ['ж', 'Cyrillic'],
    ['λ', 'Greek'],
    ['ع', 'Arabic'],
    ['ש', 'Hebrew'],
    ['中', 'Han'],
    ['𠮷', 'Han'],
    ['々', 'Han'],
    ['ひ', 'Kana'],
    ['ー', 'Kana'],
    ['한', 'Hangul'],
    ['გ', 'Georgian'],
    ['ա', 'Armenian'],
    ['ก', 'Thai'],
    ['न', 'Devanagari'],
    ['ক', 'Other'],
    ['𝐏', 'Latin'],
    ['5', 'Common'],
    ['-', 'Common'],
    ['🚢', 'Common'],
  ])('%s is %s', (letter, script) => expect(scriptOf(letter.codePointAt(0)!)).toBe(script));
});
