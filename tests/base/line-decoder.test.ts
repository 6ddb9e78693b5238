/** Text of files pasted together from several programs: every line in the encoding it is in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLineDecoder } from '../../src/base/line-decoder.js';

function decode(bytes: Uint8Array, size: number) {
  const decoder = openLineDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.take(bytes.subarray(at, at + size));
  return { text: text + decoder.end(), ...decoder.odd() };
}

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('decoding', () => {
  it('valid UTF-8 is what it was, wherever it is cut', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        const plain = text.replaceAll('\uFEFF', '');
        expect(decode(Buffer.from(plain), size)).toEqual({ text: plain, count: 0, first: 0 });
      }),
    ));

  it('any bytes give a text, the same wherever they are cut', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        expect(decode(bytes, size)).toEqual(decode(bytes, 1000));
      }),
    ));

  it.each([1, 3, 1000])('a line in Windows-1252 does not garble its neighbours (cut at %i)', (size) => {
    const bytes = Buffer.concat([Buffer.from('Игорь\r\n'), latin('Müller\nGarçon\n'), Buffer.from('Łódź')]);
    expect(decode(bytes, size)).toEqual({ text: 'Игорь\r\nMüller\nGarçon\nŁódź', count: 2, first: 2 });
  });

  it('leaves a byte order mark out', () => {
    expect(decode(Buffer.from('\uFEFFname\n'), 2).text).toBe('name\n');
  });

  it('does not wait for the end of an endless line', () => {
    const decoder = openLineDecoder();
    expect(decoder.take(Buffer.alloc(5_000_000, 'a')).length).toBe(5_000_000);
  });
});
