/** The project's own tables and, where they lie beside the checkout, the real lists; both read from disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataTables } from '../../src/base/index.js';
import { type ListFile, memoryFile } from '../../src/lists/index.js';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
const REAL = fileURLToPath(new URL('../../../shared/data/lists/', import.meta.url));

/** The tables at these paths under `data/`. */
export function tablesOf(paths: readonly string[]): DataTables {
  return new Map(paths.map((path) => [path, readFileSync(DATA + path, 'utf8')]));
}

/** Whether a folder of real lists is there. */
export function hasReal(folder: string): boolean {
  return existsSync(REAL + folder);
}

/** Every file of a folder of real lists, names relative to it. */
export function realFiles(folder: string): ListFile[] {
  const walk = (path: string): string[] =>
    readdirSync(REAL + folder + path).flatMap((name) =>
      statSync(`${REAL}${folder}${path}/${name}`).isDirectory()
        ? walk(`${path}/${name}`)
        : [`${path}/${name}`.slice(1)],
    );
  return walk('').map((name) => memoryFile(name, new Uint8Array(readFileSync(`${REAL}${folder}/${name}`))));
}

/** A file that streams by in pieces of these many bytes, over and over. */
export function chunkedFile(name: string, bytes: Uint8Array, sizes: readonly number[]): ListFile {
  return {
    ...memoryFile(name, bytes),
    async *chunks() {
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const end = at + (sizes[turn % sizes.length] ?? bytes.length);
        yield bytes.subarray(at, end);
        at = end;
      }
    },
  };
}

/** A file of a list from text. */
export function listFile(name: string, text: string): ListFile {
  return memoryFile(name, new TextEncoder().encode(text));
}
