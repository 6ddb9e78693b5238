/** One list from its files to an encoded snapshot: the work of one thread in an update. */
import { addDays, CordonError, type Issue, issue } from '../base/index.js';
import { ANY_SOURCE, type ListReader, type Sources } from '../lists/index.js';
import {
  type EncodedSnapshot,
  encodeSnapshot,
  type ReadJob,
  readJob,
  type SourceFacts,
} from '../lists/store/index.js';
import type { Entity } from '../model/index.js';
import type { Measures } from '../rules/index.js';

/** A list as a thread is told to read it; `published` is the user's word where the files carry no date. */
export type ListOrder = { readonly job: ReadJob; readonly published: string | null; readonly today: string };

/** A list as read, ready to be offered to the store. */
export type ReadList = { readonly encoded: EncodedSnapshot; readonly facts: SourceFacts };

/**
 * Reads and encodes a list, with an issue for every combination that the measures table does not cover.
 *
 * @throws CordonError what the reader throws: `list-truncated`, `list-empty`, `list-unreadable`, `xml-refused`, …
 */
export async function readList(
  order: ListOrder,
  open: { readers: readonly ListReader[]; sources: Sources; measures: Measures },
): Promise<ReadList> {
  const { source, content } = await readJob(order.job, open.readers);
  if (order.job.reader.source === ANY_SOURCE && open.sources.sourceOf(source) !== null) {
    const message = `${order.job.folder}: a dataset that calls itself ${source}, which is an official list's id: name it with --as ID`;
    throw new CordonError('list-unreadable', message);
  }
  const published = content.published ?? order.published;
  if (published !== null && published > addDays(order.today, 1)) {
    const message = `${order.job.folder}: says it was published on ${published}, which is yet to come: check the date`;
    throw new CordonError('list-unreadable', message);
  }
  const uncovered = uncoveredCombinations(content.entities, order, open.measures);
  const encoded = encodeSnapshot(source, published, {
    entities: content.entities,
    issues: [...content.issues, ...uncovered],
  });
  const known = open.sources.sourceOf(source);
  const facts: SourceFacts = {
    title: known?.title ?? source,
    publisher: known?.publisher ?? null,
    regime: known?.regime ?? null,
    official: known?.official ?? false,
  };
  return { encoded, facts };
}

/** One issue per combination, naming its first entry and how many there are. */
function uncoveredCombinations(entities: readonly Entity[], order: ListOrder, measures: Measures): Issue[] {
  const seen = new Map<string, { entry: string; count: number; source: string }>();
  for (const entity of entities) {
    for (const listing of entity.listings) {
      if (measures.measureOf(listing, order.today) !== null) continue;
      const { source, programme, annex, measure, entry } = listing;
      const key = [programme, annex, measure].map((part) => part ?? '-').join(' / ');
      const held = seen.get(key);
      if (held === undefined) seen.set(key, { entry, count: 1, source });
      else held.count += 1;
    }
  }
  return [...seen].map(([key, { entry, count, source }]) =>
    issue(
      'no-measure-row',
      { file: source, field: 'programme / annex / measure', value: key },
      `no row of data/lists/measures.csv covers it: ${count} ${count === 1 ? 'listing gives' : 'listings give'} review, first entry ${entry}`,
    ),
  );
}
