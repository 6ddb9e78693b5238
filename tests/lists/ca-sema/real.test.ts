/** Canada's list as it is published, read where it lies beside the checkout. */
import { expect, it } from 'vitest';
import { type ListContent, readWholeList } from '../../../src/lists/index.js';
import { hasReal, realFiles } from '../tables.js';
import { reader } from './support.js';

const absent = !hasReal('ca-sema');
const read = (): Promise<ListContent> => readWholeList(reader, reader.recognise(realFiles('ca-sema')));

it.skipIf(absent)(
  'all 4,759 records arrive under ids of their own (skipped without ../shared/data)',
  async () => {
    const { published, entities, issues } = await read();
    expect(published).toBe('2025-03-20');
    expect(entities).toHaveLength(4759);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(4759);
    const kinds = (schema: string) => entities.filter((entity) => entity.schema === schema).length;
    expect([kinds('Person'), kinds('Vessel'), kinds('Company') + kinds('Organization')]).toEqual([
      3334, 109, 1316,
    ]);
    // One man is listed in two parts of a schedule; one birth is told in words.
    expect(issues.map(({ code }) => code).sort()).toEqual(['bad-date', 'duplicate-entry']);
  },
);

it.skipIf(absent)(
  'every record has a name, a day and regulations (skipped without ../shared/data)',
  async () => {
    const { entities } = await read();
    for (const { properties, listings } of entities) {
      expect(properties.name?.length).toBeGreaterThan(0);
      expect(listings).toMatchObject([
        { start: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), programme: expect.any(String) },
      ]);
    }
    expect(new Set(entities.map(({ listings }) => listings[0]?.programme)).size).toBe(19);
  },
);

it.skipIf(absent)(
  'ships of the list carry numbers that prove themselves (skipped without ../shared/data)',
  async () => {
    const ships = (await read()).entities.filter(({ schema }) => schema === 'Vessel');
    expect(ships.filter(({ properties }) => /^\d{7}$/.test(properties.imoNumber?.[0] ?? ''))).toHaveLength(
      109,
    );
    expect(ships.every(({ listings }) => listings[0]?.annex === '1.1')).toBe(true);
  },
);

it.skipIf(absent)(
  'no alias is a bare legal form, and none mixes a label with a name (skipped without ../shared/data)',
  async () => {
    const aliases = (await read()).entities.flatMap(({ properties }) => properties.alias ?? []);
    expect(aliases.length).toBeGreaterThan(3000);
    expect(aliases.filter((alias) => /^(?:JSC|LLC|АО|ООО|ПАО|ОАО)\.?$/.test(alias))).toEqual([]);
    expect(
      aliases.filter((alias) => /^(?:Russian|Belarus+ian|Arabic)\b/.test(alias) && alias.includes(':')),
    ).toEqual([]);
  },
);
