/** The four formats of the EU list say the same in other words; every party is invented. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CordonError } from '../../../src/base/index.js';
import { readWholeList } from '../../../src/lists/index.js';
import { listFile } from '../tables.js';
import { delimited, entryOf, exportOf, HEADINGS, readAs, readerOf, readers, rowOf } from './support.js';

const XML = exportOf(
  entryOf(
    '<nameAlias firstName="Ivo" lastName="PROBAN" wholeName="Ivo PROBAN" function="Minister" strong="true"/>' +
      '<nameAlias wholeName="Iwo PROBAN" strong="false"/>' +
      '<birthdate birthdate="1965-12-12" city="Proba" countryIso2Code="DZ"/><birthdate year="1958" circa="true"/>' +
      '<identification number="A1" identificationTypeCode="passport" countryIso2Code="DZ"/>' +
      '<citizenship countryIso2Code="DZ"/>' +
      '<address city="Tunis" countryIso2Code="TN"><contactInfo key="PHONE" value="+216 1"/></address>',
  ) + entryOf('<nameAlias wholeName="Proba Bank" strong="true"/>', 'logicalId="701"', 'E'),
);
const CSV = delimited(HEADINGS, [
  rowOf({
    NameAlias_FirstName: 'Ivo',
    NameAlias_LastName: 'PROBAN',
    NameAlias_WholeName: 'Ivo PROBAN',
    NameAlias_Function: 'Minister',
  }),
  rowOf({ NameAlias_WholeName: 'Iwo PROBAN', NameAlias_Strong: 'false' }),
  rowOf({ BirthDate_BirthDate: '1965-12-12', BirthDate_City: 'Proba', BirthDate_CountryIso2Code: 'DZ' }),
  rowOf({ BirthDate_Year: '1958', BirthDate_Circa: 'true' }),
  rowOf({
    Identification_Number: 'A1',
    Identification_TypeCode: 'passport',
    Identification_CountryIso2Code: 'DZ',
  }),
  rowOf({ Citizenship_CountryIso2Code: 'DZ' }),
  rowOf({ Address_City: 'Tunis', Address_ContactInfo: 'PHONE[+216 1]', Address_CountryIso2Code: 'TN' }),
  rowOf({ Entity_LogicalId: '701', Entity_SubjectType: 'enterprise', NameAlias_WholeName: 'Proba Bank' }),
]);

it('XML 1.1 and CSV 1.1 give the same entities', async () => {
  const [xml, csv] = [await readAs('XML 1.1', XML), await readAs('CSV 1.1', `\uFEFF${CSV}`)];
  expect(xml.issues).toEqual([]);
  expect(csv).toEqual(xml);
  expect(csv.published).toBe('2026-03-02');
});

const OLD_HEADINGS =
  'Date_file;Entity_logical_id;Subject_type;Leba_numtitle;Leba_publication_date;Leba_url;Programme;Entity_remark;Naal_logical_id;Entity_logical_id;Naal_leba_numtitle;Naal_leba_publication_date;Naal_leba_url;Naal_programme;Naal_lastname;Naal_firstname;Naal_middlename;Naal_wholename;Naal_gender;Naal_title;Naal_function;Naal_language;Addr_logical_id;Entity_logical_id;Addr_leba_numtitle;Addr_leba_publication_date;Addr_leba_url;Addr_programme;Addr_number;Addr_street;Addr_zipcode;Addr_city;Addr_country;Addr_other;Birt_logical_id;Entity_logical_id;Birt_leba_numtitle;Birt_leba_publication_date;Birt_leba_url;Birt_programme;Birt_date;Birt_place;Birt_country;Iden_logical_id;Entity_logical_id;Iden_leba_numtitle;Iden_leba_publication_date;Iden_leba_url;Iden_programme;Iden_number;Iden_country;Citi_logical_id;Entity_logical_id;Citi_leba_numtitle;Citi_leba_publication_date;Citi_leba_url;Citi_programme;Citi_country;EU_ref_num';
/** Cells of a row by position: those given, the rest empty. */
function oldRow(id: string, cells: Record<number, string>): string {
  const all = Array.from({ length: 59 }, (_, at) => cells[at] ?? '');
  const head = ['04/07/2018', id, 'P', '2018/1 (OJ L1)', '2018-02-16', 'https://example.org', 'ZWE'];
  return [...head, ...all.slice(7)].join(';');
}
const OLD_ROWS = [
  oldRow('9', { 8: '1', 11: '2002-09-13', 17: 'Ivo PROBAN', 18: 'M', 20: 'Minister, retired', 58: 'EU.9.1' }),
  oldRow('9', {
    22: '2',
    28: '5',
    29: 'Proba Road',
    31: 'Tunis',
    32: 'TUN',
    33: 'PHONE[1]\\nFAX[2]',
    58: 'EU.9.1',
  }),
  oldRow('9', { 34: '3', 40: 'N/A', 41: 'Proba', 42: 'TUN', 58: 'EU.9.1' }),
  oldRow('9', { 43: '4', 49: 'A1 (passport-National passport) (july 1997)', 58: 'EU.9.1' }),
  oldRow('9', { 51: '5', 57: 'TUN', 58: 'EU.9.1' }),
];
const plain = [OLD_HEADINGS, ...OLD_ROWS, ''].join('\r\n');

