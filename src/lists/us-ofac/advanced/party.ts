/** A `DistinctParty` → records, one a profile; joined with its locations and documents, not yet with its entries. */
import { issue } from '../../../base/index.js';
import { singleSpaced } from '../../../text/index.js';
import type { ListSink } from '../../reader.js';
import { childText, type XmlElement } from '../../reading/xml.js';
import { splitRemarks, withoutStop } from '../../wording/us-remarks.js';
import {
  NO_TERMS,
  NO_VESSEL,
  type OfacAddress,
  type OfacAt,
  type OfacKind,
  type OfacName,
  type OfacPiece,
  type OfacRecord,
  type OfacVessel,
} from '../record.js';
import { shapeOf } from '../shape.js';
import { wordsOf } from './dates.js';
import type { FeatureWords } from './feature-words.js';
import type { Joined, Location } from './joined.js';
import { namesOf } from './names.js';
import type { References } from './references.js';

/** What may stand inside what (checked in the file of 2020; document dates from memory). */
export const ADVANCED_SHAPE = shapeOf({
  DateOfIssue: 'Year Month Day',
  Location: 'LocationAreaCode LocationCountry LocationPart FeatureVersionReference IDRegDocumentReference',
  LocationPart: 'LocationPartValue',
  LocationPartValue: 'Comment Value',
  IDRegDocument: 'Comment IDRegistrationNo IssuingAuthority DocumentDate DocumentedNameReference',
  DocumentDate: 'DatePeriod',
  DistinctParty: 'Comment Profile',
  Profile: 'Identity Feature SanctionsEntryReference',
  Identity: 'Alias NamePartGroups IDRegDocumentReference',
  Alias: 'DocumentedName',
  DocumentedName: 'DocumentedNamePart DocumentedNameCountry',
  DocumentedNamePart: 'NamePartValue',
  NamePartGroups: 'MasterNamePartGroup',
  MasterNamePartGroup: 'NamePartGroup',
  Feature: 'FeatureVersion IdentityReference',
  FeatureVersion: 'Comment DatePeriod VersionDetail VersionLocation',
  DatePeriod: 'Start End',
  Start: 'From To',
  End: 'From To',
  From: 'Year Month Day',
  To: 'Year Month Day',
  Date: 'Year Month Day',
  SanctionsEntry: 'EntryEvent SanctionsMeasure',
  EntryEvent: 'Comment Date',
  SanctionsMeasure: 'Comment DatePeriod',
  ProfileRelationship: 'Comment',
});

const KINDS: ReadonlyMap<string, OfacKind> = new Map(
  Object.entries<OfacKind>({
    Individual: 'Person',
    Entity: 'Organization',
    'Other Entity': 'Organization',
    Vessel: 'Vessel',
    Aircraft: 'Airplane',
  }),
);

/** What a party is read with. */
export type PartyContext = {
  readonly file: string;
  readonly references: References;
  readonly joined: Joined;
  readonly features: FeatureWords;
  readonly sink: Pick<ListSink, 'issue'>;
};

/** A profile's record, still without programmes and links, and the profile's number, by which those are joined. */
export type PartyRecord = { readonly profile: string; readonly record: OfacRecord };

type Parts = {
  readonly addresses: OfacAddress[];
  readonly pieces: OfacPiece[];
  readonly titles: string[];
  readonly notes: string[];
  vessel: OfacVessel;
};

/** Reads a party. */
export function toRecords(party: XmlElement, context: PartyContext): PartyRecord[] {
  const comment = childText(party, 'Comment');
  return party.children
    .filter(({ name }) => name === 'Profile')
    .map((profile) => {
      const number = profile.attributes.ID ?? '';
      const id = party.attributes.FixedRef ?? number;
      return { profile: number, record: toRecord(profile, id, comment, context) };
    });
}

