/**
 * Words as syllables: what a word may stand for in each system of spelling, whatever the name it stands in. The table is
 * made by `tools/make-syllables.ts`; opening it means splitting lines, and a line is read when its word comes.
 *
 *   chang<TAB>korean=장 창;lax=chang;pinyin=chang;wade-giles=zhang        (lax: an apostrophe may have been left out)
 *   #zh<TAB>a ai an …                                                   (syllables by their numbers, from 1)
 */
import { CordonError, type DataTables, dataTable } from '../base/index.js';
import { CHINESE, KOREAN, SURE, syllableReading } from './reading.js';

/** Systems of spelling. `usual` is how Chinese names are spelled outside of Mandarin. */
export type System = 'pinyin' | 'wade-giles' | 'lax' | 'usual' | 'korean';

/** Readings of a word by system, with certainty `SURE`; a system that does not fit has none. */
export type WordReadings = Readonly<Record<System, readonly number[]>>;

/** The syllables of languages. */
export type Syllables = {
  /** A word in small letters, with its apostrophes; or in Hangul. */
  readonly read: (word: string) => WordReadings;
  /** Whether a reading is a surname. */
  readonly isSurname: (reading: number) => boolean;
  /** Whether it is one of the commonest Chinese ones. */
  readonly isCommonSurname: (reading: number) => boolean;
  readonly isVietnameseSurname: (form: string) => boolean;
};

/** The table, under `data/`. */
export const SYLLABLES_TABLE = 'names/syllables.tsv';

/** No word of two syllables is longer. */
const LONGEST = 13;
const LONGEST_SYLLABLE = 7;
const NONE: readonly number[] = [];
const NOTHING: WordReadings = { pinyin: NONE, 'wade-giles': NONE, lax: NONE, usual: NONE, korean: NONE };

type Syllable = Partial<Record<System, readonly number[]>>;

/** Opens the table. @throws CordonError `table-invalid` when first asked and the table is missing or malformed */
export function openSyllables(tables: DataTables): Syllables {
  let loaded: ReturnType<typeof load> | null = null;
  const open = () => {
    loaded ??= load(tables);
    return loaded;
  };
  return {
    read: (word) => (word.length > LONGEST ? NOTHING : readWord(word, open().syllable)),
    isSurname: (reading) => open().surnames.has(reading >>> 2),
    isCommonSurname: (reading) => open().common.has(reading >>> 2),
    isVietnameseSurname: (form) => open().vietnamese.has(form),
  };
}

/**
 * One syllable, else two. The second begins with no vowel in Chinese, where a hyphen or an apostrophe would part the two
 * (Xi'an is not Xian); in Korean it often does (Jeongeun).
 */
function readWord(word: string, syllable: (text: string) => Syllable | null): WordReadings {
  const plain = word.replace(/'/g, '');
  const marked = plain !== word;
  const bare = splits(plain, syllable);
  const told = marked ? splits(word, syllable) : bare;
  const read = (system: System): readonly number[] => {
    const parts = MARKS_TELL.has(system) ? told : bare;
    const found: number[] = [];
    for (const { first, last, joint } of parts) {
      if (last === null) {
        // Pinyin with an apostrophe is two syllables.
        if (system === 'pinyin' && marked) continue;
        for (const only of numbersOf(first, system))
          found.push(syllableReading(languageIn(system), 0, only, SURE));
        if (found.length > 0) break;
        continue;
      }
      if (joint && !marked && system !== 'korean') continue;
      for (const head of numbersOf(first, system))
        for (const tail of numbersOf(last, system))
          found.push(syllableReading(languageIn(system), head, tail, SURE));
    }
    return found;
  };
  if (bare.length === 0 && told.length === 0) return NOTHING;
  return {
    pinyin: read('pinyin'),
    'wade-giles': read('wade-giles'),
    lax: read('lax'),
    usual: read('usual'),
    korean: read('korean'),
  };
}

/** A word as one syllable, and as two; `joint` where the second begins with a vowel. */
type Split = { readonly first: Syllable; readonly last: Syllable | null; readonly joint: boolean };

/** All ways in which a word is one syllable, which comes first, or two, of whatever system. */
function splits(text: string, syllable: (text: string) => Syllable | null): Split[] {
  const found: Split[] = [];
  const whole = syllable(text);
  if (whole !== null) found.push({ first: whole, last: null, joint: false });
  for (let at = 1; at < text.length && at <= LONGEST_SYLLABLE; at += 1) {
    const first = syllable(text.slice(0, at));
    const last = first === null ? null : syllable(text.slice(at));
    if (first !== null && last !== null) found.push({ first, last, joint: VOWELS.includes(text[at]!) });
  }
  return found;
}

function languageIn(system: System): number {
  return system === 'korean' ? KOREAN : CHINESE;
}

const VOWELS = 'aeiou';
/** Systems in which an apostrophe makes another sound. */
const MARKS_TELL: ReadonlySet<System> = new Set(['wade-giles', 'lax']);

/** Where apostrophes may have been left out the sound that is written without them stays open. */
function numbersOf(syllable: Syllable | null, system: System): readonly number[] {
  if (syllable === null) return NONE;
  if (system !== 'lax') return syllable[system] ?? NONE;
  return [...(syllable['wade-giles'] ?? NONE), ...(syllable.lax ?? NONE)];
}

function load(tables: DataTables) {
  const lines = new Map<string, string>();
  for (const line of dataTable(tables, SYLLABLES_TABLE).split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  const head = (name: string): string[] => {
    const line = lines.get(`#${name}`);
    if (line === undefined)
      throw new CordonError('table-invalid', `data/${SYLLABLES_TABLE}: the line "#${name}" is missing`);
    return line.split(' ');
  };
  const numbers = new Map<string, number>();
  for (const language of ['zh', 'ko'])
    head(language).forEach((syllable, at) => {
      numbers.set(syllable, at + 1);
    });
  const surnames = new Set<number>();
  for (const [language, name] of [
    [CHINESE, 'zh-surnames'],
    [KOREAN, 'ko-surnames'],
  ] as const)
    for (const surname of head(name))
      surnames.add(syllableReading(language, 0, numbers.get(surname) ?? 0, SURE) >>> 2);
  for (const surname of head('zh-compounds')) {
    const [first = 0, last = 0] = surname.split('-').map((syllable) => numbers.get(syllable));
    surnames.add(syllableReading(CHINESE, first, last, SURE) >>> 2);
  }
  const common = new Set(
    head('zh-common').map((name) => syllableReading(CHINESE, 0, numbers.get(name) ?? 0, SURE) >>> 2),
  );
  const read = new Map<string, Syllable>();
  const syllable = (text: string): Syllable | null => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const line = lines.get(text);
    if (line === undefined) {
      const hangul = text >= '가' ? numbers.get(text) : undefined;
      return hangul === undefined ? null : { korean: [hangul] };
    }
    const systems: Syllable = Object.fromEntries(
      line.split(';').map((cell) => {
        const [system = '', readings = ''] = cell.split('=');
        return [system, readings.split(' ').map((reading) => numbers.get(reading) ?? 0)];
      }),
    );
    read.set(text, systems);
    return systems;
  };
  return { syllable, surnames, common, vietnamese: new Set(head('vi-surnames')) };
}
