/**
 * Identity documents and numbers of the EU list: which property a number belongs to, by the table of document kinds, the
 * issuing country and the number's own checksum; what else is said of it becomes a note.
 */
import { type DataTables, dataTable, type IssueCode, readDataTable } from '../../base/index.js';
import { readIdentifier } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import { placeNumber } from '../wording/identity-numbers.js';
import type { FsfBlock } from './record.js';

/** The table of document kinds, under `data/`. */
export const EU_DOCUMENTS_TABLE = 'lists/eu-documents.csv';

type Kind = { readonly person: string; readonly organisation: string };

/** Kinds of documents, by the list's code, else by the first of the words that its description or remark holds. */
export type DocumentKinds = {
  kindOf(code: string, words: string): Kind | null;
};

/** A number with its property, null where the block has none; `note` what else is said; `trouble` an issue to give. */
export type FsfDocument = {
  readonly property: string | null;
  readonly numbers: readonly string[];
  readonly note: string;
  readonly trouble: { readonly code: IssueCode; readonly message: string; readonly value: string } | null;
};

/** Opens the table. @throws CordonError `table-invalid` */
export function openDocumentKinds(tables: DataTables): DocumentKinds {
  const columns = ['match', 'text', 'person', 'organisation', 'confidence', 'source'] as const;
  const rows = readDataTable(dataTable(tables, EU_DOCUMENTS_TABLE), EU_DOCUMENTS_TABLE, columns);
  const codes = new Map<string, Kind>();
  const words: { readonly word: RegExp; readonly kind: Kind }[] = [];
  for (const { cells } of rows) {
    const kind = { person: cells.person, organisation: cells.organisation };
    if (cells.match === 'code') codes.set(cells.text, kind);
    // Short words in capitals are names of numbers: `inn` in small letters is a house.
    else words.push({ word: new RegExp(`\\b${cells.text}\\b`, /^[A-Z]/.test(cells.text) ? '' : 'i'), kind });
  }
  return {
    kindOf: (code, text) =>
      codes.get(code.toLowerCase()) ?? words.find(({ word }) => word.test(text))?.kind ?? null,
  };
}

/** Flags of a document → what they say. */
const FLAGS: readonly (readonly [field: string, words: string])[] = [
  ['diplomatic', 'diplomatic'],
  ['knownFalse', 'known to be false'],
  ['knownExpired', 'known to have expired'],
  ['reportedLost', 'reported lost'],
  ['revokedByIssuer', 'revoked by the issuer'],
];
const DETAILS: readonly (readonly [field: string, words: string])[] = [
  ['nameOnDocument', 'in the name of'],
  ['issuedBy', 'issued by'],
  ['issuedDate', 'issued on'],
  ['issueDate', 'issued on'],
  ['validFrom', 'valid from'],
  ['validTo', 'valid until'],
  ['region', 'region'],
];

/**
 * Reads one `identification`.
 *
 * @param country FollowTheMoney code of the issuing country, '' where it is not known
 */
export function readDocument(
  { fields, remarks }: FsfBlock,
  isPerson: boolean,
  country: string,
  kinds: DocumentKinds,
): FsfDocument {
  const number = singleSpaced(fields.number ?? '');
  const latin = singleSpaced(fields.latinNumber ?? '');
  const code = fields.identificationTypeCode ?? '';
  const description = fields.identificationTypeDescription ?? '';
  const said = noteOf(fields, remarks);
  const numbers = [number, latin].filter(
    (text, at, all) => /[\p{L}\p{N}]/u.test(text) && all.indexOf(text) === at,
  );
  const head = [description || code, numbers.join(', ')].filter((text) => text !== '').join(' ');
  const note = said.length === 0 ? '' : `${head}: ${said.join('; ')}`;
  if (numbers.length === 0) {
    const value = [head, number, ...said].filter((text) => text !== '').join('; ');
    const message = 'a document without a number; kept in the notes';
    const trouble = value === '' ? null : { code: 'unplaced-text' as const, message, value };
    return { property: null, numbers, note: value, trouble };
  }
  const kind = kinds.kindOf(code, [description, ...remarks].join(' '));
  const property =
    kind?.[isPerson ? 'person' : 'organisation'] ?? (isPerson ? 'idNumber' : 'registrationNumber');
  const placed = placeNumber(
    property,
    numbers[0]!,
    country === 'ru' ? 'yes' : country === '' ? 'unknown' : 'no',
  );
  const identifier = readIdentifier(placed.property, placed.value);
  const failed = placed.failed || identifier?.valid === false;
  const trouble = failed
    ? {
        code: 'bad-checksum' as const,
        message: 'a number that fails its own check (kept)',
        value: numbers[0]!,
      }
    : kind === null
      ? {
          code: 'unplaced-text' as const,
          message: `a kind of document that is not known; kept as ${property}`,
          value: code,
        }
      : null;
  return { property: placed.property, numbers: [placed.value, ...numbers.slice(1)], note, trouble };
}

/** `Italian Fiscal Code: DAOMMD74T11Z352Z`, `(b) Registration number: 1027700132195`, each up to the next sign. */
const LABELLED =
  /(?:^|[;,(.] ?|\) )([\p{L} ]{2,60}?)\.? ?: ?((?=[A-Z0-9/-]{0,30}\d{3})[A-Z0-9][A-Z0-9/-]{3,39})(?=$|[;,.) ])/gu;
/** A label that names a number and not a day or a place. */
const NUMBER_LABEL = /\b(?:numbers?|no|code|card|passport|INN|OGRN|KPP|OKPO|LEI|BIC|SWIFT|IMO)$/i;
/** The longest remark that is searched. */
const LONGEST_REMARK = 4000;

/**
 * Numbers that a remark names in passing; the remark itself is kept as a note by the caller.
 *
 * @returns property and number, in their order
 */
export function numbersInRemark(
  remark: string,
  isPerson: boolean,
  kinds: DocumentKinds,
): (readonly [property: string, number: string])[] {
  if (remark.length > LONGEST_REMARK || !/\d{3}/.test(remark)) return [];
  return [...singleSpaced(remark).matchAll(LABELLED)].flatMap(([, label = '', number = '']) => {
    const kind = NUMBER_LABEL.test(label.trim()) ? kinds.kindOf('', label) : null;
    if (kind === null) return [];
    const placed = placeNumber(kind[isPerson ? 'person' : 'organisation'], number, 'unknown');
    const failed = placed.failed || readIdentifier(placed.property, placed.value)?.valid === false;
    return failed ? [] : [[placed.property, placed.value] as const];
  });
}

function noteOf(fields: FsfBlock['fields'], remarks: readonly string[]): string[] {
  const flags = FLAGS.filter(([field]) => fields[field] === 'true').map(([, words]) => words);
  const details = DETAILS.flatMap(([field, words]) => {
    const text = singleSpaced(fields[field] ?? '');
    return text === '' || text === '-' ? [] : [`${words} ${text}`];
  });
  return [...flags, ...details, ...remarks.map(singleSpaced).filter((text) => text !== '')];
}
