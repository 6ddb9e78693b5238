/**
 * XLSX workbooks: the workbook names its sheets, its relations say where they lie, styles say which numbers are dates,
 * and most text stands once in a part of its own. Only that part is held; sheets stream by.
 */
import { lookOf, type NumberLook, numberText } from './sheet-number.js';
import {
  attributeOf,
  MOST_COLUMNS,
  MOST_ROWS,
  openBudget,
  readPart,
  type SheetArchive,
  type SheetRow,
  walkPart,
} from './sheet-row.js';
import { CordonError } from './trouble.js';
import type { ZipEntry } from './zip.js';

type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
};

const nothing = (): void => undefined;

/** Reads the sheets of an XLSX archive. @throws CordonError as `readSheets` */
export async function* readXlsx(archive: SheetArchive): AsyncGenerator<SheetRow> {
  const workbook = await readWorkbook(archive);
  for (const { name, part } of workbook.sheets) {
    const entry = archive.entries.get(part);
    if (entry === undefined)
      throw new CordonError('input-unreadable', `${archive.file}: sheet "${name}" is not in the archive`);
    yield* readSheet(archive, entry, name, workbook);
  }
}

async function* readSheet(
  archive: SheetArchive,
  entry: ZipEntry,
  sheet: string,
  workbook: Workbook,
): AsyncGenerator<SheetRow> {
  const budget = openBudget(archive.file);
  const ready: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let type = 'n';
  let look: NumberLook = 'plain';
  let text = '';
  /** 1 inside a cell's value or text, 0 elsewhere; phonetic readings are no text. */
  let taking = false;
  let phonetic = false;

  const endCell = (): void => {
    const value = cellText(text, type, look, workbook);
    text = '';
    if (value === '' || column >= MOST_COLUMNS) return;
    budget.cells(column + 1 - cells.length);
    while (cells.length < column) cells.push('');
    cells[column] = value;
  };
  const steps = walkPart(archive, entry, {
    open(name, attributes) {
      if (name === 'v' || name === 't') taking = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'c') {
        const at = attributes.r === undefined ? -1 : columnOf(attributes.r);
        if (at >= 0) column = at;
        type = attributes.t ?? 'n';
        look = workbook.looks[Number(attributes.s ?? 0)] ?? 'plain';
      } else if (name === 'row') {
        const number = Number(attributes.r ?? line + 1);
        line = Number.isInteger(number) && number > 0 && number <= MOST_ROWS ? number : line + 1;
        cells = [];
        column = 0;
      }
    },
    text(piece) {
      if (!taking) return;
      text += piece;
      budget.cell(text);
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') {
        endCell();
        column += 1;
      } else if (name === 'row' && cells.length > 0) ready.push({ sheet, line, cells });
    },
  });
  for await (const _ of steps) yield* ready.splice(0);
}

function cellText(text: string, type: string, look: NumberLook, workbook: Workbook): string {
  switch (type) {
    case 's': {
      const shared = workbook.strings[Number(text)];
      if (shared === undefined) throw new RangeError(`shared text ${text} is not there`);
      return shared;
    }
    case 'n':
      return numberText(text, look, workbook.from1904);
    case 'b':
      return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
    case 'd':
      return text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    default:
      return unescapeText(text).trim();
  }
}

async function readWorkbook(archive: SheetArchive): Promise<Workbook> {
  const start = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  const path = start?.target ?? 'xl/workbook.xml';
  const entry = archive.entries.get(path);
  if (entry === undefined)
    throw new CordonError('input-unreadable', `${archive.file}: holds no workbook: not a spreadsheet`);
  const relations = await relationsOf(archive, path);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await readPart(archive, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      // `id` of the relations' namespace; `sheetId` is another.
      const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1];
      const relation = relations.find((one) => one.id === id);
      // Chart sheets hold no cells.
      if (relation?.type === 'chartsheet') return;
      sheets.push({ name: attributes.name ?? '', part: relation?.target ?? '' });
    },
    text: nothing,
    close: nothing,
  });
  // A part that is named and not there would leave cells empty, or dates as numbers.
  const partOf = (type: string): ZipEntry | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    const part = target === undefined ? undefined : archive.entries.get(target);
    if (target !== undefined && part === undefined)
      throw new CordonError('input-unreadable', `${archive.file}: ${target} is not in the archive`);
    return part;
  };
  return {
    sheets,
    from1904,
    strings: await readStrings(archive, partOf('sharedStrings')),
    looks: await readLooks(archive, partOf('styles')),
  };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Where the parts lie that a part names, by the last word of their type. */
async function relationsOf(archive: SheetArchive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = archive.entries.get(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (entry === undefined) return relations;
  await readPart(archive, entry, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target.replace(/^\.\//, '');
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    text: nothing,
    close: nothing,
  });
  return relations;
}

async function readStrings(archive: SheetArchive, entry: ZipEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (entry === undefined) return strings;
  const budget = openBudget(archive.file);
  let text = '';
  let taking = false;
  let phonetic = false;
  await readPart(archive, entry, {
    open(name) {
      if (name === 't') taking = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'si') text = '';
    },
    text(piece) {
      if (!taking) return;
      text += piece;
      budget.cell(text);
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescapeText(text).trim());
    },
  });
  return strings;
}

/** What each cell style makes of a number. */
async function readLooks(archive: SheetArchive, entry: ZipEntry | undefined): Promise<readonly NumberLook[]> {
  const looks: NumberLook[] = [];
  if (entry === undefined) return looks;
  const codes = new Map<number, string>();
  let inCells = false;
  await readPart(archive, entry, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        looks.push(lookOf(id, codes.get(id)));
      }
    },
    text: nothing,
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

/** `AB12` → 27; -1 where no letters lead. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Signs that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
