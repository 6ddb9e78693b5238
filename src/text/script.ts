/**
 * Writing systems: which script a character belongs to, and which role it plays in a word. Both are answered from
 * arrays that fill themselves as characters are met, so that a cold start pays for the characters of its own text only.
 */

/** The scripts told apart; `Common` is what belongs to none (digits, punctuation, marks), `Other` any other script. */
export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Han'
  | 'Kana'
  | 'Hangul'
  | 'Georgian'
  | 'Armenian'
  | 'Thai'
  | 'Devanagari'
  | 'Common'
  | 'Other';

/** All scripts; a position in this list is a script's number in an index and never changes its meaning. */
export const SCRIPTS: readonly Script[] = [
  'Common',
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Kana',
  'Hangul',
  'Georgian',
  'Armenian',
  'Thai',
  'Devanagari',
  'Other',
];

/** Roles of a character in a word; 0 in the memo means not looked up yet. */
const SEPARATOR = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const COMBINING = 4;
export const INVISIBLE = 5;
export const APOSTROPHE = 6;

const roles = new Uint8Array(0x10000);
const scripts = new Uint8Array(0x10000);

/** The script of a character. Combining marks, digits and punctuation are `Common`; a lone surrogate is too. */
export function scriptOf(codePoint: number): Script {
  return SCRIPTS[scriptNumber(codePoint)] as Script;
}

/** As `scriptOf`, as a position in `SCRIPTS`. */
export function scriptNumber(codePoint: number): number {
  if (codePoint > 0xffff) return SCRIPTS.indexOf(lookUpScript(codePoint));
  const known = scripts[codePoint] as number;
  if (known !== 0) return known - 1;
  const found = SCRIPTS.indexOf(lookUpScript(codePoint));
  scripts[codePoint] = found + 1;
  return found;
}

/** The role of a character: SEPARATOR, LETTER, DIGIT, COMBINING, INVISIBLE or APOSTROPHE. */
export function roleOf(codePoint: number): number {
  if (codePoint > 0xffff) return lookUpRole(codePoint);
  const known = roles[codePoint] as number;
  if (known !== 0) return known;
  const found = lookUpRole(codePoint);
  roles[codePoint] = found;
  return found;
}

const SCRIPT_TESTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Han', /[\p{Script=Han}\u3005\u3007]/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\uff70]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  // Mathematical letters stand for Latin ones; people write names with them to be overlooked.
  ['Latin', /[\u{1d400}-\u{1d6a3}]/u],
  ['Other', /(?![\p{Script=Common}\p{Script=Inherited}])\p{L}/u],
];

function lookUpScript(codePoint: number): Script {
  const text = String.fromCodePoint(codePoint);
  if (!LETTERS.test(text)) return 'Common';
  for (const [script, test] of SCRIPT_TESTS) if (test.test(text)) return script;
  return 'Common';
}

const LETTERS = /[\p{L}\p{Nl}]/u;
const DIGITS = /\p{N}/u;
const COMBINING_MARKS = /\p{M}/u;
// White space counts as a separator even where Unicode files it under control characters.
const UNSEEN = /(?![\t-\r\u0085\u2028\u2029])[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]|\u034f/u;
const APOSTROPHES =
  /['\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02bf\u02b9\u02c8\u2032`\u00b4\uff07\u05f3\u055a]/u;

function lookUpRole(codePoint: number): number {
  const text = String.fromCodePoint(codePoint);
  if (APOSTROPHES.test(text)) return APOSTROPHE;
  if (UNSEEN.test(text)) return INVISIBLE;
  if (LETTERS.test(text)) return LETTER;
  if (DIGITS.test(text)) return DIGIT;
  if (COMBINING_MARKS.test(text)) return COMBINING;
  return SEPARATOR;
}
