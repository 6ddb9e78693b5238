/** `cordon compare`: two names from the command line, or pairs on standard input, a score and its features a line. */
import type { Command } from 'commander';
import { compare, openMatching, streamText, textLines } from '../app/index.js';
import { CordonError } from '../base/index.js';
import { readPairLine, readSchema } from '../wire/index.js';
import { comparisonText } from './comparison-text.js';
import { fraction } from './options.js';
import { out, warn } from './streams.js';
import { openPaint } from './terminal.js';

type CompareOptions = {
  readonly schema?: string;
  readonly threshold: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly color: boolean;
};

/** Adds the command. */
export function addCompare(program: Command): void {
  program
    .command('compare [left] [right]')
    .description('score two names; or, without names, pairs on standard input, one JSON object a line')
    .option('--schema <name>', 'what both names are: Person, Company, Vessel, … (FollowTheMoney)')
    .option('--json', 'one JSON value, for two names')
    .option('--jsonl', 'one JSON object a line (the only form there is for pairs on standard input)')
    .option('--threshold <score>', 'score from which "match" is true', '0.7')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress')
    .action(run);
}

async function run(
  left: string | undefined,
  right: string | undefined,
  options: CompareOptions,
): Promise<void> {
  const threshold = fraction('--threshold', options.threshold);
  if (left !== undefined) return compareNames(left, right, threshold, options);
  if (options.json === true || options.schema !== undefined)
    throw new CordonError('usage', 'give two names, or pairs on standard input without --json and --schema');
  await compareLines(threshold);
}

/** Two names as people ask. */
async function compareNames(
  left: string,
  right: string | undefined,
  threshold: number,
  options: CompareOptions,
): Promise<void> {
  if (right === undefined) throw new CordonError('usage', 'give two names to compare, each in quotes');
  const schema = readSchema(options.schema ?? 'Thing');
  if (schema === null)
    throw new CordonError(
      'usage',
      `--schema: "${options.schema}" is no schema of FollowTheMoney; Person, Company, Organization, Vessel are`,
    );
  const party = (name: string) => ({ schema, properties: { name: [name] } });
  const answer = compare(openMatching(), party(left), party(right), threshold);
  if (options.json === true || options.jsonl === true) {
    await out(`${JSON.stringify(answer, null, options.jsonl === true ? undefined : 2)}\n`);
    return;
  }
  const paint = openPaint(process.stdout, options.color ? null : false);
  await out(comparisonText(answer, [left, right], threshold, paint));
}

/** Pairs as programs ask: a bad line gives an error in its place and exit code 2 at the end. */
async function compareLines(threshold: number): Promise<void> {
  const knowledge = openMatching();
  const { chunks, warnings } = streamText('-', () => undefined);
  let bad = false;
  let line = 0;
  for await (const text of textLines(chunks, '-')) {
    line += 1;
    if (text.trim() === '') continue;
    const pair = readPairLine(text);
    if (pair.ok) await out(`${JSON.stringify(compare(knowledge, pair.left, pair.right, threshold))}\n`);
    else {
      bad = true;
      await out(`${JSON.stringify({ error: { line, code: 'bad-record', message: pair.message } })}\n`);
    }
  }
  warn(...warnings.map((one) => `warning: ${one}`));
  if (bad) process.exitCode = 2;
}
