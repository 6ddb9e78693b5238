/** A news page is read as its article: what is not the article is left out, with the reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents, page, paragraphs, read } from './support.js';

const reasons = (html: string) => read(html).removed.map(({ reason, text }) => `${reason}: ${text}`);

describe('the sample page', () => {
  const sample = read(
    readFileSync(new URL('../../data/sample/article.html', import.meta.url)),
    'article.html',
  );

  it('is known by what it says of itself', () =>
    expect(sample).toMatchObject({
      title: 'Putin meets Xi in Beijing with energy chiefs at his side',
      byline: 'Sample Author',
      publisher: 'The Sample Courier',
      published: '2023-10-19',
      language: 'en',
    }));

  it('begins with its headline, without the menu glued to it', () =>
    expect(
      sample.text.startsWith('Putin meets Xi in Beijing with energy chiefs at his side\n\nRussian President'),
    ).toBe(true));

  it('ends with the last sentence of the article', () =>
    expect(sample.text.endsWith('The White House had put them at about 10,000.')).toBe(true));

  it('holds no menu, share button, newsletter, comment, author or footer', () =>
    expect(sample.text).not.toMatch(
      /cookie|Share|Tweet|newsletter|Read also|Related|comment|correspondent|©|protected/i,
    ));

  it('says what was left out and why', () => {
    const named = new Set(sample.removed.map(({ reason }) => reason));
    const wanted = [
      'navigation',
      'share',
      'comments',
      'cookie',
      'author',
      'related',
      'advertisement',
      'footer',
      'script',
      'newsletter',
      'byline',
      'date',
      'e-mail guard',
    ];
    expect(wanted.filter((reason) => !named.has(reason))).toEqual([]);
  });
});

describe('furniture inside the article', () => {
  it.each([
    ['<p>Read also: Five ships to see in spring</p>', 'related: Read also: Five ships to see in spring'],
    ['<p>FacebookTwitterWhatsApp 12</p>', 'share: FacebookTwitterWhatsApp 12'],
    [
      '<div class="ad-slot"><p>Buy a boat today at Boats and More.</p></div>',
      'advertisement: Buy a boat today at Boats and More.',
    ],
    [
      '<p>Sign up for our newsletter and miss nothing.</p>',
      'newsletter: Sign up for our newsletter and miss nothing.',
    ],
    ['<p>Advertisement</p>', 'advertisement: Advertisement'],
    ['<p>Photo: Sample Agency</p>', 'credit: Photo: Sample Agency'],
    ['<p><a href="/x">Five ships to see in spring</a></p>', 'related: Five ships to see in spring'],
    ['<aside><p>Most ships are sold in spring.</p></aside>', 'related: Most ships are sold in spring.'],
    ['<p style="display:none">Hidden words about ships.</p>', 'hidden: Hidden words about ships.'],
    ['<iframe src="https://example.org/frame"></iframe>', 'frame: https://example.org/frame'],
    [
      '<script>document.write("<p>from a script</p>")</script>',
      'script: document.write("<p>from a script</p>")',
    ],
  ])('%s is left out', (html, removed) => expect(reasons(page(html))).toContain(removed));

  it('a share button glued to a sentence is cut off', () =>
    expect(paragraphs(read(page('<p>The price was not disclosed.ShareTweet15Email</p>')))).toContain(
      'The price was not disclosed.',
    ));

  it('a section of related articles goes, and the article goes on behind it', () => {
    const html = page(
      '<h3>Related articles</h3><ul><li><a href="/1">One</a></li><li>Two ships more</li></ul>',
    );
    expect(read(html).text).not.toContain('Two ships more');
    expect(paragraphs(read(html)).at(-1)).toMatch(/^Nobody at the harbour/);
  });

  it('a paragraph that only begins like furniture stays', () => {
    const text =
      'Share prices of shipowners fell by 3 percent, said analysts, and comments from the industry were few that day.';
    expect(paragraphs(read(page(`<p>${text}</p>`)))).toContain(text);
  });

  it('an article inside an element called "modal share-enabled" is still read', () =>
    expect(paragraphs(read(page('').replace('<article>', '<article class="modal share">')))).toHaveLength(2));
});

describe('blocks', () => {
  const body = `<h2>The buyers</h2><ul><li>Made Up Marine</li><li>Placeholder Shipping</li></ul><blockquote>We bid too little.</blockquote>
    <table><tr><th>Year</th><th>Price</th></tr><tr><td>2022</td><td>4 million</td></tr></table>
    <figure><img src="x"><figcaption>The ship in its dock.</figcaption></figure><p>One line<br>and another.<br><br>A new paragraph.</p>`;
  const document = read(page(body));
  const kinds = document.blocks.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`);

  it.each([
    'heading: A ship is sold',
    'heading: The buyers',
    'list-item: Made Up Marine',
    'quote: We bid too little.',
    'table-row: 2022 | 4 million',
    'caption: The ship in its dock.',
    'paragraph: One line\nand another.',
    'paragraph: A new paragraph.',
  ])('%s', (block) => expect(kinds).toContain(block));
});

describe('what a page says of itself', () => {
  const metadata = (head: string, body = '') => {
    const { title, byline, publisher, published, language } = read(page(body, head));
    return { title, byline, publisher, published, language };
  };

  it('the day is the publisher’s own, whatever the time zone', () =>
    expect(
      metadata('<meta property="article:published_time" content="2023-10-18T23:30:00-05:00">').published,
    ).toBe('2023-10-18'));
  it('broken JSON-LD is passed over', () =>
    expect(
      metadata(
        '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta name="author" content="Ada Sample">',
      ).byline,
    ).toBe('Ada Sample'));
  it('the site is no part of the title', () =>
    expect(
      read(
        '<html><head><title>A ship is sold in spring | The Sample Courier</title></head><body><p>Words about it.</p></body></html>',
      ).title,
    ).toBe('A ship is sold in spring'));
  it('an address for an author is none', () =>
    expect(metadata('<meta name="author" content="https://example.org/ada">').byline).toBe(null));
  it('the address of the page gives the day when nothing else does', () =>
    expect(
      documents.readDocument(new TextEncoder().encode(page('')), {
        source: 'https://example.org/2023/10/18/ship.html',
      }).document.published,
    ).toBe('2023-10-18'));
  it('a declared language is believed unless the script denies it', () => {
    expect(read('<html lang="nl"><body><p>Een schip</p></body></html>').language).toBe('nl');
    expect(
      read('<html lang="en"><body><p>Корабль продан новому владельцу, и он выйдет в море.</p></body></html>')
        .language,
    ).toBe('ru');
  });
});

describe('encodings', () => {
  const russian = 'Корабль продан новому владельцу и выйдет в море весной, сообщил начальник порта.';
  const cyrillic = (text: string) =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });

  it.each([
    '<meta charset="windows-1251">',
    '<meta charset=windows-1251>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  ])('%s', (meta) =>
    expect(read(cyrillic(`<html><head>${meta}</head><body><p>${russian}</p></body></html>`)).text).toBe(
      russian,
    ),
  );

  it('UTF-16 with a byte order mark', () =>
    expect(
      read(Uint8Array.from(Buffer.from(`\ufeff<html><body><p>${russian}</p></body></html>`, 'utf16le'))).text,
    ).toBe(russian));

  it('a charset that does not exist is an issue, and the page is read', () => {
    const bytes = new TextEncoder().encode(
      `<html><head><meta charset="klingon-8"></head><body><p>${russian}</p></body></html>`,
    );
    const { document, issues } = documents.readDocument(bytes, { source: 'page.html' });
    expect(document.text).toBe(russian);
    expect(issues).toMatchObject([{ code: 'bad-encoding', field: 'charset', value: 'klingon-8' }]);
  });

  it('bytes that are no UTF-8 are read as Windows-1252, with an issue', () => {
    const { document, issues } = documents.readDocument(
      Uint8Array.from(Buffer.from('Caf\xe9 S.A. is sold.', 'latin1')),
      { source: 'a.txt' },
    );
    expect(document.text).toBe('Café S.A. is sold.');
    expect(issues).toMatchObject([{ code: 'bad-encoding', line: 1 }]);
  });
});
