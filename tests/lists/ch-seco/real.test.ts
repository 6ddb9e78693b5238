/** SECO's own shapes (an excerpt of the whole list, its amendment and test files), read where they lie beside the checkout. */
import { expect, it } from 'vitest';
import { readWholeList } from '../../../src/lists/index.js';
import { hasReal, realFiles } from '../tables.js';
import { reader } from './support.js';

const absent = !hasReal('ch-seco');

it.skipIf(absent)(
  'of SECO’s three files only the whole list is read (skipped without ../shared/data)',
  async () => {
    const { published, entities, issues } = await readWholeList(
      reader,
      reader.recognise(realFiles('ch-seco')),
    );
    expect(published).toBe('2026-08-27');
    expect(entities.map(({ id, schema }) => [id, schema])).toEqual([
      ['ch-seco-5142', 'Person'],
      ['ch-seco-46130', 'Organization'],
      ['ch-seco-34461', 'Vessel'],
    ]);
    expect(entities.map(({ listings: [first] }) => [first?.programme, first?.measure, first?.end])).toEqual([
      ['Belarus', 'Asset freeze', '2016-02-29'],
      ['Belarus', 'Capital market', null],
      ['North Korea', 'Vessel measures', null],
    ]);
    expect(entities[2]?.properties.imoNumber).toEqual(['8405270']);
    // The excerpt leaves out the place that an address points at.
    expect(issues.map(({ code }) => code).sort()).toEqual(['bad-value', 'ignored-file', 'ignored-file']);
  },
);

it.skipIf(absent)('its amendment alone is refused (skipped without ../shared/data)', async () => {
  const amendment = realFiles('ch-seco').filter(({ name }) => name.includes('amendment'));
  await expect(readWholeList(reader, reader.recognise(amendment))).rejects.toMatchObject({
    code: 'list-unreadable',
  });
});
