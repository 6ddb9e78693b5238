/**
 * Hangul to Latin by the Revised Romanization of 2000, computed from the syllable's number in Unicode. Names of two to
 * four syllables that begin with a surname are written as names are: the surname as people spell it, then the syllables.
 */

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m p l l p l m p p t t ng t t k t p t'.split(' ');
// A final consonant that is carried over to a vowel keeps its own sound.
const CARRIED = ' g kk gs n nj n d r lg lm lb ls lt lp r m b bs s ss ng j ch k t p '.split(' ');

/**
 * Spells a Hangul word in Latin.
 *
 * @param surnames syllables that are surnames, with the spelling people use (김 kim)
 * @returns syllables joined by spaces for what looks like a person's name, else one word; '' without any syllable
 */
export function romaniseHangul(word: string, surnames: ReadonlyMap<string, string> | undefined): string {
  const syllables = [...word.normalize('NFC')].filter((letter) => letter >= '가' && letter <= '힣');
  const head = syllables[0];
  if (head === undefined) return '';
  const surname = surnames?.get(head);
  if (surname !== undefined && syllables.length >= 2 && syllables.length <= 4) {
    const given = syllables.slice(1).map((syllable) => spellSyllables([syllable]));
    return [surname, ...given].join(' ');
  }
  return spellSyllables(syllables);
}

function spellSyllables(syllables: readonly string[]): string {
  let result = '';
  for (let at = 0; at < syllables.length; at += 1) {
    const number = (syllables[at] as string).charCodeAt(0) - 0xac00;
    const initial = Math.floor(number / 588);
    const last = number % 28;
    const next = syllables[at + 1];
    const carries =
      next !== undefined && Math.floor((next.charCodeAt(0) - 0xac00) / 588) === SILENT && last !== 21;
    result += initial === SILENT ? '' : INITIALS[initial];
    result += VOWELS[Math.floor((number % 588) / 28)];
    result += carries ? CARRIED[last] : FINALS[last];
  }
  return result;
}

/** The initial that is written but not spoken (ㅇ). */
const SILENT = 11;
