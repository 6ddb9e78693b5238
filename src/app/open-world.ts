/**
 * Opening a world: which snapshots a date chooses, their index, the asker's settings. What is opened travels to worker
 * threads as a `WorldSeed`: plain values and one shared buffer, from which each thread makes the same world.
 */
import { addDays, CordonError, type Day, type Issue, isDay, openRecent } from '../base/index.js';
import type { Sources } from '../lists/index.js';
import {
  diskStorage,
  type ListStore,
  openStore,
  openWriter,
  type SnapshotMeta,
  snapshotDay,
  type Version,
} from '../lists/store/index.js';
import type { PreparedParty } from '../match/index.js';
import {
  type Activity,
  isRegime,
  type PartyDecision,
  REGIMES,
  type Regime,
  type WeakAliases,
  type WorldList,
  type WorldSettings,
  type WorldStatement,
} from '../model/index.js';
import { APART, type Knowledge, type Listed, openParties, type World } from '../screening/index.js';
import { openIndex, type SearchIndex } from '../search/index.js';
import { buildIndex } from './build-index.js';
import { openKnowledge, openListReaders, openTables, type Tables } from './knowledge.js';
import { bearingOn, loadDecisions, onOrdinals } from './party-decisions.js';
import { stateFolder } from './paths.js';
import { openSampleStore } from './sample.js';
import { today } from './today.js';

/**
 * What world is asked for. Everything may be left out: `home` the state folder; `sample` the bundled sample instead;
 * `date` today (UTC); `regimes` all; `threshold` 0.7; `near` 0; `weakAliases` support; `former` note; `maxAge` in days,
 * none; `apart` false; `decisions` those of the state folder on which entries are one party; `snapshots` the very
 * versions to use instead of those the date chooses (both to replay a record). Of a version whose former entries are not
 * held, those of its newest turn are used, and the statement says so: whoever replays compares `lists[].former`.
 */
export type WorldOptions = {
  readonly home?: string | null;
  readonly sample?: boolean;
  readonly date?: Day | null;
  readonly regimes?: readonly Regime[] | null;
  readonly activity?: Activity | null;
  readonly threshold?: number;
  readonly near?: number;
  readonly weakAliases?: WeakAliases;
  readonly former?: 'note' | 'review';
  readonly maxAge?: number | null;
  readonly apart?: boolean;
  readonly decisions?: readonly PartyDecision[] | null;
  readonly snapshots?: readonly Version[] | null;
};

/** A world as it travels: everything a thread needs to open the same one. */
export type WorldSeed = {
  readonly home: string;
  readonly statement: WorldStatement;
  readonly index: SharedArrayBuffer;
};

/**
 * An open world, with the seed for threads. `complete` is false when something asked for could not be checked; `issues`
 * are about the state folder's decisions on parties.
 */
export type OpenWorld = World & {
  readonly seed: WorldSeed;
  readonly complete: boolean;
  readonly issues: readonly Issue[];
};

/** Entities read lately stay at hand: a customer file meets the same listed parties again and again. */
const KEPT_ENTITIES = 4096;
const NOT_CHECKED = ['ownership', 'pep', 'adverse-media'];

/**
 * Opens a world.
 *
 * @throws CordonError `usage` for an option that is none; `no-lists` when nothing is loaded, naming the remedy; `snapshot-missing` when a record asks for
 *   what is no longer held; `state-unreadable`, `index-torn`, `snapshot-damaged`
 */
