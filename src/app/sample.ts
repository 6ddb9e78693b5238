/** The bundled sample as a world that is never kept: read from the package by the same readers as any list. */
import { join } from 'node:path';
import type { ListReader, Sources } from '../lists/index.js';
import {
  type IndexMaker,
  type ListStore,
  memoryStorage,
  openWriter,
  planReading,
  STAGING,
} from '../lists/store/index.js';
import type { Measures } from '../rules/index.js';
import { SAMPLE_FOLDER } from './paths.js';
import { readList } from './read-list.js';

/** The day as of which the sample's facts hold: its files carry no date, so it is both publication and retrieval. */
const SAMPLE_DAY = '2023-10-31';

/** Reads the sample's lists into memory. @throws CordonError when the package's own files are damaged */
export async function openSampleStore(open: {
  readers: readonly ListReader[];
  sources: Sources;
  measures: Measures;
  engine: string;
  index: IndexMaker;
}): Promise<ListStore> {
  const storage = memoryStorage();
  const writer = openWriter(storage);
  for (const job of planReading(join(SAMPLE_FOLDER, 'lists'), open.readers, null).jobs) {
    const order = { job, published: SAMPLE_DAY, today: SAMPLE_DAY, staging: `${STAGING}/${job.source}` };
    const { encoded, facts } = await readList(order, { ...open, storage });
    const files = job.files.map((file) => file.name);
    const sample = { ...facts, title: `${facts.title} (sample)`, official: false };
    const offer = {
      encoded,
      facts: sample,
      format: job.reader.format,
      files,
      retrieved: SAMPLE_DAY,
      engine: open.engine,
      accept: null,
    };
    writer.take(offer);
  }
  const store = await writer.commit(open.index);
  writer.close();
  return store;
}
