/** The EU list as XML 1.1 (`export/sanctionEntity`): which elements and attributes it has, and the day its root says. */
import { issue } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { readXml, type XmlElement } from '../reading/xml.js';
import { BLOCKS, type BlockKind, type FsfBlock, type FsfRecord, RecordDraft } from './record.js';

/** The root of XML 1.1. */
export const EXPORT_ROOT = 'export';

/** Tells of what nobody knows, once for each place. */
type Unknown = (element: XmlElement, place: string, message: string) => void;

const COUNTRY = ['region', 'countryIso2Code', 'countryDescription'];
const ACT = ['regulationType', 'organisationType', 'publicationDate', 'entryIntoForceDate', 'numberTitle'];
const OWN = ['regulationLanguage', 'logicalId'];
/** Element → the attributes that are read or known to say nothing of the party. */
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    sanctionEntity: [
      'designationDate',
      'designationDetails',
      'unitedNationId',
      'euReferenceNumber',
      'logicalId',
    ],
    regulation: [...ACT, ...OWN, 'programme', 'publicationUrl'],
    subjectType: ['code', 'classificationCode'],
    nameAlias: [
      ...['firstName', 'middleName', 'lastName', 'wholeName', 'function', 'title', 'gender'],
      ...['nameLanguage', 'strong', ...OWN],
    ],
    birthdate: [
      ...['birthdate', 'dayOfMonth', 'monthOfYear', 'year', 'yearRangeFrom', 'yearRangeTo', 'circa'],
      ...['calendarType', 'city', 'zipCode', 'place', ...COUNTRY, ...OWN],
    ],
    citizenship: [...COUNTRY, ...OWN],
    identification: [
      ...[
        'identificationTypeCode',
        'identificationTypeDescription',
        'number',
        'latinNumber',
        'nameOnDocument',
      ],
      ...['issuedBy', 'issueDate', 'issuedDate', 'validFrom', 'validTo', 'diplomatic', 'knownExpired'],
      ...['knownFalse', 'reportedLost', 'revokedByIssuer', ...COUNTRY, ...OWN],
    ],
    address: [...['street', 'poBox', 'city', 'zipCode', 'place', 'asAtListingTime', ...COUNTRY, ...OWN]],
  }).map(([name, attributes]) => [name, new Set(attributes)]),
);

/**
 * Reads a file and hands over each entry as it ends, in the file's order.
 *
 * @returns the root's `generationDate`, null where it has none
 * @throws CordonError as `readXml`
 */
export async function readExport(
  file: ListFile,
  onRecord: (record: FsfRecord) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<string | null> {
  let generated: string | null = null;
  const told = new Set<string>();
  const unknown: Unknown = (element, place, message) => {
    if (told.has(place)) return;
    told.add(place);
    const at = { file: file.name, line: element.line, field: place };
    sink.issue(issue('unknown-element', at, message));
  };
  const check = (element: XmlElement): void => {
    const known = Object.hasOwn(KNOWN, element.name) ? KNOWN[element.name] : undefined;
    if (known === undefined) return;
    for (const name in element.attributes) {
      if (!known.has(name) && name !== 'xmlns' && element.attributes[name] !== '')
        unknown(element, `${element.name}/@${name}`, 'not known; not read, here and wherever it comes again');
    }
  };
  await readXml(
    file,
    {
      roots: [EXPORT_ROOT],
      entries: {
        sanctionEntity: (entry) => {
          check(entry);
          onRecord(toRecord(entry, check, unknown));
        },
      },
      onRoot: ({ attributes }) => {
        generated = attributes.generationDate ?? null;
      },
    },
    sink,
  );
  return generated;
}

function toRecord(entry: XmlElement, check: (element: XmlElement) => void, unknown: Unknown): FsfRecord {
  const draft = new RecordDraft((entry.attributes.logicalId ?? '').trim(), entry.line);
  draft.fields = entry.attributes;
  for (const child of entry.children) {
    check(child);
    if (isBlock(child.name)) draft.blocks[child.name].push(toBlock(child, draft, unknown));
    else if (child.name === 'regulation') addRegulation(child, draft, unknown);
    else if (child.name === 'subjectType')
      draft.subject = child.attributes.classificationCode || child.attributes.code || '';
    else if (child.name === 'remark') draft.remarks.push(singleSpaced(child.text));
    else keepUnknown(child, entry, draft, unknown);
  }
  return draft.finish();
}

function toBlock(element: XmlElement, draft: RecordDraft, unknown: Unknown): FsfBlock {
  const remarks: string[] = [];
  const contacts: (readonly [string, string])[] = [];
  for (const child of element.children) {
    if (child.name === 'regulationSummary') draft.cite(child.attributes.publicationDate);
    else if (child.name === 'remark') remarks.push(singleSpaced(child.text));
    else if (child.name === 'contactInfo')
      contacts.push([child.attributes.key ?? '', child.attributes.value || singleSpaced(child.text)]);
    else keepUnknown(child, element, draft, unknown);
  }
  return { line: element.line, fields: element.attributes, remarks, contacts };
}

function addRegulation(element: XmlElement, draft: RecordDraft, unknown: Unknown): void {
  const { line, attributes, children } = element;
  let url = attributes.publicationUrl ?? '';
  for (const child of children) {
    if (child.name === 'publicationUrl') url = child.text.trim();
    else if (child.name === 'remark') draft.remarks.push(singleSpaced(child.text));
    else keepUnknown(child, element, draft, unknown);
  }
  draft.regulations.push({ line, fields: attributes, url });
  draft.cite(attributes.publicationDate);
}

function keepUnknown(element: XmlElement, parent: XmlElement, draft: RecordDraft, unknown: Unknown): void {
  const place = `${parent.name}/${element.name}`;
  unknown(element, place, 'not known; its text is kept in the notes, here and wherever it comes again');
  const said = [...Object.entries(element.attributes).map(([key, value]) => `${key} ${value}`), element.text];
  const text = singleSpaced(said.join(' '));
  if (text !== '') draft.unknown.push(`${element.name}: ${text}`);
}

function isBlock(name: string): name is BlockKind {
  return (BLOCKS as readonly string[]).includes(name);
}