export async function openWorld(options: WorldOptions = {}): Promise<OpenWorld> {
  checkOptions(options);
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  const sample = options.sample ?? false;
  const home = stateFolder(options.home ?? null);
  const date = options.date ?? today();
  const store = sample ? await openSampleLists(tables, knowledge) : openStore(diskStorage(home));
  const chosen = choose(store, options.snapshots ?? null, date);
  if (chosen.length === 0) {
    const remedy =
      'run cordon lists update (without internet: cordon lists update --from DIR), or add --sample';
    throw new CordonError('no-lists', `${home}: no list is loaded, so nothing can be judged: ${remedy}`);
  }
  const index = indexOf(
    store,
    chosen.map((one) => one.snapshot),
    { tables, knowledge, home: sample ? null : home },
  );
  const lists = chosen.map(({ snapshot, later }) => toWorldList(snapshot, later));
  const given = options.decisions ?? null;
  const read = given !== null || sample ? { decisions: given ?? [], issues: [] } : loadDecisions(home);
  const decided =
    read.decisions.length === 0 ? read : bearingOn(read.decisions, { index: openIndex(index), store, lists });
  const settings = settingsOf(options, decided.decisions);
  const absent = withoutList(settings.regimes, lists);
  const old = [
    ...tooOld(lists, settings.maxAge, date),
    ...onlyClosed(settings.regimes, lists, knowledge.sources, date),
  ];
  const statement: WorldStatement = {
    date,
    engine: tables.engine,
    rules: tables.rules,
    sample,
    settings,
    lists,
    missing: [...absent, ...old],
    notChecked: NOT_CHECKED,
  };
  const lacking = (options.regimes ?? null) !== null && absent.length > 0;
  const seed = { home, statement, index };
  return {
    ...assemble(knowledge, store, seed),
    seed,
    complete: !sample && !lacking && old.length === 0,
    issues: [...read.issues, ...(decided === read ? [] : decided.issues)],
  };
}

/** A wrong option must not read as "no match". */
function checkOptions({ date, regimes, threshold, near, maxAge }: WorldOptions): void {
  const wrong = (what: string, got: unknown) =>
    new CordonError('usage', `openWorld: ${what}, got ${String(got)}`);
  if (date != null && !isDay(date)) throw wrong('date is a day as YYYY-MM-DD', date);
  for (const [name, value] of [
    ['threshold', threshold],
    ['near', near],
  ] as const)
    if (value !== undefined && !(value >= 0 && value <= 1))
      throw wrong(`${name} is a number from 0 to 1`, value);
  const unknown = regimes?.find((regime) => !isRegime(regime));
  if (unknown !== undefined) throw wrong(`regimes are ${REGIMES.join(', ')}`, unknown);
  if (maxAge != null && !(Number.isInteger(maxAge) && maxAge >= 0))
    throw wrong('maxAge is a number of days', maxAge);
}

/** Opens, in a worker thread, the world of a seed. */
export async function openSeed(seed: WorldSeed): Promise<World> {
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  return assemble(knowledge, await openLists(seed, tables, knowledge), seed);
}

/** The lists that a seed's world stands on. */
export function openLists(
  seed: Pick<WorldSeed, 'home' | 'statement'>,
  tables: Tables,
  knowledge: Knowledge,
): Promise<ListStore> | ListStore {
  return seed.statement.sample ? openSampleLists(tables, knowledge) : openStore(diskStorage(seed.home));
}

/**
 * A world over an index.
 *
 * @param lists what the index's list numbers stand for, where they are not the statement's lists: an index of the entries
 *   that differ, which knows no parties
 */
export function assemble(
  knowledge: Knowledge,
  store: ListStore,
  seed: Pick<WorldSeed, 'statement' | 'index'>,
  lists: readonly WorldList[] = seed.statement.lists,
): World {
  const { statement } = seed;
  const index = openIndex(seed.index, knowledge.names.equivalents);
  const kept = openRecent<number, Listed>(KEPT_ENTITIES);
  const listed = (ordinal: number): Listed => {
    const known = kept.get(ordinal);
    if (known !== undefined) return known;
    const { list: at, offset, length } = index.entity(ordinal);
    const list = lists[at]!;
    const entity = store.entityAt(list, offset, length);
    const prepared = knowledge.matcher.prepare(entity, namesOf(index, ordinal));
    const one = { ordinal, entity, list, prepared };
    kept.set(ordinal, one);
    return one;
  };
  if (statement.settings.apart || lists !== statement.lists)
    return { ...knowledge, statement, index, listed, parties: APART };
  const { matcher, mergeRules: rules, names } = knowledge;
  const tools = { matcher, rules, legalFamily: names.legalFamily };
  const decided = onOrdinals(statement.settings.decisions, { index, store, lists });
  const parties = openParties(index, listed, tools, decided);
  return { ...knowledge, statement, index, listed, parties };
}

/** An entity's names as the index holds them: parsed already. */
function namesOf(index: SearchIndex, ordinal: number): PreparedParty['names'] {
  const { start, end } = index.namesOf(ordinal);
  return Array.from({ length: end - start }, (_, at) => {
    const { parsed, property } = index.nameOf(start + at);
    return { parsed, property, weak: property === 'weakAlias' };
  });
}

