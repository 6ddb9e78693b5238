/** Text that somebody scraped from a page, with the page's furniture still in it. */
import { describe, expect, it } from 'vitest';
import { paragraphs, read } from './support.js';

const scraped = `HomeWorldBusinessA ship is sold
By Ada Sample
18 October 2023, 10:15
ShareTweetEmail 12

The ship Nowhere Star has a new owner, the harbour master said on Tuesday. It will sail again.

Read also: Five ships to see in spring

Made Up Marine paid 4 million dollars for it, as much as for three new cranes.

Ada Sample is a reporter who covers harbours. Follow her on no network.
3 comments
Guest: They should have kept it.
Leave a reply`;

describe('a scraped article', () => {
  const document = read(scraped, 'article.txt');

  it('its headline comes without the menu', () => expect(document.title).toBe('A ship is sold'));
  it('author and day are read, and left out of the text', () => {
    expect(document).toMatchObject({ byline: 'Ada Sample', published: '2023-10-18', language: 'en' });
    expect(document.text).not.toContain('10:15');
  });
  it('the article is what remains', () =>
    expect(paragraphs(document)).toEqual([
      'The ship Nowhere Star has a new owner, the harbour master said on Tuesday. It will sail again.',
      'Made Up Marine paid 4 million dollars for it, as much as for three new cranes.',
    ]));
  it('the rest is named', () =>
    expect(document.removed.map(({ reason }) => reason).sort()).toEqual(
      ['author', 'byline', 'comments', 'date', 'navigation', 'related', 'share'].sort(),
    ));
});

describe('lines', () => {
  it('that a program wrapped are joined', () => {
    const wrapped =
      'The ship Nowhere Star has a new owner, the harbour master of\nSampleton said on Tuesday. It will sail again in the spring of\nnext year.';
    expect(read(wrapped).text).toBe(wrapped.replaceAll('\n', ' '));
  });
  it('that are paragraphs stay apart', () =>
    expect(
      paragraphs(read('A first paragraph that ends here.\nA second one that ends here.\r\nA third.')),
    ).toHaveLength(3));
  it('with bullets are list items', () =>
    expect(
      read('The bidders were:\n- Made Up Marine\n- Placeholder Shipping\nNobody else came.').blocks.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['paragraph', 'list-item', 'list-item', 'paragraph']));
});

describe('menu words glued to a headline', () => {
  it.each([
    ['HomeWorldNowhere Star is sold', 'Nowhere Star is sold'],
    ['HomeNewsBusiness“We will sail”, says owner', '“We will sail”, says owner'],
    ['Home > World > Nowhere Star is sold', 'Nowhere Star is sold'],
    ['Home World News Nowhere Star is sold', 'Nowhere Star is sold'],
    ['ГлавнаяЭкономикаКорабль продан', 'Корабль продан'],
    ['WorldCom buys Nowhere Star', 'WorldCom buys Nowhere Star'],
    ['World leaders meet in Sampleton', 'World leaders meet in Sampleton'],
    ['Home prices fall in Sampleton', 'Home prices fall in Sampleton'],
    ['Business Europe meets again', 'Business Europe meets again'],
  ])('%s', (line, title) =>
    expect(read(`${line}\n\nA paragraph that goes on for a while and then ends.`).title).toBe(title),
  );
});

describe('lines with a date near the headline', () => {
  const kept = (line: string) =>
    read(`A ship is sold\n\n${line}\n\nA paragraph that goes on for a while and then ends.`).text.includes(
      line,
    );

  it.each([
    'Published: 18 October 2023, 10:15 UTC',
    'Updated on Wed, Oct 18, 2023',
    '18. Oktober 2023, 10:15 Uhr',
    '18.10.2023 10:15 мск',
    'Sampleton, 18 October 2023',
  ])('"%s" only dates the article', (line) => expect(kept(line)).toBe(false));
  it.each([
    'Sanctions against three shipowners of 12 October 2023 explained',
    'The ship was sold on 18 October 2023.',
  ])('"%s" is text', (line) => expect(kept(line)).toBe(true));
});

describe('a text that is no article', () => {
  it('one name is read as it is', () => expect(read('Igor Nobody').text).toBe('Igor Nobody'));
  it('has a language only when that is sure', () => {
    expect(read('Igor Nobody').language).toBe(null);
    expect(
      read('Корабль был продан, и он выйдет в море на следующей неделе, как это и было решено.').language,
    ).toBe('ru');
    expect(
      read('Корабель був проданий, і він вийде в море після того, як це буде вирішено у порту.').language,
    ).toBe('uk');
    expect(read('Das Schiff ist verkauft und es wird nach dem Winter wieder auf See sein.').language).toBe(
      'de',
    );
    expect(read('这艘船已经卖给了新的船东。').language).toBe('zh');
    expect(read('船は新しい船主に売られた。').language).toBe('ja');
    expect(read('تم بيع السفينة إلى مالك جديد في الميناء بعد أن كان قد عرضها من قبل').language).toBe('ar');
  });
});
