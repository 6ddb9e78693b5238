/**
 * HTML to pieces: which part of the page is its article. Readability names the elements, our own table of furniture
 * and the order of the page correct it. A page whose tree would be too deep or too large is read from its tags alone.
 */
import { clearFurniture, isProse } from './clear-furniture.js';
import type { Metadata, Piece, Removed } from './document.js';
import { type DomElement, type DomPage, findArticle, parsePage } from './dom.js';
import { flatten, MARK, type PagePiece, type Suspect } from './flatten.js';
import type { Furniture } from './furniture.js';
import { metadataOf, NO_METADATA } from './metadata.js';
import type { Months } from './published.js';
import { stripTags } from './strip-tags.js';
import { measureTree } from './tags.js';

/** What holds more of the article than this is no furniture, whatever it is called. */
const ARTICLE_SHARE = 0.35;

/** A page in pieces, and what it says of itself. */
export type PageReading = {
  readonly pieces: readonly Piece[];
  readonly cut: readonly Removed[];
  readonly metadata: Metadata;
};

/** Tables that pages are read with. */
export type PageTables = { readonly furniture: Furniture; readonly months: Months };

/** Deeper trees overflow the stack of those who walk them; real pages stay under 100. */
const DEEPEST = 400;
/** Larger trees take minutes and gigabytes; the largest real pages have some 50,000 elements. */
const MOST_ELEMENTS = 150_000;

/** Reads a page. Any string is read; what holds no text gives no pieces. */
export function readPage(html: string, { furniture, months }: PageTables): PageReading {
  const { depth, elements } = measureTree(html, DEEPEST);
  if (depth >= DEEPEST || elements > MOST_ELEMENTS) return fromTags(html, furniture, months);
  try {
    return fromTree(html, furniture, months);
  } catch (cause) {
    // A tree that nests where the scan saw none ("<a b==\\">") ends in a full stack; its text can still be had.
    if (cause instanceof RangeError) return fromTags(html, furniture, months);
    throw cause;
  }
}

function fromTree(html: string, furniture: Furniture, months: Months): PageReading {
  const page = parsePage(html);
  const metadata = metadataOf(page, months);
  const clearing = { furniture, months, byline: metadata.byline };
  const pieces = flatten(page, furniture);
  const chosen = choose(pieces, markedIn(articleOf(page)));
  const cleared = clearFurniture(chosen, clearing);
  if (cleared.pieces.some((piece) => piece.reason === null)) return { ...cleared, metadata };
  return { ...clearFurniture(pieces, clearing), metadata };
}

function fromTags(html: string, furniture: Furniture, months: Months): PageReading {
  const { title, pieces } = stripTags(html);
  return { ...clearFurniture(pieces, { furniture, months, byline: null }), metadata: { ...NO_METADATA, title } };
}

/** Readability fails on a few odd trees; such a page is read whole. */
function articleOf(page: DomPage): DomElement | null {
  try {
    return findArticle(page);
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return null;
    throw cause;
  }
}

function markedIn(article: DomElement | null): ReadonlySet<number> {
  if (article === null) return new Set();
  const marked = Array.from(article.querySelectorAll(`[${MARK}]`), (element) => element.getAttribute(MARK));
  return new Set([...marked, article.getAttribute(MARK)].flatMap((mark) => (mark === null ? [] : [Number(mark)])));
}

/**
 * Keeps what the article finder kept, and prose between that it lost; leaves out what stands inside an element that
 * looks like furniture. Where nothing was found, every piece that is not mostly links is kept.
 */
function choose(pieces: readonly PagePiece[], kept: ReadonlySet<number>): PagePiece[] {
  const within = pieces.flatMap((piece, at) => (kept.has(piece.element) ? [at] : []));
  const first = within[0] ?? -1;
  const last = within.at(-1) ?? -1;
  const total = weighSuspects(pieces, kept);
  return pieces.map((piece, at) => {
    if (piece.reason !== null) return piece;
    const looks = furnitureAround(piece.suspect, total);
    if (looks !== null) return { ...piece, reason: looks };
    const between = at > first && at < last && isProse(piece) && piece.linked < 0.3;
    if (kept.size === 0 ? piece.linked < 0.5 : kept.has(piece.element) || between) return piece;
    return { ...piece, reason: piece.linked >= 0.5 ? 'navigation' : 'other' };
  });
}

/** Counts the article's characters in each suspect and in all; a page calls its whole article "modal" or "share". */
function weighSuspects(pieces: readonly PagePiece[], kept: ReadonlySet<number>): number {
  let total = 0;
  for (const piece of pieces) {
    if (!kept.has(piece.element)) continue;
    total += piece.text.length;
    for (let up = piece.suspect; up !== null; up = up.outer) up.kept += piece.text.length;
  }
  return total;
}

function furnitureAround(suspect: Suspect | null, total: number): string | null {
  for (let up = suspect; up !== null; up = up.outer) if (up.kept <= total * ARTICLE_SHARE) return up.reason;
  return null;
}
