/** The UK sanctions list of the Foreign, Commonwealth and Development Office: XML, CSV, and spreadsheets. */
import { type DataTables, type Day, isSpreadsheet, issue } from '../../base/index.js';
import type { UkRow } from '../gb-designation/fields.js';
import { openGathering } from '../gb-designation/gathering.js';
import { GB_TABLES, openUkTables, type UkTables } from '../gb-designation/tables.js';
import type { ListFile, ListReader, ListSink } from '../reader.js';
import { newestFile } from '../reading/newest.js';
import { hasRoot } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import { isUkCsv, readUkCsv, readUkSheet, reportDay, scatteredIds } from './read-rows.js';
import { generatedIn, ROOT, readUkXml } from './read-xml.js';

/** Tables under `data/` that these readers take, beside the table of countries. */
export const GB_UKSL_TABLES = GB_TABLES;

const SOURCE = 'gb-uksl';
const NONE: ReadonlySet<string> = new Set();

/** The readers of `gb-uksl`, one per format. */
export function openUkslReaders(tables: DataTables, countries: Countries): readonly ListReader[] {
  const opened = openUkTables(tables, countries);
  return [
    readerOf(
      'UK XML',
      20,
      (file) => hasRoot(file, [ROOT]),
      generatedIn,
      (file, sink) => readXmlFile(file, sink, opened),
    ),
    readerOf('UK CSV', 30, isUkCsv, reportDay, async (file, sink) => {
      await readRows(file, readUkCsv(file, sink), sink, opened, await scatteredIds(file));
      return reportDay(file);
    }),
    readerOf(
      'UK spreadsheet',
      40,
      ({ head }) => isSpreadsheet(head),
      () => null,
      async (file, sink) => {
        await readRows(file, readUkSheet(file, sink), sink, opened, null);
        return null;
      },
    ),
  ];
}

function readerOf(
  format: string,
  rank: number,
  isMine: (file: ListFile) => boolean,
  dateIn: (file: ListFile) => Day | null,
  read: (file: ListFile, sink: ListSink) => Promise<Day | null>,
): ListReader {
  return {
    source: SOURCE,
    format,
    rank,
    recognise: (files) => files.filter(isMine),
    read: async (files, sink) => ({ published: await read(newestFile(files, dateIn, sink), sink) }),
  };
}

async function readXmlFile(file: ListFile, sink: ListSink, tables: UkTables): Promise<Day | null> {
  const gathering = openGathering(originOf(file), tables, sink, NONE);
  const published = await readUkXml(
    file,
    (rows) => {
      for (const row of rows) gathering.take(row, rows[0]!);
      gathering.close();
    },
    sink,
  );
  if (published === null) {
    const at = { file: file.name, line: 1, field: 'DateGenerated' };
    sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
  }
  return published;
}

async function readRows(
  file: ListFile,
  rows: AsyncIterable<UkRow>,
  sink: ListSink,
  tables: UkTables,
  scattered: ReadonlySet<string> | null,
): Promise<void> {
  const gathering = openGathering(originOf(file), tables, sink, scattered);
  for await (const row of rows) gathering.take(row, row);
  gathering.end();
}

function originOf(file: ListFile) {
  return { source: SOURCE, file: file.name, prefix: 'gb-', measure: null };
}
