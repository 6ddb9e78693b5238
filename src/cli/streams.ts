/** Standard output for the answer, standard error for everything else; a closed pipe ends quietly. */
import { writeSync } from 'node:fs';
import { harmless } from './terminal.js';

/** Ends the process with 0 when whoever reads the output has gone (`cordon … | head`), with 1 when it cannot be written. */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    warn(`cordon: standard output cannot be written: ${error.message}`);
    process.exit(1);
  });
  process.stderr.on('error', () => undefined);
}

/**
 * Ends an interrupted command after its half-written files are swept, with 130 for Ctrl-C. Only for commands that write
 * and leave the event loop free: a handler takes away the system's own, and long work would then not be stopped at all.
 */
export function endOnSignals(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** Writes to standard output, waiting where the reader is slow, so that memory does not grow with the answer. */
export async function out(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve);
  });
}

/** Writes lines to standard error, at once; what a file or a list put into them does no harm to a terminal. */
export function warn(...lines: readonly string[]): void {
  for (const line of lines) {
    try {
      writeSync(2, `${line.split('\n').map(harmless).join('\n')}\n`);
    } catch {
      // Nobody reads standard error; the answer counts.
    }
  }
}
