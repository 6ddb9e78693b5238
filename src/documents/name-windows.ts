/**
 * Names in scripts without capitals: every window of neighbouring words may be one. Han is written without spaces, so
 * there the windows are of characters; katakana words are names of foreigners more often than not.
 */
import type { Span } from './document.js';
import type { Word } from './words.js';

/** A window: where it lies and the words, or characters, it is made of. */
export type Window = Span & { readonly tokens: readonly Span[] };

/** Words, or Han characters, of the longest window. */
const LONGEST_WINDOW = 6;
/** A run of Han up to this length may be one name, an organisation's for example. */
const LONGEST_HAN_RUN = 20;
/** Characters before and behind the dot of a foreigner's name (弗拉基米尔·普京). */
const DOTTED = { before: 8, behind: 5 };

const HAN_RUN = /[\p{Script=Han}\u3005\u3007]+/gu;
const KATAKANA = /[\p{Script=Katakana}ー]{2,}(?:[・＝=·][\p{Script=Katakana}ー]+)*/gu;
const DOT = /^[·•・‧]$/;

/** Windows over the words of one sentence, `room` at most; `little` are words no name begins or ends with. */
export function windowsOf(
  words: readonly Word[],
  text: string,
  little: ReadonlySet<string>,
  room: number,
): Window[] {
  const windows: Window[] = [];
  const spans = words.map(({ start, end }) => ({ start, end }));
  const runs: (readonly Span[])[] = [];
  for (let from = 0; from < words.length && windows.length < room; from += 1) {
    const word = words[from]!;
    if (!word.caseless || word.number) continue;
    if (word.script === 'Han' || word.script === 'Kana') {
      const shown = text.slice(word.start, word.end);
      for (const match of shown.matchAll(KATAKANA))
        windows.push(katakana(word.start + match.index, match[0]));
      for (const match of shown.matchAll(HAN_RUN))
        runs.push(charactersOf(word.start + match.index, match[0]));
    } else spaced(words, spans, from, little, windows);
  }
  for (const [at, run] of runs.entries()) {
    if (windows.length >= room) break;
    ofHan(run, text, little, windows, room);
    const next = runs[at + 1];
    if (next !== undefined && DOT.test(text.slice(run.at(-1)!.end, next[0]!.start)))
      acrossDot(run, next, windows);
  }
  return windows;
}

function spaced(
  words: readonly Word[],
  spans: readonly Span[],
  from: number,
  little: ReadonlySet<string>,
  windows: Window[],
): void {
  const word = words[from]!;
  if (little.has(word.lower)) return;
  for (let to = from + 1; to <= words.length && to - from <= LONGEST_WINDOW; to += 1) {
    const last = words[to - 1]!;
    if (!last.caseless || last.script !== word.script) return;
    if (to - from > 1 && !/^[ \u00a0\u200c-]?$/.test(last.gap)) return;
    if (little.has(last.lower) || (to - from === 1 && last.text.length < 3)) continue;
    windows.push(windowOver(spans.slice(from, to)));
  }
}

function ofHan(
  run: readonly Span[],
  text: string,
  little: ReadonlySet<string>,
  windows: Window[],
  room: number,
): void {
  const isLittle = ({ start, end }: Span) => little.has(text.slice(start, end));
  if (run.length > LONGEST_WINDOW && run.length <= LONGEST_HAN_RUN) windows.push(windowOver(run));
  for (let from = 0; from < run.length && windows.length < room; from += 1) {
    if (isLittle(run[from]!)) continue;
    for (let to = from + 2; to <= Math.min(run.length, from + LONGEST_WINDOW); to += 1) {
      if (!isLittle(run[to - 1]!)) windows.push(windowOver(run.slice(from, to)));
    }
  }
}

function acrossDot(before: readonly Span[], behind: readonly Span[], windows: Window[]): void {
  for (let size = 1; size <= Math.min(DOTTED.before, before.length); size += 1) {
    for (let more = 1; more <= Math.min(DOTTED.behind, behind.length); more += 1) {
      windows.push(windowOver([...before.slice(-size), ...behind.slice(0, more)]));
    }
  }
}

function charactersOf(start: number, run: string): Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const character of run) {
    spans.push({ start: at, end: at + character.length });
    at += character.length;
  }
  return spans;
}

/** A katakana name with its parts at the middle dots. */
function katakana(start: number, name: string): Window {
  return windowOver(
    [...name.matchAll(/[^・＝=·]+/gu)].map((part) => ({
      start: start + part.index,
      end: start + part.index + part[0].length,
    })),
  );
}

/** Windows share the spans of their words: a long text has very many windows. */
function windowOver(parts: readonly Span[]): Window {
  return { start: parts[0]!.start, end: parts.at(-1)!.end, tokens: parts };
}
