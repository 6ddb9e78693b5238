/** The options every judging command takes, from text to values. */
import { type Command, Option } from 'commander';
import type { WorldOptions } from '../app/index.js';
import { CordonError, isDay } from '../base/index.js';
import { type Activity, isRegime, REGIMES, type Regime, type WeakAliases } from '../model/index.js';

/** What commander hands over for a judging command; `color` is true unless `--no-color` was given. */
export type JudgingOptions = {
  readonly home?: string;
  readonly sample?: boolean;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly date?: string;
  readonly regime?: string;
  readonly activity?: Activity;
  readonly threshold?: string;
  readonly near?: string;
  readonly weakAliases?: WeakAliases;
  readonly former?: 'note' | 'review';
  readonly maxAge?: string;
  readonly apart?: boolean;
  readonly record?: string;
  readonly html?: string;
};

/** Adds the options that say where state lives and how answers are written. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--home <dir>', 'state folder (default: $CORDON_HOME, else $XDG_DATA_HOME/cordon)')
    .option('--json', 'one JSON value')
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress');
}

/** Adds the options of every command that judges. */
export function addJudgingOptions(command: Command): Command {
  return addCommonOptions(command)
    .option('--jsonl', 'one JSON object a line')
    .option('--sample', 'judge against the bundled sample instead of loaded lists')
    .option('--date <YYYY-MM-DD>', 'what was known that day (default: today, UTC)')
    .option('--regime <ids>', `whose law binds you, e.g. us,eu (default: all of ${REGIMES.join(', ')})`)
    .addOption(
      new Option('--activity <kind>', 'narrows the acts looked at').choices([
        'payment',
        'export',
        'import',
        'securities',
        'shipping',
      ]),
    )
    .option('--threshold <score>', 'score from which a match is a hit (default: 0.7)')
    .option('--near <margin>', 'also show what fell at most this far under the threshold')
    .addOption(
      new Option('--weak-aliases <how>', 'how weak aliases take part').choices(['on', 'support', 'off']),
    )
    .addOption(new Option('--former <how>', 'what a delisted entry gives').choices(['note', 'review']))
    .option('--apart', 'take every list entry for a party of its own')
    .option('--max-age <days>', 'a list older than this counts as not checked (exit code 4)')
    .option('--record <file>', 'write a proof of search: JSON, and an HTML twin beside it')
    .option('--html <file>', 'write a readable, self-contained report');
}

/**
 * The world that a judging command asks for.
 *
 * @throws CordonError `usage` naming the option and what it expects
 */
export function worldOptions(options: JudgingOptions): WorldOptions {
  return {
    home: options.home ?? null,
    sample: options.sample ?? false,
    date: options.date === undefined ? null : day('--date', options.date),
    regimes: options.regime === undefined ? null : regimes(options.regime),
    activity: options.activity ?? null,
    threshold: options.threshold === undefined ? 0.7 : fraction('--threshold', options.threshold),
    near: options.near === undefined ? 0 : fraction('--near', options.near),
    weakAliases: options.weakAliases ?? 'support',
    former: options.former ?? 'note',
    apart: options.apart ?? false,
    maxAge: options.maxAge === undefined ? null : wholeNumber('--max-age', options.maxAge),
  };
}

function day(name: string, text: string): string {
  if (!isDay(text)) throw new CordonError('usage', `${name}: expected a day as YYYY-MM-DD, got "${text}"`);
  return text;
}

function regimes(text: string): Regime[] {
  const asked = text.split(',').map((one) => one.trim().toUpperCase());
  const unknown = asked.find((one) => !isRegime(one));
  if (unknown !== undefined)
    throw new CordonError('usage', `--regime: "${unknown}" is no regime; regimes are ${REGIMES.join(', ')}`);
  return REGIMES.filter((regime) => asked.includes(regime));
}

/** A number from 0 to 1. @throws CordonError `usage` naming the option */
export function fraction(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new CordonError('usage', `${name}: expected a number from 0 to 1, got "${text}"`);
  return value;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new CordonError('usage', `${name}: expected a whole number, got "${text}"`);
  return Number(text);
}
