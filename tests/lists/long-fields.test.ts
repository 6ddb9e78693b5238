/** Fields of a megabyte, as a broken export or an enemy makes them: each reader is done with one in a moment. */
import { expect, it } from 'vitest';
import { LISTS_TABLES, openReaders, readWholeList } from '../../src/lists/index.js';
import { listFile, tablesOf } from './tables.js';

const readers = openReaders(tablesOf(LISTS_TABLES));
const FILES = [
  [
    'ch-seco',
    'list.xml',
    (text: string) =>
      `<swiss-sanctions-list list-type="whole-list" date="2026-08-27"><target ssid="1"><entity><identity main="true"><name name-type="primary-name"><name-part name-part-type="whole-name"><value>North ${text}</value></name-part></name></identity><other-information>IMO ${text}</other-information></entity></target></swiss-sanctions-list>`,
  ],
  [
    'ca-sema',
    'list.xml',
    (text: string) =>
      `<data-set><record><Country>Russia</Country><EntityOrShip>North ${text}</EntityOrShip><Aliases>${text}</Aliases><DateOfBirthOrShipBuildDate>${text}</DateOfBirthOrShipBuildDate></record></data-set>`,
  ],
  [
    'gb-uksl',
    'list.csv',
    (text: string) =>
      `Report Date: 08-Oct-2026\nLast Updated,Unique ID,Name 6,Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Nationality(/ies),Position,D.O.B\n04/08/2026,RUS9001,"NORTH ${text}","n${text}n","The Russia ${text}n",Individual,"Asset ${text}freeze","a${text}a","(1) a${text}a","dd/${text}/1964"\n`,
  ],
  [
    'us-csl',
    'list.csv',
    (text: string) =>
      `source,name,alt_names,addresses,ids,federal_register_notice,source_list_url\nEntity List (EL),North ${text},"${text}","${text}","${text}","${text}",x\n`,
  ],
  [
    'us-bis-dpl',
    'dpl.txt',
    (text: string) =>
      `"Name"\t"City"\t"Effective_Date"\t"FR_Citation"\n"NORTH ${text}"\t"${text}"\t"01/02/2020"\t"${text}"\n`,
  ],
  [
    'us-isn',
    'list.json',
    (text: string) =>
      JSON.stringify({
        list_id: 'state-nonproliferation',
        source_file: 'x',
        entities: [
          {
            name: `North ${text}`,
            address: text,
            notes: `Authority: A; imposed 1/1/2020; status: Expired ${text}; x`,
            aliases: [text],
          },
        ],
      }).replace('"entities":[', '"entities": ['),
  ],
] as const;
const PATTERNS = [
  ' ',
  '(',
  '.',
  ',',
  '; ',
  '1',
  ' and any successor',
  '(See alternate',
  'a.k.a. ',
  '/',
  'Tax ID No. ',
  'а, ',
  '1 F.R. ',
  'or ',
];

it.each(FILES)(
  '%s',
  async (source, name, fileOf) => {
    for (const pattern of PATTERNS) {
      const files = [listFile(name, fileOf(pattern.repeat(1_000_000 / pattern.length)))];
      const reader = readers.find((one) => one.source === source && one.recognise(files).length > 0)!;
      const began = performance.now();
      // A record over the limit is refused; what counts is that an answer comes.
      await readWholeList(reader, files).catch((error: unknown) => expect(error).toHaveProperty('code'));
      expect(performance.now() - began, JSON.stringify(pattern)).toBeLessThan(10_000);
    }
  },
  120_000,
);
