/** Invented OFAC sets: rows as the source writes them, read by the real readers with the real tables. */
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

const readers = openReaders(tablesOf(LISTS_TABLES));

/** The CSV reader of a source. */
export function reader(source: 'us-ofac-sdn' | 'us-ofac-consolidated' = 'us-ofac-sdn') {
  return readerOf(source, 30);
}

/** The reader of a source and format: 10 advanced XML, 20 XML, 30 CSV. */
export function readerOf(source: 'us-ofac-sdn' | 'us-ofac-consolidated', rank: 10 | 20 | 30) {
  return readers.find((each) => each.source === source && each.rank === rank)!;
}

/** A row of the file of entries: the columns named, `-0- ` for the rest. */
export function prim(cells: {
  id: number;
  name: string;
  type?: string;
  programs?: string;
  title?: string;
  vessel?: readonly [string, string, string, string, string, string];
  remarks?: string;
}): string {
  const quote = (text: string | undefined) => (text ? `"${text.replaceAll('"', '""')}"` : '-0- ');
  const vessel = cells.vessel ?? ['', '', '', '', '', ''];
  const row = [cells.id, quote(cells.name), quote(cells.type), quote(cells.programs ?? 'SDGT')];
  return [...row, quote(cells.title), ...vessel.map(quote), quote(cells.remarks)].join(',');
}

/**
 * Reads a set given as text by file name; lines end as OFAC's do, with the end mark behind them. Most tests are about one
 * file of the set: that the others are not there is said too, and left out here.
 */
export async function readSet(
  files: Readonly<Record<string, readonly string[]>>,
  source: 'us-ofac-sdn' | 'us-ofac-consolidated' = 'us-ofac-sdn',
): Promise<ListContent> {
  const made = Object.entries(files).map(([name, rows]) =>
    listFile(name, `${rows.map((row) => `${row}\r\n`).join('')}\u001a`),
  );
  const mine = reader(source).recognise(made);
  const content = await readWholeList(reader(source), mine);
  return { ...content, issues: content.issues.filter(({ code }) => code !== 'perhaps-cut') };
}

/** The one entity of one row. */
export async function entityOf(
  cells: Parameters<typeof prim>[0],
  source?: 'us-ofac-sdn' | 'us-ofac-consolidated',
): Promise<Entity> {
  return (await readSet({ 'sdn.csv': [prim(cells)] }, source)).entities[0]!;
}
