/** Invented EU lists in memory, in each of the four formats the publisher has had. */

import { EU_FSF_TABLES, openFsfReaders } from '../../../src/lists/eu-fsf/index.js';
import { type ListContent, type ListReader, readWholeList } from '../../../src/lists/index.js';
import { COUNTRIES_TABLE, openCountries } from '../../../src/lists/wording/countries.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

const tables = tablesOf([COUNTRIES_TABLE, ...EU_FSF_TABLES]);
const countries = openCountries(tables);
export const readers = openFsfReaders(tables, countries);

/** The reader of a format. */
export function readerOf(format: string): ListReader {
  const found = readers.find((reader) => reader.format === `EU FSF ${format}`);
  if (found === undefined) throw new Error(`no reader of ${format}`);
  return found;
}

export function readAs(format: string, text: string): Promise<ListContent> {
  return readWholeList(readerOf(format), [listFile('list', text)]);
}

export function exportOf(entries: string): string {
  const root =
    '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-02T10:00:00.000+01:00">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${entries}\n</export>\n`;
}

const REGULATION =
  '<regulation regulationType="amendment" publicationDate="2024-05-06" entryIntoForceDate="2024-05-07" numberTitle="2024/1 (OJ L1)" programme="UKR"><publicationUrl>https://example.org/act</publicationUrl></regulation>';

/** An entry with the children given; a person unless said otherwise. */
export function entryOf(children: string, attributes = 'logicalId="700"', code = 'P'): string {
  return `<sanctionEntity euReferenceNumber="EU.70.1" ${attributes}>${REGULATION}<subjectType code="x" classificationCode="${code}"/>${children}</sanctionEntity>`;
}

/** What one entry of XML 1.1 is read as, with its issues. */
export async function mapped(entry: string): Promise<{ entity: Entity; issues: ListContent['issues'] }> {
  const { entities, issues } = await readAs('XML 1.1', exportOf(entry));
  const [entity] = entities;
  if (entity === undefined) throw new Error('no entity was read');
  return { entity, issues };
}

/** Delimited text from headings and rows of cells by heading. */
export function delimited(headings: readonly string[], rows: readonly Record<string, string>[]): string {
  const lines = rows.map((row) => headings.map((heading) => row[heading] ?? '').join(';'));
  return [headings.join(';'), ...lines, ''].join('\r\n');
}

const ENTITY = {
  fileGenerationDate: '02/03/2026',
  Entity_LogicalId: '700',
  Entity_EU_ReferenceNumber: 'EU.70.1',
  Entity_SubjectType: 'P',
  Entity_Regulation_PublicationDate: '2024-05-06',
  Entity_Regulation_EntryIntoForceDate: '2024-05-07',
  Entity_Regulation_NumberTitle: '2024/1 (OJ L1)',
  Entity_Regulation_Programme: 'UKR',
  Entity_Regulation_PublicationUrl: 'https://example.org/act',
};
/** Headings of CSV 1.1 that the rows below fill. */
export const HEADINGS = [
  ...Object.keys(ENTITY),
  ...[
    'NameAlias_LastName',
    'NameAlias_FirstName',
    'NameAlias_WholeName',
    'NameAlias_Function',
    'NameAlias_Strong',
  ],
  ...[
    'BirthDate_BirthDate',
    'BirthDate_Year',
    'BirthDate_Circa',
    'BirthDate_City',
    'BirthDate_CountryIso2Code',
  ],
  ...['Identification_Number', 'Identification_TypeCode', 'Identification_CountryIso2Code'],
  ...['Citizenship_CountryIso2Code', 'Address_City', 'Address_ContactInfo', 'Address_CountryIso2Code'],
];

/** A row of CSV 1.1. */
export function rowOf(cells: Record<string, string>): Record<string, string> {
  return { ...ENTITY, ...cells };
}
