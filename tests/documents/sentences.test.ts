/** Where sentences end, and where a full stop ends none. */
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './support.js';

describe('one sentence', () => {
  it.each([
    'Mr. Nobody met Dr. Person and Gen. Sample at No. 10.',
    'The price rose by 3.5 percent to 40.2 dollars a barrel.',
    'J. K. Nobody and V. V. Sample signed it.',
    'Made Up Marine Ltd. and Placeholder Inc. bid 4 million dollars.',
    'The U.S. Treasury and the U.K. government agreed.',
    'Ships, e.g. tankers, i.e. those over 100 m, need a pilot.',
    'Am 3. Oktober kam Dr. Muster mit rd. 40 Mio. Euro.',
    'В 2023 г. завод им. Примера выпустил 40 тыс. деталей на 3,2 млрд руб. и закрылся.',
    'Пресс-секретарь И. И. Безымянный приехал из г. Примерска.',
    '"Stop!" he said.',
    '“Is it sold?” asked the harbour master.',
    'It was … not sold.',
  ])('%s', (text) => expect(sentencesOf(text)).toEqual([text]));
});

describe('two sentences', () => {
  it.each([
    ['The ship is sold.', 'It will sail.'],
    ['It flies the flag of the U.S.', 'The owner does not.'],
    ['He works for Placeholder Inc.', 'He is its only clerk.'],
    ['“We will sail.”', 'Nobody knows when.'],
    ['Is it sold?', '“Yes,” she said.'],
    ['It cost 4 million.', '12 people bid.'],
    ['Das kostet 40 Mio. Euro.', 'Mehr nicht.'],
    ['Завод закрыли в 2023 г.', 'Он не работает.'],
    ['تم بيع السفينة.', 'لم يعلق المالك.'],
  ])('%s | %s', (first, second) => expect(sentencesOf(`${first} ${second}`)).toEqual([first, second]));

  it('Chinese needs no space between them', () =>
    expect(sentencesOf('船卖了。船东没有说话！')).toEqual(['船卖了。', '船东没有说话！']));
  it('a paragraph ends one without a full stop', () =>
    expect(sentencesOf('A ship is sold\nIt will sail.')).toEqual(['A ship is sold', 'It will sail.']));
});
