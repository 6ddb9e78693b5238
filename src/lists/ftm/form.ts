/** What the forms of a FollowTheMoney dataset have in common: each gives records, batch by batch. */

import type { ListFile, ListSink } from '../reader.js';
import { headText } from '../reading/file.js';
import type { FtmRecord } from './record.js';
import type { Tally } from './tally.js';

/**
 * A form that datasets are published in. `records` gives a file's records in its order; what was odd goes to `tally`,
 * and to `sink` where it concerns the file as text.
 *
 * @throws CordonError `list-empty`, `list-truncated` or `list-unreadable`, while records are taken
 */
export type FtmForm = {
  readonly format: string;
  readonly rank: number;
  isMine(file: ListFile): boolean;
  records(file: ListFile, tally: Tally, sink: Pick<ListSink, 'issue'>): AsyncGenerator<readonly FtmRecord[]>;
};

/** Whether a delimited file's first line holds all of these headings. */
export function hasHeadings(file: ListFile, headings: readonly string[]): boolean {
  const line = headText(file).split(/\r?\n/, 1)[0] ?? '';
  const found = line.split(',').map((heading) => heading.replace(/^"|"$/g, '').trim());
  return headings.every((heading) => found.includes(heading));
}
