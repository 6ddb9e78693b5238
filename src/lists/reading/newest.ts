/** Several copies of a list in one folder: the newest is read, the others are named, nothing is merged. */
import { issue } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';

/**
 * The newest of a list's copies, the first of equals; every other one becomes an issue.
 *
 * @param dateIn a date that sorts as text (ISO 8601), from a file's name or head; null where it has none
 */
export function newestFile(
  files: readonly ListFile[],
  dateIn: (file: ListFile) => string | null,
  sink: Pick<ListSink, 'issue'>,
): ListFile {
  const dated = files.map((file) => ({ file, date: dateIn(file) ?? '' }));
  const newest = dated.reduce((best, one) => (one.date > best.date ? one : best));
  for (const { file } of dated) {
    if (file === newest.file) continue;
    const what = `${newest.file.name} is newer or as new; this file was not read`;
    sink.issue(issue('ignored-file', { file: file.name }, what));
  }
  return newest.file;
}
