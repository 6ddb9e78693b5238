import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFtmReaders } from '../../src/lists/ftm/index.js';
import { memoryFile, readWholeList } from '../../src/lists/index.js';
import { type Entity, ftmModel, type Listing, NAME_PROPERTIES, toFtm } from '../../src/model/index.js';

const LISTING: Listing = {
  source: 'us-ofac-sdn',
  entry: '36',
  programme: 'CUBA',
  annex: null,
  measure: null,
  act: null,
  start: null,
  end: null,
  reason: null,
  url: null,
};
const entityOf = (properties: Entity['properties'], listings: readonly Listing[] = []): Entity => ({
  id: 'x-1',
  caption: 'X',
  schema: 'Person',
  properties,
  datasets: ['x'],
  listings,
});
const written = (properties: Entity['properties']) => toFtm(entityOf(properties))[0]?.properties;

describe('dates in plain FollowTheMoney', () => {
  it.each([
    ['1965', ['1965'], undefined],
    ['1965-03', ['1965-03'], undefined],
    ['1965-03-07', ['1965-03-07'], undefined],
    ['1951~', ['1951'], ['Birth date: circa 1951']],
    ['1951/1953', ['1951', '1952', '1953'], ['Birth date: 1951 to 1953']],
    ['1951~/1952~', ['1951', '1952'], ['Birth date: circa 1951 to circa 1952']],
    ['1930/1950', Array.from({ length: 21 }, (_, at) => String(1930 + at)), ['Birth date: 1930 to 1950']],
    ['1930/1951', ['1930', '1951'], ['Birth date: 1930 to 1951']],
    ['1951-03/1951-05', ['1951-03', '1951-05'], ['Birth date: 1951-03 to 1951-05']],
    ['in the fifties', undefined, ['Birth date: in the fifties']],
  ])('%s', (date, dates, notes) => {
    const properties = written({ birthDate: [date] });
    expect(properties?.birthDate).toEqual(dates);
    expect(properties?.notes).toEqual(notes);
  });
});

describe('what the model cannot take', () => {
  it('goes to the notes, with its property', () => {
    expect(written({ name: ['A'], spouse: ['B'], country: ['ru', 'Atlantis'], gender: ['unknown'] })).toEqual(
      {
        name: ['A'],
        country: ['ru'],
        notes: ['spouse: B', 'country: Atlantis', 'gender: unknown'],
      },
    );
  });

  it('makes a wallet address of a party an entity of its own that names its holder', () => {
    const [party, wallet] = toFtm(entityOf({ name: ['A'], cryptoWallets: ['bc1qexample'] }));
    expect(party?.properties).toEqual({ name: ['A'] });
    expect(wallet).toMatchObject({
      schema: 'CryptoWallet',
      properties: { publicKey: ['bc1qexample'], holder: ['x-1'] },
    });
  });
});

describe('listings', () => {
  it('become Sanctions with ids that depend on the key of the listing only', () => {
    const id = (listing: Listing) => toFtm(entityOf({ name: ['A'] }, [listing]))[1]?.id;
    expect(id(LISTING)).toMatch(/^x-1-[0-9a-f]{12}$/);
    expect(id({ ...LISTING, start: '2020', reason: 'why' })).toBe(id(LISTING));
    expect(id({ ...LISTING, annex: 'I' })).not.toBe(id(LISTING));
  });

  it('that share a key become one Sanction', () => {
    const entities = toFtm(entityOf({ name: ['A'] }, [LISTING, { ...LISTING, reason: 'why' }]));
    expect(entities.map(({ schema }) => schema)).toEqual(['Person', 'Sanction']);
  });

  it('make the entity a target; so do topics', () => {
    expect(toFtm(entityOf({ name: ['A'] }, [LISTING]))[0]?.target).toBe(true);
    expect(toFtm(entityOf({ name: ['A'], topics: ['role.pep'] }))[0]?.target).toBe(true);
    expect(toFtm(entityOf({ name: ['A'] }))[0]?.target).toBe(false);
  });
});

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((text) => text.trim() || 'x');
const date = fc.constantFrom('1965', '1965-03', '1965-03-07', '1951~', '1951/1953', '1930/1990');
const listing: fc.Arbitrary<Listing> = fc.record({
  source: fc.constantFrom('us-ofac-sdn', 'eu-journal', 'un-sc'),
  entry: word,
  programme: fc.option(word),
  annex: fc.option(word),
  measure: fc.option(word),
  act: fc.option(word),
  start: fc.option(fc.constantFrom('2014-03-17', '2022')),
  end: fc.option(fc.constantFrom('2026-01-31')),
  reason: fc.option(word),
  url: fc.option(fc.webUrl()),
});
const entity: fc.Arbitrary<Entity> = fc
  .record({
    schema: fc.constantFrom('Person', 'Company', 'Vessel', 'Organization'),
    names: fc.dictionary(
      fc.constantFrom(...NAME_PROPERTIES),
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    ),
    births: fc.uniqueArray(date, { minLength: 1, maxLength: 2 }),
    listings: fc.uniqueArray(listing, { maxLength: 3, selector: keyOf }),
  })
  .map(({ schema, names, births, listings }) => ({
    id: 'e-1',
    caption: 'E',
    schema,
    properties: schema === 'Person' ? { ...names, birthDate: births } : names,
    datasets: ['d'],
    listings,
  }));

it('what is exported and read back has the same names, dates and listings', () => {
  const reader = openFtmReaders()[0]!;
  fc.assert(
    fc.asyncProperty(entity, async (before) => {
      const lines = toFtm(before);
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const { entities, issues } = await readWholeList(reader, [
        memoryFile('e.json', new TextEncoder().encode(text)),
      ]);
      const after = entities[0];
      expect(issues).toEqual([]);
      expect(entities).toHaveLength(1);
      for (const property of NAME_PROPERTIES)
        expect(after?.properties[property]).toEqual(before.properties[property]);
      expect(after?.properties.birthDate).toEqual(lines[0]?.properties.birthDate);
      expect(after?.listings.map(keyOf).sort()).toEqual(before.listings.map(keyOf).sort());
      expect(after?.listings.map(({ start }) => start).sort()).toEqual(
        before.listings.map(({ start }) => start).sort(),
      );
    }),
  );
});

it('writes only properties and listed values that the model has', () => {
  const model = ftmModel();
  fc.assert(
    fc.property(fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 3 })), (properties) => {
      for (const { schema, properties: plain } of toFtm(entityOf(properties, [LISTING]))) {
        for (const [property, values] of Object.entries(plain)) {
          const type = model.propertyType(schema, property);
          expect(type).not.toBeNull();
          for (const value of values) expect(model.isValue(type ?? '', value)).toBe(true);
        }
      }
    }),
  );
});

function keyOf({ source, entry, programme, annex, measure }: Listing): string {
  return JSON.stringify([source, entry, programme, annex, measure]);
}
