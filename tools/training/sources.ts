/**
 * Names to make pairs of: entries of OFAC's lists (US government work, public domain) and popular names by country (CC0).
 * Both are read where they lie; nothing of them is kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readTable, sha256 } from '../../src/base/index.js';
import type { NameKind } from '../../src/names/index.js';

/** One entry of a list with all its names. `heldBack` entries are for measuring only: three of ten, by their id. */
export type Listed = { id: string; kind: NameKind; names: string[]; heldBack: boolean };

/** A given or family name in its own script and in Latin letters; both are equal where the script is Latin. */
export type Popular = { country: string; local: string; latin: string; rank: number };

const KINDS: Readonly<Record<string, NameKind>> = {
  individual: 'person',
  entity: 'organization',
  vessel: 'vessel',
};

/** The entries of `names-*.json` in a folder: people, organisations, vessels. */
export function readListed(folder: string): Listed[] {
  const file = readdirSync(folder)
    .filter((name) => /^names.*\.json$/.test(name))
    .sort()
    .at(-1);
  if (file === undefined) throw new Error(`${folder}: no names-*.json`);
  const { entries } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
    entries: { uid: number; name: string; type: string; alternateNames: string[] }[];
  };
  return entries.flatMap(({ uid, name, type, alternateNames }) => {
    const kind = KINDS[type];
    if (kind === undefined) return [];
    const heldBack = Number.parseInt(sha256(String(uid)).slice(0, 8), 16) % 10 < 3;
    return [{ id: String(uid), kind, names: [...new Set([name, ...alternateNames])], heldBack }];
  });
}

/** Popular given names and family names, by country. */
export function readPopular(folder: string): { given: Popular[]; family: Popular[] } {
  const read = (file: string): Popular[] =>
    readTable(readFileSync(`${folder}/${file}`, 'utf8').replace(/^\ufeff/, ''), file).rows.flatMap(
      ({ cells }) => {
        const latin = (cells['Romanized Name'] ?? '').trim();
        const local = (cells['Localized Name'] ?? '').trim();
        if (latin === '' || local === '') return [];
        return [{ country: cells.Country ?? '', local, latin, rank: Number(cells.Rank || cells.Index) }];
      },
    );
  return { given: read('common-forenames-by-country.csv'), family: read('common-surnames-by-country.csv') };
}
