/** Pieces to a document's text, blocks and removed parts. */
import type { Block, Piece, Removed } from './document.js';

/** Text of a removed part that is kept, in characters. */
const SHOWN = 200;

/** Among how many of the first kept pieces a title is looked for, and how much may be glued to it. */
const NEAR_TOP = 6;
const LONGEST_GLUE = 80;

/** What a document is made of. */
export type Assembled = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removed[];
};

/**
 * Joins the kept pieces: rows and list items by a line break, all else by a blank line. The title comes first, as a
 * heading; a piece near the beginning that only repeats it is dropped, and of one that ends in it ("HomeWorldTitle") the
 * rest counts as removed. Neighbours removed for one reason become one.
 */
export function assemble(pieces: readonly Piece[], cut: readonly Removed[], title: string | null): Assembled {
  const heading: Piece[] = title === null ? [] : [{ kind: 'heading', text: title, linked: 0, reason: null }];
  const untitled = title === null ? pieces : withoutTitle(pieces, title);
  const body = untitled.filter((piece) => piece.reason === null);
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let last: Piece | undefined;
  for (const piece of [...heading, ...body]) {
    const border = last === undefined ? '' : isRow(last) && last.kind === piece.kind ? '\n' : '\n\n';
    parts.push(border, piece.text);
    const start = length + border.length;
    length = start + piece.text.length;
    blocks.push({ kind: piece.kind, start, end: length });
    last = piece;
  }
  return { text: parts.join(''), blocks, removed: [...merged(untitled), ...cut.map(shorten)] };
}

function isRow(piece: Piece): boolean {
  return piece.kind === 'list-item' || piece.kind === 'table-row';
}

/** Pieces without those that repeat the title, glued to something or not. */
function withoutTitle(pieces: readonly Piece[], title: string): Piece[] {
  const bare = title.toLowerCase();
  let kept = 0;
  return pieces.flatMap((piece) => {
    if (piece.reason === null) kept += 1;
    const open = piece.reason === null ? kept <= NEAR_TOP : piece.reason === 'other';
    if (!open || piece.text.length > title.length + LONGEST_GLUE || !piece.text.toLowerCase().endsWith(bare))
      return [piece];
    const glued = piece.text.slice(0, piece.text.length - title.length).trim();
    return glued === '' ? [] : [{ ...piece, text: glued, reason: 'navigation' }];
  });
}

function merged(pieces: readonly Piece[]): Removed[] {
  const removed: { reason: string; text: string }[] = [];
  let joins = false;
  for (const piece of pieces) {
    const last = removed.at(-1);
    if (piece.reason !== null && joins && last?.reason === piece.reason) {
      if (last.text.length < SHOWN) last.text += ` · ${piece.text}`;
    } else if (piece.reason !== null) removed.push({ reason: piece.reason, text: piece.text });
    joins = piece.reason !== null;
  }
  return removed.map(shorten);
}

function shorten({ reason, text }: Removed): Removed {
  return {
    reason,
    text: text.length > SHOWN ? `${text.slice(0, SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…` : text,
  };
}
