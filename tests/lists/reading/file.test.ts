/** Files of a list as bytes and text: heads that end with a line, text that is the same wherever chunks are cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/base/index.js';
import type { ListFile } from '../../../src/lists/reader.js';
import {
  HEAD_BYTES,
  headOf,
  headText,
  memoryFile,
  readText,
  wholeBytes,
} from '../../../src/lists/reading/file.js';
import { chunkedFile, listFile } from '../tables.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(file: ListFile) {
  const issues: Issue[] = [];
  let text = '';
  for await (const piece of readText(file, { issue: (one) => issues.push(one) })) text += piece;
  return { text, issues };
}

describe('a head', () => {
  it('of a small file is the file, of a large one ends with a whole line', () => {
    expect(headOf(bytesOf('a\nb'))).toEqual(bytesOf('a\nb'));
    const head = headOf(bytesOf('Владимир\n'.repeat(20_000)));
    expect(head.length).toBeLessThanOrEqual(HEAD_BYTES);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(head).endsWith('Владимир\n')).toBe(true);
    expect(headOf(new Uint8Array(HEAD_BYTES + 1)).length).toBe(HEAD_BYTES);
  });

  it('is text in the encoding of its byte order mark', () => {
    expect(headText(memoryFile('x', new Uint8Array(Buffer.from('\uFEFFList', 'utf16le'))))).toBe('List');
    expect(headText(listFile('x', '\uFEFFList'))).toBe('List');
  });
});

describe('text as it streams by', () => {
  it('is the same wherever chunks are cut, and the same again the second time', async () => {
    const unit = fc.constantFrom('a', 'é', '郑', '🚢', '\n', '\r\n', '"', '\u001a', ' ');
    const text = fc.array(unit, { minLength: 1, maxLength: 60 }).map((units) => `x${units.join('')}`);
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        text,
        sizes,
        fc.constantFrom('utf8' as const, 'utf16le' as const),
        async (whole, cuts, encoding) => {
          const mark = encoding === 'utf16le' ? '\uFEFF' : '';
          const file = chunkedFile('x', new Uint8Array(Buffer.from(mark + whole, encoding)), cuts);
          const expected = { text: whole.replace(/\u001a$/, ''), issues: [] };
          expect(await read(file)).toEqual(expected);
          expect(await read(file)).toEqual(expected);
        },
      ),
    );
  });

  it('keeps an end mark that stands inside, where the reader can see it', async () => {
    expect((await read(listFile('x', 'a\u001a\nb\n\u001a'))).text).toBe('a\u001a\nb\n');
  });

  it('names the first line that is no UTF-8, and says how many there are', async () => {
    const { text, issues } = await read(
      memoryFile('x', new Uint8Array(Buffer.from('a\nGr\xfc\xdfe\n\xe9\n', 'latin1'))),
    );
    expect(text).toBe('a\nGrüße\né\n');
    expect(issues).toMatchObject([
      { code: 'bad-encoding', file: 'x', line: 2, message: expect.stringMatching(/^2 lines/) },
    ]);
  });

  it.each(['', ' \r\n', '\u001a', '\n\u001a'])(
    'of a file that holds only %j is refused as empty',
    async (text) => {
      await expect(read(listFile('x', text))).rejects.toThrow(
        expect.objectContaining({ code: 'list-empty' }),
      );
    },
  );
});

it('a file in one piece has a limit', async () => {
  const million = new Uint8Array(1 << 26);
  const huge: ListFile = {
    ...listFile('huge.json', '{'),
    async *chunks() {
      for (let at = 0; at < 9; at += 1) yield million;
    },
  };
  await expect(wholeBytes(huge)).rejects.toThrow(
    expect.objectContaining({
      code: 'input-too-large',
      message: expect.stringContaining('huge.json: over 512 MB'),
    }),
  );
  expect(await wholeBytes(listFile('x', 'ab'))).toEqual(Buffer.from('ab'));
});
