/**
 * What OFAC's files say of each entry, as bare texts: cells, words of remarks, elements, words behind numbers. No reader
 * is asked, so that a fact that a reader lost is told from one that the file does not hold.
 */
import { decodeText, readRecords } from '../../src/base/index.js';
import type { ListFile } from '../../src/lists/index.js';
import { readXml, type XmlElement } from '../../src/lists/reading/xml.js';

/** Entry number → its texts in the order of the file. */
export type Raw = ReadonlyMap<string, readonly string[]>;

const SILENT = { issue: () => {} };

/** The CSV set: cells of the rows that bear the number; remarks (their second half behind the first) as single words. */
export async function rawCsv(files: readonly ListFile[]): Promise<Raw> {
  const raw = new Map<string, string[]>();
  const remarks = new Map<string, string>();
  for (const file of files) {
    for (const { cells } of readRecords(decodeText(await bytesOf(file), file.name).text, file.name).rows) {
      const [id = '', ...others] = cells;
      const last = cells.length === 12 || cells.length === 2 ? others.pop() : undefined;
      if (last !== undefined && last !== '-0- ') remarks.set(id, (remarks.get(id) ?? '') + last);
      push(raw, id, others);
    }
  }
  for (const [id, text] of remarks) push(raw, id, text.split(/[\s;]+/));
  return raw;
}

/** `sdnEntry` by `sdnEntry`: every text, the remarks piece by piece. */
export async function rawXml(file: ListFile): Promise<Raw> {
  const raw = new Map<string, string[]>();
  const take = ({ children }: XmlElement) => {
    const [uid, ...others] = children;
    push(raw, uid?.text ?? '', others.flatMap(textsOf));
  };
  const entries = { sdnEntry: take };
  await readXml(file, { roots: ['sdnList'], entries, passed: ['*'] }, SILENT);
  return raw;
}

/** Parties with their locations and documents; numbers of countries and words of choice are looked up. */
export async function rawAdvanced(file: ListFile): Promise<Raw> {
  const words = new Map<string, string>();
  const locations = new Map<string, string[]>();
  const documents = new Map<string, string[]>();
  const raw = new Map<string, string[]>();
  const names = new Map<string, string>();
  const links: { from: string; to: string }[] = [];
  const look = (element: XmlElement): string[] => [
    ...Object.entries(element.attributes).flatMap(([name, value]) => lookUp(name, value, words, locations)),
    ...dayIn(element),
    ...element.text.split(';'),
    ...element.children.flatMap(look),
    ...(element.name === 'Identity' ? (documents.get(element.attributes.ID ?? '') ?? []) : []),
  ];
  await readXml(
    file,
    {
      roots: ['Sanctions'],
      entries: {
        'ReferenceValueSets/*': (set) => {
          for (const { name, attributes, text } of set.children) words.set(`${name} ${attributes.ID}`, text);
        },
        'Locations/Location': (one) => {
          // The country stands before its parts here and behind them in an address.
          const isPart = ({ name }: XmlElement) => name === 'LocationPart';
          const ordered = [...one.children.filter(isPart), ...one.children.filter((each) => !isPart(each))];
          locations.set(one.attributes.ID ?? '', said(ordered.flatMap(look)));
        },
        'IDRegDocuments/IDRegDocument': (one) => push(documents, one.attributes.IdentityID ?? '', look(one)),
        'DistinctParties/DistinctParty': (party) => {
          const id = party.attributes.FixedRef ?? '';
          names.set(id, mainNameOf(party));
          push(raw, id, look(party));
        },
        'ProfileRelationships/ProfileRelationship': ({ attributes }) =>
          links.push({
            from: attributes['From-ProfileID'] ?? '',
            to: attributes['To-ProfileID'] ?? '',
          }),
      },
      passed: ['*'],
    },
    SILENT,
  );
  for (const { from, to } of links) push(raw, from, ['Linked To:', names.get(to) ?? '']);
  return raw;
}

const NUMBERS: Readonly<Record<string, string>> = {
  CountryID: 'Country',
  'IssuedBy-CountryID': 'Country',
  DetailReferenceID: 'DetailReference',
  FeatureTypeID: 'FeatureType',
  IDRegDocTypeID: 'IDRegDocType',
};

function lookUp(
  name: string,
  value: string,
  words: ReadonlyMap<string, string>,
  locations: ReadonlyMap<string, string[]>,
): string[] {
  if (name === 'LocationID') return locations.get(value) ?? [];
  const set = NUMBERS[name];
  return set === undefined ? [] : [words.get(`${set} ${value}`) ?? ''];
}

function mainNameOf(party: XmlElement): string {
  const down = (element: XmlElement | undefined, name: string) =>
    element?.children.find((child) => child.name === name);
  const name = down(down(down(down(party, 'Profile'), 'Identity'), 'Alias'), 'DocumentedName');
  return name === undefined ? '' : said(textsOf(name)).join(' ');
}

/** A day in elements as one text, as the other formats have it. */
function dayIn({ children }: XmlElement): string[] {
  const part = (name: string) => children.find((child) => child.name === name)?.text;
  const [year, month, day] = [part('Year'), part('Month'), part('Day')];
  if (year === undefined || month === undefined || day === undefined) return [];
  return [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
}

/** Numbers of rows are nothing that a list says of an entry. */
function textsOf(element: XmlElement): string[] {
  if (element.name === 'uid') return [];
  return [...element.text.split(';'), ...element.children.flatMap(textsOf)];
}

function push(groups: Map<string, string[]>, key: string, texts: readonly string[]): void {
  const held = groups.get(key);
  if (held === undefined) groups.set(key, said(texts));
  else held.push(...said(texts));
}

function said(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '' && text !== '-0-');
}

async function bytesOf(file: ListFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.chunks()) pieces.push(piece);
  return Buffer.concat(pieces);
}
