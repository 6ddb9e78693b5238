/** What a judging command leaves behind: its exit code, and a record or a report where one was asked for. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  now,
  type OpenWorld,
  type RecordedCommand,
  rejectsOf,
  twinOf,
  writeRecord,
  writeWhole,
} from '../app/index.js';
import { CordonError, formatIssue, sha256, stableJson } from '../base/index.js';
import type { Finding, WorldStatement } from '../model/index.js';
import { type ReportInput, renderReport } from '../report/index.js';
import type { JudgingOptions } from './options.js';
import { warn } from './streams.js';
import { userName } from './user-name.js';

/**
 * Says on standard error which lists are held only from later than the world's day, since what was known then is not
 * known here, and which decisions on parties could not be used.
 */
export function warnOf({ statement: world, issues }: OpenWorld): void {
  for (const one of issues) warn(`warning: ${formatIssue(one)}`);
  const later = world.lists.filter((list) => list.later).map((list) => list.source);
  if (later.length > 0)
    warn(`warning: held only from later than ${world.date}, the oldest held is used: ${later.join(', ')}`);
}

/** 3 findings of review or worse that apply · 4 none, but not everything asked for could be checked · 0 nothing found. */
export function exitCode(findings: readonly Finding[], complete: boolean): number {
  if (findings.some((finding) => finding.applies && finding.verdict !== 'clear')) return 3;
  return complete ? 0 : 4;
}

/** What was read once from standard input cannot be read again when the record is verified. @throws CordonError `usage` */
export function needFile(path: string): void {
  if (path === '-')
    throw new CordonError('usage', '--record needs a file, not standard input: save it first');
}

/**
 * Refuses to write over the input, or two outputs into one file.
 *
 * @param input the input file, null where there is none
 * @throws CordonError `usage` naming the file
 */
export function checkOutputs(
  input: string | null,
  options: Pick<JudgingOptions, 'record' | 'html'> & { readonly output?: string },
): void {
  const { output, record, html } = options;
  if (record !== undefined && /\.html?$/i.test(record))
    throw new CordonError('usage', `--record ${record}: name a .json file; its readable twin goes beside it`);
  const files = [
    ...(output === undefined ? [] : [output, rejectsOf(output)]),
    ...(record === undefined ? [] : [record, twinOf(record)]),
    ...(html === undefined ? [] : [html]),
  ];
  const seen = new Map(input === null || input === '-' ? [] : [[placeOf(input), 'the input itself']]);
  for (const file of files) {
    const there = seen.get(placeOf(file));
    if (there !== undefined)
      throw new CordonError('usage', `${file}: is ${there}: name another file for the answer`);
    seen.set(placeOf(file), 'written by another option already');
  }
}

/** Where a file really lies, links followed; a file yet to be made lies where its name says. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** What of a report a command can draw. */
export type Drawn = Partial<Pick<ReportInput, 'subjects' | 'files' | 'pages'>>;

/**
 * Writes the record and the report that the options ask for.
 *
 * @param inputHash SHA-256 of the input file; without one the subject itself is the input
 * @throws CordonError `state-unwritable`
 */
export function keepRecord(
  options: JudgingOptions,
  asked: Omit<RecordedCommand, 'inputHash'>,
  answer: { readonly world: WorldStatement },
  drawn: Drawn,
  inputHash?: string,
): void {
  const command: RecordedCommand = { ...asked, inputHash: inputHash ?? sha256(stableJson(asked.subject)) };
  const report = {
    title: titleOf(command, drawn),
    world: answer.world,
    subjects: drawn.subjects ?? [],
    files: drawn.files ?? [],
    pages: drawn.pages ?? [],
  };
  if (options.record !== undefined) {
    writeRecord(
      options.record,
      { command, world: answer.world, answer, user: userName(), time: now() },
      report,
    );
  }
  if (options.html !== undefined) writeWhole(options.html, renderReport({ ...report, envelope: [] }));
}

function titleOf(command: RecordedCommand, drawn: Drawn): string {
  const page = drawn.pages?.[0];
  if (page !== undefined) return `Who is named in “${page.document.title ?? page.document.source}”`;
  return command.file === null
    ? `Check of ${drawn.subjects?.[0]?.label ?? 'a party'}`
    : `${drawn.files?.[0]?.since == null ? 'Screening' : 'Delta screening'} of ${command.file}`;
}
