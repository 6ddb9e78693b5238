/** Invented advanced files in the shape of the real ones: reference sets, locations, documents, parties, what follows. */

/** A name: alias type, parts by type, script; `low` for low quality, `main` for the primary one. */
type Alias = {
  readonly type?: string;
  readonly main?: boolean;
  readonly low?: boolean;
  readonly script?: string;
  readonly parts: readonly (readonly [string, string])[];
};

/** A feature: its type, and the inside of its version. */
type Feature = readonly [type: string, version: string];

type Party = {
  readonly id: number;
  readonly kind: string;
  readonly comment?: string;
  readonly names: readonly Alias[];
  readonly features?: readonly Feature[];
};

type Document = {
  readonly party: number;
  readonly type: string;
  readonly number: string;
  readonly country?: string;
  readonly dates?: string;
  readonly validity?: string;
  readonly authority?: string;
};

type Entry = {
  readonly party: number;
  readonly list?: string;
  readonly events?: readonly (readonly [day: string, basis: string])[];
  readonly programmes?: readonly string[];
  readonly kinds?: readonly string[];
  readonly until?: string;
};

type Relation = {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly former?: boolean;
};

/** What an invented file holds; `extra` is put before its end. */
export type AdvancedFile = {
  readonly parties: readonly Party[];
  readonly locations?: readonly (readonly [id: number, inside: string])[];
  readonly documents?: readonly Document[];
  readonly relations?: readonly Relation[];
  readonly entries?: readonly Entry[];
  readonly namespace?: string;
  readonly version?: string;
  readonly extra?: string;
};

/** Every word that a number stands for. Numbers are made of the set and the word's place, never the real ones. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  AliasType: ['A.K.A.', 'F.K.A.', 'N.K.A.', 'Name'],
  Country: ['Iran', 'Russia', 'Panama'],
  CalendarType: ['Gregorian', 'Islamic'],
  DetailReference: ['Male', 'Female', 'Subject to Directive 1'],
  DetailType: ['TEXT'],
  EntryEventType: ['Created'],
  FeatureType: [
    'Birthdate',
    'Place of Birth',
    'Gender',
    'Nationality Country',
    'Location',
    'Title',
    'Website',
    'SWIFT/BIC',
    'Digital Currency Address - XBT',
    'VESSEL FLAG',
    'Vessel Type',
    'Vessel Call Sign',
    'Other Vessel Flag',
    'MMSI',
    'Aircraft Model',
    'Aircraft Tail Number',
    'Executive Order 13662 Directive Determination -',
    'Effective Date (EO 14024 Directive 3):',
    'Quux',
  ],
  IDRegDocDateType: ['Issue Date', 'Expiration Date'],
  IDRegDocType: ['Passport', 'Tax ID No.', 'Vessel Registration Identification'],
  LegalBasis: ['Unknown', 'Executive Order 13662 (Ukraine)', 'Executive Order 13224 (Terrorism)'],
  List: ['SDN List', 'Consolidated List'],
  LocPartType: ['ADDRESS1', 'ADDRESS2', 'CITY', 'STATE/PROVINCE', 'POSTAL CODE', 'REGION'],
  NamePartType: ['Last Name', 'First Name', 'Middle Name', 'Patronymic', 'Entity Name', 'Vessel Name'],
  RelationType: ['Owned or Controlled By', 'Acting for or on behalf of'],
  SanctionsType: ['Block', 'Program'],
  Script: ['Latin', 'Cyrillic', 'Arabic', 'Chinese Simplified'],
  Validity: ['Valid', 'Fraudulent'],
};

/** The number of a word in its set. */
export function numberOf(set: string, word: string): number {
  const at = SETS[set]!.indexOf(word);
  if (at === -1) throw new Error(`${set} has no "${word}"`);
  return Object.keys(SETS).indexOf(set) * 100 + at + 1;
}

