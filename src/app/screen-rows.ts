/** Rows of a batch judged in a thread: fields in, the answer's line and what a table shows of it out. */
import type { Judgement, Party, SubjectRef, Verdict } from '../model/index.js';
import { changeFor, checkSubject, remark, type World, type Worlds } from '../screening/index.js';
import {
  answerCells,
  changeCells,
  type ReadSubject,
  readSubject,
  readSubjectLine,
  type SubjectFields,
  strictestVerdict,
} from '../wire/index.js';

/** A row as read from the file: its number among data rows, its line, and its fields or its JSON. */
export type InputRow = { readonly row: number; readonly line: number } & (
  | { readonly fields: SubjectFields }
  | { readonly json: string }
);

/** Rows to judge together; `wants` says what of the answers is used, so that nothing else travels. */
export type RowsOrder = {
  readonly rows: readonly InputRow[];
  readonly wants: { readonly json: boolean; readonly judgement: boolean };
};

/** A row's answer, or why it has none. `json` is its line of `--jsonl` output, '' where nobody wants it. */
export type JudgedRow = {
  readonly row: number;
  readonly line: number;
  readonly id: string | null;
  readonly label: string;
  readonly error: string | null;
  readonly verdict: Verdict | null;
  readonly cells: readonly string[];
  readonly json: string;
  readonly judgement: Judgement | null;
  /** The answer in the world before, where two are compared; `touched` is false where both say the same. */
  readonly before: Judgement | null;
  readonly touched: boolean;
};

/** Judges a party: the answer, and in a delta the one before; null where a delta says that nothing changed. */
export type RowJudge = (
  party: Party,
  subject: SubjectRef,
) => { readonly now: Judgement; readonly before: Judgement | null } | null;

/** Judges in one world. */
export function judgeIn(world: World): RowJudge {
  return (party, subject) => ({ now: checkSubject(party, subject, world), before: null });
}

/** Judges what changes from one world to another. */
export function judgeSince(worlds: Worlds): RowJudge {
  return (party, subject) => changeFor(party, subject, worlds);
}

/** Judges rows in order. Never throws on content. */
export function judgeRows(order: RowsOrder, judge: RowJudge): JudgedRow[] {
  return order.rows.map((row) => judgeRow(row, order.wants, judge));
}

function judgeRow(row: InputRow, wants: RowsOrder['wants'], judge: RowJudge): JudgedRow {
  const read: ReadSubject = 'json' in row ? readSubjectLine(row.json) : readSubject(row.fields);
  const place = { row: row.row, line: row.line, id: read.id };
  const nothing = { verdict: null, cells: [], json: '', judgement: null, before: null };
  if (!read.ok) {
    const json = wants.json
      ? JSON.stringify({ ...place, error: { code: 'bad-record', message: read.reason } })
      : '';
    return { ...place, ...nothing, label: '', error: read.reason, json, touched: true };
  }
  const subject = { kind: 'party', label: read.label, ref: read.id } as const;
  const judged = judge(read.party, subject);
  if (judged === null) return { ...place, ...nothing, label: read.label, error: null, touched: false };
  const remarks = read.remarks.map((text) => remark(subject, text));
  const judgement: Judgement = { ...judged.now, notes: [...judged.now.notes, ...remarks] };
  const before =
    judged.before === null ? null : { ...judged.before, notes: [...judged.before.notes, ...remarks] };
  const verdict = strictestVerdict(judgement.findings);
  const { parties, findings, discounted, notes } = judgement;
  const answer = {
    ...place,
    subject: { ...read.party, label: read.label },
    verdict,
    parties,
    findings,
    discounted,
    notes,
    ...(before === null ? {} : { before: { verdict: strictestVerdict(before.findings), ...before } }),
  };
  const said = findings.length + notes.length + discounted.length > 0 || before !== null;
  return {
    ...place,
    label: read.label,
    error: null,
    verdict,
    cells: [...answerCells(judgement), ...(before === null ? [] : changeCells(before, judgement))],
    json: wants.json ? JSON.stringify(answer) : '',
    judgement: wants.judgement && said ? judgement : null,
    before: wants.judgement ? before : null,
    touched: true,
  };
}
