/**
 * Phrases that names are made of: legal forms, titles, places, generic words. They are looked up by their first word.
 * The table is made by `tools/make-name-phrases.ts` from those people edit, so that opening it means splitting lines:
 *
 *   limited<TAB>liability company>legal-form>llc>both|>legal-form>ltd>tail      (rest of the phrase > type > form > where)
 *   ~absstv<TAB>s akransni atvtstvnsto>legal-form>llc>any    (the same by phonetic keys, from words in Cyrillic)
 *   =gmbh<TAB>llc>limited>AT CH DE LI                        (a legal form: family > classes > countries)
 */
import { CordonError, type DataTables, dataTable } from '../base/index.js';
import { COMPOUNDS_TABLE } from './compound.js';
import { SYLLABLES_TABLE } from './syllables.js';
import type { PartType } from './types.js';

/** Tables of this room, paths under `data/`. */
export const NAMES_TABLES: readonly string[] = [
  'names/phrases.tsv',
  'names/equivalents.csv',
  'names/frequencies.tsv',
  SYLLABLES_TABLE,
  COMPOUNDS_TABLE,
];

/** What a phrase is: types of parts, and what becomes one of them only at some places of a name. */
export type PhraseType =
  | PartType
  | 'name-particle'
  | 'weak-particle'
  | 'head-honorific'
  | 'name-honorific'
  | 'number-sign'
  | 'nickname-mark'
  | 'hispanic-name';

/**
 * Words that stand for one thing. `words` are spelled as `lookupOf` does; `where` tells at which
 * end of a name a short legal form counts: `any` is one that means nothing else.
 */
export type Phrase = {
  readonly words: readonly string[];
  readonly type: PhraseType;
  readonly form: string;
  readonly where: 'any' | 'both' | 'head' | 'tail';
};

/**
 * What is known of a legal form. `family` groups the forms that lists use for each other (gmbh → llc); `classes` are the
 * kinds of legal person it may be (limited, stock, partnership, nonprofit …), empty when not known; `countries` where it
 * exists, empty when it is bound to none.
 */
export type LegalForm = {
  readonly family: string;
  readonly classes: readonly string[];
  readonly countries: readonly string[];
};

/** The phrases and what is known of legal forms. */
export type Lexicon = {
  /**
   * Phrases that begin with a word, longest first; a run of Han characters is one word. A word that begins with "~" is
   * a phonetic key, and so are the words of its phrases.
   */
  readonly phrases: (first: string) => readonly Phrase[];
  /** A legal form by its id; one that is not known is a family of its own. */
  readonly legalForm: (id: string) => LegalForm;
  /** Length of the longest word of Han characters, in UTF-16 units: they stand in a run without spaces. */
  readonly longestHan: number;
};

const NONE: readonly Phrase[] = [];

/** Opens the phrases; a line is read when its word comes. @throws CordonError `table-invalid` */
export function openLexicon(tables: DataTables): Lexicon {
  const file = NAMES_TABLES[0] as string;
  const lines = new Map<string, string>();
  for (const line of dataTable(tables, file).split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  const longestHan = Number(lines.get('#longest-han'));
  if (!(longestHan > 0)) throw new CordonError('table-invalid', `data/${file}: its first line is missing`);
  const read = new Map<string, readonly Phrase[]>();
  const forms = new Map<string, LegalForm>();
  return {
    longestHan,
    legalForm: (id) => {
      const known = forms.get(id);
      if (known !== undefined) return known;
      const [family = id, classes = '', countries = ''] = lines.get(`=${id}`)?.split('>') ?? [];
      const listed = (words: string) => (words === '' ? [] : words.split(' '));
      const form = { family, classes: listed(classes), countries: listed(countries) };
      if (lines.has(`=${id}`)) forms.set(id, form);
      return form;
    },
    phrases: (first) => {
      const known = read.get(first);
      if (known !== undefined) return known;
      const line = lines.get(first);
      if (line === undefined) return NONE;
      const phrases = line.split('|').map((entry) => {
        const [rest, type, form, where] = entry.split('>') as [string, PhraseType, string, Phrase['where']];
        return { words: rest === '' ? [first] : [first, ...rest.split(' ')], type, form, where };
      });
      read.set(first, phrases);
      return phrases;
    },
  };
}
