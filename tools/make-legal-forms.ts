/**
 * Makes data/names/legal-forms-elf.csv from GLEIF's list of entity legal forms (ISO 20275, CC0): what our own table of
 * legal forms does not have yet.
 *
 *   node --import tsx tools/make-legal-forms.ts ELF_CODES.csv
 *
 * Taken are active forms with an abbreviation: the name in its language, its transliteration, the abbreviations. A form
 * that our own table knows lends its id to the others of its row; a row that would join two of our ids is left out, as
 * are rows in English (our own table has them; "Development Corporation" is a name) and single words that are neither
 * capitals nor a compound of "society" (Kanton, Embassy). Same input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { csvLine, readDataTable, readRecords } from '../src/base/index.js';
import { lookupWords } from '../src/names/lookup.js';
import { normalise } from '../src/text/index.js';

const data = new URL('../data/names/', import.meta.url);
const [, , elfPath] = process.argv;
if (elfPath === undefined) throw new Error('usage: make-legal-forms.ts ELF_CODES.csv');

const FORM_COLUMNS = ['id', 'family', 'country', 'where', 'forms', 'source'] as const;
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/cooperat|kooperat|coopérat|genossenschaft|andelsselskab|družstv|spółdzielni|кооператив/, 'coop'],
  [
    /stiftung|fundaci|fondation|fondazione|foundation|stichting|verein|associa|nadace|alapítvány|фонд/,
    'nonprofit',
  ],
  [/limited partnership|kommandit|commandit|komandit|comandit|командит/, 'lp'],
  [/partnership|kollektiv|en nom collectif|offene handels|полное товарищество/, 'partnership'],
  [
    /limited liability|beschränkter haftung|responsabilit|responsabilidad|ograničen|ограничен|odpovědnost|odpowiedzialno/,
    'llc',
  ],
  [
    /joint.stock|anonym|anónim|anônim|aktie|aksje|акционер|akciov|akcyjn|azioni|actions|acciones|shares/,
    'jsc',
  ],
];

const own = new Map<string, { id: string; family: string }>();
for (const { cells } of readDataTable(
  readFileSync(new URL('legal-forms.csv', data), 'utf8'),
  'legal-forms.csv',
  FORM_COLUMNS,
)) {
  for (const form of cells.forms.split(';'))
    own.set(lookupWords(form).join(' '), { id: cells.id, family: cells.family });
}
const ownIds = new Set([...own.values()].map(({ id }) => id));
const words = new Set<string>();
for (const { cells } of readDataTable(readFileSync(new URL('words.csv', data), 'utf8'), 'words.csv', [
  'type',
  'form',
  'words',
  'source',
])) {
  for (const word of cells.words.split(';')) words.add(lookupWords(word).join(' '));
}

/** Words for a society at the end of a compound. */
const SOCIETY = /(?:gesellschaft|selska[bp]|bolag|genossenschaft|foretak)$/;

type Form = { family: string; countries: Set<string>; forms: Map<string, string> };
const made = new Map<string, Form>();
for (const { cells } of readRecords(readFileSync(elfPath, 'utf8'), elfPath).rows.slice(1)) {
  const [, , country = '', , , local = '', , language = '', latin = ''] = cells;
  const [abbreviations = '', latinAbbreviations = '', , status] = cells.slice(9);
  const short = [...abbreviations.split(';'), ...latinAbbreviations.split(';')]
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (status !== 'ACTV' || language === 'en' || short.length === 0) continue;
  const candidates = [withoutBrackets(local), withoutBrackets(latin), ...short.map(withoutBrackets)];
  const known = new Map(
    candidates.flatMap((text) => own.get(lookupWords(text).join(' ')) ?? []).map((form) => [form.id, form]),
  );
  if (known.size > 1) continue;
  const usable = candidates.filter((text) => isUsable(text));
  const [match] = known.values();
  const id =
    match?.id ??
    idOf(
      usable.filter((text) => short.includes(text)),
      country,
    );
  if (id === '' || usable.length === 0) continue;
  const family = match?.family ?? familyOf(`${local} ${latin}`.toLowerCase(), id);
  const form = made.get(id) ?? { family, countries: new Set(), forms: new Map() };
  form.countries.add(country);
  for (const text of usable) {
    const key = lookupWords(text).join(' ');
    if (!form.forms.has(key)) form.forms.set(key, text.replace(/[,"]/g, ''));
  }
  made.set(id, form);
}

const lines = [csvLine(FORM_COLUMNS)];
for (const id of [...made.keys()].sort()) {
  const { family, countries, forms } = made.get(id) as Form;
  const country = countries.size === 1 ? ([...countries][0] as string) : '';
  lines.push(
    csvLine([id, family, country, 'tail', [...forms.values()].join('; '), 'GLEIF ISO 20275 list 1.4.1']),
  );
}
writeFileSync(new URL('legal-forms-elf.csv', data), `${lines.join('\n')}\n`);
console.error(`${made.size} forms`);

function withoutBrackets(text: string): string {
  return text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isUsable(text: string): boolean {
  const looked = lookupWords(text);
  const joined = looked.join(' ');
  if (looked.length === 0 || looked.length > 7 || joined.length < 3 || joined.length > 60) return false;
  if (own.has(joined) || words.has(joined) || /[;/–]|\d/.test(text)) return false;
  if (looked.length > 1) return true;
  const capitals = text.replace(/[^\p{Lu}]/gu, '').length;
  return (capitals > 1 && joined !== 'oth' && joined !== 'soc') || SOCIETY.test(joined);
}

function idOf(short: readonly string[], country: string): string {
  for (const text of short) {
    const id = normalise(text).replace(/[^a-z0-9]/g, '');
    if (id.length >= 3 && id.length <= 12) return ownIds.has(id) ? `${id}${country.toLowerCase()}` : id;
  }
  return '';
}

function familyOf(text: string, id: string): string {
  return FAMILIES.find(([pattern]) => pattern.test(text))?.[1] ?? id;
}
