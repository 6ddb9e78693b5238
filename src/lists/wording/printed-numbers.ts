/**
 * Number cells of the Journal: `1026604933475 (OGRN), 6660017837 (TIN)`, `INN: … KPP: …`, `C389664 (Saudi Arabian
 * passport issued on 15.9.2000)` → the numbers, the property each label names, and the words around them.
 */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';
import { splitItems } from './printed-items.js';

/** The table of labels, under `data/`. */
export const NUMBER_LABELS_TABLE = 'lists/number-labels.csv';

/**
 * A number; `property` is what its label says, null without one; `bracket` the words in brackets behind it; `told` where the text says more than number and label,
 * which the caller keeps as a note.
 */
export type PrintedNumber = {
  readonly value: string;
  readonly property: string | null;
  readonly bracket: string;
  readonly told: boolean;
};

/** Label in small letters → property. */
export type NumberLabels = ReadonlyMap<string, string>;

/** Opens the table. @throws CordonError `table-invalid` */
export function openNumberLabels(tables: DataTables): NumberLabels {
  const columns = ['label', 'property', 'source'] as const;
  const rows = readDataTable(dataTable(tables, NUMBER_LABELS_TABLE), NUMBER_LABELS_TABLE, columns);
  return new Map(rows.map(({ cells }) => [keyOf(cells.label), cells.property]));
}

/** Where one number ends and the next begins inside an item. */
const NEXT =
  /,\s+(?=(?:\(?[A-Z]{2,5}\)?:?\s+)?[\dA-Z-]*\d)|\s+\/\s+(?=\d)|\/\s+(?=\d{9,})|[\s,]+(?=(?:KPP|OKPO|OGRN|INN)\b:?\s*\d)|(?<=[\dA-Z])\s+and\s+(?=[\dA-Z])/;

/** Numbers of registers and tax offices. */
export function readRegisterNumbers(cell: string, labels: NumberLabels): PrintedNumber[] {
  return splitItems(cell)
    .flatMap((item) => item.split(NEXT))
    .map((item) => readLabelled(item.trim(), labels))
    .filter((number) => number.value !== '');
}

/** Numbers of passports and identity cards; `told` whenever country, kind or days stand beside the number. */
export function readDocumentNumbers(cell: string): PrintedNumber[] {
  return splitItems(cell)
    .flatMap((item) => item.split(/,\s+(?=[A-Z]{0,4}\d[\dA-Z]{5,}(?:\s*\(|$|,))/))
    .map((item) => {
      const value = documentNumber(item);
      return { value, property: null, bracket: '', told: value !== item.trim() };
    });
}

/** A bracket, with at most one inside it: `(Russia, Registration Number (OGRN))`. */
const BRACKET = /\s*\(((?:[^()]|\([^()]*\))*)\)\s*/;

function readLabelled(item: string, labels: NumberLabels): PrintedNumber {
  const bracket = BRACKET.exec(item)?.[1] ?? '';
  const outside = item.replace(BRACKET, ' ').trim();
  const leading = /^([\p{L}][\p{L}\s./]*?)\s*(?:No\.?|№)?\s*[:.]?\s+(?=\S*\d)/u.exec(outside)?.[1] ?? '';
  // "M 354838 D 0001" has letters of its own in front: only a known label, or words, are taken off.
  const isLabel = leading !== '' && (labels.has(keyOf(leading)) || /\p{Ll}/u.test(leading));
  const number = (isLabel ? outside.slice(outside.indexOf(leading) + leading.length) : outside)
    .replace(/^[\s:.-]*(?:No\.?\s*)?/i, '')
    .replace(/[)\s,.]+$/, '');
  const [value = ''] = number.split(/,?\s+(?:issued|expires|on|valid)\b/i);
  const labelled = bracket === '' ? !isLabel || labels.has(keyOf(leading)) : labels.has(keyOf(bracket));
  const property = propertyOf(bracket, labels) ?? propertyOf(leading, labels);
  return { value: value.trim(), property, bracket, told: !labelled || value !== number };
}

/** The label's property, or that of the first Russian number that its words name. */
function propertyOf(label: string, labels: NumberLabels): string | null {
  const key = keyOf(label);
  const word = key.split(' ').find((part) => /^(?:ogrn|inn|kpp|okpo)$/.test(part));
  return labels.get(key) ?? labels.get(word ?? '') ?? null;
}

/** The number in words about a document. */
function documentNumber(item: string): string {
  const bare = item
    .replace(/\s*\(.*$/, '')
    .replace(/,?\s*(?:issued|expire[sd]?|expiry|valid|delivered)\b.*$/i, '')
    .trim();
  const series = /^series\s+(\S+)\s+(?:No\.?|№)\s*(\S+)/i.exec(bare);
  if (series !== null) return `${series[1]} ${series[2]}`;
  const numbered = /(?:\bno\.?|\bnumber|№|\bn°)\s*[:.]?\s*((?=.*\d)[^,]+)/i.exec(bare);
  const text = numbered?.[1] ?? bare.replace(/^.*:\s+(?=\S*\d)/, '');
  // Words in front (a country, a kind of card) hold no digit; a prefix of up to four capitals is part of the number.
  const run = /(?:\b[\p{Lu}]{1,4}[\s-]+)?[\p{L}\d./‐-]*\d[\p{L}\d./‐ -]*/u.exec(text);
  const value = run === null ? '' : run[0].replace(/\s+\p{L}[\p{Ll}].*$/u, '');
  return value.replace(/[\s,./-]+$/, '').trim();
}

function keyOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
