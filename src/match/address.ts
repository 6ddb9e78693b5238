/**
 * Addresses: an address becomes street, house, flat, postcode, box and the other words, in Latin letters. Which word is a kind of street or stands before a house number says
 * data/match/address-words.csv; the kinds themselves say nothing, since ulitsa is street.
 */
import { CordonError, type DataTables, dataTable, openRecent, readDataTable } from '../base/index.js';
import { phoneticKey } from '../names/index.js';
import { normalise, type Romaniser, tokenise } from '../text/index.js';

/** Where the words of addresses stand under `data/`. */
export const ADDRESS_WORDS_TABLE = 'match/address-words.csv';

/**
 * An address in its parts. `street` the words of the street without its kind, `others` the words beside it (town,
 * district, country), both as skeletons that spellings share; `house`, `flat`, `postcode`, `box` null where not given.
 */
export type Address = {
  readonly text: string;
  readonly street: readonly string[];
  readonly others: readonly string[];
  readonly house: string | null;
  readonly flat: string | null;
  readonly postcode: string | null;
  readonly box: string | null;
};

/** Reads addresses and the names of towns. */
export type AddressReader = {
  readonly address: (text: string) => Address;
  /** A town as comparable words, joined by spaces. */
  readonly town: (text: string) => string;
};

type WordKind = 'street' | 'house' | 'number' | 'part' | 'flat' | 'box' | 'aside';
const KINDS: ReadonlySet<string> = new Set(['street', 'house', 'number', 'part', 'flat', 'box', 'aside']);

/** Opens the reader. @throws CordonError `table-invalid` */
export function openAddressReader(tables: DataTables, romaniser: Romaniser): AddressReader {
  const kinds = new Map<string, WordKind>();
  const columns = ['word', 'kind', 'case', 'source'] as const;
  const rows = readDataTable(dataTable(tables, ADDRESS_WORDS_TABLE), ADDRESS_WORDS_TABLE, columns);
  for (const { line, cells } of rows) {
    if (!KINDS.has(cells.kind))
      throw new CordonError('table-invalid', `${ADDRESS_WORDS_TABLE}:${line}: kind is not known`);
    kinds.set(cells.word, cells.kind as WordKind);
  }
  // Streets and towns come again and again, over all the addresses of a list.
  const known = openRecent<string, string>(MOST_KNOWN);
  const skeleton = (word: string): string => {
    const held = known.get(word);
    if (held !== undefined) return held;
    const made = word.length < 4 ? word : phoneticKey(word);
    known.set(word, made);
    return made;
  };
  const wordsOf = (text: string) =>
    tokenise(normalise(text)).flatMap((token) =>
      romaniser
        .romanise(token.text, token.script)
        .split(' ')
        .filter((word) => word !== ''),
    );
  return {
    address: (text) => readAddress(text, { wordsOf, skeleton, kinds }),
    town: (text) => wordsOf(text).map(skeleton).join(' '),
  };
}

/** Words whose skeletons are kept. */
const MOST_KNOWN = 20_000;

/**
 * What words are read with; `skeleton` is what spellings of a word share: short words as they are, longer ones by sound.
 */
type WordReaders = {
  readonly wordsOf: (text: string) => string[];
  readonly skeleton: (word: string) => string;
  readonly kinds: ReadonlyMap<string, WordKind>;
};

/** Parts that hold for a whole address while its segments are read. */
type Reading = { house: string; flat: string; postcode: string; box: string };

function readAddress(text: string, readers: WordReaders): Address {
  const found: Reading = { house: '', flat: '', postcode: '', box: '' };
  const segments = text
    .split(/[,;\n]/)
    .map((segment) => readSegment(readers.wordsOf(segment), readers, found));
  const streets = segments.filter(({ street, words }) => street && words.length > 0);
  const numbered = segments.filter(({ numbered: has, words }) => has && words.length > 0);
  const chosen = streets.length > 0 ? streets : numbered.slice(0, 1);
  const street = chosen.flatMap(({ words }) => words);
  const others = segments.filter((segment) => !chosen.includes(segment)).flatMap(({ words }) => words);
  const given = (value: string) => (value === '' ? null : value);
  return {
    text: text.trim(),
    street: distinct(street),
    others: distinct(others),
    house: given(found.house),
    flat: given(found.flat),
    postcode: given(found.postcode),
    box: given(found.box),
  };
}

function readSegment(
  words: readonly string[],
  { kinds, skeleton }: WordReaders,
  found: Reading,
): { words: string[]; street: boolean; numbered: boolean } {
  const kept: string[] = [];
  let street = false;
  let numbered = false;
  let before: WordKind | null = null;
  for (const word of words) {
    const kind = kinds.get(word) ?? glued(word, kinds);
    if (/\d/.test(word)) {
      if (before === 'flat') found.flat ||= word;
      else if (before === 'box') found.box ||= word;
      else if (before === 'part' || (numbered && /^\d{1,3}$/.test(word))) found.house += `/${word}`;
      else if (before === null && /^\d{4,6}$/.test(word)) found.postcode ||= word;
      else {
        found.house ||= word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
        numbered = true;
      }
      before = null;
      continue;
    }
    if (kind === 'street') street = true;
    // A letter behind a house number belongs to it: 7 A.
    if (kind === null && word.length === 1 && numbered && /\d$/.test(found.house)) found.house += word;
    else if (kind === null) kept.push(skeleton(word));
    if (kind === 'street' && !kinds.has(word)) kept.push(skeleton(word.slice(0, -endingOf(word).length)));
    before =
      kind === null || kind === 'aside' || kind === 'street'
        ? null
        : kind === 'number'
          ? (before ?? 'number')
          : kind;
  }
  return { words: kept, street, numbered };
}

/** German writes street and kind as one word: Hauptstraße, Hauptstr. */
function glued(word: string, kinds: ReadonlyMap<string, WordKind>): WordKind | null {
  return endingOf(word) !== '' && kinds.get(endingOf(word)) === 'street' ? 'street' : null;
}

function endingOf(word: string): string {
  return /^.{3,}?(strasse|str|platz|gasse|weg)$/.exec(word)?.[1] ?? '';
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
