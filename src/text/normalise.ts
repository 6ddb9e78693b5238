/**
 * One spelling for what is written the same: width, case, accents, marks, dashes, quotes, spaces. The result stays in
 * its own script; `romanise` goes on from here.
 */
import { APOSTROPHE, DIGIT, INVISIBLE, roleOf, scriptOf } from './script.js';

/** Letters that do not fall apart into a base letter and an accent. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŋ', 'ng'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
  ['ə', 'a'],
  ['ƒ', 'f'],
  ['ɓ', 'b'],
  ['ɗ', 'd'],
  ['ƙ', 'k'],
  ['ƴ', 'y'],
  ['ɛ', 'e'],
  ['ɔ', 'o'],
  ['ɣ', 'g'],
  ['ƀ', 'b'],
  ['ɨ', 'i'],
  ['ʉ', 'u'],
  ['ς', 'σ'],
  ['ё', 'е'],
  // One letter for the forms of alef, yeh, kaf, heh that hands and keyboards mix up.
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ۍ', 'ي'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ة', 'ه'],
  ['ه', 'ه'],
  ['ھ', 'ه'],
  ['ہ', 'ه'],
  ['ۀ', 'ه'],
  ['ە', 'ه'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ـ', ''],
]);

const ASCII_ONLY = /^[ -~]*$/;
const folds = new Map<string, string>();

/**
 * Brings a text to its comparable spelling in its own script: NFKC, lower case, Latin and Greek without accents, ё as
 * е (й stays), Arabic and Hebrew without vowel signs and tatweel and with one alef, yeh and heh, digits as 0-9, dashes
 * as "-", quotes as ' and ", white space single and trimmed, unseen characters gone. Never throws.
 */
export function normalise(text: string): string {
  if (ASCII_ONLY.test(text)) return singleSpaces(text.toLowerCase());
  let result = '';
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    if (letter < '\u007f' && letter >= ' ') {
      result += letter;
      continue;
    }
    let fold = folds.get(letter);
    if (fold === undefined) {
      fold = foldLetter(letter);
      // Bounded by nature: there are not more characters than Unicode has, but keep a hostile text from filling it.
      if (folds.size < 20_000) folds.set(letter, fold);
    }
    result += fold;
  }
  return singleSpaces(result);
}

function foldLetter(letter: string): string {
  const code = letter.codePointAt(0) as number;
  if (/\s/u.test(letter)) return ' ';
  const single = SINGLE.get(letter);
  if (single !== undefined) return single;
  const role = roleOf(code);
  if (role === INVISIBLE) return '';
  if (role === APOSTROPHE) return "'";
  if (role === DIGIT) return asDigit(letter, code);
  if (/[\p{Pd}\u2212]/u.test(letter)) return '-';
  if (/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\u301d-\u301f\u05f4]/u.test(letter)) return '"';
  if (/[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/u.test(letter))
    return '';
  const script = scriptOf(code);
  if (script !== 'Latin' && script !== 'Greek') return letter;
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return SINGLE.get(bare) ?? bare;
}

/** Decimal digits of every script sit in runs of ten that begin at a code ending in 0 or 6. */
function asDigit(letter: string, code: number): string {
  if (!/\p{Nd}/u.test(letter)) return letter;
  const last = code & 0xf;
  const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - last));
  return String(startsAtZero ? last : last - 6);
}

function singleSpaces(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
