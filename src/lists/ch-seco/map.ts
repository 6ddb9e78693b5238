/**
 * A target of the Swiss list as an entity. Only what stands directly in it counts: its history repeats whole identities.
 * A target may be under several sanctions sets, and has a listing for each.
 */
import { type IssueCode, issue } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListSink } from '../reader.js';
import { childrenOf, childText, type XmlElement } from '../reading/xml.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { factsIn } from './facts.js';
import { inForce } from './history.js';
import { Identities } from './identities.js';
import type { SetMeasures } from './measures.js';
import type { Pointed } from './read.js';

/** The source id of the list. */
export const CH_SECO = 'ch-seco';

/** What the mapping needs besides the target. */
export type SecoTables = {
  readonly countries: Countries;
  readonly organisation: OrganisationSchema;
  readonly measureOf: SetMeasures;
};

/** Element or object type → schema. */
const SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    individual: 'Person',
    entity: 'Organization',
    vessel: 'Vessel',
    aircraft: 'Airplane',
  }),
);
const KNOWN_IN_TARGET: readonly string[] = [
  'sanctions-set-id',
  'foreign-identifier',
  'individual',
  'entity',
  'object',
  'modification',
  'generic-attribute',
];
const KNOWN_IN_PARTY: readonly string[] = ['identity', 'justification', 'relation', 'other-information'];

/** Opens a mapping of one file's targets; issues go to `sink`, an element that is not known once a file. */
export function openTargetMapping(
  file: string,
  pointed: Pointed,
  tables: SecoTables,
  sink: Pick<ListSink, 'issue'>,
): (target: XmlElement) => Entity {
  const told = new Set<string>();
  const say = (code: IssueCode, element: XmlElement, value: string, message: string): void =>
    sink.issue(issue(code, { file, line: element.line, field: element.name, value }, message));
  const unknown = (parent: XmlElement, known: readonly string[]): XmlElement[] => {
    const odd = parent.children.filter(({ name }) => !known.includes(name));
    for (const element of odd) {
      if (told.has(`${parent.name}/${element.name}`)) continue;
      told.add(`${parent.name}/${element.name}`);
      const what = `not known inside ${parent.name}; its text is kept in the notes, here and wherever it comes again`;
      say('unknown-element', element, singleSpaced(element.text), what);
    }
    return odd;
  };
  const identities = new Identities(pointed.places, tables.countries, say, unknown);
  return (target) => mapTarget(target, { pointed, tables, say, unknown, identities });
}

type Work = {
  readonly pointed: Pointed;
  readonly tables: SecoTables;
  readonly say: (code: IssueCode, element: XmlElement, value: string, message: string) => void;
  readonly unknown: (parent: XmlElement, known: readonly string[]) => XmlElement[];
  readonly identities: Identities;
};

function mapTarget(target: XmlElement, work: Work): Entity {
  const { say, unknown, tables, identities } = work;
  const bag = new PropertyBag();
  const ssid = target.attributes.ssid ?? '';
  if (ssid === '') say('missing-field', target, '', 'a target without an ssid');
  const party = target.children.find(
    ({ name }) => name === 'individual' || name === 'entity' || name === 'object',
  );
  const kind = party === undefined ? 'entity' : (party.attributes['object-type'] ?? party.name);
  const schema = SCHEMAS.get(kind) ?? 'Asset';
  if (party === undefined) say('missing-field', target, ssid, 'a target that is no person, entity or object');
  else if (!SCHEMAS.has(kind))
    say('bad-value', party, kind, 'an object of a type that is not known; kept as an asset');
  const reasons: string[] = [];
  if (party !== undefined) {
    for (const identity of childrenOf(party, 'identity')) identities.add(bag, identity, schema);
    if (schema === 'Person') bag.add('gender', party.attributes.sex?.toLowerCase());
    for (const element of childrenOf(party, 'justification')) reasons.push(singleSpaced(element.text));
    for (const element of childrenOf(party, 'other-information')) addInformation(bag, element, schema, work);
    for (const relation of childrenOf(party, 'relation')) bag.add('notes', relationText(relation));
  }
  for (const element of [
    ...unknown(target, KNOWN_IN_TARGET),
    ...(party === undefined ? [] : unknown(party, KNOWN_IN_PARTY)),
  ])
    bag.add('notes', `${element.name}: ${textOf(element)}`);
  const foreign = childText(target, 'foreign-identifier');
  if (foreign !== '') bag.add('notes', `Identifier of the list it was taken from: ${foreign}`);
  bag.add('topics', 'sanction');
  if (!bag.has('name')) say('missing-name', target, ssid, 'a target without a name');
  const properties = bag.freeze();
  const id = `${CH_SECO}-${ssid || `line-${target.line}`}`;
  return {
    id,
    caption: properties.name?.[0] ?? id,
    schema: schema === 'Organization' ? tables.organisation(properties) : schema,
    properties,
    datasets: [CH_SECO],
    listings: listingsOf(target, ssid || id, reasons.join(' ') || null, work),
  };
}

function addInformation(bag: PropertyBag, element: XmlElement, schema: string, { say }: Work): void {
  const text = singleSpaced(element.text);
  bag.add('notes', text);
  for (const { property, value, failed } of factsIn(text, schema === 'Vessel')) {
    bag.add(property, value);
    if (failed) say('bad-checksum', element, text, 'a number that fails its check digit (kept)');
  }
}

/** One listing per sanctions set; a target of none has one, whose programme nobody knows. */
function listingsOf(target: XmlElement, entry: string, reason: string | null, work: Work): Listing[] {
  const { start, end, odd } = inForce(target);
  for (const type of odd)
    work.say('bad-value', target, type, 'a modification that cannot be read; passed over');
  const ids = [...new Set(childrenOf(target, 'sanctions-set-id').map(({ text }) => text.trim()))];
  if (ids.length === 0) work.say('missing-field', target, entry, 'a target of no sanctions set');
  return (ids.length === 0 ? [''] : ids).map((id) => {
    const set = work.pointed.sets.get(id);
    if (set === undefined && id !== '')
      work.say('bad-value', target, id, 'a sanctions set that no programme of the file has');
    return {
      source: CH_SECO,
      entry,
      programme: set?.programme ?? null,
      annex: null,
      measure: set === undefined ? null : work.tables.measureOf(set.set),
      act: set === undefined ? null : [set.ordinance, set.set].filter(Boolean).join(', ') || null,
      start,
      end,
      reason,
      url: null,
    };
  });
}

function relationText(relation: XmlElement): string {
  const { 'relation-type': type, 'target-id': target } = relation.attributes;
  return [type ?? 'relation', target === undefined ? '' : `to ${target}`, textOf(relation)]
    .filter(Boolean)
    .join(' ');
}

function textOf(element: XmlElement): string {
  const attributes = Object.values(element.attributes).join(' ');
  return singleSpaced([element.text || attributes, ...element.children.map(textOf)].join(' '));
}
