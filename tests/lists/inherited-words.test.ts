/** Words that every JavaScript object knows are, as a kind or a type, as unknown as any other: the party stays findable. */
import { describe, expect, it } from 'vitest';
import {
  LISTS_TABLES,
  type ListContent,
  memoryFile,
  openReaders,
  readWholeList,
} from '../../src/lists/index.js';
import { memoryStorage } from '../../src/lists/store/index.js';
import { type Entity, ftmModel } from '../../src/model/index.js';
import { xlsxTable } from '../base/sheet-of.js';
import * as seco from './ch-seco/support.js';
import * as fsf from './eu-fsf/support.js';
import * as journal from './eu-journal/support.js';
import * as uk from './gb-uksl/support.js';
import { encode } from './store/support.js';
import { tablesOf } from './tables.js';
import * as un from './un-sc/support.js';
import * as csl from './us-csl/support.js';
import * as ofac from './us-ofac/support.js';

const dfat = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'au-dfat')!;
const WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const LISTS: Readonly<Record<string, (word: string) => Promise<ListContent>>> = {
  'us-csl': (word) => csl.readRows({ source: csl.EL, name: 'North Works', type: word }),
  'gb-uksl': (word) =>
    uk.read(uk.csvOf([uk.row({ 'Designation Type': word, 'Name type': word, 'Alias strength': word })])),
  'au-dfat': (word) => {
    const headings =
      'Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,Committees,Control Date';
    const row = ['9001', 'North Works', word, word, '', word, word, word, word, word, word, ''];
    return readWholeList(dfat, [
      memoryFile('list.xlsx', new Uint8Array(xlsxTable([headings.split(','), row]))),
    ]);
  },
  'ch-seco': (word) =>
    seco.readText(
      seco.listOf(
        seco.target(seco.identity(seco.name([`${word}=North`], word, word)), {
          party: `object object-type="${word}"`,
        }),
      ),
    ),
  'us-ofac-sdn': (word) =>
    ofac.readSet({
      'sdn.csv': [
        ofac.prim({ id: 6, name: 'SOUTH WORKS' }),
        ofac.prim({ id: 7, name: 'NORTH WORKS', programs: word, title: word }),
      ],
    }),
  'eu-journal': (word) => journal.readRows({ schema: word, name: 'North Works', gender: word }),
  'eu-fsf': (word) =>
    fsf.readAs(
      'XML 1.1',
      fsf.exportOf(fsf.entryOf(`<nameAlias wholeName="North Works" gender="${word}"/><${word} a="b"/>`)),
    ),
  'un-sc': (word) =>
    un.readText(
      un.listOf(
        un.person(
          `<INDIVIDUAL_ALIAS><QUALITY>${word}</QUALITY><ALIAS_NAME>North</ALIAS_NAME></INDIVIDUAL_ALIAS><${word}>x</${word}>`,
        ),
      ),
    ),
};

describe.each(Object.keys(LISTS))('%s', (source) => {
  it.each(WORDS)('a kind called %s is told, and the party is kept as one that is found', async (word) => {
    const { entities, issues } = await LISTS[source]!(word);
    const odd = await LISTS[source]!('shoe');
    const schemaOf = ({ schema }: Entity) => schema;
    expect(entities.map(schemaOf)).toEqual(odd.entities.map(schemaOf));
    expect(entities.every((one) => ftmModel().isMatchable(one.schema))).toBe(true);
    for (const { properties } of entities)
      expect(Object.values(properties).flat().join()).not.toMatch(/native code|\[object/);
    expect(issues.map(({ code, field }) => [code, field?.replaceAll(word, 'shoe')])).toEqual(
      odd.issues.map(({ code, field }) => [code, field]),
    );
  });
});

it('a schema that the model does not know is told, and its party is stored as one that is found', () => {
  const entity: Entity = {
    id: 'x-1',
    caption: 'North Works',
    schema: 'Constructor',
    properties: { name: ['North Works'] },
    datasets: ['x'],
    listings: [],
  };
  const known = encode(memoryStorage(), 'x', null, {
    entities: [{ ...entity, schema: 'Thing' }],
    issues: [],
  });
  const unknown = encode(memoryStorage(), 'x', null, { entities: [entity], issues: [] });
  expect(unknown.content).toBe(known.content);
  expect([known.issues.count, unknown.issues.count]).toEqual([0, 1]);
});
