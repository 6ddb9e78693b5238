/**
 * OFAC remarks: free text that is the only place for birth dates, nationalities, identifiers, links and weak aliases.
 * Splits it into pieces and finds each piece's row in `data/lists/ofac-remarks.csv`: by how it begins (longest first),
 * else by a word it holds.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of remark pieces, under `data/`. */
export const REMARKS_TABLE = 'lists/ofac-remarks.csv';

/** How a piece is read. */
export type Reading =
  | 'text'
  | 'whole'
  | 'date'
  | 'country'
  | 'gender'
  | 'number'
  | 'lei'
  | 'imo'
  | 'wallet'
  | 'contact'
  | 'quoted'
  | 'note';

/** The row of a piece: what to do with it, and the piece behind its beginning. */
export type RemarkRule = { readonly reading: Reading; readonly property: string; readonly rest: string };

/** The table, opened. */
export type RemarkRules = {
  /** The rule for a piece of an entity of this schema; null where no row fits. */
  ruleOf(piece: string, schema: string): RemarkRule | null;
};

type Entry = {
  readonly text: string;
  readonly schema: string;
  readonly reading: Reading;
  readonly property: string;
};

const COLUMNS = ['match', 'text', 'schema', 'reading', 'property', 'source'] as const;
const READINGS: readonly string[] = [
  'text',
  'whole',
  'date',
  'country',
  'gender',
  'number',
  'lei',
  'imo',
  'wallet',
  'contact',
  'quoted',
  'note',
];

/** Opens the table. @throws CordonError `table-invalid` */
export function openRemarkRules(tables: DataTables): RemarkRules {
  const rows = readDataTable(dataTable(tables, REMARKS_TABLE), REMARKS_TABLE, COLUMNS);
  const starts = new Map<string, Entry[]>();
  const words: { entry: Entry; pattern: RegExp }[] = [];
  for (const { line, cells } of rows) {
    if (!READINGS.includes(cells.reading))
      throw new CordonError(
        'table-invalid',
        `data/${REMARKS_TABLE}:${line}: column "reading": "${cells.reading}"`,
      );
    const text = cells.text.toLowerCase();
    const entry: Entry = {
      text,
      schema: cells.schema,
      reading: cells.reading as Reading,
      property: cells.property,
    };
    if (cells.match === 'word') words.push({ entry, pattern: wordPattern(text) });
    else starts.set(text[0] ?? '', [...(starts.get(text[0] ?? '') ?? []), entry]);
  }
  for (const list of starts.values()) {
    // Longest first, and of equal ones the row made for the schema.
    list.sort((a, b) => b.text.length - a.text.length || b.schema.length - a.schema.length);
  }
  return {
    ruleOf: (piece, schema) => {
      const low = piece.toLowerCase();
      const fits = (entry: Entry) => entry.schema === '' || entry.schema === schema;
      const start = starts.get(low[0] ?? '')?.find((entry) => fits(entry) && begins(low, entry.text));
      if (start !== undefined) return toRule(start, piece.slice(start.text.length).trim());
      const word = words.find(({ entry, pattern }) => fits(entry) && pattern.test(piece));
      return word === undefined ? null : toRule(word.entry, piece);
    },
  };
}

/**
 * The pieces of a remark, each without its `alt. ` and its closing full stop. A semicolon inside a quoted alias does
 * not cut: `a.k.a. 'X; Y'` stays whole.
 */
export function splitRemarks(text: string): string[] {
  const raw = text.split(/;\s*/);
  const pieces: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    let piece = raw[at]!;
    const next = raw[at + 1];
    if (
      /^(?:alt\. )?[afn]\.k\.a\. '/.test(piece) &&
      !/'\.?$/.test(piece) &&
      next !== undefined &&
      /'\.?$/.test(next)
    ) {
      // The next piece closes the quote that this one opened, unless it opens one of its own.
      if (!/^(?:alt\. )?[afnd]\.[kb]\.a\. '/.test(next)) {
        piece = `${piece}; ${next}`;
        at++;
      }
    }
    const clean = withoutStop(piece.trim().replace(/^alt\. /, ''));
    if (clean !== '') pieces.push(clean);
  }
  return pieces;
}

/** A text without its closing full stop, unless the stop belongs to an abbreviation (`S.A.`, `Co.`, `Jr.`). */
export function withoutStop(text: string): string {
  if (!text.endsWith('.') || /(?:^|[\s.(])(?:\p{L}\.)+$/u.test(text)) return text;
  return /\b(?:Co|Ltd|Inc|Corp|Jr|Sr|No|Bros|Cia|Ltda|Est|Cie|Assn|Mfg)\.$/i.test(text)
    ? text
    : text.slice(0, -1);
}

function begins(piece: string, start: string): boolean {
  if (!piece.startsWith(start)) return false;
  // "License" must not begin "Licensed": a word of the table ends where a word ends.
  return !/[a-z]$/.test(start) || !/^[a-z]/.test(piece.slice(start.length));
}

function wordPattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^\w.*\w$/.test(text) ? new RegExp(`(?<![\\w])${escaped}(?![\\w])`, 'i') : new RegExp(escaped, 'i');
}

function toRule(entry: Entry, rest: string): RemarkRule {
  return { reading: entry.reading, property: entry.property, rest };
}
