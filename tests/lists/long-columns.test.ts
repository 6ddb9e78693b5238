/**
 * Every column of every list holds a text far longer than any that a publisher writes, one after another: signs that a
 * pattern looks for, over and over, with letters behind them. A reader is done with each in a moment.
 */
import { expect, it } from 'vitest';
import { csvLine } from '../../src/base/index.js';
import {
  LISTS_TABLES,
  type ListFile,
  memoryFile,
  openReaders,
  readWholeList,
} from '../../src/lists/index.js';
import { xlsxTable } from '../base/sheet-of.js';
import { listFile, tablesOf } from './tables.js';
import { advancedFile, detail, place } from './us-ofac/advanced-file.js';

const readers = openReaders(tablesOf(LISTS_TABLES));
const LENGTH = 80_000;
const SECONDS = 1;
const PATTERNS = [
  ' ',
  ',',
  '; ',
  '(',
  'a) ',
  '. ',
  '1',
  'A',
  '/ ',
  ' or ',
  'a.k.a. ',
  '\u201C',
  ' and ',
  '- ',
];

type Cells = readonly (readonly [heading: string, cell: string])[];
/** Cells by heading; `name=cell` in one text, joined by `|`. */
const cellsOf = (text: string): Cells =>
  text.split('|').map((part) => {
    const at = part.indexOf('=');
    return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
/** The rows of a table in each of whose columns in turn `long` stands behind the cell. */
const rowsOf = (cells: Cells, long: string): (readonly [string, string[]])[] =>
  cells.map(([heading], turn) => [
    heading,
    cells.map(([, cell], at) => (at === turn ? `${cell} ${long}` : cell)),
  ]);
type Case = readonly [column: string, files: readonly ListFile[]];
const table = (name: string, text: string, { delimiter = ',', title = '' } = {}) => {
  const cells = cellsOf(text);
  const lineOf = (line: readonly string[]) =>
    delimiter === ',' ? csvLine(line) : line.map((cell) => `"${cell.replaceAll('"', '')}"`).join(delimiter);
  return (long: string): Case[] =>
    rowsOf(cells, long).map(([column, row]) => [
      column,
      [
        listFile(
          name,
          [title, lineOf(cells.map(([heading]) => heading)), lineOf(row), '']
            .slice(title === '' ? 1 : 0)
            .join('\r\n'),
        ),
      ],
    ]);
};
/** A document with texts in double square brackets, in each of which in turn `long` stands. */
const document = (name: string, text: string) => {
  const slots = [...text.matchAll(/\[\[(.*?)\]\]/g)];
  return (long: string): Case[] =>
    slots.map((_, turn) => {
      let at = -1;
      const made = text.replace(/\[\[(.*?)\]\]/g, (_slot, said: string) => {
        at += 1;
        return at === turn ? `${said} ${long}` : said;
      });
      return [
        `${turn}: ${text.slice(Math.max(0, slots[turn]!.index - 30), slots[turn]!.index)}`,
        [listFile(name, made)],
      ];
    });
};
const ofacSet = (long: string): Case[] => {
  const files: Readonly<Record<string, string>> = {
    'sdn.csv':
      '7,"[[DOE, Jan]]","individual","[[SDGT]]","[[Minister]]",[[ab]],[[x]],[[1]],[[1]],[[Iran]],[[x]],"[[DOB 1 Jan 1960; Passport A1 (Iran); a.k.a. \'X\'.]]"',
    'add.csv': '7,1,"[[1 Road]]","[[Tehran 1]]","[[Iran]]","[[x]]"',
    'alt.csv': '7,1,"[[aka]]","[[DOW, Jan]]","[[x]]"',
    'sdn_comments.csv': '7,"[[DOB 1 Jan 1960; POB Tehran, Iran.]]"',
  };
  return Object.entries(files).flatMap(([name, text]) =>
    document(
      name,
      `${text}\r\n\u001a`,
    )(long).map(([column, [file]]): Case => {
      const others = Object.keys(files).filter((other) => other !== name);
      const rest = others.map((other) =>
        listFile(other, `${files[other]!.replace(/\[\[|\]\]/g, '')}\r\n\u001a`),
      );
      return [`${name} ${column}`, [file!, ...rest]];
    }),
  );
};

const LISTS: Readonly<Record<string, (long: string) => Case[]>> = {
  'us-ofac-sdn CSV': ofacSet,
  'us-ofac-sdn XML': document(
    'sdn.xml',
    `<?xml version="1.0"?><sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"><publshInformation><Publish_Date>10/08/2026</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>7</uid><firstName>[[Jan]]</firstName><lastName>[[DOE]]</lastName><title>[[Minister]]</title><sdnType>[[Individual]]</sdnType><remarks>[[(Linked To: X); DOB 1960.]]</remarks><programList><program>[[SDGT]]</program></programList><idList><id><uid>1</uid><idType>[[Passport]]</idType><idNumber>[[A1]]</idNumber><idCountry>[[Iran]]</idCountry><issueDate>[[12 Aug 1991]]</issueDate></id></idList><akaList><aka><uid>1</uid><type>[[a.k.a.]]</type><category>[[strong]]</category><lastName>[[ROE]]</lastName><firstName>[[Ivan]]</firstName></aka></akaList><addressList><address><uid>1</uid><address1>[[1 Road]]</address1><city>[[Tehran]]</city><country>[[Iran]]</country></address></addressList><nationalityList><nationality><uid>1</uid><country>[[Iran]]</country><mainEntry>true</mainEntry></nationality></nationalityList><dateOfBirthList><dateOfBirthItem><uid>1</uid><dateOfBirth>[[30 Nov 1962]]</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList><placeOfBirthList><placeOfBirthItem><uid>1</uid><placeOfBirth>[[Zanjan, Iran]]</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList></sdnEntry></sdnList>`,
  ),
  'us-ofac-sdn advanced XML': document(
    'advanced.xml',
    advancedFile({
      parties: [
        {
          id: 11,
          kind: 'Individual',
          comment: '[[a comment]]',
          names: [
            {
              main: true,
              parts: [
                ['Last Name', '[[DOE]]'],
                ['First Name', '[[Jan]]'],
              ],
            },
          ],
          features: [
            ['Place of Birth', detail('[[Zanjan, Iran]]')],
            ['Title', detail('[[Minister; General]]')],
            ['Website', detail('[[example.org]]')],
            ['MMSI', detail('[[1]]')],
          ],
        },
      ],
      locations: [[2, place({ ADDRESS1: '[[1 Road]]', CITY: '[[Tehran]]', REGION: '[[x]]' }, 'Iran')]],
      documents: [{ party: 11, type: 'Passport', number: '[[A1]]', country: 'Iran', authority: '[[x]]' }],
    }),
  ),
  'us-csl': table(
    'list.csv',
    'source=Entity List (EL)|entity_number|type=Individual|programs=EL|name=DOE, Jan|title|addresses=1 Road, Tehran, IR|federal_register_notice=80 FR 1|start_date=2015-11-12|end_date|standard_order|license_requirement|license_policy|call_sign|vessel_type|gross_tonnage|gross_registered_tonnage|vessel_flag|vessel_owner|remarks|source_list_url=x|alt_names=DOW, Jan|citizenships=IR|dates_of_birth=1960|nationalities=IR|places_of_birth=Tehran|source_information_url|ids=Passport, X1, IR',
  ),
  'us-bis-dpl': table(
    'dpl.txt',
    'Name=JAN DOE|Street_Address|City|State|Country|Postal_Code|Effective_Date=08/24/2022|Expiration_Date|Standard_Order=Y|Last_Update|Action|FR_Citation=87 F.R. 1',
    { delimiter: '\t' },
  ),
  'us-isn': document(
    'list.json',
    '{"list_id":"state-nonproliferation","source_file":"x","count":1,"entities": [{"name":"[[North]]","country":"[[Iran]]","address":"[[1 Road]]","status":"[[x]]","effective_date":"[[2020-01-01]]","federal_register":"[[80 FR 1]]","notes":"[[Authority: A; imposed 1/1/2020; status: Expired]]","aliases":["[[NW]]"]}]}',
  ),
  'us-bis-el': document(
    'list.json',
    '{"list_id":"bis-entity-list","source_file":"x","count":1,"entities": [{"name":"[[North]]","country":"[[Iran]]","address":"[[1 Road]]","status":"[[x]]","effective_date":"[[2020-01-01]]","federal_register":"[[80 FR 1]]","notes":"[[For all items]]","aliases":["[[NW]]"]}]}',
  ),
  'gb-uksl': table(
    'list.csv',
    'Last Updated=04/08/2026|Unique ID=RUS9001|OFSI Group ID|UN Reference Number|Name 6=DOE|Name 1=Jan|Name 2|Name 3|Name 4|Name 5|Name type=Primary Name|Alias strength|Title|Name non-latin script|Non-latin script type|Non-latin script language|Regime Name=Russia|Designation Type=Individual|Designation source=UK|Sanctions Imposed=Asset freeze|Other Information|UK Statement of Reasons|Address Line 1|Address Line 2|Address Line 3|Address Line 4|Address Line 5|Address Line 6|Address Postal Code|Address Country|Phone number|Website|Email address|Date Designated=31/07/2024|D.O.B|Nationality(/ies)|National Identifier number|National Identifier additional information|Passport number|Passport additional information|Position|Gender|Town of birth|Country of birth|Type of entity|Subsidiaries|Parent company|Business registration number (s)|IMO number|Current owner/operator (s)|Previous owner/operator (s)|Current believed flag of ship|Previous flags|Type of ship|Tonnage of ship|Length of ship|Year Built|Hull identification number (HIN)',
    { title: 'Report Date: 08-Oct-2026' },
  ),
  'gb-ofsi-conlist': table(
    'ConList.csv',
    'Name 6=DOE|Name 1=Jan|Name 2|Name 3|Name 4|Name 5|Title|Name Non-Latin Script|Non-Latin Script Type|Non-Latin Script Language|DOB=00/00/1936|Town of Birth|Country of Birth|Nationality|Passport Number|Passport Details|National Identification Number|NI Details|Position|Address 1|Address 2|Address 3|Address 4|Address 5|Address 6|Post/Zip Code|Country|Other Information|Group Type=Individual|Alias Type=Prime Alias|Alias Quality|Regime=Syria|Listed On=22/01/2019|UK Sanctions List Date Designated|Last Updated|Group ID=99001',
    { title: `Last Updated,27/04/2020${','.repeat(34)}` },
  ),
  'eu-journal': table(
    'consolidated/32014R0269.csv',
    'celex=32014R0269|recordId=1|programKey=EU-UKR|annex=I.PERSONS|measure=Asset freeze|startDate|reason|schema=Person|name=Jan DOE|alias|weakAlias|previousName|country|nationality=Russian|jurisdiction|birthDate=5.10.1976|birthPlace|position|passportNumber|gender|appearance|ethnicity|fatherName|motherName|incorporationDate|legalForm|sector|registrationNumber|taxNumber|idNumber|innCode|ogrnCode|kppCode|okpoCode|leiCode|swiftBic|ticker|imoNumber|mmsi|flag|address|phone|email|website|notes',
  ),
  'eu-fsf': document(
    'list.xml',
    '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-02T10:00:00.000+01:00"><sanctionEntity euReferenceNumber="EU.70.1" unitedNationId="[[x]]" designationDetails="[[x]]" logicalId="700"><remark>[[x]]</remark><regulation regulationType="amendment" publicationDate="2024-05-06" entryIntoForceDate="2024-05-07" numberTitle="[[2024/1 (OJ L1)]]" programme="[[UKR]]"><publicationUrl>[[https://example.org]]</publicationUrl></regulation><subjectType code="x" classificationCode="P"/><nameAlias firstName="[[Jan]]" middleName="[[x]]" lastName="[[DOE]]" wholeName="[[Jan DOE]]" function="[[x]]" title="[[x]]" gender="[[M]]" strong="true"/><citizenship countryIso2Code="[[RU]]" countryDescription="[[RUSSIA]]"/><birthdate circa="false" birthdate="[[1960-01-01]]" city="[[x]]" place="[[x]]" countryIso2Code="RU"/><address city="[[x]]" street="[[x]]" poBox="[[x]]" zipCode="[[x]]" place="[[x]]" countryIso2Code="RU"><contactInfo key="[[PHONE]]" value="[[1]]"/></address><identification number="[[A1]]" identificationTypeCode="passport" issuedBy="[[x]]" nameOnDocument="[[x]]" latinNumber="[[A1]]" countryIso2Code="RU"><remark>[[x]]</remark></identification></sanctionEntity></export>',
  ),
  'un-sc': document(
    'list.xml',
    '<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>[[JON]]</FIRST_NAME><SECOND_NAME>[[DOE]]</SECOND_NAME><UN_LIST_TYPE>[[DPRK]]</UN_LIST_TYPE><REFERENCE_NUMBER>[[KPi.900]]</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON><GENDER>[[Male]]</GENDER><NAME_ORIGINAL_SCRIPT>[[x]]</NAME_ORIGINAL_SCRIPT><COMMENTS1>[[x]]</COMMENTS1><TITLE><VALUE>[[x]]</VALUE></TITLE><DESIGNATION><VALUE>[[x]]</VALUE></DESIGNATION><NATIONALITY><VALUE>[[x]]</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>[[Good]]</QUALITY><ALIAS_NAME>[[ROE]]</ALIAS_NAME><NOTE>[[x]]</NOTE></INDIVIDUAL_ALIAS><INDIVIDUAL_ADDRESS><STREET>[[x]]</STREET><CITY>[[x]]</CITY><COUNTRY>[[x]]</COUNTRY><NOTE>[[x]]</NOTE></INDIVIDUAL_ADDRESS><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>[[EXACT]]</TYPE_OF_DATE><DATE>[[1960-01-01]]</DATE><NOTE>[[x]]</NOTE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH><CITY>[[x]]</CITY><NOTE>[[x]]</NOTE></INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>[[Passport]]</TYPE_OF_DOCUMENT><NUMBER>[[A1]]</NUMBER><ISSUING_COUNTRY>[[x]]</ISSUING_COUNTRY><NOTE>[[x]]</NOTE></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>',
  ),
  'ch-seco': document(
    'list.xml',
    '<swiss-sanctions-list list-type="whole-list" date="2026-08-27"><target ssid="1"><sanctions-set-id>[[1]]</sanctions-set-id><foreign-identifier>[[x]]</foreign-identifier><individual sex="[[male]]"><identity main="true"><name name-type="primary-name" quality="[[good]]"><name-part order="1" name-part-type="family-name"><value>[[Doe]]</value><spelling-variant lang="rus" script="CYRL">[[x]]</spelling-variant></name-part></name><day-month-year day="[[1]]" month="[[1]]" year="[[1960]]"/><identification-document document-type="passport"><number>[[A1]]</number><issuer code="RU">[[x]]</issuer><remark>[[x]]</remark></identification-document><address place-id="90"><address-details>[[1 Road]]</address-details><remarks>[[x]]</remarks></address></identity><justification>[[x]]</justification><relation target-id="2" relation-type="[[x]]"><remark>[[x]]</remark></relation><other-information>[[IMO 1; Tel. 2]]</other-information></individual><generic-attribute name="[[x]]">[[x]]</generic-attribute></target><place ssid="90"><location>[[x]]</location><area>[[x]]</area><country iso-code="KP">[[North Korea]]</country></place></swiss-sanctions-list>',
  ),
  'ca-sema': document(
    'list.xml',
    '<data-set><record><Country>[[Russia]]</Country><LastName>[[Doe]]</LastName><GivenName>[[Jan]]</GivenName><Aliases>[[x]]</Aliases><DateOfBirthOrShipBuildDate>[[1960-01-01]]</DateOfBirthOrShipBuildDate><Schedule>[[1, Part 1]]</Schedule><Item>[[1]]</Item><TitleOrShip>[[Minister]]</TitleOrShip><DateOfListing>[[2022-03-15]]</DateOfListing><ShipIMONumber>[[1]]</ShipIMONumber></record><record><Country>[[Russia]]</Country><EntityOrShip>[[North / Nord]]</EntityOrShip><Schedule>1</Schedule><Item>2</Item></record></data-set>',
  ),
  'au-dfat': (long) =>
    ['Individual', 'Entity'].flatMap((type) => {
      const cells = cellsOf(
        `Reference=9001|Name of Individual or Entity=Jan Doe|Type=${type}|Name Type=Primary Name|Date of Birth=1960|Place of Birth=Tehran, Iran|Citizenship=Iran|Address=Tehran, Iran|Additional Information=x|Listing Information=Listed on 6 Dec. 2005|Committees=1988 (Taliban)|Control Date=2014-12-15`,
      );
      return rowsOf(cells, long).map(([column, row]): Case => {
        const sheet = xlsxTable([cells.map(([heading]) => heading), row]);
        return [column, [memoryFile('list.xlsx', new Uint8Array(sheet))]];
      });
    }),
  'ch-fiaa': table(
    'list.csv',
    'Name=Ivo DOE|Alias|Birth date=1965-12-12|Nationality=tn|Program=CH-FIAA-TN|Listed=2016-07-01|Delisted|Source URL=x',
  ),
  'cn-sanctions': table(
    'list.csv',
    'Type=Company|Name=North|Chinese name|Body=x|List=UEL|Date=02.01.2025|QID|Alias|Country=US|Topics|Summary|Chinese summary|End date|Source URL|Address',
  ),
  'us-dod-1260h': table(
    'list.csv',
    'Name=North Ltd|Clean Name=North|Alias|Parent Name|Start date=2021-06-03|End date|Previous Name|Note|Source Url',
  ),
  'us-fincen-311': table(
    'list.csv',
    'Measure=North|Relationship=self|Name=North Ltd|Topics|Type|Alias|Country|Address|Registration number|Notes|Source URL',
  ),
  'us-state-cuba': table(
    'list.csv',
    'Id=n|Company=North|Acronym=N|EffectiveDate=2025-02-06|Alias|Sector|Category|Parent|SourceURL',
  ),
  'us-special-leg': table(
    'list.csv',
    'schema=Company|name=North|program=Section 1286|authority=x|report-date=2024|start-date|end-date|aliases|topics|reason|country|notes|source_url',
  ),
  '*': document(
    'entities.ftm.json',
    '{"id":"a","schema":"Person","caption":"[[Jan]]","properties":{"name":["[[Jan]]"],"birthDate":["[[1960]]"],"country":["[[ru]]"],"address":["[[x]]"],"idNumber":["[[1]]"]},"datasets":["x"],"last_seen":"[[2024-05-01]]"}\n{"id":"s","schema":"Sanction","properties":{"entity":["a"],"program":["[[x]]"],"startDate":["[[2020]]"],"reason":["[[x]]"]},"datasets":["x"]}\n',
  ),
};

it.each(Object.keys(LISTS))(
  '%s is read in a moment, whichever column is long',
  async (list) => {
    const readerOf = (files: readonly ListFile[]) =>
      readers.find(
        ({ source, recognise }) => source === list.split(' ')[0] && recognise(files).length === files.length,
      );
    const [, short] = LISTS[list]!('x')[1]!;
    expect((await readWholeList(readerOf(short)!, short, 'x')).entities).not.toEqual([]);
    const slow: string[] = [];
    let read = 0;
    for (const pattern of PATTERNS) {
      for (const [column, files] of LISTS[list]!(`${pattern.repeat(LENGTH / pattern.length)}x`)) {
        const reader = readerOf(files);
        if (reader === undefined) continue;
        const began = performance.now();
        await readWholeList(reader, files, 'x').catch((error: unknown) =>
          expect(error).toHaveProperty('code'),
        );
        read += 1;
        const seconds = (performance.now() - began) / 1000;
        if (seconds > SECONDS) slow.push(`${column} of ${JSON.stringify(pattern)}: ${seconds.toFixed(1)} s`);
      }
    }
    expect(slow).toEqual([]);
    // Where the first line is what a file is known by, a long one may make it another; most are read.
    expect(read).toBeGreaterThan(PATTERNS.length * 3);
  },
  120_000,
);
