/** `cordon compare --jsonl`: pairs on standard input, a score and its features a line. */
import type { Command } from 'commander';
import { compare, openMatching, streamText, textLines } from '../app/index.js';
import { readPairLine } from '../wire/index.js';
import { fraction } from './options.js';
import { out, warn } from './streams.js';

/** Adds the command. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('score pairs of names or parties, one JSON object a line on standard input')
    .option('--jsonl', 'one JSON object a line (the only form there is)')
    .option('--threshold <score>', 'score from which "match" is true', '0.7')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress')
    .action(run);
}

async function run(options: { readonly threshold: string }): Promise<void> {
  const threshold = fraction('--threshold', options.threshold);
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
