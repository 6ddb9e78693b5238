/** What the commands that fetch lists have in common: their options, from text to values. */
import type { Command } from 'commander';
import type { AddressOptions } from '../app/index.js';
import { CordonError } from '../base/index.js';
import { startProgress } from './progress.js';

/** What commander hands over. */
export type AddressFlags = {
  readonly url?: ReadonlyMap<string, string>;
  readonly format?: ReadonlyMap<string, string>;
  readonly allowPrivate?: boolean;
};

/** Adds the options. */
export function addAddressOptions(command: Command): Command {
  return command
    .option('--url <id=address>', 'fetch this list from another address; may be repeated', pair('--url'))
    .option('--format <id=name>', 'fetch this list in another format; may be repeated', pair('--format'))
    .option('--allow-private', 'addresses of this machine and its network may be asked');
}

/** The options as values; `sources` are the ids that were named. */
export function addressesOf(
  sources: readonly string[],
  flags: AddressFlags,
): Omit<AddressOptions, 'onProgress'> {
  return {
    sources,
    formats: flags.format ?? new Map(),
    mirrors: flags.url ?? new Map(),
    allowPrivate: flags.allowPrivate ?? false,
  };
}

/** A bar that starts with the first thing it is told; several phases may follow each other. */
export function openBar(quiet: boolean): {
  readonly phase: (unit: string) => (done: number, total: number, label: string) => void;
  readonly end: () => void;
} {
  let bar: { readonly unit: string; readonly progress: ReturnType<typeof startProgress> } | null = null;
  const end = () => {
    bar?.progress.end();
    bar = null;
  };
  return {
    phase: (unit) => (done, total, label) => {
      if (bar?.unit !== unit) end();
      bar ??= { unit, progress: startProgress(total, unit, quiet) };
      bar.progress.update(done, label);
    },
    end,
  };
}

function pair(option: string): (text: string, before?: Map<string, string>) => Map<string, string> {
  return (text, before = new Map()) => {
    const at = text.indexOf('=');
    if (at < 1 || at === text.length - 1)
      throw new CordonError('usage', `${option}: expected ID=…, got "${text}"`);
    return before.set(text.slice(0, at), text.slice(at + 1));
  };
}
