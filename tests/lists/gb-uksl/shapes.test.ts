/** One list in four shapes: the same ids everywhere, and the same property wherever two shapes hold the same fact. */
import { expect, it } from 'vitest';
import type { ListContent } from '../../../src/lists/index.js';
import {
  type Cells,
  csvOf,
  formatsOf,
  read,
  row,
  shortFile,
  type Tree,
  xlsxFile,
  xmlFile,
} from './support.js';

const person = {
  'Unique ID': 'RUS9001',
  'OFSI Group ID': '99001',
  'UN Reference Number': 'KPi.901',
  'Sanctions Imposed': 'Asset freeze|Travel Ban',
  'UK Statement of Reasons': 'Invented reasons, at "length".',
  'Other Information': 'Invented.',
};
const ship = {
  'Unique ID': 'RUS9002',
  'Name 6': 'SEA EXAMPLE',
  'Designation Type': 'Ship',
  'Sanctions Imposed':
    "Shipping sanctions: (see 'Other information')|Shipping sanctions: (see 'Other information')",
  'IMO number': 'IMO9074729',
  'Current believed flag of ship': 'Gabon',
  'Previous flags': 'Panama',
  'Type of ship': 'Oil Tanker',
  'Year Built': '2019',
  'Current owner/operator (s)': 'Example Ships FZCO',
};
const bank = {
  'Unique ID': 'AFG9003',
  'Name 6': 'EXAMPLE TRADE BANK LLC',
  'Regime Name': 'The Afghanistan (Sanctions) (EU Exit) Regulations 2020',
  'Designation Type': 'Entity',
  'Type of entity': 'Bank',
  'Business registration number (s)': 'OGRN 1027700132195',
  'Parent company': 'Example Holding',
  Website: 'https://bank.example',
  'Email address': 'a@bank.example',
  'Phone number': '+7 495 000 00 00',
  'Address Line 1': '1 Example Street',
  'Address Postal Code': '101000',
  'Address Country': 'Russia',
};
const names = [
  {
    'Name 6': 'ORLENKOV',
    'Name 1': 'Pyotr',
    'Name 2': 'Olegovich',
    'Name type': 'Primary Name',
    'Name non-latin script': 'Пётр Олегович ОРЛЕНКОВ',
  },
  { 'Name 6': 'ORLIENKOV', 'Name 1': 'Petr', 'Name type': 'Primary Name Variation' },
  { 'Name 6': 'The Eagle', 'Name type': 'Alias', 'Alias strength': 'Low quality a.k.a.' },
];
const facts = {
  Title: 'Dr',
  'D.O.B': 'dd/mm/1964',
  'Nationality(/ies)': 'Russia',
  Position: 'Minister',
  Gender: 'Male',
  'Town of birth': 'Exampleburg',
  'Country of birth': 'Russia',
  'Passport number': 'AB1234567',
  'Passport additional information': 'issued in 2010',
  'Address Line 1': '2 Example Street',
  'Address Country': 'Russia',
};
/** Every combination, as the CSV has it. */
const rows: Cells[] = [
  ...names.flatMap((name) =>
    ['15/03/1965', 'dd/mm/1964'].map((born) => row({ ...person, ...facts, ...name, 'D.O.B': born })),
  ),
  row(ship),
  row(bank),
];

