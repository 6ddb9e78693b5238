/** Pieces of an organisation's name: given a type and the one form of its phrase, or made one of several. */
import type { Frequencies } from './frequency.js';
import { COMMON_NUMBER, type Piece } from './piece.js';
import type { PartType } from './types.js';

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
