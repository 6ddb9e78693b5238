/** What a finding says: verdicts, their order, and how surely a rule is known. */

/**
 * `prohibited` no dealing without a licence · `restricted` some acts forbidden or a licence needed · `review` a person
 * decides · `clear` the rule was applied to the facts given and did not bite (rules only, never a party).
 */
export type Verdict = 'prohibited' | 'restricted' | 'review' | 'clear';

/** How surely a table row states the law: read there, remembered, or assumed. */
export type Confidence = 'checked' | 'memory' | 'assumed';

/** Acts a measure forbids, and the acts `--activity` narrows to. */
export type Act =
  | 'deal'
  | 'pay'
  | 'export'
  | 'import'
  | 'invest'
  | 'lend'
  | 'call-at-port'
  | 'carry'
  | 'insure';

/** Verdicts from mild to strict. */
export const SEVERITY: Readonly<Record<Verdict, number>> = {
  clear: 0,
  review: 1,
  restricted: 2,
  prohibited: 3,
};

/** The stricter of two verdicts; null is no verdict at all. */
export function strictest(a: Verdict | null, b: Verdict | null): Verdict | null {
  if (a === null) return b;
  if (b === null) return a;
  return SEVERITY[a] >= SEVERITY[b] ? a : b;
}
