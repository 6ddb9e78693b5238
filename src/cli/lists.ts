/** `cordon lists …`: loading the official lists, and looking at what is held. */
import type { Command } from 'commander';
import { exportLists, listIssues, listsStatus } from '../app/index.js';
import { CordonError, formatIssue } from '../base/index.js';
import { listName } from '../report/index.js';
import { addListsDiff } from './lists-diff.js';
import { addListsFetch } from './lists-fetch.js';
import { addListsUpdate } from './lists-update.js';
import { addListsVerify } from './lists-verify.js';
import { addCommonOptions } from './options.js';
import { out, warn } from './streams.js';
import { harmless, openPaint, table } from './terminal.js';

type CommonOptions = {
  readonly home?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly sample?: boolean;
};

/** Adds the commands. */
export function addLists(program: Command): void {
  const lists = program.command('lists').description('load the official lists, and see what is held');
  addListsUpdate(lists);
  addListsFetch(lists);
  addCommonOptions(lists.command('status'))
    .description('what is held, how old it is, how many issues each list has')
    .option('--sample', 'of the bundled sample')
    .action(status);
  addCommonOptions(lists.command('issues <id>'))
    .description('what could not be placed in a list, with file, line and field')
    .option('--sample', 'of the bundled sample')
    .action(issues);
  addListsDiff(lists);
  addListsVerify(lists);
  addCommonOptions(lists.command('export [id]'))
    .description('entities as FollowTheMoney JSON lines')
    .option('--format <name>', 'ftm', 'ftm')
    .option('--sample', 'of the bundled sample')
    .action(exportAll);
}

async function status(flags: CommonOptions): Promise<void> {
  const rows = await listsStatus({ home: flags.home ?? null, sample: flags.sample ?? false });
  if (flags.json === true) {
    // What the contract names; why a list is refused or damaged goes to people, on standard error.
    const shown = rows.map(({ checked: _checked, message: _message, accepted: _accepted, ...row }) => row);
    await out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  if (rows.length === 0) {
    await out(
      'No list is loaded. Run cordon lists update; without internet, cordon lists update --from DIR.\n',
    );
    return;
  }
  const paint = openPaint(process.stdout, flags.color ? null : false);
  const cells = rows.map((row) => [
    listName(row.source, row.official ?? true),
    row.regime ?? '',
    row.published ?? (row.retrieved === null ? '' : `taken ${row.retrieved}`),
    text(row.entities),
    text(row.issues),
    row.state,
    row.hash?.slice(0, 12) ?? '',
    row.title ?? '',
  ]);
  await out(
    `${table(['source', 'regime', 'published', 'entities', 'issues', 'state', 'snapshot', 'title'], cells, paint.width, { right: [3, 4], whole: [0, 2] })}\n`,
  );
  warn(
    ...rows.flatMap((row) => (row.message === null ? [] : [`${row.source}: ${row.state}: ${row.message}`])),
    ...rows.flatMap(({ source, accepted }) =>
      accepted === null
        ? []
        : [
            `${source}: taken although it was refused, by ${accepted.by} on ${accepted.on}: ${accepted.reason}`,
          ],
    ),
  );
}

async function issues(id: string, flags: CommonOptions): Promise<void> {
  const found = await listIssues({ home: flags.home ?? null, sample: flags.sample ?? false }, id);
  if (flags.json === true) await out(`${JSON.stringify(found, null, 2)}\n`);
  else
    await out(
      found.length === 0
        ? `${id}: no issues\n`
        : found.map((one) => `${harmless(`${one.code}  ${formatIssue(one)}`)}\n`).join(''),
    );
}

async function exportAll(
  id: string | undefined,
  flags: CommonOptions & { readonly format: string },
): Promise<void> {
  if (flags.format !== 'ftm')
    throw new CordonError('usage', `--format: "${flags.format}" is not known; ftm is`);
  for await (const entity of exportLists(
    { home: flags.home ?? null, sample: flags.sample ?? false },
    id ?? null,
  )) {
    await out(`${JSON.stringify(entity)}\n`);
  }
}

function text(value: number | null): string {
  return value === null ? '' : String(value);
}