it('CSV 1.0: the heading that stands in every block is the entry where it stands first', async () => {
  const { entities, issues, published } = await readAs('CSV 1.0', plain);
  expect(issues).toEqual([]);
  expect(published).toBe('2018-07-04');
  expect(entities).toHaveLength(1);
  expect(entities[0]).toMatchObject({
    id: 'eu-fsf-9',
    properties: {
      name: ['Ivo PROBAN'],
      position: ['Minister, retired'],
      address: ['5 Proba Road, Tunis'],
      phone: ['1'],
      birthPlace: ['Proba'],
      birthCountry: ['tn'],
      passportNumber: ['A1'],
      citizenship: ['tn'],
    },
    listings: [{ entry: 'EU.9.1', programme: 'ZWE', act: '2018/1 (OJ L1)', start: '2002-09-13' }],
  });
  expect(entities[0]?.properties.notes).toEqual(['National passport A1: july 1997', 'FAX: 2']);
});

it('CSV 1.0 as a spreadsheet saved it, each row in quotes and tabs for commas, says the same', async () => {
  const wrapped = plain
    .trimEnd()
    .split('\r\n')
    .map((row) => `"${row.replaceAll(',', '\t').replaceAll('"', '""')}\t\t\t"`);
  expect(await readAs('CSV 1.0', `${wrapped.join('\r\n')}\r\n`)).toEqual(await readAs('CSV 1.0', plain));
});

it('XML 1.0 says what CSV 1.0 says, without the reference', async () => {
  const act =
    'legal_basis="2018/1 (OJ L1)" reg_date="2018-02-16" pdf_link="https://example.org" programme="ZWE"';
  const { entities, issues, published } = await readAs(
    'XML 1.0',
    `<?xml version="1.0"?><WHOLE Date="04/07/2018"><ENTITY Id="9" Type="P" ${act} remark="">` +
      `<NAME Id="1" reg_date="2002-09-13"><WHOLENAME>Ivo PROBAN</WHOLENAME><GENDER>M</GENDER><FUNCTION>Minister, retired</FUNCTION></NAME>` +
      '<ADDRESS Id="2"><NUMBER>5</NUMBER><STREET>Proba Road</STREET><CITY>Tunis</CITY><COUNTRY>TUN</COUNTRY><OTHER>PHONE[1]\\nFAX[2]</OTHER></ADDRESS>' +
      '<BIRTH Id="3"><DATE>N/A</DATE><PLACE>Proba</PLACE><COUNTRY>TUN</COUNTRY></BIRTH>' +
      '<PASSPORT Id="4"><NUMBER>A1 (passport-National passport) (july 1997)</NUMBER></PASSPORT><CITIZEN><COUNTRY>TUN</COUNTRY></CITIZEN></ENTITY></WHOLE>',
  );
  const [old] = (await readAs('CSV 1.0', plain)).entities;
  expect(issues).toEqual([]);
  expect(published).toBe('2018-07-04');
  expect(entities).toEqual([{ ...old, listings: [{ ...old!.listings[0]!, entry: '9' }] }]);
});

