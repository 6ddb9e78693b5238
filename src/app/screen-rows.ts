/** Rows of a batch judged in a thread: fields in, the answer's line and what a table shows of it out. */
import type { Judgement, Verdict } from '../model/index.js';
import { checkSubject, remark, type World } from '../screening/index.js';
import {
  answerCells,
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
};

/** Judges rows in order. Never throws on content. */
export function judgeRows(order: RowsOrder, world: World): JudgedRow[] {
  return order.rows.map((row) => judgeRow(row, order.wants, world));
}

function judgeRow(row: InputRow, wants: RowsOrder['wants'], world: World): JudgedRow {
  const read: ReadSubject = 'json' in row ? readSubjectLine(row.json) : readSubject(row.fields);
  const place = { row: row.row, line: row.line, id: read.id };
  if (!read.ok) {
    const json = wants.json
      ? JSON.stringify({ ...place, error: { code: 'bad-record', message: read.reason } })
      : '';
    return {
      ...place,
      label: '',
      error: read.reason,
      verdict: null,
      cells: [],
      json,
      judgement: null,
    };
  }
  const subject = { kind: 'party', label: read.label, ref: read.id } as const;
  const judged = checkSubject(read.party, subject, world);
  const remarks = read.remarks.map((text) => remark(subject, text));
  const judgement: Judgement = { ...judged, notes: [...judged.notes, ...remarks] };
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
  };
  return {
    ...place,
    label: read.label,
    error: null,
    verdict,
    cells: answerCells(judgement),
    json: wants.json ? JSON.stringify(answer) : '',
    judgement: wants.judgement && findings.length + notes.length + discounted.length > 0 ? judgement : null,
  };
}
