/** Lists that are one JSON document, held whole. */
import { CordonError, issue } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
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

/**
 * The objects of an array in a document, with their places in it; what is no object is skipped with an issue, a key that nobody named is told
 * once.
 *
 * @param name what the array is called in the document
 */
export function namedObjects(
  items: readonly unknown[],
  name: string,
  file: string,
  isKnown: (key: string) => boolean,
  sink: Pick<ListSink, 'issue'>,
): { readonly at: number; readonly fields: Readonly<Record<string, unknown>> }[] {
  const told = new Set<string>();
  return items.flatMap((item, at) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      sink.issue(issue('bad-record', { file, field: `${name}[${at}]` }, 'no object; skipped'));
      return [];
    }
    const fields = item as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(fields)) {
      if (isKnown(key) || told.has(key)) continue;
      told.add(key);
      sink.issue(issue('unknown-column', { file, field: key }, 'not known; not read'));
    }
    return [{ at, fields }];
  });
}

/** Whether brackets outside strings are left open. */
function isOpen(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '');
  const count = (signs: RegExp) => bare.match(signs)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}
