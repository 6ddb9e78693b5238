/**
 * An `sdnEntry` → a record. What the CSV tells in remarks stands here in elements: ids, dates and places of birth,
 * nationalities and weak aliases are worded as the CSV words them, so that one table places both.
 */
import { issue, sha256 } from '../../../base/index.js';
import { singleSpaced } from '../../../text/index.js';
import type { ListSink } from '../../reader.js';
import { childOf, childText, type XmlElement } from '../../reading/xml.js';
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

/** What may stand inside what (checked in the lists of 2020 and 2025; vesselInfo from memory). */
export const SDN_SHAPE = shapeOf({
  publshInformation: 'Publish_Date Record_Count',
  sdnEntry:
    'uid firstName lastName title sdnType remarks programList idList akaList addressList nationalityList citizenshipList dateOfBirthList placeOfBirthList vesselInfo',
  programList: 'program',
  idList: 'id',
  id: 'uid idType idNumber idCountry issueDate expirationDate',
  akaList: 'aka',
  aka: 'uid type category lastName firstName',
  addressList: 'address',
  address: 'uid address1 address2 address3 city stateOrProvince postalCode country',
  nationalityList: 'nationality',
  nationality: 'uid country mainEntry',
  citizenshipList: 'citizenship',
  citizenship: 'uid country mainEntry',
  dateOfBirthList: 'dateOfBirthItem',
  dateOfBirthItem: 'uid dateOfBirth mainEntry',
  placeOfBirthList: 'placeOfBirthItem',
  placeOfBirthItem: 'uid placeOfBirth mainEntry',
  vesselInfo: 'callSign vesselType vesselFlag vesselOwner tonnage grossRegisteredTonnage',
});

const KINDS: ReadonlyMap<string, OfacKind> = new Map(
  Object.entries<OfacKind>({
    Individual: 'Person',
    Entity: 'Organization',
    Vessel: 'Vessel',
    Aircraft: 'Airplane',
  }),
);
const ALIASES: Readonly<Record<string, 'alias' | 'previousName'>> = {
  'a.k.a.': 'alias',
  'f.k.a.': 'previousName',
  'n.k.a.': 'alias',
};

/** Reads an entry; what its fields do not allow becomes an issue. */
export function toRecord(entry: XmlElement, file: string, sink: Pick<ListSink, 'issue'>): OfacRecord {
  const at = { file, line: entry.line, field: 'uid' };
  const names: OfacName[] = [{ property: 'name', text: nameOf(entry) }];
  const pieces: OfacPiece[] = [];
  const addresses: OfacAddress[] = [];
  const programmes: string[] = [];
  let vessel = NO_VESSEL;
  for (const part of entry.children) {
    switch (part.name) {
      case 'remarks':
        pieces.push(...remarkPieces(part, file));
        break;
      case 'programList':
        programmes.push(...part.children.map(({ text }) => singleSpaced(text)).filter((tag) => tag !== ''));
        break;
      case 'idList':
        for (const id of part.children) pieces.push(idPiece(id, file));
        break;
      case 'akaList':
        for (const aka of part.children) addAlias(aka, names, pieces, file, sink);
        break;
      case 'addressList':
        for (const address of part.children) addresses.push(addressOf(address, file));
        break;
      case 'nationalityList':
        for (const one of part.children) pieces.push(worded('nationality', one, 'country', file));
        break;
      case 'citizenshipList':
        for (const one of part.children) pieces.push(worded('citizen', one, 'country', file));
        break;
      case 'dateOfBirthList':
        for (const one of part.children) pieces.push(worded('DOB', one, 'dateOfBirth', file));
        break;
      case 'placeOfBirthList':
        for (const one of part.children) pieces.push(worded('POB', one, 'placeOfBirth', file));
        break;
      case 'vesselInfo':
        vessel = vesselOf(part);
        break;
    }
  }
  return {
    id: idOf(entry, at, sink),
    kind: kindOf(entry, file, sink),
    at,
    names,
    title: childText(entry, 'title'),
    vessel,
    addresses,
    pieces,
    programmes: [...new Set(programmes)],
    notes: [],
    terms: NO_TERMS,
    links: [],
  };
}

