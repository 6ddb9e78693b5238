/**
 * OFAC's advanced XML (`Sanctions`), of either list: the richest format. Each half of the file is read once: entries and
 * relations first, then reference sets, locations and documents, and the parties as they stream by. A party with a
 * relation to one that has not come yet waits for its name.
 */
import { CordonError, issue } from '../../../base/index.js';
import type { ListFile, ListReader, ListSink } from '../../reader.js';
import { headText } from '../../reading/file.js';
import { newestFile } from '../../reading/newest.js';
import { hasRoot, readXml, type XmlElement } from '../../reading/xml.js';
import { type OfacTables, openMapping } from '../entity.js';
import type { DirectiveMode } from '../listings.js';
import { checkSchema, publishedDay } from '../published.js';
import type { OfacLink, OfacRecord } from '../record.js';
import { openShapeCheck } from '../shape.js';
import { dayOf } from './dates.js';
import { type Entries, openEntries, type Relation } from './entries.js';
import type { FeatureWords } from './feature-words.js';
import { openJoined } from './joined.js';
import { ADVANCED_SHAPE, type PartyRecord, toRecords } from './party.js';
import { openReferences, type References } from './references.js';
import { type Sections, sectionsOf } from './sections.js';

const ROOT = 'Sanctions';
const TAIL = ['ProfileRelationships', 'SanctionsEntries', 'SanctionsEntryLinks'];
/** The namespace before May 2024 is checked, the one since then from memory. */
const KNOWN = {
  namespaces: [
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML',
    'http://www.un.org/sanctions/1.0',
  ],
  versions: ['3'],
};

/** The reader of one list in this format. */
export function openAdvancedReader(
  source: string,
  mode: DirectiveMode,
  tables: OfacTables,
  features: FeatureWords,
): ListReader {
  return {
    source,
    format: 'OFAC advanced XML',
    rank: 10,
    recognise: (files) => files.filter((file) => hasRoot(file, [ROOT])),
    read: async (files, sink) => {
      const file = newestFile(files, dayInHead, sink);
      const sections = await sectionsOf(file);
      const check = openShapeCheck(ADVANCED_SHAPE, file.name, sink);
      const entries = await readTail(sections, check, sink);
      const mapping = openMapping(source, mode, tables, sink);
      const issued = await readHead(
        sections,
        check,
        entries,
        features,
        (record) => mapping.take(record),
        sink,
      );
      entries.tellOrphans();
      const at = { file: file.name, line: issued?.line ?? 1, field: 'DateOfIssue', value: '' };
      return { published: publishedDay(dayOf(issued ?? undefined), at, sink) };
    },
  };
}

async function readTail(
  { tail, split }: Sections,
  check: (element: XmlElement) => void,
  sink: ListSink,
): Promise<Entries> {
  const entries = openEntries(tail.name, sink);
  const checked = (take: (element: XmlElement) => void) => (element: XmlElement) => {
    check(element);
    take(element);
  };
  const links = (element: XmlElement): void => {
    if (element.children.length === 0) return;
    const at = { file: tail.name, line: element.line, field: element.name };
    sink.issue(issue('unknown-element', at, 'links between entries are not read'));
  };
  await readXml(
    tail,
    {
      roots: [ROOT],
      entries: {
        'ProfileRelationships/ProfileRelationship': checked(entries.takeRelation),
        'SanctionsEntries/SanctionsEntry': checked(entries.takeEntry),
        SanctionsEntryLinks: links,
      },
      // Where both halves are the whole file, the other half says what is unknown.
      passed: split ? [] : ['*'],
    },
    sink,
  );
  return entries;
}

/** @returns the `DateOfIssue` element */
async function readHead(
  { head }: Sections,
  check: (element: XmlElement) => void,
  entries: Entries,
  features: FeatureWords,
  take: (record: OfacRecord) => void,
  sink: ListSink,
): Promise<XmlElement | null> {
  const file = head.name;
  const references = openReferences(sink);
  const joined = openJoined(file, references, sink);
  const context = { file, references, joined, features, sink };
  const parties = openParties(entries, references, file, take);
  let issued: XmlElement | null = null;
  let count = 0;
  await readXml(
    head,
    {
      roots: [ROOT],
      onRoot: (root) => checkSchema(root, file, KNOWN, sink),
      entries: {
        DateOfIssue: (element) => {
          check(element);
          issued = element;
        },
        'ReferenceValueSets/*': references.take,
        'Locations/Location': (element) => {
          check(element);
          joined.takeLocation(element);
        },
        'IDRegDocuments/IDRegDocument': (element) => {
          check(element);
          joined.takeDocument(element);
        },
        'DistinctParties/DistinctParty': (element) => {
          count += 1;
          if (references.size === 0) throw shapeless(file, element.line);
          check(element);
          for (const one of toRecords(element, context)) parties.take(one);
        },
      },
      passed: TAIL,
    },
    sink,
  );
  if (count === 0) throw new CordonError('list-empty', `${file}: the list holds no party`);
  parties.end();
  joined.tellOrphans();
  return issued;
}

type Parties = { take(party: PartyRecord): void; end(): void };

/** Joins parties with what was read before; those with a relation to one that has not come by yet wait. */
function openParties(
  entries: Entries,
  references: References,
  file: string,
  take: (record: OfacRecord) => void,
): Parties {
  const names = new Map<string, { readonly id: string; readonly name: string | null }>();
  const waiting: { readonly record: OfacRecord; readonly relations: readonly Relation[] }[] = [];
  const linked = (record: OfacRecord, relations: readonly Relation[]): OfacRecord => ({
    ...record,
    links: relations.map(({ type, to, former, line }): OfacLink => {
      const at = { file, line, field: 'ProfileRelationship' };
      const other = names.get(to);
      const relation = references.textOf('RelationType', type, at) || 'Related to';
      return { relation, to: other?.id ?? to, name: other?.name ?? null, former };
    }),
    notes: [...record.notes, ...relations.flatMap(({ comment }) => comment || [])],
  });
  return {
    take: ({ profile, record }) => {
      const { programmes, terms, notes } = entries.listed(profile, references);
      const whole = { ...record, programmes, terms, notes: [...record.notes, ...notes] };
      if (entries.targets.has(profile))
        names.set(profile, { id: record.id, name: record.names[0]?.text ?? null });
      const relations = entries.relations(profile);
      if (relations.every(({ to }) => names.has(to))) take(linked(whole, relations));
      else waiting.push({ record: whole, relations });
    },
    end: () => {
      for (const { record, relations } of waiting) take(linked(record, relations));
    },
  };
}

function shapeless(file: string, line: number): CordonError {
  const what = 'parties stand before the reference sets; the reader does not know this shape';
  return new CordonError('list-unreadable', `${file}:${line}: ${what}`);
}

function dayInHead(file: ListFile): string | null {
  const text = headText(file);
  const part = (name: string) => new RegExp(`<${name}>(\\d+)<`).exec(text)?.[1] ?? '';
  const year = part('Year');
  return year === '' ? null : `${year}-${part('Month').padStart(2, '0')}-${part('Day').padStart(2, '0')}`;
}
