/**
 * Where each list is to be had: the table of downloads, and which of its rows a run takes. A source may be offered in
 * several formats; the table says which one is fetched where nobody asks for another.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table, under `data/`. */
export const DOWNLOADS_TABLE = 'lists/downloads.csv';

/** A file to fetch: its name in the source's folder, its address, whether the source is of use without it. */
export type WantedFile = { readonly name: string; readonly url: string; readonly needed: boolean };

/** One source in one format. */
export type Offer = {
  readonly source: string;
  readonly format: string;
  readonly byDefault: boolean;
  readonly files: readonly WantedFile[];
};

/**
 * What is asked for: `sources` by id (empty: all that are fetched by default), `formats` by source, `mirrors` by source:
 * another address, or with `/` at its end the folder there that holds the files.
 */
export type Wishes = {
  readonly sources: readonly string[];
  readonly formats: ReadonlyMap<string, string>;
  readonly mirrors: ReadonlyMap<string, string>;
};

const COLUMNS = ['source', 'format', 'default', 'file', 'url', 'needed', 'confidence', 'note'] as const;
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Opens the table. @throws CordonError `table-invalid` naming line and column */
export function openDownloads(tables: DataTables): readonly Offer[] {
  const offers = new Map<string, Offer & { readonly files: WantedFile[] }>();
  for (const { line, cells } of readDataTable(dataTable(tables, DOWNLOADS_TABLE), DOWNLOADS_TABLE, COLUMNS)) {
    const bad = (column: (typeof COLUMNS)[number]) =>
      new CordonError(
        'table-invalid',
        `${DOWNLOADS_TABLE}:${line}: column "${column}": got "${cells[column]}"`,
      );
    for (const column of ['source', 'format', 'file'] as const)
      if (!SAFE_NAME.test(cells[column])) throw bad(column);
    for (const column of ['default', 'needed'] as const)
      if (!/^(?:yes|no)$/.test(cells[column])) throw bad(column);
    if (!cells.url.startsWith('https://')) throw bad('url');
    const key = `${cells.source} ${cells.format}`;
    const byDefault = cells.default === 'yes';
    const offer = offers.get(key) ?? { source: cells.source, format: cells.format, byDefault, files: [] };
    if (offer.byDefault !== byDefault) throw bad('default');
    offer.files.push({ name: cells.file, url: cells.url, needed: cells.needed === 'yes' });
    offers.set(key, offer);
  }
  return [...offers.values()];
}

/**
 * Chooses what to fetch, one offer a source, in the order of the table.
 *
 * @throws CordonError `list-unknown` for a source without an address, `usage` for a format or mirror that does not fit
 */
export function chooseOffers(offers: readonly Offer[], wishes: Wishes): readonly Offer[] {
  const known = [...new Set(offers.map(({ source }) => source))];
  const asked = (source: string) => wishes.sources.includes(source) || wishes.mirrors.has(source);
  for (const source of [...wishes.sources, ...wishes.formats.keys()]) {
    if (!known.includes(source) && !wishes.mirrors.has(source)) throw unknownSource(source, known);
  }
  const all = wishes.sources.length === 0;
  const chosen = known.flatMap((source) => {
    if (!all && !asked(source)) return [];
    const own = offers.filter((offer) => offer.source === source);
    const format = wishes.formats.get(source);
    const [first] = format === undefined && asked(source) ? own : [];
    const offer =
      format === undefined
        ? (own.find(({ byDefault }) => byDefault) ?? first)
        : own.find((one) => one.format === format);
    if (format !== undefined && offer === undefined) throw unknownFormat(source, format, own);
    return offer === undefined ? [] : [atMirror(offer, wishes.mirrors.get(source))];
  });
  const foreign = [...wishes.mirrors].filter(([source]) => !known.includes(source));
  return [...chosen, ...foreign.map(([source, url]) => ownOffer(source, url))];
}

function atMirror(offer: Offer, mirror: string | undefined): Offer {
  if (mirror === undefined) return offer;
  if (!mirror.endsWith('/') && offer.files.length > 1) {
    const names = offer.files.map(({ name }) => name).join(', ');
    throw new CordonError(
      'usage',
      `--url ${offer.source}: has several files (${names}): name the folder that holds them, with / at the end`,
    );
  }
  const files = offer.files.map((file) => ({
    ...file,
    url: mirror.endsWith('/') ? mirror + file.name : mirror,
  }));
  return { ...offer, files };
}

/** A list of the user's own: its file is called as the address calls it. */
function ownOffer(source: string, url: string): Offer {
  if (!SAFE_NAME.test(source))
    throw new CordonError('usage', `--url ${source}: no id: letters, digits, dots and dashes`);
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!SAFE_NAME.test(name))
    throw new CordonError('usage', `--url ${source}=${url}: expected the address of a file`);
  return { source, format: 'own', byDefault: false, files: [{ name, url, needed: true }] };
}

function unknownSource(source: string, known: readonly string[]): CordonError {
  return new CordonError(
    'list-unknown',
    `${source}: no address is known; known are ${known.join(', ')}; others with --url ${source}=https://…`,
  );
}

function unknownFormat(source: string, format: string, own: readonly Offer[]): CordonError {
  const formats = own.map((offer) => offer.format).join(', ');
  return new CordonError('usage', `--format ${source}=${format}: offered are ${formats || 'none'}`);
}
