/**
 * Words of a text with their offsets. One pass, linear time, no regular expressions in the loop: the same function
 * reads a customer's name and a page of a newspaper.
 */
import { CYRILLIC, GREEK, LATIN, unmix } from './homoglyph.js';
import {
  APOSTROPHE,
  COMBINING,
  DIGIT,
  INVISIBLE,
  LETTER,
  roleOf,
  SCRIPTS,
  type Script,
  scriptNumber,
} from './script.js';

/**
 * A word or a number.
 *
 * `start` and `end` are UTF-16 offsets into the text given, so `source.slice(start, end)` is what was written; `text` is
 * what it reads as: without characters that cannot be seen, letters of another script that only look alike read in the
 * script of the word. `kind` is `number` when there are digits only ("737", but "A7A5" is a word). `touches` says that
 * nothing but a hyphen, or nothing at all, stands between it and the token before.
 */
export type TextToken = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly script: Script;
  readonly kind: 'word' | 'number';
  readonly touches: boolean;
};

const HEBREW = 5;

/**
 * Splits a text into words and numbers. Apostrophes between letters belong to the word, hyphens and all other signs
 * split, a change of script splits (a word that only mixes letters looking alike stays whole), a run of Han characters
 * is one token. Emoji and signs are no tokens. Never throws.
 */
export function tokenise(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = codeAt(text, at);
    const role = roleOf(code);
    if (role !== LETTER && role !== DIGIT) {
      at += code > 0xffff ? 2 : 1;
      continue;
    }
    at = readWord(text, at, tokens);
  }
  return tokens;
}

/** Reads the word that begins at `start`, adds it to `tokens` (more than one if scripts change), returns its end. */
function readWord(text: string, start: number, tokens: TextToken[]): number {
  const length = text.length;
  let end = start;
  let script = 0;
  let mixed = false;
  let unseen = false;
  let letters = false;
  let at = start;
  while (at < length) {
    const code = codeAt(text, at);
    const size = code > 0xffff ? 2 : 1;
    const role = roleOf(code);
    if (role === LETTER) {
      const found = scriptNumber(code);
      if (found !== 0 && found !== script) {
        if (script === 0 && !(letters || joinsDigits(found))) {
          if (at > start) break;
        } else if (script !== 0) {
          if (!(isAlphabetOfThree(found) && isAlphabetOfThree(script))) break;
          mixed = true;
        }
        script = script === 0 ? found : script;
      }
      letters = true;
      end = at + size;
    } else if (role === DIGIT) {
      if (script !== 0 && !joinsDigits(script)) break;
      end = at + size;
    } else if (role === COMBINING) {
      end = at + size;
    } else if (role === INVISIBLE) {
      unseen = true;
    } else if (!(role === APOSTROPHE || (code === 0x22 && script === HEBREW) || code === 0x5f4)) {
      break;
    } else if (!letters || !isLetterAt(text, at + size)) {
      break;
    }
    at += size;
  }
  const touches = touchesLast(text, start, tokens);
  if (!mixed) {
    const written = text.slice(start, end);
    const word = unseen ? withoutUnseen(written) : written;
    const kind = letters ? 'word' : 'number';
    tokens.push({ text: word, start, end, script: SCRIPTS[script] as Script, kind, touches });
    return end;
  }
  const written = withoutUnseen(text.slice(start, end));
  const whole = unmix(written);
  if (whole === null) splitScripts(text, start, end, tokens);
  else
    tokens.push({
      text: whole.text,
      start,
      end,
      script: SCRIPTS[whole.script] as Script,
      kind: 'word',
      touches,
    });
  return end;
}

/** Splits a word whose scripts have no common reading at every change of script. */
function splitScripts(text: string, start: number, end: number, tokens: TextToken[]): void {
  let from = start;
  let script = 0;
  for (let at = start; at <= end; ) {
    const code = at < end ? codeAt(text, at) : 0;
    const size = code > 0xffff ? 2 : 1;
    const found = at < end && roleOf(code) === LETTER ? scriptNumber(code) : 0;
    if (at === end || (found !== 0 && script !== 0 && found !== script)) {
      const word = withoutUnseen(text.slice(from, at));
      const touches = touchesLast(text, from, tokens);
      tokens.push({
        text: word,
        start: from,
        end: at,
        script: SCRIPTS[script] as Script,
        kind: 'word',
        touches,
      });
      from = at;
    }
    if (found !== 0) script = found;
    at += size;
  }
}

function withoutUnseen(text: string): string {
  let seen = '';
  for (const letter of text) if (roleOf(letter.codePointAt(0) as number) !== INVISIBLE) seen += letter;
  return seen;
}

function touchesLast(text: string, start: number, tokens: readonly TextToken[]): boolean {
  const last = tokens[tokens.length - 1];
  if (last === undefined) return false;
  if (last.end === start) return true;
  return start - last.end === 1 && isHyphen(text.charCodeAt(last.end));
}

function isHyphen(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x5be || code === 0x2212;
}

/** Letters that are written together with digits in one word (A7A5, Т90); Han and the like are not. */
function joinsDigits(script: number): boolean {
  return isAlphabetOfThree(script);
}

function isAlphabetOfThree(script: number): boolean {
  return script === LATIN || script === CYRILLIC || script === GREEK;
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && roleOf(codeAt(text, at)) === LETTER;
}

function codeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return unit;
  return text.codePointAt(at) as number;
}
