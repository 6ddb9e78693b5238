/**
 * Two formats of one list, property by property: what one reader gives and the other does not, and why. A difference is
 * explained by what the publisher's own file says of the entry, or by a row of `KINDS`; the rest is a defect.
 */
import { dateSpan, readDate } from '../../src/base/index.js';
import type { Countries } from '../../src/lists/index.js';
import type { Entity } from '../../src/model/index.js';
import type { Raw } from './ofac-raw.js';

/** A format read: its entities, and what its files say. */
export type Format = {
  readonly name: string;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly raw: Raw;
};

/** A value that only one format gives, with the kind that explains it. */
export type Difference = {
  readonly id: string;
  readonly property: string;
  readonly value: string;
  readonly only: string;
  readonly kind: Kind;
};

/** The kinds, in the order they are tried. */
export const KINDS = {
  'advanced only':
    'days, acts and lists of the entries and relations by number stand in the advanced file alone',
  'not in the other file': 'the other file does not say it of this entry: a change between their dates',
  'other signs':
    'letter case, blanks or quotation marks: the CSV has no double quotes, old files small letters',
  'other kind of name': 'the other file calls the same name current, former or weak',
  'kind of number':
    'the same number without its country is a tax number, with it an INN; the country came later',
  'a city there': 'the other file has Hong Kong as a city of China, this one as a country',
  'follows from names and numbers': 'a company by its name or number, of which another difference is told',
  unexplained: 'a defect of a reader',
} as const;
type Kind = keyof typeof KINDS;

const NAMES: readonly string[] = ['name', 'alias', 'previousName', 'weakAlias'];
const NUMBERS: readonly string[] = ['innCode', 'ogrnCode', 'taxNumber', 'registrationNumber', 'idNumber'];
/** Texts that are put together for one value: three of an address, city, state, postal code, country. */
const LONGEST_RUN = 8;

/** Every difference of the entries that both formats hold. */
export function differences(a: Format, b: Format, countries: Countries): Difference[] {
  const found: Difference[] = [];
  for (const [id, mine] of a.entities) {
    const other = b.entities.get(id);
    if (other === undefined) continue;
    found.push(...oneWay(mine, other, a, b, countries), ...oneWay(other, mine, b, a, countries));
  }
  return found;
}

function oneWay(mine: Entity, other: Entity, a: Format, b: Format, countries: Countries): Difference[] {
  const theirs = factsOf(other);
  const found: Difference[] = [];
  for (const [property, values] of factsOf(mine)) {
    for (const value of values) {
      if (theirs.get(property)?.has(value)) continue;
      const kind = explain(
        { property, value, id: mine.id },
        theirs,
        a.name,
        b,
        mine.schema === 'Person',
        countries,
      );
      found.push({ id: mine.id, property, value, only: a.name, kind });
    }
  }
  const told = found.some(({ property }) => NAMES.includes(property) || /Code$|Number$/.test(property));
  return found.map((one) =>
    one.property === 'schema' && told ? { ...one, kind: 'follows from names and numbers' } : one,
  );
}

/** Properties, schema and listings as one map; a listing's parts by its programme and annex. */
function factsOf({ properties, schema, listings }: Entity): Map<string, Set<string>> {
  const facts = new Map(Object.entries(properties).map(([name, values]) => [name, new Set(values)]));
  facts.set('schema', new Set([schema]));
  const add = (name: string, value: string): void => {
    const held = facts.get(name);
    if (held === undefined) facts.set(name, new Set([value]));
    else held.add(value);
  };
  for (const { programme, annex, ...others } of listings) {
    const key = [programme, annex].filter(Boolean).join(' ');
    add('listing', key);
    for (const part of ['start', 'end', 'act', 'reason', 'measure'] as const)
      if (others[part] !== null) add(`listing ${part}`, `${key}: ${others[part]}`);
  }
  return facts;
}

function explain(
  { property, value, id }: { readonly property: string; readonly value: string; readonly id: string },
  theirs: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  other: Format,
  isPerson: boolean,
  countries: Countries,
): Kind {
  if (from === 'advanced' && isEntryFact(property, value)) return 'advanced only';
  const texts = other.raw.get(id.replace(/^ofac-/, '')) ?? [];
  const same = (name: string) => [...(theirs.get(name) ?? [])].some((one) => bare(one) === bare(value));
  if (same(property)) return 'other signs';
  const said = property === 'schema' || isSaid(property, value, texts, isPerson, countries);
  // Of a programme that the other file does not name, it says nothing.
  const programme = /^listing /.test(property) ? value.slice(0, value.indexOf(':')) : null;
  if (!said || (programme !== null && !theirs.get('listing')?.has(programme))) return 'not in the other file';
  if (NAMES.includes(property) && NAMES.some(same)) return 'other kind of name';
  if (NUMBERS.includes(property) && NUMBERS.some(same)) return 'kind of number';
  if (property === 'country' && isCity(value, theirs.get('address'), countries)) return 'a city there';
  return 'unexplained';
}

/** Whether a part of an address, its last one aside, is the country's name. */
function isCity(code: string, addresses: ReadonlySet<string> | undefined, countries: Countries): boolean {
  const parts = [...(addresses ?? [])].flatMap((address) => address.split(', ').slice(0, -1));
  return parts.some((part) => countries.codeOf(part) === code);
}

/** What the advanced reader takes from entries and relations, which the other formats lack. */
function isEntryFact(property: string, value: string): boolean {
  if (property === 'notes') return /, since \d{4}-\d\d-\d\d/.test(value) || /: ofac-\d+$/.test(value);
  return property === 'parent' || property === 'listing start' || property === 'listing act';
}

/** Whether texts of an entry, one or several in a row, say a value: as text, as a day, as a country. */
function isSaid(
  property: string,
  value: string,
  texts: readonly string[],
  isPerson: boolean,
  countries: Countries,
): boolean {
  const wanted = new Set((isPerson ? turns(value) : [value]).map(bare));
  const span = property === 'listing' ? null : dateSpan(value);
  for (let from = 0; from < texts.length; from++) {
    let run = '';
    for (let to = from; to < Math.min(texts.length, from + LONGEST_RUN); to++) {
      run = `${run} ${texts[to]}`;
      if (wanted.has(bare(run))) return true;
      if (/^[a-z]{2,4}$/.test(value) && countries.codeOf(run.trim()) === value) return true;
      if (span !== null && sameSpan(readDate(run.trim()), span)) return true;
    }
  }
  return false;
}

/** A person's name may stand family first in the file: every turn of its words. */
function turns(value: string): string[] {
  const words = value.split(' ');
  return words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '));
}

function sameSpan(text: string | null, span: NonNullable<ReturnType<typeof dateSpan>>): boolean {
  const other = text === null ? null : dateSpan(text);
  return other !== null && (other.from === span.from || other.to === span.to);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
