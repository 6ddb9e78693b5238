/** `cordon lists diff`: who came onto a list, who went, what changed, as a table, as JSON or as a page. */
import type { Command } from 'commander';
import { diffLists, writeWhole } from '../app/index.js';
import type { ListDiff, PropertyChange } from '../model/index.js';
import { listName, renderListDiff } from '../report/index.js';
import { addCommonOptions } from './options.js';
import { endOnSignals, out, warn } from './streams.js';
import { openPaint, type Paint, table } from './terminal.js';

type DiffFlags = {
  readonly home?: string;
  readonly as?: string;
  readonly json?: boolean;
  readonly html?: string;
  readonly color: boolean;
  readonly all?: boolean;
};

/** Lines shown of each kind and list in a terminal; `--all` shows every one. */
const MOST_SHOWN = 30;

/** Adds the command. */
export function addListsDiff(lists: Command): void {
  addCommonOptions(lists.command('diff <a> <b>'))
    .description('what changed from A to B: days, snapshot hashes, or folders of list files')
    .option('--as <id>', 'the source of a folder that is one source’s own; of others, the one to compare')
    .option('--all', 'every line, not the first of each kind')
    .option('--html <file>', 'write a readable, self-contained page')
    .action(run);
}

async function run(from: string, to: string, flags: DiffFlags): Promise<void> {
  endOnSignals();
  const report = await diffLists({ home: flags.home ?? null, from, to, as: flags.as ?? null });
  warn(...report.warnings.map((text) => `warning: ${text}`));
  if (flags.html !== undefined) writeWhole(flags.html, renderListDiff(report.lists));
  if (flags.json === true) {
    const rows = report.lists.map((list) => ({
      source: list.source,
      from: list.from?.hash ?? null,
      to: list.to?.hash ?? null,
      added: list.added,
      removed: list.removed,
      changed: list.changed,
    }));
    await out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const paint = openPaint(process.stdout, flags.color ? null : false);
  await out(`${report.lists.map((list) => listText(list, paint, flags.all === true)).join('\n\n')}\n`);
}

function listText(list: ListDiff, paint: Paint, all: boolean): string {
  const { source, official, from, to, added, removed, changed } = list;
  const days = [from, to].map((side) => (side === null ? 'not held' : `${side.day} (${side.entities})`));
  const head = `${paint.bold(listName(source, official))}  ${days.join(' → ')}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`;
  const kinds: readonly [string, readonly string[][]][] = [
    ['+', added.map(({ id, name }) => ['+', id, name, ''])],
    ['-', removed.map(({ id, name }) => ['-', id, name, ''])],
    ['~', changed.map(({ id, name, changes }) => ['~', id, name, changes.map(changeText).join('; ')])],
  ];
  const rows = kinds.flatMap(([sign, lines]) => {
    if (all || lines.length <= MOST_SHOWN) return lines;
    const rest = lines.length - MOST_SHOWN;
    return [...lines.slice(0, MOST_SHOWN), [sign, '…', `and ${rest} more (--all shows them)`, '']];
  });
  return rows.length === 0
    ? head
    : `${head}\n${table(['', 'id', 'name', 'what'], rows, paint.width, { whole: [0, 1] })}`;
}

/** `birthDate +1966-03-03`, `address 2 → 3` where there is more to it than fits a line. */
function changeText({ property, before, after }: PropertyChange): string {
  const went = before.filter((value) => !after.includes(value));
  const came = after.filter((value) => !before.includes(value));
  if (went.length + came.length > 2) return `${property} −${went.length} +${came.length}`;
  return [property, ...went.map((value) => `−${value}`), ...came.map((value) => `+${value}`)].join(' ');
}
