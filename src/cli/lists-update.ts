/** `cordon lists update`: lists into the world, from a folder or from their addresses, once or again and again. */
import type { Command } from 'commander';
import {
  CLOCK,
  now,
  type Round,
  type UpdateReport,
  updateFromAddresses,
  updateLists,
  watchLists,
} from '../app/index.js';
import { CordonError, isDay } from '../base/index.js';
import { listName } from '../report/index.js';
import { type AddressFlags, addAddressOptions, addressesOf, openBar } from './addresses.js';
import { addCommonOptions } from './options.js';
import { endOnSignals, out, warn } from './streams.js';
import { openPaint, table } from './terminal.js';
import { userName } from './user-name.js';

type UpdateFlags = AddressFlags & {
  readonly home?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly from?: string;
  readonly as?: string;
  readonly published?: string;
  readonly accept?: string[] | true;
  readonly reason?: string;
  readonly watch?: boolean;
  readonly every?: string;
};

/** Adds the command. */
export function addListsUpdate(lists: Command): void {
  const command = addCommonOptions(lists.command('update [id...]'))
    .description('load the lists from their addresses, or from a folder with one sub-folder per source')
    .option('--from <dir>', 'the folder')
    .option('--as <id>', 'load the folder itself as this one source')
    .option('--published <YYYY-MM-DD>', 'publication day, where the files carry none')
    .option('--accept [id...]', 'take sources although they were refused (all, or those named)')
    .option('--reason <text>', 'why they are taken; goes on record with your user name')
    .option('--watch', 'go on: update again and again until Ctrl-C')
    .option('--every <time>', 'the pause of --watch, e.g. 30m, 6h, 1d (default: 6h)');
  addAddressOptions(command).action(run);
}

async function run(ids: readonly string[], flags: UpdateFlags): Promise<void> {
  endOnSignals();
  checkFlags(ids, flags);
  if (flags.watch === true) {
    const quiet = { ...flags, quiet: true };
    await watchLists(pauseOf(flags.every ?? '6h'), CLOCK, () => update(ids, quiet), tellRound);
  }
  const report = await update(ids, flags);
  warn(...report.warnings.map((text) => `warning: ${text}`));
  const failed = report.rows.filter(isFailed);
  if (flags.json === true) {
    const rows = report.rows.map(({ code: _code, official: _official, ...row }) => row);
    await out(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    const paint = openPaint(process.stdout, flags.color ? null : false);
    const rows = report.rows.map((row) => [
      listName(row.source, row.official ?? true),
      row.result,
      text(row.entities),
      text(row.issues),
      row.message,
    ]);
    await out(
      `${table(['source', 'result', 'entities', 'issues', ''], rows, paint.width, { right: [2, 3], whole: [0] })}\n`,
    );
    warn(...failed.map((row) => `${row.source}: ${row.result}: ${row.message}`));
  }
  if (failed.length > 0) process.exitCode = 1;
}

function update(ids: readonly string[], flags: UpdateFlags): Promise<UpdateReport> {
  const bar = openBar(flags.quiet === true);
  const { from, accept } = flags;
  const options = {
    home: flags.home ?? null,
    published: flags.published ?? null,
    accept:
      accept === undefined
        ? null
        : { sources: accept === true ? [] : accept, by: userName(), reason: flags.reason! },
    onProgress: bar.phase('lists'),
  };
  const report =
    from === undefined
      ? updateFromAddresses({ ...addressesOf(ids, flags), onProgress: bar.phase('downloads') }, options)
      : updateLists({ ...options, from, as: flags.as ?? null });
  return report.finally(bar.end);
}

function checkFlags(ids: readonly string[], flags: UpdateFlags): void {
  const wrong = (message: string) => new CordonError('usage', message);
  if (flags.published !== undefined && !isDay(flags.published))
    throw wrong(`--published: expected a day as YYYY-MM-DD, got "${flags.published}"`);
  if (flags.accept !== undefined && !flags.reason) throw wrong('--accept: say why with --reason TEXT');
  if (flags.from === undefined && flags.as !== undefined) throw wrong('--as: names a folder: add --from DIR');
  const asked = ids.length > 0 || flags.url !== undefined || flags.format !== undefined;
  if (flags.from !== undefined && (asked || flags.allowPrivate === true))
    throw wrong('--from: nothing is fetched then: leave out ids, --url, --format and --allow-private');
  if (flags.every !== undefined && flags.watch !== true) throw wrong('--every: belongs to --watch');
  // Taking refused lists is a person's decision about files seen, not about whatever comes tomorrow.
  if (flags.watch === true && (flags.accept !== undefined || flags.json === true))
    throw wrong('--watch: takes neither --accept nor --json');
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_PAUSE = 7 * UNITS.d!;

/** Milliseconds of `30m`, `6h`, `1d`. @throws CordonError `usage` */
function pauseOf(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,3})([mhd])$/.exec(text) ?? [];
  const pause = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (!(pause <= LONGEST_PAUSE))
    throw new CordonError('usage', `--every: expected 1m to 7d, as 30m, 6h or 1d, got "${text}"`);
  return pause;
}

/** One line a round, on standard error. */
function tellRound({ report, error, wait }: Round): void {
  const next = `next in ${wait >= UNITS.h! ? `${trim(wait / UNITS.h!)} h` : `${trim(wait / UNITS.m!)} min`}`;
  const what = report === null ? `failed: ${error?.message ?? ''}` : summaryOf(report);
  warn(`${now()} ${what}; ${next}`);
}

function summaryOf({ rows }: UpdateReport): string {
  const results = ['updated', 'unchanged', 'history', 'refused', 'failed'] as const;
  const counts = results.map(
    (result) => [rows.filter((row) => row.result === result).length, result] as const,
  );
  const parts = counts.filter(([count]) => count > 0).map(([count, result]) => `${count} ${result}`);
  const why = rows.filter(isFailed).map((row) => `${row.source}: ${row.message}`);
  return [parts.length === 0 ? 'nothing to do' : parts.join(', '), ...why].join('; ');
}

function isFailed({ result }: UpdateReport['rows'][number]): boolean {
  return result === 'refused' || result === 'failed';
}

function trim(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

function text(value: number | null): string {
  return value === null ? '' : String(value);
}
