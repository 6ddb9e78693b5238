/**
 * Regimes of the United Kingdom. The full lists name the regulations (`The Russia (Sanctions) (EU Exit) Regulations
 * 2019`), the short form and OFSI's old list a word (`Russia`); the table makes them one.
 */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of regimes, under `data/`. */
export const GB_REGIMES_TABLE = 'lists/gb-regimes.csv';

/** A regime: the publisher's short name, and the regulations it stands on, null where they are not known. */
export type GbRegime = { readonly programme: string; readonly act: string | null };

/** The regime of a name; one that the table does not know keeps its own words. */
export type GbRegimes = (name: string) => GbRegime;

/** Opens the table. @throws CordonError `table-invalid` */
export function openGbRegimes(tables: DataTables): GbRegimes {
  const columns = ['programme', 'spelling', 'act', 'confidence'] as const;
  const rows = readDataTable(dataTable(tables, GB_REGIMES_TABLE), GB_REGIMES_TABLE, columns);
  const regimes = new Map<string, GbRegime>();
  for (const { cells } of rows) {
    const regime = { programme: cells.programme, act: cells.act || null };
    for (const name of [cells.spelling, cells.act]) if (name !== '') regimes.set(keyOf(name), regime);
  }
  const found = new Map<string, GbRegime>();
  return (name) => {
    const held = found.get(name);
    if (held !== undefined) return held;
    const known = regimes.get(keyOf(name));
    const isAct = /\bregulations\b/i.test(name);
    const regime = { programme: known?.programme ?? name, act: isAct ? name : (known?.act ?? null) };
    found.set(name, regime);
    return regime;
  };
}

/** What is left of a name without the words that all regulations share, their numbers and years. */
function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}|[’']/gu, '')
    .toLowerCase()
    .replace(
      /\(eu exit\)|\(no\. ?\d+\)|\bregulations?(?: \d{4})?|\bsanctions\b|^the\b|\brepublic of(?= belarus)/g,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
