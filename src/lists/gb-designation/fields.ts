/**
 * The fields of a British designation: one name for each, the heading of the CSV and spreadsheet that holds it, and the
 * XML element. Every shape of the list becomes rows of these fields, so that one mapping serves all.
 */
import type { HeadedRow, Headings } from '../reading/rows.js';

/** Field → heading of the CSV of 2026, element of the XML (from its fixtures), '' where the shape has none. */
const TABLE = {
  updated: ['Last Updated', 'LastUpdated'],
  id: ['Unique ID', 'UniqueID'],
  group: ['OFSI Group ID', 'OFSIGroupID'],
  unReference: ['UN Reference Number', 'UNReferenceNumber'],
  name6: ['Name 6', 'Name6'],
  name1: ['Name 1', 'Name1'],
  name2: ['Name 2', 'Name2'],
  name3: ['Name 3', 'Name3'],
  name4: ['Name 4', 'Name4'],
  name5: ['Name 5', 'Name5'],
  nameType: ['Name type', 'NameType'],
  strength: ['Alias strength', 'AliasStrength'],
  title: ['Title', 'Title'],
  script: ['Name non-latin script', 'NonLatinScriptName'],
  scriptType: ['Non-latin script type', 'NonLatinScriptType'],
  scriptLanguage: ['Non-latin script language', 'NonLatinScriptLanguage'],
  regime: ['Regime Name', 'RegimeName'],
  kind: ['Designation Type', 'IndividualEntityShip'],
  origin: ['Designation source', 'DesignationSource'],
  sanctions: ['Sanctions Imposed', 'SanctionsImposed'],
  other: ['Other Information', 'OtherInformation'],
  reasons: ['UK Statement of Reasons', 'UKStatementofReasons'],
  address1: ['Address Line 1', 'AddressLine1'],
  address2: ['Address Line 2', 'AddressLine2'],
  address3: ['Address Line 3', 'AddressLine3'],
  address4: ['Address Line 4', 'AddressLine4'],
  address5: ['Address Line 5', 'AddressLine5'],
  address6: ['Address Line 6', 'AddressLine6'],
  postcode: ['Address Postal Code', 'AddressPostalCode'],
  country: ['Address Country', 'AddressCountry'],
  phone: ['Phone number', 'PhoneNumber'],
  website: ['Website', 'Website'],
  email: ['Email address', 'EmailAddress'],
  designated: ['Date Designated', 'DateDesignated'],
  birthDate: ['D.O.B', 'DOB'],
  nationality: ['Nationality(/ies)', 'Nationality'],
  idNumber: ['National Identifier number', 'NationalIdentifierNumber'],
  idInfo: ['National Identifier additional information', 'NationalIdentifierAdditionalInformation'],
  passport: ['Passport number', 'PassportNumber'],
  passportInfo: ['Passport additional information', 'PassportAdditionalInformation'],
  position: ['Position', 'Position'],
  gender: ['Gender', 'Gender'],
  birthTown: ['Town of birth', 'TownOfBirth'],
  birthCountry: ['Country of birth', 'CountryOfBirth'],
  entityType: ['Type of entity', 'TypeOfEntity'],
  subsidiary: ['Subsidiaries', 'Subsidiary'],
  parent: ['Parent company', 'ParentCompany'],
  registration: ['Business registration number (s)', 'BusinessRegistrationNumber'],
  imo: ['IMO number', 'IMONumber'],
  owner: ['Current owner/operator (s)', 'CurrentOwnerOperator'],
  previousOwner: ['Previous owner/operator (s)', 'PreviousOwnerOperator'],
  flag: ['Current believed flag of ship', 'CurrentBelievedFlagOfShip'],
  previousFlag: ['Previous flags', 'PreviousFlag'],
  shipType: ['Type of ship', 'TypeOfShip'],
  tonnage: ['Tonnage of ship', 'TonnageOfShip'],
  length: ['Length of ship', 'LengthOfShip'],
  built: ['Year Built', 'YearBuilt'],
  hull: ['Hull identification number (HIN)', 'HullIdentificationNumber'],
  /** The short form's whole name, family name first. */
  shortName: ['Name', ''],
} as const;

/** A field of a designation. */
export type UkField = keyof typeof TABLE;

/**
 * A row of a designation: the line where it stands, and its fields as text, '' where it says nothing. `filled` names the
 * fields that say something where few do, null where each is to be looked at.
 */
export type UkRow = {
  readonly line: number;
  readonly filled: readonly UkField[] | null;
  get(field: UkField): string;
};

/** Every field, in the order of the CSV. */
export const UK_FIELDS = Object.keys(TABLE) as readonly UkField[];

/** The heading of a field. */
export function headingOf(field: UkField): string {
  return TABLE[field][0];
}

/** XML element → its field. */
export const FIELD_OF_ELEMENT: ReadonlyMap<string, UkField> = new Map([
  ...UK_FIELDS.filter((field) => TABLE[field][1] !== '').map((field) => [TABLE[field][1], field] as const),
  // Spellings that differ between the fixtures.
  ['NameNonLatinScript', 'script'],
  ['TypeOfShipDetails', 'shipType'],
]);

/** Headings of the CSV, and of spreadsheets that have its columns. */
export const FULL_HEADINGS: Headings = {
  known: UK_FIELDS.filter((field) => field !== 'shortName').map(headingOf),
  needed: (['id', 'name6', 'regime', 'kind', 'sanctions'] as const).map(headingOf),
};

/** The short form's own words for two of the columns. */
export const SHORT_HEADINGS: Readonly<Partial<Record<UkField, string>>> = { kind: 'Type' };

/** The cell of a field → its heading, '' for a field that the file lacks. */
export type FieldHeadings = ReadonlyMap<UkField, string>;

/** A row by fields. */
export function rowOf(row: HeadedRow, headings: FieldHeadings): UkRow {
  return {
    line: row.line,
    filled: null,
    get: (field) => {
      const heading = headings.get(field);
      return heading === undefined ? '' : row.cell(heading);
    },
  };
}
