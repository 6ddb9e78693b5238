/**
 * Updating: a folder of the publishers' files becomes immutable snapshots and one index, then the world switches. Lists
 * are read in threads; one that is refused or broken never stops the others, and the former world works throughout.
 */
import { availableParallelism } from 'node:os';
import { CordonError } from '../base/index.js';
import {
  checkSums,
  diskStorage,
  openWriter,
  planReading,
  type ReadJob,
  STAGING,
  type StoreWriter,
  type UpdateRow,
} from '../lists/store/index.js';
import { inOrder, openPool } from '../work/index.js';
import { buildIndex } from './build-index.js';
import { openKnowledge, openListReaders, openTables, type Tables } from './knowledge.js';
import { stateFolder } from './paths.js';
import type { ReadList } from './read-list.js';
import type { ThreadJob } from './thread.js';
import { today } from './today.js';

/**
 * What to load: `from` a folder with one sub-folder per source, or with `as` that source's own; `published` where the
 * files carry no date; `accept` the sources to take although refused, all when empty, with `by` and `reason` on record.
 */
export type UpdateOptions = {
  readonly home?: string | null;
  readonly from: string;
  readonly as?: string | null;
  /** The sub-folders to look at; all if not given. */
  readonly only?: readonly string[] | null;
  readonly published?: string | null;
  readonly accept?: {
    readonly sources: readonly string[];
    readonly by: string;
    readonly reason: string;
  } | null;
  /** Told after every list, and before the index is built (`label` "index"). */
  readonly onProgress?: (done: number, total: number, label: string) => void;
};

/** What became of each source, and what was passed over (sentences for people). */
export type UpdateReport = { readonly rows: readonly UpdateRow[]; readonly warnings: readonly string[] };

/** How often, and how many milliseconds apart, a busy state folder is asked again. */
const LOCK_TURNS = 12;
const LOCK_PAUSE = 250;

/**
 * Updates the state folder.
 *
 * @throws CordonError `input-missing`, `input-empty`, `list-unknown` for the folder; `state-locked`, `state-unwritable`
 *   for the state: then nothing was changed
 */
export async function updateLists(options: UpdateOptions): Promise<UpdateReport> {
  const tables = openTables();
  const readers = openListReaders(tables);
  const planned = planReading(options.from, readers, options.as ?? null, options.only ?? null);
  const plan = checkSums(options.from, planned);
  const writer = await waitForWriter(stateFolder(options.home ?? null));
  try {
    const refused = plan.troubles.map(({ source, error }) => writer.refuse(source, error, today()));
    const told: string[] = [];
    const read = await readAll(plan.jobs, writer, tables, options, told);
    options.onProgress?.(plan.jobs.length, plan.jobs.length, 'index');
    const knowledge = openKnowledge(tables);
    await writer.commit({
      builder: tables.builder,
      build: (store) => buildIndex(store, store.current(), knowledge),
    });
    const rows = [...refused, ...read].sort((a, b) => (a.source < b.source ? -1 : 1));
    const warnings = [...plan.warnings, ...told, ...notOffered(rows, options)];
    return { rows, warnings };
  } finally {
    writer.close();
  }
}

/** Another writer may be keeping an index for a moment; one that goes on longer is told of. */
async function waitForWriter(home: string): Promise<StoreWriter> {
  for (let turn = 1; ; turn++) {
    try {
      return openWriter(diskStorage(home));
    } catch (cause) {
      const busy = cause instanceof CordonError && cause.code === 'state-locked';
      if (!busy || turn === LOCK_TURNS) throw cause;
      await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE));
    }
  }
}

async function readAll(
  jobs: readonly ReadJob[],
  writer: StoreWriter,
  tables: Tables,
  options: UpdateOptions,
  told: string[],
): Promise<UpdateRow[]> {
  if (jobs.length === 0) return [];
  const size = Math.min(availableParallelism(), jobs.length);
  const pool = openPool<ThreadJob, ReadList>(new URL('./thread.js', import.meta.url), size, {
    kind: 'lists',
  });
  const rows: UpdateRow[] = [];
  try {
    const published = options.published ?? null;
    const run = async (job: ReadJob) => {
      try {
        return {
          job,
          list: await pool.run({
            kind: 'read-list',
            order: { job, published, today: today(), staging: `${STAGING}/${jobs.indexOf(job)}` },
            home: stateFolder(options.home ?? null),
          }),
        };
      } catch (error) {
        // A disk that cannot be written is no fault of this list: the whole update ends, and nothing was changed.
        if (error instanceof CordonError && error.code !== 'state-unwritable') return { job, error };
        throw error;
      }
    };
    for await (const done of inOrder(feed(jobs), run, size + 1)) {
      if ('list' in done) told.push(...done.list.warnings);
      rows.push(
        'list' in done
          ? take(writer, done.job, done.list, tables.engine, options)
          : writer.refuse(done.job.source, done.error, today()),
      );
      options.onProgress?.(rows.length, jobs.length, done.job.source);
    }
  } finally {
    await pool.close();
  }
  return rows;
}

function take(
  writer: StoreWriter,
  job: ReadJob,
  list: ReadList,
  engine: string,
  options: UpdateOptions,
): UpdateRow {
  const { source } = list.encoded;
  const asked = options.accept ?? null;
  const accepted = asked !== null && (asked.sources.length === 0 || asked.sources.includes(source));
  return writer.take({
    encoded: list.encoded,
    facts: list.facts,
    format: job.reader.format,
    files: job.files.map((file) => file.name),
    retrieved: today(),
    engine,
    accept: accepted ? { by: asked.by, reason: asked.reason } : null,
  });
}

/** A mistyped id of `--accept` takes nothing, and the list that was meant is refused again: that must be heard of. */
function notOffered(rows: readonly UpdateRow[], { accept }: UpdateOptions): string[] {
  const unknown = (accept?.sources ?? []).filter((id) => !rows.some(({ source }) => source === id));
  return unknown.map((id) => `--accept ${id}: no list of this id was among the files`);
}

async function* feed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
