/** The EU consolidated list of financial sanctions (FSF): XML and CSV, versions 1.1 and 1.0. */
import { type DataTables, type Day, isDay, issue, readDate } from '../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { openDistinctIds } from '../reading/distinct-ids.js';
import { headText } from '../reading/file.js';
import { newestFile } from '../reading/newest.js';
import { hasRoot, headAttribute } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { COUNTRY_CODES_TABLE, openCountryCodes } from '../wording/country-codes.js';
import { COMPANY_FORMS_TABLE, openOrganisationSchema } from '../wording/organisation-schema.js';
import { EU_DOCUMENTS_TABLE, openDocumentKinds } from './documents.js';
import { EU_FSF, type FsfTables, mapRecord } from './map.js';
import { isCsvHead, readCsv } from './read-csv.js';
import { isOldCsvHead, readOldCsv } from './read-old-csv.js';
import { readWhole, WHOLE_ROOT } from './read-old-xml.js';
import { EXPORT_ROOT, readExport } from './read-xml.js';
import type { FsfRecord } from './record.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const EU_FSF_TABLES: readonly string[] = [
  COUNTRY_CODES_TABLE,
  EU_DOCUMENTS_TABLE,
  COMPANY_FORMS_TABLE,
];

type Format = {
  readonly format: string;
  readonly rank: number;
  isMine(file: ListFile): boolean;
  /** What a file says its day is, near its beginning. */
  dayIn(file: ListFile): string | null;
  read(file: ListFile, onRecord: (record: FsfRecord) => void, sink: ListSink): Promise<string | null>;
};

/** Richest first: 1.0 knows no weak names and no calendar. */
const FORMATS: readonly Format[] = [
  {
    format: 'EU FSF XML 1.1',
    rank: 20,
    // Other lists may call their root so too: the entry's element decides.
    isMine: (file) =>
      hasRoot(file, [EXPORT_ROOT]) && /generationDate|sanctionEntity/.test(headText(file, 65_536)),
    dayIn: (file) => headAttribute(file, 'generationDate'),
    read: readExport,
  },
  {
    format: 'EU FSF XML 1.0',
    rank: 21,
    isMine: (file) => hasRoot(file, [WHOLE_ROOT]),
    dayIn: (file) => dayOf(headAttribute(file, 'Date') ?? ''),
    read: readWhole,
  },
  {
    format: 'EU FSF CSV 1.1',
    rank: 30,
    isMine: (file) => isCsvHead(lineOf(file, 0)),
    dayIn: (file) => dayOf(lineOf(file, 1)),
    read: readCsv,
  },
  {
    format: 'EU FSF CSV 1.0',
    rank: 31,
    isMine: (file) => isOldCsvHead(lineOf(file, 0)),
    dayIn: (file) => dayOf(lineOf(file, 1)),
    read: readOldCsv,
  },
];

/** One reader per format. */
export function openFsfReaders(tables: DataTables, countries: Countries): ListReader[] {
  const opened: FsfTables = {
    countries,
    codes: openCountryCodes(tables),
    documents: openDocumentKinds(tables),
    organisation: openOrganisationSchema(tables),
  };
  return FORMATS.map((format) => ({
    source: EU_FSF,
    format: format.format,
    rank: format.rank,
    recognise: (files) => files.filter(format.isMine),
    read: async (files, sink) => ({
      published: await readOne(newestFile(files, format.dayIn, sink), format, opened, sink),
    }),
  }));
}

async function readOne(
  file: ListFile,
  format: Format,
  tables: FsfTables,
  sink: ListSink,
): Promise<Day | null> {
  const hand = openDistinctIds(sink);
  const generated = await format.read(
    file,
    (record) => {
      const { entity, issues } = mapRecord(record, file.name, tables);
      for (const one of issues) sink.issue(one);
      hand(entity, { file: file.name, line: record.line, field: 'logicalId', value: record.logicalId });
    },
    sink,
  );
  const published = dayOf(generated ?? '');
  if (published !== null) return published;
  const at = { file: file.name, line: 1, field: 'generationDate', value: generated };
  sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
  return null;
}

/** The day a text begins with: `2020-04-15T15:29:22.497+02:00`, `04/07/2018;…`. */
function dayOf(text: string): Day | null {
  const [begin = ''] = /^[\d/.-]{8,10}/.exec(text.replace(/^["\s]+/, '')) ?? [];
  const day = readDate(begin);
  return day !== null && isDay(day) ? day : null;
}

function lineOf(file: ListFile, at: number): string {
  const text = headText(file, 65_536).replace(/^\uFEFF/, '');
  return text.split(/\r\n|\n|\r/, at + 1)[at] ?? '';
}
