/**
 * Goes through the pieces of a page in order and sets a reason on those that are furniture: single lines, whole
 * sections ("Related articles" and the headlines under it), the author at the foot, repeats.
 */
import type { Piece, Removed } from './document.js';
import type { Furniture } from './furniture.js';
import { dayIn, type Months } from './published.js';

/** What clearing needs to know: the tables, and the author where the page names one. */
export type Clearing = { readonly furniture: Furniture; readonly months: Months; readonly byline: string | null };

/** Sections that run to the end of the page once they have opened past its middle. */
const FINAL = new Set(['comments', 'author']);
/** Author and day stand among the first pieces. */
const HEAD = 12;
/** A paragraph this long, ended as a sentence and hardly linked, belongs to the article. */
const PROSE = 100;

/** A link longer than this is a paragraph that somebody linked. */
const LONGEST_LINK = 200;

/** The pieces, each with a reason or none, and what was cut out of pieces that stay. */
export function clearFurniture<Kind extends Piece>(
  pieces: readonly Kind[],
  { furniture, months, byline }: Clearing,
): { pieces: Kind[]; cut: Removed[] } {
  const cut: Removed[] = [];
  const result: Kind[] = [];
  const seen = new Set<string>();
  const total = pieces.reduce((sum, piece) => sum + (piece.reason === null ? piece.text.length : 0), 0);
  let passed = 0;
  let kept = 0;
  let section: string | null = null;
  for (const piece of pieces) {
    if (piece.reason !== null) {
      const unsaid = piece.reason === 'other';
      const reason = unsaid ? (furniture.ofSection(piece.text) ?? furniture.ofLine(piece.text)) : null;
      result.push(reason === null ? piece : { ...piece, reason });
      continue;
    }
    const before = passed;
    passed += piece.text.length;
    const opened = furniture.ofSection(piece.text);
    if (opened !== null && (before > 0 || !FINAL.has(opened))) {
      section = opened;
      result.push({ ...piece, reason: opened });
      continue;
    }
    const stays = section !== null && FINAL.has(section) && before > total / 2;
    if (section !== null && !stays && isProse(piece)) section = null;
    const atHead = kept < HEAD ? bylineOrDay(piece.text, byline, months) : null;
    const reason = section ?? atHead ?? furniture.ofLine(piece.text) ?? lonelyLink(piece) ?? repeat(piece, seen);
    if (reason !== null) {
      result.push({ ...piece, reason });
      continue;
    }
    const trimmed = furniture.trim(piece.text);
    // "Questions reach us at" is nothing without the address that was guarded.
    const stub = trimmed.removed.length > 0 && trimmed.text.length < 80 && /\b\p{L}{1,3}$|:$/u.test(trimmed.text);
    if (stub) result.push({ ...piece, reason: trimmed.removed[0]!.reason });
    else {
      cut.push(...trimmed.removed);
      if (trimmed.text !== '') result.push(trimmed.removed.length === 0 ? piece : { ...piece, text: trimmed.text });
      kept += 1;
    }
  }
  return { pieces: withoutAuthor(result, byline), cut };
}

/** Whether a piece reads as a paragraph of an article, not as a headline, a link or a button. */
export function isProse(piece: Piece): boolean {
  return piece.text.length >= PROSE && piece.linked < 0.5 && /[.!?…:;。！？؟»”"')\]]$/u.test(piece.text);
}

/** "By Sample Author", "Sample Author | 19 October 2023", "Published: 19.10.2023, 06:30 UTC": no sentence, little else. */
function bylineOrDay(text: string, byline: string | null, months: Months): string | null {
  // A quoted post ends in "— Name (@name) 9 October 2018".
  if (text.length > 120 || /^[—–―-]/.test(text)) return null;
  const rest = byline === null ? text : text.replace(byline, ' ');
  if (rest !== text && (rest.match(/\p{L}+/gu)?.length ?? 0) <= 3) return 'byline';
  if (!/\d/.test(rest) || dayIn(rest, months) === null) return null;
  return (rest.match(/\p{L}+/gu)?.length ?? 0) <= 7 && !/\p{Ll}[.!?]["”»]?$/u.test(rest) ? 'date' : null;
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
  if (byline !== null && byline.length > 3 && text.startsWith(byline) && /^\s*(?:$|is\b|was\b|writes\b|covers\b|reports\b|has\b|[,:|–-])/.test(text.slice(byline.length))) {
    return true;
  }
  return BIO.test(text);
}
