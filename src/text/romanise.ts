/**
 * Latin spellings of words in other scripts: letter tables (longest match, with word ends), a list of whole words where
 * letters alone do not tell the vowels (Arabic, Hebrew), an algorithm for Hangul, pinyin for Han. One default rendering
 * per word; that spellings differ is the business of the phonetic key in `names`.
 */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import { HAN_TABLE } from './han.js';
import { romaniseHangul } from './hangul.js';
import { normalise } from './normalise.js';
import { pinyin } from './pinyin.js';
import type { Script } from './script.js';
import { vocalise } from './vocalise.js';

/** Tables of this room, paths under `data/`. */
export const TEXT_TABLES: readonly string[] = [
  'text/romanisation.csv',
  'text/letters-of-languages.csv',
  'text/spellings.csv',
  HAN_TABLE,
];

/** Turns a word into ASCII; see `openRomaniser`. */
export type Romaniser = {
  /**
   * The Latin spelling of one word: `a-z0-9` only, a space where one word becomes several (Han and short Hangul words,
   * one part a syllable). A script without a table gives the code points in base 36 behind an x, so that equal words
   * stay equal and nothing is lost. '' only for a word without letters and digits. Never throws.
   *
   * `language`, as `languageOf` tells it of a whole text, is for words whose own letters do not show it: Володимир is
   * Volodymyr beside Зеленський.
   */
  readonly romanise: (word: string, script: Script, language?: string) => string;
  /** The language a text in a script gives away by its letters or endings: uk, be, sr, mk, kk, tg, fa; '' if none. */
  readonly languageOf: (text: string, script: Script) => string;
};

type LetterTable = { readonly letters: ReadonlyMap<string, string>; readonly longest: number };
type LoadedTables = {
  readonly letters: ReadonlyMap<string, LetterTable>;
  readonly signs: ReadonlyMap<string, readonly { language: string; signs: readonly string[] }[]>;
  readonly spellings: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/**
 * Opens the romaniser. Tables are read when the first word that needs them comes.
 *
 * @throws CordonError `table-invalid` (at that moment) when a table is missing or malformed
 */
export function openRomaniser(tables: DataTables): Romaniser {
  let loaded: LoadedTables | null = null;
  const languageOf = (text: string, script: Script): string => {
    loaded ??= loadTables(tables);
    return languageIn(loaded, normalise(text), script);
  };
  const romanise = (word: string, script: Script, language = ''): string => {
    const plain = normalise(word);
    if (script === 'Latin' || script === 'Common') return onlyAscii(plain);
    if (script === 'Han') return pinyin(word.normalize('NFKC')) || codes(plain);
    loaded ??= loadTables(tables);
    const known = loaded.spellings.get(script)?.get(plain.replace(/["'\- ]/g, ''));
    if (known !== undefined) return known;
    if (script === 'Hangul') return romaniseHangul(plain, loaded.spellings.get('Hangul')) || codes(plain);
    // The scripts of India share one layout in Unicode (ISCII order), so one table serves them.
    const base = script === 'Other' ? 'Devanagari' : script;
    const letters = loaded.letters.get(`${base}/${languageIn(loaded, plain, script) || language}`);
    const table = letters ?? loaded.letters.get(`${base}/`);
    return (table === undefined ? '' : spell(inTableScript(plain, script), table)) || codes(plain);
  };
  return { romanise, languageOf };
}

function languageIn(loaded: LoadedTables, text: string, script: Script): string {
  for (const { language, signs } of loaded.signs.get(script) ?? []) {
    for (const sign of signs) if (text.includes(sign)) return language;
  }
  return '';
}

/** Longest match first; "^" and "$" in the table stand for the ends of the word. Letters without a row fall away. */
function spell(word: string, table: LetterTable): string {
  const text = `^${word}$`;
  let result = '';
  for (let at = 0; at < text.length; ) {
    let size = Math.min(table.longest, text.length - at);
    for (; size > 0; size -= 1) {
      const found = table.letters.get(text.slice(at, at + size));
      if (found === undefined) continue;
      result += found;
      break;
    }
    if (size === 0 && isAsciiWord(text.charCodeAt(at))) result += text[at];
    at += Math.max(1, size);
  }
  return result;
}

/** The word as the table of its script expects it: vowels put in, katakana as hiragana, Bengali and so on as Devanagari. */
function inTableScript(word: string, script: Script): string {
  if (script === 'Kana') return shift(word, 0x30a1, 0x30f6, -0x60);
  if (script !== 'Other') return vocalise(word, script);
  let result = '';
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    result += code >= 0x980 && code < 0xd80 ? String.fromCharCode(0x900 + (code & 0x7f)) : letter;
  }
  return vocalise(result, 'Devanagari');
}

function shift(word: string, from: number, to: number, by: number): string {
  let result = '';
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    result += code >= from && code <= to ? String.fromCharCode(code + by) : letter;
  }
  return result;
}

function onlyAscii(text: string): string {
  const plain = text.replace(/[^a-z0-9]/g, '');
  if (plain !== '' || text === '') return plain;
  return /[\p{L}\p{N}]/u.test(text) ? codes(text) : '';
}

function codes(text: string): string {
  let result = '';
  for (const letter of text) {
    if (/[\p{L}\p{N}]/u.test(letter)) result += (letter.codePointAt(0) as number).toString(36);
  }
  return result === '' ? '' : `x${result}`;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function loadTables(tables: DataTables): LoadedTables {
  const [lettersFile, signsFile, spellingsFile] = TEXT_TABLES as [string, string, string];
  const columns = ['script', 'language', 'from', 'to', 'source'] as const;
  const plainRows = new Map<string, Map<string, string>>();
  const rows = readDataTable(dataTable(tables, lettersFile), lettersFile, columns);
  for (const { cells } of rows) {
    if (cells.language !== '') continue;
    for (const from of cells.from.split(' ')) group(plainRows, `${cells.script}/`).set(from, cells.to);
  }
  const letters = new Map<string, Map<string, string>>(plainRows);
  for (const { cells } of rows) {
    if (cells.language === '') continue;
    const key = `${cells.script}/${cells.language}`;
    if (!letters.has(key)) letters.set(key, new Map(plainRows.get(`${cells.script}/`)));
    for (const from of cells.from.split(' ')) group(letters, key).set(from, cells.to);
  }
  const signs = new Map<string, { language: string; signs: string[] }[]>();
  const signColumns = ['script', 'language', 'signs', 'source'] as const;
  for (const { cells } of readDataTable(dataTable(tables, signsFile), signsFile, signColumns)) {
    const list = signs.get(cells.script) ?? [];
    list.push({ language: cells.language, signs: cells.signs.split(' ') });
    signs.set(cells.script, list);
  }
  const spellings = new Map<string, Map<string, string>>();
  const spellingColumns = ['script', 'words', 'latin', 'source'] as const;
  for (const { cells } of readDataTable(dataTable(tables, spellingsFile), spellingsFile, spellingColumns)) {
    for (const word of cells.words.split(' '))
      group(spellings, cells.script).set(normalise(word), cells.latin);
  }
  const sized = new Map<string, LetterTable>();
  for (const [key, table] of letters) {
    sized.set(key, { letters: table, longest: Math.max(...[...table.keys()].map((from) => from.length)) });
  }
  return { letters: sized, signs, spellings };
}

function group(maps: Map<string, Map<string, string>>, key: string): Map<string, string> {
  const map = maps.get(key) ?? new Map<string, string>();
  maps.set(key, map);
  return map;
}
