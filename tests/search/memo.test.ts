/** The bounded memory of answers. */
import { expect, it } from 'vitest';
import { Memo } from '../../src/search/memo.js';

it('keeps what was asked lately and forgets what was not', () => {
  const memo = new Memo<string, number>(2);
  memo.set('a', 1);
  memo.set('b', 2);
  memo.set('c', 3);
  expect(memo.get('a')).toBe(1);
  memo.set('d', 4);
  expect([memo.get('a'), memo.get('b'), memo.get('d')]).toEqual([1, undefined, 4]);
});

it('counts large answers for more', () => {
  const memo = new Memo<string, number[]>(10, (list) => list.length);
  memo.set('long', new Array(10).fill(0));
  memo.set('a', [1]);
  memo.set('b', new Array(10).fill(0));
  memo.set('c', [1]);
  expect([memo.get('long'), memo.get('a')]).toEqual([undefined, [1]]);
});