const all = (one: Cells): Tree => ({
  LastUpdated: '04/08/2026',
  DateDesignated: '31/07/2024',
  UniqueID: one['Unique ID']!,
  OFSIGroupID: one['OFSI Group ID'] ?? '',
  UNReferenceNumber: one['UN Reference Number'] ?? '',
  RegimeName: row(one)['Regime Name']!,
  IndividualEntityShip: row(one)['Designation Type']!,
  DesignationSource: 'UK',
  SanctionsImposed: row(one)['Sanctions Imposed']!,
  SanctionsImposedIndicators: { AssetFreeze: 'true' },
  OtherInformation: one['Other Information'] ?? '',
  UKStatementofReasons: one['UK Statement of Reasons'] ?? '',
});
const designations: Tree[] = [
  {
    ...all(person),
    Names: {
      Name: names.map((name) => ({
        Name6: name['Name 6'],
        Name1: name['Name 1'] ?? '',
        Name2: (name as Cells)['Name 2'] ?? '',
        NameType: name['Name type'],
        AliasStrength: (name as Cells)['Alias strength'] ?? '',
      })),
    },
    NonLatinNames: { NonLatinName: { NonLatinScriptName: 'Пётр Олегович ОРЛЕНКОВ' } },
    Titles: { Title: 'Dr' },
    Addresses: { Address: { AddressLine1: '2 Example Street', AddressCountry: 'Russia' } },
    IndividualDetails: {
      Individual: {
        DOBs: { DOB: ['15/03/1965', 'dd/mm/1964'] },
        Nationalities: { Nationality: 'Russia' },
        Positions: { Position: 'Minister' },
        Genders: { Gender: 'Male' },
        BirthDetails: { Location: { TownOfBirth: 'Exampleburg', CountryOfBirth: 'Russia' } },
        PassportDetails: {
          Passport: { PassportNumber: 'AB1234567', PassportAdditionalInformation: 'issued in 2010' },
        },
      },
    },
  },
  {
    ...all(ship),
    Names: { Name: { Name6: 'SEA EXAMPLE', NameType: 'Primary Name' } },
    ShipDetails: {
      Ship: {
        IMONumbers: { IMONumber: 'IMO9074729' },
        CurrentBelievedFlagOfShips: { CurrentBelievedFlagOfShip: 'Gabon' },
        PreviousFlags: { PreviousFlag: 'Panama' },
        TypeOfShipDetails: { TypeOfShipDetail: { TypeOfShip: 'Oil Tanker' } },
        YearsBuilt: { YearBuilt: '2019' },
        CurrentOwnerOperators: { CurrentOwnerOperator: 'Example Ships FZCO' },
      },
    },
  },
  {
    ...all(bank),
    Names: { Name: { Name6: 'EXAMPLE TRADE BANK LLC', NameType: 'Primary Name' } },
    Addresses: {
      Address: { AddressLine1: '1 Example Street', AddressPostalCode: '101000', AddressCountry: 'Russia' },
    },
    PhoneNumbers: { PhoneNumber: '+7 495 000 00 00' },
    EmailAddresses: { EmailAddress: 'a@bank.example' },
    Websites: { Website: 'https://bank.example' },
    EntityDetails: {
      Entity: {
        TypeOfEntities: { TypeOfEntity: 'Bank' },
        BusinessRegistrationNumbers: { BusinessRegistrationNumber: 'OGRN 1027700132195' },
        ParentCompanies: { ParentCompany: 'Example Holding' },
      },
    },
  },
];
const short = [
  [
    'RUS9001',
    '99001',
    'ORLENKOV Pyotr Olegovich',
    'Russia',
    'Individual',
    'UK',
    '31-07-2024',
    'Asset freeze, Travel Ban',
  ],
  [
    'RUS9002',
    '',
    'SEA EXAMPLE',
    'Russia',
    'Ship',
    'UK',
    '31-07-2024',
    'Shipping sanctions: (see "Other information")',
  ],
  ['AFG9003', '', 'EXAMPLE TRADE BANK LLC', 'Afghanistan', 'Entity', 'UK', '31-07-2024', 'Asset freeze'],
];

/** Values without their order: combinations and elements come in different ones. */
const sorted = ({ entities }: ListContent) =>
  entities.map(({ properties, ...entity }) => ({
    ...entity,
    properties: Object.fromEntries(
      Object.entries(properties)
        .sort()
        .map(([name, values]) => [name, [...values].sort()]),
    ),
  }));

it('each shape is known, and CSV and XML say of which day they are', async () => {
  expect([csvOf(rows), xmlFile(designations), xlsxFile(rows), shortFile(short)].map(formatsOf)).toEqual([
    ['UK CSV'],
    ['UK XML'],
    ['UK spreadsheet'],
    ['UK spreadsheet'],
  ]);
  expect((await read(csvOf(rows))).published).toBe('2026-10-08');
  expect((await read(xmlFile(designations))).published).toBe('2026-10-08');
  expect((await read(shortFile(short))).published).toBeNull();
});

it('CSV, XML and the full spreadsheet give the same entities, and nothing is left over', async () => {
  const csv = await read(csvOf(rows));
  expect(csv.issues).toEqual([]);
  expect(csv.entities.map(({ id, caption, schema }) => [id, caption, schema])).toEqual([
    ['gb-RUS9001', 'Pyotr Olegovich ORLENKOV', 'Person'],
    ['gb-RUS9002', 'SEA EXAMPLE', 'Vessel'],
    ['gb-AFG9003', 'EXAMPLE TRADE BANK LLC', 'Company'],
  ]);
  for (const file of [xmlFile(designations), xlsxFile(rows)]) {
    const other = await read(file);
    expect(other.issues).toEqual([]);
    expect(sorted(other)).toEqual(sorted(csv));
  }
});

it('the short form gives the same ids, names, groups and listings; what else it lacks is absent, not different', async () => {
  const csv = await read(csvOf(rows));
  const { entities, issues } = await read(shortFile(short));
  expect(issues).toEqual([]);
  for (const [at, entity] of entities.entries()) {
    const full = csv.entities[at]!;
    expect([entity.id, entity.caption, entity.schema]).toEqual([full.id, full.caption, full.schema]);
    expect(entity.listings).toEqual(full.listings.map((listing) => ({ ...listing, reason: null })));
    for (const [property, values] of Object.entries(entity.properties))
      expect(full.properties[property], property).toEqual(expect.arrayContaining([...values]));
  }
});
