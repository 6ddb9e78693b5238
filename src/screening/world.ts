/** The world as a value: everything a check may know. Snapshots, tables and the date are handed in by `app`. */

import type { Documents } from '../documents/index.js';
import type { Countries, Sources } from '../lists/index.js';
import type { Comparison, Matcher, PreparedParty } from '../match/index.js';
import type { Entity, WorldList, WorldStatement } from '../model/index.js';
import type { Names } from '../names/index.js';
import type { Measures, Territories } from '../rules/index.js';
import type { SearchIndex } from '../search/index.js';
import type { Parties } from './merge/parties.js';
import type { MergeRules } from './merge/table.js';

/** The language and rule tables, opened. They are the same for every world of one version of Cordon. */
export type Knowledge = {
  readonly names: Names;
  readonly matcher: Matcher;
  readonly measures: Measures;
  readonly territories: Territories;
  readonly countries: Countries;
  readonly sources: Sources;
  readonly documents: Documents;
  readonly mergeRules: MergeRules;
};

/** A listed entity, ready to be compared; `ordinal` is that of the index, `list` the one it stands on. */
export type Listed = {
  readonly ordinal: number;
  readonly entity: Entity;
  readonly list: WorldList;
  readonly prepared: PreparedParty;
};

/**
 * A listed entity with how a subject compares with it. `via` is the hit through which it was found when its own score is
 * under the threshold: another entry of the same party.
 */
export type Hit = Listed & { readonly comparison: Comparison; readonly via: Hit | null };

/** What was known and in force on a date, and the asker's settings. Two equal worlds give equal answers. */
export type World = Knowledge & {
  readonly statement: WorldStatement;
  readonly index: SearchIndex;
  /** The entity with this ordinal of the index. */
  readonly listed: (ordinal: number) => Listed;
  /** Which entries are one party. */
  readonly parties: Parties;
};
