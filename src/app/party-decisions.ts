/**
 * People's decisions on which entries are one party: `same-party.csv` in the state folder. Of its rows those on entries
 * that a world holds become settings of that world, so that its answers can be replayed whatever the file says later.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CordonError, type Issue, issue } from '../base/index.js';
import type { ListStore } from '../lists/store/index.js';
import type { PartyDecision, WorldList } from '../model/index.js';
import { type PairDecision, readDecisions } from '../screening/index.js';
import type { SearchIndex } from '../search/index.js';

const FILE = 'same-party.csv';

/** Where entries are looked for. */
export type HeldEntries = {
  readonly index: SearchIndex;
  readonly store: ListStore;
  readonly lists: readonly (Pick<WorldList, 'source' | 'hash'> & {
    readonly former?: string | null | undefined;
  })[];
};

/**
 * The decisions of a state folder; none where it has no such file.
 *
 * @throws CordonError `state-unreadable` when the file is there and cannot be read
 */
export function loadDecisions(home: string): {
  decisions: readonly PartyDecision[];
  issues: readonly Issue[];
} {
  const file = join(home, FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (/^(?:ENOENT|ENOTDIR)$/.test((cause as { code?: string }).code ?? ''))
      return { decisions: [], issues: [] };
    throw new CordonError('state-unreadable', `${file}: cannot be read: check its permissions`, { cause });
  }
  return readDecisions(text, file);
}

/**
 * The decisions that bear on a world: those of which it holds both entries.
 *
 * @returns an issue for an entry that its list, which is held, does not have
 */
export function bearingOn(
  decisions: readonly PartyDecision[],
  held: HeldEntries,
): { decisions: readonly PartyDecision[]; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const kept = decisions.filter(({ left, right }) => {
    const found = [left, right].map((key) => {
      const ordinal = ordinalOf(key, held);
      if (ordinal === 'absent')
        issues.push(
          issue('orphan-row', { file: FILE, value: key }, 'no such entry in the version held of that list'),
        );
      return typeof ordinal === 'number';
    });
    return found.every((is) => is);
  });
  return { decisions: kept, issues };
}

/** Decisions on entries by their ordinals, and as a sentence. */
export function onOrdinals(decisions: readonly PartyDecision[], held: HeldEntries): PairDecision[] {
  return decisions.flatMap(({ left, right, decision, reason, by, on }) => {
    const [one, other] = [ordinalOf(left, held), ordinalOf(right, held)];
    if (typeof one !== 'number' || typeof other !== 'number') return [];
    const says = `decided by ${by} on ${on}: ${decision}, ${reason}`;
    return [{ left: one, right: other, same: decision === 'same', says }];
  });
}

/**
 * The ordinal of `list/entity`; null for a list that is not held. A list's entries come in two runs, each sorted by id:
 * those in its file, and behind their last byte those that were in it before.
 */
function ordinalOf(key: string, { index, store, lists }: HeldEntries): number | 'absent' | null {
  const slash = key.indexOf('/');
  const at = lists.findIndex(({ source }) => source === key.slice(0, slash));
  if (at < 0) return null;
  const id = key.slice(slash + 1);
  const list = lists[at]!;
  const idAt = (ordinal: number): string => {
    const { offset, length } = index.entity(ordinal);
    return store.entityAt(list, offset, length).id;
  };
  const { bytes } = store.snapshot(list);
  const end = firstFrom(0, index.entityCount, (ordinal) => index.entity(ordinal).list > at);
  const start = firstFrom(0, end, (ordinal) => index.entity(ordinal).list >= at);
  const former = firstFrom(start, end, (ordinal) => index.entity(ordinal).offset >= bytes);
  for (const [from, to] of [
    [start, former],
    [former, end],
  ] as const) {
    const found = firstFrom(from, to, (ordinal) => idAt(ordinal) >= id);
    if (found < to && idAt(found) === id) return found;
  }
  return 'absent';
}

/** The first number from `from` on, before `to`, of which `holds` is true, as it is of all behind it; else `to`. */
function firstFrom(from: number, to: number, holds: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
