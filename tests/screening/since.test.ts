/**
 * Delta screening against full runs: whatever changes in the lists, the parties it shows are exactly those for whom two
 * full runs say different things. Lists and customers are invented from parts of names that meet and nearly meet.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/app/build-index.js';
import { indexChangedEntries } from '../../src/app/changed-entries.js';
import { openKnowledge, openTables } from '../../src/app/knowledge.js';
import { assemble } from '../../src/app/open-world.js';
import type { ListStore, SnapshotMeta } from '../../src/lists/store/index.js';
import { type Entity, type Listing, type Party, saidBy, type WorldList } from '../../src/model/index.js';
import { changeFor, checkSubject, type World } from '../../src/screening/index.js';
import { holdVersions } from './invented-lists.js';

const tables = openTables();
const knowledge = openKnowledge(tables);

const GIVEN = ['Ivan', 'Iwan', 'Pyotr', 'Мария', 'Yevgeniy', 'Kim', 'Abdul Rahman'];
const FAMILY = ['Petrov', 'Petrow', 'Sidorenko', 'Сидоренко', 'Al-Example', 'Chol', 'Mustermann'];
const BORN = ['1966-03-03', '1966', '1970-01-01'];
/** Two taxpayer numbers: entries that share one are held to be one party, and come along with each other. */
const NUMBERS = ['500100732259', '781005202108'];
const DAYS = ['2024-01-10', '2024-01-11'] as const;

const listing = fc.record({
  programme: fc.constantFrom('DPRK', 'Taliban', 'Nobody knows'),
  start: fc.constantFrom('2020-01-01', DAYS[1], '2024-02-01', null),
  end: fc.constantFrom(null, null, DAYS[0]),
});

/** @param close few names and shared numbers, so that most entries are one party with another */
const entity = (id: string, close: boolean): fc.Arbitrary<Entity> =>
  fc
    .record({
      name: close
        ? fc.constantFrom<[string, string]>(['Ivan', 'Petrov'], ['Iwan', 'Petrow'])
        : fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)),
      alias: fc.option(fc.constantFrom(...FAMILY), { nil: null }),
      weak: fc.option(fc.constantFrom('Petya', 'Chol'), { nil: null }),
      born: fc.option(fc.constantFrom(...BORN), { nil: null }),
      number: fc.option(fc.constantFrom(...NUMBERS), { nil: null, freq: close ? 9 : 1 }),
      listing,
    })
    .map(({ name, alias, weak, born, number, listing: { programme, start, end } }) => {
      const caption = name.join(' ');
      const said: Listing = {
        source: 'un-sc',
        entry: id,
        programme,
        annex: null,
        measure: null,
        act: null,
        start,
        end,
        reason: null,
        url: null,
      };
      const properties = {
        name: [caption],
        ...(alias === null ? {} : { alias: [`${name[0]} ${alias}`] }),
        ...(weak === null ? {} : { weakAlias: [weak] }),
        ...(born === null ? {} : { birthDate: [born] }),
        ...(number === null ? {} : { innCode: [number] }),
      };
      return { id, caption, schema: 'Person', properties, datasets: ['un-sc'], listings: [said] };
    });

const IDS = Array.from({ length: 8 }, (_, at) => `un-sc-${at}`);
const list = (close: boolean) =>
  fc
    .tuple(...IDS.map((id) => fc.option(entity(id, close), { nil: null, freq: 3 })))
    .map((all) => all.filter((one) => one !== null));

/**
 * Two versions of a list: most entries stay as they are. `missed` is a version in between that neither run saw: who came
 * and went with it is a former entry of the later one.
 */
const versions = fc.boolean().chain((close) =>
  fc
    .tuple(
      list(close),
      list(close),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      fc.option(list(close), { nil: null }),
    )
    .map(([before, other, changed, missed]) => {
      const pick = (id: string, at: number) =>
        (changed[at] ? other : before).find((one) => one.id === id) ?? null;
      return { before, missed, now: IDS.map(pick).filter((one) => one !== null) };
    }),
);

const party: fc.Arbitrary<Party> = fc
  .record({
    name: fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)),
    family: fc.boolean(),
    born: fc.option(fc.constantFrom(...BORN), { nil: null }),
    city: fc.option(fc.constantFrom('Sevastopol', 'Berlin'), { nil: null }),
  })
  .map(({ name, family, born, city }) => ({
    schema: 'Person',
    properties: {
      name: [family ? name[1] : name.join(' ')],
      ...(born === null ? {} : { birthDate: [born] }),
      ...(city === null ? {} : { city: [city] }),
    },
  }));

