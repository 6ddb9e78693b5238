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
  /** Words of the longest phrase in any of these. */
  readonly longest: number;
};

/** Reads both tables; names of months count as calendar words, but for "May" and "mars", which are names too. */
export function openNameCues(tables: DataTables, months: Months): NameCues {
  const titles = readDataTable(dataTable(tables, TITLES_TABLE), TITLES_TABLE, ['phrase', 'kind', 'language', 'source']);
  const cues = readDataTable(dataTable(tables, NAME_CUES_TABLE), NAME_CUES_TABLE, ['word', 'kind', 'language', 'source']);
  const titled = (kind: string) =>
    new Set(titles.filter(({ cells }) => cells.kind === kind).map(({ cells }) => asWords(cells.phrase)));
  const cued = (kind: CueKind) =>
    new Set(cues.filter(({ cells }) => cells.kind === kind).map(({ cells }) => asWords(cells.word)));
  const longest = Math.max(...titles.map(({ cells }) => asWords(cells.phrase).split(' ').length));
  return {
    offices: titled('office'),
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
  return phrase.toLowerCase().replace(/’/g, "'").replace(/[-‐‑]/g, ' ').replace(/\.(?=\s|$)/g, '');
}
