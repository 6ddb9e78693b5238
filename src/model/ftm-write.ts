/**
 * Entities as plain FollowTheMoney JSON. Cordon's entities hold more than that model takes: dates that are circa or a
 * range, properties it lacks, listings with annex and measure. What it cannot take is said in `notes`, never dropped.
 */
import { dateSpan, formatDate, sha256, stableJson } from '../base/index.js';
import { type Entity, type Listing, PropertyBag, REFERENTS } from './entity.js';
import { ftmModel } from './ftm.js';

/** An entity as FollowTheMoney writes it, one JSON object; keys as in OpenSanctions' `entities.ftm.json`. */
export type FtmEntity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly referents: readonly string[];
  readonly datasets: readonly string[];
  readonly target: boolean;
};

/** How a Sanction's `description` begins that says the annex or directive, for which the model has no property. */
export const ANNEX_MARK = 'Annex or directive: ';

/** Up to this many years apart, both ends of a range of years are written; more would claim a date nobody gave. */
const YEARS_WRITTEN_OUT = 20;
const FTM_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}(?::\d{2}){0,2})?)?)?$/;
/** Wallet addresses held on a party itself; in the model a wallet is an entity that names its holder. */
const WALLETS = ['cryptoWallets', 'publicKey'];

/**
 * An entity in the words of FollowTheMoney: the entity itself, then one `Sanction` for each listing, then one
 * `CryptoWallet` for each wallet address of a party.
 *
 * A date that is circa is written without its mark (`1951~` → `1951`); a range of years as every year, if at most 20
 * lie between, else as its two ends (`1951/1953` → 1951, 1952, 1953); the true wording goes to `notes` ("Birth date:
 * circa 1951"). Values and properties that the model refuses go to `notes` as `property: value`.
 *
 * @returns ids are stable: a Sanction's is the entity's and a hash of source, entry, programme, annex and measure;
 *   listings that share all five become one Sanction. `target` is true for an entity that is listed or has topics.
 */
export function toFtm(entity: Entity): FtmEntity[] {
  const isWallet = ftmModel().isA(entity.schema, 'CryptoWallet');
  const wallets = isWallet ? [] : [...new Set(WALLETS.flatMap((name) => entity.properties[name] ?? []))];
  const properties = plainProperties(entity, isWallet ? [] : WALLETS);
  const target = entity.listings.length > 0 || (entity.properties.topics ?? []).length > 0;
  const { id, caption, schema, datasets } = entity;
  return [
    { id, caption, schema, properties, referents: entity.properties[REFERENTS] ?? [], datasets, target },
    ...sanctionsOf(entity),
    ...wallets.map((key) => walletOf(entity, key)),
  ];
}

function plainProperties(entity: Entity, moved: readonly string[]): FtmEntity['properties'] {
  const model = ftmModel();
  const plain = new PropertyBag();
  const notes: string[] = [];
  for (const [property, values] of Object.entries(entity.properties)) {
    if (moved.includes(property) || property === REFERENTS) continue;
    const type = model.propertyType(entity.schema, property);
    for (const value of values) {
      if (type === 'date') {
        const dates = plainDates(value);
        plain.add(property, ...dates);
        if (dates[0] !== value)
          notes.push(`${model.propertyLabel(entity.schema, property)}: ${formatDate(value)}`);
      } else if (type !== null && model.isValue(type, value)) plain.add(property, value);
      else notes.push(`${property}: ${value}`);
    }
  }
  if (model.propertyType(entity.schema, 'notes') === null) plain.add('description', ...notes);
  else plain.add('notes', ...notes);
  return plain.freeze();
}

/** An EDTF date as the dates FollowTheMoney knows; none where it cannot be read. */
function plainDates(date: string): string[] {
  if (FTM_DATE.test(date)) return [date];
  if (dateSpan(date) === null) return [];
  const [from, to] = date.replaceAll('~', '').split('/') as [string, string?];
  if (to === undefined || to === from) return [from];
  const years = Number(to) - Number(from);
  if (from.length !== 4 || to.length !== 4 || years > YEARS_WRITTEN_OUT) return [from, to];
  return Array.from({ length: years + 1 }, (_, at) => String(Number(from) + at));
}

function sanctionsOf(entity: Entity): FtmEntity[] {
  const byId = new Map<string, Listing[]>();
  for (const listing of entity.listings) {
    const { source, entry, programme, annex, measure } = listing;
    const id = `${entity.id}-${shortHash([source, entry, programme, annex, measure])}`;
    byId.set(id, [...(byId.get(id) ?? []), listing]);
  }
  return [...byId].map(([id, listings]) => sanctionOf(entity, id, listings));
}

function sanctionOf(entity: Entity, id: string, listings: readonly Listing[]): FtmEntity {
  const bag = new PropertyBag();
  bag.add('entity', entity.id);
  for (const listing of listings) {
    bag.add('authorityId', listing.entry);
    bag.add('program', listing.programme);
    bag.add('provisions', listing.measure);
    bag.add('description', listing.annex === null ? null : `${ANNEX_MARK}${listing.annex}`);
    bag.add('authority', listing.act);
    bag.add('startDate', listing.start === null ? null : plainDates(listing.start)[0]);
    bag.add('endDate', listing.end === null ? null : plainDates(listing.end).at(-1));
    bag.add('reason', listing.reason);
    bag.add('sourceUrl', listing.url);
  }
  const caption = listings[0]?.programme ?? 'Sanction';
  const datasets = [...new Set(listings.map((listing) => listing.source))];
  const properties = bag.freeze();
  return { id, caption, schema: 'Sanction', properties, referents: [], datasets, target: false };
}

function walletOf(entity: Entity, key: string): FtmEntity {
  return {
    id: `${entity.id}-${shortHash(['wallet', key])}`,
    caption: key,
    schema: 'CryptoWallet',
    properties: { publicKey: [key], holder: [entity.id] },
    referents: [],
    datasets: entity.datasets,
    target: false,
  };
}

function shortHash(value: unknown): string {
  return sha256(stableJson(value)).slice(0, 12);
}
