/** Pages that are broken, empty, huge or hostile: a clear error, or as much text as there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_DOCUMENT } from '../../src/documents/index.js';
import { documents, paragraphs, read } from './support.js';

const refusal = (content: string | Uint8Array) => {
  try {
    read(content, 'input');
  } catch (error) {
    return error as { code: string; message: string };
  }
  return null;
};

describe('refused', () => {
  it.each([
    ['an empty file', ''],
    ['white space', ' \n\t \n'],
    ['a page without words', '<html><head></head><body><img src="x"></body></html>'],
    ['a page of scripts', '<html><body><script>render()</script></body></html>'],
  ])('%s: input-empty', (_, content) => expect(refusal(content)).toMatchObject({ code: 'input-empty' }));

  it('over 20 MB: input-too-large, with the size', () =>
    expect(refusal(new Uint8Array(LARGEST_DOCUMENT + 1).fill(32))).toMatchObject({
      code: 'input-too-large',
      message: expect.stringMatching(/21 MB.*20 MB/),
    }));

  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ', /PDF file.*PDF comes in a later version/],
    ['a DOCX', 'PK\u0003\u0004\u0014', /ZIP archive/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /PNG image/],
    ['an unknown binary file', Uint8Array.from([1, 2, 3, 0, 5, 6]), /binary file/],
  ])('%s: input-unreadable, and it is named', (_, content, message) => {
    expect(refusal(content)).toMatchObject({
      code: 'input-unreadable',
      message: expect.stringMatching(message),
    });
  });
});

describe('read all the same', () => {
  const words = 'A sentence that one can read in full.';

  it.each([
    ['100,000 nested elements', `<html><body>${'<div>'.repeat(100_000)}<p>${words}</p>`],
    ['depth hidden from a hasty scan', `<a b==">${'<div>'.repeat(100_000)}<p>${words}</p>`],
    ['unclosed bold tags', `<body>${'<b>'.repeat(50_000)}${words}`],
    ['a page without a body', `<html><head><title>T</title></head><p>${words}`],
    ['a fragment', `<p>${words}`],
    ['tags that close what never opened', `</div></body></html><p>${words}</p></p></td>`],
    ['a comment that never closes', `<p>${words}</p><!-- and so on`],
    [
      'a frameset',
      `<html><frameset><frame src="a.html"><noframes>no</noframes></frameset><p>${words}</p></html>`,
    ],
  ])('%s', (_, html) => expect(read(html).text).toContain(words));

  it('a page of 100,000 paragraphs', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `<p>Line ${at} of the page.</p>`).join('');
    expect(paragraphs(read(`<body>${many}</body>`))).toHaveLength(100_000);
  });

  it('a page of nothing but links keeps its words', () =>
    expect(read('<body><ul><li><a href="x">Nowhere Star</a></li></ul></body>').text).toBe('Nowhere Star'));

  it('scripts are text to us and never run', () => {
    read(
      '<html><body><script>globalThis.ranInPage = true</script><img src=x onerror="globalThis.ranInPage = true"><p>Words.</p></body></html>',
    );
    expect('ranInPage' in globalThis).toBe(false);
  });
});

describe('for any input', () => {
  const bits = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="share">',
      '<br>',
      '<li>',
      '<h1>',
      '<table><tr><td>',
      '<a href="',
      '">',
      '&amp;',
      '&#x110000;',
      '<!--',
      '-->',
    ],
    ...[
      '<script>',
      '</script>',
      '\n',
      '\n\n',
      ' ',
      'Home',
      'World',
      'Share',
      'Comments',
      'Read also: ',
      'Igor Nobody’s ',
      'ООО «Пример»',
      '习近平',
      'السيد بوتين',
      '😀',
      '\u0000',
      '“',
      '”',
      '. ',
      '12 ',
      'of ',
      'and ',
    ],
  );
  const content = fc
    .array(fc.oneof({ weight: 4, arbitrary: bits }, fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));

  it('every offset points at the text it names, blocks and sentences in order, names within them', () =>
    fc.assert(
      fc.property(content, fc.constantFrom('html' as const, 'text' as const), (text, type) => {
        let document: ReturnType<typeof read>;
        try {
          document = documents.readDocument(new TextEncoder().encode(text), { source: 'x', type }).document;
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^input-(?:empty|unreadable)$/);
          return;
        }
        let end = -1;
        for (const block of document.blocks) {
          expect(block.start).toBeGreaterThan(end);
          expect(block.end).toBeGreaterThan(block.start);
          expect(document.text.slice(block.start, block.end).trim()).not.toBe('');
          end = block.end;
        }
        expect(end).toBe(document.text.length);
        const sentences = documents.sentences(document);
        for (const { start, end: stop } of sentences) {
          expect(document.blocks.some((block) => block.start <= start && stop <= block.end)).toBe(true);
        }
        for (const span of documents.nameSpans(document)) {
          expect(document.text.slice(span.start, span.end)).toBe(span.text);
          const sentence = sentences[span.sentence]!;
          expect(span.start).toBeGreaterThanOrEqual(sentence.start);
          for (const token of span.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(span.start);
            expect(token.end).toBeLessThanOrEqual(span.end);
            expect(token.end).toBeGreaterThan(token.start);
          }
          if (span.roleSpan !== null)
            expect(document.text.slice(span.roleSpan.start, span.roleSpan.end)).toBe(span.role);
        }
        expect(document.removed.every((part) => part.text.length <= 200)).toBe(true);
      }),
      { numRuns: 300 },
    ));

  it('the same bytes give the same document', () => {
    const html = '<body><p>Igor Nobody of Made Up Marine.</p><p>Share</p></body>';
    expect(read(html)).toEqual(read(html));
  });
});