/** The text of a file. */
export function advancedFile(file: AdvancedFile): string {
  const { namespace = 'http://www.un.org/sanctions/1.0', version = '3' } = file;
  const sections = [
    `<DateOfIssue CalendarTypeID="${numberOf('CalendarType', 'Gregorian')}">${ymd('2026-10-08')}</DateOfIssue>`,
    `<ReferenceValueSets>${references()}</ReferenceValueSets>`,
    section('Locations', file.locations ?? [], ([id, inside]) => `<Location ID="${id}">${inside}</Location>`),
    section('IDRegDocuments', file.documents ?? [], documentOf),
    section('DistinctParties', file.parties, partyOf),
    section('ProfileRelationships', file.relations ?? [], relationOf),
    section('SanctionsEntries', file.entries ?? file.parties.map(({ id }) => ({ party: id })), entryOf),
    '<SanctionsEntryLinks />',
    file.extra ?? '',
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<Sanctions xmlns="${namespace}" Version="${version}">\n${sections.join('\n')}\n</Sanctions>\n`;
}

/** A version's text detail. */
export function detail(text: string): string {
  return `<Comment /><VersionDetail DetailTypeID="${numberOf('DetailType', 'TEXT')}">${text}</VersionDetail>`;
}

/** A version's word of choice. */
export function choice(word: string): string {
  return `<Comment /><VersionDetail DetailReferenceID="${numberOf('DetailReference', word)}" />`;
}

/** A version's place. */
export function at(location: number): string {
  return `<Comment /><VersionLocation LocationID="${location}" />`;
}

/** A version's days: from the first to the last possible one. */
export function days(
  [from, to]: readonly [string, string],
  { circa = false, calendar = 'Gregorian' }: { circa?: boolean; calendar?: string } = {},
): string {
  const end = (name: string, day: string) =>
    `<${name} Approximate="${circa}"><From>${ymd(day)}</From><To>${ymd(day)}</To></${name}>`;
  return `<Comment /><DatePeriod CalendarTypeID="${numberOf('CalendarType', calendar)}">${end('Start', from)}${end('End', to)}</DatePeriod>`;
}

/** A location's inside: parts by type, and a country. */
export function place(parts: Readonly<Record<string, string>>, country?: string): string {
  const land =
    country === undefined
      ? ''
      : `<LocationCountry CountryID="${numberOf('Country', country)}" CountryRelevanceID="1413" />`;
  return `${land}${Object.entries(parts)
    .map(
      ([type, text]) =>
        `<LocationPart LocPartTypeID="${numberOf('LocPartType', type)}"><LocationPartValue Primary="true"><Comment /><Value>${text}</Value></LocationPartValue></LocationPart>`,
    )
    .join('')}`;
}

function references(): string {
  const sets = Object.entries(SETS).map(
    ([name, words]) =>
      `<${name}Values>${words.map((word) => `<${name} ID="${numberOf(name, word)}">${word}</${name}>`).join('')}</${name}Values>`,
  );
  return `${sets.join('\n')}
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="14">Vessel</PartySubType><PartySubType ID="2" PartyTypeID="14">Aircraft</PartySubType><PartySubType ID="3" PartyTypeID="12">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="11">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="11">Individual</PartyType><PartyType ID="12">Entity</PartyType><PartyType ID="14">Transport</PartyType></PartyTypeValues>`;
}

const KINDS: Readonly<Record<string, number>> = { Vessel: 1, Aircraft: 2, Entity: 3, Individual: 4 };

function partyOf({ id, kind, comment = '', names, features = [] }: Party): string {
  const groups: string[] = [];
  const aliases = names.map((alias, number) => aliasOf(alias, id * 100 + number, groups));
  const listed = features.map(
    ([type, version], number) =>
      `<Feature ID="${id}${number}" FeatureTypeID="${numberOf('FeatureType', type)}"><FeatureVersion ID="${id}${number}" ReliabilityID="1">${version}</FeatureVersion><IdentityReference IdentityID="${id}7" /></Feature>`,
  );
  return `<DistinctParty FixedRef="${id}">
<Comment>${comment}</Comment>
<Profile ID="${id}" PartySubTypeID="${KINDS[kind]}">
<Identity ID="${id}7" FixedRef="${id}" Primary="true" False="false">
${aliases.join('\n')}
<NamePartGroups>${groups.join('')}</NamePartGroups>
</Identity>
${listed.join('\n')}
</Profile>
</DistinctParty>`;
}

function aliasOf(
  { type = 'A.K.A.', main = false, low = false, script = 'Latin', parts }: Alias,
  number: number,
  groups: string[],
): string {
  const written = parts.map(([part, text], order) => {
    const group = number * 10 + order;
    groups.push(
      `<MasterNamePartGroup><NamePartGroup ID="${group}" NamePartTypeID="${numberOf('NamePartType', part)}" /></MasterNamePartGroup>`,
    );
    return `<DocumentedNamePart><NamePartValue NamePartGroupID="${group}" ScriptID="${numberOf('Script', script)}">${text}</NamePartValue></DocumentedNamePart>`;
  });
  return `<Alias AliasTypeID="${numberOf('AliasType', type)}" Primary="${main}" LowQuality="${low}"><DocumentedName ID="${number}">${written.join('')}</DocumentedName></Alias>`;
}

function documentOf({
  party,
  type,
  number,
  country,
  dates = '',
  validity = 'Valid',
  authority = '',
}: Document): string {
  const by = country === undefined ? '' : ` IssuedBy-CountryID="${numberOf('Country', country)}"`;
  return `<IDRegDocument ID="${party}1" IDRegDocTypeID="${numberOf('IDRegDocType', type)}" IdentityID="${party}7"${by} ValidityID="${numberOf('Validity', validity)}"><Comment /><IDRegistrationNo>${number}</IDRegistrationNo><IssuingAuthority>${authority}</IssuingAuthority>${dates}</IDRegDocument>`;
}

/** A document's date. */
export function dated(type: string, day: string): string {
  return `<DocumentDate IDRegDocDateTypeID="${numberOf('IDRegDocDateType', type)}">${days([day, day]).replace('<Comment />', '')}</DocumentDate>`;
}

function relationOf({ from, to, type, former = false }: Relation): string {
  return `<ProfileRelationship ID="${from}${to}" From-ProfileID="${from}" To-ProfileID="${to}" RelationTypeID="${numberOf('RelationType', type)}" Former="${former}"><Comment /></ProfileRelationship>`;
}

function entryOf({
  party,
  list = 'SDN List',
  events,
  programmes = ['SDGT'],
  kinds = [],
  until,
}: Entry): string {
  const created = events ?? [['2020-03-04', 'Unknown']];
  const listed = created.map(
    ([day, basis]) =>
      `<EntryEvent ID="${party}" EntryEventTypeID="${numberOf('EntryEventType', 'Created')}" LegalBasisID="${numberOf('LegalBasis', basis)}"><Comment /><Date CalendarTypeID="1">${ymd(day)}</Date></EntryEvent>`,
  );
  const end = until === undefined ? '' : `<End><From>${ymd(until)}</From><To>${ymd(until)}</To></End>`;
  const measure = (type: string, comment: string) =>
    `<SanctionsMeasure ID="${party}" SanctionsTypeID="${numberOf('SanctionsType', type)}"><Comment>${comment}</Comment><DatePeriod CalendarTypeID="1">${end}</DatePeriod></SanctionsMeasure>`;
  const measures = [
    ...kinds.map((kind) => measure(kind, '')),
    ...programmes.map((tag) => measure('Program', tag)),
  ];
  return `<SanctionsEntry ID="${party}" ProfileID="${party}" ListID="${numberOf('List', list)}">${listed.join('')}${measures.join('')}</SanctionsEntry>`;
}

function ymd(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `<Year>${year}</Year><Month>${month}</Month><Day>${date}</Day>`;
}

function section<T>(name: string, items: readonly T[], write: (item: T) => string): string {
  return `<${name}>\n${items.map(write).join('\n')}\n</${name}>`;
}
