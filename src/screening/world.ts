/** The world as a value: everything a check may know. Snapshots, tables and the date are handed in by `app`. */

import type { Documents } from '../documents/index.js';
import type { Countries, Sources } from '../lists/index.js';
import type { Matcher } from '../match/index.js';
import type { Entity, WorldStatement } from '../model/index.js';
import type { Names } from '../names/index.js';
import type { Measures, Territories } from '../rules/index.js';
import type { SearchIndex } from '../search/index.js';

/** The language and rule tables, opened. They are the same for every world of one version of Cordon. */
export type Knowledge = {
  readonly names: Names;
  readonly matcher: Matcher;
  readonly measures: Measures;
  readonly territories: Territories;
  readonly countries: Countries;
  readonly sources: Sources;
  readonly documents: Documents;
};

/** Reads an entity where the index says it lies: list ordinal (as in `statement.lists`), byte offset, byte length. */
export type ReadEntity = (list: number, offset: number, length: number) => Entity;

/** What was known and in force on a date, and the asker's settings. Two equal worlds give equal answers. */
export type World = Knowledge & {
  readonly statement: WorldStatement;
  readonly index: SearchIndex;
  readonly readEntity: ReadEntity;
};
