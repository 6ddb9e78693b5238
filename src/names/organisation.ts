/**
 * Names of organisations and vessels: legal forms, generic words, places, numbers, articles; what is left is the name
 * proper. Words for one thing in many languages get one form (trading, torgovaya, bazargani), so they compare equal.
 */

import { markAcronym } from './acronym.js';
import type { Frequencies } from './frequency.js';
import type { Lexicon, Phrase, PhraseType } from './lexicon.js';
import { joinNumbers, readOrdinals, readRomanNumbers } from './numerals.js';
import { merge, setType } from './organisation-pieces.js';
import type { Piece } from './piece.js';
import type { NameKind, PartType } from './types.js';

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
    if (phrase === null) continue;
    if (phrase.type === 'legal-form' && !standsWell(name, typed, found, at)) {
      found[at] = null;
      continue;
    }
    if (GIVES_AWAY.has(phrase.type)) business = true;
    const type = PART_OF[phrase.type] ?? (phrase.type as PartType);
    setType(piece, type, phrase.form, frequencies);
  }
  readRomanNumbers(typed, kind, frequencies);
  if (kind === 'organization') markAcronym(name, typed);
  const ordinals = readOrdinals(name, typed, frequencies);
  return { pieces: joinNumbers(name, ordinals, frequencies), business };
}

const PART_OF: Readonly<Partial<Record<PhraseType, PartType>>> = {
  'number-sign': 'particle',
  'weak-particle': 'particle',
};

function phraseAt(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Found | null {
  const piece = pieces[at] as Piece;
  if (piece.number) return null;
  const exact = exactPhrase(pieces, at, kind, lexicon);
  if (piece.script !== 'Latin' || piece.form.length <= 4) return exact;
  // "Proizvodstvennoe predpriiatie" is more than "proizvodstvennoe".
  const spoken = phraseByKey(pieces, at, kind, lexicon);
  return spoken !== null && spoken.size > (exact?.size ?? 0) ? spoken : exact;
}

function exactPhrase(pieces: readonly Piece[], at: number, kind: NameKind, lexicon: Lexicon): Found | null {
  for (const phrase of lexicon.phrases((pieces[at] as Piece).lookup)) {
    if (!SEEN_IN[kind].has(phrase.type)) continue;
    if (phrase.type === 'prefix' && (at > 0 || pieces.length === phrase.words.length)) continue;
    // "And" joins two words.
    if (phrase.form === 'and' && (at === 0 || at === pieces.length - 1)) continue;
    if (phrase.type === 'weak-particle' && !joinsWords(pieces, at)) continue;
    if (matches(pieces, at, phrase)) return { phrase, size: phrase.words.length };
  }
  return null;
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
