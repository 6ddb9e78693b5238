/** The same list has the same bytes and the same hash, wherever and whenever it is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Issue, sha256, stableJson } from '../../../src/base/index.js';
import { memoryStorage, openWriter } from '../../../src/lists/store/index.js';
import type { Entity } from '../../../src/model/index.js';
import { encode, entity, index, offerOf } from './support.js';

const NO_ISSUES: readonly Issue[] = [];
/** Encoded, offered and read back: the stream's lines. */
async function stored(entities: readonly Entity[], runSize?: number) {
  const storage = memoryStorage();
  const writer = openWriter(storage);
  const encoded = encode(storage, 's', '2026-01-01', { entities, issues: NO_ISSUES }, runSize);
  writer.take({ ...offerOf({ of: [] }), encoded, accept: { by: 'test', reason: 'may be empty' } });
  const store = await writer.commit(index);
  writer.close();
  return { encoded, store, lines: [...store.entities(encoded.hash)] };
}
const anEntity: fc.Arbitrary<Entity> = fc.record({
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  caption: fc.string({ unit: 'binary' }),
  schema: fc.constant('Person'),
  properties: fc.dictionary(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
  ),
  datasets: fc.array(fc.string()),
  listings: fc.constant([entity('s', 'x').listings[0]!]),
});

describe('a snapshot', () => {
  it('depends neither on the order of entries nor on the order of keys', () =>
    fc.assert(
      fc.property(fc.array(anEntity), (entities) => {
        const turned = [...entities]
          .reverse()
          .map((one) => ({ ...one, listings: one.listings.map((l) => ({ ...l })) }));
        const shuffled = turned.map(
          (one) => Object.fromEntries(Object.entries(one).reverse()) as unknown as Entity,
        );
        const hash = encode(memoryStorage(), 's', null, { entities, issues: NO_ISSUES }).hash;
        expect(encode(memoryStorage(), 's', null, { entities: shuffled, issues: NO_ISSUES }).hash).toBe(hash);
      }),
    ));

  it('is one line of stable JSON an entity, and is read back as it was, from its place too', () =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(anEntity, { selector: ({ id }) => id }), async (entities) => {
        const { encoded, store, lines } = await stored(entities);
        const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : 1));
        const stream = sorted.map((one) => `${stableJson(one)}\n`).join('');
        expect(lines.map(({ entity: read }) => read)).toEqual(sorted);
        expect(encoded.content).toBe(sha256(stream));
        expect(encoded.entities).toEqual({ count: entities.length, bytes: Buffer.byteLength(stream) });
        for (const { entity: read, offset, length } of lines) {
          expect(Buffer.from(stream).toString('utf8', offset, offset + length)).toBe(stableJson(read));
          expect(store.entityAt(encoded.hash, offset, length)).toEqual(read);
        }
      }),
      { numRuns: 40 },
    ));

  it('larger than memory is sorted in runs that lie on the disk, and is the same snapshot', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anEntity, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4000 }),
        async (entities, runSize) => {
          const [whole, inRuns] = [await stored(entities), await stored(entities, runSize)];
          expect(inRuns.encoded).toMatchObject({
            hash: whole.encoded.hash,
            entities: whole.encoded.entities,
            issues: whole.encoded.issues,
          });
          expect(inRuns.lines).toEqual(whole.lines);
        },
      ),
      { numRuns: 40 },
    ));

  it('loses no entry of those that share an id: each has an id of its own, and an issue', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('x', 'x (2)', 'x (3)', 'x (2) (2)', 'x!', 'x (1)', 'y'), { maxLength: 14 }),
        async (ids) => {
          const entities = ids.map((id, at) => ({ ...entity('s', `n${at}`), id }));
          const { encoded, store, lines } = await stored(entities);
          const found = lines.map(({ entity: { id } }) => id);
          expect(found).toEqual([...new Set(found)].sort());
          expect(lines.map(({ entity: { caption } }) => caption).sort()).toEqual(
            entities.map(({ caption }) => caption).sort(),
          );
          const issues = store.issues(encoded.hash);
          expect(issues.length).toBeGreaterThanOrEqual(ids.length - new Set(ids).size);
          expect(found).toEqual(expect.arrayContaining(ids));
          for (const issue of issues) expect(issue).toMatchObject({ code: 'duplicate-entry', field: 'id' });
        },
      ),
    ));

  it('keeps ten thousand issues of a kind, and says how many more there were', () => {
    const issues = Array.from({ length: 10_007 }, () => offerIssue);
    const encoded = encode(memoryStorage(), 's', null, { entities: [], issues });
    expect(encoded.issues.count).toBe(10_001);
  });

  it('has another hash for another source, date or entry, the same for other issues', () => {
    const hash = offerOf({ of: ['a'] }).encoded.hash;
    expect(offerOf({ of: ['a'], source: 'un' }).encoded.hash).not.toBe(hash);
    expect(offerOf({ of: ['a'], published: '2026-01-02' }).encoded.hash).not.toBe(hash);
    expect(offerOf({ of: ['a'], published: null }).encoded.hash).not.toBe(hash);
    expect(offerOf({ of: ['b'] }).encoded.hash).not.toBe(hash);
    expect(offerOf({ of: ['a'], issues: 3 }).encoded.hash).toBe(hash);
    expect(offerOf({ of: ['a'], retrieved: '2030-01-01' }).encoded.hash).toBe(hash);
  });

  it.each(['../etc', 'a/b', '', '.hidden', 'a b', 'x'.repeat(101), 'con\u0000'])(
    'a dataset may not be called %j',
    (source) =>
      expect(() => encode(memoryStorage(), source, null, { entities: [], issues: [] })).toThrow(
        /cannot be a source id/,
      ),
  );
});

const offerIssue: Issue = {
  code: 'bad-date',
  file: 'list.xml',
  line: 1,
  field: 'DATE',
  value: '?',
  message: 'not a date',
};
