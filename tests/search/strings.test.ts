/** Dictionaries of strings: sorted by bytes, found by bytes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Encoder, findString, packStrings, StringSet } from '../../src/search/strings.js';

const anything = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'b', 'é', '习', '\uff21', '𐀀', '\ud800'), fc.string()),
});

it('finds every string that was added, and no other', () => {
  fc.assert(
    fc.property(fc.array(anything), anything, (values, other) => {
      const set = new StringSet();
      const ids = values.map((value) => set.add(value));
      const { strings, ordinals } = set.freeze();
      const encoder = new Encoder();
      const find = (value: string) => {
        const end = encoder.write(value, 0);
        return findString(strings, encoder.bytes, 0, end);
      };
      values.forEach((value, at) => {
        expect(find(value)).toBe(ordinals[ids[at]!]);
      });
      if (!values.map(asWritten).includes(asWritten(other))) expect(find(other)).toBe(-1);
    }),
  );
});

it('orders strings by their bytes', () => {
  const set = new StringSet();
  for (const value of ['b', '𐀀', 'a', '\uff21', 'ab']) set.add(value);
  const { strings } = set.freeze();
  expect(strings).toEqual(packStrings(['a', 'ab', 'b', '\uff21', '𐀀']));
});

function asWritten(value: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(value));
}
