/**
 * Where names may stand in a document: more rather than fewer, each with what its surroundings say of it. Whether a
 * span names anybody known is asked elsewhere, of the list index.
 */
import type { Document, Span } from './document.js';
import { littleWordsOf, type StopWords } from './language.js';
import type { NameCues } from './name-cues.js';
import { type Reading, readingsOf } from './name-runs.js';
import { type Window, windowsOf } from './name-windows.js';
import { type QuotedName, quotedNames } from './quoted-names.js';
import { type SentenceWords, type Word, wordsOf } from './words.js';

/** What the surroundings of a span say that it names. */
export type NameHint = 'Person' | 'Organization' | 'Vessel';

/**
 * A span that may be a name; `text` is `document.text.slice(start, end)`, without possessive ending, title and office.
 *
 * `role` is the office or form of address beside it, as written; `roleSpan` where that stands; `sentence` the position
 * in `sentences(document)`; `tokens` its words with offsets in the document (characters, for Han). `alternative`: it
 * overlaps another span that reads the same words in a likelier way. `weak`: nothing but the beginning of a sentence or
 * the style of a headline capitalised it, or its script has no capitals. `window`: one of all stretches of words in such
 * a script; every part of it that may be a name is a span of its own.
 */
export type NameSpan = Span & {
  readonly text: string;
  readonly hint: NameHint | null;
  readonly role: string | null;
  readonly roleSpan: Span | null;
  readonly sentence: number;
  readonly tokens: readonly Span[];
  readonly alternative: boolean;
  readonly weak: boolean;
  readonly window: boolean;
};

/** Tables that finding names needs. */
export type NameTables = { readonly cues: NameCues; readonly stopWords: StopWords };

/** What the document shows about its words: seen small, and seen with a capital where only a name has one. */
type Seen = { readonly small: ReadonlySet<string>; readonly names: ReadonlySet<string> };

/** Where spans are looked for, and with which words. */
type Place = {
  readonly text: string;
  readonly language: string | null;
  readonly little: ReadonlySet<string>;
  readonly cues: NameCues;
};

const ARTICLE = /^(?:the|a|an|der|die|le|la|el|o)$/;
/** Windows that are listed for one document: those of some 200,000 Han characters, a book. Text behind them has none. */
const MOST_WINDOWS = 1_000_000;
/** Longest name in a document, in characters. */
const LONGEST_NAME = 200;

/** All spans of a document that may be names, in order of start, longer ones first. */
export function findNames(document: Document, sentences: readonly Span[], tables: NameTables): NameSpan[] {
  const { text } = document;
  const little = littleWordsOf(text, document.language, tables.stopWords);
  const rows = wordsOf(text, sentences, document.blocks, little);
  const seen = seenIn(rows);
  const place: Place = { text, language: document.language, little, cues: tables.cues };
  const spans: NameSpan[] = [];
  let room = MOST_WINDOWS;
  for (const row of rows) {
    const { words } = row;
    const usable = (word: Word) => isUsable(word, row, seen, place);
    for (const reading of readingsOf(words, usable, tables.cues)) {
      const span = spanOf(place, row, reading, seen);
      if (span !== null) spans.push(span);
    }
    const [head] = words;
    if (head === undefined) continue;
    const windows = windowsOf(words, text, little, room);
    for (const window of windows) spans.push(windowSpan(text, window, head.sentence));
    room -= windows.length;
  }
  for (const quoted of quotedNames(text, rows, tables.cues)) spans.push(quotedSpan(text, quoted));
  return inOrder(spans);
}

