/** The bundled sample is data that users see first: it must read without a single issue, and every number must be one. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/base/index.js';
import {
  LISTS_TABLES,
  type ListContent,
  type ListFile,
  memoryFile,
  openReaders,
  readWholeList,
} from '../../src/lists/index.js';
import { type Entity, identifiersOf } from '../../src/model/index.js';

const data = new URL('../../data/', import.meta.url);
const sample = new URL('sample/', data);
const AS_OF = '2023-10-31';

function filesUnder(folder: URL, prefix = ''): ListFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`)
      : [memoryFile(`${prefix}${entry.name}`, readFileSync(new URL(entry.name, folder)))],
  );
}

async function readSample(): Promise<Map<string, ListContent>> {
  const tables = new Map(LISTS_TABLES.map((path) => [path, readFileSync(new URL(path, data), 'utf8')]));
  const readers = openReaders(tables);
  const contents = new Map<string, ListContent>();
  for (const source of readdirSync(new URL('lists/', sample))) {
    const files = filesUnder(new URL(`lists/${source}/`, sample));
    const reader = readers.find((one) => one.source === source && one.recognise(files).length > 0);
    if (reader === undefined) throw new Error(`no reader recognises data/sample/lists/${source}`);
    const mine = reader.recognise(files);
    expect(mine.map((file) => file.name).sort(), source).toEqual(files.map((file) => file.name).sort());
    contents.set(source, await readWholeList(reader, mine));
  }
  return contents;
}

const contents = await readSample();
const entities = [...contents.values()].flatMap((content) => content.entities);
const named = (id: string): Entity | undefined => entities.find((entity) => entity.id === id);

describe('the lists of the sample', () => {
  it('are read by the readers of the real lists, without an issue', () => {
    expect([...contents.keys()].sort()).toEqual([
      'eu-journal',
      'un-sc',
      'us-ofac-consolidated',
      'us-ofac-sdn',
    ]);
    for (const [source, content] of contents) expect(content.issues, source).toEqual([]);
  });

  it('hold over 55 entries of OFAC, each with a name, a programme and an id of its own', () => {
    const ofac = entities.filter((entity) => entity.id.startsWith('ofac-'));
    expect(ofac.length).toBeGreaterThanOrEqual(55);
    expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
    for (const entity of entities) {
      expect(entity.properties.name?.[0], entity.id).toMatch(/\p{L}/u);
      expect(entity.listings.length, entity.id).toBeGreaterThan(0);
      for (const listing of entity.listings) expect(listing.programme, entity.id).not.toBeNull();
    }
  });

  it('carry only numbers that pass their own check digit', () => {
    const wrong = entities.flatMap((entity) =>
      identifiersOf(entity.properties)
        .filter((identifier) => identifier.valid === false)
        .map((identifier) => `${entity.caption} ${identifier.label} ${identifier.value}`),
    );
    expect(wrong).toEqual([]);
  });

  it('say nothing that began after their date', () => {
    for (const entity of entities)
      for (const { start } of entity.listings)
        if (start !== null) expect(start <= AS_OF, entity.id).toBe(true);
    expect(contents.get('un-sc')?.published).toBe(AS_OF);
  });

  it.each([
    ['ofac-35096', 'Person', 'birthDate', '1952-10-07'],
    ['ofac-38642', 'Person', 'birthDate', '1971-08-23'],
    ['ofac-17018', 'Company', 'innCode', '7707083893'],
    ['ofac-17013', 'Company', 'leiCode', '253400V1H6ART1UQ0N98'], // goes on in the comment file, cut in mid-word
    ['ofac-17250', 'Company', 'innCode', '7736050003'],
    ['ofac-45555', 'Vessel', 'imoNumber', '9421960'],
    ['ofac-990002', 'Vessel', 'imoNumber', '9334038'],
    ['ofac-9345', 'Company', 'weakAlias', 'KOMID'],
    ['ofac-12211', 'Person', 'birthDate', '1947~'],
    ['un-sc-KPi.066', 'Person', 'birthDate', '1967/1969'],
    ['eu-32014r0269-i-persons-645-person', 'Person', 'alias', 'Михаил Владимирович МИШУСТИН'],
  ])('%s is a %s with %s %s', (id, schema, property, value) => {
    expect(named(id)?.schema).toBe(schema);
    expect(named(id)?.properties[property]).toContain(value);
  });
});

describe('the customer file of the sample', () => {
  const file = readTable(readFileSync(new URL('customers.csv', sample), 'utf8'), 'customers.csv');

  it('has about forty rows, each saying what it is for', () => {
    expect(file.issues).toEqual([]);
    expect(file.rows.length).toBeGreaterThanOrEqual(40);
    for (const { cells, line } of file.rows) {
      expect(cells.note, `line ${line}`).toMatch(/^(?:test row|invented)/);
      expect(`${cells.name}${cells.identifier}`, `line ${line}`).not.toBe('');
    }
  });

  it('gives an invented customer no identifier of a listed party', () => {
    const listed = new Set(
      entities.flatMap((entity) => identifiersOf(entity.properties).map((identifier) => identifier.value)),
    );
    for (const { cells } of file.rows) {
      if (cells.note?.startsWith('test row')) continue;
      const number = `${cells.identifier?.replace(/^\w+:/, '')}${cells.imo}`;
      expect(listed.has(number), cells.name).toBe(false);
    }
  });
});
