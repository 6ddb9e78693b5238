/** What a killed or failed writer left: everything that the manifest does not name. Only a writer sweeps, never a reader. */
import { MANIFEST, type Manifest, stateOf } from './manifest.js';
import { type Storage, UNFINISHED } from './storage.js';

/** Where lists are laid while they are read, each in a folder of its own. */
export const STAGING = 'staging';

/** Removes what no manifest names, inside Cordon's own folders; other files of the state folder are not touched. */
export function sweep(storage: Storage, manifest: Manifest | null): void {
  if (manifest === null) return;
  storage.remove(MANIFEST + UNFINISHED);
  storage.remove(STAGING);
  sweepFolder(storage, 'index', new Set(manifest.indexes.map(({ key }) => `${key}.idx`)));
  sweepFolder(storage, 'packs', new Set(manifest.packs.map((pack) => `${pack}.pack`)));
  for (const source of ownNames(storage, 'snapshots')) {
    const held = stateOf(manifest, source).snapshots.map(({ hash }) => hash);
    if (held.length === 0) storage.remove(`snapshots/${source}`);
    else sweepSnapshots(storage, `snapshots/${source}`, held);
  }
}

/** A snapshot of format 1 is a folder, until it is written anew as a file. */
function sweepSnapshots(storage: Storage, folder: string, held: readonly string[]): void {
  const names = new Set(ownNames(storage, folder));
  const wanted = held.map((hash) => (names.has(`${hash}.json`) ? `${hash}.json` : hash));
  sweepFolder(storage, folder, new Set(wanted));
}

function sweepFolder(storage: Storage, folder: string, wanted: ReadonlySet<string>): void {
  for (const name of ownNames(storage, folder)) if (!wanted.has(name)) storage.remove(`${folder}/${name}`);
}

/** Names in a folder without those that a file manager put there (`.DS_Store`). */
function ownNames(storage: Storage, folder: string): string[] {
  const names = storage.list(folder).map((name) => name.replace(/\/$/, ''));
  return names.filter((name) => !name.startsWith('.'));
}
