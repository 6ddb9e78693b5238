/** Lists made as long as one likes, of invented entries that repeat under new ids, in the shapes of real lists. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list to grow: its files, each with what stands before, an entry by number, and behind. */
export type GrownList = {
  readonly source: string;
  readonly files: readonly {
    readonly name: string;
    readonly head: string;
    readonly entry: (id: number) => string;
    readonly foot: string;
  }[];
};

/** Entries of a list that is grown once. */
const ENTRIES = 4_000;

const UN_ENTRY = (id: number) => `<INDIVIDUAL><DATAID>${id}</DATAID><VERSIONNUM>1</VERSIONNUM>
<FIRST_NAME>IVAN${id}</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.${id}</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
<COMMENTS1>An invented person who heads an invented bank and has done so since 2004.</COMMENTS1>
<DESIGNATION><VALUE>Head of a bank</VALUE></DESIGNATION><NATIONALITY><VALUE>Libya</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ivan Roe</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-01-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
</INDIVIDUAL>
`;
const REMARKS = 'DOB 30 Nov 1962; POB Zanjan, Iran; nationality Iran; Gender Male; Passport G1051274 (Iran).';

/** One list for each way of reading: XML, joined CSV, acts of CSV, JSON lines, a table. */
export const GROWN: readonly GrownList[] = [
  {
    source: 'un-sc',
    files: [
      {
        name: 'consolidated.xml',
        head: '<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><INDIVIDUALS>\n',
        entry: UN_ENTRY,
        foot: '</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>\n',
      },
    ],
  },
  {
    source: 'us-ofac-sdn',
    files: [
      {
        name: 'sdn.csv',
        head: '',
        entry: (id) =>
          `${id},"DOE, Ivan","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${REMARKS}"\r\n`,
        foot: '\u001a',
      },
      {
        name: 'add.csv',
        head: '',
        entry: (id) => `${id},1,"1 Quay","Havana","Cuba",-0- \r\n`,
        foot: '\u001a',
      },
      { name: 'alt.csv', head: '', entry: (id) => `${id},1,"aka","ROE, Ivan",-0- \r\n`, foot: '\u001a' },
    ],
  },
  {
    source: 'ua-war-sanctions',
    files: [
      {
        name: 'targets.simple.csv',
        head: 'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,last_seen\n',
        entry: (id) =>
          `X-${id},Company,"Bank of the North ${id}","Северный банк;North Bank",,ru,"1 Quay, Murmansk",${7700000000 + id},"""""",,,UA-WS-MARE,2026-03-13T05:41:01\n`,
        foot: '',
      },
    ],
  },
  {
    source: '*',
    files: [
      {
        name: 'entities.ftm.json',
        head: '',
        entry: (id) =>
          `{"id":"e${id}","schema":"Company","properties":{"name":["Bank of the North ${id}"],"country":["ru"],"alias":["Северный банк"],"addressEntity":["a${id % 50}"]},"datasets":["grown"]}\n{"id":"s${id}","schema":"Sanction","properties":{"entity":["e${id}"],"program":["North"]},"datasets":["grown"]}\n`,
        foot: '',
      },
    ],
  },
];

/** Writes a list `times` as long as the shortest into a folder. */
export function grow(list: GrownList, times: number, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, head, entry, foot } of list.files) {
    const path = join(folder, name);
    writeFileSync(path, head);
    for (let round = 0; round < times; round += 1) {
      const first = round * ENTRIES + 1;
      appendFileSync(path, Array.from({ length: ENTRIES }, (_, at) => entry(first + at)).join(''));
    }
    appendFileSync(path, foot);
  }
}