it('each format is known by its content, and by one reader only', () => {
  const whole = '<?xml version="1.0"?><WHOLE Date="04/07/2018"><ENTITY/></WHOLE>';
  for (const [format, text] of [
    ['XML 1.1', XML],
    ['XML 1.0', whole],
    ['CSV 1.1', CSV],
    ['CSV 1.0', plain],
  ] as const) {
    const file = listFile('any name', text);
    expect(readers.filter((reader) => reader.recognise([file]).length > 0)).toEqual([readerOf(format)]);
  }
});

it('an entry whose id came before is kept beside the first and told, wherever it comes again', async () => {
  const rows = [
    rowOf({ NameAlias_WholeName: 'Ivo PROBAN' }),
    rowOf({ Entity_LogicalId: '701', NameAlias_WholeName: 'Proba Bank' }),
    rowOf({ NameAlias_WholeName: 'Late Alias' }),
  ];
  const { entities, issues } = await readAs('CSV 1.1', delimited(HEADINGS, rows));
  expect(entities.map(({ id, caption }) => [id, caption])).toEqual([
    ['eu-fsf-700', 'Ivo PROBAN'],
    ['eu-fsf-701', 'Proba Bank'],
    ['eu-fsf-700-2', 'Late Alias'],
  ]);
  expect(issues).toMatchObject([{ code: 'duplicate-entry', line: 4, value: '700' }]);
});

it('a column that nobody knows is told; one that is needed stops the list', async () => {
  const rows = [rowOf({ NameAlias_WholeName: 'Ivo PROBAN', NameAlias_Aura: 'blue' })];
  const { issues } = await readAs('CSV 1.1', delimited([...HEADINGS, 'NameAlias_Aura'], rows));
  expect(issues).toMatchObject([{ code: 'unknown-column', field: 'NameAlias_Aura' }]);
  const without = HEADINGS.filter((heading) => heading !== 'Entity_LogicalId');
  await expect(readAs('CSV 1.1', delimited(without, rows))).rejects.toMatchObject({
    code: 'list-unreadable',
  });
  const old = plain.replace('Leba_numtitle', 'Leba_title');
  await expect(readAs('CSV 1.0', old)).rejects.toMatchObject({ code: 'list-unreadable' });
});

it('a row of no entry is told; of two copies the newer is read', async () => {
  const rows = [
    rowOf({ NameAlias_WholeName: 'Ivo PROBAN' }),
    rowOf({ Entity_LogicalId: '', NameAlias_WholeName: 'X' }),
  ];
  const { issues } = await readAs('CSV 1.1', delimited(HEADINGS, rows));
  expect(issues).toMatchObject([{ code: 'missing-field', line: 3, field: 'Entity_LogicalId' }]);
  const older = listFile('older.xml', XML.replaceAll('2026-03-02', '2026-03-01'));
  const both = await readWholeList(readerOf('XML 1.1'), [older, listFile('newer.xml', XML)]);
  expect(both.published).toBe('2026-03-02');
  expect(both.issues).toMatchObject([{ code: 'ignored-file', file: 'older.xml' }]);
});

it('a list that breaks off is never read as a shorter one', async () => {
  await expect(readAs('XML 1.1', XML.slice(0, -40))).rejects.toMatchObject({ code: 'list-truncated' });
  await expect(readAs('CSV 1.1', CSV.slice(0, -40))).rejects.toMatchObject({ code: 'list-truncated' });
  await expect(readAs('CSV 1.0', plain.slice(0, -60))).rejects.toMatchObject({ code: 'list-truncated' });
  await expect(readAs('XML 1.1', exportOf(''))).rejects.toMatchObject({ code: 'list-empty' });
});

it('a byte that flips gives a list with other words, or a coded error, and never a party lost in silence', async () => {
  for (const [format, text, count] of [
    ['XML 1.1', XML, 2],
    ['CSV 1.1', CSV, 2],
    ['CSV 1.0', plain, 1],
  ] as const) {
    const signs = fc.constantFrom(...'"<>;,\n\t 0x[]()'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), signs, async (at, sign) => {
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        try {
          const { entities, issues } = await readAs(format, changed);
          if (entities.length < count) expect(issues.length).toBeGreaterThan(0);
          expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
        } catch (error) {
          if (!(error instanceof CordonError)) throw error;
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  }
});
