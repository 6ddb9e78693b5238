/**
 * Records of a FollowTheMoney dataset as entities: Sanctions become listings of the entity they name, and what other
 * entities say about a party (its addresses, papers, wallets) is written on the party too, where a check looks for it.
 */
import type { Issue } from '../../base/index.js';
import {
  ANNEX_MARK,
  type Entity,
  ftmModel,
  type Listing,
  type Properties,
  PropertyBag,
} from '../../model/index.js';
import type { FtmRecord } from './record.js';
import { Tally } from './tally.js';

/** Facts that stand on an entity of their own and belong on its holder: schema, link, where from, where to. */
const CARRIED = [
  { schema: 'Passport', link: 'holder', from: ['passportNumber', 'number'], to: 'passportNumber' },
  { schema: 'Identification', link: 'holder', from: ['number'], to: 'idNumber' },
  { schema: 'CryptoWallet', link: 'holder', from: ['publicKey'], to: 'cryptoWallets' },
] as const;

const NOT_LISTED: readonly Listing[] = [];

/**
 * @param source the dataset's name, for entities and listings that name none; null leaves them without
 * @returns entities in the file's order; a Sanction whose targets are all missing stays an entity (`orphan-row`)
 */
export function mapRecords(
  records: readonly FtmRecord[],
  file: string,
  source: string | null,
): { entities: Entity[]; issues: Issue[] } {
  const tally = new Tally(file);
  const byId = mergeById(records, tally);
  const listings = new Map<string, Listing[]>();
  const placed = new Set<string>();
  for (const record of byId.values()) {
    if (record.schema !== 'Sanction') continue;
    const targets = (record.properties.entity ?? []).filter((id) => isTarget(byId.get(id)));
    const listing = toListing(record, source);
    for (const id of targets) {
      const held = listings.get(id) ?? [];
      held.push(listing);
      listings.set(id, held);
    }
    if (targets.length > 0) placed.add(record.id);
    else
      tally.add(
        'orphan-row',
        { line: record.line, field: 'Sanction:entity', value: record.properties.entity?.[0] ?? null },
        'a Sanction names no entity of this file; kept as an entity',
      );
  }
  const carried = carriedFacts(byId);
  const entities: Entity[] = [];
  for (const record of byId.values()) {
    if (placed.has(record.id)) continue;
    const properties = withFacts(record, byId, carried.get(record.id) ?? []);
    const { id, schema } = record;
    entities.push({
      id,
      caption: record.caption ?? ftmModel().captionOf({ id, schema, properties }),
      schema,
      properties,
      datasets: record.datasets.length === 0 && source !== null ? [source] : record.datasets,
      listings: listings.get(id) ?? NOT_LISTED,
    });
  }
  return { entities, issues: tally.issues() };
}

function isTarget(record: FtmRecord | undefined): boolean {
  return record !== undefined && record.schema !== 'Sanction';
}

/** One record an id, in order of first sight: lines of one id are fragments of one entity. */
function mergeById(records: readonly FtmRecord[], tally: Tally): Map<string, FtmRecord> {
  const byId = new Map<string, FtmRecord>();
  for (const record of records) {
    const first = byId.get(record.id);
    if (first === undefined) {
      byId.set(record.id, record);
      continue;
    }
    const at = { line: record.line, field: 'id', value: record.id };
    tally.add('duplicate-entry', at, 'an id that came before; merged with the first of it');
    for (const [property, values] of Object.entries(record.properties)) {
      // `constructor` may be a property's name, and is one of every object.
      const held = Object.hasOwn(first.properties, property) ? (first.properties[property] ?? []) : [];
      first.properties[property] = [...new Set([...held, ...values])];
    }
  }
  return byId;
}

/**
 * A Sanction as a listing. `programme` is the programme's id, else its name; `measure` the provisions in the source's
 * words; `start` the first day named, `end` the last, unless a later start says that it was listed again; status,
 * duration and summary follow the reason.
 */
function toListing({ id, properties: said, datasets }: FtmRecord, source: string | null): Listing {
  const first = (...names: string[]) => names.map((name) => said[name]?.[0]).find(Boolean) ?? null;
  const days = (...names: string[]) =>
    (names.map((name) => said[name]).find(Boolean) ?? []).map((text) => text.slice(0, 10)).sort();
  const starts = days('startDate', 'listingDate', 'date');
  const end = days('endDate').at(-1) ?? null;
  const annex = (said.description ?? []).find((text) => text.startsWith(ANNEX_MARK));
  const more = ['status', 'duration'].flatMap((name) => (said[name] ?? []).map((text) => `${name}: ${text}`));
  const reason = [...(said.reason ?? []), ...(said.summary ?? []), ...more];
  return {
    source: datasets[0] ?? source ?? '',
    entry: first('authorityId', 'unscId', 'recordId') ?? id,
    programme: first('programId', 'program'),
    annex: annex?.slice(ANNEX_MARK.length) ?? null,
    measure: said.provisions?.join('; ') ?? null,
    act: first('authority'),
    start: starts[0] ?? null,
    end: end !== null && (starts.at(-1) ?? '') > end ? null : end,
    reason: reason.length === 0 ? null : reason.join('; '),
    url: first('sourceUrl', 'programUrl'),
  };
}

type Fact = readonly [property: string, value: string];

function carriedFacts(byId: ReadonlyMap<string, FtmRecord>): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  for (const { schema, properties } of byId.values()) {
    for (const row of CARRIED) {
      if (row.schema !== schema) continue;
      const values = row.from.flatMap((name) => properties[name] ?? []);
      for (const holder of properties[row.link] ?? []) {
        const held = facts.get(holder) ?? [];
        for (const value of values) held.push([row.to, value]);
        facts.set(holder, held);
      }
    }
  }
  return facts;
}

function withFacts(
  record: FtmRecord,
  byId: ReadonlyMap<string, FtmRecord>,
  facts: readonly Fact[],
): Properties {
  if (facts.length === 0 && record.properties.addressEntity === undefined) return record.properties;
  const bag = new PropertyBag();
  for (const [property, values] of Object.entries(record.properties)) bag.add(property, ...values);
  for (const id of record.properties.addressEntity ?? []) {
    const address = byId.get(id);
    if (address !== undefined) bag.add('address', addressLine(address));
  }
  for (const [property, value] of facts) bag.add(property, value);
  return bag.freeze();
}

/** An Address in one line: its own full text, else its parts from the street outwards. */
function addressLine({ properties: said, caption }: FtmRecord): string {
  const parts = ['remarks', 'postOfficeBox', 'street', 'street2', 'postalCode', 'city', 'state', 'region'];
  return said.full?.[0] ?? (parts.flatMap((name) => said[name]?.[0] ?? []).join(', ') || (caption ?? ''));
}
