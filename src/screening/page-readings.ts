/** The ways to read a span of capitalised words as one name: the whole of it, and stretches of its words. */
import type { NameSpan, Span } from '../documents/index.js';

/** Words of the longest stretch that is tried. */
const LONGEST = 6;

/**
 * Every stretch of a span's words, longest first. A word alone stands for somebody only where nothing but being a name
 * can have capitalised it; a stretch of a long span is a guess of its own, so spans of many words give many.
 */
export function readingsOf(span: NameSpan): Span[] {
  const { tokens } = span;
  const readings: Span[] = tokens.length === 1 && span.weak ? [] : [{ start: span.start, end: span.end }];
  // A window is one of all stretches of its words: the others are spans of their own.
  if (span.window) return readings;
  for (let length = Math.min(LONGEST, tokens.length - 1); length >= 1; length--) {
    if (length === 1 && span.hint === 'Person') break;
    for (let at = 0; at + length <= tokens.length; at++) {
      if (length === 1 && span.weak) continue;
      readings.push({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end });
    }
  }
  return readings;
}
