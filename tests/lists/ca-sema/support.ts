/** Canada's XML made in memory, in the publisher's shape. */
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

export const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'ca-sema')!;

const DEFAULTS = {
  Country: 'Northland / Terre du Nord',
  Schedule: '1, Part 1',
  Item: '1',
  DateOfListing: '2022-03-15',
};

/** A record of these fields. */
export function record(fields: Readonly<Record<string, string>>): string {
  const made = Object.entries({ ...DEFAULTS, ...fields }).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<record>${made.join('')}</record>`;
}

export function readRecords(...records: string[]): Promise<ListContent> {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<data-set>\n${records.join('\n')}\n</data-set>\n`;
  return readWholeList(reader, reader.recognise([listFile('sema.xml', text)]));
}

/** What one record is read as. */
export async function mapped(
  fields: Readonly<Record<string, string>>,
): Promise<{ entity: Entity; issues: ListContent['issues'] }> {
  const { entities, issues } = await readRecords(record(fields));
  return { entity: entities[0]!, issues };
}
