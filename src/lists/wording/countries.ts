/**
 * Country names and demonyms as lists write them → FollowTheMoney country codes (ISO 3166-1 alpha-2 in small letters;
 * `suhh`, `yucs`, `csxx`, `cshh` for states that ended). The table is `data/lists/countries.csv`; a row without a code
 * is a name known to mean no country ("undetermined", "Stateless").
 */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** The table of country names, under `data/`. */
export const COUNTRIES_TABLE = 'lists/countries.csv';

/** Countries found in a text, and the words that were none. */
export type CountriesFound = { readonly codes: readonly string[]; readonly rest: string };

/** Country names, opened. */
export type Countries = {
  /** Code of a name or demonym; '' where it is known to mean no country, null where it is not known. */
  codeOf(name: string): string | null;
  /** Every country that a text such as `(a) Algerian, (b) German` names, and the words left over. */
  readAll(text: string): CountriesFound;
  /** The country a one-line address ends with, else begins with; null where neither end is one. */
  ofAddress(address: string): string | null;
};

/** Words between country names that say nothing of their own. */
const FILLERS: ReadonlySet<string> = new Set('a b c d e f and or of the'.split(' '));
/** Answers that are remembered, and the longest name that is one. */
const MOST_ASKED = 5_000;
const LONGEST_ASKED = 60;
/** Words of the longest name in the table. */
const LONGEST = 9;

/** Opens the table; a few milliseconds. @throws CordonError `table-invalid` */
export function openCountries(tables: DataTables): Countries {
  const rows = readDataTable(dataTable(tables, COUNTRIES_TABLE), COUNTRIES_TABLE, COLUMNS);
  const codes = new Map(rows.map(({ cells }) => [keyOf(cells.name), cells.code]));
  /** Names as they were asked for: a list has few, many times each. */
  const asked = new Map<string, string | null>();
  const codeOf = (name: string): string | null => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    const code = codes.get(keyOf(name)) ?? null;
    if (asked.size < MOST_ASKED && name.length < LONGEST_ASKED) asked.set(name, code);
    return code;
  };
  const askedAll = new Map<string, CountriesFound>();
  return {
    codeOf,
    readAll: (text) => {
      const known = askedAll.get(text);
      if (known !== undefined) return known;
      const found = readAll(codes, text);
      if (askedAll.size < MOST_ASKED && text.length < LONGEST_ASKED) askedAll.set(text, found);
      return found;
    },
    ofAddress: (address) => {
      const parts = address.split(',');
      for (let from = Math.max(0, parts.length - 3); from < parts.length; from++) {
        const code = codeOf(parts.slice(from).join(','));
        if (code !== null) return code === '' ? null : code;
      }
      return codeOf(parts[0] ?? '') || null;
    },
  };
}

/** Letters that need no taking apart, which takes most of the time. */
const ASCII = /^[\x20-\x7e]*$/;

const COLUMNS = ['name', 'code', 'kind', 'source'] as const;

function readAll(codes: ReadonlyMap<string, string>, text: string): CountriesFound {
  const words = keyOf(text).split(' ');
  const found = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestAt(codes, words, at);
    const code = codes.get(words.slice(at, at + length).join(' '));
    if (code) found.add(code);
    else if (code === undefined && !FILLERS.has(words[at]!)) rest.push(words[at]!);
    at += Math.max(1, length);
  }
  return { codes: [...found], rest: rest.join(' ') };
}

function longestAt(codes: ReadonlyMap<string, string>, words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    if (codes.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/** Small letters without accents, everything but letters and digits a blank; OFAC's `Region: ` is dropped. */
function keyOf(name: string): string {
  if (ASCII.test(name))
    return name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(/^region /, '');
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^region /, '');
}
