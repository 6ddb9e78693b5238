/**
 * Plain text to pieces: paragraphs and lists by blank lines, or by lines where a scraper left no blank ones, with hard
 * wrapped lines joined; headings guessed by their looks.
 */
import { bylineNear } from './byline.js';
import { clearFurniture } from './clear-furniture.js';
import type { BlockKind, Metadata, Piece, Removed } from './document.js';
import { NO_METADATA } from './metadata.js';
import type { PageTables } from './read-page.js';

/** Lines that a program wrapped are this long and about equal; a paragraph on one line has any length. */
const WRAP = { shortest: 45, longest: 110 };
const BULLET = /^\s*(?:[-*•●▪◦–]|\d{1,3}[.)])\s+/;
const SENTENCE_END = /[.!?…:;,。！？；、؟]["”»’')\]]*$/u;

/** Reads plain text with its furniture. */
export function readPlain(
  text: string,
  { furniture, months }: PageTables,
): { pieces: readonly Piece[]; cut: readonly Removed[]; metadata: Metadata } {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .split('\n')
    .map(tidyLine);
  const paragraphs = paragraphsOf(lines);
  const raw = paragraphs.map(
    (paragraph): Piece => ({ kind: 'paragraph', text: paragraph, linked: 0, reason: null }),
  );
  const byline = bylineNear(raw);
  const { pieces, cut } = clearFurniture(raw, { furniture, months, byline });
  const kinded = withKinds(pieces);
  const first = kinded.find((piece) => piece.reason === null);
  const title = first?.kind === 'heading' ? first.text : null;
  return { pieces: kinded, cut, metadata: { ...NO_METADATA, title, byline } };
}

/** Invisible characters, control characters and tabs are no text. */
function tidyLine(line: string): string {
  return line
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let group: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') {
      group.push(line);
      continue;
    }
    for (const paragraph of isWrapped(group) ? joinWrapped(group) : group) paragraphs.push(paragraph);
    group = [];
  }
  return paragraphs;
}

/** Whether a program broke these lines: all but the last about equally long, most of them within a sentence. */
function isWrapped(group: readonly string[]): boolean {
  if (group.length < 2) return false;
  const full = group.slice(0, -1).filter((line) => !BULLET.test(line));
  if (full.length === 0) return false;
  const within = full.filter((line) => line.length >= WRAP.shortest && line.length <= WRAP.longest);
  const open = full.filter((line) => !/[.!?…。]["”»’')\]]*$/u.test(line));
  return within.length >= full.length * 0.8 && open.length >= full.length * 0.5;
}

function joinWrapped(group: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of group) {
    const last = joined.at(-1);
    if (last === undefined || BULLET.test(line)) joined.push(line);
    else if (/\p{L}-$/u.test(last) && /^\p{Ll}/u.test(line))
      joined[joined.length - 1] = last.slice(0, -1) + line;
    else joined[joined.length - 1] = `${last} ${line}`;
  }
  return joined;
}

function withKinds(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.filter((piece) => piece.reason === null);
  const next = new Map(kept.map((piece, at) => [piece, kept[at + 1]]));
  return pieces.map((piece) => {
    if (piece.reason !== null) return piece;
    return { ...piece, kind: kindOf(piece, next.get(piece), piece === kept[0]) };
  });
}

/** A heading is short, ends no sentence, begins with no small letter and stands before a longer text, or first. */
function kindOf(piece: Piece, next: Piece | undefined, first: boolean): BlockKind {
  const { text } = piece;
  if (BULLET.test(text)) return 'list-item';
  const short = text.length <= 140 && !SENTENCE_END.test(text) && !/^\p{Ll}/u.test(text);
  return short && next !== undefined && (first || next.text.length > text.length) ? 'heading' : 'paragraph';
}
