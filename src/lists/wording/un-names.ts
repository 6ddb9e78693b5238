/**
 * Names as the UN writes them, and lists that took them over, taken apart. One field may hold several names (`A; B`, `A b) B`), the name in another script in brackets, an
 * acronym, or a remark: `أبو شيماء (Abu-Shaima; Abu- Shayma)`, `Encep Nurjaman (birth name)`.
 */

import { singleSpaced } from '../../text/index.js';

/** Names in the order written; acronyms stood in brackets behind the name they shorten; remarks are no names. */
export type SplitNames = {
  readonly names: readonly string[];
  readonly acronyms: readonly string[];
  readonly remarks: readonly string[];
};

type Found = { names: string[]; acronyms: string[]; remarks: string[] };

/** Bracketed words that are said about a name and are no part of it; each seen in the list. */
const REMARK =
  /^(?:birth name|combat name|nom de guerre|third|previously listed as|formerly listed as|original script|[a-z]{2}[ie]\.\d{3})$/i;
/** Written in one script, whichever: all its letters are Latin. */
const ASCII = /^[ -~]*$/;
/** Neither brackets nor a sign between names, no quote, no other script, and nobody's birth. */
const PLAIN = /^(?!.*born)[ !#-'*-.0-:<-~]*$/i;
const LONGEST_NAME_IN_BRACKETS = 60;
/** Fields are a line long; what is far longer is no list of names and is not taken apart. */
const LONGEST_FIELD = 4000;

/** Takes a field apart; text without brackets, `;` or `b)` comes back as it is, blanks made single. */
export function splitNames(field: string): SplitNames {
  const found: Found = { names: [], acronyms: [], remarks: [] };
  const text = singleSpaced(field);
  // Most fields are one name with nothing to take apart.
  if (text.length > LONGEST_FIELD) found.names.push(text);
  else if (PLAIN.test(text)) addName(text, found);
  else collect(text, found);
  return found;
}

/** Other spellings that the note of an alias gives: `original script: …`, `In Arabic: …`, or a list of `A; B` names. */
export function namesInNote(note: string, alias: string): readonly string[] {
  const text = note.slice(0, LONGEST_FIELD).replace(/\s+/g, ' ').trim();
  const script = /(?:original script|in arabic(?: script)?)\s*:\s*([^;.]+)/i.exec(text);
  if (script?.[1] !== undefined) return splitNames(script[1]).names;
  // Only beside an alias in another script, and only a list: anything else in a note is a sentence.
  if (hasLatin(alias) && !text.includes('(')) return [];
  const list = /\(([^()]*;[^()]*)\)/.exec(text)?.[1] ?? (text.includes('(') ? '' : text);
  if (!list.includes(';') || /[\d:]/.test(list)) return [];
  return splitNames(list).names;
}

function collect(text: string, found: Found): void {
  const parts = partsOf(text);
  for (const [at, part] of parts.entries()) {
    // `HARAKAT UL-MUJAHIDIN / HUM`: an acronym need not stand in brackets.
    if (at > 0 && isAcronym(part, parts[at - 1]!)) found.acronyms.push(part);
    else collectOne(part, found);
  }
}

function collectOne(text: string, found: Found): void {
  const born = /, born\b| born (?:in )?\d/i.exec(text);
  if (born !== null) {
    found.remarks.push(text.slice(born.index).replace(/^,? /, ''));
    collectOne(text.slice(0, born.index), found);
    return;
  }
  const { base, groups } = bracketsOf(text);
  let name = base;
  for (const { inside, at } of groups) {
    const bare = inside.replace(/^original script\s*:\s*|(?: - sub-unit name| ?\(original script\))$/gi, '');
    if (isRemark(bare)) found.remarks.push(bare);
    else if (isAcronym(bare, base)) found.acronyms.push(bare);
    else if (bare.includes(';') || (base !== '' && otherScript(bare, base))) {
      // The name itself comes first, then what its brackets say.
      addName(name, found);
      name = '';
      collect(bare, found);
    } else if (at === 0) name = `${bare} ${name}`.trim();
    else name = text.trim();
  }
  addName(name, found);
}

function addName(text: string, found: Found): void {
  const name = unquoted(text.replace(/^[\s,;)]+|[\s,;(]+$/g, ''));
  if (name === '' || /^n\/?a$/i.test(name)) return;
  for (const part of byScript(name)) if (!found.names.includes(part)) found.names.push(part);
}

/** Pieces between `;`, ` / ` and ` b) `, none of them looked for inside brackets. */
function partsOf(text: string): string[] {
  const lettered = / b\) /.test(text);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    if (depth > 0) continue;
    const mark = sign === ';' ? 1 : text.startsWith(' / ', at) ? 3 : 0;
    const letter = lettered && /^(?:| )[a-z]\) /.test(text.slice(at, at + 4)) && (at === 0 || sign === ' ');
    const length = letter ? text.indexOf(') ', at) + 2 - at : mark;
    if (length === 0) continue;
    parts.push(text.slice(start, at));
    start = at + length;
    at = start - 1;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

/** Text outside brackets, and the outermost brackets with where they stood (0: before every word). */
function bracketsOf(text: string): { base: string; groups: { inside: string; at: number }[] } {
  const groups: { inside: string; at: number }[] = [];
  let base = '';
  let depth = 0;
  let opened = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(' && text.indexOf(')', at) !== -1) {
      if (depth === 0) opened = at;
      depth += 1;
    } else if (sign === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) groups.push({ inside: text.slice(opened + 1, at).trim(), at: base.trim().length });
    } else if (depth === 0) base += sign;
  }
  return { base: base.replace(/\s+/g, ' ').trim(), groups };
}

function isRemark(text: string): boolean {
  return (
    REMARK.test(text) || (text.length > LONGEST_NAME_IN_BRACKETS && !text.includes(';')) || /\d{4}/.test(text)
  );
}

/** Up to eight letters without blanks that occur in the name in this order, the first of them first: `BAL`, `ISIL-K`. */
function isAcronym(text: string, base: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (/\s/.test(text) || letters.length < 2 || letters.length > 8 || !/\p{Lu}.*\p{Lu}/u.test(text))
    return false;
  const name = base.toLowerCase();
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** `Agha Jan Alizai اغا جان عالیزی` is one name twice; words of two scripts that alternate stay together. */
function byScript(name: string): string[] {
  if (ASCII.test(name)) return [name];
  const words = name.split(' ');
  const latin = words.map(hasLatin);
  const turns = latin.filter((is, at) => at > 0 && is !== latin[at - 1]).length;
  const turn = latin.findIndex((is, at) => at > 0 && is !== latin[at - 1]);
  if (turns !== 1 || !/\p{L}/u.test(words.filter((_, at) => latin[at] !== true).join(''))) return [name];
  return [words.slice(0, turn).join(' '), words.slice(turn).join(' ')];
}

function otherScript(a: string, b: string): boolean {
  return hasLatin(a) !== hasLatin(b);
}

function hasLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}

function unquoted(text: string): string {
  return /^[“"„«]([^“”"„«»]+)[”"»]$/.exec(text)?.[1]?.trim() ?? text;
}
