/**
 * Vowels that a script leaves to the reader. Arabic and Hebrew write the long ones only: between two consonants an "a"
 * is put where Latin spellings of names most often have a vowel; a guess, on which the phonetic key in `names` does not
 * rest. The scripts of India have an "a" after every consonant that nothing takes away: a rule.
 */
import type { Script } from './script.js';

const LONG_VOWELS: Readonly<Partial<Record<Script, string>>> = { Arabic: 'اويا', Hebrew: 'אויה' };

/** The word with the vowels it leaves out, as letters of its own script. */
export function vocalise(word: string, script: Script): string {
  const vowels = LONG_VOWELS[script];
  if (vowels !== undefined) return betweenConsonants(word, vowels);
  return script === 'Devanagari' ? afterConsonants(word) : word;
}

/** Of two consonants in a row the first closes the syllable if one is open, else it needs a vowel. */
function betweenConsonants(word: string, vowels: string): string {
  const letters = [...word].filter((letter) => /\p{L}/u.test(letter));
  let result = '';
  let open = false;
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] as string;
    const next = letters[at + 1];
    result += letter;
    const voiced = next === undefined || vowels.includes(letter) || vowels.includes(next);
    if (!voiced && !open) result += 'a';
    open = voiced || !open;
  }
  return result;
}

function afterConsonants(word: string): string {
  return word.replace(/([\u0915-\u0939\u0958-\u095f]\u093c?)(?=[\u0904-\u0939\u0902\u0903])/g, '$1\u0905');
}
