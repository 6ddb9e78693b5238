/**
 * OpenDocument spreadsheets (`content.xml`). Rows and cells may stand for many: a sheet ends with a million empty rows
 * of sixteen thousand empty cells, which are counted and never made. Notes, tracked changes and drawings are no cells.
 */
import {
  attributeOf,
  MOST_COLUMNS,
  MOST_ROWS,
  openBudget,
  type SheetArchive,
  type SheetRow,
  walkPart,
} from './sheet-row.js';
import { CordonError } from './trouble.js';

/** Elements whose text and tables are none of the sheet's. */
const PASSED: ReadonlySet<string> = new Set(['annotation', 'tracked-changes', 'shapes', 'frame', 'forms']);
/** Value types whose plain value stands in an attribute. */
const VALUES: Readonly<Record<string, string>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  boolean: 'boolean-value',
  date: 'date-value',
  time: 'time-value',
};

/** Reads the sheets of an ODS archive. @throws CordonError as `readSheets` */
export async function* readOds(archive: SheetArchive): AsyncGenerator<SheetRow> {
  const entry = archive.entries.get('content.xml');
  if (entry === undefined) throw new CordonError('input-unreadable', `${archive.file}: holds no content.xml`);
  const budget = openBudget(archive.file);
  const ready: SheetRow[] = [];
  let sheet = '';
  let line = 0;
  let rowTimes = 1;
  let cells: string[] = [];
  /** Cells passed since the last that held something. */
  let empty = 0;
  let cellTimes = 1;
  let value: string | null = null;
  let covered = false;
  /** Paragraphs of the cell under way, null outside cells. */
  let paragraphs: string[] | null = null;
  let inParagraph = 0;
  let skipping = 0;

  const addText = (text: string): void => {
    const last = (paragraphs?.length ?? 0) - 1;
    if (paragraphs === null || last < 0) return;
    paragraphs[last] += text;
    budget.cell(paragraphs[last]!);
  };
  const endCell = (): void => {
    const text = covered ? '' : (value ?? paragraphs?.join('\n') ?? '').trim();
    paragraphs = null;
    if (text === '') {
      empty += cellTimes;
      return;
    }
    const wanted = Math.min(MOST_COLUMNS, cells.length + empty + cellTimes);
    budget.cells(wanted - cells.length);
    while (empty > 0 && cells.length < wanted) {
      cells.push('');
      empty -= 1;
    }
    while (cells.length < wanted) cells.push(text);
    empty = 0;
  };
  const endRow = (): void => {
    const times = Math.min(rowTimes, MOST_ROWS - line);
    if (cells.length > 0) {
      budget.cells(cells.length * (times - 1));
      for (let at = 1; at <= times; at += 1) ready.push({ sheet, line: line + at, cells });
    }
    line += times;
  };

  const steps = walkPart(archive, entry, {
    open(name, attributes) {
      if (skipping > 0 || PASSED.has(name)) {
        skipping += 1;
        return;
      }
      if (paragraphs !== null) {
        if (name === 'p' || name === 'h') {
          if (inParagraph === 0) paragraphs.push('');
          inParagraph += 1;
        } else if (name === 's') addText(' '.repeat(Math.min(1_000, countOf(attributes, 'c'))));
        else if (name === 'tab') addText('\t');
        else if (name === 'line-break') addText('\n');
        return;
      }
      if (name === 'table-cell' || name === 'covered-table-cell') {
        cellTimes = countOf(attributes, 'number-columns-repeated');
        value = statedValue(attributes);
        covered = name === 'covered-table-cell';
        paragraphs = [];
        inParagraph = 0;
      } else if (name === 'table-row') {
        rowTimes = countOf(attributes, 'number-rows-repeated');
        cells = [];
        empty = 0;
      } else if (name === 'table') {
        sheet = attributeOf(attributes, 'name') ?? '';
        line = 0;
      }
    },
    text(text) {
      if (skipping === 0 && inParagraph > 0) addText(text.replace(/\s+/g, ' '));
    },
    close(name) {
      if (skipping > 0) skipping -= 1;
      else if (name === 'table-cell' || name === 'covered-table-cell') endCell();
      else if (paragraphs !== null && (name === 'p' || name === 'h')) inParagraph -= 1;
      else if (name === 'table-row') endRow();
    },
  });
  for await (const _ of steps) yield* ready.splice(0);
}

/** The value that an attribute says; null where only the text does. */
function statedValue(attributes: Readonly<Record<string, string>>): string | null {
  const type = attributeOf(attributes, 'value-type') ?? '';
  if (type === 'string') return attributeOf(attributes, 'string-value') ?? null;
  const value = attributeOf(attributes, VALUES[type] ?? '') ?? null;
  if (value === null) return null;
  if (type === 'date') return value.replace(/T00:00(?::00(?:\.0+)?)?$/, '');
  return type === 'boolean' ? value.toUpperCase() : value;
}

function countOf(attributes: Readonly<Record<string, string>>, name: string): number {
  const count = Number(attributeOf(attributes, name) ?? '1');
  return Number.isInteger(count) && count > 0 ? count : 1;
}
