/** XML lists as they stream by: the same entries wherever chunks are cut, and nothing lost without a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError, type Issue } from '../../../src/base/index.js';
import { memoryFile } from '../../../src/lists/index.js';
import type { ListFile } from '../../../src/lists/reader.js';
import {
  childText,
  hasRoot,
  headAttribute,
  readXml,
  type XmlElement,
  type XmlPlan,
} from '../../../src/lists/reading/xml.js';
import { chunkedFile } from '../tables.js';

const LIST = `<?xml version="1.0" encoding="UTF-8"?>
<x:LIST xmlns:x="urn:old" date="2026-02-27">
  <PEOPLE>
    <PERSON id="1"><NAME>Ольга &amp; Ivan</NAME><ALIAS>A</ALIAS><ALIAS><![CDATA[<B>]]></ALIAS></PERSON>
    <PERSON id="2" x:kind="weak &lt;"><NAME>郑
 Doe</NAME></PERSON>
  </PEOPLE>
  <SETS><SET/></SETS>
  <SHIPS><SHIP><NAME>KRITI</NAME></SHIP></SHIPS>
</x:LIST>
`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(file: ListFile | string, plan: Partial<XmlPlan> = {}) {
  const entries: XmlElement[] = [];
  const issues: Issue[] = [];
  const take = (entry: XmlElement) => entries.push(entry);
  const whole: XmlPlan = {
    roots: ['LIST'],
    entries: { 'PEOPLE/PERSON': take, 'SHIPS/*': take },
    passed: ['SETS'],
    ...plan,
  };
  const count = await readXml(
    typeof file === 'string' ? memoryFile('list.xml', bytesOf(file)) : file,
    whole,
    {
      issue: (one) => issues.push(one),
    },
  );
  return { count, entries, issues };
}

async function failed(work: Promise<unknown>): Promise<CordonError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CordonError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('entries', () => {
  it('come as trees by local name, with lines, attributes and text', async () => {
    const { count, entries, issues } = await read(LIST);
    expect([count, issues]).toEqual([3, []]);
    expect(entries[0]).toMatchObject({
      name: 'PERSON',
      line: 4,
      attributes: { id: '1' },
      children: [{ text: 'Ольга & Ivan' }, { text: 'A' }, { text: '<B>' }],
    });
    expect(entries[1]).toMatchObject({ line: 5, attributes: { id: '2', kind: 'weak <' } });
    expect(childText(entries[1]!, 'NAME')).toBe('郑 Doe');
    expect(entries[2]).toMatchObject({ name: 'SHIP', line: 9 });
  });

  it('the root is told first, with its attributes', async () => {
    const roots: XmlElement[] = [];
    await read(LIST, { onRoot: (root) => roots.push(root) });
    expect(roots).toMatchObject([{ name: 'LIST', attributes: { date: '2026-02-27' } }]);
  });

  it('are the same wherever chunks are cut', async () => {
    const bytes = bytesOf(LIST);
    const expected = await read(LIST);
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, async (cuts) => {
        expect(await read(chunkedFile('list.xml', bytes, cuts))).toEqual(expected);
      }),
    );
  });

  it.each([
    ['UTF-16 little end', new Uint8Array(Buffer.from(`\uFEFF${LIST}`, 'utf16le'))],
    ['UTF-16 big end', new Uint8Array(Buffer.from(`\uFEFF${LIST}`, 'utf16le').swap16())],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${LIST}`)],
    ['UTF-8 that calls itself UTF-16', bytesOf(LIST.replace('UTF-8', 'UTF-16'))],
    ['UTF-8 that calls itself something unheard of', bytesOf(LIST.replace('UTF-8', 'x-none'))],
    ['Windows line ends', bytesOf(LIST.replaceAll('\n', '\r\n'))],
    ['blank lines before its declaration', bytesOf(`\n\n${LIST}`)],
  ])('are the same in %s', async (what, bytes) => {
    const expected = await read(LIST);
    const below = what.startsWith('blank') ? 2 : 0;
    for (const size of [1, 7, 1 << 16]) {
      const { entries, issues } = await read(chunkedFile('list.xml', bytes, [size]));
      expect(issues).toEqual([]);
      const lines = entries.map(({ line }) => line);
      expect(lines).toEqual(expected.entries.map(({ line }) => line + below));
      if (below === 0) expect(entries).toEqual(expected.entries);
    }
  });

  it('are read in the encoding that the declaration names', async () => {
    const text = LIST.replace('UTF-8', 'windows-1251').replace('郑', 'Я');
    const bytes = Uint8Array.from(text, (letter) => {
      const code = letter.codePointAt(0)!;
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const { entries } = await read(memoryFile('list.xml', bytes));
    expect(childText(entries[0]!, 'NAME')).toBe('Ольга & Ivan');
  });
});

describe('what nobody knows', () => {
  it('an element outside entries is an issue, once for each place', async () => {
    const text = LIST.replace('<SHIPS>', '<PLANES><PLANE/></PLANES><PLANES/>\n<SHIPS>').replace(
      '<PEOPLE>',
      '<PEOPLE><GROUP><NAME>lost?</NAME></GROUP>',
    );
    const { count, issues } = await read(text);
    expect(count).toBe(3);
    expect(issues.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['unknown-element', 3, 'GROUP'],
      ['unknown-element', 9, 'PLANES'],
    ]);
  });

  it('text outside entries is an issue, once for each place', async () => {
    const { issues } = await read(
      LIST.replace('<PEOPLE>', '<PEOPLE>Jane Roe').replace('</PEOPLE>', 'more</PEOPLE>'),
    );
    expect(issues).toMatchObject([{ code: 'unplaced-text', line: 4, field: 'PEOPLE', value: 'Jane Roe' }]);
  });

  it('bytes that are no text are an issue, in text and in attributes', async () => {
    const bytes = bytesOf(LIST);
    bytes[LIST.indexOf('id="1"') + 4] = 0xff;
    bytes[bytes.indexOf('K'.charCodeAt(0), bytes.length - 40)] = 0xff;
    const { count, issues } = await read(memoryFile('list.xml', bytes));
    expect(count).toBe(3);
    expect(issues.map(({ code, line, field, value }) => [code, line, field, value])).toEqual([
      ['bad-encoding', 4, 'PERSON', '\uFFFD'],
      ['bad-encoding', 9, 'NAME', '\uFFFDRITI'],
    ]);
  });
});

describe('refused', () => {
  it('a file cut at any of its bytes, never read as a shorter list', async () => {
    const bytes = bytesOf(LIST);
    const whole = await read(LIST);
    for (let end = 0; end < bytes.length; end += 1) {
      const file = memoryFile('list.xml', bytes.subarray(0, end));
      // Behind the last tag stands a line end only: there the list is whole.
      if (end === bytes.length - 1) expect(await read(file)).toEqual(whole);
      else expect((await failed(read(file))).code, `cut at ${end}`).toMatch(/^list-(?:truncated|empty)$/);
    }
  });

  it.each([
    ['a document type', `<!DOCTYPE LIST [<!ENTITY a "aaaa">]>${LIST.slice(39)}`, 'xml-refused', 1],
    [
      'one that names a file',
      `<!DOCTYPE LIST SYSTEM "file:///etc/passwd">${LIST.slice(39)}`,
      'xml-refused',
      1,
    ],
    ['an entity nobody declared', LIST.replace('Doe', '&doe;'), 'list-unreadable', 6],
    ['another root', LIST.replaceAll('x:LIST', 'export'), 'list-unreadable', 2],
    ['tags that do not match', LIST.replace('</PEOPLE>', '</SHIPS>'), 'list-unreadable', 7],
    ['elements without end', LIST.replace('Doe', '<a>'.repeat(70)), 'list-unreadable', 6],
    ['something behind the root', `${LIST}<LIST/>`, 'list-unreadable', 11],
    ['a quote that never closes', LIST.replace('id="1"', 'id="1'), 'list-unreadable', 4],
  ])('%s, naming the line', async (_what, text, code, line) => {
    const error = await failed(read(text));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(`list.xml:${line}:`);
  });

  it.each([
    ['an empty file', ''],
    ['blanks', ' \n\n'],
    ['a byte order mark alone', '\uFEFF'],
    ['a list without entries', '<LIST><PEOPLE/></LIST>'],
  ])('%s as empty', async (_what, text) => {
    expect((await failed(read(text))).code).toBe('list-empty');
  });
});

it('a root is seen with a prefix, behind comments, and as the name of a document type', () => {
  const file = (text: string) => memoryFile('x', bytesOf(text));
  expect(hasRoot(file(LIST), ['LIST'])).toBe(true);
  expect(hasRoot(file('<!-- made today --><LIST/>'), ['LIST'])).toBe(true);
  expect(hasRoot(file('<!DOCTYPE LIST []><LIST/>'), ['LIST'])).toBe(true);
  expect(hasRoot(file('<LISTING/>'), ['LIST'])).toBe(false);
  expect(headAttribute(file(LIST), 'date')).toBe('2026-02-27');
  expect(headAttribute(file(LIST), 'day')).toBeNull();
});
