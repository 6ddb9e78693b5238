/** Lines of a stream, however it is cut. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textLines } from '../../src/app/text-lines.js';

async function linesOf(text: string, size: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const lines: string[] = [];
  for await (const line of textLines(chunks(), 'in.jsonl')) lines.push(line);
  return lines;
}

it('are those of the whole text', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', ' ')),
      fc.integer({ min: 1, max: 5 }),
      async (pieces, size) => {
        const text = pieces.join('');
        const whole = text.split('\n');
        if (whole.at(-1) === '') whole.pop();
        expect(await linesOf(text, size)).toEqual(whole);
      },
    ),
  ));

it('are refused over a million characters, with the place', async () => {
  await expect(linesOf(`{}\n${'a'.repeat(1_100_000)}`, 65_536)).rejects.toMatchObject({
    code: 'input-unreadable',
    message: 'in.jsonl:2: a line of over 1000000 characters: write one JSON object a line',
  });
});
