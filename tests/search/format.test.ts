/**
 * The index file: what is whole opens, what is not is refused with a code. `UPDATE_INDEX=1` writes the kept file anew:
 * only while its format is unreleased, a new format gets a file of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CordonError } from '../../src/base/index.js';
import { INDEX_FORMAT, IndexBuilder, openIndex } from '../../src/search/index.js';
import { goldenIndex, parse } from './invented.js';

const whole = goldenIndex();

describe('a damaged file is refused', () => {
  it('cut short anywhere', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(refusal(whole.slice(0, length))).toBe('index-torn');
      }),
    );
  });

  it('with bytes behind its end', () => {
    expect(refusal(Uint8Array.of(...whole, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('index-torn');
  });

  it('with any byte of its header changed', () => {
    const head = new Uint32Array(whole.buffer, 20, 1)[0]!;
    for (let at = 0; at < head; at++) {
      const file = whole.slice();
      file[at] = file[at]! ^ 0xff;
      expect(['index-torn', 'index-format']).toContain(refusal(file));
    }
  });

  it('with any byte of its content changed, once it is verified', () => {
    const head = new Uint32Array(whole.buffer, 20, 1)[0]!;
    expect(openIndex(whole.buffer as ArrayBuffer).verify()).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: head, max: whole.length - 1 }), (at) => {
        const file = whole.slice();
        file[at] = file[at]! ^ 0xff;
        try {
          return !openIndex(file.buffer).verify();
        } catch (error) {
          // The description is read on opening.
          return (error as CordonError).code === 'index-torn';
        }
      }),
    );
  });
});

describe('a file of another kind is refused', () => {
  it.each([
    ['of a newer format', 12, INDEX_FORMAT + 1, /built by format 4, this is 3/],
    ['of an older format', 12, 0, /built by format 0, this is 3/],
    ['of the other byte order', 8, 0x04030201, /other byte order/],
    ['that is no index', 0, 0x20202020, /not an index/],
  ])('%s', (_, at, value, message) => {
    const file = whole.slice();
    new Uint32Array(file.buffer)[at / 4] = value;
    expect(refusal(file)).toBe('index-format');
    expect(() => openIndex(file.buffer)).toThrow(message);
    expect(() => openIndex(file.buffer)).toThrow(/it is built again/);
  });
});

it.each([1, 2])('the file of format %i that was kept is refused, with what to do', (format) => {
  const path = new URL(`../golden/formats/index-${format}.bin`, import.meta.url);
  const kept = Uint8Array.from(readFileSync(path));
  expect(refusal(kept)).toBe('index-format');
  const message = new RegExp(`built by format ${format}, this is 3; .*it is built again`);
  expect(() => openIndex(kept.buffer)).toThrow(message);
});

it('the file of format 3 that was kept still opens and answers', () => {
  const path = new URL('../golden/formats/index-3.bin', import.meta.url);
  if (process.env.UPDATE_INDEX) writeFileSync(path, whole);
  const kept = Uint8Array.from(readFileSync(path));
  const index = openIndex(kept.buffer);
  expect(index.verify()).toBe(true);
  expect(index.meta).toEqual({ world: 'invented' });
  expect([index.entityCount, index.nameCount]).toEqual([3, 5]);
  expect(index.entity(1)).toEqual({ list: 1, offset: 5_000_000_000, length: 640, schema: 'Company' });
  expect(index.nameOf(1).parsed.text).toBe('Михаил Голуб');
  expect(index.candidates({ names: [parse('Golub Mikhail')], identifiers: ['9074729'] })).toEqual([
    { entity: 0, names: [0, 1], byIdentifier: false },
    { entity: 2, names: [], byIdentifier: true },
  ]);
  expect([0, 1, 2].map((entity) => index.partyOf(entity))).toEqual([
    { number: 1, text: '{"of":"Golub и друзья"}' },
    null,
    { number: 1, text: '{"of":"Golub и друзья"}' },
  ]);
});

it('parties that are not one number an entity are a defect', () => {
  const builder = new IndexBuilder();
  expect(() => builder.freeze({}, { ofEntity: Uint32Array.of(1), texts: ['x'] })).toThrow(CordonError);
});

function refusal(file: Uint8Array): string {
  try {
    openIndex(file.slice().buffer as ArrayBuffer);
  } catch (error) {
    if (error instanceof CordonError) return error.code;
    throw error;
  }
  return 'opened';
}
