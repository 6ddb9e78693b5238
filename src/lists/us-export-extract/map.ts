/**
 * Entries of the extract as entities. A party has one entry per country or address; those of one name are one entity,
 * with the id that the Consolidated Screening List's row of it has.
 */
import { type IssueCode, isDay, issue, readDate, type VagueDate } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import { readBracketedName } from '../wording/bracketed-names.js';
import type { Countries } from '../wording/countries.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { otherSpellings } from '../wording/spelt-alike.js';
import { noticeId, noticeKey } from '../wording/us-notice-ids.js';
import { readPersonName } from '../wording/us-person-name.js';
import type { ExtractEntry } from './read.js';

/** What the mapping needs besides the entries. */
export type ExtractTables = { readonly countries: Countries; readonly organisation: OrganisationSchema };

/** Parties meant along with the one named. */
const ALONG = /[;,]?\s+and\s+(?:any\s+)?(?:its\s+)?(?:successor|sub-?unit|subsidiar)[^;]*$/i;
/** One measure of a nonproliferation entry: `Authority: …; imposed 5/9/2002; status: Expired on 05/09/04; Vol. 67 …`. */
const MEASURE = /^Authority: ([^;]+); imposed ([\d/]+); status: ([^;]+);?\s*(.*)$/;

/** What an entry's party is known by. Entries of one key are one entity. */
export function extractKey(code: string, entry: ExtractEntry): string {
  return noticeKey(code, entry.name.replace(ALONG, ''), entry.federal_register);
}

/** Maps the entries of one party. @param code the list's short name in the screening list: `EL`, `MEU`, `ISN`, … */
export function mapExtract(
  source: string,
  code: string,
  entries: readonly [ExtractEntry, ...ExtractEntry[]],
  tables: ExtractTables,
  sink: Pick<ListSink, 'issue'>,
): Entity {
  const say = (kind: IssueCode, entry: ExtractEntry, field: string, value: string, message: string): void =>
    sink.issue(issue(kind, { file: entry.file, field: `entities[${entry.at}].${field}`, value }, message));
  const bag = new PropertyBag();
  const [first] = entries;
  for (const name of otherSpellings(entries.map((entry) => entry.name.replace(ALONG, ''))))
    say('duplicate-entry', first, 'name', first.name, `held for "${name}" too; kept as one party`);
  const isPerson = entries.some(({ notes }) => /\bDate of birth:/i.test(notes));
  const listings = new Map<string, Listing>();
  for (const entry of entries) {
    addNames(bag, entry, isPerson);
    for (const address of entry.address
      .replace(/\s?\(See alternate[^)]{0,200}\)/gi, '')
      .split(/;\s*(?:and\s+)?/))
      bag.add('address', address.replace(/[.\s]{1,9}$/, ''));
    addCountry(bag, entry, tables.countries, say);
    bag.add('notes', entry.notes, entry.status);
    const born = /\bDate of birth:\s*([^;|]+)/i.exec(entry.notes)?.[1] ?? '';
    const date = readDate(born);
    if (date !== null) bag.add('birthDate', date);
    else if (born !== '')
      say('bad-date', entry, 'notes', born, 'no date that can be read; kept in the notes');
    for (const listing of listingsOf(source, code, entry, say))
      listings.set(JSON.stringify(listing), listing);
  }
  if (!bag.has('name')) say('missing-name', first, 'name', '', 'an entry without a name');
  bag.add('topics', 'sanction');
  const properties = bag.freeze();
  const id = noticeId(extractKey(code, first));
  const company = tables.organisation(properties) === 'Company';
  return {
    id,
    caption: properties.name?.[0] ?? id,
    schema: isPerson ? 'Person' : company ? 'Company' : 'LegalEntity',
    properties,
    datasets: [source],
    listings: [...listings.values()],
  };
}

/** `Crimea Region of Ukraine`, `North Korea (DPRK)`: the country counts, and what else is said is kept in the notes. */
function addCountry(bag: PropertyBag, entry: ExtractEntry, countries: Countries, say: Say): void {
  if (entry.country === '') return;
  const code = countries.codeOf(entry.country);
  const codes = code === null ? countries.readAll(entry.country).codes : [code];
  bag.add('country', ...codes);
  if (code !== null) return;
  bag.add('notes', `Country: ${entry.country}`);
  if (codes.length === 0)
    say('bad-value', entry, 'country', entry.country, 'no country that is known; kept in the notes');
}

function addNames(bag: PropertyBag, entry: ExtractEntry, isPerson: boolean): void {
  const along = ALONG.exec(entry.name);
  if (along !== null) bag.add('notes', `Listed with it: ${along[0].replace(/^[;,\s]+/, '')}`);
  const text = along === null ? entry.name : entry.name.slice(0, along.index);
  if (isPerson) {
    const { full, given, family, suffix } = readPersonName(text);
    bag.add('name', full);
    bag.add('firstName', given);
    bag.add('lastName', family);
    bag.add('nameSuffix', suffix);
    bag.add('alias', ...entry.aliases);
    return;
  }
  const read = readBracketedName(text.replace(/\s*\((?:a\.?k\.?a\.?,?)?\s*$/i, ''));
  bag.add('name', read.name);
  for (const alias of entry.aliases.map(readBracketedName)) {
    bag.add('alias', alias.name, ...alias.aliases);
    bag.add('previousName', ...alias.former);
    bag.add('weakAlias', ...alias.acronyms);
  }
  bag.add('alias', ...read.aliases);
  bag.add('previousName', ...read.former);
  bag.add('weakAlias', ...read.acronyms);
}

type Say = (kind: IssueCode, entry: ExtractEntry, field: string, value: string, message: string) => void;

/** One listing, or one per measure where the notes tell several with their own days. */
function listingsOf(source: string, code: string, entry: ExtractEntry, say: Say): Listing[] {
  const notice = entry.federal_register.replace(/, Federal Register$/, '');
  const base = {
    source,
    entry: notice || entry.name,
    programme: code,
    annex: null,
    measure: null,
    url: null,
  };
  const measures = entry.notes.split(/\s+\|\s+/).flatMap((part): Listing[] => {
    const [, authority, imposed, status, cited] = MEASURE.exec(part) ?? [];
    if (authority === undefined || imposed === undefined || status === undefined) return [];
    // `Procurement ban ended …, all other sanctions remain` has not ended.
    const over =
      /^(?:Expired|Lifted|Terminated|All provisions expired)\b\D{0,40}([\d/]{4,10})$/.exec(status)?.[1] ??
      null;
    const act = cited?.replace(/, Federal Register$/, '') || notice || null;
    const days = { start: dayOf(entry, imposed, say), end: over === null ? null : dayOf(entry, over, say) };
    return [{ ...base, act, ...days, reason: `${authority}; ${status}` }];
  });
  if (measures.length > 0) return measures;
  const start = entry.effective_date === '' ? null : dayOf(entry, entry.effective_date, say);
  return [{ ...base, act: notice || null, start, end: null, reason: entry.notes || null }];
}

function dayOf(entry: ExtractEntry, text: string, say: Say): VagueDate | null {
  const long = text.replace(
    /^(\d{1,2}\/\d{1,2}\/)(\d{2})$/,
    (_, front: string, year: string) => `${front}${Number(year) > 70 ? '19' : '20'}${year}`,
  );
  const day = readDate(long, 'mdy');
  if (day !== null && isDay(day)) return day;
  say('bad-date', entry, 'effective_date', text, 'a day was expected; the listing is kept without it');
  return null;
}