function toRecord(profile: XmlElement, id: string, comment: string, context: PartyContext): OfacRecord {
  const { file, references, joined, sink } = context;
  const at = { file, line: profile.line, field: 'Profile' };
  const kind = kindOf(profile, at, context);
  const parts: Parts = { addresses: [], pieces: [], titles: [], notes: [], vessel: NO_VESSEL };
  for (const text of splitRemarks(comment)) parts.pieces.push({ text, at: { ...at, field: 'Comment' } });
  const names: OfacName[] = [];
  for (const part of profile.children) {
    if (part.name === 'Feature') addFeature(part, parts, context);
    if (part.name !== 'Identity') continue;
    const own = namesOf(part, kind, references, file, sink);
    if (part.attributes.False === 'true')
      parts.notes.push(...own.names.map(({ text }) => `False identity: ${text}`));
    names.push(...own.names);
    parts.pieces.push(...own.weak);
    for (const { piece, note } of joined.documents(part.attributes.ID ?? '')) {
      parts.pieces.push(piece);
      if (note !== '') parts.notes.push(note);
    }
  }
  return {
    id,
    kind,
    at,
    names,
    title: parts.titles.join('; '),
    vessel: parts.vessel,
    addresses: parts.addresses,
    pieces: parts.pieces,
    programmes: [],
    notes: parts.notes,
    terms: NO_TERMS,
    links: [],
  };
}

function kindOf(profile: XmlElement, at: OfacAt, { references, sink }: PartyContext): OfacKind {
  const type = references.partyType(profile.attributes.PartySubTypeID, at);
  const kind = KINDS.get(type);
  if (kind !== undefined) return kind;
  const where = { ...at, field: 'PartySubTypeID', value: type };
  sink.issue(issue('bad-value', where, 'not known; read as an organisation'));
  return 'Organization';
}

function addFeature(feature: XmlElement, parts: Parts, context: PartyContext): void {
  const at = { file: context.file, line: feature.line, field: 'Feature' };
  const label = context.references.textOf('FeatureType', feature.attributes.FeatureTypeID, at);
  const word = context.features.wordOf(label);
  for (const version of feature.children) {
    if (version.name !== 'FeatureVersion') continue;
    const comment = childText(version, 'Comment');
    if (comment !== '') parts.notes.push(`${label}: ${comment}`);
    const { location, text } = detailOf(version, at, context);
    if (word.as === 'address') {
      if (location !== null) parts.addresses.push({ ...location, remark: '', at });
      if (text !== '') parts.notes.push(`${label}: ${text}`);
      continue;
    }
    const words = [text, location === null ? '' : placeWords(location)].filter(Boolean).join(' ');
    if (words === '') continue;
    if (word.as === 'title') parts.titles.push(words);
    else if (word.as === 'piece')
      parts.pieces.push({ text: `${word.word} ${withoutStop(words)}`.trim(), at });
    else if (parts.vessel[word.field] === '') parts.vessel = { ...parts.vessel, [word.field]: words };
    else parts.pieces.push({ text: `${label} ${words}`, at });
  }
}

function placeWords({ street, place, country }: Location): string {
  return [street, place, country].filter(Boolean).join(', ');
}

function detailOf(
  version: XmlElement,
  at: OfacAt,
  { references, joined, sink }: PartyContext,
): { location: Location | null; text: string } {
  const texts: string[] = [];
  let location: Location | null = null;
  for (const child of version.children) {
    const { name, text, attributes } = child;
    if (name === 'VersionDetail') {
      texts.push(references.textOf('DetailReference', attributes.DetailReferenceID, at), singleSpaced(text));
    } else if (name === 'DatePeriod') {
      const calendar = references.textOf('CalendarType', attributes.CalendarTypeID, at);
      const foreign = calendar === '' || calendar === 'Gregorian' ? null : calendar;
      texts.push(wordsOf(child, foreign));
    } else if (name === 'VersionLocation') {
      const id = attributes.LocationID ?? '';
      location = joined.location(id);
      const where = { ...at, field: 'LocationID', value: id };
      if (location === null) sink.issue(issue('orphan-row', where, 'a location that is not in the file'));
    }
  }
  return { location, text: texts.filter(Boolean).join(' ') };
}
