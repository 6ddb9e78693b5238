/** What a delta screening shows people: which lists changed by how much, and finding by finding what that changes. */
import type { EntryCounts, OpenWorlds } from '../app/index.js';
import type { Judgement, Note } from '../model/index.js';
import { findingSubject, verdictWord } from '../report/index.js';
import { type FindingChange, findingChanges } from '../wire/index.js';
import { type Paint, table } from './terminal.js';

/** A row that a change touches, with its answers in both worlds. */
export type TouchedRow = {
  readonly row: number;
  readonly id: string | null;
  readonly label: string;
  readonly judgement: Judgement;
  readonly before: Judgement;
};

const SIGNS: Readonly<Record<FindingChange['kind'], string>> = { new: '+', gone: '−', changed: '~' };

/** One line a finding that came (+), went (−) or says something else (~); a row without one shows its note. */
export function touchedTable(touched: readonly TouchedRow[], paint: Paint): string {
  const rows = touched.flatMap(({ row, id, label, judgement, before }) => {
    const start = [String(row), id ?? '', label];
    const changes = findingChanges(before, judgement);
    if (changes.length === 0) {
      const text = asideOf(before, judgement);
      return [[...start, '·', '', '', '', '', text]];
    }
    return changes.map(({ kind, finding }) => [
      ...start,
      SIGNS[kind],
      verdictWord(finding.verdict),
      finding.ifSame === null ? '' : verdictWord(finding.ifSame),
      finding.regime ?? 'dataset',
      finding.score?.toFixed(2) ?? '',
      findingSubject(finding),
    ]);
  });
  const head = ['row', 'id', 'subject', '', 'verdict', 'if same', 'regime', 'score', 'listed as'];
  return rows.length === 0 ? '' : `${table(head, rows, paint.width, { right: [0, 7] })}\n\n`;
}

/** "un-sc of 2025-04-19: 130 entries added, 4 removed, 16 changed." */
export function changeSentence({ before, now, counts }: OpenWorlds): string {
  const sentences = counts
    .filter(({ added, removed, changed }) => added + removed + changed > 0)
    .map((count) => sentenceOf(count, before.statement, now.statement));
  const days =
    before.statement.date === now.statement.date
      ? ''
      : ` Judged as on ${now.statement.date}, before as on ${before.statement.date}.`;
  return `${sentences.length === 0 ? 'No entry of any list changed' : sentences.join('; ')}.${days}`;
}

/** The judgement to show in a report: what came or changed, and what is gone as a note. */
export function changedPart({ before, judgement }: TouchedRow): Judgement {
  const changes = findingChanges(before, judgement);
  const gone = changes
    .filter(({ kind }) => kind === 'gone')
    .map(({ finding }): Note => {
      const { check, regime, applies, subject, score, explanation, evidence } = finding;
      const text = `no longer: ${verdictWord(finding.verdict)} for ${findingSubject(finding)}`;
      return { check, regime, applies, subject, text, score, explanation, evidence };
    });
  const notes = [...judgement.notes.filter((note) => !hasNote(before, note)), ...gone];
  const findings = changes.filter(({ kind }) => kind !== 'gone').map(({ finding }) => finding);
  return { parties: judgement.parties, findings, notes, discounted: judgement.discounted };
}

function sentenceOf(
  { source, added, removed, changed }: EntryCounts,
  before: OpenWorlds['before']['statement'],
  now: OpenWorlds['now']['statement'],
): string {
  const dayOf = (world: typeof now) => {
    const list = world.lists.find((one) => one.source === source);
    return list === undefined ? 'not held' : (list.published ?? list.retrieved);
  };
  return `${source} ${dayOf(before)} → ${dayOf(now)}: ${added} added, ${removed} removed, ${changed} changed`;
}

function asideOf(before: Judgement, now: Judgement): string {
  const note = now.notes.find((one) => !hasNote(before, one));
  if (note !== undefined) return note.text;
  return now.discounted.length === before.discounted.length
    ? 'what was discounted, or a note, says something else'
    : 'another entry was discounted by a contradicting fact, or no longer is';
}

function hasNote(judgement: Judgement, note: Note): boolean {
  return judgement.notes.some((one) => one.text === note.text && one.regime === note.regime);
}
