/** Latin spellings of other scripts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../src/base/index.js';
import { openRomaniser, SCRIPTS, TEXT_TABLES, tokenise } from '../../src/text/index.js';
import { shippedTables } from './tables.js';

const romaniser = openRomaniser(shippedTables(TEXT_TABLES));
const latin = (text: string) =>
  tokenise(text)
    .map(({ text: word, script }) => romaniser.romanise(word, script, romaniser.languageOf(text, script)))
    .join(' ');

describe('a name in Latin letters', () => {
  it.each([
    ['Михаил Владимирович Мишустин', 'mikhail vladimirovich mishustin'],
    ['Евгений Щербаков', 'yevgeniy shcherbakov'],
    ['Володимир Зеленський', 'volodymyr zelenskyi'],
    ['Єгор Гончаренко', 'yehor honcharenko'],
    ['Аляксандр Лукашэнка ў', 'alyaksandr lukashenka u'],
    ['Слободан Милошевић', 'slobodan milosevic'],
    ['Иван Ръжгов', 'ivan razhgov'],
    ['Нұрсұлтан Назарбаев', 'nursultan nazarbayev'],
    ['Ευάγγελος Μπουρδούκος', 'evangelos bourdoukos'],
    ['محمد بن سلمان', 'muhammad bin salman'],
    ['پرویز پژمان', 'parviz pazhman'],
    ['בנימין נתניהו', 'binyamin netanyahu'],
    ['ბარაკ ობამა', 'barak obama'],
    ['Նիկոլ Փաշինյան', 'nikol pashinyan'],
    ['러시아', 'reosia'],
    ['김정은', 'kim jeong eun'],
    ['삼성전자', 'samseongjeonja'],
    ['バラク・オバマ', 'baraku obama'],
    ['がっこう', 'gakkou'],
    ['习近平', 'xi jin ping'],
    ['吕布 单田芳', 'lu bu shan tian fang'],
    ['नरेन्द्र मोदी', 'narendr modi'],
    ['শেখ হাসিনা', 'shekh hasina'],
    ['Łukasz Đorđević-Øystein', 'lukasz dordevic oystein'],
  ])('%s is %s', (text, expected) => expect(latin(text)).toBe(expected));

  it('keeps words apart in a script without a table', () => {
    const [bank, trade] = ['ባንክ', 'ንግድ'].map((word) => romaniser.romanise(word, 'Other'));
    expect(bank).toMatch(/^x[a-z0-9]+$/);
    expect(bank).not.toBe(trade);
  });

  it('is a-z, 0-9 and spaces, whatever it is given', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom(...SCRIPTS),
        (word, script) => {
          expect(romaniser.romanise(word, script)).toMatch(/^[a-z0-9 ]*$/);
        },
      ),
    ));
});

it('says which table is missing', () => {
  const open = () => openRomaniser(new Map()).romanise('Иван', 'Cyrillic');
  expect(open).toThrow(CordonError);
  expect(open).toThrow(/romanisation\.csv/);
});
