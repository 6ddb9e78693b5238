import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'threads',
    // Tests of the command wait for processes of their own: two at a time keep two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/prepared-folder.ts'],
    reporters: ['./tests/reporter.ts'],
  },
});
