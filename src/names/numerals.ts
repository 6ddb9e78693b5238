/** Numbers in names of organisations and vessels that are not written in digits: ordinals, Roman numerals, Forty-Four. */
import type { Frequencies } from './frequency.js';
import { merge, setType } from './organisation-pieces.js';
import type { Piece } from './piece.js';
import type { NameKind, PartType } from './types.js';

/** 1st, 7th; 2nd. */
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
/** Endings of ordinals behind digits and a dot or a dash: 1-й, 7-oji, 7.a, 2-ая. */
const ENDING = /^(?:y|i|j|iy|yy|ya|aya|oy|oye|oe|go|ogo|a|e|er|re|eme|o|os|oji|asis|sis|ci|inci|uncu|nci)$/;
const ROMAN = ' i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');
/** Letters, or a Chinese name (Xi), in any place but the last. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['i', 'v', 'x', 'xi']);

const MAY_FOLLOW: ReadonlySet<PartType> = new Set(['legal-form', 'generic', 'place']);

/** Types 7th as the number 7, and takes in the ending of 1-й. */
export function readOrdinals(name: string, pieces: Piece[], frequencies: Frequencies): Piece[] {
  for (const piece of pieces)
    if (piece.type === 'word' && ORDINAL.test(piece.form))
      setType(piece, 'number', piece.form.replace(/\D+$/, ''), frequencies);
  if (!pieces.some((piece, at) => piece.number && isEnding(name, piece, pieces[at + 1]))) return pieces;
  const read: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    read.push(piece);
    if (!piece.number || !isEnding(name, piece, pieces[at + 1])) continue;
    const next = pieces[at + 1] as Piece;
    piece.text = name.slice(piece.start, next.end);
    piece.end = next.end;
    at += 1;
  }
  return read;
}

function isEnding(name: string, number: Piece, next: Piece | undefined): boolean {
  if (next === undefined || next.start !== number.end + 1 || next.text !== next.text.toLowerCase())
    return false;
  return /[-‐‑.]/.test(name[number.end] as string) && ENDING.test(next.spelled);
}

/** II, III, IV … in capitals behind the name; I, V, X and XI only where nothing but legal forms and the like follow. */
export function readRomanNumbers(pieces: readonly Piece[], kind: NameKind, frequencies: Frequencies): void {
  if (kind === 'any') return;
  for (let at = 1; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    // I is "and" in Slavic names, but not at their end.
    const single = piece.type === 'particle' && piece.text === 'I';
    if ((piece.type !== 'word' && !single) || piece.text !== piece.text.toUpperCase()) continue;
    const value = single ? 1 : ROMAN.indexOf(piece.form);
    if (value <= 0) continue;
    if ((single || AMBIGUOUS.has(piece.form)) && (kind === 'vessel' || !endsName(pieces, at))) continue;
    setType(piece, 'number', String(value), frequencies);
  }
}

/** Behind a word of at least three letters, with only legal forms and the like behind it: Fund V, L.P.; but J. X. */
function endsName(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1] as Piece;
  if (before.form.length < 3 || before.type === 'particle') return false;
  for (let later = at + 1; later < pieces.length; later += 1)
    if (!MAY_FOLLOW.has((pieces[later] as Piece).type)) return false;
  return true;
}

/** Forty-Four is 44. */
export function joinNumbers(name: string, pieces: Piece[], frequencies: Frequencies): Piece[] {
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
