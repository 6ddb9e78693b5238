/** What `verify` says of two answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../src/app/record.js';

describe('holding an answer against the recorded one', () => {
  it('the same is identical, in whatever order its keys were written', () => {
    expect(compareAnswers({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toEqual({
      result: 'identical',
      differences: [],
    });
  });

  it('any value is identical to itself, read back', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compareAnswers(value, JSON.parse(JSON.stringify(value))).result).toBe('identical');
      }),
    ));

  it('what differs is named by its path, with both values', () => {
    const was = { world: { date: '2024-01-01' }, findings: [{ score: 0.9 }, { score: 0.8 }], gone: 1 };
    const is = { world: { date: '2024-01-01' }, findings: [{ score: 0.9 }, { score: 0.7 }, {}], come: [] };
    expect(compareAnswers(was, is)).toEqual({
      result: 'different',
      differences: [
        { path: '$.findings[1].score', recorded: 0.8, now: 0.7 },
        { path: '$.findings[2]', recorded: null, now: {} },
        { path: '$.gone', recorded: 1, now: null },
        { path: '$.come', recorded: null, now: [] },
      ],
    });
  });

  it('a list is no object, and twenty differences are enough', () => {
    expect(compareAnswers({ a: [] }, { a: {} }).differences).toEqual([
      { path: '$.a', recorded: [], now: {} },
    ]);
    const many = (value: number) => Array.from({ length: 100 }, () => value);
    expect(compareAnswers(many(1), many(2)).differences).toHaveLength(20);
  });
});
