/** OFAC's formats of one list, read from ../shared/data/lists: entities by id, and what the files say of each entry. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Countries,
  LISTS_TABLES,
  type ListFile,
  memoryFile,
  openCountries,
  openReaders,
  readWholeList,
} from '../../src/lists/index.js';
import type { Format } from './ofac-differences.js';
import { type Raw, rawAdvanced, rawCsv, rawXml } from './ofac-raw.js';

const ROOT = new URL('../../', import.meta.url);
const LISTS = fileURLToPath(new URL('../shared/data/lists/', ROOT));

/** Which folder holds which format of the consolidated list: the CSV is the newest, the advanced file of 2020. */
export const CONSOLIDATED = {
  source: 'us-ofac-consolidated',
  folders: {
    CSV: 'us-ofac-consolidated',
    XML: 'us-ofac-consolidated-xml',
    advanced: 'us-ofac-consolidated-xml',
  },
} as const;

/** The full SDN list of 2021 and a few entries of the year before in XML. */
export const SDN = {
  source: 'us-ofac-sdn',
  folders: { CSV: 'us-ofac-sdn', XML: 'us-ofac-sdn-xml-sample' },
} as const;

const RANKS = { CSV: 30, XML: 20, advanced: 10 } as const;
const RAW = {
  CSV: rawCsv,
  XML: (files: readonly ListFile[]) => rawXml(files[0]!),
  advanced: (files: readonly ListFile[]) => rawAdvanced(files[0]!),
} as const;

type FormatName = keyof typeof RANKS;
/** With the time its reading took, and the size of its files. */
export type TimedFormat = Format & { readonly seconds: number; readonly megabytes: number };

/** Reads each format named, in the order named. */
export async function readFormats(list: {
  readonly source: string;
  readonly folders: Readonly<Partial<Record<FormatName, string>>>;
}): Promise<{ readonly formats: TimedFormat[]; readonly countries: Countries }> {
  const tables = new Map(
    LISTS_TABLES.map((path) => [path, readFileSync(new URL(`data/${path}`, ROOT), 'utf8')]),
  );
  const readers = openReaders(tables);
  const formats: TimedFormat[] = [];
  for (const [name, folder] of Object.entries(list.folders) as [FormatName, string][]) {
    const reader = readers.find(({ source, rank }) => source === list.source && rank === RANKS[name])!;
    const files = reader.recognise(filesOf(folder));
    const started = process.hrtime.bigint();
    const { entities } = await readWholeList(reader, files);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const raw: Raw = await RAW[name](files);
    const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
    formats.push({ name, entities: new Map(entities.map((one) => [one.id, one])), raw, seconds, megabytes });
  }
  return { formats, countries: openCountries(tables) };
}

function filesOf(folder: string): ListFile[] {
  const names = readdirSync(LISTS + folder);
  return names.map((name) => memoryFile(name, new Uint8Array(readFileSync(`${LISTS}${folder}/${name}`))));
}
