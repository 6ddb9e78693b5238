/** One list from its files to an encoded snapshot: the work of one thread in an update. Entities stream through. */
import { addDays, CordonError, formatIssue, issue } from '../base/index.js';
import { ANY_SOURCE, type ListReader, type ListSink, type Sources } from '../lists/index.js';
import {
  type EncodedSnapshot,
  neighbourOf,
  openEncoder,
  type ReadJob,
  readJob,
  type SourceFacts,
  type Storage,
} from '../lists/store/index.js';
import type { Entity } from '../model/index.js';
import type { Measures } from '../rules/index.js';

/**
 * A list as it is told to be read; `published` is the user's word where the files carry no date; `staging` a folder of
 * the storage for this list alone.
 */
export type ListOrder = {
  readonly job: ReadJob;
  readonly published: string | null;
  readonly today: string;
  readonly staging: string;
};

/** A list as read, ready to be offered to the store; `warnings` are those of its issues that nobody should overlook. */
export type ReadList = {
  readonly encoded: EncodedSnapshot;
  readonly facts: SourceFacts;
  readonly warnings: readonly string[];
};

/** Issues that are warnings too: a copy that was passed over, a file that may have been cut. */
const TOLD: ReadonlySet<string> = new Set(['ignored-file', 'perhaps-cut']);

/**
 * Reads and encodes a list, with an issue for every combination that the measures table does not cover.
 *
 * @throws CordonError what the reader throws: `list-truncated`, `list-empty`, `list-unreadable`, `xml-refused`, …;
 *   `state-unwritable`
 */
export async function readList(
  order: ListOrder,
  open: { readers: readonly ListReader[]; sources: Sources; measures: Measures; storage: Storage },
): Promise<ReadList> {
  const encoder = openEncoder(open.storage, order.staging);
  const warnings: string[] = [];
  const uncovered = openUncovered(order, open.measures);
  const sink: ListSink = {
    entity(entity) {
      uncovered.note(entity);
      encoder.entity(entity);
    },
    issue(one) {
      if (TOLD.has(one.code)) warnings.push(`${order.job.source}/${formatIssue(one)}`);
      encoder.issue(one);
    },
  };
  const facts = await readJob(order.job, open.readers, sink);
  const { source } = facts;
  if (order.job.reader.source === ANY_SOURCE && open.sources.sourceOf(source) !== null) {
    const message = `${order.job.folder}: a dataset that calls itself ${source}, which is an official list's id: name it with --as ID`;
    throw new CordonError('list-unreadable', message);
  }
  const published = facts.published ?? order.published;
  if (published !== null && published > addDays(order.today, 1)) {
    const message = `${order.job.folder}: says it was published on ${published}, which is yet to come: check the date`;
    throw new CordonError('list-unreadable', message);
  }
  uncovered.tell(encoder);
  const neighbour = neighbourOf(open.storage, source, published ?? order.today);
  const encoded = encoder.finish(source, published, neighbour);
  const known = open.sources.sourceOf(source);
  return {
    encoded,
    warnings,
    facts: {
      title: known?.title ?? source,
      publisher: known?.publisher ?? null,
      regime: known?.regime ?? null,
      official: known?.official ?? false,
    },
  };
}

/** One issue per combination, naming its first entry and how many there are. */
function openUncovered(
  order: ListOrder,
  measures: Measures,
): { note(entity: Entity): void; tell(sink: Pick<ListSink, 'issue'>): void } {
  const seen = new Map<string, { entry: string; count: number; source: string }>();
  return {
    note(entity) {
      for (const listing of entity.listings) {
        if (measures.measureOf(listing, order.today) !== null) continue;
        const { source, programme, annex, measure, entry } = listing;
        const key = [programme, annex, measure].map((part) => part ?? '-').join(' / ');
        const held = seen.get(key);
        if (held === undefined) seen.set(key, { entry, count: 1, source });
        else held.count += 1;
      }
    },
    tell(sink) {
      for (const [key, { entry, count, source }] of seen) {
        const place = { file: source, field: 'programme / annex / measure', value: key };
        const message = `no row of data/lists/measures.csv covers it: ${count} ${count === 1 ? 'listing gives' : 'listings give'} review, first entry ${entry}`;
        sink.issue(issue('no-measure-row', place, message));
      }
    },
  };
}
