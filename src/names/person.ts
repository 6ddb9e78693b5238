/** Names of people: titles, initials, particles, nicknames; `person-order.ts` tells which words are the family's. */
import type { Frequencies } from './frequency.js';
import type { Lexicon, Phrase, PhraseType } from './lexicon.js';
import { typeNicknames } from './nickname.js';
import { merge, setType } from './organisation-pieces.js';
import { commaBetween, typeByOrder } from './person-order.js';
import type { Piece } from './piece.js';
import type { PartType } from './types.js';

/** Types the pieces of a person's name in place. */
export function typePerson(name: string, pieces: Piece[], lexicon: Lexicon, frequencies: Frequencies): void {
  splitInitials(pieces, frequencies);
  typeWords(name, pieces, lexicon, frequencies);
  typeNicknames(name, pieces);
  typeByOrder(name, pieces, lexicon, frequencies);
}

const PART_OF: Readonly<Partial<Record<PhraseType, PartType>>> = {
  'name-particle': 'particle',
  'weak-particle': 'particle',
  generation: 'generation',
  honorific: 'honorific',
  'head-honorific': 'honorific',
  'name-honorific': 'honorific',
  'nickname-mark': 'particle',
};

/** Titles, particles, generations and initials: what the word itself and its neighbours tell. */
function typeWords(name: string, pieces: Piece[], lexicon: Lexicon, frequencies: Frequencies): void {
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.number) continue;
    if (piece.lookup === 'a' && isAlsoKnownAs(pieces, at)) {
      pieces.splice(at, 3, merge(name, pieces, at, at + 3, frequencies));
      setType(pieces[at] as Piece, 'particle', 'alias', frequencies);
      continue;
    }
    const phrase = phraseFor(name, pieces, at, lexicon);
    if (phrase === null) {
      // O, Chong Ok: a family name of one letter.
      const next = pieces[at + 1];
      const family = at === 0 && next !== undefined && commaBetween(name, piece, next);
      if (isInitial(piece) && !family) piece.type = 'initial';
      continue;
    }
    const size = phrase.words.length;
    if (size > 1) pieces.splice(at, size, merge(name, pieces, at, at + size, frequencies));
    setType(pieces[at] as Piece, PART_OF[phrase.type] ?? 'word', phrase.form, frequencies);
  }
  // Nothing but titles and particles: then they are the name.
  if (pieces.some((piece) => piece.type === 'word')) return;
  for (const piece of pieces) if (piece.type !== 'initial' && piece.type !== 'number') piece.type = 'word';
}

/** A.k.a. is three initials to the reader of letters. */
function isAlsoKnownAs(pieces: readonly Piece[], at: number): boolean {
  return (
    at > 0 && pieces[at + 1]?.lookup === 'k' && pieces[at + 2]?.lookup === 'a' && pieces[at + 3] !== undefined
  );
}

/** "JC Juncker": two or three capitals without a vowel are initials, where the rest of the name has small letters. */
function splitInitials(pieces: Piece[], frequencies: Frequencies): void {
  if (!pieces.some((piece) => piece.lookup.length > 1 && !piece.capitals)) return;
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at] as Piece;
    if (
      !piece.capitals ||
      !/^[b-df-hj-np-tv-xz]{2,3}$/.test(piece.lookup) ||
      piece.text.length !== piece.form.length
    )
      continue;
    // Ng is a name.
    if (piece.lookup === 'ng') continue;
    const letters = [...piece.form].map((letter, place): Piece => {
      const start = piece.start + place;
      const measure = frequencies(letter);
      return {
        ...piece,
        ...measure,
        text: piece.text.slice(place, place + 1),
        form: letter,
        lookup: letter,
        start,
        end: start + 1,
      };
    });
    pieces.splice(at, 1, ...letters);
  }
}

function isInitial(piece: Piece): boolean {
  return (
    piece.lookup.length === 1 &&
    piece.script !== 'Han' &&
    piece.script !== 'Hangul' &&
    piece.script !== 'Kana'
  );
}

/** The first phrase of the tables that fits at a place of a person's name, null if there is none. */
function phraseFor(name: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Phrase | null {
  for (const phrase of lexicon.phrases((pieces[at] as Piece).lookup)) {
    let fits = at + phrase.words.length <= pieces.length;
    for (let word = 1; fits && word < phrase.words.length; word += 1) {
      fits = (pieces[at + word] as Piece).lookup === phrase.words[word];
    }
    if (fits && stands(name, pieces, at, phrase)) return phrase;
  }
  return null;
}

/** Whether a phrase is what it says at this place, and not a name that is spelled alike. */
function stands(name: string, pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  const piece = pieces[at] as Piece;
  const next = pieces[at + phrase.words.length];
  const before = pieces[at - 1];
  switch (phrase.type) {
    case 'name-particle':
      if (phrase.form === 'oglu' || phrase.form === 'kyzy' || phrase.form === 'zadeh') return at > 0;
      return next !== undefined && !commaBetween(name, piece, next);
    case 'weak-particle':
      return next !== undefined && !commaBetween(name, piece, next) && isTied(name, pieces, at, phrase);
    case 'generation':
      return at > 0;
    case 'honorific':
      // Akhund Zada is a family's name.
      if (next?.form.startsWith('zad')) return false;
      return pieces.length > 1 && !isFamilyAlone(name, pieces, at);
    case 'nickname-mark':
      return at > 0 && next !== undefined;
    case 'name-honorific': {
      // Sayyid Qutb, AL-ASSAD, Hafez; but Hafiz Muhammad Saeed, FATTAH, Sayyid Parviz.
      const names = pieces.filter(
        (other, place) => place !== at && other.type === 'word' && !other.number && other.form.length > 2,
      );
      const opens = before === undefined || before.type === 'honorific' || commaBetween(name, before, piece);
      return opens && names.length > 1 && next !== undefined && !commaBetween(name, piece, next);
    }
    case 'head-honorific': {
      if (next === undefined || (at === 0 && commaBetween(name, piece, next))) return false;
      const opens = before === undefined || before.type === 'honorific' || commaBetween(name, before, piece);
      return opens || name[piece.end] === '.';
    }
    default:
      return false;
  }
}

/** The only word in front of the first comma, articles aside: AL-USTADZ, Majid. */
function isFamilyAlone(name: string, pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (next === undefined || !commaBetween(name, pieces[at] as Piece, next)) return false;
  return pieces.slice(0, at).every((piece) => piece.type === 'particle');
}

/** A particle that is a name elsewhere (Ben, Li, Da): in small letters, tied to the next word, or fused in sound with it. */
function isTied(name: string, pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  const piece = pieces[at] as Piece;
  const next = pieces[at + 1] as Piece;
  if (piece.text === piece.text.toLowerCase() && piece.text !== piece.text.toUpperCase()) return true;
  if (phrase.form === 'al') {
    const sign = name.slice(piece.end, next.start);
    if (sign === '' || /^[-‐‑–'’]$/.test(sign)) return true;
    // Ar Rahman, Ash Sharif, Ur Rehman: the article takes the sound that follows.
    const sound = piece.lookup.slice(1);
    return sound === 'l' ? at > 0 : next.lookup.startsWith(sound);
  }
  // In a name all in capitals BEN ALI is a family; Ben Netanyahu has a given name.
  return phrase.form === 'bin' && (at > 0 || piece.capitals);
}
