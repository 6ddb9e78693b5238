/** How common a word is on the lists themselves. */
import { describe, expect, it } from 'vitest';
import { countBearers, countParties, listedRarity } from '../../src/search/bearers.js';
import { IndexBuilder, openIndex } from '../../src/search/index.js';
import { parse } from './invented.js';

describe('bearers of a word', () => {
  it('are counted once, however many names and lists repeat it', () => {
    // Form 0 stands in names 0, 1, 2; names 0 and 1 are of entity 0, name 2 of entity 1; both are party 1.
    expect([...countBearers([0, 3, 4], [0, 1, 2, 3], [0, 0, 1, 2], [1, 1, 0])]).toEqual([1, 1]);
    expect([...countBearers([0, 3, 4], [0, 1, 2, 3], [0, 0, 1, 2], [0, 0, 0])]).toEqual([2, 1]);
    expect(countParties([1, 1, 0, 2, 0])).toBe(4);
  });

  it('make it common from five on, and as common in a short list as in one of ten thousand', () => {
    expect(listedRarity(4, 40_000)).toBe(Number.POSITIVE_INFINITY);
    expect(listedRarity(400, 40_000)).toBeCloseTo(Math.log(100));
    expect(listedRarity(5, 5)).toBeCloseTo(Math.log(2000));
    expect(listedRarity(40_000, 40_000)).toBe(1);
  });

  it('lower the rarity that a scorer is given, and not what is found', () => {
    const builder = new IndexBuilder();
    for (let at = 0; at < 12; at++)
      builder.add({
        list: 0,
        offset: at,
        length: 1,
        schema: 'Company',
        names: [{ property: 'name', parsed: parse(`Nordwind Unit${at}`, 'organization') }],
        identifiers: [],
      });
    const index = openIndex(builder.freeze({}).buffer as ArrayBuffer);
    const [shared, own] = index.nameOf(3).parsed.parts.map((part) => part.rarity);
    expect(shared).toBeCloseTo(Math.log(10_000 / 12));
    expect(own).toBe(9);
    const found = index.candidates({
      names: [parse('Nordwind Unit3', 'organization')],
      identifiers: [],
    });
    expect(found.map(({ entity }) => entity)).toContain(3);
  });
});
