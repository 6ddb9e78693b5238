/**
 * Rows of the Journal → entities with listings. An entity is (act, annex, record or name, schema); an amendment with
 * the same key replaces what the consolidated act said. The extract does not tell who was taken off.
 */
import { type Issue, issue, readDate } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import type { CellTables } from './cell.js';
import { addCells, unknownColumns } from './cells.js';
import type { JournalRow } from './read.js';

/** What the mapping needs besides the rows. */
export type JournalTables = CellTables & { readonly organisation: OrganisationSchema };

/** The extract's schemata → FollowTheMoney's; organisations are told from companies by their names and numbers. */
const SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Person: 'Person',
    LegalEntity: 'Organization',
    Organization: 'Organization',
    Company: 'Company',
    Vessel: 'Vessel',
    Asset: 'Asset',
  }),
);
const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:';

type Draft = { readonly row: JournalRow; readonly entity: Entity };

/** Entries of one act, or of all amendments, until it is known that no further row can change them. */
export type Drafts = Map<string, Draft>;

/**
 * Maps rows as they come. An entity is done only when its act has been read to its end: a row further down may give it
 * a second measure.
 */
export function openJournalMapping(source: string, tables: JournalTables, sink: Pick<ListSink, 'issue'>) {
  /** Ids that were given away already, by an act that is done. */
  const given = new Set<string>();
  const told = new Set<string>();
  const take = (row: JournalRow, drafts: Drafts): void => {
    if (!told.has(row.file)) {
      told.add(row.file);
      for (const one of unknownColumns(row)) sink.issue(one);
    }
    const issues: Issue[] = [];
    const entity = mapRow(row, source, tables, issues);
    const { id } = entity;
    const held = drafts.get(id);
    if (held === undefined ? !given.has(id) : isLater(row, held.row)) drafts.set(id, { row, entity });
    else if (held !== undefined && isOtherMeasure(entity, held.entity)) drafts.set(id, joined(held, entity));
    else {
      const message = 'a second entry of this act, annex, record and kind; it was kept beside the first';
      issues.push(issue('duplicate-entry', at(row, 'recordId', entity.listings[0]!.entry), message));
      const own = freeId(`${id}-${row.line}`, (other) => drafts.has(other) || given.has(other));
      drafts.set(own, { row, entity: { ...entity, id: own } });
    }
    for (const one of issues) sink.issue(one);
  };
  const done = (drafts: Drafts): Entity[] => {
    for (const id of drafts.keys()) given.add(id);
    return [...drafts.values()].map((draft) => draft.entity);
  };
  return { take, done };
}

function freeId(id: string, taken: (id: string) => boolean): string {
  let free = id;
  for (let time = 2; taken(free); time += 1) free = `${id}-${time}`;
  return free;
}

function mapRow(row: JournalRow, source: string, tables: JournalTables, issues: Issue[]): Entity {
  const { cells } = row;
  const printed = cells.schema ?? '';
  const known = SCHEMAS.get(printed);
  if (known === undefined)
    issues.push(
      issue(
        'unknown-schema',
        at(row, 'schema', printed),
        'not a schema of the extract (kept as LegalEntity)',
      ),
    );
  const schema = known ?? 'LegalEntity';
  const bag = new PropertyBag();
  addCells(bag, row, schema, tables, issues);
  if (!bag.has('name')) issues.push(issue('missing-name', at(row, 'name', ''), 'an entry without a name'));
  const properties = bag.freeze();
  const record = cells.recordId || cells.name || '';
  return {
    id: idOf(row, record, printed),
    caption: properties.name?.[0] ?? record,
    schema: schema === 'Organization' ? tables.organisation(properties) : schema,
    properties,
    datasets: [source],
    listings: [toListing(row, source, record, issues)],
  };
}

function toListing(row: JournalRow, source: string, record: string, issues: Issue[]): Listing {
  const { cells } = row;
  const start = cells.startDate ? readDate(cells.startDate) : null;
  if (cells.startDate && start === null)
    issues.push(
      issue('bad-date', at(row, 'startDate', cells.startDate), 'no date that can be read (left out)'),
    );
  return {
    source,
    entry: [row.celex, cells.annex, record, cells.schema].filter((part) => part).join(' '),
    programme: cells.programKey || null,
    annex: cells.annex || null,
    measure: cells.measure || null,
    act: row.celex || null,
    start,
    end: null,
    reason: cells.reason || null,
    url: row.celex === '' ? null : EUR_LEX + row.celex,
  };
}

/** Stable from one snapshot to the next: letters and digits of the key, other signs one hyphen. */
function idOf(row: JournalRow, record: string, schema: string): string {
  const key = [row.celex, row.cells.annex, record, schema].join(' ');
  const slug = key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `eu-${slug}`;
}

function isLater(row: JournalRow, held: JournalRow): boolean {
  return row.amendment !== null && row.amendment !== held.amendment;
}

/** One record can stand under two measures (a ship of the Libya act: transport and finance); then it has two listings. */
function isOtherMeasure(entity: Entity, held: Entity): boolean {
  const measure = entity.listings[0]?.measure;
  return entity.caption === held.caption && held.listings.every((listing) => listing.measure !== measure);
}

function joined(held: Draft, entity: Entity): Draft {
  return {
    row: held.row,
    entity: { ...held.entity, listings: [...held.entity.listings, ...entity.listings] },
  };
}

function at(row: JournalRow, field: string, value: string) {
  return { file: row.file, line: row.line, field, value };
}
