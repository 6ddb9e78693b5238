/** Listing → measure, topic → rule, activity → acts: the lookups behind a party's verdict. Opened once, then frozen. */
import { type DataTables, type Day, dataTable, readDataTable } from '../../base/index.js';
import type { Act, Activity, Listing } from '../../model/index.js';
import {
  ACTS,
  badCell,
  keyOf,
  MEASURES_TABLE,
  type Measure,
  type MeasureRow,
  readActs,
  readMeasures,
} from './table.js';
import { readTopics, TOPICS_TABLE, type TopicRule } from './topics.js';

const ACTIVITIES_TABLE = 'lists/activities.csv';
const ACTIVITIES: readonly string[] = ['payment', 'export', 'import', 'securities', 'shipping'];

/** Tables under `data/` that this room takes. */
export const MEASURES_TABLES: readonly string[] = [MEASURES_TABLE, TOPICS_TABLE, ACTIVITIES_TABLE];

/** The parts of a listing that choose its measure. */
export type ListingKey = Pick<Listing, 'source' | 'programme' | 'annex' | 'measure'>;

/** The lookups. */
export type Measures = {
  /** Every row of the table, in its order. */
  readonly all: readonly Measure[];
  /**
   * The measure of a listing as it stood on `day`: where a key has rows for several periods, the one in force, else the
   * last that had begun, else the first to come. The caller compares its days. Null where the table has no row.
   */
  measureOf(listing: ListingKey, day: Day): Measure | null;
  /** As `measureOf`, but a listing without a row gives the rule `unlisted-combination`: review, for every act. */
  measureOrReview(listing: ListingKey, day: Day): Measure;
  /** What a FollowTheMoney topic means; a topic without a row is reviewed. */
  topicOf(topic: string): TopicRule;
  /** The acts that `--activity` narrows to; every act for null. */
  actsOf(activity: Activity | null): readonly Act[];
};

/** Opens the tables of measures, topics and activities. @throws CordonError `table-invalid` naming file and line */
export function openMeasures(tables: DataTables): Measures {
  const rows = readMeasures(tables);
  const byKey = groupByKey(rows);
  const regimes = new Map(rows.map(({ measure }) => [measure.source, measure.regime]));
  const acts = readActivities(tables);
  const measureOf = (listing: ListingKey, day: Day): Measure | null => {
    const periods = byKey.get(keyOf(listing.source, listing.programme, listing.annex, listing.measure));
    return periods === undefined ? null : periodOf(periods, day);
  };
  return {
    all: rows.map(({ measure }) => measure),
    measureOf,
    measureOrReview: (listing, day) =>
      measureOf(listing, day) ?? unlisted(listing, regimes.get(listing.source) ?? null),
    topicOf: readTopics(tables),
    actsOf: (activity) => (activity === null ? ACTS : (acts.get(activity) ?? ACTS)),
  };
}

function groupByKey(rows: readonly MeasureRow[]): ReadonlyMap<string, readonly Measure[]> {
  const byKey = new Map<string, Measure[]>();
  for (const { measure, keys } of rows) {
    for (const key of keys) {
      const held = byKey.get(key);
      if (held === undefined) byKey.set(key, [measure]);
      else held.push(measure);
    }
  }
  for (const periods of byKey.values()) {
    periods.sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  }
  return byKey;
}

function periodOf(periods: readonly Measure[], day: Day): Measure | null {
  const begun = periods.filter(({ validFrom }) => validFrom === null || validFrom <= day);
  return begun.at(-1) ?? periods[0] ?? null;
}

function readActivities(tables: DataTables): ReadonlyMap<string, readonly Act[]> {
  const rows = readDataTable(dataTable(tables, ACTIVITIES_TABLE), ACTIVITIES_TABLE, [
    'activity',
    'acts',
    'note',
  ]);
  const acts = new Map<string, readonly Act[]>();
  for (const { line, cells } of rows) {
    if (!ACTIVITIES.includes(cells.activity))
      throw badCell(ACTIVITIES_TABLE, line, 'activity', cells.activity);
    acts.set(
      cells.activity,
      readActs(cells.acts, () => badCell(ACTIVITIES_TABLE, line, 'acts', cells.acts)),
    );
  }
  return acts;
}

function unlisted(listing: ListingKey, regime: Measure['regime'] | null): Measure {
  const parts = [listing.programme, listing.annex, listing.measure].filter((part) => part !== null);
  const what = `${listing.source}: ${parts.join(', ') || 'no programme'}`;
  return {
    id: 'unlisted-combination',
    source: listing.source,
    regime,
    verdict: 'review',
    kind: 'unknown',
    acts: ACTS,
    citation: what,
    citationConfidence: 'assumed',
    validFrom: null,
    validUntil: null,
    confidence: 'assumed',
    note: `no row of the table of measures covers ${what}`,
  };
}
