/** The same list has the same bytes and the same hash, wherever and whenever it is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, stableJson } from '../../../src/base/index.js';
import { encodeSnapshot, readEntities } from '../../../src/lists/store/index.js';
import type { Entity } from '../../../src/model/index.js';
import { entity, offerOf } from './support.js';

const bytesOf = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks);
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
        const hash = encodeSnapshot('s', null, { entities, issues: [] }).hash;
        expect(encodeSnapshot('s', null, { entities: shuffled, issues: [] }).hash).toBe(hash);
      }),
    ));

  it('is one line of stable JSON an entity, and is read back as it was', () =>
    fc.assert(
      fc.property(fc.array(anEntity), (entities) => {
        const { entities: encoded, content } = encodeSnapshot('s', null, { entities, issues: [] });
        const bytes = bytesOf(encoded.chunks);
        const lines = entities.map((one) => `${stableJson(one)}\n`);
        expect(bytes.toString('utf8').split('\n').sort()).toEqual(lines.join('').split('\n').sort());
        expect(sha256(bytes)).toBe(content);
        expect(encoded).toMatchObject({ count: entities.length, bytes: bytes.length });
        for (const { entity: read, offset, length } of readEntities(bytes, 's')) {
          expect(bytes.subarray(offset, offset + length).toString('utf8')).toBe(stableJson(read));
        }
      }),
    ));

  it('comes in chunks that each have a buffer of their own, so that a thread can hand them on', () => {
    const entities = Array.from({ length: 9_000 }, (_, at) => entity('s', `name ${at} ${'x'.repeat(200)}`));
    const { chunks } = encodeSnapshot('s', null, { entities, issues: [] }).entities;
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks) expect(chunk.buffer.byteLength).toBe(chunk.length);
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
      expect(() => encodeSnapshot(source, null, { entities: [], issues: [] })).toThrow(
        /cannot be a source id/,
      ),
  );

  it('a line that is no JSON is a damaged snapshot, with its place', () => {
    const bytes = Buffer.from('{"id":"a"}\n{"id":\n');
    expect(() => [...readEntities(bytes, 'un-sc')]).toThrow(
      expect.objectContaining({ code: 'snapshot-damaged', message: expect.stringContaining('un-sc:2') }),
    );
  });
});