function seenIn(rows: readonly SentenceWords[]): Seen {
  const small = new Set<string>();
  const names = new Set<string>();
  for (const { words, styled } of rows) {
    for (const word of words) {
      if (word.number || word.caseless) continue;
      if (!word.capital) small.add(word.lower);
      // "WASHINGTON" in an ordinary sentence is a name as "Washington" is.
      else if (!styled && !word.opens && !/[.:!?“"«]\s*$/u.test(word.gap)) names.add(word.lower);
    }
  }
  return { small, names };
}

/** Whether a word can be part of a name: capitalised, and not only because a sentence or headline begins words so. */
function isUsable(word: Word, row: SentenceWords, seen: Seen, { little, cues }: Place): boolean {
  if (!word.capital || cues.words.calendar.has(word.lower)) return false;
  if (word.initial) return true;
  if (
    little.has(word.lower) &&
    !(word.text.length > 1 && seen.names.has(word.lower) && !seen.small.has(word.lower))
  ) {
    // "US" and "IT" are no little words, "The Hague" keeps its article in the middle of a sentence only.
    return word.text.length > 1 && word.text === word.text.toUpperCase() && !row.styled && !word.opens;
  }
  const forced = word.opens || row.styled || /[.:!?“"«„(]\s*$/u.test(word.gap);
  return !forced || seen.names.has(word.lower) || !seen.small.has(word.lower);
}

function spanOf(place: Place, row: SentenceWords, reading: Reading, seen: Seen): NameSpan | null {
  const { text, language, little, cues } = place;
  const { words } = row;
  const inside = words.slice(reading.from, reading.to);
  const first = inside[0]!;
  const last = inside.at(-1)!;
  if (last.end - first.start > LONGEST_NAME || inside.every((word) => word.number || little.has(word.lower)))
    return null;
  const single = inside.length === 1;
  if (single && (first.text.length < 2 || /^[IVX]+$/.test(first.text) || cues.words.vessel.has(first.lower)))
    return null;
  const known = inside.some((word) => seen.names.has(word.lower));
  const forced = row.styled || (first.opens && single);
  const generic = inside.every((word) => cues.words.organization.has(word.lower));
  // German writes every noun with a capital.
  const noun = language === 'de' && single && reading.role === null && !/^\p{Lu}+$/u.test(first.text);
  const role = reading.role ?? roleBehind(words, reading.to, cues);
  const roleSpan = role === null ? null : { start: words[role.from]!.start, end: words[role.to - 1]!.end };
  return {
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    hint: hintOf(words, reading, roleSpan !== null, cues),
    role: roleSpan === null ? null : text.slice(roleSpan.start, roleSpan.end),
    roleSpan,
    sentence: first.sentence,
    tokens: inside.map(({ start, end }) => ({ start, end })),
    alternative: reading.alternative,
    weak: (forced && !known) || generic || noun,
    window: false,
  };
}

/** An office behind the name: "Alexei Miller, chief executive of Gazprom", "Nora Sample, a former Russian minister". */
function roleBehind(words: readonly Word[], at: number, cues: NameCues): { from: number; to: number } | null {
  if (words[at]?.gap !== ', ') return null;
  let from = ARTICLE.test(words[at]!.lower) ? at + 1 : at;
  for (let start = from; start < words.length && start - from < 5; start += 1) {
    const size = officeSize(words, start, cues);
    if (size > 0) {
      // "Novak, Minister Ivanov and others" is a list: there the office belongs to the next name.
      const next = words[start + size];
      return next?.capital === true && next.gap === ' ' ? null : { from, to: start + size };
    }
    const { lower } = words[start]!;
    if (cues.words.demonym.has(lower)) from = start + 1;
    else if (!cues.modifiers.has(lower)) return null;
  }
  return null;
}

/** Words of the longest office that begins at `at`, 0 when none does. */
function officeSize(words: readonly Word[], at: number, cues: NameCues): number {
  for (let size = Math.min(cues.longest, words.length - at); size > 0; size -= 1) {
    const inside = words.slice(at, at + size);
    if (inside.slice(1).some((word) => !/^[ -]$/.test(word.gap))) continue;
    if (cues.offices.has(inside.map((word) => word.lower).join(' '))) return size;
  }
  return 0;
}

function hintOf(
  words: readonly Word[],
  { from, to }: Reading,
  hasRole: boolean,
  cues: NameCues,
): NameHint | null {
  if (isVesselBefore(words, from, cues)) return 'Vessel';
  const inside = words.slice(from, to);
  if (inside.some((word) => cues.words.organization.has(word.lower))) return 'Organization';
  if (hasRole) return 'Person';
  const [only] = inside;
  if (inside.length === 1 && only !== undefined && /^\p{Lu}{2,6}$/u.test(only.text)) return 'Organization';
  // "A. B. Miller" is a person, "Navegación Inventada S.A." is not.
  if (inside.length > 1 && /^\p{Lu}$/u.test(inside[0]!.text) && inside.at(-1)!.text.length > 1)
    return 'Person';
  return null;
}

/** "the tankers Yasa Golden Bosphorus and SCF Primorye": what ships are called reaches over a list of them. */
function isVesselBefore(words: readonly Word[], from: number, cues: NameCues): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 14; at -= 1) {
    const word = words[at]!;
    const next = words[at + 1]!;
    if (!/^(?:[ \u00a0]|, |[/.] ?| ?[«“"„])$/u.test(next.gap)) return false;
    if (cues.words.vessel.has(word.lower))
      return at === from - 1 || /s$|ы$|ов$/u.test(word.lower) || !/^, $/.test(next.gap);
    if (!word.capital && !cues.words['joins list'].has(word.lower) && !word.number) return false;
  }
  return false;
}

function quotedSpan(text: string, quoted: QuotedName): NameSpan {
  const { start, end, tokens, hint, sentence, alternative } = quoted;
  return {
    start,
    end,
    text: text.slice(start, end),
    hint,
    role: null,
    roleSpan: null,
    sentence,
    tokens,
    alternative,
    weak: false,
    window: false,
  };
}

function windowSpan(text: string, window: Window, sentence: number): NameSpan {
  const { start, end, tokens } = window;
  return {
    start,
    end,
    text: text.slice(start, end),
    hint: null,
    role: null,
    roleSpan: null,
    sentence,
    tokens,
    alternative: true,
    weak: true,
    window: true,
  };
}

/** By start, longer first; of spans over the same words one stays, and one inside another is the less likely reading. */
function inOrder(spans: readonly NameSpan[]): NameSpan[] {
  const best = new Map<string, NameSpan>();
  for (const span of spans) {
    const key = `${span.start}-${span.end}`;
    const held = best.get(key);
    best.set(key, held === undefined ? span : merge(held, span));
  }
  const sorted = [...best.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  return sorted.map((span) => {
    if (span.alternative) return span;
    if (span.end <= reach) return { ...span, alternative: true };
    reach = span.end;
    return span;
  });
}

function merge(a: NameSpan, b: NameSpan): NameSpan {
  const roled = a.role === null ? b : a;
  return {
    ...a,
    hint: a.hint ?? b.hint,
    role: roled.role,
    roleSpan: roled.roleSpan,
    alternative: a.alternative && b.alternative,
    weak: a.weak && b.weak,
    window: a.window && b.window,
  };
}
