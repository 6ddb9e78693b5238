/** Names in quotes: «Газпром нефть», the tanker “Yasa Golden Bosphorus”, ООО "Ромашка". A quoted sentence is none. */
import type { Span } from './document.js';
import type { NameCues } from './name-cues.js';
import type { SentenceWords, Word } from './words.js';

/** A name in quotes, without them; or (an alternative) with the legal form or kind of thing before them. */
export type QuotedName = Span & {
  readonly tokens: readonly Span[];
  readonly hint: 'Organization' | 'Vessel' | null;
  readonly sentence: number;
  readonly alternative: boolean;
};

const QUOTED =
  /«([^«»\n]{2,80})»|“([^“”\n]{2,80})”|„([^„“”\n]{2,80})[“”]|"([^"\n]{2,80})"|「([^「」\n]{2,40})」|《([^《》\n]{2,40})》/gu;
/** Words of the longest name in quotes. */
const LONGEST = 8;

/** Quoted names of a text, in order. */
export function quotedNames(text: string, rows: readonly SentenceWords[], cues: NameCues): QuotedName[] {
  const words = rows.flatMap((row) => row.words);
  const found: QuotedName[] = [];
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    while (at < words.length && words[at]!.start < start) at += 1;
    let to = at;
    while (to < words.length && words[to]!.end <= end) to += 1;
    const inside = words.slice(at, to);
    if (!isName(inside, text.slice(start, end))) continue;
    const before = words[at - 1];
    const close =
      before !== undefined && text.slice(before.end, match.index).trim() === '' ? before : undefined;
    const hint = hintOf(close, inside, cues);
    const first = inside[0]!;
    const last = inside.at(-1)!;
    const tokens = inside.map(spanOf);
    // «Завод „Пример“»: a quote inside belongs to the name with both its ends.
    const nested = /[„“"‘]/.test(text.slice(first.start, last.end));
    found.push({
      start: first.start,
      end: nested ? end : last.end,
      tokens,
      hint,
      sentence: first.sentence,
      alternative: false,
    });
    if (close !== undefined && hint === 'Organization' && cues.words.organization.has(close.lower)) {
      found.push({
        start: close.start,
        end: end + 1,
        tokens: [spanOf(close), ...tokens],
        hint,
        sentence: close.sentence,
        alternative: true,
      });
    }
  }
  return found;
}

/** Capitals throughout, small joining words aside; in guillemets the first word is enough ("«Газпром нефть»"). */
function isName(words: readonly Word[], shown: string): boolean {
  const [first] = words;
  if (first === undefined || words.length > LONGEST || /[.!?…,;:]$/u.test(shown.trim())) return false;
  if (first.caseless) return words.length <= 6;
  if (!first.capital) return false;
  const small = words.filter((word) => !word.capital && !word.number).length;
  return (
    small === 0 ||
    (first.script === 'Cyrillic' && words.length <= 4) ||
    (words.length >= 3 && small <= words.length / 3)
  );
}

function hintOf(before: Word | undefined, inside: readonly Word[], cues: NameCues): QuotedName['hint'] {
  if (before !== undefined && cues.words.vessel.has(before.lower)) return 'Vessel';
  if (before !== undefined && cues.words.organization.has(before.lower)) return 'Organization';
  return inside.some((word) => cues.words.organization.has(word.lower)) ? 'Organization' : null;
}

function spanOf({ start, end }: Word): Span {
  return { start, end };
}
