/**
 * Gives the parts of a person's name their readings. A name is read as Chinese, Korean, Vietnamese or Japanese only when
 * it is so throughout and has a surname of that language at one end; names by which it is known abroad (Tony Chang Wen-fu)
 * may stand beside. A name that is pinyin as it stands is hardly Wade-Giles or Korean, but may be.
 */
import type { DataTables } from '../base/index.js';
import { normalise, type Simplify } from '../text/index.js';
import type { Frequencies } from './frequency.js';
import type { Piece } from './piece.js';
import {
  DOUBTFUL,
  JAPANESE,
  NO_READINGS,
  OPEN,
  SURE,
  sortedReadings,
  VIETNAMESE,
  wordReading,
} from './reading.js';
import { openSyllables, type Syllables, type System, type WordReadings } from './syllables.js';
import { japaneseSpelling, vietnameseSpelling } from './word-spellings.js';

/** Readings of each piece of a person's name, in order. */
export type NameReader = (name: string, pieces: readonly Piece[]) => readonly (readonly number[])[];

/** What a word may be, whatever stands beside it. */
type Word = WordReadings & {
  /** Chinese readings of all systems. */
  readonly chinese: readonly number[];
  /** Whether it is written with an apostrophe. */
  readonly marked: boolean;
};

/** How many words are kept. */
const KEPT = 50_000;
/** Names from elsewhere that may stand beside a Chinese or Korean name. */
const MOST_FOREIGN = 2;
/** A part with more readings than these is no syllable of anything. */
const MOST_READINGS = 48;

/** Opens the tables; they are read when the first name comes. */
export function openNameReader(tables: DataTables, frequencies: Frequencies, simplify: Simplify): NameReader {
  const syllables = openSyllables(tables);
  const seen = new Map<string, Word>();
  const wordOf = (piece: Piece): Word => {
    const own = piece.script === 'Latin' ? normalise(piece.text) : piece.native || piece.form;
    let word = seen.get(own);
    if (word === undefined) {
      word = readWord(own, piece, syllables, simplify);
      if (seen.size >= KEPT) seen.clear();
      seen.set(own, word);
    }
    return word;
  };
  return (name, pieces) => {
    const readings = new Array<readonly number[]>(pieces.length).fill(NO_READINGS);
    const named: number[] = [];
    pieces.forEach((piece, at) => {
      if (NAMED.has(piece.type) || mayBeSyllable(name, piece)) named.push(at);
    });
    if (named.length < 2) return readings;
    const words = named.map((at) => wordOf(pieces[at]!));
    const given = (place: number) => frequencies(pieces[named[place]!]!.form).role === 'given';
    const chosen =
      chineseOrKorean(words, isHyphened(name, pieces), given, syllables) ??
      wholeWords(
        named.map((at) => pieces[at]!),
        syllables,
      );
    if (chosen === null) return readings;
    named.forEach((at, place) => {
      const own = sortedReadings(chosen[place]!);
      readings[at] = own.length > MOST_READINGS ? NO_READINGS : own;
    });
    return readings;
  };
}

const NAMED: ReadonlySet<string> = new Set(['word', 'given', 'family']);

/** Hyon U, Il O: syllables of one letter, without the dot of an initial. */
function mayBeSyllable(name: string, piece: Piece): boolean {
  return piece.type === 'initial' && /^[iou]$/.test(piece.form) && name[piece.end] !== '.';
}

/** Wen-fu: pinyin writes given names in one word. */
function isHyphened(name: string, pieces: readonly Piece[]): boolean {
  return pieces.some((piece, at) => {
    const next = pieces[at + 1];
    return (
      next !== undefined && next.start - piece.end === 1 && /[-\u2010\u2011]/.test(name[piece.end] ?? '')
    );
  });
}

function readWord(text: string, piece: Piece, syllables: Syllables, simplify: Simplify): Word {
  const read = piece.script === 'Han' ? readSign(text, piece, syllables, simplify) : syllables.read(text);
  return {
    ...read,
    chinese: [...read.pinyin, ...read['wade-giles'], ...read.lax, ...read.usual],
    marked: text.includes("'"),
  };
}

/** A Chinese sign by its pinyin, and as it is read in Korean names. */
function readSign(sign: string, piece: Piece, syllables: Syllables, simplify: Simplify): WordReadings {
  const { pinyin } = syllables.read(piece.form);
  const { korean } = syllables.read(simplify(sign));
  return { pinyin, 'wade-giles': [], lax: [], usual: [], korean };
}

