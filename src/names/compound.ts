/**
 * Names of the Muslim world that are one name however many words they are written in, and one form for all their
 * spellings: Abd al-Rahman, Abdurrahman, Abdirahman → `abdrahman`; Nur al-Din, Noureddine → `nuraldin`; Hayat Ullah →
 * `hayatallah`; Abu Hamza → `abuhamza`. The words they are made of are rows of data/names/compounds.csv.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import { phoneticKey } from './key.js';

/** Where the words stand under `data/`. */
export const COMPOUNDS_TABLE = 'names/compounds.csv';

/** What a word is in such names. */
export type CompoundRole =
  | 'servant'
  | 'father'
  | 'father-elsewhere'
  | 'faith'
  | 'god'
  | 'name'
  | 'faithful'
  | 'merciful';

/** Words and their one form by role; names of God by their sound too. */
type Words = Readonly<Record<CompoundRole | 'byKey' | 'joining', Map<string, string>>>;

/** The words of the table, read when the first name that may be one comes. */
export type Compounds = {
  /** The one form of a word (`a-z`) in a role, '' when it has none: `fatherOf('abou')` is `abu`. */
  readonly as: (role: CompoundRole, form: string) => string;
  /** Whether a word is a letter away from Abdul, Abdel or Abdur: Adul, Badul, Abdjl; before a name of God it is a slip. */
  readonly slippedServant: (form: string) => boolean;
  /** All spellings with one form in a role. */
  readonly spellings: (role: CompoundRole, form: string) => readonly string[];
  /** Whether a word joins another: Abd, Abu, Din, Allah. Most names have none, and are done with one look each. */
  readonly joins: (form: string) => boolean;
  /** The name behind Abd in its one spelling, article and vowels aside; '' for what is no name of God. */
  readonly nameOfGod: (form: string) => string;
  /** The same, and for a word one letter away from such a name too: behind Abd nothing else is to be expected. */
  readonly nameBehindAbd: (form: string) => string;
  /** The one form of a single word that is such a name; any other word itself. */
  readonly word: (form: string) => string;
};

/** Shorter names of God have too many neighbours to be told by their sound. */
const SAFE_KEY = 4;
/** The usual words for servant, of which a slip is looked for. */
const SERVANTS = ['abdul', 'abdel', 'abdur'];
/** How many words are remembered. */
const KEPT = 50_000;
const SLAVIC_END = /(?:[oe]va?|[oe]w|[oe]ff)$/;

/** Opens the table. @throws CordonError `table-invalid` when first asked and the table is missing or malformed */
export function openCompounds(tables: DataTables): Compounds {
  let words: Words | null = null;
  const load = (): Words => {
    words ??= read(tables);
    return words;
  };
  const as = (role: CompoundRole, form: string): string => load()[role].get(form) ?? '';
  const spellings = (role: CompoundRole, form: string): readonly string[] =>
    [...load()[role]].filter(([, one]) => one === form).map(([word]) => word);
  const slips = new Map<string, boolean>();
  const slippedServant = (form: string): boolean => {
    if (form.length < 4 || form.length > 6) return false;
    let known = slips.get(form);
    if (known === undefined) {
      known = SERVANTS.some((servant) => oneLetterApart(form, servant));
      if (slips.size >= KEPT) slips.clear();
      slips.set(form, known);
    }
    return known;
  };
  const joins = (form: string): boolean => load().joining.has(form);
  const nameOfGod = (form: string): string => {
    const exact = as('name', form) || as('god', form);
    if (exact !== '' || form.length < SAFE_KEY) return exact;
    return load().byKey.get(phoneticKey(form)) ?? '';
  };
  const nameBehindAbd = (form: string): string => nameOfGod(form) || slipOf(form, load());
  const word = (form: string): string => {
    // Somali writes ayn as c.
    const plain = form.startsWith('cabd') ? form.slice(1) : form;
    if (plain.length > 5 && plain.startsWith('abd')) return servantWord(plain, nameBehindAbd) || form;
    if (/n[ei]?$/.test(form)) return faithWord(form, as) || form;
    return /[aeou]l{1,2}ah?$/.test(form) ? godWord(form) || form : form;
  };
  return { as, slippedServant, spellings, joins, nameOfGod, nameBehindAbd, word };
}

