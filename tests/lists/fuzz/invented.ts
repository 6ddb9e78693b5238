/** Invented lists in the formats of which no real one is at hand, and in those that no real one shows in full. */
import type { ListFile } from '../../../src/lists/index.js';
import { delimited, HEADINGS, rowOf } from '../eu-fsf/support.js';
import { conList, row as groupRow } from '../gb-ofsi-conlist/support.js';
import { csvOf, row, type Tree, xlsxFile, xmlFile } from '../gb-uksl/support.js';
import { listFile } from '../tables.js';
import { EL, SDN } from '../us-csl/support.js';

const UK_ROWS = ['RUS9001', 'RUS9001', 'RUS9002', 'AFG9003'].map((id, at) =>
  row({
    'Unique ID': id,
    'Name 6': `NAME${at}`,
    'Other Information': 'one, "two"\nthree',
    'D.O.B': 'dd/mm/1964',
  }),
);
const designation = (id: string): Tree => ({
  UniqueID: id,
  RegimeName: 'Russia',
  IndividualEntityShip: 'Individual',
  SanctionsImposed: 'Asset freeze|Travel Ban',
  DateDesignated: '31/07/2024',
  Names: { Name: { Name6: `NAME ${id}`, Name1: 'Given', NameType: 'Primary Name' } },
  Addresses: { Address: { AddressLine1: 'A', AddressCountry: 'Russia' } },
});

const EU_ROWS = Array.from({ length: 12 }, (_, at) =>
  rowOf({ Entity_LogicalId: `${700 + Math.floor(at / 2)}`, NameAlias_WholeName: `Ivo PROBAN ${at}` }),
);
const ACT =
  'legal_basis="2018/1 (OJ L1)" reg_date="2018-02-16" pdf_link="https://example.org" programme="ZWE"';
const euOld = (id: number) =>
  [
    `<ENTITY Id="${id}" Type="P" ${ACT} remark="">`,
    `<NAME Id="1" reg_date="2002-09-13"><WHOLENAME>Ivo ${id}</WHOLENAME></NAME>`,
    '<CITIZEN><COUNTRY>TUN</COUNTRY></CITIZEN></ENTITY>',
  ].join('\n');

const party = (at: number) => ({
  source: at % 2 === 0 ? SDN : EL,
  entity_number: at % 2 === 0 ? 900 + at : null,
  type: 'Individual',
  name: `DOE, Jan ${at}`,
  programs: ['SDGT'],
  alt_names: ['DOW, Jan; "Johnny"'],
  addresses: [{ address: null, city: 'Northtown', country: 'KP' }],
  ids: [{ type: 'Passport', number: `X12345${at}`, country: 'KP' }],
  source_list_url: 'https://example.org',
});

const STATEMENT =
  'canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen';
const STATEMENTS = Array.from({ length: 12 }, (_, at) =>
  ['name', 'alias'].map((prop) => `id-${at},id-${at},${prop},name,Person,"${prop}, ${at}",demo_list,,,f,,`),
).flat();
const statements = listFile('statements.csv', [STATEMENT, ...STATEMENTS, ''].join('\n'));

/** Source, format, and the files of a list in it. */
export const INVENTED: readonly (readonly [source: string, format: string, files: readonly ListFile[]])[] = [
  ['gb-uksl', 'UK CSV', [csvOf(UK_ROWS)]],
  ['gb-uksl', 'UK XML', [xmlFile(['RUS9001', 'RUS9002', 'AFG9003'].map(designation))]],
  ['gb-uksl', 'UK spreadsheet', [xlsxFile(UK_ROWS)]],
  [
    'gb-ofsi-conlist',
    'OFSI CSV',
    [
      conList([
        groupRow({ DOB: '00/00/1936' }),
        groupRow({ 'Group ID': '99002', Position: 'a, "b"' }),
        groupRow({ 'Group ID': '99003' }),
      ]),
    ],
  ],
  ['eu-fsf', 'EU FSF CSV 1.1', [listFile('list.csv', delimited(HEADINGS, EU_ROWS))]],
  [
    'eu-fsf',
    'EU FSF XML 1.0',
    [
      listFile(
        'list.xml',
        `<?xml version="1.0"?>\n<WHOLE Date="04/07/2018">\n${[9, 10, 11, 12].map(euOld).join('\n')}\n</WHOLE>\n`,
      ),
    ],
  ],
  [
    'us-csl',
    'CSL JSON',
    [
      listFile(
        'list.json',
        JSON.stringify({ results: Array.from({ length: 12 }, (_, at) => party(at)) }, null, 1),
      ),
    ],
  ],
  ['ua-war-sanctions', 'OpenSanctions statements CSV', [statements]],
  ['*', 'OpenSanctions statements CSV', [statements]],
];
