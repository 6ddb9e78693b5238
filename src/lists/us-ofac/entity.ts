/**
 * An OFAC entry, from whichever format → an entity with listings. Names, columns and addresses go to their properties
 * directly, pieces through the table of remark pieces; what no row places is kept in the notes and named in an issue.
 */
import { issue } from '../../base/index.js';
import { type Entity, PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { readPersonName } from '../wording/us-person-name.js';
import type { RemarkRules } from '../wording/us-remarks.js';
import { type DirectiveMode, toListings } from './listings.js';
import { type Place, placeOf, placePiece } from './pieces.js';
import type { OfacAddress, OfacLink, OfacName, OfacRecord } from './record.js';
import type { RelationRules } from './relations.js';

/** What the mapping needs besides the entry. */
export type OfacTables = {
  readonly countries: Countries;
  readonly remarks: RemarkRules;
  readonly relations: RelationRules;
  readonly organisation: OrganisationSchema;
};

const DETAILS = 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=';

/** Maps the entries of one list and hands them over; ids stay unique. */
export type OfacMapping = { take(record: OfacRecord, mode?: DirectiveMode): void };

/**
 * Opens the mapping of one list.
 *
 * @param mode how directives stand to their programmes, where `take` says nothing else
 */
export function openMapping(
  source: string,
  mode: DirectiveMode,
  tables: OfacTables,
  sink: ListSink,
): OfacMapping {
  const seen = new Set<string>();
  return {
    take: (record, own = mode) => {
      const entity = toEntity(record, source, own, tables, sink);
      if (!seen.has(record.id)) {
        seen.add(record.id);
        return sink.entity(entity);
      }
      const id = `${entity.id}-${record.at.line}`;
      const message = 'a second entry of this number; it was kept beside the first';
      sink.issue(issue('duplicate-entry', { ...record.at, value: record.id }, message));
      sink.entity({ ...entity, id });
    },
  };
}

function toEntity(
  record: OfacRecord,
  source: string,
  mode: DirectiveMode,
  tables: OfacTables,
  sink: ListSink,
): Entity {
  const { id, kind, pieces, programmes } = record;
  const place = placeOf(id, tables.countries, sink);
  const bag = new PropertyBag();
  addNames(bag, record.names, kind);
  if (!bag.has('name'))
    sink.issue(issue('missing-name', { ...record.at, field: 'name' }, 'an entry without a name'));
  addColumns(bag, record, place);
  for (const address of record.addresses) addAddress(bag, address, place);
  for (const piece of pieces) placePiece(bag, piece, kind, tables.remarks.ruleOf(piece.text, kind), place);
  bag.add('notes', ...record.notes);
  const properties = bag.freeze();
  const schema = kind === 'Organization' ? tables.organisation(properties) : kind;
  for (const link of record.links) addLink(bag, link, schema, tables.relations);
  if (programmes.length === 0)
    sink.issue(issue('missing-field', { ...record.at, field: 'programs' }, 'an entry without a programme'));
  const texts = pieces.map(({ text }) => text);
  return {
    id: `ofac-${id}`,
    caption: properties.name?.[0] ?? id,
    schema,
    properties: record.links.length === 0 ? properties : bag.freeze(),
    datasets: [source],
    listings: toListings({ source, entry: id, url: DETAILS + id }, programmes, texts, mode, record.terms),
  };
}

function addNames(bag: PropertyBag, names: readonly OfacName[], kind: string): void {
  for (const { property, text } of names)
    bag.add(property, kind === 'Person' ? readPersonName(text).full : text);
  const [main] = names;
  if (kind !== 'Person' || main === undefined) return;
  const parts = readPersonName(main.text);
  bag.add('firstName', parts.given);
  bag.add('lastName', parts.family);
  bag.add('nameSuffix', parts.suffix);
}

/** The columns that only people and vessels use; the owner is text, and FollowTheMoney's owner is an entity. */
function addColumns(bag: PropertyBag, { kind, title, vessel, at }: OfacRecord, place: Place): void {
  if (title !== '') bag.add(kind === 'Person' ? 'position' : 'notes', ...title.split(/;\s*/));
  const { callSign, type, tonnage, grossTonnage, flag, owner } = vessel;
  if (kind === 'Vessel') {
    bag.add('callSign', callSign);
    bag.add('type', type);
    bag.add('tonnage', tonnage);
    bag.add('grossRegisteredTonnage', grossTonnage);
    place.addCountry(bag, 'flag', flag, { ...at, field: 'vessel flag' });
  } else {
    const labels = ['call sign', 'vessel type', 'tonnage', 'gross registered tonnage', 'vessel flag'];
    for (const [index, value] of [callSign, type, tonnage, grossTonnage, flag].entries())
      if (value) bag.add('notes', `${labels[index]}: ${value}`);
  }
  if (owner) bag.add('notes', `Vessel owner: ${owner}`);
}

function addAddress(bag: PropertyBag, address: OfacAddress, place: Place): void {
  const { street, place: city, country, remark, at } = address;
  const land = country.replace(/^Region: /, '');
  const known = place.countries.codeOf(country) !== null;
  const parts = [street, city, land === 'undetermined' ? '' : land].filter((part) => part !== '');
  // A country alone is no address: the country property says it.
  if (street !== '' || city !== '' || (country !== '' && (!known || country !== land)))
    bag.add('address', parts.join(', '));
  if (country !== '') place.addCountry(bag, 'country', country, at);
  if (remark !== '') bag.add('notes', remark);
}

/** A relation in words, as the CSV's `Linked To`, and with the other's id; in a property where the model has one. */
function addLink(
  bag: PropertyBag,
  { relation, to, name, former }: OfacLink,
  schema: string,
  rules: RelationRules,
): void {
  const id = `ofac-${to}`;
  const property = former ? null : rules.propertyOf(relation, schema);
  bag.add(property ?? 'notes', property === null ? null : id);
  if (name !== null) bag.add('notes', `Linked To: ${name}`);
  bag.add('notes', `${former ? 'Formerly ' : ''}${relation}: ${id}`);
}
