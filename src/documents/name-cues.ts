/** What surrounds names: titles and offices before them, words inside organisations, words that join their parts. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Months } from './published.js';

/** The tables' paths under `data/`. */
export const TITLES_TABLE = 'documents/titles.csv';
export const NAME_CUES_TABLE = 'documents/name-cues.csv';

/** Kinds of rows in the table of cues. */
export type CueKind =
  | 'organization'
  | 'vessel'
  | 'joins organization'
  | 'joins list'
  | 'joins person'
  | 'demonym'
  | 'calendar';

/** Words and phrases in lower case, single spaces, by what they say. */
export type NameCues = {
  /** Offices and ranks ("deputy prime minister" is a modifier and an office). */
  readonly offices: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly words: Readonly<Record<CueKind, ReadonlySet<string>>>;
  /** Words of the longest office. */
  readonly longest: number;
};

/** Reads both tables; names of months count as calendar words, but for "May" and "mars", which are names too. */
export function openNameCues(tables: DataTables, months: Months): NameCues {
  const titles = readDataTable(dataTable(tables, TITLES_TABLE), TITLES_TABLE, [
    'kind',
    'language',
    'source',
    'phrases',
  ]);
  const cues = readDataTable(dataTable(tables, NAME_CUES_TABLE), NAME_CUES_TABLE, [
    'kind',
    'language',
    'source',
    'words',
  ]);
  const titled = (kind: string) =>
    new Set(
      titles.flatMap(({ cells }) => (cells.kind === kind ? cells.phrases.split('|').map(asWords) : [])),
    );
  const cued = (kind: CueKind) =>
    new Set(cues.flatMap(({ cells }) => (cells.kind === kind ? cells.words.split('|').map(asWords) : [])));
  const offices = titled('office');
  let longest = 1;
  for (const phrase of offices) longest = Math.max(longest, phrase.split(' ').length);
  return {
    offices,
    modifiers: titled('modifier'),
    honorifics: titled('honorific'),
    words: {
      organization: cued('organization'),
      vessel: cued('vessel'),
      'joins organization': cued('joins organization'),
      'joins list': cued('joins list'),
      'joins person': cued('joins person'),
      demonym: cued('demonym'),
      calendar: new Set([...cued('calendar'), ...[...months.keys()].filter((name) => name.length > 4)]),
    },
    longest,
  };
}

/** Hyphens part words here as they do in tokens: "secretary-general" is two. */
function asWords(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[-‐‑]/g, ' ')
    .replace(/\.(?=\s|$)/g, '');
}