/** The bundled sample as a store in memory. */
export function openSampleLists(tables: Tables, knowledge: Knowledge): Promise<ListStore> {
  const { sources, measures } = knowledge;
  const index = {
    builder: tables.builder,
    build: (store: ListStore) => buildIndex(store, store.current(), knowledge),
  };
  return openSampleStore({
    readers: openListReaders(tables),
    sources,
    measures,
    engine: tables.engine,
    index,
  });
}

type Chosen = { readonly snapshot: SnapshotMeta; readonly later: boolean };

function choose(store: ListStore, versions: readonly Version[] | null, date: Day): readonly Chosen[] {
  if (versions === null) return store.choose(date);
  return versions.map((version) => {
    const snapshot = store.snapshot(version);
    return { snapshot, later: snapshotDay(snapshot) > date };
  });
}

/** The index held for these snapshots; built when none is (a past date, a new version), and kept if that is possible. */
function indexOf(
  store: ListStore,
  snapshots: readonly SnapshotMeta[],
  made: { tables: Tables; knowledge: Knowledge; home: string | null },
): SharedArrayBuffer {
  const held = store.index(
    snapshots,
    made.tables.builder,
    (bytes) => new Uint8Array(new SharedArrayBuffer(bytes)),
  );
  if (held !== null) return held.buffer as SharedArrayBuffer;
  const bytes = buildIndex(store, snapshots, made.knowledge);
  if (made.home !== null) keepIndex(made.home, snapshots, made.tables.builder, bytes);
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** A reader that may not write, or comes while another writes, still has its index in memory. */
function keepIndex(
  home: string,
  snapshots: readonly SnapshotMeta[],
  builder: string,
  bytes: Uint8Array,
): void {
  try {
    const writer = openWriter(diskStorage(home));
    try {
      writer.keepIndex(snapshots, builder, bytes);
    } finally {
      writer.close();
    }
  } catch (cause) {
    if (!(cause instanceof CordonError)) throw cause;
  }
}

function settingsOf(options: WorldOptions, decisions: readonly PartyDecision[]): WorldSettings {
  return {
    threshold: options.threshold ?? 0.7,
    near: options.near ?? 0,
    regimes: options.regimes ?? REGIMES,
    weakAliases: options.weakAliases ?? 'support',
    activity: options.activity ?? null,
    former: options.former ?? 'note',
    maxAge: options.maxAge ?? null,
    apart: options.apart ?? false,
    decisions,
  };
}

function toWorldList(snapshot: SnapshotMeta, later: boolean): WorldList {
  const { source, regime, published, retrieved, hash, entities, issues, official } = snapshot;
  const former = snapshot.former ?? null;
  return { source, regime, published, retrieved, hash, entities, issues, official, later, former };
}

function withoutList(regimes: readonly Regime[], lists: readonly WorldList[]): WorldStatement['missing'] {
  const held = new Set(lists.map((list) => list.regime));
  return regimes
    .filter((regime) => !held.has(regime))
    .map((regime) => ({ regime, reason: 'no list loaded' }));
}

function tooOld(lists: readonly WorldList[], maxAge: number | null, date: Day): WorldStatement['missing'] {
  if (maxAge === null) return [];
  const oldest = addDays(date, -maxAge);
  const days = `${maxAge} ${maxAge === 1 ? 'day' : 'days'}`;
  return lists
    .filter((list) => (list.published ?? list.retrieved) < oldest)
    .map((list) => ({ regime: list.regime, reason: `list ${list.source} is older than ${days}` }));
}

/** A regime whose only lists are closed says nothing of what came after. */
function onlyClosed(
  regimes: readonly Regime[],
  lists: readonly WorldList[],
  sources: Sources,
  date: Day,
): WorldStatement['missing'] {
  const closedOn = ({ source }: WorldList): Day | null => {
    const day = sources.sourceOf(source)?.closedOn ?? null;
    return day !== null && day <= date ? day : null;
  };
  return regimes.flatMap((regime) => {
    const held = lists.filter((list) => list.regime === regime);
    if (held.some((list) => closedOn(list) === null)) return [];
    return held.map((list) => ({ regime, reason: `list ${list.source} was closed on ${closedOn(list)}` }));
  });
}
