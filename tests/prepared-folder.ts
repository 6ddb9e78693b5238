/** A folder of the whole run, for state folders that many test files begin with: the first to need one makes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the folder; it is removed when the run ends. */
    prepared: string;
  }
}

export function setup({ provide }: TestProject): () => void {
  const path = mkdtempSync(join(tmpdir(), 'cordon-prepared-'));
  provide('prepared', path);
  return () => rmSync(path, { recursive: true, force: true });
}
