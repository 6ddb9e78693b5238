/** What changed in a list from one snapshot to another: the shape of `lists diff` (docs/json.md). */
import type { Day } from '../base/index.js';

/** An entity that came or went. */
export type NamedEntity = { readonly id: string; readonly name: string };

/** All values of a property before and after, in the snapshots' order; they differ as sets. */
export type PropertyChange = {
  readonly property: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** An entity that is in both, with what differs. */
export type ChangedEntity = NamedEntity & { readonly changes: readonly PropertyChange[] };

/** What differs between two sets of entities, each part in the order of their ids. */
export type EntitiesDiff = {
  readonly added: readonly NamedEntity[];
  readonly removed: readonly NamedEntity[];
  readonly changed: readonly ChangedEntity[];
};

/** One side of a comparison: `day` is the day it was published, else taken. */
export type DiffSide = { readonly hash: string; readonly day: Day; readonly entities: number };

/** What changed in one source; a side is null where the source was not held. `official` is false for an extract. */
export type ListDiff = EntitiesDiff & {
  readonly source: string;
  readonly official: boolean;
  readonly from: DiffSide | null;
  readonly to: DiffSide | null;
};
