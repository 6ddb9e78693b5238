/** Nicknames inside a name: in quotes or brackets, or behind "alias" and its like. */
import type { Frequencies } from './frequency.js';
import type { Lexicon } from './lexicon.js';
import { merge, setType } from './organisation.js';
import type { Piece } from './piece.js';

/** Openers and what closes them; the single ones also stand for letters of Arabic, so they need care. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“',
  '«': '»',
  '(': ')',
  '[': ']',
  '（': '）',
  "'": "'",
  '‘': '’',
};

/** Gives pieces of a nickname their type, in place, where words of a name are left beside them. */
export function typeNicknames(
  name: string,
  pieces: Piece[],
  lexicon: Lexicon,
  frequencies: Frequencies,
): void {
  const inside = pieces.map(() => false);
  for (const [from, to] of quoted(name)) {
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at] as Piece;
      if (piece.start > from && piece.end < to) inside[at] = true;
    }
  }
  for (let at = 1; at + 1 < pieces.length; at += 1) {
    const size = markAt(pieces, at, lexicon);
    if (size === 0 || at + size >= pieces.length) continue;
    const mark = size === 1 ? (pieces[at] as Piece) : merge(name, pieces, at, at + size, frequencies);
    setType(mark, 'particle', 'alias', frequencies);
    pieces.splice(at, size, mark);
    inside.splice(at, size, false);
    for (let behind = at + 1; behind < pieces.length; behind += 1) {
      const before = pieces[behind - 1] as Piece;
      if (behind > at + 1 && name.slice(before.end, (pieces[behind] as Piece).start).includes(',')) break;
      inside[behind] = true;
    }
  }
  if (!pieces.some((piece, at) => !inside[at] && piece.type === 'word')) return;
  pieces.forEach((piece, at) => {
    if (inside[at] && piece.type === 'word') piece.type = 'nickname';
  });
}

/** How many pieces at a place say "also known as", 0 for none. */
function markAt(pieces: readonly Piece[], at: number, lexicon: Lexicon): number {
  const word = (step: number) => pieces[at + step]?.lookup ?? '';
  if (word(0) === 'a' && word(1) === 'k' && word(2) === 'a') return 3;
  for (const phrase of lexicon.phrases(word(0))) {
    if (phrase.type === 'nickname-mark' && phrase.words.every((one, step) => one === word(step)))
      return phrase.words.length;
  }
  return 0;
}

/** Stretches between quotes or brackets, the signs included, as offsets. */
function quoted(name: string): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = 0; at < name.length; at += 1) {
    const sign = name[at] as string;
    const close = QUOTES[sign];
    if (close === undefined || /[\p{L}\p{N}]/u.test(name[at - 1] ?? ' ')) continue;
    const end = name.indexOf(close, at + 1);
    if (end < 0 || /[\p{L}\p{N}]/u.test(name[end + 1] ?? ' ')) continue;
    // 'Abd al-Rahman 'Ali: ayn and hamza. A nickname in single quotes stands inside a name, and once.
    const single = sign === "'" || sign === '‘';
    const alone = name[at - 1] === ' ' && !name.slice(at, end).includes(',');
    if (single && (!alone || name.split(sign).length > (sign === close ? 3 : 2))) continue;
    spans.push([at, end + 1]);
    at = end;
  }
  return spans;
}
