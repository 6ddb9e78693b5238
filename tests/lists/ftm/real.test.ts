/** FollowTheMoney exports as they are published, read where they lie beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openFtmReaders } from '../../../src/lists/ftm/index.js';
import { memoryFile, readWholeList } from '../../../src/lists/index.js';

const SAMPLES = fileURLToPath(new URL('../../../../shared/data/lists/ftm-samples/', import.meta.url));
const absent = !existsSync(SAMPLES);
const reader = openFtmReaders()[0]!;

function filesOf(folder: string) {
  return readdirSync(SAMPLES + folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => memoryFile(name, readFileSync(`${SAMPLES}${folder}/${name}`)));
}

it.skipIf(absent).each([
  // folder, source, published, entities, listings
  ['yente/t1', 'eu_fsf', '2024-06-01', 7, 0],
  ['yente/zala', 'folder', '2026-04-29', 50, 41],
  ['yente/parteispenden', 'folder', null, 475, 0],
  ['sa-peps', 'sa_wiki_peps_v2', '2024-03-14', 1565, 0],
])(
  '%s is read whole (skipped without ../shared/data)',
  async (folder, source, published, entities, listings) => {
    const content = await readWholeList(reader, reader.recognise(filesOf(folder)), 'folder');
    expect(content).toMatchObject({ source, published });
    expect(content.entities).toHaveLength(entities);
    expect(content.entities.flatMap((entity) => entity.listings)).toHaveLength(listings);
    expect(content.issues.filter(({ code }) => code === 'bad-record' || code === 'missing-field')).toEqual(
      [],
    );
  },
);

it.skipIf(absent)(
  'delta files and tables of targets are no lines of entities (skipped without ../shared/data)',
  () => {
    for (const folder of ['yente/t2', 'yente/t2/20240527194702-wnk', 'ransomwhere'])
      expect(reader.recognise(filesOf(folder))).toEqual([]);
  },
);
