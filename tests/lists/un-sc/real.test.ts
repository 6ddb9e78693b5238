/** The list as the United Nations publish it, two snapshots, read where they lie beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type ListContent, memoryFile, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { reader } from './support.js';

const LISTS = fileURLToPath(new URL('../../../../shared/data/lists/', import.meta.url));
const absent = !existsSync(`${LISTS}un-sc`);

function read(folder: string): Promise<ListContent> {
  const names = readdirSync(LISTS + folder);
  const files = names.map((name) => memoryFile(name, readFileSync(`${LISTS}${folder}/${name}`)));
  return readWholeList(reader, reader.recognise(files));
}

const entry = (content: ListContent, reference: string): Entity | undefined =>
  content.entities.find(({ id }) => id === `un-sc-${reference}`);

it.skipIf(absent)(
  'every entry of both snapshots arrives, under ids that stay (skipped without ../shared/data)',
  async () => {
    const [now, then] = [await read('un-sc'), await read('un-sc-2025-04')];
    expect([now.published, now.entities.length]).toEqual(['2026-02-27', 1003]);
    expect([then.published, then.entities.length]).toEqual(['2025-04-19', 877]);
    const before = new Set(then.entities.map(({ id }) => id));
    const after = new Set(now.entities.map(({ id }) => id));
    expect(after.size).toBe(1003);
    expect([...after].filter((id) => before.has(id))).toHaveLength(873);
    expect([...after].filter((id) => !before.has(id))).toHaveLength(130);
    expect([...before].filter((id) => !after.has(id))).toHaveLength(4);
  },
);

it.skipIf(absent)(
  'every entry has a name, a programme and a first day (skipped without ../shared/data)',
  async () => {
    for (const { properties, listings } of (await read('un-sc')).entities) {
      expect(properties.name?.length).toBeGreaterThan(0);
      expect(listings[0]?.programme).not.toBeNull();
      expect(listings[0]?.start).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  },
);

it.skipIf(absent)(
  'little is left unplaced, and all of it is told (skipped without ../shared/data)',
  async () => {
    const { issues } = await read('un-sc');
    const codes = issues.map(({ code }) => code).sort();
    expect(codes).toEqual([
      'bad-date',
      'bad-date',
      'bad-date',
      'bad-encoding',
      'unplaced-text',
      'unplaced-text',
    ]);
  },
);

it.skipIf(absent)(
  'banks and ship owners carry the numbers of their comments (skipped without ../shared/data)',
  async () => {
    const list = await read('un-sc');
    expect(entry(list, 'KPe.047')?.properties).toMatchObject({
      name: ['FOREIGN TRADE BANK'],
      swiftBic: ['FTBDKPPY'],
    });
    expect(entry(list, 'KPe.022')?.properties.imoNumber).toEqual(['5342883']);
    expect(list.entities.filter(({ properties }) => properties.imoNumber !== undefined)).toHaveLength(16);
  },
);

it.skipIf(absent)(
  'GB is Guinea-Bissau: programmes stay as written (skipped without ../shared/data)',
  async () => {
    expect(entry(await read('un-sc'), 'GBi.001')?.listings[0]?.programme).toBe('GB');
  },
);
