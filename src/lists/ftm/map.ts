/**
 * Records of a FollowTheMoney dataset as entities: Sanctions become listings of the entity they name, and what other
 * entities say about a party (its addresses, papers, wallets) is written on the party too, where a check looks for it.
 */
import {
  ANNEX_MARK,
  type Entity,
  ftmModel,
  type Listing,
  type Properties,
  PropertyBag,
} from '../../model/index.js';
import type { FtmRecord } from './record.js';
import type { Survey } from './survey.js';
import type { Tally } from './tally.js';

/** Facts that stand on an entity of their own and belong on its holder: schema, link, where from, where to. */
const CARRIED = [
  { schema: 'Passport', link: 'holder', from: ['passportNumber', 'number'], to: 'passportNumber' },
  { schema: 'Identification', link: 'holder', from: ['number'], to: 'idNumber' },
  { schema: 'CryptoWallet', link: 'holder', from: ['publicKey'], to: 'cryptoWallets' },
] as const;

/** Properties of a Sanction of which a listing holds the first value. */
const FURTHER = ['authority', 'authorityId', 'unscId', 'recordId', 'sourceUrl', 'programUrl'] as const;

const NOT_LISTED: readonly Listing[] = [];

/** The dataset's name, for entities and listings that name none; null leaves them without; `only` counts it alone. */
export type Naming = { readonly name: string | null; readonly only: boolean };

/** What other entities of the file say about a record, once the whole file has been seen. */
export class Joins {
  /** Sanctions that name an entity of the file: listings, and no entities. */
  readonly #placed = new Set<string>();
  readonly #listings = new Map<string, Listing[]>();
  readonly #facts: ReadonlyMap<string, Fact[]>;
  readonly #survey: Survey;
  readonly #source: Naming;

  /** @param tally takes a Sanction whose targets are all missing (`orphan-row`); it stays an entity */
  constructor(survey: Survey, source: Naming, tally: Tally) {
    this.#survey = survey;
    this.#source = source;
    this.#facts = carriedFacts(survey);
    for (const record of survey.joinable()) if (record.schema === 'Sanction') this.#place(record, tally);
  }

  #place(record: FtmRecord, tally: Tally): void {
    const targets = (record.properties.entity ?? []).filter((id) => this.#survey.isTarget(id));
    const listings = toListings(record.id, record.properties, record.datasets, this.#source);
    for (const id of targets) {
      const held = this.#listings.get(id);
      if (held === undefined) this.#listings.set(id, [...listings]);
      else held.push(...listings);
    }
    if (targets.length > 0) {
      this.#placed.add(record.id);
      return;
    }
    const at = { line: record.line, field: 'Sanction:entity', value: record.properties.entity?.[0] ?? null };
    tally.add('orphan-row', at, 'a Sanction names no entity of this file; kept as an entity');
  }

  /** The record as an entity with all that is said about it; null for a Sanction that became a listing. */
  entityOf(record: FtmRecord): Entity | null {
    const { id, schema, datasets } = record;
    if (this.#placed.has(id)) return null;
    const properties = withFacts(record, this.#survey, this.#facts.get(id) ?? []);
    const own = record.sanctions.flatMap((said) => toListings(id, said, datasets, this.#source));
    const listings = this.#listings.get(id) ?? NOT_LISTED;
    const { name, only } = this.#source;
    return {
      id,
      caption: record.caption ?? ftmModel().captionOf({ id, schema, properties }),
      schema,
      properties,
      datasets: name !== null && (only || datasets.length === 0) ? [name] : datasets,
      listings: own.length === 0 ? listings : [...own, ...listings],
    };
  }
}

/**
 * A Sanction as listings, one for each of its programmes. `programme` is the programme's id, else its name; `measure` the
 * provisions in the source's words; `start` the first day named, `end` the last, unless a later start says that it was
 * listed again; status, duration and summary follow the reason, and so do further authorities, addresses and numbers.
 */
function toListings(
  id: string,
  said: Properties,
  datasets: readonly string[],
  { name, only }: Naming,
): Listing[] {
  const first = (...names: string[]) => names.map((name) => said[name]?.[0]).find(Boolean) ?? null;
  const days = (...names: string[]) =>
    (names.map((name) => said[name]).find(Boolean) ?? []).map((text) => text.slice(0, 10)).sort();
  const starts = days('startDate', 'listingDate', 'date');
  const end = days('endDate').at(-1) ?? null;
  const annex = (said.description ?? []).find((text) => text.startsWith(ANNEX_MARK));
  const more = [
    ...['status', 'duration'].flatMap((name) => (said[name] ?? []).map((text) => `${name}: ${text}`)),
    ...FURTHER.flatMap((name) => (said[name] ?? []).slice(1).map((text) => `${name}: ${text}`)),
  ];
  const reason = [...(said.reason ?? []), ...(said.summary ?? []), ...more];
  const listing = {
    source: (only ? name : (datasets[0] ?? name)) ?? '',
    entry: first('authorityId', 'unscId', 'recordId') ?? id,
    annex: annex?.slice(ANNEX_MARK.length) ?? null,
    measure: said.provisions?.join('; ') ?? null,
    act: first('authority'),
    start: starts[0] ?? null,
    end: end !== null && (starts.at(-1) ?? '') > end ? null : end,
    reason: reason.length === 0 ? null : reason.join('; '),
    url: first('sourceUrl', 'programUrl'),
  };
  const programmes = [said.programId, said.program].find((values) => values?.some(Boolean)) ?? [null];
  return programmes.map((programme) => ({ ...listing, programme }));
}

type Fact = readonly [property: string, value: string];

function carriedFacts(survey: Survey): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  for (const { schema, properties } of survey.joinable()) {
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

function withFacts(record: FtmRecord, survey: Survey, facts: readonly Fact[]): Properties {
  if (facts.length === 0 && record.properties.addressEntity === undefined) return record.properties;
  const bag = new PropertyBag();
  for (const [property, values] of Object.entries(record.properties)) bag.add(property, ...values);
  for (const id of record.properties.addressEntity ?? []) {
    const address = survey.held(id);
    if (address !== null) bag.add('address', addressLine(address));
  }
  for (const [property, value] of facts) bag.add(property, value);
  return bag.freeze();
}

/** An Address in one line: its own full text, else its parts from the street outwards. */
function addressLine({ properties: said, caption }: FtmRecord): string {
  const parts = ['remarks', 'postOfficeBox', 'street', 'street2', 'postalCode', 'city', 'state', 'region'];
  return said.full?.[0] ?? (parts.flatMap((name) => said[name]?.[0] ?? []).join(', ') || (caption ?? ''));
}
