/**
 * Extracts: notices and ordinances that somebody has put into rows, in CSV, because the publisher offers no file. One row
 * is one listing; rows of one name are one entity. They are small, so an entity is held until the files end.
 */
import {
  addDays,
  CordonError,
  type Day,
  dateSpan,
  type Issue,
  type IssueCode,
  isDay,
  issue,
  readDate,
  readRecords,
  type VagueDate,
} from '../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../model/index.js';
import type { ListFile, ListReader, ListSink } from './reader.js';
import { openDistinctIds } from './reading/distinct-ids.js';
import { headText } from './reading/file.js';
import { type HeadedRow, type Headings, readHeadedRows } from './reading/rows.js';
import type { Countries } from './wording/countries.js';
import type { CountryCodes } from './wording/country-codes.js';
import { isSpeltAlike } from './wording/spelt-alike.js';

/**
 * What a row says. `key` holds the rows of one entity together and makes its id; `listings` is empty for a party that is
 * only connected to a listed one; `noticed` the day of the row's notice, where it is one.
 */
export type ExtractEntry = {
  readonly key: string;
  readonly schema: string;
  readonly bag: PropertyBag;
  readonly listings: readonly Omit<Listing, 'source'>[];
  readonly noticed: VagueDate | null;
};

/** A row, with what its reading needs: cells, issues that name the row, dates and countries that give an issue. */
export type ExtractRow = {
  cell(heading: string): string;
  report(code: IssueCode, heading: string, message: string): void;
  date(heading: string): VagueDate | null;
  /** Adds the country of a cell, a name or a code of two letters; an unknown one becomes a note. */
  addCountry(bag: PropertyBag, property: string, heading: string): void;
};

/**
 * One kind of file of an extract: its columns, and how a row is read. `yearly` where each notice is the whole list and
 * takes the place of the one before: an open listing then ends on the day before the party's next one begins.
 */
export type ExtractTable = {
  readonly headings: Headings;
  readonly yearly?: true;
  readonly read: (row: ExtractRow) => ExtractEntry;
};

/** Country names and codes. */
export type ExtractCountries = { readonly names: Countries; readonly codes: CountryCodes };

/** One party under way; `name` is the key it was first seen under. */
type Draft = {
  readonly slug: string;
  readonly name: string;
  readonly told: Set<string>;
  readonly schema: string;
  readonly bag: PropertyBag;
  readonly listings: Listing[];
  readonly yearly: boolean;
};

/** Values joined by `;`. */
export function splitValues(cell: string): string[] {
  return cell.split(';').map((value) => value.trim());
}

/** A listing of an extract; what is not given is null. */
export function extractListing(
  entry: string,
  given: Partial<Omit<Listing, 'source' | 'entry'>>,
): Omit<Listing, 'source'> {
  const empty = { programme: null, annex: null, measure: null, act: null, start: null, end: null };
  return { entry, ...empty, reason: null, url: null, ...given };
}

/** The reader of an extract. The newest notice among its rows is the day it is of. */
export function openExtractReader(
  source: string,
  format: string,
  kinds: readonly ExtractTable[],
  countries: ExtractCountries,
): ListReader {
  const kindOf = (file: ListFile) => kinds.find(({ headings }) => hasHeadings(file, headings));
  return {
    source,
    format,
    rank: 30,
    recognise: (files) => files.filter((file) => kindOf(file) !== undefined),
    read: async (files, sink) => {
      const drafts = new Map<string, Draft>();
      let published: Day | null = null;
      for (const file of files) {
        const kind = kindOf(file);
        if (kind === undefined) continue;
        for await (const headed of readHeadedRows(file, sink, kind.headings)) {
          const row = rowOf(headed, file, sink, countries);
          const entry = kind.read(row);
          addEntry(drafts, entry, source, row, kind.yearly ?? false);
          const day = entry.noticed;
          if (day !== null && isDay(day) && (published === null || day > published)) published = day;
        }
      }
      if (drafts.size === 0)
        throw new CordonError('list-empty', `${files[0]?.name ?? source}: the extract names nobody`);
      const add = openDistinctIds(sink);
      for (const [key, draft] of drafts) {
        const id = idOf(source, draft, drafts.has(draftKey(draft.slug, draft.schema !== 'Person')));
        add(toEntity(id, draft, source), { file: files[0]!.name, line: null, field: key });
      }
      return { published };
    },
  };
}

