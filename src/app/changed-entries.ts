/**
 * The entries in which two worlds differ, as an index: each as it was and as it is. Lists that did not change are not
 * read, unless the worlds are of different days; then an entry counts too for which something began or ended in between.
 */
import { stableJson } from '../base/index.js';
import type { ListStore } from '../lists/store/index.js';
import type { WorldList } from '../model/index.js';
import { toIndexed, turnsBetween, type Worlds } from '../screening/index.js';
import { IndexBuilder } from '../search/index.js';

/** Entries that differ, by list: that came, that went, that say something else or are judged otherwise today. */
export type EntryCounts = {
  readonly source: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
};

/** The index; its numbers of lists stand for `lists`. */
export type ChangedEntries = {
  readonly index: SharedArrayBuffer;
  readonly lists: readonly WorldList[];
  readonly counts: readonly EntryCounts[];
};

type TwoWorlds = Pick<Worlds, 'before' | 'now'>;

/** Finds them. `store` holds the lists of both. @throws CordonError `snapshot-missing`, `snapshot-damaged` */
export function indexChangedEntries(worlds: TwoWorlds, store: ListStore): ChangedEntries {
  const [old, current] = [worlds.before.statement.lists, worlds.now.statement.lists];
  const lists = [...old, ...current];
  const sources = [...new Set(lists.map(({ source }) => source))].sort();
  const builder = new IndexBuilder();
  const counts = sources.map((source) => {
    const was = old.findIndex((list) => list.source === source);
    const is = current.findIndex((list) => list.source === source);
    return addSource(
      source,
      { was, is: is === -1 ? -1 : old.length + is },
      { worlds, store, lists, builder },
    );
  });
  const bytes = builder.freeze({ lists: lists.map(({ source, hash }) => ({ source, hash })) });
  const index = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(index).set(bytes);
  return { index, lists, counts };
}

type Adding = {
  readonly worlds: TwoWorlds;
  readonly store: ListStore;
  readonly lists: readonly WorldList[];
  readonly builder: IndexBuilder;
};

/** @param places numbers of the source's lists, −1 where a world has none */
function addSource(source: string, places: { was: number; is: number }, to: Adding): EntryCounts {
  const { lists, store, worlds, builder } = to;
  const counts = { source, added: 0, removed: 0, changed: 0 };
  const [old, current] = [lists[places.was], lists[places.is]];
  const otherDay = worlds.before.statement.date !== worlds.now.statement.date;
  if (old?.hash === current?.hash && !otherDay) return counts;
  const add = ({ entity, offset, length }: Entry, list: number): void => {
    const indexed = toIndexed(entity, { list, offset, length }, worlds.now.names);
    if (indexed !== null) builder.add(indexed);
  };
  // On one day equal parts of the two versions are passed over unread; on another day every entry may turn.
  const beside = (other: WorldList | undefined) => (otherDay ? undefined : other?.hash);
  const befores = entriesOf(old, store, beside(current));
  const nows = entriesOf(current, store, beside(old));
  let was = take(befores);
  let is = take(nows);
  while (was !== null || is !== null) {
    if (is === null || (was !== null && was.entity.id < is.entity.id)) {
      counts.removed += 1;
      add(was!, places.was);
      was = take(befores);
    } else if (was === null || is.entity.id < was.entity.id) {
      counts.added += 1;
      add(is, places.is);
      is = take(nows);
    } else {
      const differs = stableJson(was.entity) !== stableJson(is.entity);
      if (differs || (otherDay && turnsBetween(is.entity, current!, worlds))) {
        counts.changed += 1;
        if (differs) add(was, places.was);
        add(is, places.is);
      }
      was = take(befores);
      is = take(nows);
    }
  }
  // One that came and went between the two is a former entry of the later alone.
  const [formerly, formerNow] = [formerOf(old, store), formerOf(current, store)];
  const differ = (these: ReadonlyMap<string, Entry>, those: ReadonlyMap<string, Entry>) =>
    [...these.values()].filter(
      ({ entity }) => those.get(entity.id)?.entity.absentSince !== entity.absentSince,
    );
  for (const entry of differ(formerly, formerNow)) add(entry, places.was);
  for (const entry of differ(formerNow, formerly)) add(entry, places.is);
  return counts;
}

function formerOf(list: WorldList | undefined, store: ListStore): ReadonlyMap<string, Entry> {
  const entries = list === undefined ? [] : [...store.former(list.hash)];
  return new Map(entries.map((entry) => [entry.entity.id, entry]));
}

type Entries = ReturnType<ListStore['entities']>;
type Entry = Entries extends Generator<infer Placed> ? Placed : never;

function entriesOf(list: WorldList | undefined, store: ListStore, beside: string | undefined): Entries {
  return list === undefined ? nothing() : store.entities(list.hash, beside);
}

function* nothing(): Entries {}

function take(entries: Entries): Entry | null {
  const { done, value } = entries.next();
  return done === true ? null : value;
}
