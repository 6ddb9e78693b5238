/**
 * OpenSanctions' table of targets (`targets.simple.csv`): one row an entity, several values in a cell. It says less than
 * the entities: which numbers a party bears, but not of what kind, so kinds are told by shape, check digits and schema.
 */
import { ftmModel, isImo, isImoCompany, isLei, isOgrn, type Properties } from '../../model/index.js';
import { type HeadedRow, readHeadedRows } from '../reading/rows.js';
import { placeNumber } from '../wording/identity-numbers.js';
import { type FtmForm, hasHeadings } from './form.js';
import { type FtmRecord, readRecord } from './record.js';
import type { Tally } from './tally.js';

const NEEDED = ['id', 'schema', 'name', 'aliases', 'identifiers', 'sanctions'];
/** Column → the property its values belong to. */
const PLAIN: readonly (readonly [column: string, property: string])[] = [
  ['aliases', 'alias'],
  ['birth_date', 'birthDate'],
  ['countries', 'country'],
  ['addresses', 'address'],
  ['phones', 'phone'],
  ['emails', 'email'],
];
const HEADINGS = {
  known: [...NEEDED, ...PLAIN.map(([column]) => column), 'program_ids', 'last_seen', 'last_change'],
  needed: NEEDED,
  // The dataset's title is no name; when the publisher first saw an entity is not when it was listed.
  passed: ['dataset', 'first_seen'],
};

/** The form. */
export const TARGETS: FtmForm = {
  format: 'OpenSanctions targets CSV',
  rank: 30,
  isMine: (file) => hasHeadings(file, NEEDED),
  async *records(file, tally, sink) {
    for await (const row of readHeadedRows(file, sink, HEADINGS)) {
      const record = readRow(row, tally);
      if (record !== null) yield [record];
    }
  },
};

/** The values of a cell: joined by `;`, one that holds a `;` or a quote is quoted, an empty one too (`""`). */
export function splitValues(cell: string): string[] {
  if (cell === '') return [];
  if (!cell.includes('"')) return cell.split(';');
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at]!;
    if (sign === '"' && quoted && cell[at + 1] === '"') {
      value += '"';
      at += 1;
    } else if (sign === '"' && (quoted || value === '')) quoted = !quoted;
    else if (sign === ';' && !quoted) {
      values.push(value);
      value = '';
    } else value += sign;
  }
  return [...values, value];
}

function readRow(row: HeadedRow, tally: Tally): FtmRecord | null {
  const schema = row.cell('schema');
  const known = ftmModel().isSchema(schema) ? schema : 'Thing';
  const properties: Record<string, string[]> = {};
  const put = (property: string, column: string, values: readonly string[]): void => {
    const fits = ftmModel().propertyType(known, property) !== null;
    const into = fits ? property : 'notes';
    const texts = values.filter(Boolean).map((value) => (fits ? value : `${column}: ${value}`));
    properties[into] = [...(properties[into] ?? []), ...texts];
  };
  put('name', 'name', [row.cell('name')]);
  for (const [column, property] of PLAIN) put(property, column, splitValues(row.cell(column)));
  addIdentifiers(known, splitValues(row.cell('identifiers')), properties.country ?? [], put);
  const raw = {
    id: row.cell('id'),
    schema,
    caption: row.cell('name'),
    properties,
    last_seen: row.cell('last_seen'),
    last_change: row.cell('last_change'),
  };
  const record = readRecord(raw, row.line, tally);
  return record === null ? null : { ...record, sanctions: sanctionsOf(row) };
}

/** One sanction for each programme; which text belongs to which is not told, so each gets all of them. */
function sanctionsOf(row: HeadedRow): Properties[] {
  const texts = splitValues(row.cell('sanctions'));
  const programmes = splitValues(row.cell('program_ids')).filter(Boolean);
  const reason = texts.filter((text) => text.trim() !== '');
  if (programmes.length > 0) return programmes.map((id) => ({ programId: [id], reason }));
  return texts.length > 0 ? [{ reason }] : [];
}

type Put = (property: string, column: string, values: readonly string[]) => void;

function addIdentifiers(
  schema: string,
  values: readonly string[],
  countries: readonly string[],
  put: Put,
): void {
  const russian = countries.includes('ru') || values.some((value) => isRussian(value));
  for (const value of values) {
    const { property, text } = identifierOf(value, schema, russian, countries.length > 0);
    put(property, 'identifiers', [text]);
  }
}

function isRussian(value: string): boolean {
  return /^[1235]\d{12}$/.test(value) && isOgrn(value);
}

/** What kind of number it is. The order counts: a sure sign before a likely one. */
function identifierOf(
  value: string,
  schema: string,
  russian: boolean,
  elsewhere: boolean,
): { property: string; text: string } {
  const model = ftmModel();
  const [, imo] = /^IMO\s?(\d{7})$/i.exec(value) ?? [];
  if (imo !== undefined && (isImo(imo) || isImoCompany(imo))) return { property: 'imoNumber', text: imo };
  if (/^Q\d+$/.test(value)) return { property: 'wikidataId', text: value };
  if (model.isA(schema, 'CryptoWallet')) return { property: 'publicKey', text: value };
  if (model.isA(schema, 'Vessel')) {
    if (/^\d{9}$/.test(value)) return { property: 'mmsi', text: value };
    return { property: /^[A-Z\d]{4,7}$/.test(value) ? 'callSign' : 'registrationNumber', text: value };
  }
  if (isLei(value)) return { property: 'leiCode', text: value };
  const general = model.isA(schema, 'Person') ? 'idNumber' : 'registrationNumber';
  const placed = placeNumber(general, value, russian ? 'likely' : elsewhere ? 'no' : 'unknown');
  return { property: placed.property, text: placed.value };
}
