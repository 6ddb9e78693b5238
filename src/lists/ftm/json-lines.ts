/**
 * FollowTheMoney JSON lines (`entities.ftm.json`): one entity a line. Nested exports (`targets.nested.json`) and delta
 * files (`{"op": …}`) look alike and are left alone: a delta tells changes, and taken for the list it would lose the rest.
 */
import { CordonError } from '../../base/index.js';
import type { ListFile } from '../reader.js';
import type { FtmForm } from './form.js';
import { linesOf, streamLines } from './lines.js';
import { type FtmRecord, readRecord } from './record.js';

/** The form. */
export const JSON_LINES: FtmForm = {
  format: 'FollowTheMoney JSON lines',
  rank: 0,
  isMine: isEntities,
  async *records(file, tally) {
    for await (const lines of streamLines(file.chunks())) {
      const records: FtmRecord[] = [];
      for (const { line, text, ended } of lines) {
        const value = text === null ? null : parseObject(text);
        if (value === null) {
          if (!ended) throw truncated(file.name, line);
          const code = text === null ? 'bad-encoding' : 'bad-record';
          const what = text === null ? 'not valid UTF-8, or longer than 32 MB' : 'not valid JSON';
          tally.add(code, { line, field: null, value: text }, `${what}; the line was skipped`);
          continue;
        }
        const record = readRecord(value, line, tally);
        if (record !== null) records.push(record);
      }
      yield records;
    }
  },
};

const HEAD_LINES = 20;
/** How a line begins that holds an entity: two of the envelope's keys, no change of a delta file. */
const BEGINNING =
  /^\uFEFF?\s*\{(?!\s*"op")(?=.*"(?:schema|properties)"\s*:).*"(?:id|caption|properties)"\s*:/s;

/** Whether the file is one entity a line, judged by its first lines: a schema and properties, no `op`, none nested. */
function isEntities(file: ListFile): boolean {
  const { head } = file;
  let seen = 0;
  for (const { text, ended } of linesOf(head)) {
    const value = text === null ? null : parseObject(text);
    if (value === null) {
      if (ended || seen > 0) continue;
      // A first line that is longer than the head: its beginning must do.
      return BEGINNING.test(new TextDecoder().decode(head.subarray(head.lastIndexOf(0x0a) + 1)));
    }
    if (!isFlatEntity(value)) return false;
    seen += 1;
    if (seen === HEAD_LINES) return true;
  }
  return seen > 0;
}

/** Whether the file is one change of a dataset a line. */
export function isDelta(file: ListFile): boolean {
  return /^\uFEFF?\s*\{\s*"op"\s*:\s*"(?:ADD|MOD|DEL)"/.test(
    new TextDecoder().decode(file.head.subarray(0, 200)),
  );
}

/** A JSON object or array, null for anything else. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isFlatEntity(value: Record<string, unknown>): boolean {
  const { schema, properties } = value;
  if ('op' in value || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    return false;
  return !Object.values(properties)
    .flat()
    .some((held) => typeof held === 'object' && held !== null && 'schema' in held);
}

function truncated(file: string, line: number): CordonError {
  const what = 'the file ends in the middle of this line; take it again';
  return new CordonError('list-truncated', `${file}:${line}: ${what}`);
}
