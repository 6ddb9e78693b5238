/** A subject's findings as columns beside the customer's own, one value a cell, the strongest first. */
import { type Finding, type Judgement, strictest, type Verdict } from '../model/index.js';

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

/** The cells for `ANSWER_COLUMNS`: of the strongest finding that applies, and every regime that has one. */
export function answerCells({ findings }: Judgement): string[] {
  const applying = findings.filter((finding) => finding.applies);
  const [top] = applying;
  if (top === undefined) return ANSWER_COLUMNS.map(() => '');
  const listing = top.evidence.find((piece) => piece.kind === 'listing');
  const regimes = [...new Set(applying.map((finding) => finding.regime ?? 'dataset'))];
  return [
    strictestVerdict(applying) ?? '',
    applying.reduce<Verdict | null>((so, one) => strictest(so, one.ifSame), null) ?? '',
    top.strength ?? '',
    top.score === null ? '' : String(top.score),
    regimes.join(';'),
    listing?.list ?? top.basis.rule,
    listing?.entry ?? '',
    listing?.caption ?? '',
  ];
}
