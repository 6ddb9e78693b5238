/**
 * Names of the Canadian list. Aliases of every script stand in one field, joined by commas, semicolons, slashes or
 * words, some behind the name of their language: `…, Belarusian: Сяргей …,  Russian: Сергей …`.
 */
import { splitNameList } from '../wording/bracketed-names.js';

/** The language of what follows: a capitalised word and a colon, a bracket before it or not. */
const LANGUAGE = /\s*\(?\b\p{Lu}\p{Ll}{3,14}\s?:\s*/gu;
/** Written in one script. */
const ASCII = /^[\x20-\x7e]*$/;
/** Fields are a line or two long; what is far longer is no list of names. */
const LONGEST = 4_000;

/** The names of an alias field, in its order. */
export function readAliases(field: string): string[] {
  if (field.length > LONGEST) return [field.replace(/\s+/g, ' ').trim()];
  const text = field.replace(/[\u200B-\u200F\u202A-\u202F\uFEFF]/g, (sign) =>
    sign === '\u200C' ? sign : ' ',
  );
  const pieces = (text.includes(':') ? text.replace(LANGUAGE, '; ') : text)
    .split(/,?\s+or\s+/)
    .flatMap(splitNameList)
    .flatMap(bySlash)
    .flatMap(byScript)
    .flatMap(byAnd)
    .map((piece) => balanced(piece.replace(/\s+A\.?K\.?A\.?$/, '')))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return [...new Set(pieces)];
}

/** The names of a field that holds the name in English and in French: `Iranian Navy/Force navale iranienne`. */
export function bilingual(name: string): string[] {
  return bySlash(name.trim().replace(/;$/, ''));
}

/** A slash outside brackets between two longer texts; `A/S` and `Bi/Pyi` are no two names. */
function bySlash(text: string): string[] {
  if (text.length > LONGEST || !text.includes('/')) return [text];
  const parts = text.split(/\s*\/\s*(?![^(]*\))/);
  return parts.every((part) => (part.match(/\p{L}/gu) ?? []).length >= 4) ? parts : [text];
}

/** `and` joins two names where neither is in Latin letters; inside an English name it is a word. */
function byAnd(text: string): string[] {
  const parts = text.split(/\s+and\s+/);
  return parts.length > 1 && parts.every((part) => !/\p{Script=Latin}{3}/u.test(part)) ? parts : [text];
}

/** `Abbas Nilforushan عباس نیلفروشان` is two names; a word with one letter of another script stays where it is. */
function byScript(text: string): string[] {
  if (ASCII.test(text)) return [text];
  const words = text.split(/\s+/);
  const latin = words.map((word) => !/[^\P{L}\p{Script=Latin}]/u.test(word));
  const lettered = words.map((word) => /\p{L}/u.test(word));
  const turns = words.map((_, at) => at).filter((at) => at > 0 && latin[at] !== latin[at - 1]);
  const [turn] = turns;
  if (turns.length !== 1 || turn === undefined) return [text];
  const parts = [words.slice(0, turn), words.slice(turn)];
  const marked = [lettered.slice(0, turn), lettered.slice(turn)];
  // `ОАО "2566 завод"` and `Общество c …` are one name; two names have two words on either side.
  return marked.every((side) => side.filter(Boolean).length >= 2)
    ? parts.map((part) => part.join(' '))
    : [text];
}

/** A bracket without its twin at an end is no part of the name. */
function balanced(text: string): string {
  const opened = (text.match(/\(/g) ?? []).length;
  const closed = (text.match(/\)/g) ?? []).length;
  const name = opened > closed ? text.replace(/^\(/, '') : closed > opened ? text.replace(/\)$/, '') : text;
  return name.replace(/^[\s,;]+|[\s,;]+$/g, '').trim();
}
