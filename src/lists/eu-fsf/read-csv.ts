/**
 * The EU list as CSV 1.1: one row per name, address, birth, document or citizenship, the entry's own columns in every
 * row. Columns are found by their headings, `Block_Field`; rows of one entry stand together.
 */
import type { ListFile, ListSink } from '../reader.js';
import { type HeadedRow, type Headings, readHeadedRows } from '../reading/rows.js';
import { readContacts } from './contacts.js';
import { openDrafts } from './drafts.js';
import { BLOCKS, type BlockKind, type Fields, type FsfRecord, type RecordDraft } from './record.js';

/** Heading of the column whose value keeps the rows of an entry together. */
const KEY = 'Entity_LogicalId';
const DATE = 'fileGenerationDate';

/** What headings call a block. */
const PREFIXES: Readonly<Record<BlockKind, string>> = {
  nameAlias: 'NameAlias',
  birthdate: 'BirthDate',
  citizenship: 'Citizenship',
  identification: 'Identification',
  address: 'Address',
};
const COUNTRY = ['Region', 'CountryIso2Code', 'CountryDescription'];
/** The part of a heading behind its block → the attribute of XML 1.1, where that is not the same word. */
const RENAMED: Readonly<Record<string, string>> = {
  BirthDate: 'birthdate',
  Day: 'dayOfMonth',
  Month: 'monthOfYear',
  TypeCode: 'identificationTypeCode',
  TypeDescription: 'identificationTypeDescription',
  EU_ReferenceNumber: 'euReferenceNumber',
};
const ENTITY = ['LogicalId', 'EU_ReferenceNumber', 'UnitedNationId', 'DesignationDate', 'DesignationDetails'];
const REGULATION = [
  ...['Type', 'OrganisationType', 'PublicationDate', 'EntryIntoForceDate', 'NumberTitle', 'Programme'],
  'PublicationUrl',
];
const FIELDS: Readonly<Record<BlockKind, readonly string[]>> = {
  nameAlias: [
    ...['LastName', 'FirstName', 'MiddleName', 'WholeName', 'NameLanguage', 'Gender', 'Title', 'Function'],
    'Strong',
  ],
  birthdate: [
    ...['BirthDate', 'Day', 'Month', 'Year', 'YearRangeFrom', 'YearRangeTo', 'Circa', 'CalendarType'],
    ...['ZipCode', 'City', 'Place', ...COUNTRY],
  ],
  citizenship: COUNTRY,
  identification: [
    ...['Number', 'Diplomatic', 'KnownExpired', 'KnownFalse', 'ReportedLost', 'RevokedByIssuer', 'IssuedBy'],
    ...['IssuedDate', 'ValidFrom', 'ValidTo', 'LatinNumber', 'NameOnDocument', 'TypeCode'],
    ...['TypeDescription', ...COUNTRY],
  ],
  address: [...['City', 'Street', 'PoBox', 'ZipCode', 'Place', 'AsAtListingTime', 'ContactInfo', ...COUNTRY]],
};
/** Of every block: what is said of the block itself and of the act it comes from. */
const OWN = [
  'LogicalId',
  'RegulationLanguage',
  'Remark',
  ...REGULATION.map((field) => `Regulation_${field}`),
];

type Column = readonly [heading: string, field: string];
const columnOf = (prefix: string, field: string): Column => [
  `${prefix}_${field}`,
  RENAMED[field] ?? field[0]!.toLowerCase() + field.slice(1),
];
const ENTITY_COLUMNS = ENTITY.map((field) => columnOf('Entity', field));
const REGULATION_COLUMNS = REGULATION.map((field) => columnOf('Entity_Regulation', field));
const BLOCK_COLUMNS = BLOCKS.map((kind) => ({
  kind,
  prefix: PREFIXES[kind],
  columns: FIELDS[kind].map((field) => columnOf(PREFIXES[kind], field)),
}));

const SUBJECT = ['Entity_SubjectType_ClassificationCode', 'Entity_SubjectType'] as const;
const HEADINGS: Headings = {
  needed: [DATE, KEY, 'Entity_Regulation_Programme', 'NameAlias_WholeName'],
  known: [
    ...[DATE, 'Entity_Remark', ...SUBJECT],
    ...[...ENTITY_COLUMNS, ...REGULATION_COLUMNS].map(([heading]) => heading),
    ...BLOCK_COLUMNS.flatMap(({ columns }) => columns.map(([heading]) => heading)),
    ...BLOCKS.flatMap((kind) => OWN.map((field) => `${PREFIXES[kind]}_${field}`)),
  ],
};

/** Whether a heading line is that of CSV 1.1. */
export function isCsvHead(line: string): boolean {
  return HEADINGS.needed.every((heading) => line.includes(heading));
}

/**
 * Reads a file and hands over each entry as its last row ends.
 *
 * @returns the day the first row says the file is of, '' where it says none
 * @throws CordonError as `readHeadedRows`
 */
export async function readCsv(
  file: ListFile,
  onRecord: (record: FsfRecord) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<string> {
  const drafts = openDrafts(file.name, KEY, onRecord, sink);
  let generated = '';
  for await (const row of readHeadedRows(file, sink, HEADINGS, { delimiter: ';' })) {
    if (generated === '') generated = row.cell(DATE);
    const draft = drafts.draftOf(row.cell(KEY), row.line, (begun) => {
      begun.fields = fieldsOf(row, ENTITY_COLUMNS) ?? {};
    });
    if (draft !== null) addRow(draft, row);
  }
  drafts.end();
  return generated;
}

function addRow(draft: RecordDraft, row: HeadedRow): void {
  // The two columns are easily swapped: whichever holds a word counts.
  if (draft.subject === '') draft.subject = row.cell(SUBJECT[0]) || row.cell(SUBJECT[1]);
  const remark = row.cell('Entity_Remark');
  if (remark !== '' && !draft.remarks.includes(remark)) draft.remarks.push(remark);
  const regulation = fieldsOf(row, REGULATION_COLUMNS);
  if (regulation !== null) {
    draft.addRegulation(row.line, regulation, regulation.publicationUrl ?? '');
    draft.cite(regulation.publicationDate);
  }
  for (const { kind, prefix, columns } of BLOCK_COLUMNS) {
    const fields = fieldsOf(row, columns);
    const said = row.cell(`${prefix}_Remark`);
    if (fields === null && said === '') continue;
    draft.cite(row.cell(`${prefix}_Regulation_PublicationDate`));
    const { contacts, rest } = readContacts(fields?.contactInfo ?? '');
    const remarks = [said, rest].filter((text) => text !== '');
    draft.blocks[kind].push({ line: row.line, fields: fields ?? {}, remarks, contacts });
  }
}

function fieldsOf(row: HeadedRow, columns: readonly Column[]): Fields | null {
  let fields: Record<string, string> | null = null;
  for (const [heading, field] of columns) {
    const text = row.cell(heading);
    if (text === '') continue;
    fields ??= {};
    fields[field] = text;
  }
  return fields;
}
