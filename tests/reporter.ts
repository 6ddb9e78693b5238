/** The suite's reporter: failures in full, one line per file that skipped, and the counts as the very last line. */
import { DefaultReporter } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

export default class SummaryReporter extends DefaultReporter {
  override onTestRunEnd(...args: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...args);
    const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of args[0]) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1;
      }
      if (!module.ok() && [...module.children.allTests()].length === 0) counts.failed += 1;
    }
    counts.failed += args[1].length;
    process.stdout.write(
      `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
    );
  }
}
