/** One row for a subject that may have many findings: the row must not mix them up. */
import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../../src/model/index.js';
import { ANSWER_COLUMNS, answerCells, leadingFinding, strictestVerdict } from '../../src/wire/index.js';

function finding(verdict: Verdict, ifSame: Verdict | null, more: Partial<Finding> = {}): Finding {
  const entry = `${more.regime ?? 'US'} ${verdict}`;
  return {
    check: 'party',
    regime: 'US',
    verdict,
    ifSame,
    strength: ifSame === null ? 'identifier' : 'name only',
    applies: true,
    measure: 'asset-freeze',
    acts: ['deal'],
    subject: { kind: 'party', label: 'A', ref: null },
    party: null,
    score: 0.9,
    explanation: 'In the names every part agrees.',
    basis: { rule: 'r', citation: 'c', validFrom: null, validUntil: null, confidence: 'checked' },
    evidence: [
      {
        kind: 'listing',
        list: 'a-list',
        snapshot: '2024-01-01',
        hash: 'h',
        entity: 'e',
        entry,
        programme: null,
        listedOn: null,
        caption: `caption of ${entry}`,
        reason: null,
      },
    ],
    ...more,
  };
}

const cells = (...findings: Finding[]) => {
  const values = answerCells({ parties: [], findings, notes: [], discounted: [] });
  return Object.fromEntries(ANSWER_COLUMNS.map((column, at) => [column.replace('cordon_', ''), values[at]]));
};

describe('cells', () => {
  it('of nothing are empty, and so are those of what does not apply', () => {
    expect(Object.values(cells())).toEqual(Array(8).fill(''));
    expect(Object.values(cells(finding('prohibited', null, { applies: false })))).toEqual(Array(8).fill(''));
  });

  it('tell of one finding, and of every regime that has one', () => {
    expect(cells(finding('review', 'prohibited'), finding('review', 'restricted', { regime: 'EU' }))).toEqual(
      {
        verdict: 'review',
        if_same: 'prohibited',
        strength: 'name only',
        score: '0.9',
        regimes: 'US;EU',
        list: 'a-list',
        entry: 'US review',
        caption: 'caption of US review',
      },
    );
  });

  it('a confirmed hit is not told by the words of an unconfirmed one', () => {
    // Sorted as answers are: what would be prohibited stands before what is restricted.
    const row = cells(finding('review', 'prohibited'), finding('restricted', null, { regime: 'EU' }));
    expect(row).toMatchObject({
      verdict: 'restricted',
      if_same: 'prohibited',
      strength: 'identifier',
      entry: 'EU restricted',
    });
    expect(
      cells(finding('prohibited', null), finding('review', 'prohibited', { regime: 'EU' })),
    ).toMatchObject({
      verdict: 'prohibited',
      if_same: '',
    });
  });

  it('a finding that is no listing names its rule', () => {
    expect(cells(finding('prohibited', null, { evidence: [], score: null, strength: null }))).toMatchObject({
      list: 'r',
      entry: '',
      score: '',
      strength: '',
    });
  });
});

it('the strictest verdict counts what applies only', () => {
  expect(strictestVerdict([])).toBeNull();
  expect(strictestVerdict([finding('prohibited', null, { applies: false }), finding('review', null)])).toBe(
    'review',
  );
  expect(leadingFinding([finding('clear', null)])?.finding.verdict).toBe('clear');
});
