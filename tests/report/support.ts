/** A world and a finding to draw. */
import type { Finding, WorldStatement } from '../../src/model/index.js';

const list = (source: string, published: string | null) => ({
  source,
  regime: 'US' as const,
  published,
  retrieved: '2024-02-01',
  hash: source.repeat(8),
  entities: 10,
  issues: 0,
  official: source !== 'eu-journal',
  later: false,
  former: null,
});

export const world: WorldStatement = {
  date: '2024-06-01',
  engine: '0.1.0',
  rules: 'abc',
  sample: false,
  settings: {
    threshold: 0.7,
    near: 0,
    regimes: ['US'],
    weakAliases: 'support',
    activity: null,
    former: 'note',
    maxAge: null,
    apart: false,
    decisions: [],
  },
  lists: [list('us-ofac-sdn', null), list('eu-journal', '2024-01-05')],
  missing: [],
  notChecked: ['ownership', 'pep', 'adverse-media'],
};

export const finding: Finding = {
  check: 'party',
  regime: 'US',
  verdict: 'review',
  ifSame: 'prohibited',
  strength: 'name only',
  applies: true,
  measure: 'asset-freeze',
  acts: ['deal', 'pay'],
  subject: { kind: 'party', label: 'Igor Sechin', ref: null },
  party: null,
  score: 0.9555,
  explanation: 'In the names every part agrees.',
  basis: { rule: 'us-sdn', citation: 'EO 13661', validFrom: null, validUntil: null, confidence: 'checked' },
  evidence: [
    {
      kind: 'listing',
      list: 'us-ofac-sdn',
      snapshot: '2024-02-01',
      hash: 'abc',
      entity: 'ofac-16692',
      entry: '16692',
      programme: 'UKRAINE-EO13661',
      listedOn: '2014-04-28',
      caption: 'Igor SECHIN',
      reason: null,
    },
    {
      kind: 'match',
      feature: 'name',
      value: 1,
      contribution: 5.4,
      left: 'Igor Sechin',
      right: 'Igor SECHIN',
      detail: 'agree: igor, sechin',
      parts: [{ left: 'igor', right: 'igor', type: 'given', weight: 0.4, similarity: 1 }],
    },
  ],
};
