/** The dresses of one name share a consonant skeleton; short words and numbers have none. */
import { describe, expect, it } from 'vitest';
import { phoneticKey, skeletonsOf } from '../../src/names/index.js';

describe('dresses whose keys differ share a skeleton', () => {
  it.each([
    ['German for Ukrainian', 'koslobajew', 'kozlobaiev'],
    ['Swedish for English', 'kravtjenko', 'kravchenko'],
    ['Serbian for English', 'stojanovic', 'stoyanovitch'],
    ['Lithuanian for Polish', 'sevcukas', 'szewczuk'],
    ['Latvian for Russian', 'terlikovs', 'terlikov'],
    ['Ukrainian for Russian', 'zahorodnii', 'zagorodniy'],
    ['Uzbek for Russian', 'xramtsov', 'khramtsov'],
  ])('%s: %s, %s', (_, left, right) => {
    expect(phoneticKey(left)).not.toBe(phoneticKey(right));
    const shared = skeletonsOf(left).filter((skeleton) => skeletonsOf(right).includes(skeleton));
    expect(shared).not.toEqual([]);
  });
});

it.each(['li', 'kim', 'moon', '737', 'a7a5', 'x1jz'])('%s has none', (form) =>
  expect(skeletonsOf(form)).toEqual([]),
);

it('has eight at most, whatever the word', () =>
  expect(skeletonsOf('jxcjxchjxcjxch').length).toBeLessThanOrEqual(8));
