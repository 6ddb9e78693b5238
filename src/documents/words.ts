/** The words of a document as name finding sees them: where they stand, whether they are capitalised, what parts them. */
import { type Script, tokenise } from '../text/index.js';
import type { Block, Span } from './document.js';

/**
 * A word. `lower` its comparable form without a possessive ending; `end` excludes that ending, `possessive` says it was
 * there. `capital`: begins with a capital or has one inside (iPhone); `caseless`: its script has none. `gap` is the
 * text between the word before and this one (empty at the beginning of a sentence, where `opens` is true); `initial`: one
 * capital with a full stop behind it.
 */
export type Word = Span & {
  readonly text: string;
  readonly lower: string;
  readonly script: Script;
  readonly number: boolean;
  readonly capital: boolean;
  readonly caseless: boolean;
  readonly possessive: boolean;
  readonly initial: boolean;
  readonly opens: boolean;
  readonly gap: string;
  readonly sentence: number;
};

/** Words of one sentence, and whether its capitals say nothing ("Putin Arrives in Beijing", "PUTIN IN BEIJING"). */
export type SentenceWords = { readonly words: readonly Word[]; readonly styled: boolean };

const CASELESS: ReadonlySet<Script> = new Set([
  'Arabic',
  'Hebrew',
  'Georgian',
  'Devanagari',
  'Thai',
  'Hangul',
  'Han',
  'Kana',
]);
/** Addresses hold no names: tokens inside them are passed over. */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|(?<!\p{L})[@#][\p{L}\p{N}_]+/gu;

/** Splits the sentences of a text into words; `little` words of its language may be small in a headline. */
export function wordsOf(
  text: string,
  sentences: readonly Span[],
  blocks: readonly Block[],
  little: ReadonlySet<string>,
): SentenceWords[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let block = 0;
  let address = 0;
  return sentences.map((sentence, index) => {
    while (block + 1 < blocks.length && blocks[block]!.end <= sentence.start) block += 1;
    const words: Word[] = [];
    let last = sentence.start;
    for (const token of tokenise(text.slice(sentence.start, sentence.end))) {
      const start = sentence.start + token.start;
      const end = sentence.start + token.end;
      while (address < addresses.length && addresses[address]!.end <= start) address += 1;
      if (address < addresses.length && addresses[address]!.start <= start) {
        last = end;
        continue;
      }
      const possessive = /['’]s$/i.test(text.slice(start, end)) && end - start > 2;
      const shown = text.slice(start, possessive ? end - 2 : end);
      const caseless = CASELESS.has(token.script);
      words.push({
        start,
        end: possessive ? end - 2 : end,
        text: shown,
        lower: (possessive ? token.text.slice(0, -2) : token.text).toLowerCase().replace(/’/g, "'"),
        script: token.script,
        number: token.kind === 'number',
        capital: !caseless && token.kind === 'word' && isCapitalised(shown),
        caseless,
        possessive,
        initial: text[end] === '.' && /^\p{Lu}$/u.test(shown),
        opens: words.length === 0,
        gap: words.length === 0 ? '' : text.slice(last, start),
        sentence: index,
      });
      last = end;
    }
    return { words, styled: isStyled(words, blocks[block]?.kind === 'heading', little) };
  });
}

function isCapitalised(word: string): boolean {
  const [first = ''] = word;
  return first !== first.toLowerCase() || (/^\p{Ll}\p{Lu}/u.test(word) && word.length > 2);
}

/**
 * Nearly all longer words of a heading begin with a capital; of a line elsewhere every word that is no little word; or
 * there are only capitals. A list of names is no headline: "He met Igor Sechin and Alexei Miller".
 */
function isStyled(words: readonly Word[], heading: boolean, little: ReadonlySet<string>): boolean {
  const cased = words.filter((word) => !word.number && !word.caseless);
  const long = cased.filter((word) => word.text.length >= 4);
  const capitals = long.filter((word) => word.capital).length;
  if (heading) return long.length >= 3 && capitals >= long.length * 0.7;
  if (long.length < 4 || capitals < long.length) return false;
  return (
    cased.every((word) => word.capital || little.has(word.lower)) ||
    cased.every((word) => word.text === word.text.toUpperCase())
  );
}
