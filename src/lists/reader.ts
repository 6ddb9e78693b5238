/**
 * What every list reader is: the publisher's files, as they stream by → entities and issues, handed over one at a time.
 * Memory is the reader's own: what a format joins across records is held, nothing else.
 */
import type { Day, Issue } from '../base/index.js';
import type { Entity } from '../model/index.js';

/**
 * A file of a list, unpacked. `name` is the path inside the source's folder, with `/`; `size` counts bytes on the disk;
 * `head` the first 64 KiB at the most, cut after a whole line where there is one; `chunks` the whole file from its
 * start, as often as it is asked for.
 */
export type ListFile = {
  readonly name: string;
  readonly size: number;
  readonly head: Uint8Array;
  chunks(): AsyncIterable<Uint8Array>;
};

/** Takes what a reader makes, in the order of the file. */
export type ListSink = {
  entity(entity: Entity): void;
  issue(issue: Issue): void;
};

/**
 * The `source` of a reader whose files name their own source, as FollowTheMoney datasets do. The files that such a
 * reader recognises are read one directory at a time (`recognise` again on each directory's files), and each directory
 * is a source of its own: what `read` says, else the directory's name.
 */
export const ANY_SOURCE = '*';

/**
 * What the files say of themselves. `published` is the date inside them, null where they have none. `source` is given
 * by readers of `ANY_SOURCE` only: the dataset's name inside the files, else the folder's as handed in, else null.
 */
export type ListFacts = { readonly source?: string | null; readonly published: Day | null };

/**
 * A reader of one format of one list.
 *
 * `recognise` looks at names and heads only and returns the files it would read (empty: not mine); `rank` orders the
 * formats of one list, richer first (lower is richer): 10 advanced XML, 20 XML, 30 CSV, 40 spreadsheets, 50 JSON.
 */
export type ListReader = {
  readonly source: string;
  readonly format: string;
  readonly rank: number;
  recognise(files: readonly ListFile[]): readonly ListFile[];
  /**
   * Why a file that looks like this list is never read as it (changes to a list, say), for the warning about it; null
   * for a file that the reader has nothing to say about.
   */
  whyNot?(file: ListFile): string | null;
  /**
   * Reads the files that `recognise` chose. Entity ids are unique: a repeated one is told apart and becomes an issue.
   *
   * @param folder the name to use where files of an `ANY_SOURCE` reader name no dataset; other readers pass over it
   * @throws CordonError `list-truncated`, `list-empty`, `list-unreadable`, `list-version` (the file names a version of
   *   its format that the reader does not know) or `xml-refused`, naming file and line; what was handed over until
   *   then is void
   */
  read(files: readonly ListFile[], sink: ListSink, folder?: string): Promise<ListFacts>;
};

/** A whole list in memory: for tests and small lists. */
export type ListContent = ListFacts & {
  readonly entities: readonly Entity[];
  readonly issues: readonly Issue[];
};

/** Reads a list into memory. @throws CordonError as `reader.read` */
export async function readWholeList(
  reader: ListReader,
  files: readonly ListFile[],
  folder?: string,
): Promise<ListContent> {
  const entities: Entity[] = [];
  const issues: Issue[] = [];
  const sink = { entity: (one: Entity) => entities.push(one), issue: (one: Issue) => issues.push(one) };
  return { ...(await reader.read(files, sink, folder)), entities, issues };
}
