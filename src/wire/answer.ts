/** A subject's findings as columns beside the customer's own, one value a cell, the strongest first. */
import { type Finding, type Judgement, SEVERITY, strictest, type Verdict } from '../model/index.js';

/** The columns that `screen -o FILE.csv` adds, in order. */
export const ANSWER_COLUMNS = [
  'cordon_verdict',
  'cordon_if_same',
  'cordon_strength',
  'cordon_score',
  'cordon_regimes',
  'cordon_list',
  'cordon_entry',
  'cordon_caption',
] as const;

/** The strictest verdict among the findings that apply, null without one. */
export function strictestVerdict(findings: readonly Finding[]): Verdict | null {
  return findings
    .filter((finding) => finding.applies)
    .reduce<Verdict | null>((so, one) => strictest(so, one.verdict), null);
}

/**
 * The finding that a subject's one row tells of: the first with the strictest verdict that applies. `ifSame` is what any
 * of them might come to, where that is stricter still. Null without a finding that applies.
 */
export function leadingFinding(findings: readonly Finding[]): {
  readonly finding: Finding;
  readonly ifSame: Verdict | null;
  readonly regimes: readonly string[];
} | null {
  const applying = findings.filter((finding) => finding.applies);
  const verdict = strictestVerdict(applying);
  const finding = applying.find((one) => one.verdict === verdict);
  if (finding === undefined) return null;
  const worst = applying.reduce<Verdict | null>((so, one) => strictest(so, one.ifSame), null);
  const ifSame = worst !== null && SEVERITY[worst] > SEVERITY[finding.verdict] ? worst : null;
  const regimes = [...new Set(applying.map((one) => one.regime ?? 'dataset'))];
  return { finding, ifSame, regimes };
}

/** The cells for `ANSWER_COLUMNS`: of the leading finding, and every regime that has one. */
export function answerCells({ findings }: Judgement): string[] {
  const leading = leadingFinding(findings);
  if (leading === null) return ANSWER_COLUMNS.map(() => '');
  const { finding: top, ifSame, regimes } = leading;
  const listing = top.evidence.find((piece) => piece.kind === 'listing');
  return [
    top.verdict,
    ifSame ?? '',
    top.strength ?? '',
    top.score === null ? '' : String(top.score),
    regimes.join(';'),
    listing?.list ?? top.basis.rule,
    listing?.entry ?? '',
    listing?.caption ?? '',
  ];
}
