import { describe, expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { memoryFile, readWholeList } from '../../../src/lists/index.js';
import { fileOf, firm, listOf, person, reader, readText } from './support.js';

const whole = listOf(person('<COMMENTS1>A &amp; B</COMMENTS1>'), firm('A BANK'));

async function thrown(work: () => unknown): Promise<CordonError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CordonError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a UN list', () => {
  it('is recognised by its root, whatever it is called', () => {
    const files = [
      fileOf(whole, 'x.txt'),
      fileOf('<export/>', 'eu.xml'),
      fileOf('id,name', 'a.csv'),
      fileOf('', 'b'),
    ];
    expect(reader.recognise(files).map(({ name }) => name)).toEqual(['x.txt']);
  });

  it('is dated by the day it was made', async () => {
    expect(await readText(whole)).toMatchObject({ published: '2026-02-27', issues: [] });
  });

  it('without a date is read all the same, with an issue', async () => {
    const { published, issues, entities } = await readText(whole.replace(/ dateGenerated="[^"]*"/, ''));
    expect(published).toBeNull();
    expect(entities).toHaveLength(2);
    expect(issues).toMatchObject([{ code: 'missing-field', field: 'dateGenerated' }]);
  });

  it('reads alike in UTF-16, with a byte order mark, with Windows line ends and in CDATA', async () => {
    const expected = (await readText(whole)).entities;
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${whole}`, 'utf16le'));
    const file = memoryFile('consolidated.xml', utf16);
    expect(reader.recognise([file])).toHaveLength(1);
    expect((await readWholeList(reader, [file])).entities).toEqual(expected);
    expect((await readText(`\uFEFF${whole}`)).entities).toEqual(expected);
    expect((await readText(whole.replaceAll('\n', '\r\n'))).entities).toEqual(expected);
    expect((await readText(whole.replace('A &amp; B', '<![CDATA[A & B]]>'))).entities).toEqual(expected);
  });

  it('names the line of bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode(whole);
    bytes[whole.indexOf('BANK')] = 0xff;
    const { entities, issues } = await readWholeList(reader, [memoryFile('consolidated.xml', bytes)]);
    expect(entities).toHaveLength(2);
    expect(issues).toMatchObject([{ code: 'bad-encoding', line: 7, field: 'FIRST_NAME' }]);
  });

  it('says what stands outside the entries and is not known', async () => {
    const { issues } = await readText(whole.replace('</ENTITIES>', '<SHIP/></ENTITIES><VESSELS/>'));
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['unknown-element', 'SHIP'],
      ['unknown-element', 'VESSELS'],
    ]);
  });

  it('of two copies the newer is read and the other named', async () => {
    const older = whole.replace('2026-02-27', '2025-04-19');
    const content = await readWholeList(reader, [fileOf(older, 'a.xml'), fileOf(whole, 'b.xml')]);
    expect(content.published).toBe('2026-02-27');
    expect(content.issues).toMatchObject([{ code: 'ignored-file', file: 'a.xml' }]);
  });
});

describe('refused', () => {
  const bomb = '<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

  it.each([
    [
      'a document type with entities',
      whole.replace('<CONSOLIDATED_LIST', `${bomb}<CONSOLIDATED_LIST`),
      'xml-refused',
      2,
    ],
    [
      'an external document type',
      `<!DOCTYPE CONSOLIDATED_LIST SYSTEM "file:///etc/passwd">${whole.slice(39)}`,
      'xml-refused',
      1,
    ],
    ['an entity nobody declared', whole.replace('A &amp; B', '&secret;'), 'list-unreadable', 4],
    ['a file cut in an entry', whole.slice(0, whole.indexOf('DPRK')), 'list-truncated', 4],
    ['a file cut in its second part', whole.slice(0, whole.indexOf('</ENTITIES>')), 'list-truncated', 8],
    ['a file cut before its last tag', whole.slice(0, whole.lastIndexOf('</CONS')), 'list-truncated', 9],
    ['a file cut in a tag', whole.slice(0, whole.indexOf('SECOND_NAME') + 3), 'list-truncated', 4],
    ['tags that do not match', whole.replace('</INDIVIDUALS>', '</PEOPLE>'), 'list-unreadable', 5],
    ['a control character', whole.replace('A &amp; B', 'A \u0001 B'), 'list-unreadable', 4],
    ['elements without end', whole.replace('A &amp; B', '<x>'.repeat(50)), 'list-unreadable', 4],
    ['another root', '<export/>', 'list-unreadable', 1],
  ])('%s', async (_what, text, code, line) => {
    const error = await thrown(async () => await readText(text));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(`consolidated.xml:${line}:`);
  });

  it.each([
    ['an empty file', ''],
    ['a blank file', ' \n \n'],
    ['a list without entries', listOf('')],
  ])('%s', async (_what, text) => {
    expect(await thrown(async () => await readText(text))).toMatchObject({ code: 'list-empty' });
  });

  it('a list with a document type is recognised, so that the refusal can be told', () => {
    expect(reader.recognise([fileOf(`${bomb}<CONSOLIDATED_LIST/>`)])).toHaveLength(1);
  });
});

it('fields of a million signs do not hang the reader', async () => {
  const million = (sign: string) => sign.repeat(1_000_000);
  const fields = (sign: string) =>
    [
      `<FIRST_NAME>A${million(sign)}</FIRST_NAME><COMMENTS1>${million(sign)}</COMMENTS1>`,
      `<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>1${million(sign)}1</NUMBER></INDIVIDUAL_DOCUMENT>`,
      `<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>${million(sign)}</ALIAS_NAME><NOTE>${million(sign)}</NOTE></INDIVIDUAL_ALIAS>`,
    ].join('');
  for (const sign of ['A', '(', ',', ';', '1'])
    expect((await readText(listOf(person(fields(sign))))).entities[0]?.caption).toHaveLength(1_000_001);
});
