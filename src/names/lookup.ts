/** How words of a name and words of the tables are brought to one spelling, so that they can be looked up. */
import { normalise, tokenise } from '../text/index.js';
import { letterRuns } from './letters.js';

/** A word as it is looked up: normalised, without apostrophes and quotes, in its own script. */
export function lookupOf(word: string): string {
  const plain = normalise(word);
  return plain.includes("'") || plain.includes('"') ? plain.replace(/['"]/g, '') : plain;
}

/** The words of a phrase as they are looked up: single letters that stand together are one word ("S.A." is "sa"). */
export function lookupWords(text: string): string[] {
  const tokens = tokenise(text);
  const words = tokens.map((token) => lookupOf(token.text));
  for (const { from, to } of letterRuns(text, tokens).reverse()) {
    words.splice(from, to - from, words.slice(from, to).join(''));
  }
  return words;
}
