/**
 * HTML to pieces: which part of the page is its article. Readability names the elements, our own table of furniture
 * and the order of the page correct it. A page whose tree would be too deep or too large is read from its tags alone.
 */
import { bylineNear } from './byline.js';
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
const DEEPEST = 250;
/** Larger trees take many seconds; real articles have some thousands of elements, the longest laws 50,000. */
const MOST_NODES = 80_000;

/** Reads a page. Any string is read; what holds no text gives no pieces. */
export function readPage(html: string, { furniture, months }: PageTables): PageReading {
  const { depth, nodes } = measureTree(html, DEEPEST);
  if (depth >= DEEPEST || nodes > MOST_NODES) return fromTags(html, furniture, months);
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
  const said = metadataOf(page, months);
  const pieces = flatten(page, furniture);
  const chosen = choose(pieces, markedIn(articleOf(page)));
  const byline = said.byline ?? bylineNear(chosen);
  const cleared = clearFurniture(chosen, { furniture, months, byline });
  const title = said.windowTitle === null ? said.title : headlineOf(cleared.pieces, said.windowTitle);
  const { publisher, published, language } = said;
  const metadata = { title, byline, publisher, published, language };
  return { ...cleared, metadata };
}

/** The window's title names the article, or only the site: then the first heading that is kept is the headline. */
function headlineOf(pieces: readonly Piece[], windowTitle: string): string {
  const first = pieces.find((piece) => piece.reason === null);
  if (first?.kind !== 'heading') return windowTitle;
  const words = new Set(windowTitle.toLowerCase().match(/\p{L}{4,}/gu));
  const shared =
    first.text
      .toLowerCase()
      .match(/\p{L}{4,}/gu)
      ?.some((word) => words.has(word)) ?? false;
  return shared ? windowTitle : first.text;
}

function fromTags(html: string, furniture: Furniture, months: Months): PageReading {
  const { title, pieces } = stripTags(html);
  const cleared = clearFurniture(pieces, { furniture, months, byline: null });
  return { ...cleared, metadata: { ...NO_METADATA, title } };
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
  return new Set(
    [...marked, article.getAttribute(MARK)].flatMap((mark) => (mark === null ? [] : [Number(mark)])),
  );
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

/** The outermost says most: a form in a newsletter box is the newsletter's. */
function furnitureAround(suspect: Suspect | null, total: number): string | null {
  let reason: string | null = null;
  for (let up = suspect; up !== null; up = up.outer) if (up.kept <= total * ARTICLE_SHARE) reason = up.reason;
  return reason;
}
