/** What parties point at and what stands before them: locations by their number, documents by the identity they name. */
import { issue } from '../../../base/index.js';
import { singleSpaced } from '../../../text/index.js';
import type { ListSink } from '../../reader.js';
import { childOf, childrenOf, childText, type XmlElement } from '../../reading/xml.js';
import { withoutStop } from '../../wording/us-remarks.js';
import type { OfacPiece } from '../record.js';
import { wordsOf } from './dates.js';
import type { References } from './references.js';

/** A location in the fields of a CSV address. */
export type Location = { readonly street: string; readonly place: string; readonly country: string };

/** A document as a piece; what the CSV has no word for is a note. */
export type Document = { readonly piece: OfacPiece; readonly note: string };

/** Locations and documents of a file, filled as they come by. */
export type Joined = {
  takeLocation(element: XmlElement): void;
  takeDocument(element: XmlElement): void;
  location(id: string): Location | null;
  /** The documents of an identity, each given out once. */
  documents(identity: string): readonly Document[];
  /** Documents of identities that no party has become issues. */
  tellOrphans(): void;
};

/** Opens empty tables. */
export function openJoined(file: string, references: References, sink: Pick<ListSink, 'issue'>): Joined {
  const locations = new Map<string, Location>();
  const documents = new Map<string, Document[]>();
  return {
    takeLocation: (element) => {
      const id = element.attributes.ID;
      if (id !== undefined) locations.set(id, locationOf(element, references, file));
    },
    takeDocument: (element) => {
      const identity = element.attributes.IdentityID ?? '';
      const document = documentOf(element, references, locations, file);
      const held = documents.get(identity);
      if (held === undefined) documents.set(identity, [document]);
      else held.push(document);
    },
    location: (id) => locations.get(id) ?? null,
    documents: (identity) => {
      const held = documents.get(identity) ?? [];
      documents.delete(identity);
      return held;
    },
    tellOrphans: () => {
      for (const { piece } of [...documents.values()].flat()) {
        const message = 'a document of an identity that is not in the list (skipped)';
        sink.issue(issue('orphan-row', { ...piece.at, value: piece.text }, message));
      }
    },
  };
}

function locationOf(element: XmlElement, references: References, file: string): Location {
  const parts: Record<string, string> = Object.create(null);
  const at = { file, line: element.line, field: 'Location' };
  let country = '';
  let area = '';
  for (const child of element.children) {
    if (child.name === 'LocationCountry')
      country = references.textOf('Country', child.attributes.CountryID, at);
    else if (child.name === 'LocationAreaCode')
      area = references.textOf('AreaCode', child.attributes.AreaCodeID, at);
    else if (child.name === 'LocationPart') {
      const label = references.textOf('LocPartType', child.attributes.LocPartTypeID, at);
      const values = childrenOf(child, 'LocationPartValue').map((value) => childText(value, 'Value'));
      parts[label] = [parts[label], ...values].filter(Boolean).join(', ');
    }
  }
  const { ADDRESS1, ADDRESS2, ADDRESS3, CITY, REGION, ['STATE/PROVINCE']: state, Unknown, ...others } = parts;
  const postal = others['POSTAL CODE'];
  const city = [CITY, state].filter(Boolean).join(', ');
  if (country === '' && area !== 'undetermined') country = area;
  if (REGION) country = country === '' ? `Region: ${REGION}` : country;
  return {
    street: owned([ADDRESS1, ADDRESS2, ADDRESS3].filter(Boolean).join(', ')),
    place: owned([city, postal].filter(Boolean).join(' ')),
    country: country === '' ? (Unknown ?? '') : country,
  };
}

/** A copy: a part of the text that streamed by would keep all of it in memory. */
function owned(text: string): string {
  return Buffer.from(text).toString();
}

/** A document in the words of the CSV: type, number, issuing country, days. */
function documentOf(
  element: XmlElement,
  references: References,
  locations: ReadonlyMap<string, Location>,
  file: string,
): Document {
  const { attributes } = element;
  const at = { file, line: element.line, field: element.name };
  const country =
    references.textOf('Country', attributes['IssuedBy-CountryID'], at) ||
    (locations.get(attributes['IssuedIn-LocationID'] ?? '')?.country ?? '');
  const validity = references.textOf('Validity', attributes.ValidityID, at);
  const words = [
    references.textOf('IDRegDocType', attributes.IDRegDocTypeID, at),
    withoutStop(childText(element, 'IDRegistrationNo')),
    country && `(${country})`,
    ...childrenOf(element, 'DocumentDate').map((date) => datedWords(date, references, file)),
    // Only what is not valid is worth a word.
    validity === 'Valid' || validity === '' ? '' : `(${validity})`,
  ];
  const text = words.filter((word) => word !== '').join(' ');
  const others = [childText(element, 'IssuingAuthority'), childText(element, 'Comment')].filter(Boolean);
  return { piece: { text, at }, note: others.length === 0 ? '' : `${text}: ${others.join('; ')}` };
}

function datedWords(date: XmlElement, references: References, file: string): string {
  const at = { file, line: date.line, field: date.name };
  const type = references.textOf('IDRegDocDateType', date.attributes.IDRegDocDateTypeID, at);
  const period = childOf(date, 'DatePeriod');
  const words = period === undefined ? singleSpaced(date.text) : wordsOf(period, null);
  return words === '' ? '' : `${DATES.get(type) ?? type.toLowerCase()} ${words}`;
}

const DATES: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'Issue Date': 'issued', 'Expiration Date': 'expires' }),
);
