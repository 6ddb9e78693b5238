/** What is known of each source: who publishes it, whose law it carries, whether the files are the publisher's own. */
import { CordonError, type DataTables, type Day, dataTable, isDay, readDataTable } from '../base/index.js';
import { isRegime, type Regime } from '../model/index.js';

/** The table of sources, under `data/`. */
export const SOURCES_TABLE = 'lists/sources.csv';

/**
 * A source of lists. `official` is false for an extract that is not the publisher's own file; `maxAgeDays` is the age
 * after which it counts as stale; `url` where the publisher offers it; `closedOn` the day from which the publisher keeps
 * it no longer, null while he does.
 */
export type ListSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly regime: Regime | null;
  readonly official: boolean;
  readonly url: string;
  readonly maxAgeDays: number;
  readonly closedOn: Day | null;
};

/** The sources Cordon knows, by id. A dataset of the user's own (FollowTheMoney) has no row. */
export type Sources = {
  readonly all: readonly ListSource[];
  sourceOf(id: string): ListSource | null;
};

const COLUMNS = [
  'id',
  'title',
  'publisher',
  'regime',
  'official',
  'url',
  'max_age_days',
  'confidence',
  'closed_on',
] as const;

/** Opens the table of sources. @throws CordonError `table-invalid` naming file and line */
export function openSources(tables: DataTables): Sources {
  const rows = readDataTable(dataTable(tables, SOURCES_TABLE), SOURCES_TABLE, COLUMNS);
  const all = rows.map(({ line, cells }): ListSource => {
    const maxAgeDays = Number(cells.max_age_days);
    if (cells.regime !== '' && !isRegime(cells.regime)) throw badRow(line, 'regime', cells.regime);
    if (!/^(?:yes|no)$/.test(cells.official)) throw badRow(line, 'official', cells.official);
    if (!Number.isInteger(maxAgeDays) || maxAgeDays < 1)
      throw badRow(line, 'max_age_days', cells.max_age_days);
    if (cells.closed_on !== '' && !isDay(cells.closed_on)) throw badRow(line, 'closed_on', cells.closed_on);
    return {
      id: cells.id,
      title: cells.title,
      publisher: cells.publisher,
      regime: cells.regime === '' ? null : (cells.regime as Regime),
      official: cells.official === 'yes',
      url: cells.url,
      maxAgeDays,
      closedOn: cells.closed_on || null,
    };
  });
  const byId = new Map(all.map((source) => [source.id, source]));
  return { all, sourceOf: (id) => byId.get(id) ?? null };
}

function badRow(line: number, column: string, value: string): CordonError {
  return new CordonError('table-invalid', `${SOURCES_TABLE}:${line}: column "${column}": got "${value}"`);
}
