/** Extracts in CSV, invented, and their readers. */
import { CH_FIAA_TABLES, openFiaaReader } from '../../src/lists/ch-fiaa/index.js';
import { CN_SANCTIONS_TABLES, openChinaReader } from '../../src/lists/cn-sanctions/index.js';
import { type ListContent, type ListReader, readWholeList } from '../../src/lists/index.js';
import { openNoticeReaders, US_NOTICES_TABLES } from '../../src/lists/us-notices/index.js';
import { COUNTRIES_TABLE, openCountries } from '../../src/lists/wording/countries.js';
import { listFile, tablesOf } from './tables.js';

const own = [...CH_FIAA_TABLES, ...CN_SANCTIONS_TABLES, ...US_NOTICES_TABLES];
const tables = tablesOf([...new Set([COUNTRIES_TABLE, ...own])]);
const countries = openCountries(tables);
const readers: readonly ListReader[] = [
  openChinaReader(tables, countries),
  openFiaaReader(tables, countries),
  ...openNoticeReaders(tables, countries),
];

/** The reader of a source. */
export function extractReader(source: string): ListReader {
  const found = readers.find((reader) => reader.source === source);
  if (found === undefined) throw new Error(`no reader of ${source}`);
  return found;
}

/** A CSV from its heading line and its rows, none of whose cells holds a comma. */
export function csvOf(headings: string, ...rows: string[]): string {
  return `${[headings, ...rows].join('\n')}\n`;
}

export function readExtract(source: string, ...texts: string[]): Promise<ListContent> {
  const reader = extractReader(source);
  const files = texts.map((text, at) => listFile(`${at}.csv`, text));
  return readWholeList(reader, reader.recognise(files));
}
