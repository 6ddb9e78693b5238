/** What every list reader is: bytes of the publisher's files → entities and issues. */
import type { Day, Issue } from '../base/index.js';
import type { Entity } from '../model/index.js';

/** A file of a list, already decompressed. `name` is the path inside the source's folder, with `/`. */
export type ListFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The `source` of a reader whose files name their own source, as FollowTheMoney datasets do. The files that such a
 * reader recognises are read one directory at a time (`recognise` again on each directory's files), and each directory
 * is a source of its own: `content.source`, else the directory's name.
 */
export const ANY_SOURCE = '*';

/**
 * What a reader makes of its files. `published` is the date inside the files, null where they have none. `source` is
 * given by readers of `ANY_SOURCE` only: the dataset's name inside the files, else the folder's as handed in, else null.
 */
export type ListContent = {
  readonly source?: string | null;
  readonly published: Day | null;
  readonly entities: readonly Entity[];
  readonly issues: readonly Issue[];
};

/**
 * A reader of one format of one list.
 *
 * `recognise` looks at names and first bytes only and returns the files it would read (empty: not mine); `rank` orders
 * the formats of one list, richer first (lower is richer).
 */
export type ListReader = {
  readonly source: string;
  readonly format: string;
  readonly rank: number;
  recognise(files: readonly ListFile[]): readonly ListFile[];
  /**
   * @param folder the name to use where files of an `ANY_SOURCE` reader name no dataset; other readers pass over it
   * @throws CordonError `list-truncated`, `list-empty`, `list-unreadable` or `xml-refused`, naming file and line
   */
  read(files: readonly ListFile[], folder?: string): ListContent;
};
