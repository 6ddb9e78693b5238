/**
 * Letters that stand alone and belong together: "S.A.", "J.P.", "K-T-R", "A/S", "C G". Company names and legal forms are
 * full of them; people's initials are left apart by the caller.
 */
import type { TextToken } from '../text/index.js';

/** A stretch of tokens that reads as one word: from token `from` to token `to`, exclusive. */
export type Run = { readonly from: number; readonly to: number };

/** What stands between two tokens: `.`, `-`, `/` (with at most one space behind), a space, or something else. */
function linkBetween(text: string, left: TextToken, right: TextToken): '.' | '-' | '/' | ' ' | '' {
  const gap = right.start - left.end;
  if (gap === 0 || gap > 2) return '';
  const code = text.charCodeAt(left.end);
  if (gap === 1 && (code === 0x20 || code === 0xa0)) return ' ';
  if (gap === 2 && text.charCodeAt(left.end + 1) !== 0x20) return '';
  if (code === 0x2e || code === 0xb7) return '.';
  if (gap === 2) return '';
  return code === 0x2d || code === 0x2010 || code === 0x2011 ? '-' : code === 0x2f ? '/' : '';
}

/** The runs of single letters in a text, in order: signs bind first, then spaces bind what is left. */
export function letterRuns(text: string, tokens: readonly TextToken[]): Run[] {
  const taken = new Uint8Array(tokens.length);
  const runs: Run[] = [];
  for (const spaced of [false, true]) {
    for (let from = 0; from < tokens.length; from += 1) {
      if (taken[from] === 1 || !isSingleLetter(tokens[from] as TextToken)) continue;
      let to = from + 1;
      while (to < tokens.length && taken[to] === 0 && isSingleLetter(tokens[to] as TextToken)) {
        const link = linkBetween(text, tokens[to - 1] as TextToken, tokens[to] as TextToken);
        if (link === '' || (link === ' ') !== spaced) break;
        to += 1;
      }
      if (to - from < 2) continue;
      taken.fill(1, from, to);
      runs.push({ from, to });
      from = to - 1;
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** One letter of an alphabet; a Han character or a syllable is a word of its own. */
function isSingleLetter(token: TextToken): boolean {
  if (token.kind !== 'word' || token.text.length !== 1) return false;
  return token.script !== 'Han' && token.script !== 'Hangul' && token.script !== 'Kana';
}