/** Without its number an entry gets an id of its name, which stays as long as the name does. */
function idOf(entry: XmlElement, at: OfacAt, sink: Pick<ListSink, 'issue'>): string {
  const id = childText(entry, 'uid');
  if (id !== '') return id;
  const name = nameOf(entry);
  sink.issue(issue('missing-field', { ...at, value: name }, 'no number; the id is made of the name'));
  return sha256(name).slice(0, 12);
}

function kindOf(entry: XmlElement, file: string, sink: Pick<ListSink, 'issue'>): OfacKind {
  const type = childText(entry, 'sdnType');
  const kind = KINDS.get(type);
  if (kind !== undefined) return kind;
  const line = childOf(entry, 'sdnType')?.line ?? entry.line;
  sink.issue(
    issue('bad-value', { file, line, field: 'sdnType', value: type }, 'not known; read as an organisation'),
  );
  return 'Organization';
}

/** `FAMILY, Given`, as in the CSV; organisations have a last name only. */
function nameOf(element: XmlElement): string {
  const last = childText(element, 'lastName');
  const first = childText(element, 'firstName');
  return first === '' ? last : last === '' ? first : `${last}, ${first}`;
}

function addAlias(
  aka: XmlElement,
  names: OfacName[],
  pieces: OfacPiece[],
  file: string,
  sink: Pick<ListSink, 'issue'>,
): void {
  const type = childText(aka, 'type');
  const category = childText(aka, 'category');
  const property = ALIASES[type];
  const at: OfacAt = { file, line: aka.line, field: 'aka' };
  const text = nameOf(aka);
  if (property === undefined)
    sink.issue(issue('bad-value', { ...at, field: 'type', value: type }, 'not known; read as a.k.a.'));
  if (category === 'weak') {
    // The CSV writes weak aliases into its remarks, in quotes; there the table says what becomes of them.
    pieces.push({ text: `${property === undefined ? 'a.k.a.' : type} '${text}'`, at });
    return;
  }
  if (category !== 'strong')
    sink.issue(
      issue('bad-value', { ...at, field: 'category', value: category }, 'not known; read as strong'),
    );
  names.push({ property: property ?? 'alias', text });
}

function idPiece(id: XmlElement, file: string): OfacPiece {
  const country = childText(id, 'idCountry');
  const issued = childText(id, 'issueDate');
  const expires = childText(id, 'expirationDate');
  const words = [
    childText(id, 'idType'),
    withoutStop(childText(id, 'idNumber')),
    country && `(${country})`,
    issued && `issued ${issued}`,
    expires && `expires ${expires}`,
  ];
  return pieceOf(words.filter((word) => word !== '').join(' '), id, file);
}

function worded(label: string, item: XmlElement, field: string, file: string): OfacPiece {
  return pieceOf(`${label} ${childText(item, field)}`, item, file);
}

function pieceOf(text: string, { line, name }: XmlElement, file: string): OfacPiece {
  return { text, at: { file, line, field: name } };
}

/** As in the CSV, but links stand in brackets here. */
function remarkPieces(remarks: XmlElement, file: string): OfacPiece[] {
  return splitRemarks(singleSpaced(remarks.text)).map((text) =>
    pieceOf(/^\(Linked To: .*\)$/.test(text) ? withoutStop(text.slice(1, -1)) : text, remarks, file),
  );
}

function addressOf(address: XmlElement, file: string): OfacAddress {
  const parts: Record<string, string> = Object.create(null);
  for (const { name, text } of address.children) parts[name] = singleSpaced(text);
  const street = [parts.address1, parts.address2, parts.address3].filter(Boolean).join(', ');
  const city = [parts.city, parts.stateOrProvince].filter(Boolean).join(', ');
  return {
    street,
    place: [city, parts.postalCode].filter(Boolean).join(' '),
    country: parts.country ?? '',
    remark: '',
    at: { file, line: address.line, field: 'country' },
  };
}

function vesselOf(info: XmlElement): OfacVessel {
  return {
    callSign: childText(info, 'callSign'),
    type: childText(info, 'vesselType'),
    tonnage: childText(info, 'tonnage'),
    grossTonnage: childText(info, 'grossRegisteredTonnage'),
    flag: childText(info, 'vesselFlag'),
    owner: childText(info, 'vesselOwner'),
  };
}
