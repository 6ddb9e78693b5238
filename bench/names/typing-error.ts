/** One slip of the fingers in a name, drawn by chance, on a keyboard with the letters of QWERTY. */
import type { Random } from '../support/seeded.js';

/** The kinds of slip: two letters change places, one is lost, typed twice, hit beside, or hit together with another. */
export const TYPING_ERRORS = ['swap', 'drop', 'double', 'substitute', 'insert'] as const;
export type TypingError = (typeof TYPING_ERRORS)[number];

/** Parts this long get the slip. */
const LONG_ENOUGH = 5;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = neighbours();

/**
 * The name with one slip in a part of five letters or more; null where there is no such part, or none with a letter from a
 * to z. What comes out never equals the name.
 */
export function withTypingError(name: string, kind: TypingError, random: Random): string | null {
  const places = [...name.matchAll(/\p{L}+/gu)]
    .filter(([part]) => part.length >= LONG_ENOUGH)
    .flatMap(({ 0: part, index }) => Array.from(part, (_, at) => index + at))
    .filter((place) => NEIGHBOURS.has(name.charAt(place).toLowerCase()))
    .filter((place) => kind !== 'swap' || canSwap(name, place));
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return null;
  const letter = name.charAt(place);
  const before = name.slice(0, place);
  const after = name.slice(place + 1);
  switch (kind) {
    case 'swap':
      return `${before}${after.charAt(0)}${letter}${after.slice(1)}`;
    case 'drop':
      return before + after;
    case 'double':
      return before + letter + letter + after;
    case 'substitute':
      return before + beside(letter, random) + after;
    case 'insert':
      return before + letter + beside(letter, random) + after;
  }
}

/** Whether another letter of the same part stands behind. */
function canSwap(name: string, place: number): boolean {
  const [letter, next] = [name.charAt(place), name.charAt(place + 1)];
  return /\p{L}/u.test(next) && letter.toLowerCase() !== next.toLowerCase();
}

function beside(letter: string, random: Random): string {
  const near = NEIGHBOURS.get(letter.toLowerCase()) ?? '';
  const hit = near.charAt(Math.floor(random() * near.length));
  return letter === letter.toLowerCase() ? hit : hit.toUpperCase();
}

/** Letters left and right of each, and those above and below: each row stands half a key further right. */
function neighbours(): Map<string, string> {
  const near = new Map<string, string>();
  ROWS.forEach((row, at) => {
    [...row].forEach((letter, column) => {
      const above = ROWS[at - 1]?.slice(column, column + 2) ?? '';
      const below = ROWS[at + 1]?.slice(Math.max(0, column - 1), column + 1) ?? '';
      near.set(letter, [row.charAt(column - 1), row.charAt(column + 1), above, below].join(''));
    });
  });
  return near;
}
