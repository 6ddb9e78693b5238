/** The tables of text and names as the package ships them. */
import { readFileSync } from 'node:fs';
import type { DataTables } from '../../src/base/index.js';

const data = new URL('../../data/', import.meta.url);

/** Reads tables by their paths under `data/`. */
export function shippedTables(paths: readonly string[]): DataTables {
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, data), 'utf8')]));
}
