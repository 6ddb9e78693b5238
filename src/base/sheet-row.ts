/** What the two spreadsheet formats share: a row of text cells, the XML parts of an archive, and their limits. */
import { SaxesParser } from 'saxes';
import { markOf } from './bytes.js';
import type { RawRow } from './table.js';
import { CordonError } from './trouble.js';
import { openZipEntry, type ZipEntry } from './zip.js';

/** A row of a sheet: `line` is its number in the sheet, `cells` by column from A; cells behind the last are left out. */
export type SheetRow = RawRow & { readonly sheet: string };

/** An unpacked directory: entries by their path. */
export type SheetArchive = {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly file: string;
};

/** What happens in an XML part; names are local names. */
export type PartEvents = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
};

/** Columns and rows of the largest sheet that Excel and LibreOffice make. */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;
/** Characters of the longest cell: thirty times what Excel takes. */
const LONGEST_CELL = 1_000_000;
/** Cells that a sheet may hold: a few bytes of a file can ask for any number of repeats. */
const MOST_CELLS = 50_000_000;
const DEEPEST = 200;

/**
 * Reads a part as it is unpacked, one step per piece of it.
 *
 * @throws CordonError `input-unreadable` for what is no XML, `xml-refused` for a document type
 */
export async function* walkPart(
  archive: SheetArchive,
  entry: ZipEntry,
  events: PartEvents,
): AsyncGenerator<void> {
  const place = `${archive.file}/${entry.name}`;
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let depth = 0;
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('doctype', () => {
    throw new CordonError(
      'xml-refused',
      `${place}: a document type is declared; entities are never expanded`,
    );
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new RangeError('too many nested elements');
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close(localName(tag.name));
  });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const piece of openZipEntry(archive.bytes, entry, archive.file)) {
      decoder ??= new TextDecoder(markOf(piece) ?? 'utf-8');
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.write(decoder?.decode() ?? '');
    parser.close();
    yield;
  } catch (cause) {
    if (cause instanceof CordonError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CordonError('input-unreadable', `${place}: no XML that can be read: ${why}`, { cause });
  }
}

/** Reads a part to its end. @throws CordonError as `walkPart` */
export async function readPart(archive: SheetArchive, entry: ZipEntry, events: PartEvents): Promise<void> {
  for await (const _ of walkPart(archive, entry, events));
}

/** A name without its prefix. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, undefined where it is not there. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

/** Counts what a file asks for. @throws CordonError `input-too-large` over the limits */
export function openBudget(file: string): { cell(text: string): void; cells(count: number): void } {
  let cells = 0;
  const refuse = (what: string): CordonError =>
    new CordonError('input-too-large', `${file}: ${what}: is this the right file?`);
  return {
    cell(text) {
      if (text.length > LONGEST_CELL) throw refuse(`a cell of over ${LONGEST_CELL} characters`);
    },
    cells(count) {
      cells += count;
      if (cells > MOST_CELLS) throw refuse(`over ${MOST_CELLS} cells`);
    },
  };
}