/** Readings by word of a name that is Chinese or Korean, or may be either; null when it is neither. */
function chineseOrKorean(
  words: readonly Word[],
  hyphened: boolean,
  given: (place: number) => boolean,
  syllables: Syllables,
): number[][] | null {
  let chinese = fits(words, (word) => word.chinese, 0, given, syllables);
  let korean = fits(words, (word) => word.korean, 0, given, syllables);
  // Pak Jin Hek: a slip in one part does not make the others words of another language.
  if (!chinese && !korean) {
    chinese = fits(words, (word) => word.chinese, 1, given, syllables);
    korean = fits(words, (word) => word.korean, 1, given, syllables);
  }
  if (!chinese && !korean) return null;
  // Tony Chang, Chang Wen-fu: with a name from elsewhere, or a hyphen, it is less likely pinyin.
  const abroad = hyphened || words.some((word) => word.chinese.length + word.korean.length === 0);
  const own = chinese ? words.filter((word) => word.chinese.length > 0) : [];
  const all = (system: System) => own.length > 0 && own.every((word) => word[system].length > 0);
  const pinyin = all('pinyin');
  // Whoever writes apostrophes leaves none out.
  const wade: System = all('wade-giles') && words.some((word) => word.marked) ? 'wade-giles' : 'lax';
  const surname = surnameOf(own, wade, syllables);
  return words.map((word) => {
    const found: number[] = [];
    if (chinese && word.chinese.length > 0) {
      const other = !pinyin ? SURE : abroad || word === surname ? OPEN : DOUBTFUL;
      if (pinyin) push(found, word.pinyin, SURE);
      if (all(wade)) push(found, word[wade], Math.max(other, several(word[wade])));
      if (all('usual')) push(found, word.usual, Math.max(other, OPEN));
      // Ri Yong Mu is Korean, though each of its words is Chinese somewhere.
      if (!(pinyin || all(wade) || all('usual') || korean)) {
        const local = [...word[wade], ...word.usual];
        if (local.length > 0) push(found, local, OPEN);
        else push(found, word.pinyin, SURE);
      }
    }
    if (korean) push(found, word.korean, several(word.korean));
    return found;
  });
}

/** Chang Wei: the surname whose Wade-Giles is so common, and its pinyin not, that it may well be the former. */
function surnameOf(words: readonly Word[], wade: System, syllables: Syllables): Word | null {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return null;
  const common = (word: Word, system: System) => word[system].some(syllables.isCommonSurname);
  const word = common(first, wade) || !common(last, wade) ? first : last;
  return common(word, wade) && !common(word, 'pinyin') ? word : null;
}

/** The certainty of readings in the system that a name is surely in. */
function several(readings: readonly number[]): number {
  return readings.length > 1 ? OPEN : SURE;
}

/** Adds readings with the certainty they have in this name. */
function push(found: number[], readings: readonly number[], certainty: number): void {
  for (const reading of readings) found.push(reading | certainty);
}

/**
 * Whether a name is one of a language: its words are, but for given names from elsewhere, with a surname at one end.
 *
 * @param slips parts that may be none of its words, where two others are
 */
function fits(
  words: readonly Word[],
  readingsIn: (word: Word) => readonly number[],
  slips: number,
  given: (place: number) => boolean,
  syllables: Syllables,
): boolean {
  const own: (readonly number[])[] = [];
  let foreign = 0;
  let unread = 0;
  for (const [place, word] of words.entries()) {
    const readings = readingsIn(word);
    if (readings.length > 0) own.push(readings);
    else if (word.chinese.length + word.korean.length === 0 && given(place)) foreign += 1;
    else unread += 1;
  }
  if (own.length === 0 || own.length + foreign < 2 || foreign > MOST_FOREIGN) return false;
  if (unread > (own.length >= 2 && foreign === 0 ? slips : 0)) return false;
  return [own[0]!, own[own.length - 1]!].some((readings) => readings.some(syllables.isSurname));
}

/** Vietnamese and Japanese names: each word has one reading. Null when a word is of neither language. */
function wholeWords(pieces: readonly Piece[], syllables: Syllables): number[][] | null {
  if (pieces.some(({ script }) => script !== 'Latin' && script !== 'Kana')) return null;
  const forms = pieces.map(({ form }) => form);
  if ([forms[0]!, forms[forms.length - 1]!].some(syllables.isVietnameseSurname)) {
    const read = spelled(forms, vietnameseSpelling, VIETNAMESE);
    if (read !== null) return read;
  }
  return spelled(forms, japaneseSpelling, JAPANESE);
}

function spelled(
  forms: readonly string[],
  spell: (form: string) => string | null,
  language: number,
): number[][] | null {
  const readings: number[][] = [];
  for (const form of forms) {
    const spelling = spell(form);
    if (spelling === null) return null;
    readings.push([wordReading(language, hashOf(spelling))]);
  }
  return readings;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 24);
}
