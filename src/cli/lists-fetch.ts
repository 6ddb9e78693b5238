/** `cordon lists fetch`: the official lists into a folder, for a machine that has no internet. */
import type { Command } from 'commander';
import { fetchLists } from '../app/index.js';
import { type AddressFlags, addAddressOptions, addressesOf, openBar } from './addresses.js';
import { endOnSignals, out, warn } from './streams.js';
import { openPaint, table } from './terminal.js';

type FetchFlags = AddressFlags & {
  readonly output: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
};

/** Adds the command. */
export function addListsFetch(lists: Command): void {
  addAddressOptions(lists.command('fetch [id...]'))
    .description('download the lists into a folder that lists update --from takes')
    .requiredOption('-o, --output <dir>', 'the folder')
    .option('--json', 'one JSON value')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress')
    .action(run);
}

async function run(ids: readonly string[], flags: FetchFlags): Promise<void> {
  endOnSignals();
  const bar = openBar(flags.quiet === true);
  const asked = { ...addressesOf(ids, flags), onProgress: bar.phase('lists') };
  const rows = await fetchLists(flags.output, asked).finally(bar.end);
  const failed = rows.filter(({ result }) => result === 'failed');
  if (flags.json === true) {
    const shown = rows.map(({ code: _code, files, ...row }) => ({
      ...row,
      files: files.map(({ source: _source, ...file }) => file),
    }));
    await out(`${JSON.stringify(shown, null, 2)}\n`);
  } else {
    const paint = openPaint(process.stdout, flags.color ? null : false);
    const cells = rows.map((row) => [row.source, row.result, row.message]);
    await out(`${table(['source', 'result', ''], cells, paint.width, { whole: [0] })}\n`);
    warn(...failed.map((row) => `${row.source}: failed: ${row.message}`));
  }
  if (failed.length > 0) process.exitCode = 1;
}
