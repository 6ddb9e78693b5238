/**
 * Names of organisations and vessels: legal forms, generic words, places, numbers, articles; what is left is the name
 * proper. Words for one thing in many languages get one form (trading, torgovaya, bazargani), so they compare equal.
 */
import type { Frequencies } from './frequency.js';
import type { Lexicon, Phrase, PhraseType } from './lexicon.js';
import { COMMON_NUMBER, type Piece } from './piece.js';
import type { NameKind, PartType } from './types.js';

/** What a part of a type is worth at most, in nats: a generic word is never a rare one. */
const MOST: Readonly<Partial<Record<PartType, number>>> = {
  particle: 1.5,
  'legal-form': 2.5,
  generic: 5,
  honorific: 4,
  generation: 4,
  prefix: 2,
  place: 6.5,
  number: COMMON_NUMBER,
};

/** What firms and bodies are made of; a `word` is one name that is also written as two (حزب الله). */
const BUSINESS: readonly PhraseType[] = [
  'word',
  'legal-form',
  'generic',
  'place',
  'particle',
  'weak-particle',
  'number',
  'number-sign',
];

/** What gives a name away as an organisation's. */
const GIVES_AWAY: ReadonlySet<PhraseType> = new Set(['legal-form', 'generic', 'word']);

/** Phrases that names of a kind are searched for. */
const SEEN_IN: Readonly<Record<NameKind, ReadonlySet<PhraseType>>> = {
  organization: new Set(BUSINESS),
  any: new Set(BUSINESS),
  vessel: new Set(['prefix', 'number', 'number-sign']),
  person: new Set(),
};

/** A phrase found: how many pieces it takes. */
type Found = { readonly phrase: Phrase; readonly size: number };

/**
 * Types the pieces of an organisation's or a vessel's name; pieces that form a phrase become one.
 *
 * @returns the pieces in order, and whether a legal form or a generic word gives the name away as an organisation's
 */
export function typeOrganisation(
  name: string,
  pieces: readonly Piece[],
  kind: NameKind,
  lexicon: Lexicon,
  frequencies: Frequencies,
): { pieces: Piece[]; business: boolean } {
  const typed: Piece[] = [];
  const found: (Phrase | null)[] = [];
  for (let at = 0; at < pieces.length; ) {
    const phrase = hanPhraseAt(pieces, at, kind, lexicon) ?? phraseAt(pieces, at, kind, lexicon);
    const size = phrase?.size ?? 1;
    typed.push(size === 1 ? (pieces[at] as Piece) : merge(name, pieces, at, at + size, frequencies));
    found.push(phrase?.phrase ?? null);
    at += size;
  }
  let business = false;
  for (let at = 0; at < typed.length; at += 1) {
    const piece = typed[at] as Piece;
    const phrase = found[at] as Phrase | null;
    if (phrase === null) {
      if (ORDINAL.test(piece.form)) setType(piece, 'number', piece.form.replace(/\D+$/, ''), frequencies);
      continue;
    }
    if (phrase.type === 'legal-form' && !standsWell(name, typed, found, at)) {
      found[at] = null;
      continue;
    }
    if (GIVES_AWAY.has(phrase.type)) business = true;
    const type = PART_OF[phrase.type] ?? (phrase.type as PartType);
    setType(piece, type, phrase.form, frequencies);
  }
  readRomanNumbers(typed, kind, frequencies);
  return { pieces: joinNumbers(name, typed, frequencies), business };
}

const PART_OF: Readonly<Partial<Record<PhraseType, PartType>>> = {
  'number-sign': 'particle',
  'weak-particle': 'particle',
};

const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

/** Gives a piece its type and the one form of its phrase. */
export function setType(piece: Piece, type: PartType, form: string, frequencies: Frequencies): void {
  piece.type = type;
  if (form !== piece.form) {
    piece.form = form;
    const { key, rarity } = frequencies(form);
    piece.key = key;
    piece.rarity = rarity;
  }
  piece.rarity = Math.min(piece.rarity, MOST[type] ?? piece.rarity);
}

/** Makes one piece of several neighbours. */
export function merge(
  name: string,
  pieces: readonly Piece[],
  from: number,
  to: number,
  frequencies: Frequencies,
): Piece {
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
  const capitals = first.capitals || last.capitals;
  const { key, rarity } = frequencies(form);
  return { ...first, text, end: last.end, form, native, lookup, capitals, key, rarity };
}

