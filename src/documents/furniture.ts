/**
 * What of a page is not its article, told by its words: data/documents/furniture.csv. The table holds whole lines
 * ("share", "# comments"), openings of lines, headings that open a section, phrases inside a text, menu words glued to
 * a headline, and the tags, roles and class names of pages. A "#" in a pattern is any number; "|" parts patterns.
 */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Removed } from './document.js';

/** The table's path under `data/`. */
export const FURNITURE_TABLE = 'documents/furniture.csv';

/** The furniture table, ready to be asked. */
export type Furniture = {
  /** Why an element is furniture, by its tag, role, and class and id; null when nothing says so. */
  ofElement(tag: string, role: string | null, classes: string): string | null;
  /** Why a whole line is furniture: it is a phrase of the table, or is made of nothing but such phrases. */
  ofLine(text: string): string | null;
  /** The section that a line opens ("Related articles", "3 comments"), null when it opens none. */
  ofSection(text: string): string | null;
  /** Whether a word, in lower case, stands beside dates under a headline ("updated", "Uhr", "мск"). */
  isDateWord(word: string): boolean;
  /** A text without glued menu words, glued share buttons and e-mail guards, and what was cut out of it. */
  trim(text: string): { readonly text: string; readonly removed: readonly Removed[] };
};

type Where =
  | 'dateline'
  | 'tag'
  | 'role'
  | 'class'
  | 'line'
  | 'start'
  | 'section'
  | 'inside'
  | 'menu'
  | 'tail';

/** A line that opens with a furniture phrase is furniture up to this length: longer, it is a paragraph. */
const LONGEST_LINE = 240;
/** Words of the longest phrase that a line may be made of. */
const LONGEST_PHRASE = 7;

/** Reads the furniture table. */
export function openFurniture(tables: DataTables): Furniture {
  const columns = ['where', 'reason', 'language', 'source', 'patterns'] as const;
  const by: Record<Where, Map<string, string>> = {
    dateline: new Map(),
    tag: new Map(),
    role: new Map(),
    class: new Map(),
    line: new Map(),
    start: new Map(),
    section: new Map(),
    inside: new Map(),
    menu: new Map(),
    tail: new Map(),
  };
  for (const { cells } of readDataTable(dataTable(tables, FURNITURE_TABLE), FURNITURE_TABLE, columns)) {
    const where = cells.where as Where;
    for (const pattern of cells.patterns.split('|')) by[where].set(pattern, cells.reason);
  }
  const starts = byFirstWord(by.start);
  const menu = alternatives(by.menu);
  const tail = new RegExp(`(?:${alternatives(by.tail).source})\\s*\\d*[.,\\d]*[KkMm]?\\s*$`, 'u');
  const inside = [...by.inside.keys()].map((phrase) => new RegExp(` ?${quoteForPattern(phrase)} ?`, 'giu'));
  return {
    ofElement(tag, role, classes) {
      const named = by.tag.get(tag) ?? (role === null ? undefined : by.role.get(role.toLowerCase()));
      return named ?? classReason(classes, by.class);
    },
    ofLine: (text) => lineReason(text, by, starts),
    ofSection(text) {
      return text.length > 80 ? null : (by.section.get(plainLine(text).replace(/ *:$/, '')) ?? null);
    },
    isDateWord: (word) => by.dateline.has(word),
    trim: (text) => trimmed(text, menu, tail, inside),
  };
}

/**
 * A line as phrases are compared: lower case, numbers as "#", single spaces, without signs around it. The patterns of
 * the table that are compared with lines are written so already.
 */
export function plainLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\d[\d.,\u00a0\u202f ]*(?:[km]\b|тыс\.?)?/g, '# ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}#(©+]+|[^\p{L}\p{N}#):?!*.+©-]+$/gu, '')
    .replace(/[.…]+$/, '')
    .replace(/ \)/g, ')');
}

/** Class names are read word by word, and whole: "post-share_buttons" has "share" and "share-buttons". */
function classReason(classes: string, words: ReadonlyMap<string, string>): string | null {
  if (classes.trim() === '') return null;
  for (const name of classes.split(/\s+/)) {
    const plain = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/_+/g, '-');
    const whole = words.get(plain);
    if (whole !== undefined) return whole;
    const parts = plain.split('-');
    // "has-sidebar", "no-comments", "share-enabled" tell of the page, not of this element.
    if (/^(?:has|no|is|with|not|js|hide|show|without|can)$/.test(parts[0] ?? '') || parts.length > 5)
      continue;
    for (let from = 0; from < parts.length; from += 1) {
      for (let to = Math.min(parts.length, from + 3); to > from; to -= 1) {
        const reason = words.get(parts.slice(from, to).join('-'));
        if (reason !== undefined) return reason;
      }
    }
  }
  return null;
}

function lineReason(
  text: string,
  by: Record<Where, ReadonlyMap<string, string>>,
  starts: ReadonlyMap<string, readonly (readonly [string, string])[]>,
): string | null {
  if (text.length > LONGEST_LINE) return null;
  const plain = plainLine(text);
  if (plain === '') return /[\p{L}\p{N}]/u.test(text) ? null : 'ornament';
  const whole = by.line.get(plain);
  if (whole !== undefined) return plain === '#' ? null : whole;
  const first = firstWord(plain);
  for (const [phrase, reason] of starts.get(first) ?? []) if (plain.startsWith(phrase)) return reason;
  return madeOfPhrases(text, by);
}

