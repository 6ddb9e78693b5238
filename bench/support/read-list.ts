/**
 * A process of its own that reads one folder by each reader of a source and prints what it measured, as JSON. Readers
 * run before the parser alone, and the peak is taken between them, so it is the reader's.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { streamRecords } from '../../src/base/index.js';
import { LISTS_TABLES, type ListFile, type ListReader, openReaders } from '../../src/lists/index.js';
import { readText } from '../../src/lists/reading/file.js';
import { listFolder, openFile } from '../../src/lists/store/folder.js';

/** What was measured of one format; `libraryAlone` in seconds, null where the format has no such parser. */
export type Reading = {
  readonly source: string;
  readonly format: string;
  readonly file: string;
  readonly megabytes: number;
  readonly published: string | null;
  readonly entities: number;
  readonly listings: number;
  readonly issues: number;
  readonly seconds: number;
  readonly libraryAlone: number | null;
  readonly peakMegabytes: number;
};

const [, , source, folder, rounds] = process.argv as [string, string, string, string, string];
const data = fileURLToPath(new URL('../../data/', import.meta.url));
const tables = new Map(LISTS_TABLES.map((path) => [path, readFileSync(data + path, 'utf8')]));
const files = listFolder(folder).files.map((file) => openFile(file));
const readings: Reading[] = [];
for (const reader of openReaders(tables)) {
  if (reader.source !== source) continue;
  const mine = reader.recognise(files);
  if (mine.length > 0) readings.push(await measure(reader, mine, Number(rounds)));
}
console.log(JSON.stringify(readings));

async function measure(reader: ListReader, mine: readonly ListFile[], times: number): Promise<Reading> {
  let best = Number.POSITIVE_INFINITY;
  let counts = { entities: 0, listings: 0, issues: 0 };
  let published: string | null = null;
  for (let round = 0; round < times; round += 1) {
    const now = { entities: 0, listings: 0, issues: 0 };
    const started = process.cpuUsage();
    const facts = await reader.read(
      mine,
      {
        entity: ({ listings }) => {
          now.entities += 1;
          now.listings += listings.length;
        },
        issue: () => {
          now.issues += 1;
        },
      },
      'bench',
    );
    best = Math.min(best, milliseconds(started));
    counts = now;
    published = facts.published;
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const bytes = mine.reduce((sum, { size }) => sum + size, 0);
  return {
    source: reader.source,
    format: reader.format,
    file: mine.length === 1 ? mine[0]!.name : `${mine[0]!.name} and ${mine.length - 1} more`,
    megabytes: bytes / 1e6,
    published,
    ...counts,
    seconds: best / 1000,
    libraryAlone: await parserAlone(mine, times),
    peakMegabytes,
  };
}

/** Seconds of saxes or csv-parse alone, decoding included. */
async function parserAlone(mine: readonly ListFile[], times: number): Promise<number | null> {
  const start = new TextDecoder().decode(mine[0]!.head.subarray(0, 200)).trimStart();
  if (start.startsWith('PK') || start.startsWith('{') || start.startsWith('[')) return null;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round += 1) {
    const started = process.cpuUsage();
    for (const file of mine) await (start.startsWith('<') ? parseXml(file) : parseCsv(file));
    best = Math.min(best, milliseconds(started));
  }
  return best / 1000;
}

async function parseXml(file: ListFile): Promise<void> {
  const parser = new SaxesParser();
  for (const event of ['opentag', 'closetag', 'text', 'cdata'] as const) parser.on(event, () => undefined);
  const decoder = new TextDecoder();
  for await (const chunk of file.chunks()) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}

async function parseCsv(file: ListFile): Promise<void> {
  const head = new TextDecoder().decode(file.head);
  const delimiter = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const text = readText(file, { issue: () => undefined });
  for await (const _ of streamRecords(text, delimiter));
}

/** Processor time and not the clock's: others use the machine too, and the claim is about one core. */
function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
