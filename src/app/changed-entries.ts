/**
 * The entries in which two worlds differ, as an index: each as it was and as it is. Lists that did not change are not
 * read, unless the worlds are of different days; then an entry counts too for which something began or ended in between.
 * An entry is also there when its party is another now, or an entry of its party differs: either comes with its answers.
 */
import { stableJson } from '../base/index.js';
import type { ListStore } from '../lists/store/index.js';
import type { WorldList } from '../model/index.js';
import {
  entryKey,
  partyAsSaid,
  toIndexed,
  turnsBetween,
  type World,
  type Worlds,
} from '../screening/index.js';
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
  const keys = new Set<string>();
  const counts = sources.map((source) => {
    const was = old.findIndex((list) => list.source === source);
    const is = current.findIndex((list) => list.source === source);
    return addSource(
      source,
      { was, is: is === -1 ? -1 : old.length + is },
      { worlds, store, lists, builder, keys },
    );
  });
  addPartiesThatDiffer(worlds, keys, builder);
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
  /** Keys of the entries added. */
  readonly keys: Set<string>;
};

/** @param places numbers of the source's lists, −1 where a world has none */
function addSource(source: string, places: { was: number; is: number }, to: Adding): EntryCounts {
  const { lists, store, worlds, builder, keys } = to;
  const counts = { source, added: 0, removed: 0, changed: 0 };
  const [old, current] = [lists[places.was], lists[places.is]];
  const otherDay = worlds.before.statement.date !== worlds.now.statement.date;
  if (old?.hash === current?.hash && old?.former === current?.former && !otherDay) return counts;
  const add = ({ entity, offset, length }: Entry, list: number): void => {
    const indexed = toIndexed(entity, { list, offset, length }, worlds.now.names);
    if (indexed !== null) builder.add(indexed);
    keys.add(entryKey({ list: lists[list]!, entity }));
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
      ({ entity }) => stableJson(those.get(entity.id)?.entity ?? null) !== stableJson(entity),
    );
  for (const entry of differ(formerly, formerNow)) add(entry, places.was);
  for (const entry of differ(formerNow, formerly)) add(entry, places.is);
  return counts;
}

function formerOf(list: WorldList | undefined, store: ListStore): ReadonlyMap<string, Entry> {
  const entries = list === undefined ? [] : [...store.former(list)];
  return new Map(entries.map((entry) => [entry.entity.id, entry]));
}

/**
 * Adds unchanged entries whose party is another in the two worlds, or holds an entry that differs. They are the same in
 * both, so once is enough; what came or went is there already.
 */
function addPartiesThatDiffer({ before, now }: TwoWorlds, keys: Set<string>, builder: IndexBuilder): void {
  const old = partiesOf(before);
  const current = partiesOf(now);
  const differing = new Set<string>();
  for (const [key, said] of [...old, ...current]) {
    if (old.get(key)?.said === current.get(key)?.said && !said.keys.some((one) => keys.has(one))) continue;
    for (const one of said.keys) differing.add(one);
  }
  const numberOf = (world: World) => (world === before ? 0 : before.statement.lists.length);
  for (const world of [now, before]) {
    const done = new Set(keys);
    for (const [key, ordinal] of ordinalsOf(world, differing)) {
      if (done.has(key)) continue;
      const { list, offset, length } = world.index.entity(ordinal);
      const place = { list: numberOf(world) + list, offset, length };
      const indexed = toIndexed(world.listed(ordinal).entity, place, now.names);
      if (indexed !== null) builder.add(indexed);
      keys.add(key);
    }
  }
}

type SaidParty = { readonly said: string; readonly keys: readonly string[] };

/** The entries of a world with these keys, as far as they are of a party. */
function* ordinalsOf(world: World, keys: ReadonlySet<string>): Generator<[string, number]> {
  for (let ordinal = 0; ordinal < world.index.entityCount; ordinal++) {
    const party = world.parties.of(ordinal);
    const key = party?.keys[party.members.indexOf(ordinal)];
    if (key !== undefined && keys.has(key)) yield [key, ordinal];
  }
}

/** What the parties of a world say of themselves, by the keys of their entries. */
function partiesOf(world: World): Map<string, SaidParty> {
  const parties = new Map<string, SaidParty>();
  for (let ordinal = 0; ordinal < world.index.entityCount; ordinal++) {
    const party = world.parties.of(ordinal);
    if (party === null || party.members[0] !== ordinal) continue;
    const said = { said: partyAsSaid(party), keys: party.keys };
    for (const key of party.keys) parties.set(key, said);
  }
  return parties;
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
