/** Who wrote an article, where only a line near the headline says so: "By Sample Author", "Von Max Beispiel". */
import type { Piece } from './document.js';

const BYLINE =
  /^(?:By|BY|by|Von|von|Par|par|Por|por|Автор:?|Автор статьи:?)\s+((?:\p{Lu}[\p{L}'’.-]*,?\s?(?:(?:and|und|et|y|e|и|de|von|van|bin|al)\s)?){2,8})(?:$|[|•·,–—])/u;
/** How many pieces before and behind the first kept one are looked at. */
const NEAR = 8;
const LONGEST = 120;

/** The author named on a line of its own near the beginning of what is kept, null where there is none. */
export function bylineNear(pieces: readonly Piece[]): string | null {
  const first = Math.max(
    0,
    pieces.findIndex((piece) => piece.reason === null),
  );
  for (const { text } of pieces.slice(Math.max(0, first - NEAR), first + NEAR)) {
    const name = authorIn(text);
    if (name !== null) return name;
  }
  return null;
}

/** The author that a line is about, null when it is no such line. */
export function authorIn(line: string): string | null {
  const name = line.length > LONGEST ? undefined : BYLINE.exec(line)?.[1];
  return name === undefined ? null : name.trim().replace(/,$/, '');
}
