/**
 * The UK sanctions list as XML (`Designations`). An element is known by its own name wherever it stands, and each group
 * of elements (a name, an address, a passport) becomes a row; the fixtures that show the format nest them in various
 * lists. Flags that repeat `SanctionsImposed` are passed over.
 */
import { CordonError, type Day, issue } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import { FIELD_OF_ELEMENT, type UkField, type UkRow } from '../gb-designation/fields.js';
import { dayOf } from '../gb-designation/groups.js';
import type { ListFile, ListSink } from '../reader.js';
import { headAttribute, readXml, type XmlElement } from '../reading/xml.js';

/** The root of the list. */
export const ROOT = 'Designations';
/** Elements whose children are one row. */
const ROWS: ReadonlySet<string> = new Set([
  'Name',
  'NonLatinName',
  'Address',
  'Passport',
  'NationalIdentifier',
  'Location',
]);
const PASSED: ReadonlySet<string> = new Set(['SanctionsImposedIndicators']);

/**
 * Reads a file and hands over the rows of each designation as it ends: the first holds what is said of it all.
 *
 * @returns the day it was generated, null where it does not say
 * @throws CordonError as `readXml`
 */
export async function readUkXml(
  file: ListFile,
  onDesignation: (rows: readonly UkRow[]) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<Day | null> {
  let generated = generatedIn(file);
  let designations = 0;
  const unknown = new Set<string>();
  const entries = {
    Designation: (entry: XmlElement) => {
      designations += 1;
      onDesignation(rowsOf(entry, file.name, unknown, sink));
    },
    DateGenerated: ({ text }: XmlElement) => {
      generated = dayOf(singleSpaced(text).split('T')[0]!) ?? generated;
    },
  };
  const onRoot = ({ attributes }: XmlElement): void => {
    generated = dayOf(attributes.DateGenerated ?? '') ?? generated;
  };
  await readXml(file, { roots: [ROOT], entries, onRoot }, sink);
  if (designations === 0) throw new CordonError('list-empty', `${file.name}: the list holds no designation`);
  return generated;
}

/** The day near the beginning of a file, for choosing between copies. */
export function generatedIn(file: ListFile): Day | null {
  return dayOf((headAttribute(file, 'DateGenerated') ?? '').split('T')[0]!);
}

class XmlRow implements UkRow {
  readonly line: number;
  readonly filled: UkField[] = [];
  readonly #cells = new Map<UkField, string>();

  constructor(line: number) {
    this.line = line;
  }

  readonly get = (field: UkField): string => this.#cells.get(field) ?? '';

  /** Whether the cell was free. */
  set(field: UkField, text: string): boolean {
    if (this.#cells.has(field)) return false;
    this.#cells.set(field, text);
    this.filled.push(field);
    return true;
  }
}

function rowsOf(
  entry: XmlElement,
  file: string,
  unknown: Set<string>,
  sink: Pick<ListSink, 'issue'>,
): readonly UkRow[] {
  const rows = [new XmlRow(entry.line)];
  const place = (field: UkField, text: string, line: number): void => {
    for (const row of rows) if (row.set(field, text)) return;
    const row = new XmlRow(line);
    row.set(field, text);
    rows.push(row);
  };
  const walk = (element: XmlElement, own: XmlRow | null): void => {
    for (const child of element.children) {
      if (PASSED.has(child.name)) continue;
      const field = FIELD_OF_ELEMENT.get(child.name);
      const text = singleSpaced(child.text);
      if (child.children.length > 0) {
        if (!ROWS.has(child.name)) walk(child, own);
        else {
          const row = new XmlRow(child.line);
          walk(child, row);
          rows.push(row);
        }
      } else if (text === '') continue;
      else if (field === undefined) {
        if (!unknown.has(child.name)) {
          unknown.add(child.name);
          const at = { file, line: child.line, field: child.name, value: text };
          sink.issue(
            issue('unknown-element', at, 'not known; kept in the notes, here and wherever it comes again'),
          );
        }
        place('other', `${child.name}: ${text}`, child.line);
      } else if (own === null || !own.set(field, text)) place(field, text, child.line);
    }
  };
  walk(entry, null);
  return rows;
}