/** "FacebookTwitterEmail 12" and "Home World Business": nothing but phrases of the table and numbers. */
function madeOfPhrases(text: string, by: Record<Where, ReadonlyMap<string, string>>): string | null {
  const words = plainLine(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2'))
    .split(/[\s|/·•›»>,:]+/)
    .filter((word) => word !== '');
  let reason: string | null = null;
  let phrases = 0;
  for (let at = 0; at < words.length; ) {
    if (words[at] === '#') {
      at += 1;
      continue;
    }
    let size = Math.min(LONGEST_PHRASE, words.length - at);
    let found: string | undefined;
    for (; size > 0 && found === undefined; size -= 1) {
      const phrase = words.slice(at, at + size).join(' ');
      found = by.line.get(phrase) ?? by.section.get(phrase);
    }
    if (found === undefined) return null;
    at += size + 1;
    phrases += 1;
    // Share buttons name the line: their words are the less ambiguous ones.
    if (reason === null || found === 'share') reason = found;
  }
  return phrases >= 2 ? reason : null;
}

function trimmed(
  text: string,
  menu: RegExp,
  tail: RegExp,
  inside: readonly RegExp[],
): { text: string; removed: Removed[] } {
  const removed: Removed[] = [];
  let rest = text;
  for (const guard of inside) {
    rest = rest.replace(guard, (found) => {
      removed.push({ reason: 'e-mail guard', text: found.trim() });
      return ' ';
    });
  }
  const head = gluedMenu(rest, menu);
  if (head > 0) {
    removed.push({ reason: 'navigation', text: rest.slice(0, head).trim() });
    rest = rest.slice(head);
  }
  const end = gluedTail(rest, tail);
  if (end < rest.length) {
    removed.push({ reason: 'share', text: rest.slice(end).trim() });
    rest = rest.slice(0, end);
  }
  return { text: removed.length === 0 ? text : rest.replace(/ {2,}/g, ' ').trim(), removed };
}

/**
 * How much of the beginning is a menu: "HomeWorldPutin lands", "Home > World > Putin lands", "Home World News Putin
 * lands". One word alone counts only when it is glued to what follows and is "Home" in some language (the table's
 * first menu words); "WorldCom" and "World leaders" stay.
 */
function gluedMenu(text: string, menu: RegExp): number {
  let at = 0;
  let words = 0;
  let glued = 0;
  let parted = 0;
  for (;;) {
    menu.lastIndex = at;
    const word = menu.exec(text);
    if (word === null) break;
    const end = at + word[0].length;
    const between = /^(?:\s*[|›»>/·•–-]\s*|\s+)/.exec(text.slice(end, end + 8))?.[0] ?? '';
    const next = text[end + between.length];
    if (next === undefined || (between === '' && !/[\p{Lu}\p{N}«“"'„]/u.test(next))) break;
    words += 1;
    if (between === '') glued += 1;
    else if (between.trim() !== '') parted += 1;
    at = end + between.length;
  }
  if (words === 0) return 0;
  const first = /^(?:Home|Homepage|Startseite|Accueil|Inicio|Início|Главная|Головна|Menu)/.test(text);
  const enough = glued >= 2 || parted >= 2 || (first && (glued + parted >= 1 || words >= 3));
  return enough ? at : 0;
}

/** Where share buttons glued to the end begin: "…said on Tuesday.ShareTweet12Email"; the length when there are none. */
function gluedTail(text: string, tail: RegExp): number {
  let end = text.length;
  let words = 0;
  for (let from = Math.max(0, end - 24); from < end; ) {
    const rest = text.slice(from, end);
    const word = tail.exec(rest);
    if (word === null) break;
    const start = from + word.index;
    const before = text[start - 1] ?? ' ';
    if (/[\s\p{Lu}]/u.test(before) && words === 0 && !/\s/u.test(before)) break;
    end = start;
    words += 1;
    from = Math.max(0, end - 24);
  }
  const before = text[end - 1];
  return words > 0 && before !== undefined && /[\p{Ll}\p{N}.!?”»"')\]]/u.test(before) ? end : text.length;
}

function byFirstWord(starts: ReadonlyMap<string, string>): Map<string, (readonly [string, string])[]> {
  const byWord = new Map<string, (readonly [string, string])[]>();
  for (const entry of starts) {
    const first = firstWord(entry[0]);
    byWord.set(first, [...(byWord.get(first) ?? []), entry]);
  }
  return byWord;
}

function firstWord(plain: string): string {
  return /^[^\s:,.]+/.exec(plain)?.[0] ?? plain;
}

/** One sticky expression for a set of words, longest first. */
function alternatives(words: ReadonlyMap<string, string>): RegExp {
  const sorted = [...words.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(sorted.map(quoteForPattern).join('|'), 'yu');
}

function quoteForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
