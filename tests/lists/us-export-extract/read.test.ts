import { describe, expect, it } from 'vitest';
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import { listFile, tablesOf } from '../tables.js';

const readers = openReaders(tablesOf(LISTS_TABLES));
const EMPTY = {
  aliases: [],
  country: null,
  address: null,
  status: null,
  effective_date: null,
  federal_register: null,
  notes: null,
};

function read(
  source: string,
  listId: string,
  entities: readonly unknown[],
  count = entities.length,
): Promise<ListContent> {
  const document = { list_id: listId, source_file: 'list.pdf', extracted: '2026-07-09', count, entities };
  const files = [listFile('list.json', JSON.stringify(document, null, 1))];
  const reader = readers.find((one) => one.source === source)!;
  return readWholeList(reader, reader.recognise(files));
}

describe('the Entity List', () => {
  const row = {
    ...EMPTY,
    name: 'North Works (NW)',
    federal_register: '76 FR 71869, 11/21/11',
    notes: 'For all items',
  };

  it('repeats a party per country: one entity, one listing, all countries', async () => {
    const { entities } = await read('us-bis-el', 'bis-entity-list', [
      {
        ...row,
        country: 'Afghanistan',
        address: '1 Road, Northtown; and 2 Road, Northtown. (See alternate addresses under Pakistan).',
      },
      { ...row, country: 'Pakistan' },
    ]);
    expect(entities).toMatchObject([
      {
        properties: {
          name: ['North Works'],
          weakAlias: ['NW'],
          country: ['af', 'pk'],
          address: ['1 Road, Northtown', '2 Road, Northtown'],
        },
        listings: [{ programme: 'EL', act: '76 FR 71869, 11/21/11', reason: 'For all items' }],
      },
    ]);
  });

  it('a country with more than its name keeps the words; one that is none is told', async () => {
    const { entities, issues } = await read('us-bis-el', 'bis-entity-list', [
      { ...row, country: 'Crimea Region of Ukraine' },
      { ...row, name: 'South Works', country: 'Atlantis' },
    ]);
    expect(entities[0]?.properties).toMatchObject({
      country: ['ua'],
      notes: ['Country: Crimea Region of Ukraine', 'For all items'],
    });
    expect(issues).toMatchObject([{ code: 'bad-value', field: 'entities[1].country', value: 'Atlantis' }]);
  });
});

describe('nonproliferation sanctions', () => {
  it('each measure of the notes is a listing with its own days; part of one that ended has not', async () => {
    const notes =
      'Authority: First Act; imposed 5/9/2002; status: Expired on 05/09/04; Vol. 67, No. 95, 05/16/02, Federal Register | Authority: Second Act; imposed 6/1/2019; status: Procurement ban ended 6/1/20, all other sanctions remain; Vol. 84';
    const { entities } = await read('us-isn', 'state-nonproliferation', [
      { ...EMPTY, name: 'North Works', notes },
    ]);
    expect(
      entities[0]?.listings.map(({ start, end, reason }) => [start, end, reason?.split(';')[0]]),
    ).toEqual([
      ['2002-05-09', '2004-05-09', 'First Act'],
      ['2019-06-01', null, 'Second Act'],
    ]);
  });
});

describe('debarred parties', () => {
  it('one with a birth date is a person', async () => {
    const notes = 'Date of birth: September, 1968';
    const { entities } = await read('us-aeca-debarred', 'state-debarred-statutory', [
      { ...EMPTY, name: 'Doe, Jan', notes, effective_date: '2018-04-25' },
    ]);
    expect(entities).toMatchObject([
      {
        schema: 'Person',
        properties: { name: ['Jan Doe'], birthDate: ['1968-09'] },
        listings: [{ start: '2018-04-25' }],
      },
    ]);
  });
});

describe('a file', () => {
  it('that holds fewer entries than it says, or breaks off, is truncated', async () => {
    await expect(read('us-uflpa', 'dhs-uflpa', [{ ...EMPTY, name: 'A B' }], 2)).rejects.toMatchObject({
      code: 'list-truncated',
    });
    const reader = readers.find(({ source }) => source === 'us-uflpa')!;
    const text = '{"list_id":"dhs-uflpa","source_file":"x","entities":[{"name":"A B"}';
    await expect(readWholeList(reader, reader.recognise([listFile('x.json', text)]))).rejects.toMatchObject({
      code: 'list-truncated',
    });
  });

  it('with a key that nobody knows says so; an entry that is none is told', async () => {
    const { entities, issues } = await read('us-uflpa', 'dhs-uflpa', [
      { ...EMPTY, name: 'A B', shoe: 43 },
      'C D',
    ]);
    expect(entities).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toEqual(['unknown-column', 'bad-record']);
  });
});
