/** The door of cli: the `cordon` command. */
import { Command, CommanderError } from 'commander';
import { engineVersion, openTables } from '../app/index.js';
import { CordonError } from '../base/index.js';
import { addCheck } from './check.js';
import { addCompare } from './compare.js';
import { addLists } from './lists.js';
import { addRead } from './read.js';
import { addScreen } from './screen.js';
import { quietOnClosedPipe, warn } from './streams.js';
import { addVerify } from './verify.js';

const EXIT_CODES = `
Exit codes: 0 done, nothing found · 1 failed · 2 wrong usage or unreadable input · 3 findings · 4 nothing found, but not
everything asked for could be checked (the sample always) · 130 interrupted. A match by name alone is for a person to
decide; no match is not a clearance.`;

/**
 * Runs the command and sets the process's exit code. Never throws; a defect prints its code and where to report it.
 *
 * @param args what stands behind `cordon`
 */
export async function main(args: readonly string[]): Promise<void> {
  quietOnClosedPipe();
  const program = new Command('cordon')
    .description('Does this touch sanctions, how, and what is the evidence?')
    .option('-v, --version', 'versions of Cordon, the index format and the rule tables')
    .addHelpText('after', EXIT_CODES)
    .helpCommand(true)
    .exitOverride()
    .allowExcessArguments()
    .action(async (options: { version?: boolean }, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) {
        const known = command.commands.map((one) => one.name()).join(', ');
        throw new CordonError('usage', `${unknown}: no such command; commands are ${known}`);
      }
      if (options.version === true) await printVersions();
      else command.help({ error: true });
    });
  addCheck(program);
  addScreen(program);
  addCompare(program);
  addRead(program);
  addLists(program);
  addVerify(program);
  // A name without its quotes must not be checked by its first word.
  for (const command of allCommands(program)) command.exitOverride().allowExcessArguments(false);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (cause) {
    process.exitCode = report(cause);
  }
}

async function printVersions(): Promise<void> {
  const { rules, builder } = openTables();
  const format = /format (\d+)/.exec(builder)?.[1] ?? '?';
  process.stdout.write(`cordon ${engineVersion()}\nindex format ${format}\nrule tables ${rules}\n`);
}

/** One line of cause and remedy; a stack only for a defect, and only when asked. */
function report(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof CordonError) {
    warn(`cordon: ${cause.message}`);
    return cause.exit;
  }
  const error = cause as NodeJS.ErrnoException;
  if (error.code === 'EPIPE') return 0;
  warn(`cordon: a defect in Cordon itself (internal): ${error.message}`);
  warn(process.env.CORDON_DEBUG ? (error.stack ?? '') : 'Set CORDON_DEBUG=1 to see where, and report it.');
  return 1;
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((one) => [one, ...allCommands(one)]);
}