function hasHeadings(file: ListFile, headings: Headings): boolean {
  const [line = ''] = headText(file, 65_536)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/, 1);
  const [record] = readRecords(line, file.name).rows;
  const names = (record?.cells ?? []).map((cell) => cell.trim());
  return headings.needed.every((heading) => names.includes(heading));
}

function rowOf(
  { cell, line }: HeadedRow,
  file: ListFile,
  sink: Pick<ListSink, 'issue'>,
  countries: ExtractCountries,
): ExtractRow {
  const report = (code: IssueCode, heading: string, message: string): void => {
    const at: Issue = issue(code, { file: file.name, line, field: heading, value: cell(heading) }, message);
    sink.issue(at);
  };
  return {
    cell,
    report,
    date: (heading) => {
      const date = readNoticeDate(cell(heading));
      if (date === null && cell(heading) !== '')
        report('bad-date', heading, 'no date that can be read (left out)');
      return date;
    },
    addCountry: (bag, property, heading) => {
      const text = cell(heading);
      if (text === '') return;
      const code = (text.length === 2 ? countries.codes(text) : null) ?? countries.names.codeOf(text);
      if (code !== null) return bag.add(property, code);
      bag.add('notes', `${heading}: ${text}`);
      report('bad-value', heading, 'no country that the table knows (kept as a note)');
    },
  };
}

/** `13.07.20` is of this century: the notices began in 2019. */
function readNoticeDate(text: string): VagueDate | null {
  if (text.length > 40) return null;
  return readDate(text.replace(/^(\d{1,2}\.\d{1,2}\.)(\d{2})$/, '$120$2'));
}

function addEntry(
  drafts: Map<string, Draft>,
  { key, schema, bag, listings }: ExtractEntry,
  source: string,
  row: ExtractRow,
  yearly: boolean,
): void {
  const slug = slugOf(key);
  if (slug === '') {
    row.report('missing-name', '', 'a row that names nobody (row skipped)');
    return;
  }
  const isPerson = schema === 'Person';
  const held = drafts.get(draftKey(slug, isPerson));
  if (held === undefined && drafts.has(draftKey(slug, !isPerson))) {
    const id = idOf(source, { schema: 'Person', slug }, true);
    row.report(
      'duplicate-entry',
      '',
      `a person and an organisation of one name; the person is kept as ${id}`,
    );
  }
  const draft = held ?? {
    slug,
    name: key,
    told: new Set(),
    schema,
    bag: new PropertyBag(),
    listings: [],
    yearly,
  };
  drafts.set(draftKey(slug, isPerson), draft);
  if (!isSpeltAlike(draft.name, key) && !draft.told.has(key)) {
    draft.told.add(key);
    row.report('duplicate-entry', '', `"${key}" is held for "${draft.name}"; kept as one party`);
  }
  for (const [property, values] of Object.entries(bag.freeze())) draft.bag.add(property, ...values);
  for (const listing of listings) {
    const full = { source, ...listing };
    const same = JSON.stringify(full);
    if (!draft.listings.some((other) => JSON.stringify(other) === same)) draft.listings.push(full);
  }
}

/** A person and an organisation of one name are two, whichever comes first. */
function draftKey(slug: string, isPerson: boolean): string {
  return `${isPerson ? 'person' : 'organisation'} ${slug}`;
}

/** The id is the name's; of two kinds that share it, the person's says so. */
function idOf(source: string, { schema, slug }: Pick<Draft, 'schema' | 'slug'>, isShared: boolean): string {
  return `${source}-${slug}${isShared && schema === 'Person' ? '-person' : ''}`;
}

function toEntity(id: string, { schema, bag, listings: held, yearly }: Draft, source: string): Entity {
  const properties = bag.freeze();
  const listings = yearly ? held.map((listing) => replaced(listing, held)) : held;
  return { id, caption: properties.name?.[0] ?? id, schema, properties, datasets: [source], listings };
}

/** An open listing with the end that the next notice of the same list gives it. */
function replaced(listing: Listing, all: readonly Listing[]): Listing {
  const { start, end, programme } = listing;
  if (start === null || end !== null) return listing;
  const later = all.flatMap((other) =>
    other.programme === programme && other.start !== null && other.start > start ? [other.start] : [],
  );
  const [next] = later.sort();
  const from = next === undefined ? undefined : dateSpan(next)?.from;
  return from === undefined ? listing : { ...listing, end: addDays(from, -1) };
}

/** Letters and digits in small letters, other signs one hyphen. */
function slugOf(key: string): string {
  return key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