/** Abdulkarim, Abdelkrim, Abdurrahman, Abdirahman, Abdullah; '' for Abdalov and whatever only begins alike. */
function servantWord(form: string, nameOfGod: Compounds['nameOfGod']): string {
  // Abdollahi is a family's name in Iran; Abdullahi the same as Abdullah in Africa, which the given names know.
  const god = /^abd[aeiou]{1,2}l{1,3}a+(ye)?h?(i?)$/.exec(form);
  if (god !== null) return `abdallah${god[2]}`;
  const stem = /^abd([aeiou]{0,2})/.exec(form) as RegExpExecArray;
  const rest = form.slice(stem[0].length);
  if (SLAVIC_END.test(rest)) return '';
  const article = rest.startsWith('l') && stem[1] !== '';
  if (article) {
    const name = nameOfGod(rest.slice(1));
    if (name !== '') return `abd${name}`;
  }
  const doubled = rest[0] === rest[1] ? rest.slice(1) : rest;
  const name = stem[1] === '' ? '' : nameOfGod(doubled);
  if (name !== '') return `abd${name}`;
  return article && /^[b-df-hj-np-tv-z][a-z]{2}/.test(rest.slice(1)) ? `abdul${rest.slice(1)}` : '';
}

/** Nuruddin, Noureddine, Nurettin; with one d only behind what is known to stand there (Nurdin, but Borodin). */
function faithWord(form: string, as: Compounds['as']): string {
  const end = /(dd|d|tt)(?:in|een|ine|iin|yn)$/.exec(form);
  if (end === null) return '';
  const before = form.slice(0, end.index);
  const vowels = /[aeiou]*$/.exec(before)?.[0].length ?? 0;
  for (let drop = 0; drop <= vowels; drop += 1) {
    const head = before.slice(0, before.length - drop);
    // Nourredine doubles the wrong letter.
    const known = as('faithful', head) || as('faithful', head.replace(/(.)\1/g, '$1'));
    if (known !== '') return `${known}aldin`;
  }
  if (end[1] !== 'dd' || vowels === 0) return '';
  const head = before.slice(0, before.length - (before.endsWith('ou') ? 2 : 1));
  return head.length < 2 ? '' : `${head}aldin`;
}

/** Ruhollah, Nasrullah, Faizulla. */
function godWord(form: string): string {
  const head = /^(.{3,}?)(?:(?:ou|[eou])l{1,2}ah|allah|ulla)$/.exec(form)?.[1];
  return head === undefined ? '' : `${head}allah`;
}

/** The name of God, of five letters or more, that a word is one letter away from, '' for none or several. */
function slipOf(form: string, words: Words): string {
  let found = '';
  if (form.length < 4) return found;
  for (const [name, god] of words.name) {
    if (name.length < 5 || !oneLetterApart(form, name)) continue;
    if (found !== '' && found !== god) return '';
    found = god;
  }
  return found;
}

/** One letter lost, gained or changed, or two neighbours exchanged. */
function oneLetterApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  const rest = longer.slice(start + 1);
  const swapped =
    one.length === other.length && one[start] === other[start + 1] && one[start + 1] === other[start];
  if (swapped && one.slice(start + 2) === other.slice(start + 2)) return true;
  return rest === shorter.slice(start + (longer.length === shorter.length ? 1 : 0));
}

function read(tables: DataTables): Words {
  const map = () => new Map<string, string>();
  const words: Words = {
    servant: map(),
    father: map(),
    'father-elsewhere': map(),
    faith: map(),
    god: map(),
    name: map(),
    faithful: map(),
    merciful: map(),
    byKey: map(),
    joining: map(),
  };
  const columns = ['kind', 'form', 'words', 'source'] as const;
  for (const { line, cells } of readDataTable(dataTable(tables, COMPOUNDS_TABLE), COMPOUNDS_TABLE, columns)) {
    const role = words[cells.kind as CompoundRole];
    if (role === undefined)
      throw new CordonError(
        'table-invalid',
        `${COMPOUNDS_TABLE}:${line}: kind: "${cells.kind}" is not known`,
      );
    for (const word of cells.words.split(' ')) {
      role.set(word, cells.form);
      if (cells.kind !== 'name' && cells.kind !== 'faithful') words.joining.set(word, cells.form);
      if (cells.kind !== 'name') continue;
      const key = phoneticKey(word);
      const other = words.byKey.get(key);
      // Ghaffar and Ghafur sound alike: their key tells neither.
      words.byKey.set(key, other === undefined || other === cells.form ? cells.form : '');
    }
  }
  return words;
}
