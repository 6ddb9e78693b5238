/** Nicknames inside a name: in quotes or brackets, or behind "alias" and its like. */
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

const NONE: readonly [number, number][] = [];
const SIGNS = /["“”„«([（'‘]/;

/** Gives pieces of a nickname their type, in place, where words of a name are left beside them. */
export function typeNicknames(name: string, pieces: readonly Piece[]): void {
  const spans = SIGNS.test(name) ? quoted(name) : NONE;
  const mark = pieces.findIndex((piece) => piece.type === 'particle' && piece.form === 'alias');
  if (spans.length === 0 && mark < 0) return;
  const inside = pieces.map((piece) => spans.some(([from, to]) => piece.start > from && piece.end < to));
  for (let at = mark + 1; mark >= 0 && at < pieces.length; at += 1) {
    const gap = name.slice((pieces[at - 1] as Piece).end, (pieces[at] as Piece).start);
    if (at > mark + 1 && gap.includes(',')) break;
    inside[at] = true;
  }
  if (!pieces.some((piece, at) => !inside[at] && piece.type === 'word')) return;
  pieces.forEach((piece, at) => {
    if (inside[at] && piece.type === 'word') piece.type = 'nickname';
  });
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
