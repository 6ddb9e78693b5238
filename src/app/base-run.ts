/** The file of an earlier `screen` run, as the base of a delta: its record, or its answers as JSON lines. */
import { CordonError, isDay } from '../base/index.js';
import type { WorldStatement } from '../model/index.js';
import { hashInput, inputHead, inputSize, streamText } from './open-input.js';
import { readRecord } from './record.js';
import { textLines } from './text-lines.js';

/** What a run says of itself. `inputHash` and `map` are null where only its answers are left. */
export type BaseRun = {
  readonly file: string;
  readonly world: WorldStatement;
  readonly inputHash: string | null;
  readonly map: Readonly<Record<string, string>> | null;
};

/**
 * Reads the world of an earlier run.
 *
 * @throws CordonError `input-missing`, `input-unreadable` when it is no such file, `record-invalid`
 */
export async function readBaseRun(file: string): Promise<BaseRun> {
  inputSize(file);
  if (/^\s*\{\s*"format"\s*:\s*"cordon-record"/.test(inputHead(file))) {
    const record = await readRecord(file);
    if (record.command.verb !== 'screen') {
      const message = `${file}: is the record of a ${record.command.verb}: name that of a screening`;
      throw new CordonError('record-invalid', message);
    }
    const { map } = record.command.subject as { map: Record<string, string> };
    return { file, world: record.world, inputHash: record.command.inputHash, map };
  }
  for await (const text of textLines(streamText(file, () => {}).chunks, file)) {
    const world = worldOf(text);
    if (world !== null) return { file, world, inputHash: null, map: null };
    break;
  }
  const message = `${file}: neither a version's hash, nor a day as YYYY-MM-DD, nor a record or the .jsonl answers of an earlier screening`;
  throw new CordonError('input-unreadable', message);
}

/**
 * Refuses a customer file that is not the base run's: whoever came into it since would be passed over.
 *
 * @throws CordonError `base-differs`
 */
export async function refuseOtherInput(
  run: BaseRun,
  path: string,
  map: Readonly<Record<string, string>>,
): Promise<void> {
  if (run.inputHash === null) return;
  const other = path === '-' || (await hashInput(path)) !== run.inputHash;
  const mapped = JSON.stringify(Object.entries(map).sort());
  if (!other && mapped === JSON.stringify(Object.entries(run.map ?? {}).sort())) return;
  const what = other ? 'of other bytes than this one' : 'with other columns (--map)';
  const message = `${path}: the base run ${run.file} read a file ${what}: screen the whole file once, and take that run as the base`;
  throw new CordonError('base-differs', message);
}

function worldOf(line: string): WorldStatement | null {
  try {
    const { world } = JSON.parse(line) as { world?: WorldStatement };
    const whole = Array.isArray(world?.lists) && typeof world.settings === 'object' && isDay(world.date);
    return whole ? world : null;
  } catch {
    return null;
  }
}
