/**
 * Goes through the pieces of a page in order and sets a reason on those that are furniture: single lines, whole
 * sections ("Related articles" and the headlines under it), the author at the foot, repeats.
 */
import { authorIn } from './byline.js';
import type { Piece, Removed } from './document.js';
import type { Furniture } from './furniture.js';
import { dayIn, type Months } from './published.js';

/** What clearing needs to know: the tables, and the author where the page names one. */
export type Clearing = {
  readonly furniture: Furniture;
  readonly months: Months;
  readonly byline: string | null;
};

/** Sections that run to the end of the page once they have opened past its middle. */
const FINAL = new Set(['comments', 'author']);
/** Reasons of what nobody sees on the page. */
const UNSEEN = new Set(['script', 'hidden', 'frame']);
/** Author and day stand among the first pieces. */
const HEAD = 12;
/** Words beside the date on a line that only dates the article: the place, the site. */
const MOST_OTHERS = 3;
/** A paragraph this long, ended as a sentence and hardly linked, belongs to the article. */
const PROSE = 100;
/** A link longer than this is a paragraph that somebody linked. */
const LONGEST_LINK = 200;

/** The pieces, each with a reason or none, and what was cut out of pieces that stay. */
export type Cleared<Kind extends Piece> = {
  readonly pieces: readonly Kind[];
  readonly cut: readonly Removed[];
};

/** Sets reasons. Where nothing would be left, a page of links say, all that can be seen is kept. */
export function clearFurniture<Kind extends Piece>(
  pieces: readonly Kind[],
  clearing: Clearing,
): Cleared<Kind> {
  const cut: Removed[] = [];
  const total = pieces.reduce((sum, piece) => sum + (piece.reason === null ? piece.text.length : 0), 0);
  const walk: Walk = { ...clearing, total, passed: 0, kept: 0, section: null, seen: new Set() };
  const result: Kind[] = [];
  for (const piece of pieces) {
    const reason = reasonFor(piece, walk);
    const placed = reason === null ? trimmed(piece, clearing.furniture, cut) : { ...piece, reason };
    if (placed.reason === null) walk.kept += 1;
    if (placed.text !== '') result.push(placed);
  }
  if (!result.some((piece) => piece.reason === null)) return { pieces: asItStands(pieces), cut: [] };
  return { pieces: withoutAuthor(result, clearing.byline), cut };
}

/** Where the walk over the pieces is: characters in all and passed, pieces kept, the section it is in. */
type Walk = Clearing & {
  total: number;
  passed: number;
  kept: number;
  section: string | null;
  seen: Set<string>;
};

function reasonFor(piece: Piece, walk: Walk): string | null {
  const { furniture } = walk;
  if (piece.reason === 'other')
    return furniture.ofSection(piece.text) ?? furniture.ofLine(piece.text) ?? 'other';
  if (piece.reason !== null) return piece.reason;
  const before = walk.passed;
  walk.passed += piece.text.length;
  const opened = furniture.ofSection(piece.text);
  if (opened !== null && (before > 0 || !FINAL.has(opened))) {
    walk.section = opened;
    return opened;
  }
  const toTheEnd = walk.section !== null && FINAL.has(walk.section) && before > walk.total / 2;
  if (!toTheEnd && isProse(piece)) walk.section = null;
  const atHead = walk.kept < HEAD && isLine(piece) ? bylineOrDay(piece.text, walk) : null;
  return (
    walk.section ?? atHead ?? furniture.ofLine(piece.text) ?? lonelyLink(piece) ?? repeat(piece, walk.seen)
  );
}

/** The piece without what is glued to it; "Questions reach us at" is nothing without the address that was guarded. */
function trimmed<Kind extends Piece>(piece: Kind, furniture: Furniture, cut: Removed[]): Kind {
  const { text, removed } = furniture.trim(piece.text);
  const [first] = removed;
  if (first === undefined) return piece;
  if (text.length < 80 && /\b\p{L}{1,3}$|:$/u.test(text)) return { ...piece, reason: first.reason };
  cut.push(...removed);
  return { ...piece, text };
}

