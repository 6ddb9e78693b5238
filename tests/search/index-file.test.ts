/** Build, freeze, read: what goes in comes out, and the same goes in as the same bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedName } from '../../src/names/index.js';
import { IndexBuilder, type IndexedEntity, openIndex } from '../../src/search/index.js';
import { entityOf, goldenEntities, parse } from './invented.js';

const text = fc.string({
  unit: fc.constantFrom('a', 'k', 'л', '习', '𐀀', 'é', ' ', '-', '7'),
  maxLength: 12,
});
const part = fc.record({
  form: text,
  key: text,
  native: text,
  rarity: fc.double({ min: 0, max: 12, noNaN: true }),
  readings: fc
    .uniqueArray(fc.nat({ max: 2 ** 31 - 1 }), { maxLength: 3 })
    .map((all) => all.sort((a, b) => a - b)),
});
const parsedName = fc
  .record({ parts: fc.array(part, { maxLength: 6 }), kind: fc.constantFrom('person', 'organization', 'any') })
  .map(({ parts, kind }): ParsedName => {
    let written = '';
    const placed = parts.map(({ form, key, native, rarity, readings }, at) => {
      const start = written.length;
      written += `${native}${form} `;
      const end = written.length - 1;
      const type = at % 2 === 0 ? ('given' as const) : ('particle' as const);
      return {
        text: written.slice(start, end),
        form,
        key,
        native,
        type,
        rarity,
        script: 'Han' as const,
        readings,
        start,
        end,
      };
    });
    const latin = parts.map(({ form }) => form).join(' ');
    return { text: written, kind: kind as ParsedName['kind'], latin, parts: placed };
  });
const entity = fc.record({
  list: fc.nat(40),
  offset: fc.nat({ max: 2 ** 40 }),
  length: fc.nat({ max: 2 ** 31 }),
  schema: fc.constantFrom('Person', 'Vessel', 'Company'),
  names: fc.array(
    fc.record({ property: fc.constantFrom('name', 'alias', 'weakAlias'), parsed: parsedName }),
    { maxLength: 4 },
  ),
  identifiers: fc.array(text, { maxLength: 3 }),
}) as fc.Arbitrary<IndexedEntity>;

describe('an index', () => {
  it('gives back every entity and name as they were added', () => {
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 8 }), (entities) => {
        const index = openIndex(build(entities).buffer as ArrayBuffer);
        expect(index.entityCount).toBe(entities.length);
        let ordinal = 0;
        entities.forEach(({ list, offset, length, schema, names }, at) => {
          expect(index.entity(at)).toEqual({ list, offset, length, schema });
          expect(index.namesOf(at)).toEqual({ start: ordinal, end: ordinal + names.length });
          for (const name of names) expect(index.nameOf(ordinal++)).toEqual({ entity: at, ...name });
        });
        expect(index.nameCount).toBe(ordinal);
      }),
    );
  });

  it('finds each entity by each of its identifiers', () => {
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 8 }), (entities) => {
        const index = openIndex(build(entities).buffer as ArrayBuffer);
        for (const value of new Set(entities.flatMap(({ identifiers }) => identifiers))) {
          const bearers = entities.flatMap(({ identifiers }, at) =>
            identifiers.includes(value) ? [at] : [],
          );
          const found = index.candidates({ names: [], identifiers: [value, value] });
          expect(found).toEqual(bearers.map((at) => ({ entity: at, names: [], byIdentifier: true })));
        }
      }),
    );
  });

  it('has the same bytes for the same entities', () => {
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 8 }), (entities) => {
        expect(Buffer.compare(build(entities), build(entities))).toBe(0);
      }),
    );
  });

  it('is the same over shared memory', () => {
    const file = build(goldenEntities);
    const shared = new SharedArrayBuffer(file.length);
    new Uint8Array(shared).set(file);
    const query = { names: [parse('Mikhail Golub')], identifiers: [] };
    const index = openIndex(shared);
    expect(index.verify()).toBe(true);
    expect(index.nameOf(1)).toEqual(openIndex(file.buffer as ArrayBuffer).nameOf(1));
    expect(index.candidates(query)).toEqual(openIndex(file.buffer as ArrayBuffer).candidates(query));
  });

  it('carries its caller’s description, and nothing of it decides the order of keys', () => {
    const file = (meta: Record<string, unknown>) => new IndexBuilder().freeze(meta);
    expect(openIndex(file({ b: 1, a: ['x'] }).buffer as ArrayBuffer).meta).toEqual({ a: ['x'], b: 1 });
    expect(Buffer.compare(file({ b: 1, a: 2 }), file({ a: 2, b: 1 }))).toBe(0);
  });

  it('cannot be added to, nor frozen again, once frozen', () => {
    const builder = new IndexBuilder();
    builder.freeze({});
    expect(() => builder.add(entityOf(0, ['Golub']))).toThrow(/frozen/);
    expect(() => builder.freeze({})).toThrow(/frozen/);
  });
});

describe('for a page, word by word', () => {
  const index = openIndex(
    build([entityOf(0, ['Sergej Golub', 'Golub']), entityOf(1, ['Golub'])]).buffer as ArrayBuffer,
    { of: (form) => (form === 'seryozha' ? ['sergej'] : []) },
  );

  it('tells in how many names a form stands', () => {
    expect(['golub', 'sergej', 'golub ', ''].map((form) => index.documentFrequency(form))).toEqual([
      3, 1, 0, 0,
    ]);
  });

  it('tells whether a word stands in any name, in its spellings too', () => {
    const known = ['golub', 'serguei', 'seryozha', 'goluk', 'trade'].map((word) =>
      index.hasToken(parse(word).parts[0]!),
    );
    expect(known).toEqual([true, true, true, false, false]);
  });
});

function build(entities: readonly IndexedEntity[]): Uint8Array {
  const builder = new IndexBuilder();
  for (const it of entities) builder.add(it);
  return builder.freeze({});
}