function phraseAt(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Found | null {
  const piece = pieces[at] as Piece;
  if (piece.number) return null;
  for (const phrase of lexicon.phrases(piece.lookup)) {
    if (!SEEN_IN[kind].has(phrase.type)) continue;
    if (phrase.type === 'prefix' && (at > 0 || pieces.length === phrase.words.length)) continue;
    // "And" joins two words.
    if (phrase.form === 'and' && (at === 0 || at === pieces.length - 1)) continue;
    if (phrase.type === 'weak-particle' && !joinsWords(pieces, at)) continue;
    if (matches(pieces, at, phrase)) return { phrase, size: phrase.words.length };
  }
  return piece.script === 'Latin' && piece.form.length > 4 ? phraseByKey(pieces, at, kind, lexicon) : null;
}

/** Words from Cyrillic in a romanisation the table does not have: Obchtchestvo, mezhdunarodnyj. */
function phraseByKey(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Found | null {
  for (const phrase of lexicon.phrases(`~${(pieces[at] as Piece).key}`)) {
    if (!SEEN_IN[kind].has(phrase.type) || at + phrase.words.length > pieces.length) continue;
    let same = true;
    for (let word = 1; same && word < phrase.words.length; word += 1) {
      same = (pieces[at + word] as Piece).key === phrase.words[word];
    }
    if (same) return { phrase, size: phrase.words.length };
  }
  return null;
}

/** Va, Do, An and the like: in small letters, or between words too long for syllables of Chinese or Korean. */
function joinsWords(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  if (!piece.capitals && piece.text === piece.text.toLowerCase()) return at < pieces.length - 1;
  const before = pieces[at - 1]?.form.length ?? 0;
  const after = pieces[at + 1]?.form.length ?? 0;
  return piece.capitals && before > 5 && after > 5;
}

function matches(pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  if (at + phrase.words.length > pieces.length) return false;
  for (let word = 1; word < phrase.words.length; word += 1) {
    if ((pieces[at + word] as Piece).lookup !== phrase.words[word]) return false;
  }
  return true;
}

/** The longest word of the tables in a run of Han characters, which come one by one: 有限公司 is four pieces. */
function hanPhraseAt(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Found | null {
  if ((pieces[at] as Piece).script !== 'Han') return null;
  let text = '';
  let longest: Found | null = null;
  for (let end = at; end < pieces.length && end - at < lexicon.longestHan; end += 1) {
    const piece = pieces[end] as Piece;
    if (piece.script !== 'Han' || (end > at && piece.start !== (pieces[end - 1] as Piece).end)) break;
    text += piece.native;
    for (const phrase of lexicon.phrases(text)) {
      if (phrase.words.length === 1 && SEEN_IN[kind].has(phrase.type))
        longest = { phrase, size: end - at + 1 };
    }
  }
  return longest;
}

/** Short legal forms are words elsewhere (SA, AS): they count at an end of the name, or before a comma or bracket. */
function standsWell(
  name: string,
  pieces: readonly Piece[],
  found: readonly (Phrase | null)[],
  at: number,
): boolean {
  const phrase = found[at] as Phrase;
  const piece = pieces[at] as Piece;
  if (pieces.length === 1) return false;
  const letters = piece.lookup.length;
  if (phrase.words.length > 1 || letters > 3 || piece.script === 'Han') return true;
  if (phrase.where === 'any' && letters > 2) return true;
  let tail = /^\s*[(),"»”]/.test(name.slice(piece.end, piece.end + 3));
  for (let later = at + 1; !tail; later += 1) {
    if (later === pieces.length) tail = true;
    else if (!mayFollowForm(found[later] ?? null, pieces[later] as Piece)) break;
  }
  if (tail && phrase.where !== 'head') return true;
  if (phrase.where === 'tail') return false;
  for (let earlier = 0; earlier < at; earlier += 1) {
    if (found[earlier]?.type !== 'legal-form') return piece.capitals && phrase.where !== 'head';
  }
  return true;
}

function mayFollowForm(phrase: Phrase | null, piece: Piece): boolean {
  return piece.number || phrase?.type === 'legal-form' || phrase?.type === 'place';
}

const ROMAN = ' _ ii iii iv _ vi vii viii ix _ _ xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** II, III, IV … in capitals behind the name. I, V and X are letters too often; XI is a Chinese name. */
function readRomanNumbers(pieces: readonly Piece[], kind: NameKind, frequencies: Frequencies): void {
  if (kind === 'any') return;
  for (let at = 1; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.type !== 'word' || !piece.capitals) continue;
    const value = ROMAN.indexOf(piece.form);
    if (value > 0) setType(piece, 'number', String(value), frequencies);
  }
}

/** Forty-Four is 44. */
function joinNumbers(name: string, pieces: Piece[], frequencies: Frequencies): Piece[] {
  if (!pieces.some((piece, at) => isTens(piece) && isUnit(pieces[at + 1]))) return pieces;
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const next = pieces[at + 1];
    if (isTens(piece) && next !== undefined && isUnit(next)) {
      const both = merge(name, pieces, at, at + 2, frequencies);
      setType(both, 'number', piece.form.slice(0, 1) + next.form, frequencies);
      joined.push(both);
      at += 1;
    } else joined.push(piece);
  }
  return joined;
}

function isTens(piece: Piece): boolean {
  return piece.type === 'number' && !piece.number && /^[2-9]0$/.test(piece.form);
}

function isUnit(piece: Piece | undefined): boolean {
  return piece?.type === 'number' && !piece.number && /^[1-9]$/.test(piece.form);
}
