/** What is asked for again and again stays at hand, however much else passes through. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRecent } from '../../src/base/index.js';

it('keeps what was asked for last, as a plain list of the last ones does', () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.integer({ min: 1, max: 5 }), (keys, most) => {
      const recent = openRecent<number, string>(most);
      let last: number[] = [];
      for (const key of keys) {
        expect(recent.get(key)).toBe(last.includes(key) ? `of ${key}` : undefined);
        recent.set(key, `of ${key}`);
        last = [...last.filter((one) => one !== key), key].slice(-most);
      }
    }),
  ));
