/**
 * The ways to read a span of capitalised words as one name: the whole of it, and stretches of its words. A page may be
 * nothing but capitalised words, so stretches are few, and only those of words that stand in some listed name.
 */
import type { NameSpan, Span } from '../documents/index.js';

/** Words of the longest stretch that is tried; in spans of more than `LONG` words, which hold several names. */
const LONGEST = 6;
const LONGEST_OF_MANY = 3;
const LONG = 8;
/** Stretches of one span: all of those of `LONG` words fit. */
const MOST_STRETCHES = 25;

/** What the lists know of a page's words. */
export type KnownWords = {
  /** Whether a word stands in any listed name. */
  readonly listed: (word: string) => boolean;
  /** Whether a word is a country's name or its people's. */
  readonly country: (word: string) => boolean;
};

/** Readings of a span, the whole of it first; `cut` when its bound left stretches out. */
export type SpanReadings = { readonly readings: readonly Span[]; readonly cut: boolean };

/**
 * Stretches begin and end with capitalised words that some listed name has, and part no word at its hyphen. A lone word
 * out of a longer span is a piece of another name ("United States Treasury"), unless countries are all that stands
 * beside it ("Russian Gazprom"): lists are parted into spans already.
 */
export function readingsOf(span: NameSpan, text: string, known: KnownWords): SpanReadings {
  const { tokens } = span;
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  const listed = words.map((word) => known.listed(word));
  if (!listed.includes(true)) return { readings: [], cut: false };
  const readings: Span[] = [{ start: span.start, end: span.end }];
  // A window is one of all stretches of its words: the others are spans of their own.
  if (span.window || tokens.length === 1) return { readings, cut: false };
  const edge = words.map((word, at) => listed[at] === true && /^[^\p{Ll}]|\p{Lu}/u.test(word));
  const tied = tokens.map(
    ({ start }, at) => at > 0 && /^[-‐‑]$/u.test(text.slice(tokens[at - 1]!.end, start)),
  );
  const most = tokens.length > LONG ? LONGEST_OF_MANY : LONGEST;
  for (let length = 2; length <= Math.min(most, tokens.length - 1); length++) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const end = at + length;
      if (!edge[at] || !edge[end - 1] || tied[at] || tied[end]) continue;
      if (readings.length > MOST_STRETCHES) return { readings, cut: true };
      readings.push({ start: tokens[at]!.start, end: tokens[end - 1]!.end });
    }
  }
  if (span.weak || span.hint === 'Person') return { readings, cut: false };
  const others = words.flatMap((word, at) => (known.country(word) ? [] : [at]));
  const [alone] = others;
  if (others.length === 1 && edge[alone!] && !tied[alone!] && !tied[alone! + 1])
    readings.push({ ...tokens[alone!]! });
  return { readings, cut: false };
}
