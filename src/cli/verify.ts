/** `cordon verify`: replays a proof of search and says whether the answer is still the same. */
import type { Command } from 'commander';
import {
  baseOf,
  check,
  compareAnswers,
  hashInput,
  type OpenWorld,
  openBeside,
  openWorld,
  read,
  readInput,
  readRecord,
  type SearchRecord,
  screenFile,
  type WorldOptions,
} from '../app/index.js';
import { CordonError } from '../base/index.js';
import type { WorldStatement } from '../model/index.js';
import type { SubjectFields } from '../wire/index.js';
import { LARGEST_PAGE } from './read.js';
import { out } from './streams.js';
import { harmless } from './terminal.js';

/** Adds the command. */
export function addVerify(program: Command): void {
  program
    .command('verify <record>')
    .description('replay a proof of search: identical, different and where, or no longer possible')
    .option('--home <dir>', 'state folder')
    .option('--input <file>', 'the input file, where it is no longer where it was')
    .option('--json', 'one JSON value')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress')
    .action(run);
}

async function run(
  path: string,
  options: { readonly home?: string; readonly input?: string; readonly json?: boolean },
): Promise<void> {
  const record = await readRecord(path);
  const world = await openWorld(worldOf(record, options.home ?? null));
  const file = options.input ?? record.command.file;
  const answer = await replay(record, world, { file, home: options.home ?? null });
  const verification = compareAnswers(record.answer, answer);
  if (options.json === true) await out(`${JSON.stringify(verification, null, 2)}\n`);
  else if (verification.result === 'identical')
    await out(`identical: the answer of ${harmless(record.time)} is still the answer, byte for byte\n`);
  else {
    const lines = verification.differences.map(({ path: at, recorded, now }) =>
      harmless(`  ${at}: was ${JSON.stringify(recorded)}, is ${JSON.stringify(now)}`.slice(0, 400)),
    );
    await out(`different:\n${lines.join('\n')}\n`);
  }
  if (verification.result === 'different') process.exitCode = 1;
}

/** The world of the record: its very snapshots, its date and its settings. */
function worldOf(record: SearchRecord, home: string | null): WorldOptions {
  const { date, sample, settings, lists } = record.world;
  return { home, sample, date, ...settings, snapshots: lists };
}

async function replay(
  record: SearchRecord,
  world: OpenWorld,
  { file, home }: { readonly file: string | null; readonly home: string | null },
): Promise<unknown> {
  const { verb, subject, inputHash } = record.command;
  if (verb === 'check') return check(world, subject as SubjectFields);
  if (file === null) throw new CordonError('record-invalid', `a ${verb} without a file`);
  await checkInput(file, inputHash);
  if (verb === 'read')
    return read(world, await readInput(file, LARGEST_PAGE), record.command.file ?? file).report;
  const { map } = subject as { map: Record<string, string> };
  const { since } = record.answer as { since?: WorldStatement };
  const base = since === undefined ? null : baseOf(since);
  const worlds = base === null ? null : await openBeside(world, worldOf(record, home), base);
  const screening = await screenFile(worlds ?? world, file, { map, json: true });
  const rows: unknown[] = [];
  for await (const { judged } of screening.rows) if (judged.touched) rows.push(JSON.parse(judged.json));
  const held = worlds === null ? {} : { since: worlds.before.statement };
  return { world: world.statement, ...held, rows };
}

/** The answer of another file would say nothing about the record. */
async function checkInput(file: string, recorded: string): Promise<void> {
  try {
    if ((await hashInput(file)) === recorded) return;
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'input-missing') throw cause;
    const message = `${file}: the input of the record is no longer there: name it with --input FILE`;
    throw new CordonError('input-missing', message, { cause });
  }
  throw new CordonError(
    'record-differs',
    `${file}: is not the input of the record, its bytes differ: name that with --input FILE`,
  );
}
