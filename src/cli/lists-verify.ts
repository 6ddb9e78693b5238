/** `cordon lists verify` and `restore`: is every byte that is held as it was written, and what serves until it is again. */
import type { Command } from 'commander';
import { restoreList, verifyLists } from '../app/index.js';
import { addCommonOptions } from './options.js';
import { startProgress } from './progress.js';
import { endOnSignals, out, warn } from './streams.js';
import { harmless } from './terminal.js';

type Flags = { readonly home?: string; readonly json?: boolean; readonly quiet?: boolean };
type Report = ReturnType<typeof verifyLists>;
type Touched = Report['damage'][number]['touches'][number];

/** Snapshots named of a damaged file that many share; `--json` has all. */
const MOST_SHOWN = 5;

const NAMES = {
  entities: ['entry', 'entries'],
  issues: ['issue', 'issues'],
  former: ['former entry', 'former entries'],
} as const;

/** Adds the commands. */
export function addListsVerify(lists: Command): void {
  addCommonOptions(lists.command('verify'))
    .description('read every byte that is held again: exit 0 when all is as it was written, 1 when not')
    .action(verify);
  addCommonOptions(lists.command('restore <id>'))
    .description('where a list is damaged: go back to its newest version that is whole')
    .action(restore);
}

async function verify(flags: Flags): Promise<void> {
  endOnSignals();
  let bar: ReturnType<typeof startProgress> | null = null;
  let report: Report;
  try {
    report = verifyLists({ home: flags.home ?? null }, (done, total, file) => {
      bar ??= startProgress(total, 'files', flags.quiet === true);
      bar.update(done, file);
    });
  } finally {
    (bar as ReturnType<typeof startProgress> | null)?.end();
  }
  const { files, snapshots, damage } = report;
  if (flags.json === true) {
    await out(`${JSON.stringify({ intact: damage.length === 0, files, snapshots, damage }, null, 2)}\n`);
  } else if (damage.length === 0)
    await out(`${count(files, 'file')}, ${count(snapshots, 'snapshot')}: all as they were written\n`);
  else await out(damage.map(damageText).join(''));
  if (damage.length === 0) return;
  if (flags.json !== true) warn(`${damage.length} of ${files} files damaged`);
  process.exitCode = 1;
}

function damageText({ file, message, touches, remedy }: Report['damage'][number]): string {
  const shown = touches.slice(0, MOST_SHOWN).map(touchText);
  const more = touches.length - shown.length;
  if (more > 0) shown.push(`and ${more} more`);
  const lines = [...shown, `what to do: ${remedy}`].map((line) => `  ${line}`);
  return [`${file}: ${message}`, ...lines].map((line) => `${harmless(line)}\n`).join('');
}

function touchText({ source, snapshot, day, current, stream, count, from, until }: Touched): string {
  const list = `${source} ${snapshot.slice(0, 12)} of ${day}${current ? ' (current)' : ''}`;
  const [one, many] = NAMES[stream];
  const what = count === 1 ? one : many;
  const where =
    from === null ? '' : until === null ? `, from ${from} on` : `, from ${from} to before ${until}`;
  return `${list}: ${count} ${what}${where}`;
}

async function restore(source: string, flags: Flags): Promise<void> {
  endOnSignals();
  const { current, before } = await restoreList({ home: flags.home ?? null }, source);
  const [now, was] = [current.published ?? current.retrieved, before.published ?? before.retrieved];
  const restored = current.hash !== before.hash;
  const row = { source, restored, hash: current.hash, day: now, before: before.hash };
  if (flags.json === true) await out(`${JSON.stringify(row, null, 2)}\n`);
  else if (restored)
    await out(`${source}: now the list of ${now}; load the files of ${was} again to go on from there\n`);
  else await out(`${source}: the list of ${now} is whole; nothing was changed\n`);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
