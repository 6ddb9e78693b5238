/**
 * An extract of US export control lists as JSON: one document per list, made from the publishers' legal texts, tables and
 * PDFs. It is not the publisher's own file, and names the file it was made from.
 */
import { CordonError } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import { namedObjects, readJsonDocument } from '../reading/json-document.js';

/** A party of the extract; what it does not say is ''. `at` counts the entries of its file from 0. */
export type ExtractEntry = {
  readonly file: string;
  readonly at: number;
  readonly listId: string;
  readonly aliases: readonly string[];
} & Readonly<Record<TextKey, string>>;

const TEXT_KEYS = [
  'name',
  'country',
  'address',
  'status',
  'effective_date',
  'federal_register',
  'notes',
] as const;
type TextKey = (typeof TEXT_KEYS)[number];

/** The list that a file of the extract holds (`bis-entity-list`), null where it is none. */
export function listIdOf(file: ListFile): string | null {
  const head = headText(file);
  if (!/"source_file"\s*:/.test(head) || !/"entities"\s*:\s*\[/.test(head)) return null;
  return /"list_id"\s*:\s*"([^"]+)"/.exec(head)?.[1] ?? null;
}

/** The day a file was made, null where it does not say. */
export function extractedOn(file: ListFile): string | null {
  return /"extracted"\s*:\s*"(\d{4}-\d{2}-\d{2})"/.exec(headText(file))?.[1] ?? null;
}

/**
 * Reads a file of the extract.
 *
 * @throws CordonError `list-truncated`, `list-unreadable`, `list-empty`, `input-too-large`
 */
export async function readExtract(file: ListFile, sink: Pick<ListSink, 'issue'>): Promise<ExtractEntry[]> {
  const document = await readJsonDocument(file);
  const { entities, list_id: listId, count } = (document ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(entities))
    throw new CordonError('list-unreadable', `${file.name}: no list of entities in the document`);
  if (entities.length === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
  if (typeof count === 'number' && count > entities.length)
    throw new CordonError(
      'list-truncated',
      `${file.name}: says it holds ${count} entries and holds ${entities.length}; take it again`,
    );
  const isKnown = (key: string) => key === 'aliases' || (TEXT_KEYS as readonly string[]).includes(key);
  return namedObjects(entities, 'entities', file.name, isKnown, sink).map(({ at, fields }): ExtractEntry => {
    const texts = Object.fromEntries(TEXT_KEYS.map((key) => [key, textOf(fields[key])]));
    const aliases = Array.isArray(fields.aliases) ? fields.aliases.map(textOf).filter(Boolean) : [];
    return { file: file.name, at, listId: textOf(listId), aliases, ...(texts as Record<TextKey, string>) };
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}
