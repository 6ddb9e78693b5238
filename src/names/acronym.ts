/** An acronym that stands beside the words it is made of: Northern Pipe Works (NPW), КГБ Комитет государственной безопасности. */
import { latinInitial } from './initials.js';
import type { Piece } from './piece.js';

const SHORTEST = 3;
const LONGEST = 8;

/**
 * Types as acronym the word in capitals whose letters the neighbours before it, or behind it, begin with; particles
 * between them may have no letter. In brackets its letters may come from inside the words too: Rosoboronexport (ROE). One
 * at most: it says again what the name says.
 */
export function markAcronym(name: string, pieces: readonly Piece[]): void {
  if (pieces.length < 2) return;
  let initials: Initial[] | null = null;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const { length } = piece.text;
    if (piece.type !== 'word' || !piece.capitals || length < SHORTEST || length > LONGEST) continue;
    initials ??= initialsOf(pieces);
    if (
      standsFor(piece.text, initials, at, -1) ||
      standsFor(piece.text, initials, at, 1) ||
      (isBracketed(name, piece) && isDrawnFrom(piece.form, pieces.slice(0, at)))
    ) {
      piece.type = 'acronym';
      return;
    }
  }
}

/** First letter of a word, the piece it is of, whether that is a particle. */
type Initial = { readonly letter: number; readonly piece: number; readonly small: boolean };

/** The first letters of all words: a piece may be several. */
function initialsOf(pieces: readonly Piece[]): Initial[] {
  const initials: Initial[] = [];
  for (let piece = 0; piece < pieces.length; piece += 1) {
    const { text, type } = pieces[piece] as Piece;
    const small = type === 'particle';
    let inside = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < LEAST_DIGIT) inside &&= code === APOSTROPHE;
      else if (!inside) {
        inside = true;
        initials.push({ letter: latinInitial(code), piece, small });
      }
    }
  }
  return initials;
}

/** Blanks, dots, dashes and the like have lower codes. */
const LEAST_DIGIT = 0x30;
const APOSTROPHE = 0x27;

/** Whether its letters begin the words before a piece (step -1), or behind it, without a gap but for particles. */
function standsFor(text: string, initials: readonly Initial[], piece: number, step: 1 | -1): boolean {
  let at = step > 0 ? 0 : initials.length - 1;
  while (at >= 0 && at < initials.length && ((initials[at] as Initial).piece - piece) * step <= 0) at += step;
  let letter = step > 0 ? 0 : text.length - 1;
  for (; at >= 0 && at < initials.length; at += step) {
    const initial = initials[at] as Initial;
    if (initial.letter === latinInitial(text.charCodeAt(letter))) letter += step;
    else if (!initial.small) return false;
    if (letter < 0 || letter >= text.length) return true;
  }
  return false;
}

function isBracketed(name: string, piece: Piece): boolean {
  return '(['.includes(name.charAt(piece.start - 1) || ' ') && ')]'.includes(name.charAt(piece.end) || ' ');
}

/** Whether the letters stand in the words in this order, the first one at their beginning. */
function isDrawnFrom(letters: string, pieces: readonly Piece[]): boolean {
  const words = pieces.map((piece) => piece.spelled).join('');
  if (words[0] !== letters[0]) return false;
  let at = 0;
  for (let letter = 0; letter < letters.length; letter += 1) {
    at = words.indexOf(letters[letter] as string, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