function asItStands<Kind extends Piece>(pieces: readonly Kind[]): Kind[] {
  return pieces.map((piece) => (UNSEEN.has(piece.reason ?? '') ? piece : { ...piece, reason: null }));
}

/** Whether a piece reads as a paragraph of an article, not as a headline, a link or a button. */
export function isProse(piece: Piece): boolean {
  return piece.text.length >= PROSE && piece.linked < 0.5 && /[.!?…:;。！？؟»”"')\]]$/u.test(piece.text);
}

function isLine({ kind }: Piece): boolean {
  return kind === 'paragraph' || kind === 'heading';
}

/** "By Sample Author", "Sample Author | 19 October 2023", "Published: 19.10.2023, 06:30 UTC": no sentence, little else. */
function bylineOrDay(text: string, { byline, months, furniture }: Clearing): string | null {
  // A quoted post ends in "— Name (@name) 9 October 2018".
  if (text.length > 120 || /^[—–―-]/.test(text)) return null;
  if (authorIn(text) !== null) return 'byline';
  const rest = byline === null ? text : text.replace(byline, ' ');
  if (rest !== text && (rest.match(/\p{L}+/gu)?.length ?? 0) <= 3) return 'byline';
  if (!/\d/.test(rest) || dayIn(rest, months) === null) return null;
  const others = (rest.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
    (word) => !months.has(word) && !furniture.isDateWord(word),
  );
  const most = /[.!?]$/.test(rest.trim()) ? 1 : MOST_OTHERS;
  return others.length <= most ? 'date' : null;
}

/** A line that is one link, and no sentence, leads elsewhere; so does a bare address. */
function lonelyLink(piece: Piece): string | null {
  if (piece.text.length > LONGEST_LINK) return null;
  if (/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S*$/.test(piece.text)) return 'address';
  if (piece.kind === 'heading' || piece.linked < 0.9) return null;
  return /[.!?…。]["”»’')\]]*$/u.test(piece.text) ? null : 'related';
}

/** The same long text twice is a page that is laid out twice; the same short one twice may be meant. */
function repeat(piece: Piece, seen: Set<string>): string | null {
  if (piece.text.length < 60) return null;
  if (seen.has(piece.text)) return 'repeat';
  seen.add(piece.text);
  return null;
}

/** The last pieces, where they speak of the author ("Sample Author is a reporter …", "Follow her on …"). */
function withoutAuthor<Kind extends Piece>(pieces: Kind[], byline: string | null): Kind[] {
  const kept = pieces.flatMap((piece, at) => (piece.reason === null ? [at] : []));
  for (const at of kept.slice(-3)) {
    if (kept.length <= 3 && at === kept[0]) continue;
    const piece = pieces[at]!;
    if (aboutAuthor(piece.text, byline)) pieces[at] = { ...piece, reason: 'author' };
  }
  return pieces;
}

const BIO =
  /^(?:(?:[\p{Lu}][\p{L}'’.-]*\s){1,4})(?:is|writes|covers|reports|ist|est|es|é|berichtet)\b.{0,80}\b(?:reporter|correspondent|journalist|editor|columnist|writer|author|contributor|freelance|covers|covering|Korrespondentin?|Redakteurin?|Journalistin?|journaliste|correspondant|periodista|corresponsal|jornalista|repórter)\b/u;

function aboutAuthor(text: string, byline: string | null): boolean {
  if (text.length > 600) return false;
  if (
    byline !== null &&
    byline.length > 3 &&
    text.startsWith(byline) &&
    /^\s*(?:$|is\b|was\b|writes\b|covers\b|reports\b|has\b|[,:|–-])/.test(text.slice(byline.length))
  ) {
    return true;
  }
  return BIO.test(text);
}
