/** What changed between two snapshots: who came, who went, what differs; held against the obvious way of finding out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffEntities } from '../../src/lists/index.js';
import type { Entity, Listing } from '../../src/model/index.js';

const listing: Listing = {
  source: 'un-sc',
  entry: 'KPi.900',
  programme: 'DPRK',
  annex: null,
  measure: null,
  act: null,
  start: '2016-03-02',
  end: null,
  reason: null,
  url: null,
};

function entity(id: string, more: Partial<Entity> = {}): Entity {
  const properties = { name: [`Name of ${id}`] };
  return {
    id,
    caption: `Name of ${id}`,
    schema: 'Person',
    properties,
    datasets: ['un-sc'],
    listings: [],
    ...more,
  };
}

describe('a list against a newer one', () => {
  it('names who came and who went', () => {
    const diff = diffEntities([entity('a'), entity('b')], [entity('b'), entity('c')]);
    expect(diff).toEqual({
      added: [{ id: 'c', name: 'Name of c' }],
      removed: [{ id: 'a', name: 'Name of a' }],
      changed: [],
    });
  });

  it('gives all values of a property before and after, under the name of today', () => {
    const before = entity('a', { properties: { name: ['Name of a'], birthDate: ['1966'] } });
    const properties = { name: ['Name of a'], birthDate: ['1966', '1966-03-03'], gender: ['male'] };
    const after = entity('a', { caption: 'A', properties });
    expect(diffEntities([before], [after]).changed).toEqual([
      {
        id: 'a',
        name: 'A',
        changes: [
          { property: 'caption', before: ['Name of a'], after: ['A'] },
          { property: 'birthDate', before: ['1966'], after: ['1966', '1966-03-03'] },
          { property: 'gender', before: [], after: ['male'] },
        ],
      },
    ]);
  });

  it('tells a programme that came and a listing that ended', () => {
    const before = entity('a', { listings: [listing] });
    const after = entity('a', {
      listings: [
        { ...listing, end: '2026-03-10' },
        { ...listing, programme: 'IRAN' },
      ],
    });
    expect(diffEntities([before], [after]).changed[0]?.changes).toEqual([
      {
        property: 'listings',
        before: ['un-sc KPi.900; DPRK; from 2016-03-02'],
        after: [
          'un-sc KPi.900; DPRK; from 2016-03-02; until 2026-03-10',
          'un-sc KPi.900; IRAN; from 2016-03-02',
        ],
      },
    ]);
  });

  it('says nothing where only the order of values or listings differs', () => {
    const other = { ...listing, programme: 'IRAN' };
    const before = entity('a', { properties: { alias: ['x', 'y'] }, listings: [listing, other] });
    const after = entity('a', { properties: { alias: ['y', 'x'] }, listings: [other, listing] });
    expect(diffEntities([before], [after])).toEqual({ added: [], removed: [], changed: [] });
  });

  it('is found the obvious way too, and the other way round says the opposite', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    const list = fc
      .tuple(ids, fc.constantFrom('1966', '1970'))
      .map(([all, year]) =>
        all.sort().map((id) => entity(id, { properties: { birthDate: id < 'd' ? [year] : ['1950'] } })),
      );
    fc.assert(
      fc.property(list, list, (before, after) => {
        const diff = diffEntities(before, after);
        const at = (all: readonly Entity[], id: string) => all.find((one) => one.id === id);
        const expected = (from: readonly Entity[], to: readonly Entity[]) =>
          to.filter(({ id }) => at(from, id) === undefined).map(({ id }) => id);
        expect(diff.added.map(({ id }) => id)).toEqual(expected(before, after));
        expect(diff.removed.map(({ id }) => id)).toEqual(expected(after, before));
        expect(diff.changed.map(({ id }) => id)).toEqual(
          after
            .filter(({ id, properties }) => {
              const old = at(before, id);
              return old !== undefined && old.properties.birthDate![0] !== properties.birthDate![0];
            })
            .map(({ id }) => id),
        );
        const back = diffEntities(after, before);
        expect([back.added, back.removed]).toEqual([diff.removed, diff.added]);
      }),
    );
  });
});
