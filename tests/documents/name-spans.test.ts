/** Where names may stand, and what stands around them. */
import { describe, expect, it } from 'vitest';
import { documents, namesIn, namesOf, read } from './support.js';

const roles = (text: string) =>
  namesIn(text)
    .filter((span) => span.role !== null && !span.alternative)
    .map((span) => [span.text, span.role]);
const hints = (text: string) => Object.fromEntries(namesIn(text).map((span) => [span.text, span.hint]));

describe('names in a sentence', () => {
  it.each([
    ['Yesterday Igor Sechin flew to Beijing.', ['Igor Sechin', 'Beijing']],
    [
      'The bank of Vladimir van der Sample was sold to Abdul bin Nobody.',
      ['Vladimir van der Sample', 'Abdul bin Nobody'],
    ],
    [
      'On Tuesday the Ministry of Finance of the Russian Federation wrote to Deutsche Bank.',
      ['Ministry of Finance of the Russian Federation', 'Deutsche Bank'],
    ],
    [
      'It belongs to Ice Pearl Navigation Corp., Lumber Marine S.A. and Made Up Co., Ltd.',
      ['Ice Pearl Navigation Corp', 'Lumber Marine S.A', 'Made Up Co., Ltd'],
    ],
    [
      'The Smith & Placeholder office called A. B. Miller and Jean-Pierre al-Nobody.',
      ['Smith & Placeholder', 'A. B. Miller', 'Jean-Pierre al-Nobody'],
    ],
    ['Yesterday Gazprom and CNPC signed an addition.', ['Gazprom', 'CNPC']],
    [
      'He met Rosneft’s Igor Sechin and Gazprom’s Alexei Miller.',
      ['Rosneft', 'Igor Sechin', 'Gazprom', 'Alexei Miller'],
    ],
    ['In October 2023 the US Treasury’s office acted.', ['US Treasury']],
    ['Write to a.nobody@example.org or see https://Example.org/News about @Nobody.', []],
    ['Russian oil went to Chinese ports.', []],
    [
      'С Путиным приехали Александр Новак и А. Б. Миллер из «Газпрома».',
      ['Путиным', 'Александр Новак', 'А. Б. Миллер', 'Газпрома'],
    ],
    ['Ο Βλαντίμιρ Πούτιν πήγε στο Πεκίνο.', ['Βλαντίμιρ Πούτιν', 'Πεκίνο']],
    ['Այսօր Վլադիմիր Պուտին եկավ։', ['Այսօր Վլադիմիր Պուտին']],
  ])('%s', (text, names) => expect(namesOf(text)).toEqual(names));

  it('a list may also be one name', () => {
    const spans = namesIn('It is run by the Ministry of Science and Technology.');
    expect(spans.find((span) => span.text === 'Ministry of Science and Technology')).toMatchObject({
      alternative: true,
      hint: 'Organization',
    });
  });
  it('a possessive may also be inside a name', () =>
    expect(namesIn('Money went to the People’s Bank of China.').map((span) => span.text)).toContain(
      'People’s Bank of China',
    ));
  it('what a thing is may belong to its name', () =>
    expect(namesIn('He led the Wagner group.').map((span) => span.text)).toEqual(['Wagner group', 'Wagner']));
  it('a span carries its words with offsets', () => {
    const text = 'He met Igor Ivanovich Sechin.';
    const [span] = namesIn(text);
    expect(span?.tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Igor',
      'Ivanovich',
      'Sechin',
    ]);
  });
});

describe('the first word of a sentence', () => {
  it('is no name when the text has it small', () =>
    expect(namesOf('Trade grew. They said that trade would grow.')).toEqual([]));
  it('is one when the text has it capitalised elsewhere', () =>
    expect(namesOf('Sechin came. Later they saw Sechin again.')).toEqual(['Sechin', 'Sechin']));
  it('is a weak one when nothing is known', () =>
    expect(namesIn('Sechin came.')).toMatchObject([{ text: 'Sechin', weak: true }]));
});