/** The world of one version, as it is opened for a check on `date`. */
function worldOf(store: ListStore, snapshot: SnapshotMeta, date: string, near: number): World {
  const { source, regime, published, retrieved, hash, entities, issues, official } = snapshot;
  const held: WorldList = {
    source,
    regime,
    published,
    retrieved,
    hash,
    entities,
    issues,
    official,
    later: false,
    former: store.snapshot(hash).former ?? null,
  };
  const settings: World['statement']['settings'] = {
    threshold: 0.7,
    near,
    regimes: ['UN'],
    weakAliases: 'support',
    activity: null,
    former: 'note',
    maxAge: null,
    apart: false,
    decisions: [],
  };
  const { engine, rules } = tables;
  const statement = {
    date,
    engine,
    rules,
    sample: false,
    settings,
    lists: [held],
    missing: [],
    notChecked: [],
  };
  const bytes = buildIndex(store, [snapshot], knowledge);
  const index = new SharedArrayBuffer(bytes.length);
  new Uint8Array(index).set(bytes);
  return assemble(knowledge, store, { statement, index });
}

describe('a change of the lists', () => {
  let touched = 0;
  let alone = 0;
  let joined = 0;

  it('shows exactly the parties for whom full runs before and after differ, with exactly their answers', async () => {
    const parties = fc.array(party, { minLength: 1, maxLength: 12 });
    const near = fc.constantFrom(0, 0.1);
    const worlds = fc.record({ both: versions, overnight: fc.boolean(), margin: near });
    await fc.assert(
      fc.asyncProperty(worlds, parties, async ({ both, overnight, margin }, asked) => {
        const { store, snapshots } = await holdVersions([
          { day: DAYS[0], entities: both.before },
          ...(both.missed === null ? [] : [{ day: DAYS[1], entities: both.missed }]),
          { day: DAYS[1], entities: both.now },
        ]);
        const [old, current] = [snapshots[0]!, snapshots.at(-1)!];
        const before = worldOf(store, old, overnight ? DAYS[0] : DAYS[1], margin);
        const now = worldOf(store, current, DAYS[1], margin);
        const { index, lists } = indexChangedEntries({ before, now }, store);
        const changed = assemble(knowledge, store, { statement: now.statement, index }, lists);
        for (const one of asked) {
          const about = { kind: 'party', label: one.properties.name![0]!, ref: null } as const;
          const full = { before: checkSubject(one, about, before), now: checkSubject(one, about, now) };
          const differs = saidBy(full.before) !== saidBy(full.now);
          if (differs) touched += 1;
          else alone += 1;
          if (full.now.parties.some(({ members }) => members.length > 1)) joined += 1;
          expect(changeFor(one, about, { before, now, changed })).toEqual(differs ? full : null);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('touches many of the parties tried and leaves many others alone', () => {
    expect(touched).toBeGreaterThan(100);
    expect(alone).toBeGreaterThan(100);
    expect(joined).toBeGreaterThan(30);
  });
});

describe('who came and went between the two versions', () => {
  it('is touched: the later list says that it is no longer in the file', async () => {
    const called = (id: string, caption: string): Entity => {
      const [any] = fc.sample(entity(id, false), { numRuns: 1, seed: 1 });
      const listings = any!.listings.map((one) => ({ ...one, start: '2020-01-01', end: null }));
      return { ...any!, caption, properties: { name: [caption] }, listings };
    };
    const gone = called('un-sc-7', 'Zacharias Onlyonce');
    const other = called('un-sc-8', 'Ivan Petrov');
    const { store, snapshots } = await holdVersions([
      { day: DAYS[0], entities: [other] },
      { day: DAYS[1], entities: [gone, other] },
      { day: DAYS[1], entities: [{ ...other, datasets: ['un-sc', 'again'] }] },
    ]);
    const before = worldOf(store, snapshots[0]!, DAYS[1], 0);
    const now = worldOf(store, snapshots.at(-1)!, DAYS[1], 0);
    const { index, lists } = indexChangedEntries({ before, now }, store);
    const changed = assemble(knowledge, store, { statement: now.statement, index }, lists);
    const about = { kind: 'party', label: 'Zacharias Onlyonce', ref: null } as const;
    const asked: Party = { schema: 'Person', properties: { name: ['Zacharias Onlyonce'] } };
    const change = changeFor(asked, about, { before, now, changed });
    expect(change?.before.notes).toEqual([]);
    expect(change?.now.notes.map(({ text }) => text)).toEqual([`no longer in the file since ${DAYS[1]}`]);
  });
});

describe('a night in which no list changed', () => {
  it('touches who lives where a rule ended: Damascus, 30 June to 1 July 2025', async () => {
    const { store, snapshots } = await holdVersions([{ day: '2025-06-01', entities: [] }]);
    const worlds = ['2025-06-30', '2025-07-01'].map((date) => worldOf(store, snapshots[0]!, date, 0));
    const [before, now] = worlds as [World, World];
    const { index, lists } = indexChangedEntries({ before, now }, store);
    const changed = assemble(knowledge, store, { statement: now.statement, index }, lists);
    const living = (city: string) =>
      changeFor(
        { schema: 'Person', properties: { name: ['Jane Sample'], city: [city] } },
        { kind: 'party', label: 'Jane Sample', ref: null },
        { before, now, changed },
      );
    expect(living('Damascus')).not.toBeNull();
    expect(living('Sevastopol')).toBeNull();
  });
});
