/** Text as lines while it streams by. A line without an end must not fill memory: over the longest record it is refused. */
import { CordonError, LONGEST_RECORD } from '../base/index.js';
import { inputName } from './open-input.js';

/**
 * Every line, without its `\n`; the last one too where no line end follows.
 *
 * @param path names the input in messages
 * @throws CordonError `input-unreadable` naming the line that is too long
 */
export async function* textLines(chunks: AsyncIterable<string>, path: string): AsyncGenerator<string> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      line += 1;
      yield text;
    }
    if (rest.length > LONGEST_RECORD) {
      const message = `${inputName(path)}:${line + 1}: a line of over ${LONGEST_RECORD} characters: write one JSON object a line`;
      throw new CordonError('input-unreadable', message);
    }
  }
  if (rest !== '') yield rest;
}
