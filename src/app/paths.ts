/** Where things are: the package's own tables, and the state folder of whoever runs it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CordonError, type DataTables, sha256 } from '../base/index.js';

/** The package's folder: two levels above this file, from `src/` and from `dist/` alike. */
const PACKAGE_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** The version in package.json. */
export function engineVersion(): string {
  const text = readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * The state folder: `given`, else `$CORDON_HOME`, else `$XDG_DATA_HOME/cordon`, else `~/.local/share/cordon`. It need
 * not exist.
 */
export function stateFolder(
  given: string | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (given !== null) return resolve(given);
  if (env.CORDON_HOME) return resolve(env.CORDON_HOME);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'cordon');
}

/** The bundled sample's folder. */
export const SAMPLE_FOLDER = join(PACKAGE_FOLDER, 'data', 'sample');

/**
 * Reads every table under `data/` (the sample aside), and hashes them together: the `rules` of a world.
 *
 * @throws CordonError `state-unreadable` when the package's data folder is not there
 */
export function readDataTables(): { tables: DataTables; rules: string } {
  const root = join(PACKAGE_FOLDER, 'data');
  const tables = new Map<string, string>();
  try {
    for (const path of walk(root))
      tables.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CordonError(
      'state-unreadable',
      `${root}: Cordon's own tables cannot be read: install it again`,
      { cause },
    );
  }
  const lines = [...tables].map(([path, text]) => `${path} ${sha256(text)}`).sort();
  return { tables, rules: sha256(lines.join('\n')) };
}

function walk(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (path === SAMPLE_FOLDER) return [];
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
}
