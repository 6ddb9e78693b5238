import { describe, expect, it } from 'vitest';
import { readWholeList } from '../../../src/lists/index.js';
import { listFile } from '../tables.js';
import { prim, reader, readSet } from './support.js';

const entry = prim({ id: 36, name: 'AEROCARIBBEAN AIRLINES', programs: 'CUBA' });
const names = (files: readonly { name: string }[]) => files.map((file) => file.name);

describe('which files are the set', () => {
  it('knows the four files by their shape, whatever their names and order', () => {
    const files = [
      listFile('d.csv', '36,"rest of a remark"\r\n'),
      listFile('a/comments.CSV', '36,"rest of a remark"\r\n'),
      listFile('b', '36,12,"aka","AERO-CARIBBEAN",-0- \r\n'),
      listFile('c.csv', '36,25,-0- ,"Havana","Cuba",-0- \r\n'),
      listFile('x.csv', `${entry}\r\n\u001a`),
    ];
    expect(names(reader().recognise(files))).toEqual(['x.csv', 'c.csv', 'b', 'a/comments.CSV']);
  });

  it('reads nothing without the file of entries: addresses and a JSON of names are no list', () => {
    const files = [
      listFile('add.csv', '36,25,-0- ,"Havana","Cuba",-0- \r\n'),
      listFile('names-2026-08.json', '{"entries":[{"uid":36}]}'),
      listFile('SOURCE.txt', 'sdn.csv from somewhere'),
      listFile('README', 'sdn'),
    ];
    expect(reader().recognise(files)).toEqual([]);
  });

  it('takes the larger of two files of one kind and leaves other lists alone', () => {
    const files = [
      listFile('alt-2025.csv', '36,12,"aka","A",-0- \r\n'),
      listFile('alt.csv', '36,12,"aka","A",-0- \r\n36,13,"aka","B",-0- \r\n'),
      listFile('sdn.csv', `${entry}\r\n`),
      listFile('32014R0833.csv', 'celex,recordId,programKey\r\n1,2,3\r\n'),
    ];
    expect(names(reader().recognise(files))).toEqual(['sdn.csv', 'alt.csv']);
  });
});

describe('a set of which a part is missing', () => {
  const alias = '36,12,"aka","AERO CARIBE",-0- ';
  const place = '36,25,-0- ,"Havana","Cuba",-0- ';
  const setOf = (files: Readonly<Record<string, string>>) => {
    const made = Object.entries(files).map(([name, text]) => listFile(name, text));
    return readWholeList(reader(), reader().recognise(made));
  };

  it('says so where its aliases or addresses are not with it', async () => {
    const { issues } = await setOf({ 'sdn.csv': `${entry}\r\n\u001a`, 'add.csv': `${place}\r\n\u001a` });
    expect(issues).toMatchObject([{ code: 'perhaps-cut', file: 'sdn.csv', field: 'alt' }]);
  });

  it('is refused where one file lacks the end mark that the others have, as a cut between two records leaves it', async () => {
    const whole = { 'sdn.csv': `${entry}\r\n\u001a`, 'add.csv': `${place}\r\n\u001a` };
    expect((await setOf({ ...whole, 'alt.csv': `${alias}\r\n\u001a` })).issues).toEqual([]);
    await expect(setOf({ ...whole, 'alt.csv': `${alias}\r\n` })).rejects.toMatchObject({
      code: 'list-truncated',
      message: expect.stringMatching(/^alt\.csv: it lacks the end mark that sdn\.csv has/),
    });
    // Saved again by a program that knows no such mark, all lack it.
    const without = { 'sdn.csv': `${entry}\r\n`, 'add.csv': `${place}\r\n`, 'alt.csv': `${alias}\r\n` };
    expect((await setOf(without)).issues).toEqual([]);
  });
});

describe('what a broken set gives', () => {
  it('the end mark is no row', async () => {
    const { entities, issues } = await readSet({ 'sdn.csv': [entry] });
    expect(entities.map((entity) => entity.id)).toEqual(['ofac-36']);
    expect(issues).toEqual([]);
  });

  it.each([
    [
      'in the middle of a remark',
      `${entry}\r\n37,"X CO.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 19`,
    ],
    ['between columns', `${entry}\r\n37,"X CO.",-0- ,"CUBA",-0- ,-0- `],
    [
      'inside the last empty value',
      `${entry}\r\n37,"X CO.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0`,
    ],
  ])('a file cut %s is refused, naming file and line', async (_where, text) => {
    const files = [listFile('sdn.csv', text)];
    await expect(readWholeList(reader(), reader().recognise(files))).rejects.toThrowError(
      expect.objectContaining({ code: 'list-truncated', message: expect.stringContaining('sdn.csv:2') }),
    );
  });

  it('a cut file of aliases is refused like one of entries', async () => {
    const files = [
      listFile('sdn.csv', `${entry}\r\n`),
      listFile('alt.csv', '36,12,"aka","A",-0- \r\n36,13,"ak'),
    ];
    await expect(readWholeList(reader(), reader().recognise(files))).rejects.toThrowError(
      expect.objectContaining({ code: 'list-truncated', message: expect.stringContaining('alt.csv:2') }),
    );
  });

  it('an empty file of entries is refused as empty', async () => {
    const files = [listFile('SDN.CSV', '\u001a')];
    await expect(readWholeList(reader(), reader().recognise(files))).rejects.toThrowError(
      expect.objectContaining({ code: 'list-empty' }),
    );
  });

  it('a row with other columns is skipped and named; the rows around it are read', async () => {
    const { entities, issues } = await readSet({
      'sdn.csv': [entry, '37,"too short"', prim({ id: 38, name: 'B' })],
    });
    expect(entities.map((entity) => entity.id)).toEqual(['ofac-36', 'ofac-38']);
    expect(issues).toMatchObject([{ code: 'bad-record', file: 'sdn.csv', line: 2 }]);
  });

  it('addresses, aliases and comments of nobody are named', async () => {
    const { issues } = await readSet({
      'sdn.csv': [entry],
      'add.csv': ['99,1,-0- ,"Havana","Cuba",-0- '],
      'alt.csv': ['98,1,"aka","X",-0- '],
      'sdn_comments.csv': ['97,"rest"'],
    });
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['orphan-row', 'add.csv', 1],
      ['orphan-row', 'alt.csv', 1],
      ['orphan-row', 'sdn_comments.csv', 1],
    ]);
  });

  it('two entries of one number are both kept, and named', async () => {
    const { entities, issues } = await readSet({ 'sdn.csv': [entry, entry] });
    expect(entities.map((entity) => entity.id)).toEqual(['ofac-36', 'ofac-36-2']);
    expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 2, value: '36' }]);
  });

  it('what stands behind an end mark inside the file is the non-SDN list, not the SDN list', async () => {
    const glued = prim({ id: 9639, name: 'X', programs: 'UKRAINE-EO13662', remarks: DIRECTIVE_2 });
    const { entities, issues } = await readSet({ 'sdn.csv': [entry, `\u001a${glued}`, entry] });
    expect(entities.map((entity) => entity.id)).toEqual(['ofac-36', 'ofac-9639']);
    expect(entities[1]?.listings.map((listing) => listing.annex)).toEqual(['Directive 2']);
    expect(issues).toMatchObject([{ code: 'bad-record', line: 2 }]);
  });
});

const DIRECTIVE_2 = 'Executive Order 13662 Directive Determination - Subject to Directive 2.';
