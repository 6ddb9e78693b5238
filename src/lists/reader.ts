/** What every list reader is: bytes of the publisher's files → entities and issues. */
import type { Day, Issue } from '../base/index.js';
import type { Entity } from '../model/index.js';

/** A file of a list, already decompressed. `name` is the path inside the source's folder, with `/`. */
export type ListFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a reader makes of its files. `published` is the date inside the files, null where they have none. */
export type ListContent = {
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
  /** @throws CordonError `list-truncated`, `list-empty`, `list-unreadable` or `xml-refused`, naming file and line */
  read(files: readonly ListFile[]): ListContent;
};
