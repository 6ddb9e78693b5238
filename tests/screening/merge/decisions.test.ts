/** `same-party.csv` of the state folder: what holds, and what of it is said to be of no use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../../src/base/index.js';
import { readDecisions } from '../../../src/screening/index.js';

const HEAD = 'left,right,decision,reason,by,on';
const read = (...rows: string[]) => readDecisions([HEAD, ...rows].join('\n'), 'same-party.csv');

describe('a decision', () => {
  it('is read as it was written', () => {
    const { decisions, issues } = read('us/1,eu/2,different,"father, not son",J. Doe,2026-05-01');
    expect(issues).toEqual([]);
    expect(decisions).toEqual([
      {
        left: 'us/1',
        right: 'eu/2',
        decision: 'different',
        reason: 'father, not son',
        by: 'J. Doe',
        on: '2026-05-01',
      },
    ]);
  });

  it.each([
    ['us 1,eu/2,same,x,me,2026-05-01', /^same-party\.csv:2: left: expected an entry as list\/entity/],
    ['us/1,us/1,same,x,me,2026-05-01', /^same-party\.csv:2: right: expected another entry/],
    ['us/1,eu/2,Same?,x,me,2026-05-01', /^same-party\.csv:2: decision: expected same or different/],
    ['us/1,eu/2,same,,me,2026-05-01', /^same-party\.csv:2: reason: /],
    ['us/1,eu/2,same,x,,2026-05-01', /^same-party\.csv:2: by: /],
    ['us/1,eu/2,same,x,me,1 May 2026', /^same-party\.csv:2: on: expected a day/],
  ])('%s is an issue with its line, and not used; the next row is', (row, message) => {
    const { decisions, issues } = read(row, 'us/3,eu/4,same,x,me,2026-05-01');
    expect(issues.map(formatIssue)).toEqual([expect.stringMatching(message)]);
    expect(decisions.map(({ left }) => left)).toEqual(['us/3']);
  });

  it('different holds against same, whichever comes first, and that is said', () => {
    const [same, different] = ['us/1,eu/2,same,x,me,2026-05-01', 'eu/2,us/1,different,y,me,2026-05-02'];
    for (const rows of [
      [same, different],
      [different, same],
    ]) {
      const { decisions, issues } = read(...rows);
      expect(decisions.map(({ decision }) => decision)).toEqual(['different']);
      expect(issues.map(({ line }) => line)).toEqual([3]);
    }
  });

  it('needs the columns; an empty file is none', () => {
    expect(readDecisions('left,right\nus/1,eu/2\n', 'f')).toMatchObject({
      decisions: [],
      issues: [{ line: 1, field: 'decision' }],
    });
    expect(readDecisions('', 'f')).toEqual({ decisions: [], issues: [] });
  });

  it('no text makes reading fall over', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readDecisions(`${HEAD}\n${text}`, 'f');
        readDecisions(text, 'f');
      }),
    );
  });
});
