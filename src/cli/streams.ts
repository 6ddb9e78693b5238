/** Standard output for the answer, standard error for everything else; a closed pipe ends quietly. */
import { writeSync } from 'node:fs';
import { formatIssue, type Issue } from '../base/index.js';

/** Ends the process with 0 when whoever reads the output has gone (`cordon … | head`). */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.stderr.on('error', () => undefined);
}

/** Writes to standard output, waiting where the reader is slow, so that memory does not grow with the answer. */
export async function out(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve);
  });
}

/** Writes lines to standard error, at once. */
export function warn(...lines: readonly string[]): void {
  for (const line of lines) {
    try {
      writeSync(2, `${line}\n`);
    } catch {
      // Nobody reads standard error; the answer counts.
    }
  }
}

/** Warns of issues, the first few in full. */
export function warnIssues(issues: readonly Issue[], most = 10): void {
  warn(...issues.slice(0, most).map((one) => `warning: ${formatIssue(one)}`));
  if (issues.length > most) warn(`warning: and ${issues.length - most} more`);
}
