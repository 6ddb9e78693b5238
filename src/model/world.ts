/** The world an answer was given in: which lists, which rules, which settings, and what was not checked. */
import type { Day } from '../base/index.js';
import type { Regime } from './regime.js';

/** How weak aliases take part: `support` finds by them but never confirms (default), `on` scores them like others. */
export type WeakAliases = 'on' | 'support' | 'off';

/** What `--activity` narrows the acts to. */
export type Activity = 'payment' | 'export' | 'import' | 'securities' | 'shipping';

/**
 * One list as it stood: `published` by its publisher (null where the file says nothing), `retrieved` when it was taken;
 * `former` the hash of the entries that older versions held and this one does not, null without any.
 */
export type WorldList = {
  readonly source: string;
  readonly regime: Regime | null;
  readonly published: Day | null;
  readonly retrieved: Day;
  readonly hash: string;
  readonly entities: number;
  readonly issues: number;
  readonly official: boolean;
  readonly later: boolean;
  readonly former: string | null;
};

/** A person's word on two entries of lists, named as `list/entity`: one party, or two whatever speaks for one. */
export type PartyDecision = {
  readonly left: string;
  readonly right: string;
  readonly decision: 'same' | 'different';
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
};

/**
 * The asker's settings. `maxAge` is the days from which a list counts as not checked, null where nobody asked; `apart`
 * takes every entry for a party of its own; `decisions` are those of people on entries of these lists.
 */
export type WorldSettings = {
  readonly threshold: number;
  readonly near: number;
  readonly regimes: readonly Regime[];
  readonly weakAliases: WeakAliases;
  readonly activity: Activity | null;
  readonly former: 'note' | 'review';
  readonly maxAge: number | null;
  readonly apart: boolean;
  readonly decisions: readonly PartyDecision[];
};

/** What every answer carries about the world it was given in. */
export type WorldStatement = {
  readonly date: Day;
  readonly engine: string;
  readonly rules: string;
  readonly sample: boolean;
  readonly settings: WorldSettings;
  readonly lists: readonly WorldList[];
  readonly missing: readonly { readonly regime: Regime | null; readonly reason: string }[];
  readonly notChecked: readonly string[];
};
