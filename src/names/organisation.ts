/**
 * Names of organisations and vessels: legal forms, generic words, places, numbers, articles; what is left is the name
 * proper. Words for one thing in many languages get one form (trading, torgovaya, bazargani), so they compare equal.
 */
import type { Lexicon, Phrase } from './lexicon.js';
import type { Piece } from './piece.js';
import { phoneticKey } from './key.js';
import type { NameKind, PartType } from './types.js';

/** What a type of part can be worth at most, in nats: a generic word is never a rare one. */
const MOST: Readonly<Partial<Record<PartType, number>>> = {
  particle: 1.5,
  'legal-form': 2.5,
  generic: 5,
  honorific: 4,
  generation: 4,
  prefix: 2,
  place: 6.5,
  number: 6,
};

/**
 * Types the pieces of an organisation's or a vessel's name; pieces that form a phrase become one.
 *
 * @returns the pieces in order, and how sure it is that this is an organisation: there is a legal form, or a generic word
 */
export function typeOrganisation(
  name: string,
  pieces: readonly Piece[],
  kind: NameKind,
  lexicon: Lexicon,
): { pieces: Piece[]; legal: boolean; generic: boolean } {
  const typed: Piece[] = [];
  const found: (Phrase | null)[] = [];
  for (let at = 0; at < pieces.length; ) {
    const phrase = phraseAt(pieces, at, kind, lexicon);
    const size = phrase === null ? 1 : sizeOf(pieces, at, phrase);
    typed.push(size === 1 ? (pieces[at] as Piece) : merge(name, pieces, at, at + size));
    found.push(phrase);
    at += size;
  }
  for (let at = 0; at < typed.length; at += 1) {
    const phrase = found[at] as Phrase | null;
    const piece = typed[at] as Piece;
    if (phrase === null) {
      if (/^\d+(?:st|nd|rd|th)$/.test(piece.form)) setType(piece, 'number', piece.form.replace(/\D+$/, ''));
      continue;
    }
    if (phrase.type === 'legal-form' && !standsWell(name, typed, found, at)) {
      found[at] = null;
      continue;
    }
    setType(piece, phrase.type === 'number-sign' ? 'particle' : (phrase.type as PartType), phrase.form);
  }
  readRomanNumbers(typed, kind);
  const joined = joinNumbers(name, typed);
  return {
    pieces: joined,
    legal: joined.some((piece) => piece.type === 'legal-form'),
    generic: joined.some((piece) => piece.type === 'generic'),
  };
}

/** Gives a piece its type and the one form of its phrase. */
export function setType(piece: Piece, type: PartType, form: string): void {
  piece.type = type;
  if (form !== piece.form) {
    piece.form = form;
    piece.key = phoneticKey(form);
  }
  piece.rarity = Math.min(piece.rarity, MOST[type] ?? piece.rarity);
}

/** Makes one piece of several neighbours. */
export function merge(name: string, pieces: readonly Piece[], from: number, to: number): Piece {
  const first = pieces[from] as Piece;
  const last = pieces[to - 1] as Piece;
  let form = '';
  let native = '';
  let lookup = '';
  for (let at = from; at < to; at += 1) {
    const piece = pieces[at] as Piece;
    form += piece.form;
    native += piece.native;
    lookup += piece.lookup;
  }
  const text = name.slice(first.start, last.end);
  return { ...first, text, end: last.end, form, native, lookup, key: phoneticKey(form) };
}

const SEEN_IN: Readonly<Record<NameKind, readonly string[]>> = {
  organization: ['legal-form', 'generic', 'place', 'particle', 'number', 'number-sign'],
  any: ['legal-form', 'generic', 'place', 'particle', 'number', 'number-sign'],
  vessel: ['prefix', 'number', 'number-sign', 'particle'],
  person: [],
};

function phraseAt(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Phrase | null {
  const piece = pieces[at] as Piece;
  if (piece.number) return null;
  for (const phrase of lexicon.phrases.get(piece.lookup) ?? []) {
    if (!SEEN_IN[kind].includes(phrase.type)) continue;
    if (phrase.type === 'prefix' && at > 0) continue;
    if (matches(pieces, at, phrase)) return phrase;
  }
  return null;
}

function matches(pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  if (at + phrase.words.length > pieces.length) return false;
  for (let word = 1; word < phrase.words.length; word += 1) {
    if ((pieces[at + word] as Piece).lookup !== phrase.words[word]) return false;
  }
  return true;
}

function sizeOf(_pieces: readonly Piece[], _at: number, phrase: Phrase): number {
  return phrase.words.length;
}

/** Short legal forms are words elsewhere (SA, AS, Co): they count at an end of the name or beside a comma or bracket. */
function standsWell(name: string, pieces: readonly Piece[], found: readonly (Phrase | null)[], at: number): boolean {
  const phrase = found[at] as Phrase;
  const piece = pieces[at] as Piece;
  if (pieces.length === 1) return false;
  if (phrase.words.length > 1 || piece.form.length > 4) return true;
  const after = name.slice(piece.end).search(/\S/);
  const next = after < 0 ? '' : (name[piece.end + after] as string);
  if (/[(),"»”]/.test(next)) return true;
  let tail = true;
  for (let later = at + 1; later < pieces.length; later += 1) {
    const type = found[later]?.type;
    if (type !== 'legal-form' && type !== 'place' && !(pieces[later] as Piece).number) tail = false;
  }
  if (tail && phrase.where !== 'head') return true;
  if (phrase.where === 'tail') return false;
  for (let earlier = 0; earlier < at; earlier += 1) if (found[earlier]?.type !== 'legal-form') return piece.capitals;
  return true;
}

/** II, III, IV … as written in capitals behind the name; XI is left alone, it is a Chinese name. */
function readRomanNumbers(pieces: readonly Piece[], kind: NameKind): void {
  for (let at = 1; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.type !== 'word' || !piece.capitals || kind === 'any') continue;
    const value = ROMAN.indexOf(piece.form);
    if (value > 0) setType(piece, 'number', String(value));
  }
}

const ROMAN = ' _ ii iii iv _ vi vii viii ix _ _ xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** Forty-Four is 44. */
function joinNumbers(name: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const next = pieces[at + 1];
    const tens = piece.type === 'number' && !piece.number && /^[2-9]0$/.test(piece.form);
    if (tens && next?.type === 'number' && !next.number && /^[1-9]$/.test(next.form)) {
      const both = merge(name, pieces, at, at + 2);
      both.type = 'number';
      setType(both, 'number', piece.form.slice(0, 1) + next.form);
      joined.push(both);
      at += 1;
    } else joined.push(piece);
  }
  return joined;
}