describe('headlines in capitals', () => {
  const article = (headline: string) => {
    const document = read(
      `<body><h1>${headline}</h1><p>Igor Sechin arrives in Beijing with energy ministers, who all signed. A deal was near, they said, and talks began at once in the city.</p></body>`,
    );
    return documents
      .nameSpans(document)
      .filter((span) => span.sentence === 0 && !span.alternative)
      .map((span) => span.text);
  };
  it('words that the text writes small are no names', () =>
    expect(article('Sechin Arrives In Beijing With Energy Ministers')).toEqual(['Sechin', 'Beijing']));
  it('all capitals as well', () =>
    expect(article('SECHIN ARRIVES IN BEIJING WITH ENERGY MINISTERS')).toEqual(['SECHIN', 'BEIJING']));
});

describe('offices and forms of address', () => {
  it.each([
    ['He met President Vladimir Putin.', [['Vladimir Putin', 'President']]],
    ['He met Russian President Vladimir Putin.', [['Vladimir Putin', 'President']]],
    ['He met Deputy Prime Minister Alexander Novak.', [['Alexander Novak', 'Deputy Prime Minister']]],
    ['He met deputy prime minister Alexander Novak.', [['Alexander Novak', 'deputy prime minister']]],
    ['He met Gazprom CEO Alexei Miller.', [['Alexei Miller', 'CEO']]],
    [
      'He met Mr. Nobody and Dr Sample.',
      [
        ['Nobody', 'Mr'],
        ['Sample', 'Dr'],
      ],
    ],
    ['He met Alexei Miller, chief executive of Gazprom.', [['Alexei Miller', 'chief executive']]],
    ['Er traf Außenminister Sergej Lawrow.', [['Sergej Lawrow', 'Außenminister']]],
    ['С ним прибыл вице-премьер Александр Новак.', [['Александр Новак', 'вице-премьер']]],
  ])('%s', (text, expected) => expect(roles(text)).toEqual(expected));

  it('an office alone is no name', () =>
    expect(namesOf('They saw the Prime Minister and the President.')).toEqual([]));
  it('what stands before an office is a name of its own', () =>
    expect(namesOf('They saw Gazprom CEO Alexei Miller.')).toEqual(['Gazprom', 'Alexei Miller']));
  it('an office may be part of a company’s name', () =>
    expect(namesIn('They sold General Motors.')).toContainEqual(
      expect.objectContaining({ text: 'General Motors', alternative: true, role: null }),
    ));
});

describe('what a name is', () => {
  it('ships by what comes before them, also in a list', () =>
    expect(hints('Listed were the tankers Yasa Golden Bosphorus and SCF Primorye.')).toMatchObject({
      'Yasa Golden Bosphorus': 'Vessel',
      'SCF Primorye': 'Vessel',
    }));
  it('ships in quotes', () =>
    expect(hints('Задержан танкер «Примерный».')).toMatchObject({ Примерный: 'Vessel' }));
  it('companies by their words, in quotes too', () => {
    expect(hints('It went to Ice Pearl Navigation and OFAC.')).toMatchObject({
      'Ice Pearl Navigation': 'Organization',
      OFAC: 'Organization',
    });
    expect(hints('Договор подписало ООО «Ромашка Трейдинг».')).toMatchObject({
      'Ромашка Трейдинг': 'Organization',
      'ООО «Ромашка Трейдинг»': 'Organization',
    });
  });
  it('people by their office', () =>
    expect(hints('It was President Vladimir Putin.')).toMatchObject({ 'Vladimir Putin': 'Person' }));
  it('a quoted sentence is no name', () =>
    expect(namesOf('She said “We will not sell it” again.')).toEqual([]));
});

describe('scripts without capitals', () => {
  it.each([
    ['وصل الرئيس فلاديمير بوتين إلى بكين.', 'فلاديمير بوتين'],
    ['俄罗斯总统弗拉基米尔·普京抵达北京，与习近平会谈。', '弗拉基米尔·普京'],
    ['俄罗斯总统弗拉基米尔·普京抵达北京，与习近平会谈。', '习近平'],
    ['プーチン大統領は北京に着いた。', 'プーチン'],
    ['ვლადიმერ პუტინი ჩავიდა პეკინში.', 'ვლადიმერ პუტინი'],
  ])('%s holds %s', (text, name) => expect(namesIn(text).map((span) => span.text)).toContain(name));

  it('windows are flagged as guesses', () =>
    expect(namesIn('习近平说。').every((span) => span.weak && span.alternative)).toBe(true));
});

it('a short syllable behind a hyphen belongs to the name', () =>
  expect(namesOf('They say that Kim Jong-un spoke.')).toContain('Kim Jong-un'));
