/** Progress on standard error: a bar where it is a terminal, nothing where it is not. */
import { createRequire } from 'node:module';
import type { SingleBar } from 'cli-progress';

/** A bar that can be told how far things are, and must be ended. */
export type Progress = { update(done: number, label: string): void; end(): void };

/**
 * Starts a bar.
 *
 * @param total what `done` runs up to; 0 where nobody knows
 * @param unit what is counted, behind the numbers
 */
export function startProgress(total: number, unit: string, quiet: boolean): Progress {
  if (quiet || process.stderr.isTTY !== true) return { update: () => undefined, end: () => undefined };
  // Loaded here: a check of one name must not wait for it.
  const { SingleBar: Bar, Presets } = createRequire(import.meta.url)(
    'cli-progress',
  ) as typeof import('cli-progress');
  const format =
    total > 0
      ? `{bar} {percentage} % | {value}/{total} ${unit} | {eta_formatted} left | {label}`
      : `{value} ${unit} | {duration_formatted} | {label}`;
  const bar: SingleBar = new Bar(
    { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { label: '' });
  return { update: (done, label) => bar.update(done, { label }), end: () => bar.stop() };
}
