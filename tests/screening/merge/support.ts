/** Entries of four invented lists, and the parties that the real tables make of them. Nobody of these names exists. */
import { readFileSync } from 'node:fs';
import { type Listing, type Properties, type Regime, readIdentifier } from '../../../src/model/index.js';
import {
  Blocks,
  type Entry,
  entryKey,
  findParties,
  readMergeRules,
  SAME_PARTY_TABLE,
} from '../../../src/screening/index.js';
import { matcher, names } from '../../match/support.js';

const data = new URL('../../../data/', import.meta.url);
const tables = new Map([[SAME_PARTY_TABLE, readFileSync(new URL(SAME_PARTY_TABLE, data), 'utf8')]]);

const rules = readMergeRules(tables);
export const tools = { matcher, rules, legalFamily: names.legalFamily };

const REGIME: Readonly<Record<string, Regime>> = {
  us: 'US',
  us2: 'US',
  eu: 'EU',
  un: 'UN',
  uk: 'UK',
  ch: 'CH',
};

type Facts = Readonly<Record<string, string | readonly string[]>>;

/** An entry `list/id` of a schema, with its first name and further facts; `entry` is the publisher's number. */
export function entry(key: string, schema: string, name: string, facts: Facts = {}): Entry {
  const [source = '', id = ''] = key.split('/');
  const { entry: number, ...more } = facts;
  const properties: Record<string, readonly string[]> = { name: [name] };
  for (const [property, value] of Object.entries(more))
    properties[property] = typeof value === 'string' ? [value] : value;
  const listing: Listing = {
    source,
    entry: String(number ?? id),
    programme: null,
    annex: null,
    measure: null,
    act: null,
    start: null,
    end: null,
    reason: null,
    url: null,
  };
  const entity = {
    id,
    caption: name,
    schema,
    properties: properties as Properties,
    datasets: [source],
    listings: [listing],
  };
  return { entity, list: { source, regime: REGIME[source] ?? null }, prepared: matcher.prepare(entity) };
}

export const person = (key: string, name: string, facts?: Facts) => entry(key, 'Person', name, facts);
export const company = (key: string, name: string, facts?: Facts) => entry(key, 'Company', name, facts);
export const ship = (key: string, name: string, facts?: Facts) => entry(key, 'Vessel', name, facts);

type Word = { readonly left: string; readonly right: string; readonly same: boolean };

/** What becomes of entries: parties as sorted keys, links as sentences, those left out with the reason. */
export function merge(entries: readonly Entry[], words: readonly Word[] = []) {
  const blocks = new Blocks(rules);
  entries.forEach(({ entity, list, prepared }, at) => {
    const strong = prepared.names.filter(({ weak }) => !weak);
    blocks.add(at, { entity, regime: list.regime, names: strong.map(({ parsed }) => parsed) });
  });
  const at = (key: string) => entries.findIndex((one) => entryKey(one) === key);
  const decisions = words.map(({ left, right, same }) => ({
    left: at(left),
    right: at(right),
    same,
    says: `decided: ${same ? 'same' : 'different'}`,
  }));
  const { members, links } = findParties(blocks.pairs(), (ordinal) => entries[ordinal]!, tools, decisions);
  const key = (ordinal: number) => entryKey(entries[ordinal]!);
  return {
    parties: members.map((party) => party.map(key)),
    links: links
      .filter(({ leftOut }) => leftOut === null)
      .map(({ left, right, reason }) => `${key(left)} = ${key(right)}: ${reason}`)
      .sort(),
    leftOut: links.flatMap(({ left, right, leftOut }) =>
      leftOut === null ? [] : [`${key(left)} ≠ ${key(right)}: ${leftOut}`],
    ),
  };
}

/** Every pair that contradicts. */
export { compareEntries } from '../../../src/screening/merge/links.js';

/** A seven-digit number with a right check digit, from its first six. */
export function imo(first: string): string {
  const sum = [...first].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0);
  const number = `${first}${sum % 10}`;
  if (readIdentifier('imoNumber', number)?.valid !== true) throw new Error(number);
  return number;
}
