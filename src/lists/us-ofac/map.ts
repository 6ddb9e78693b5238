/**
 * OFAC records → entities with listings. Columns and addresses go to their properties directly, remarks through the
 * table of remark pieces; what no row places is kept in the notes and named in an issue.
 */
import { type Issue, issue } from '../../base/index.js';
import { type Entity, PropertyBag } from '../../model/index.js';
import type { Countries } from '../countries.js';
import type { OrganisationSchema } from '../organisation-schema.js';
import type { ListSink } from '../reader.js';
import { type DirectiveMode, splitProgrammes, toListings } from './listings.js';
import { readPersonName } from './names.js';
import { type Place, placeOf, placePiece } from './pieces.js';
import type { OfacJoins, OfacRow, Satellites } from './read.js';
import { type RemarkRules, splitRemarks } from './remarks.js';

/** What the mapping needs besides the rows. */
export type OfacTables = {
  readonly countries: Countries;
  readonly remarks: RemarkRules;
  readonly organisation: OrganisationSchema;
};

/** OFAC cuts a remark here; the comments file holds the rest. */
const REMARK_LIMIT = 1_000;
const DETAILS = 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=';
const SCHEMAS: Readonly<Record<string, string>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};

/**
 * Maps entries as they come. An entry behind the end mark that the list itself holds too adds nothing new and is passed
 * over; what is joined to no entry is told at the end.
 *
 * @param mode how directives of the list's own entries stand to their programmes
 */
export async function mapOfac(
  entries: AsyncIterable<{ readonly row: OfacRow; readonly behind: boolean }>,
  joins: OfacJoins,
  list: { readonly source: string; readonly mode: DirectiveMode },
  tables: OfacTables,
  sink: ListSink,
): Promise<void> {
  const seen = new Set<string>();
  for await (const { row, behind } of entries) {
    const id = row.cells[0]!;
    if (behind && seen.has(id)) continue;
    const issues: Issue[] = [];
    const place = placeOf(row, id, tables.countries, issues);
    const mode = behind ? 'instead' : list.mode;
    const entity = mapEntry(row, list.source, mode, joins.of(id), place, tables);
    const kept = seen.has(id) ? repeated(entity, row, issues) : entity;
    seen.add(id);
    for (const one of issues) sink.issue(one);
    sink.entity(kept);
  }
  for (const id of joins.ids())
    if (!seen.has(id)) for (const row of joins.rowsOf(id)) sink.issue(orphan(row));
}

function mapEntry(
  row: OfacRow,
  source: string,
  mode: DirectiveMode,
  satellites: Satellites,
  place: Place,
  tables: OfacTables,
): Entity {
  const [id, name, type, programmes] = row.cells as [string, string, string, string];
  const kind = SCHEMAS[type] ?? 'Organization';
  const bag = new PropertyBag();
  addNames(bag, name, kind, satellites.alt);
  if (!bag.has('name')) place.issues.push(issue('missing-name', at(row, 'name'), 'an entry without a name'));
  addColumns(bag, row, kind, place);
  for (const address of satellites.add) addAddress(bag, address, place);
  const pieces = addRemarks(bag, row, kind, satellites.comment, place, tables.remarks);
  const properties = bag.freeze();
  const listing = { source, entry: id, url: DETAILS + id };
  const tags = splitProgrammes(programmes);
  if (tags.length === 0)
    place.issues.push(issue('missing-field', at(row, 'programs'), 'an entry without a programme'));
  return {
    id: `ofac-${id}`,
    caption: properties.name?.[0] ?? id,
    schema: kind === 'Organization' ? tables.organisation(properties) : kind,
    properties,
    datasets: [source],
    listings: toListings(listing, tags, pieces, mode),
  };
}

function addNames(bag: PropertyBag, name: string, kind: string, aliases: readonly OfacRow[]): void {
  const asWritten = (text: string) => (kind === 'Person' ? readPersonName(text).full : text);
  bag.add('name', asWritten(name));
  if (kind === 'Person') {
    const parts = readPersonName(name);
    bag.add('firstName', parts.given);
    bag.add('lastName', parts.family);
    bag.add('nameSuffix', parts.suffix);
  }
  for (const { cells } of aliases)
    bag.add(cells[2] === 'fka' ? 'previousName' : 'alias', asWritten(cells[3]!));
}

/** The columns that only people and vessels use; the owner is text, and FollowTheMoney's owner is an entity. */
function addColumns(bag: PropertyBag, row: OfacRow, kind: string, place: Place): void {
  const [, , , , title, callSign, type, tonnage, grt, flag, owner] = row.cells;
  bag.add(kind === 'Person' ? 'position' : 'notes', ...(title?.split(/;\s*/) ?? []));
  if (kind === 'Vessel') {
    bag.add('callSign', callSign);
    bag.add('type', type);
    bag.add('tonnage', tonnage);
    bag.add('grossRegisteredTonnage', grt);
    place.addCountry(bag, 'flag', flag ?? '', 'vessel flag');
  } else {
    const labels = ['call sign', 'vessel type', 'tonnage', 'gross registered tonnage', 'vessel flag'];
    for (const [index, value] of [callSign, type, tonnage, grt, flag].entries())
      if (value) bag.add('notes', `${labels[index]}: ${value}`);
  }
  if (owner) bag.add('notes', `Vessel owner: ${owner}`);
}

function addAddress(bag: PropertyBag, row: OfacRow, place: Place): void {
  const [, , street, city, country, remark] = row.cells as [string, string, string, string, string, string];
  const land = country.replace(/^Region: /, '');
  const known = place.countries.codeOf(country) !== null;
  const parts = [street, city, land === 'undetermined' ? '' : land].filter((part) => part !== '');
  // A country alone is no address: the country property says it.
  if (street !== '' || city !== '' || (country !== '' && (!known || country !== land)))
    bag.add('address', parts.join(', '));
  if (country !== '') place.addCountry(bag, 'country', country, 'country', row);
  if (remark !== '') bag.add('notes', remark);
}

/** @returns the pieces that can be relied on: all, or all but a last one that was cut */
function addRemarks(
  bag: PropertyBag,
  row: OfacRow,
  kind: string,
  comment: OfacRow | null,
  place: Place,
  rules: RemarkRules,
): readonly string[] {
  const remark = row.cells[11]!;
  const pieces = splitRemarks(remark + (comment?.cells[1] ?? ''));
  const cut = comment === null && remark.length >= REMARK_LIMIT && !/\.$/.test(remark);
  const whole = cut ? pieces.slice(0, -1) : pieces;
  for (const piece of whole) placePiece(bag, piece, kind, rules.ruleOf(piece, kind), place);
  const rest = cut ? pieces.at(-1) : undefined;
  if (rest !== undefined) {
    bag.add('notes', rest);
    const message = `the remark stops at ${REMARK_LIMIT} characters and no row of a comments file continues it (its last piece was kept as a note)`;
    place.issues.push(issue('unplaced-text', at(row, 'remarks', rest), message));
  }
  return whole;
}

function repeated(entity: Entity, row: OfacRow, issues: Issue[]): Entity {
  const message = 'a second entry of this number; it was kept beside the first';
  issues.push(issue('duplicate-entry', at(row, 'ent_num', row.cells[0]!), message));
  return { ...entity, id: `${entity.id}-${row.line}` };
}

function orphan(row: OfacRow): Issue {
  const where = at(row, 'ent_num', row.cells[0]!);
  return issue('orphan-row', where, 'no entry of this number is in the list (row skipped)');
}

function at(row: OfacRow, field: string, value?: string) {
  return { file: row.file, line: row.line, field, value: value ?? null };
}
