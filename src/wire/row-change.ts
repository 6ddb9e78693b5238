/** What changed in a row's answer from one world to another, finding by finding. */
import { type Finding, type Judgement, saidBy, type Verdict } from '../model/index.js';
import { strictestVerdict } from './answer.js';

/** A finding that came, went, or says something else now. `changed` holds the finding as it is. */
export type FindingChange = {
  readonly kind: 'new' | 'gone' | 'changed';
  readonly finding: Finding;
};

/**
 * Findings that differ, in the order of the answer of now, those that are gone at the end. A finding is the same one
 * while it is about the same entry by the same check and regime.
 */
export function findingChanges(before: Judgement, now: Judgement): FindingChange[] {
  const was = new Map(before.findings.map((finding) => [aboutOf(finding), finding]));
  const is = new Map(now.findings.map((finding) => [aboutOf(finding), finding]));
  const changes = [...is].flatMap(([about, finding]): FindingChange[] => {
    const old = was.get(about);
    if (old === undefined) return [{ kind: 'new', finding }];
    return saidBy(old) === saidBy(finding) ? [] : [{ kind: 'changed', finding }];
  });
  const gone = [...was].filter(([about]) => !is.has(about));
  return [...changes, ...gone.map(([, finding]): FindingChange => ({ kind: 'gone', finding }))];
}

/** The columns that a delta adds behind the answer's: what happened to the row, and its verdict before. */
export const CHANGE_COLUMNS = ['cordon_change', 'cordon_before'] as const;

/** The cells for `CHANGE_COLUMNS`: `new` without a verdict before, `gone` without one now, else `changed`. */
export function changeCells(before: Judgement, now: Judgement): string[] {
  const was: Verdict | null = strictestVerdict(before.findings);
  const is: Verdict | null = strictestVerdict(now.findings);
  if (was === null && is !== null) return ['new', ''];
  return [was !== null && is === null ? 'gone' : 'changed', was ?? ''];
}

function aboutOf({ check, regime, evidence, basis }: Finding): string {
  const listing = evidence.find((piece) => piece.kind === 'listing');
  const entry = listing === undefined ? basis.rule : `${listing.list} ${listing.entity}`;
  return `${check} ${regime ?? ''} ${entry}`;
}
