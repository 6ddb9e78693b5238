/** Lists that are one JSON document, held whole. */
import { CordonError } from '../../base/index.js';
import type { ListFile } from '../reader.js';
import { wholeBytes } from './file.js';

/**
 * The document of a file.
 *
 * @throws CordonError `list-empty`, `list-truncated` where more is opened than closed, `list-unreadable` for other text
 *   that is no JSON, `input-too-large`
 */
export async function readJsonDocument(file: ListFile): Promise<unknown> {
  const text = new TextDecoder().decode(await wholeBytes(file));
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (text.trim() === '')
      throw new CordonError('list-empty', `${file.name}: the file is empty; take it again`, { cause });
    if (isOpen(text))
      throw new CordonError('list-truncated', `${file.name}: the document breaks off; take it again`, {
        cause,
      });
    throw new CordonError('list-unreadable', `${file.name}: no JSON that can be read`, { cause });
  }
}

/** Whether brackets outside strings are left open. */
function isOpen(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '');
  const count = (signs: RegExp) => bare.match(signs)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}
