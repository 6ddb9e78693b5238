/**
 * Proofs of search: what was asked, in which world, with which answer, sealed by a hash; written as JSON with a readable
 * twin. Time and user stand in the envelope only, so the answer stays the same bytes for ever. `verify` replays it.
 */
import { CordonError, sha256, stableJson } from '../base/index.js';
import type { WorldStatement } from '../model/index.js';
import { type ReportInput, renderReport } from '../report/index.js';
import { readInput } from './open-input.js';
import { writeWhole } from './output-file.js';

/** What was asked: the verb, and its input. `file` inputs are named with their hash, everything else stands here. */
export type RecordedCommand = {
  readonly verb: 'check' | 'screen' | 'read';
  readonly subject: unknown;
  readonly file: string | null;
  readonly inputHash: string;
};

/** The file that `--record` writes. `sha256` is over the answer as `stableJson` writes it. */
export type SearchRecord = {
  readonly format: 'cordon-record';
  readonly version: 1;
  readonly time: string;
  readonly user: string;
  readonly command: RecordedCommand;
  readonly world: WorldStatement;
  readonly answer: unknown;
  readonly sha256: string;
};

/** What `verify` says. `differences` are JSON paths with both values, at most twenty. */
export type Verification = {
  readonly result: 'identical' | 'different';
  readonly differences: readonly {
    readonly path: string;
    readonly recorded: unknown;
    readonly now: unknown;
  }[];
};

const MOST_DIFFERENCES = 20;
/** Bytes over which a record is not read: what is longer is no string to JavaScript. */
const LARGEST_RECORD = 400 * 1024 * 1024;

/**
 * Writes a record and its HTML twin (same name, `.html`), each beside its place and then renamed.
 *
 * @throws CordonError `state-unwritable`
 */
export function writeRecord(
  path: string,
  said: { command: RecordedCommand; world: WorldStatement; answer: unknown; user: string; time: string },
  report: Omit<ReportInput, 'envelope'>,
): void {
  const seal = sha256(stableJson(said.answer));
  const record: SearchRecord = {
    format: 'cordon-record',
    version: 1,
    time: said.time,
    user: said.user,
    command: said.command,
    world: said.world,
    answer: said.answer,
    sha256: seal,
  };
  const envelope = [
    { label: 'Recorded', value: `${said.time} by ${said.user}` },
    {
      label: 'Command',
      value: `${said.command.verb}${said.command.file === null ? '' : ` ${said.command.file}`}`,
    },
    { label: 'Input', value: `sha256 ${said.command.inputHash}` },
    { label: 'Answer', value: `sha256 ${seal}` },
  ];
  writeWhole(path, `${JSON.stringify(record, null, 1)}\n`);
  writeWhole(twinOf(path), renderReport({ ...report, envelope }));
}

/** The readable twin of a record. */
export function twinOf(path: string): string {
  return `${path.replace(/\.json$/i, '')}.html`;
}

/**
 * Reads a record and checks its seal.
 *
 * @throws CordonError as `readInput`; `record-invalid` when it is none or was changed after it was written
 */
export async function readRecord(path: string): Promise<SearchRecord> {
  const bytes = await readInput(path, LARGEST_RECORD);
  let record: SearchRecord;
  try {
    record = JSON.parse(Buffer.from(bytes).toString('utf8')) as SearchRecord;
  } catch (cause) {
    throw new CordonError('record-invalid', `${path}: is not JSON: name the .json file that --record wrote`, {
      cause,
    });
  }
  if (record?.format !== 'cordon-record') {
    const message = `${path}: is no record of Cordon's: name the .json file that --record wrote`;
    throw new CordonError('record-invalid', message);
  }
  if (record.version !== 1)
    throw new CordonError(
      'record-invalid',
      `${path}: of format ${record.version}, this Cordon knows 1: update Cordon`,
    );
  const whole =
    isContainer(record.answer) && isContainer(record.world?.settings) && isContainer(record.command);
  if (!whole || !Array.isArray(record.world.lists))
    throw new CordonError(
      'record-invalid',
      `${path}: lacks its command, its world or its answer: take the original`,
    );
  if (sha256(stableJson(record.answer)) !== record.sha256) {
    throw new CordonError(
      'record-invalid',
      `${path}: its answer does not match its seal: it was changed after it was written: take the original`,
    );
  }
  return record;
}

/** Holds an answer against the recorded one. */
export function compareAnswers(recorded: unknown, now: unknown): Verification {
  if (stableJson(recorded) === stableJson(now)) return { result: 'identical', differences: [] };
  const differences: { path: string; recorded: unknown; now: unknown }[] = [];
  collect('$', recorded, JSON.parse(JSON.stringify(now)), differences);
  return { result: 'different', differences };
}

type Differences = { path: string; recorded: unknown; now: unknown }[];

function collect(path: string, recorded: unknown, now: unknown, into: Differences): void {
  if (into.length >= MOST_DIFFERENCES || stableJson(recorded ?? null) === stableJson(now ?? null)) return;
  if (!isContainer(recorded) || !isContainer(now) || Array.isArray(recorded) !== Array.isArray(now)) {
    into.push({ path, recorded: recorded ?? null, now: now ?? null });
    return;
  }
  const [left, right] = [recorded as Record<string, unknown>, now as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    collect(Array.isArray(recorded) ? `${path}[${key}]` : `${path}.${key}`, left[key], right[key], into);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
