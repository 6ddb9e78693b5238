/** The sentences people read. They never read "clear", "safe" or "not sanctioned". */
import { formatDate } from '../base/index.js';
import type { Finding, ListedParty, Verdict, WorldStatement } from '../model/index.js';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  prohibited: 'PROHIBITED',
  restricted: 'RESTRICTED',
  review: 'REVIEW',
  clear: 'rule did not bite',
};

/** A verdict as people read it. */
export function verdictWord(verdict: Verdict): string {
  return VERDICT_WORDS[verdict];
}

/** The oldest snapshot among the lists: its publication day, else the day it was taken; null without lists. */
function oldestDay(world: WorldStatement): string | null {
  return world.lists.map((list) => list.published ?? list.retrieved).sort()[0] ?? null;
}

/** "Compared with N lists, the oldest of DATE. Not checked: …. No match is not a clearance." */
export function coverageSentence(world: WorldStatement): string {
  const count = world.lists.length;
  const lists = `${count} ${count === 1 ? 'list' : 'lists'}`;
  const sample = world.sample ? ' of the bundled sample' : '';
  const oldest = oldestDay(world);
  const from = oldest === null ? '' : `, the oldest of ${oldest}`;
  return `Compared with ${lists}${sample}${from}. Not checked: ${world.notChecked.join(', ')}. No match is not a clearance.`;
}

/** What a subject without a finding is told: "no match on N lists as of DATE". */
export function noMatchSentence(world: WorldStatement): string {
  const count = world.lists.length;
  return `no match on ${count} ${count === 1 ? 'list' : 'lists'} as of ${world.date}`;
}

/** Which lists were asked for and are not there, as one sentence; null where none is missing. */
export function missingSentence(world: WorldStatement): string | null {
  if (world.missing.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { regime, reason } of world.missing)
    byReason.set(reason, [...(byReason.get(reason) ?? []), regime ?? 'dataset']);
  return [...byReason].map(([reason, regimes]) => `${capitalise(reason)}: ${regimes.join(', ')}.`).join(' ');
}

/** What a finding says in one line: "REVIEW (PROHIBITED if the same)". */
export function verdictLine(finding: Finding): string {
  const same = finding.ifSame === null ? '' : ` (${verdictWord(finding.ifSame)} if the same)`;
  return `${verdictWord(finding.verdict)}${same}`;
}

/** "listed 25 February 2022" needs the list's own precision: circa and ranges in words. */
export function dateWords(date: string | null): string {
  return date === null ? 'date not given' : formatDate(date);
}

/** Whom or what a finding is about: the listed party, else what was read and by which check. */
export function findingSubject(finding: Finding): string {
  const listing = finding.evidence.find((piece) => piece.kind === 'listing');
  const note = finding.evidence.find((piece) => piece.kind === 'note');
  return listing?.caption ?? `${finding.check}: ${note?.text ?? finding.subject.label}`;
}

/** Findings of one listed party together, in the order of their first; what is found without a list stands alone. */
export function byParty(
  findings: readonly Finding[],
  parties: readonly ListedParty[],
): { readonly party: ListedParty | null; readonly findings: readonly Finding[] }[] {
  const groups = new Map<string, Finding[]>();
  for (const [at, finding] of findings.entries()) {
    const key = finding.party ?? `alone ${at}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([id, group]) => ({
    party: parties.find((party) => party.id === id) ?? null,
    findings: group,
  }));
}

/** "One party on 2 lists: US us-ofac-sdn/ofac-1, EU …"; null for an entry that stands alone. */
export function partySentence({ members }: ListedParty): string | null {
  if (members.length === 1) return null;
  const entries = members
    .map(({ key, regime, official }) => `${regime ?? 'dataset'} ${listName(key, official)}`)
    .join(', ');
  return `one party with ${members.length} entries: ${entries}`;
}

/** What a party was nearly joined with, and why it was not. */
export function leftOutSentences({ links }: ListedParty): string[] {
  return links.flatMap(({ left, right, facts, leftOut }) =>
    leftOut === null ? [] : [`${left} and ${right} not held to be one, in spite of ${facts}: ${leftOut}`],
  );
}

/** How a list is called wherever it is named: an extract that is not the publisher's own file says so. */
export function listName(source: string, official: boolean): string {
  return official ? source : `${source} (extract)`;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
